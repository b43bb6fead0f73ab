/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The life of a background job: daemon, or --once from cron. */

#include "work.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"

enum { ROUNDS_ONCE = 10000 };	/* a cron call ends even when work keeps coming in */

static volatile sig_atomic_t ending;

static void
on_term(int sig)
{
	(void)sig;
	ending = 1;
}

/* One round in fresh memory at a fresh time. */
static enum outcome
turn(const struct work *w, struct arena *mem, struct db *db)
{
	struct ctx cx = { .mem = mem, .db = db, .zone = "UTC", .net = "", .my_name = "",
	    .my_mail = "" };
	enum outcome res;

	cx.now = clock_now();
	cx.request = arena_strn(mem, crypt_token(mem), 16);
	res = w->round(&cx);
	if (res != OK && res != NOT_FOUND)
		log_fault(&cx, "round", "outcome %d", (int)res);
	arena_reset(mem);
	return res;
}

/* Sleep in short pieces, so that TERM ends the program at once. */
static void
rest(int seconds)
{
	int i;

	for (i = 0; i < seconds * 10 && !ending; i++)
		(void)usleep(100000);
}

int
work_run(const struct work *w, int argc, char **argv)
{
	bool once = argc > 1 && str_eq(argv[1], "--once");
	struct sigaction sa = { .sa_handler = on_term };
	struct arena *mem;
	struct db *db;
	enum outcome res = OK;
	int rounds;

	log_name(w->name);
	conf_load();
	(void)sigemptyset(&sa.sa_mask);
	(void)sigaction(SIGTERM, &sa, NULL);
	(void)sigaction(SIGINT, &sa, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	mem = arena_new();
	db = sql_open();
	for (rounds = 0; !ending && !(once && rounds > ROUNDS_ONCE); rounds++) {
		res = turn(w, mem, db);
		if (res == OK)
			continue;
		if (once)
			break;
		rest(w->pause > 0 ? w->pause : 1);
	}
	sql_close(db);
	arena_free(mem);
	return once && res != NOT_FOUND && res != OK ? 1 : 0;
}
