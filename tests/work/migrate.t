#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Migrations: each once, in order, never changed, never two at a time.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
BUILD=${PRAXIS_BUILD:-$SRC/build}
MODE=test DB_FLUSH=0
. "$SRC/nginx/lib.sh"

INST=$(mktemp -d "${TMPDIR:-/tmp}/praxis-migrate-XXXXXX")
trap 'instance_kill; rm -rf "$INST"' EXIT
trap 'exit 130' INT TERM HUP
instance_prepare && db_start && db_users || exit 1

n=0
try() {	# WHAT COMMAND...
	local what=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		sed 's/^/# /' "$INST/out"
	fi
}

export PRAXIS_CONF=$INST/praxis.conf PRAXIS_DB_USER=praxis_owner
PRAXIS_DB_PASSWORD=$(secret owner)
export PRAXIS_DB_PASSWORD

run() {
	"$BUILD/cgi-bin/work/migrate" "$@" >"$INST/out" 2>&1
}

refuses() {	# TEXT ARGUMENT...
	local text=$1
	shift
	! run "$@" && grep -qF -- "$text" "$INST/out"
}

rows() {	# of a statement, equal to what is expected
	[ "$(db_sql praxis -e "$2" 2>/dev/null)" = "$1" ]
}

fresh() {
	db_sql -e 'drop database praxis; create database praxis'
}

d=$INST/schema
mkdir "$d"
echo "create table one (id int primary key); insert into one values (1), (2);" > "$d/0001-one.sql"
printf 'create table two (id int);\n-- a comment\ninsert into two select id from one;\n' > "$d/0002-two.sql"
echo "this is not run" > "$d/demo.sql"

check_tells() {
	! run --check "$d" && grep -qx "to apply: 0002-two.sql" "$INST/out" &&
		rows 0 "select count(*) from information_schema.tables where table_schema = 'praxis'"
}
try "--check tells what is to do and changes nothing" check_tells

applies() {
	run "$d" && rows 2 "select count(*) from two" &&
		rows "$(printf '1\t0001-one.sql\n2\t0002-two.sql')" "select number, name from migration"
}
try "all files are applied in their order" applies
try "a second time nothing is done" run "$d"
try "and nothing was done twice" rows 2 "select count(*) from two"
try "--check is content" run --check "$d"
sum=$(sha256sum < "$d/0001-one.sql")
try "the sum of the file is kept" rows "${sum%% *}" "select sha256 from migration where number = 1"

cp "$d/0001-one.sql" "$INST/kept"
echo "-- later" >> "$d/0001-one.sql"
try "a changed file is refused" refuses "0001-one.sql was changed after" "$d"
try "by --check as well" refuses "0001-one.sql was changed after" --check "$d"
mv "$d/0001-one.sql" "$INST/gone"
try "a missing file is refused" refuses "but the file is missing" "$d"
cp "$INST/kept" "$d/0001-uno.sql"
try "so is a renamed one" refuses "but the file is missing" "$d"
mv "$d/0001-uno.sql" "$d/0001-one.sql"

echo "select 1;" > "$d/0004-four.sql"
try "a gap in the numbers is allowed" run "$d"
echo "select 1;" > "$d/0003-three.sql"
try "but not a file below one that is applied" refuses "0003-three.sql is new, but 0004" "$d"
rm "$d/0003-three.sql"
echo "select 1;" > "$d/0005-a.sql"
echo "select 1;" > "$d/0005-b.sql"
try "two files of one number are refused" refuses "have the same number" "$d"
rm "$d/0005-b.sql" "$d/0005-a.sql"
echo "select 1;" > "$d/5_five.sql"
try "a number of another shape is refused" refuses "must be like" "$d"
rm "$d/5_five.sql"

printf 'create table five (id int);\ninsert into nowhere values (1);\n' > "$d/0005-five.sql"
try "a failing file is named" refuses "0005-five.sql failed" "$d"
try "and what it left has to be looked at first" refuses "was begun and did not end" "$d"
db_sql praxis -e "drop table five; delete from migration where number = 5"
echo "create table five (id int);" > "$d/0005-five.sql"
try "after the repair it goes on" run "$d"

try "an empty directory is refused" refuses "no numbered files" "$INST/files"
try "wrong arguments are refused" refuses "usage:" --force "$d"
PRAXIS_DB_NAME='' try "a missing setting is named" refuses '"db_name" is missing' "$d"

# Two at once, on a schema whose first file takes a while: both succeed, each file is applied once.
fresh
echo "create table slow (id int); do sleep(1); insert into slow values (1);" > "$d/0001-one.sql"
echo "insert into slow values (2);" > "$d/0002-two.sql"
echo "insert into slow values (3);" > "$d/0004-four.sql"
together() {
	local first
	"$BUILD/cgi-bin/work/migrate" "$d" >"$INST/out1" 2>&1 &
	first=$!
	run "$d" && wait $first && rows 3 "select count(*) from slow" &&
		rows 0 "select count(*) from migration where applied_at is null"
}
try "two at once do it once" together

fresh
real() {
	run "$SRC/schema" && run "$SRC/schema" &&
		rows "$(ls "$SRC"/schema/[0-9]*.sql | wc -l)" "select count(*) from migration"
}
try "the real schema is applied from nothing" real
echo "1..$n"
