#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 40
# The tests of pages, webhooks and jobs once more, against programs built with the sanitizers (by
# asan.t, which comes before): no overrun, no undefined behaviour, no leak over a whole series.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
PRAXIS_BUILD=${PRAXIS_BUILD:-$SRC/build}/build-asan
PRAXIS_ARTEFACTS=${PRAXIS_ARTEFACTS:-$PRAXIS_BUILD}/sanitized
export PRAXIS_BUILD PRAXIS_ARTEFACTS
. "$SRC/nginx/lib.sh"

if [ ! -s "$PRAXIS_BUILD/programs" ]; then
	echo "1..0 # skip make check-asan has not been run"
	exit 0
fi
mkdir -p "$PRAXIS_ARTEFACTS"
INST=$(mktemp -d "${TMPDIR:-/tmp}/praxis-asan-XXXXXX")
trap 'instance_kill; rm -rf "$INST"' EXIT
trap 'exit 130' INT TERM HUP
"$SRC/tests/lib/instance" start "$INST" > "$INST/env" || exit 1
set -a
. "$INST/env"
set +a

n=0
for t in "$SRC"/tests/page/*.t "$SRC"/tests/hook/*.t "$SRC"/tests/work/*.t; do
	[ -x "$t" ] || continue
	name=${t#"$SRC"/tests/}
	log=$PRAXIS_ARTEFACTS/$(echo "${name%.t}" | tr / -).log
	n=$((n + 1))
	if timeout -k 10 10m "$t" >"$log" 2>&1 </dev/null && ! grep -q '^not ok' "$log"; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		grep -A 3 '^not ok' "$log" | head -n 20 | sed 's/^/# /'
	fi
done

# A worker that ends in peace tells of its leaks.
end TERM 20 $(for name in $(programs_running); do pgrep -P "$(pid_of "$name")"; done)
"$SRC/tests/lib/instance" stop "$INST"
cp -R "$INST/log" "$PRAXIS_ARTEFACTS/"
n=$((n + 1))
reports=$(grep -rlE 'AddressSanitizer|LeakSanitizer|runtime error:' "$PRAXIS_ARTEFACTS" | sort)
if [ -z "$reports" ]; then
	echo "ok $n - no report by a sanitizer"
else
	echo "not ok $n - no report by a sanitizer"
	for f in $reports; do
		echo "# $f"
	done
	for f in $(head -n 3 <<< "$reports"); do
		grep -m 2 -A 12 -E 'AddressSanitizer|LeakSanitizer|runtime error:' "$f" | sed 's/^/#   /'
	done
fi
echo "1..$n"
