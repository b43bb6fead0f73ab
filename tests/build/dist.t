#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 20
# The list of files is true: what is packed builds, passes, installs and goes away again.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
log=${PRAXIS_ARTEFACTS:-/tmp}/distcheck.log

echo 1..1
if make -C "${PRAXIS_BUILD:-$SRC/build}" -j2 distcheck >"$log" 2>&1; then
	echo "ok 1 - make distcheck"
else
	echo "not ok 1 - make distcheck"
	grep -E 'rror|^not ok|^FAIL|No rule' "$log" | head -n 20 | sed 's/^/# /'
fi
