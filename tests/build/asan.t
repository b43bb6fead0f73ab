#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 20
# make check once more under the sanitizers; its own last line is the result.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
exec make -s -C "${PRAXIS_BUILD:-$SRC/build}" check-asan
