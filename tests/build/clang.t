#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 15
# The second compiler has nothing to say either.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
dir=${PRAXIS_BUILD:-$SRC/build}/clang
log=$dir/build.log

mkdir -p "$dir" && cd "$dir" || exit 1
echo 1..1
if { [ -f Makefile ] || "$SRC/configure" -q --enable-werror CC=clang CXX=clang++; } >"$log" 2>&1 &&
	make -k -j2 all >>"$log" 2>&1; then
	echo "ok 1 - clang builds everything without a warning"
else
	echo "not ok 1 - clang builds everything without a warning"
	grep -E 'error|warning' "$log" | sed 's/^/# /'
fi
