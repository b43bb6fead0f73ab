# SPDX-License-Identifier: AGPL-3.0-or-later
# One instance of everything in one directory: database, programs, jobs, stand-in, web server.
# Sourced (bash) by nginx/up and by the tests. Before use: SRC, BUILD, INST as absolute paths, and
# what differs from the defaults below. Functions answer 0, or say on stderr what failed and where
# to read more. Every process carries PRAXIS_INSTANCE=$INST, so none is ever lost or mistaken.

: "${MODE:=demo}" "${PORT:=8080}" "${STUB_PORT:=8090}" "${SMTP_PORT:=8025}" "${WORKERS:=2}"
: "${DEMO_DATA:=yes}"		# load schema/demo.sql into a new database
: "${DB_TEMPLATE:=}"		# a data directory to copy instead of making one
: "${JOBS:=yes}"		# run the daemons of cgi-bin/work
: "${RATE:=}" "${RATE_BURST:=}"	# how many sign-ins or webhooks from one address
PATH=$PATH:/usr/sbin:/sbin

say() {
	printf '%s\n' "$*"
}

fail() {
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	return 1
}

# wait_for SECONDS PID COMMAND...: until the command succeeds; not if the process ends before.
wait_for() {
	local end=$((SECONDS + $1)) pid=$2
	shift 2
	until "$@" >/dev/null 2>&1; do
		kill -0 "$pid" 2>/dev/null || return 1
		[ $SECONDS -lt $end ] || return 1
		sleep 0.05
	done
}

port_taken() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

need_port() {
	! port_taken "$1" || fail "port $1 of 127.0.0.1 is in use by another program" \
		"(wanted for $2); end it, or choose another with $3=NUMBER"
}

free_ports() {	# N: so many ports that nobody listens on, below those of outgoing connections
	/usr/bin/python3 - "$1" <<-'EOF'
	import random, socket, sys
	held = []
	while len(held) < int(sys.argv[1]):
	    s = socket.socket()
	    try:
	        s.bind(("127.0.0.1", random.randrange(20000, 32000)))
	        held.append(s)
	    except OSError:
	        s.close()
	print(" ".join(str(s.getsockname()[1]) for s in held))
	EOF
}

# --- processes --------------------------------------------------------------------------------

# launch NAME COMMAND...: output to log/NAME.log, id to run/NAME.pid and $launched.
launch() {
	local name=$1
	shift
	(
		cd "$INST/run" || exit 1
		exec 9>&-
		exec setsid env -i PATH="$PATH" LANG=C.UTF-8 TZ=UTC HOME="$INST" \
			PRAXIS_INSTANCE="$INST" PRAXIS_CONF="$INST/praxis.conf" \
			LIBFCGI_OS_CLOSE_POLL_TIMEOUT=0 ${PROGRAM_ENV:-} "$@"
	) </dev/null >>"$INST/log/$name.log" 2>&1 &
	launched=$!
	disown
	echo "$launched" > "$INST/run/$name.pid"
}

