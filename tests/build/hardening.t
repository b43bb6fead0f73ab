#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every program is hardened as configure promises, and carries only the libraries it uses.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
BUILD=${PRAXIS_BUILD:-$SRC/build}
n=0

law() {	# PROGRAM WHAT: reads whether it holds from the status before
	local held=$?
	n=$((n + 1))
	[ $held -eq 0 ] && echo "ok $n - $1: $2" || echo "not ok $n - $1: $2"
}

for p in $(cat "$BUILD/programs") work/migrate; do
	f=$BUILD/cgi-bin/$p
	elf=$(readelf -W -h -l -d "$f")
	names=$(readelf -W --dyn-syms "$f")
	grep -q 'Type:.*DYN' <<< "$elf";		law "$p" "position-independent"
	grep -q 'GNU_RELRO' <<< "$elf" && grep -q 'FLAGS.*NOW' <<< "$elf"
							law "$p" "relocations read-only"
	! grep 'GNU_STACK' <<< "$elf" | grep -q E;	law "$p" "no code on the stack"
	grep -q '__stack_chk_fail' <<< "$names";	law "$p" "stack protector"
	grep -qE '__[a-z]+_chk' <<< "$names";		law "$p" "fortified"
	if ! nm "$f" | grep -qE ' T (fetch|mail_send)'; then
		! grep -q 'NEEDED.*libcurl' <<< "$elf";	law "$p" "no HTTP client aboard"
	fi
done
echo "1..$n"
