#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# nginx/up in a copy of the tree: starts, starts again, survives what people do, ends without a trace.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
BUILD=${PRAXIS_BUILD:-$SRC/build}
. "$SRC/nginx/lib.sh"
unset PRAXIS_CONF

top=$(mktemp -d "${TMPDIR:-/tmp}/praxis-up-XXXXXX")
read -r PRAXIS_PORT PRAXIS_STUB_PORT PRAXIS_SMTP_PORT <<< "$(free_ports 3)"
export PRAXIS_PORT PRAXIS_STUB_PORT PRAXIS_SMTP_PORT
PORT=$PRAXIS_PORT
other=
trap '[ -z "$other" ] || kill $other; "$top/nginx/up" --stop >/dev/null 2>&1; rm -rf "$top"' EXIT
trap 'exit 130' INT TERM HUP
cp -R "$SRC/nginx" "$SRC/schema" "$SRC/templates" "$SRC/htdocs" "$top/" && mkdir "$top/tests" &&
	cp -R "$SRC/tests/stub" "$top/tests/" && cp "$SRC/configure.ac" "$SRC/Makefile.am" "$top/" &&
	printf '#!/bin/sh\n' > "$top/configure" && chmod +x "$top/configure" &&
	ln -s "$BUILD" "$top/build" || exit 1
INST=$top/var

n=0
try() {	# WHAT COMMAND...
	local what=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		sed 's/^/# /' "$top/out"
	fi
}

up() {
	"$top/nginx/up" "$@" >"$top/out" 2>&1
}

shows() {	# PATH TEXT
	exec 7<>"/dev/tcp/127.0.0.1/$PORT" &&
		printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$PORT" >&7 &&
		grep -q "$2" <&7
	local found=$?
	exec 7>&-
	return $found
}

starts() {
	up && grep -q "http://127.0.0.1:$PORT" "$top/out" && grep -q client@example.org "$top/out"
}
try "it starts and says where and how to sign in" starts
try "the site shows coaches" shows /coaches '/coaches/'
try "every page says that it is a demonstration" shows / 'Demonstration'
try "the mailbox is there" port_taken "$PRAXIS_SMTP_PORT"
try "the directory is for its owner only" test "$(stat -c %a "$INST")" = 700

again() {
	local before=$SECONDS
	up && [ $((SECONDS - before)) -le 30 ]
}
try "a second start takes seconds" again
loaded=$(db_sql praxis -e 'select count(*) from coach')
try "and changes no data" test "$(db_sql praxis -e 'select count(*) from coach')" = "$loaded"

kill -s KILL $(instance_pids) 2>/dev/null
try "after everything was killed it starts again" up
try "and shows the site" shows / Demonstration

stops() {
	up --stop && [ -z "$(instance_pids)" ] && ! port_taken "$PORT" &&
		! port_taken "$PRAXIS_STUB_PORT"
}
try "--stop leaves no process and no port" stops
try "a second --stop is no error" up --stop

/usr/bin/python3 -m http.server --bind 127.0.0.1 "$PORT" >/dev/null 2>&1 &
other=$!
wait_for 10 $other port_taken "$PORT"
taken() {
	! up && grep -q "port $PORT of 127.0.0.1 is in use" "$top/out" && [ -z "$(instance_pids)" ]
}
try "a port in use is named, and nothing is left running" taken
kill $other
wait $other 2>/dev/null
other=

interrupted() {
	local run
	rm -rf "$INST/db"
	setsid "$top/nginx/up" >"$top/out" 2>&1 &
	run=$!
	wait_for 20 $run test -d "$INST/db/data.new"
	kill -s KILL -- -$run 2>/dev/null
	wait $run 2>/dev/null
	up && shows /coaches /coaches/
}
try "a start that was broken off while the database was made is made good" interrupted

db_sql praxis -e "update tenant set name = 'Changed by hand'"
reset() {
	up --reset && shows / Demonstration && ! shows / 'Changed by hand'
}
try "--reset starts over" reset

broken() {
	echo "alter table nowhere add column x int;" > "$top/schema/9999-broken.sql"
	! up && grep -q 'migrate.log' "$top/out"
	local told=$?
	rm "$top/schema/9999-broken.sql"
	return $told
}
try "a failure names the log to read" broken
try "help is there" up --help
try "a wrong word is refused" sh -c "! '$top/nginx/up' --nonsense >/dev/null 2>&1"
echo "1..$n"
