#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# fonts.sh OUT: Inter for the web from Debian's fonts-inter-variable, cut down to the weights and
# letters in use: Latin, Latin-1, Latin Extended-A, punctuation, euro, arrows. About 27 kB.
# Needs fonts-inter-variable, python3-fonttools and python3-brotli.
set -eu

out=$1
font=/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf
letters=U+0020-007E,U+00A0-017F,U+0218-021B,U+02C6,U+02DA,U+02DC,U+1E9E,U+2010-2015,U+2018-201E
letters=$letters,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,U+20BA
letters=$letters,U+2122,U+2190-2193,U+2212,U+2264,U+2265

if [ ! -f "$font" ]; then
	echo "fonts.sh: $font is missing; install fonts-inter-variable" >&2
	exit 1
fi
mkdir -p "$(dirname "$out")"
part=$out.part.ttf
trap 'rm -f "$part"' EXIT
# Debian's own Python: the packages are installed there and nowhere else.
SOURCE_DATE_EPOCH=0 /usr/bin/python3 -m fontTools.varLib.instancer "$font" wght=400:700 -q -o "$part"
SOURCE_DATE_EPOCH=0 /usr/bin/python3 -m fontTools.subset "$part" --unicodes="$letters" \
    --layout-features=kern,mark,mkmk,ccmp,locl,tnum,case --no-hinting --flavor=woff2 \
    --output-file="$out"
