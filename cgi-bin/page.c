/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The life of a request: who, where, may they, what did they send, run it, answer. */

#include "page_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/crypt.h"
#include "lib/fcgi.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "page_life.h"

enum { VISIT_LIFE = 8 * HOUR };

struct life *life_now;

static enum outcome
tx_post(struct ctx *cx, void *arg)
{
	struct life *l = arg;

	(void)cx;
	return (l->action != NULL ? l->action->post : l->pg->post)(&l->rq);
}

static bool
pick_action(struct life *l)
{
	const struct action *a;

	for (a = l->pg->actions; a != NULL && a->name != NULL; a++)
		if (str_eq(a->name, input_act(l->rq.in))) {
			l->action = a;
			return true;
		}
	return l->pg->actions == NULL && l->pg->post != NULL;
}

static enum outcome
run_post(struct life *l)
{
	req_fn *before = l->action != NULL ? l->action->before : l->pg->before;
	req_fn *after = l->action != NULL ? l->action->after : l->pg->after;
	bool has_post = (l->action != NULL ? l->action->post : l->pg->post) != NULL;
	enum outcome res = OK;

	if (!input_ok(l->rq.in))
		return INVALID;
	if (before != NULL)
		res = before(&l->rq);
	if (res == OK && has_post)
		res = sql_tx(&l->cx, tx_post, l);
	if (res == OK && after != NULL)
		res = after(&l->rq);
	return res;
}

struct shown {
	struct life	*l;
	struct view	*v;
};

/* A POST that a person has to look at again is the same page, with what was typed. */
static enum outcome
post(struct life *l)
{
	enum outcome res;

	if (l->pg->access != ACCESS_SIGNED && life_is_forged(l))
		return DENIED;
	if (!pick_action(l)) {
		l->ans.status = l->pg->post == NULL && l->pg->actions == NULL ? 405 : 400;
		return INVALID;
	}
	res = run_post(l);
	if (res == OK && l->ans.to != NULL) {
		life_leave_notice(l);
		return OK;
	}
	if (res == OK && l->ans.has_bytes)
		return OK;
	if (res == OK) {
		log_fault(&l->cx, "page", "a POST of %s went nowhere", l->pg->name);
		return BROKEN;
	}
	if (res != INVALID || input_ok(l->rq.in) || l->pg->get == NULL)
		return res;
	l->ans.status = 422;
	return life_show(l);
}

static enum outcome
respond(struct life *l)
{
	enum outcome res;

	if ((res = life_read(l)) != OK)
		return res;
	if ((res = life_identify(l)) != OK && !(res == NOT_FOUND && (l->pg->anywhere ||
	    l->pg->access == ACCESS_SIGNED)))
		return res;
	l->ans.shared = l->pg->access == ACCESS_PUBLIC && l->cx.me == 0 && !l->post;
	res = input_read(&l->cx, l->pg->fields, &l->raw, &l->rq.in);
	if (res != OK) {
		l->ans.status = res == INVALID ? 400 : 404;
		return res;
	}
	if ((res = life_admit(l)) != OK) {
		if (l->pg->access == ACCESS_SIGNED && res == DENIED)
			l->ans.status = 401;
		return res;
	}
	if (l->ans.to != NULL)
		return OK;
	return l->post ? post(l) : life_show(l);
}

/* A token in the address opens a door: it stays out of the log. */
static const char *
logged_path(struct life *l)
{
	const struct field *f;

	for (f = l->pg->fields; f != NULL && f->name != NULL; f++)
		if (f->path && f->kind == FIELD_TOKEN && !str_is_empty(l->raw.path))
			return arena_fmt(l->cx.mem, "/%s/-", l->pg->name);
	return life_path(l->cx.mem);
}

static void
log_request(struct life *l, const struct timespec *since)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	log_event(&l->cx, "request", "method=%s path=%.120s status=%d ms=%ld tenant=%lld"
	    " account=%lld",
	    l->raw.method != NULL ? l->raw.method : "-", logged_path(l), l->ans.status,
	    (long)((now.tv_sec - since->tv_sec) * 1000 + (now.tv_nsec - since->tv_nsec) / 1000000),
	    (long long)l->cx.tenant, (long long)l->cx.me);
}

static void
serve(const struct page *pg, struct db *db, struct arena *mem)
{
	struct life l = { .pg = pg };
	struct timespec since;
	enum outcome res;

	(void)clock_gettime(CLOCK_MONOTONIC, &since);
	life_now = &l;
	l.cx.mem = mem;
	l.cx.db = db;
	l.cx.now = clock_now();
	l.cx.zone = "UTC";
	l.cx.net = "";
	l.cx.request = life_request_id(mem);
	l.rq.cx = &l.cx;
	l.rq.raw = &l.raw;
	l.rq.ans = &l.ans;
	answer_init(&l.cx, &l.ans);
	res = respond(&l);
	if (l.visit_new)
		answer_cookie(&l.ans, "__Host-visit", l.visit, VISIT_LIFE, false);
	if (res != OK)
		life_refuse(&l, l.ans.status >= 400 && l.ans.status != 422 ? l.ans.status :
		    answer_status(res));
	else if (l.ans.to != NULL) {
		l.ans.status = 303;
		(void)page_bytes(&l.rq, "text/plain", NULL, "", 0);
	} else if (l.ans.status == 0)
		l.ans.status = 200;
	answer_send(&l.cx, &l.ans, l.head);
	session_touch(&l.cx, &l.session);
	log_request(&l, &since);
	life_now = NULL;
}

/* A declaration that leaves the access open, or a page without its template, does not start. */
static bool
is_sound(const struct page *pg)
{
	bool posts = pg->post != NULL || pg->actions != NULL || pg->before != NULL;

	if (pg->name == NULL || pg->access < ACCESS_PUBLIC || pg->access > ACCESS_SIGNED)
		return false;
	if ((pg->access == ACCESS_SIGNED) != (pg->signed_by != NULL))
		return false;
	if (pg->access == ACCESS_PUBLIC && posts)
		return false;	/* its forms would carry one visitor's token to all */
	return pg->get != NULL || posts;
}

int
page_run(const struct page *pg, int argc, char **argv)
{
	struct arena *mem = arena_new();
	struct db *db;

	if (argc > 1 && str_eq(argv[1], "--describe")) {
		page_describe(pg);
		arena_free(mem);
		return 0;
	}
	log_name(pg->name != NULL ? pg->name : "?");
	if (!is_sound(pg)) {
		log_fault(NULL, "start", "the declaration of this page is incomplete");
		return 70;	/* EX_SOFTWARE */
	}
	conf_load();
	if (!pg->bare && pg->get != NULL && (view_load("layout/base.tpl") != OK ||
	    view_load("layout/error.tpl") != OK ||
	    view_load(arena_fmt(mem, "page/%s.tpl", pg->name)) != OK)) {
		log_fault(NULL, "start", "a template of this page does not load");
		return 78;
	}
	db = sql_open();
	while (fcgi_next()) {
		serve(pg, db, mem);
		fcgi_done();
		arena_reset(mem);
	}
	arena_free(mem);
	sql_close(db);
	return 0;
}
