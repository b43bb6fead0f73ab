#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# sprite.sh LIST SVGDIR OUT: one SVG file with a symbol for each icon named in LIST.
# SVGDIR is where Debian's bootstrap-icons puts them: /usr/share/bootstrap-icons/svg
set -eu

list=$1 from=$2 out=$3

mkdir -p "$(dirname "$out")"
{
	printf '<svg xmlns="http://www.w3.org/2000/svg">\n'
	while read -r name; do
		if [ ! -f "$from/$name.svg" ]; then
			echo "sprite.sh: no icon $name in $from" >&2
			exit 1
		fi
		tr '\n' ' ' < "$from/$name.svg" | sed -e 's/^[^>]*>/<symbol id="'"$name"'" viewBox="0 0 16 16">/' \
		    -e 's/<\/svg>/<\/symbol>/' -e 's/>  *</></g' -e 's/ *$//'
		printf '\n'
	done < "$list"
	printf '</svg>\n'
} > "$out.part"
mv "$out.part" "$out"
