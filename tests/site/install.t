#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 10
# make install: everything an administrator needs, with the paths of the place it went to.

set -u
SRC=${PRAXIS_SRC:-$(cd "$(dirname "$0")/../.." && pwd -P)}
BUILD=${PRAXIS_BUILD:-$SRC/build}
MODE=test DB_FLUSH=0
. "$SRC/nginx/lib.sh"

INST=$(mktemp -d "${TMPDIR:-/tmp}/praxis-install-XXXXXX")
trap 'instance_kill; rm -rf "$INST"' EXIT
trap 'exit 130' INT TERM HUP
to=$INST/to share=$INST/to/share/praxis

n=0
try() {	# WHAT COMMAND...
	local what=$1
	shift
	n=$((n + 1))
	if "$@" >"$INST/out" 2>&1; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		tail -n 20 "$INST/out" | sed 's/^/# /'
	fi
}

try "make install" make -C "$BUILD" install prefix="$to"

complete() {
	local p
	for p in $(cat "$BUILD/programs") work/migrate; do
		[ -x "$to/libexec/praxis/$p" ] || { echo "no $p"; return 1; }
	done
	diff -r "$SRC/templates" "$share/templates" && diff -r "$SRC/schema" "$share/schema" &&
		[ -s "$share/htdocs/fonts/inter.woff2" ] && [ -s "$share/htdocs/img/icons.svg" ] &&
		[ -s "$share/htdocs/css/praxis.css" ]
}
try "programs, templates, schema and files are there" complete

filled() {
	! grep -rnE '@[A-Z_]+@' "$share/nginx" "$share/systemd" &&
		! grep -rn "$BUILD" "$share/nginx" "$share/systemd"
}
try "no name is left open in what was installed" filled

web() {	# the server's own places are not ours to write to
	mkdir -p "$INST/web/tmp" "$INST/web/conf"
	for f in "$share"/nginx/*.conf; do
		sed -e "s|/var/log/nginx|$INST/web|; s|/var/lib/nginx/praxis|$INST/web/cache|" \
			-e "s|$share/nginx|$INST/web/conf|; s|listen 80;|listen 127.0.0.1:8;|" \
			"$f" > "$INST/web/conf/${f##*/}"
	done
	cat > "$INST/web/nginx.conf" <<-EOF
	pid $INST/web/pid;
	events { }
	http {
		include /etc/nginx/mime.types;
		client_body_temp_path $INST/web/tmp/b;
		fastcgi_temp_path $INST/web/tmp/f;
		proxy_temp_path $INST/web/tmp/p;
		scgi_temp_path $INST/web/tmp/s;
		uwsgi_temp_path $INST/web/tmp/u;
		include $INST/web/conf/site.conf;
	}
	EOF
	nginx -t -p "$INST/web" -c "$INST/web/nginx.conf" -e "$INST/web/error.log" 2>&1 |
		grep -E 'emerg|test is successful|bind\(\)' | tee "$INST/web/said"
	! grep emerg "$INST/web/said" | grep -qv 'bind()'
}
try "nginx takes the installed configuration" web

units() {
	local u
	for u in page@.service page@.socket hook@.service hook@.socket work@.service; do
		[ -s "$share/systemd/$u" ] || return 1
	done
	grep -q "ExecStart=.* $to/libexec/praxis/page/%i\$" "$share/systemd/page@.service" &&
		grep -q "^ExecStart=$to/libexec/praxis/work/%i\$" "$share/systemd/work@.service" || return 1
	command -v systemd-analyze >/dev/null || return 0
	mkdir "$INST/units" || return 1
	for u in page@home hook@stripe work@outbox; do
		cp "$share/systemd/${u%@*}@.service" "$INST/units/$u.service"
		[ "${u%@*}" = work ] ||
			cp "$share/systemd/${u%@*}@.socket" "$INST/units/$u.socket"
	done
	systemd-analyze verify --man=no "$INST"/units/*
}
try "the units name the installed programs" units

sample() {	# every setting that a program asks for is explained
	local key
	for key in $(grep -rhoE 'conf_(get|need)\("[a-z_]+"' "$SRC/cgi-bin" | sed 's/.*"\(.*\)"/\1/' |
		sort -u); do
		grep -qE "^#?$key( =|,| or)|\b$key\b" "$share/nginx/praxis.conf.sample" ||
			{ echo "not explained: $key"; return 1; }
	done
	grep -q "^templates = $share/templates" "$share/nginx/praxis.conf.sample"
}
try "the sample explains every setting" sample

instance_prepare && db_start && db_users || exit 1
schema() {
	PRAXIS_CONF=$INST/praxis.conf PRAXIS_DB_USER=praxis_owner \
		PRAXIS_DB_PASSWORD=$(secret owner) "$to/libexec/praxis/work/migrate" "$share/schema"
}
try "the installed migrate applies the installed schema" schema

cgi() {
	env -i PRAXIS_CONF="$INST/praxis.conf" PRAXIS_DB_USER=root PRAXIS_DB_PASSWORD= \
		PRAXIS_TEMPLATES="$share/templates" REQUEST_METHOD=GET PATH_INFO= SCRIPT_NAME=/healthz \
		HTTP_HOST=localhost SERVER_PROTOCOL=HTTP/1.1 "$to/libexec/praxis/page/healthz" </dev/null |
		tee "$INST/answer"
	grep -q '^Status: 200' "$INST/answer"
}
try "an installed program answers as plain CGI" cgi

gone() {
	make -C "$BUILD" uninstall prefix="$to" && [ -z "$(find "$to" -type f)" ]
}
try "make uninstall takes it all away" gone
echo "1..$n"