# The id in run/NAME.pid, if that process still lives and is ours (ids are used again).
pid_of() {
	local pid
	read -r pid 2>/dev/null < "$INST/run/$1.pid" || return 1
	[ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$INST/run" ] ||
		grep -qzxF "PRAXIS_INSTANCE=$INST" "/proc/$pid/environ" 2>/dev/null || return 1
	echo "$pid"
}

# All processes of this instance. nginx writes its title over its environment: known by directory.
instance_pids() {
	local p
	for p in $(grep -lzxF "PRAXIS_INSTANCE=$INST" /proc/[0-9]*/environ 2>/dev/null); do
		p=${p#/proc/}
		echo "${p%/environ}"
	done
	for p in $(pgrep -x nginx); do
		[ "$(readlink "/proc/$p/cwd" 2>/dev/null)" != "$INST/run" ] || echo "$p"
	done
}

# end SIGNAL SECONDS PID...: ask, wait, then insist.
end() {
	local signal=$1 limit=$2 p
	shift 2
	[ $# -gt 0 ] || return 0
	kill -s "$signal" "$@" 2>/dev/null
	local stop=$((SECONDS + limit))
	for p; do
		while kill -0 "$p" 2>/dev/null && [ $SECONDS -lt $stop ]; do
			sleep 0.02
		done
		! kill -0 "$p" 2>/dev/null || kill -s KILL "$p" 2>/dev/null
	done
}

end_named() {	# SIGNAL SECONDS NAME...
	local signal=$1 limit=$2 name pids=
	shift 2
	for name; do
		pids="$pids $(pid_of "$name")"
	done
	end "$signal" "$limit" $pids
	for name; do
		rm -f "$INST/run/$name.pid"
	done
}

# --- build ----------------------------------------------------------------------------------------

# build [CONFIGURE-ARGUMENT...]: in $BUILD; configured again only when an argument is new there.
build() {
	local log=$BUILD/build.log arg
	mkdir -p "$BUILD" || return 1
	if [ ! -x "$SRC/configure" ]; then
		(cd "$SRC" && autoreconf -i) >"$log" 2>&1 ||
			fail "autoreconf failed; read $log" || return 1
	fi
	for arg; do
		grep -qF -- "$arg" "$BUILD/config.status" 2>/dev/null || rm -f "$BUILD/Makefile"
	done
	if [ ! -f "$BUILD/Makefile" ]; then
		(cd "$BUILD" && "$SRC/configure" -q "$@") >"$log" 2>&1 ||
			fail "configure failed; read $log" || return 1
	fi
	make -s -C "$BUILD" -j"$(nproc)" >"$log" 2>&1 && return 0
	grep -m 5 -E 'error|Error' "$log" >&2
	fail "the build failed; read $log"
}

# --- directory, secrets, configuration ------------------------------------------------------------

secret() {	# NAME: 32 random bytes in hex, made once
	[ -s "$INST/secret/$1" ] ||
		od -An -v -N32 -tx1 /dev/urandom | tr -d ' \n' > "$INST/secret/$1"
	cat "$INST/secret/$1"
}

conf_write() {
	cat > "$INST/praxis.conf" <<-EOF
	# Written by nginx/lib.sh at every start; nginx/praxis.conf.sample explains the settings.
	mode = $MODE
	db_socket = $INST/db/s.sock
	db_name = praxis
	db_user = praxis_page
	db_password = $(secret page)
	secret_file = $INST/secret/app
	stripe_base = http://127.0.0.1:$STUB_PORT
	stripe_key = sk_test_$(secret stripe)
	stripe_webhook_secret = whsec_$(secret webhook)
	mail_url = smtp://127.0.0.1:$SMTP_PORT
	mail_from = hello@praxis.example
	clock_file = $INST/clock
	templates = $SRC/templates
	files = $INST/files
	zoneinfo = /usr/share/zoneinfo
	EOF
}

instance_prepare() {
	INST=$(mkdir -p "$INST" && cd "$INST" && pwd -P) || return 1
	[ ${#INST} -le 70 ] || fail "the path of $INST is too long for unix sockets" || return 1
	(umask 077 && mkdir -p "$INST/db/tmp" "$INST/secret") &&
		mkdir -p "$INST/run/page" "$INST/run/hook" "$INST/run/work" "$INST/log/page" \
			"$INST/log/hook" "$INST/log/work" "$INST/nginx/tmp" "$INST/nginx/cache" \
			"$INST/files" "$INST/stub" || return 1
	chmod 700 "$INST"
	[ -s "$INST/clock" ] || echo 0 > "$INST/clock"
	(umask 077 && secret app >/dev/null && conf_write)
}

# --- database -------------------------------------------------------------------------------------

db_sql() {	# as its owner: statements from stdin or -e
	mariadb --no-defaults --socket="$INST/db/s.sock" --user=root --batch --skip-column-names "$@"
}

db_alive() {
	db_sql -e 'select 1' >/dev/null 2>&1
}

db_install() {
	local as= data=$INST/db/data
	[ ! -d "$data" ] || return 0
	rm -rf "$data.new"
	if [ -n "$DB_TEMPLATE" ]; then
		cp -R "$DB_TEMPLATE" "$data.new" && mv "$data.new" "$data"
		return
	fi
	[ "$(id -u)" -ne 0 ] || as=--user=root
	mariadb-install-db --no-defaults --datadir="$data.new" $as --force --skip-test-db \
		--auth-root-authentication-method=normal --innodb-log-file-size=8M \
		>"$INST/log/db-install.log" 2>&1 ||
		fail "the database could not be made; read $INST/log/db-install.log" || return 1
	mv "$data.new" "$data"
}

db_start() {
	local as=
	! db_alive || return 0
	end_named TERM 10 db
	db_install || return 1
	[ "$(id -u)" -ne 0 ] || as=--user=root
	# In /tmp another server that starts would delete our temporary tables.
	launch db mariadbd --no-defaults --datadir="$INST/db/data" --socket="$INST/db/s.sock" \
		--tmpdir="$INST/db/tmp" \
		--pid-file="$INST/db/pid" --skip-networking $as --innodb-snapshot-isolation=ON \
		--innodb-buffer-pool-size=64M --innodb-log-file-size=8M --skip-log-bin \
		--innodb-flush-log-at-trx-commit="${DB_FLUSH:-1}" --performance-schema=OFF \
		--max-connections=400 --default-time-zone=+00:00 \
		--character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_520_ci
	wait_for 30 "$launched" db_alive ||
		fail "the database does not start; read $INST/log/db.log"
}

db_stop() {
	end_named "${1:-TERM}" 20 db
}

# One user for pages, one for jobs, one for migrations; schema/grants.sql says what the first two may.
db_users() {
	db_sql <<-EOF
	create database if not exists praxis character set utf8mb4 collate utf8mb4_unicode_520_ci;
	create user if not exists praxis_page@localhost;
	alter user praxis_page@localhost identified by '$(secret page)';
	create user if not exists praxis_work@localhost;
	alter user praxis_work@localhost identified by '$(secret work)';
	create user if not exists praxis_owner@localhost;
	alter user praxis_owner@localhost identified by '$(secret owner)';
	grant all on praxis.* to praxis_owner@localhost;
	EOF
}

db_migrate() {
	db_users || fail "cannot make the users of the database; read $INST/log/db.log" || return 1
	PRAXIS_CONF=$INST/praxis.conf PRAXIS_DB_SOCKET=$INST/db/s.sock \
		PRAXIS_DB_USER=praxis_owner PRAXIS_DB_PASSWORD=$(secret owner) \
		"$BUILD/cgi-bin/work/migrate" "$SRC/schema" >>"$INST/log/migrate.log" 2>&1 ||
		fail "the schema could not be brought up to date; read $INST/log/migrate.log" || return 1
	db_sql praxis < "$SRC/schema/grants.sql" 2>>"$INST/log/migrate.log" ||
		fail "the rights could not be granted; read $INST/log/migrate.log"
}

# All of it or nothing: an interrupted start tries again.
db_demo() {
	[ "$DEMO_DATA" = yes ] && [ -f "$SRC/schema/demo.sql" ] || return 0
	db_sql praxis -e 'create table if not exists demo_loaded (loaded_at datetime not null)'
	[ "$(db_sql praxis -e 'select count(*) from demo_loaded')" = 0 ] || return 0
	{
		echo 'start transaction;'
		cat "$SRC/schema/demo.sql"
		echo 'insert into demo_loaded values (utc_timestamp()); commit;'
	} | db_sql praxis 2>"$INST/log/demo.log" ||
		fail "the demonstration's data could not be loaded; read $INST/log/demo.log"
}

# On another port than the demonstration's own, its tenants answer to that port.
db_address() {
	[ "$DEMO_DATA" = yes ] || return 0
	db_sql praxis <<-EOF
	insert ignore into tenant_host (host, tenant_id)
	  select replace(host, ':8080', ':$PORT'), tenant_id from tenant_host where host like '127.%:8080';
	update tenant set address = regexp_replace(address, ':[0-9]+\$', ':$PORT')
	  where address like 'http://127.%';
	EOF
}

# --- stand-in ---------------------------------------------------------------------------------------

stub_alive() {
	[ -s "$INST/run/stub.ready" ] && port_taken "$STUB_PORT" && port_taken "$SMTP_PORT"
}

# It stays when it runs and its program has not changed since.
stub_start() {
	local pid ready=$INST/run/stub.ready seed=()
	[ "$DEMO_DATA" != yes ] || seed=(--seed "$SRC/schema/demo-payments.json")
	[ -x "$SRC/tests/stub/stub" ] || return 0
	if pid=$(pid_of stub) && stub_alive &&
		[ -z "$(find "$SRC/tests/stub" -name '*.py' -newer "$ready" -print -quit)" ]; then
		return 0
	fi
	end_named TERM 5 stub
	rm -f "$ready"
	need_port "$STUB_PORT" "the stand-in partners" PRAXIS_STUB_PORT || return 1
	need_port "$SMTP_PORT" "the stand-in mail server" PRAXIS_SMTP_PORT || return 1
	launch stub /usr/bin/python3 "$SRC/tests/stub/stub" --http "127.0.0.1:$STUB_PORT" \
		--smtp "127.0.0.1:$SMTP_PORT" --clock "$INST/clock" \
		--stripe-key "sk_test_$(secret stripe)" --webhook-secret "whsec_$(secret webhook)" \
		--notify "http://127.0.0.1:$PORT/hook/stripe" --home "http://127.0.0.1:$PORT" \
		--state-dir "$INST/stub" --ready-file "$ready" "${seed[@]}"
	wait_for 20 "$launched" stub_alive ||
		fail "the stand-in does not start; read $INST/log/stub.log"
}

# --- programs -----------------------------------------------------------------------------------------

programs() {	# KIND...: their names, such as page/home, from the list that the build wrote
	local kind
	for kind; do
		grep "^$kind/" "$BUILD/programs"
	done
}

program_start() {	# page/home [WORKERS]
	local sock=$INST/run/$1.sock
	rm -f "$sock"
	launch "$1" spawn-fcgi -s "$sock" -M 0660 -b 1024 -n -- \
		"$(command -v multiwatch)" -f "${2:-$WORKERS}" -r 1000000 -t 50 -s TERM -- "$BUILD/cgi-bin/$1"
}

job_start() {	# work/outbox
	PROGRAM_ENV="${PROGRAM_ENV:-} PRAXIS_DB_USER=praxis_work PRAXIS_DB_PASSWORD=$(secret work)" \
		launch "$1" multiwatch -f 1 -r 1000000 -t 1000 -s TERM -- "$BUILD/cgi-bin/$1"
}

programs_start() {
	local name
	for name in $(programs page hook); do
		pid_of "$name" >/dev/null || program_start "$name"
	done
	[ "$JOBS" = yes ] || return 0
	for name in $(programs work); do
		pid_of "$name" >/dev/null || job_start "$name"
	done
}

# Let the workers of what runs already finish and start again, from new files where there are any;
# end what the build no longer knows.
programs_renew() {
	local name pid
	for name in $(programs_running); do
		pid=$(pid_of "$name") || continue
		if grep -qx "$name" "$BUILD/programs"; then
			kill -s TERM $(pgrep -P "$pid") 2>/dev/null
		else
			end_named TERM 15 "$name"
		fi
	done
}

programs_ready() {
	local name
	for name in $(programs page hook); do
		[ -S "$INST/run/$name.sock" ] || return 1
	done
}

# Names with a process of ours, whether or not the build still knows them.
programs_running() {
	(cd "$INST/run" 2>/dev/null && ls page/*.pid hook/*.pid work/*.pid 2>/dev/null) | sed 's/\.pid$//'
}

# --- web server -----------------------------------------------------------------------------------------

# site_fill FILE: the file with its @NAMES@ replaced.
site_fill() {
	sed -e "s|@NGINX@|$INST/nginx|g" -e "s|@RUN@|$INST/run|g" -e "s|@LOG@|$INST/log|g" \
		-e "s|@PROGRAMS@|$BUILD/cgi-bin|g" -e "s|@FILES@|$INST/files|g" \
		-e "s|@CACHE@|$INST/nginx/cache|g" -e "s|@LOCAL@|$INST/nginx/local*.conf|g" \
		-e "s|@HTDOCS@|$SRC/htdocs|g" -e "s|@MADE@|$BUILD/htdocs|g" \
		-e "s|@LISTEN@;|127.0.0.1:$PORT; listen 127.0.0.2:$PORT;|g" -e "s|@SERVER_NAME@|_|g" \
		-e "s|@PAY@|http://127.0.0.1:$STUB_PORT|g" \
		-e "s|@RATE_SIGNIN@|${RATE:-300r/m}|g" -e "s|@BURST_SIGNIN@|${RATE_BURST:-100}|g" \
		-e "s|@RATE_HOOK@|${RATE:-100r/s}|g" -e "s|@BURST_HOOK@|${RATE_BURST:-500}|g" \
		-e "s|@USER@|$(id -un)|g" "$1"
}

site_write() {
	local f
	for f in demo.conf site.conf page.conf fastcgi.conf headers.conf limits.conf; do
		site_fill "$SRC/nginx/$f" > "$INST/nginx/$f" || return 1
	done
	[ "$(id -u)" -eq 0 ] || sed -i '/^user /d' "$INST/nginx/demo.conf"
}

site_nginx() {
	nginx -p "$INST/nginx/" -c "$INST/nginx/demo.conf" -e "$INST/log/nginx-error.log" "$@"
}

site_start() {
	site_write || return 1
	site_nginx -t >"$INST/log/nginx.log" 2>&1 ||
		fail "the web server refuses its configuration; read $INST/log/nginx.log" || return 1
	if pid_of nginx >/dev/null; then
		kill -HUP "$(pid_of nginx)"
		return
	fi
	launch nginx nginx -p "$INST/nginx/" -c "$INST/nginx/demo.conf" \
		-e "$INST/log/nginx-error.log" -g 'daemon off;'
	wait_for 10 "$launched" port_taken "$PORT" ||
		fail "the web server does not start; read $INST/log/nginx.log and nginx-error.log"
}

# http PATH: the status of a GET, or 000.
http() {
	local line
	exec 8<>"/dev/tcp/127.0.0.1/$PORT" || return 1
	printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$PORT" >&8
	read -r -t 15 line <&8
	exec 8>&-
	line=${line#* }
	echo "${line%% *}"
}

site_healthy() {
	[ "$(http /healthz 2>/dev/null)" = 200 ]
}

# --- all of it -------------------------------------------------------------------------------------------

instance_start() {
	instance_prepare || return 1
	[ -s "$BUILD/programs" ] || fail "nothing is built in $BUILD" || return 1
	pid_of nginx >/dev/null || need_port "$PORT" "the site" PRAXIS_PORT || return 1
	db_start && db_migrate && db_demo && db_address && stub_start || return 1
	programs_renew
	programs_start
	wait_for 10 $$ programs_ready ||
		fail "not all programs open their sockets; read $INST/log/page" || return 1
	site_start || return 1
	wait_for 15 $$ site_healthy && return 0
	grep -h 'what=settings' "$INST"/log/page/*.log 2>/dev/null | tail -n 1 >&2
	fail "http://127.0.0.1:$PORT/healthz does not answer 200; read $INST/log/page/healthz.log"
}

instance_stop() {
	end_named TERM 15 nginx stub $(programs_running)
	db_stop
	instance_kill
}

# What is left, however it came to be left: nothing of this instance runs afterwards.
instance_kill() {
	local pids
	pids=$(instance_pids)
	end KILL 5 $pids
	rm -f "$INST"/run/*.pid "$INST"/run/*/*.pid "$INST"/run/*/*.sock 2>/dev/null
}
