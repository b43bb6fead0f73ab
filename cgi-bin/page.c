/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The life of a request: who, where, may they, what did they send, run it, answer. */

#include "page_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "answer.h"
#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/crypt.h"
#include "lib/fcgi.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/session.h"

enum { BODY_MAX = 64 * 1024, COOKIES_MAX = 8 * 1024, VISIT_LIFE = 8 * HOUR };

/* Everything one request has, beside what the page sees. */
struct life {
	const struct page *pg;
	const struct action *action;
	struct ctx	 cx;
	struct req	 rq;
	struct raw	 raw;
	struct answer	 ans;
	struct session	 session;
	const char	*host, *visit;
	bool		 post, head, visit_new;
};

static struct life *current;	/* one request at a time per process */

static const char *
env(const char *name)
{
	const char *value = fcgi_env(name);

	return value == NULL ? "" : value;
}

/* The path as the browser asked for it; never the start of an address of somebody else's. */
static const char *
asked_path(struct arena *mem)
{
	const char *uri = env("REQUEST_URI");

	while (uri[0] == '/' && (uri[1] == '/' || uri[1] == '\\'))
		uri++;
	return uri[0] == '/' ? arena_strn(mem, uri, strcspn(uri, "?#")) : "/";
}

/* ---- what pages may ask and say -------------------------------------------------------- */

enum outcome
in_fault(struct req *rq, int field, const char *sentence)
{
	input_fault(rq->in, field, sentence);
	return INVALID;
}

enum outcome
go(struct req *rq, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	rq->ans->to = arena_vfmt(rq->cx->mem, fmt, ap);
	va_end(ap);
	return OK;
}

enum outcome
go_out(struct req *rq, const char *url)
{
	/* A partner's word is no reason to send a person to anything but a web page. */
	if (!str_starts(url, "https://") && (conf_is_live() || !str_starts(url, "http://")))
		return BROKEN;
	if (strpbrk(url, "\r\n") != NULL)
		return BROKEN;
	rq->ans->to = arena_str(rq->cx->mem, url);
	return OK;
}

void
page_notice(struct req *rq, const char *sentence)
{
	rq->ans->notice = sentence;
}

void
page_title(struct req *rq, const char *title)
{
	rq->ans->title = title;
}

void
page_status(struct req *rq, int status)
{
	rq->ans->status = status;
}

enum outcome
page_bytes(struct req *rq, const char *type, const char *file, const char *bytes, size_t len)
{
	rq->ans->type = type;
	rq->ans->file = file;
	rq->ans->bytes = bytes;
	rq->ans->len = len;
	rq->ans->has_bytes = true;
	return OK;
}

void
page_session(struct req *rq, const char *token, int64_t max_age)
{
	answer_cookie(rq->ans, "__Host-session", token != NULL ? token : "",
	    token != NULL ? (long)max_age : 0, false);
}

void
page_cookie(struct req *rq, const char *name, const char *value, int64_t max_age)
{
	if (strpbrk(value, " \t\r\n\",;\\") == NULL)
		answer_cookie(rq->ans, name, value, (long)max_age, !str_starts(name, "__Host-"));
}

const char *
page_get_cookie(struct req *rq, const char *name)
{
	return cookie_get(rq->cx->mem, rq->raw->cookies, name);
}

const char *
page_header(struct req *rq, const char *cgi_name)
{
	(void)rq;
	return env(cgi_name);
}

void
page_no_cache(struct req *rq)
{
	rq->ans->shared = false;
}

bool
page_is_proven(struct req *rq)
{
	return rq->cx->session != NULL && current->session.proven + SESSION_PROVEN >= rq->cx->now;
}

/* ---- reading the request --------------------------------------------------------------- */

static bool
is_request_id(const char *s)
{
	return strlen(s) == 32 && strspn(s, "0123456789abcdef") == 32;
}

/* /24 of an IPv4 address, the first four groups of an IPv6 one: what limits count by. */
static const char *
network(struct arena *mem, const char *address)
{
	char *p = arena_str(mem, address);
	char sep = strchr(p, ':') != NULL ? ':' : '.';
	int keep = sep == ':' ? 4 : 3;
	char *s;

	for (s = p; *s != '\0'; s++)
		if (*s == sep && --keep == 0)
			break;
	*s = '\0';
	return p;
}

/* The whole body is taken before anything is answered: nginx would report 502 otherwise. */
static enum outcome
read_body(struct life *l)
{
	int64_t len = 0, max = l->pg->body_max > 0 ? l->pg->body_max : BODY_MAX;
	char waste[4096], *p;
	size_t got;

	if (*env("CONTENT_LENGTH") != '\0' &&
	    !str_to_int(env("CONTENT_LENGTH"), 0, INT64_MAX, &len))
		return INVALID;
	if (len > max) {
		while (fcgi_read(waste, sizeof(waste)) == sizeof(waste))
			continue;
		l->ans.status = 413;
		return INVALID;
	}
	p = arena_get(l->cx.mem, (size_t)len + 1);
	got = len > 0 ? fcgi_read(p, (size_t)len) : 0;
	l->raw.body = p;
	l->raw.len = got;
	return got == (size_t)len ? OK : INVALID;
}

static enum outcome
read_request(struct life *l)
{
	struct arena *mem = l->cx.mem;
	const char *method = env("REQUEST_METHOD");

	l->raw.method = arena_str(mem, method);
	l->raw.path = arena_str(mem, env("PATH_INFO"));
	l->raw.query = arena_str(mem, env("QUERY_STRING"));
	l->raw.cookies = strlen(env("HTTP_COOKIE")) > COOKIES_MAX ? "" :
	    arena_str(mem, env("HTTP_COOKIE"));
	l->raw.type = arena_str(mem, env("CONTENT_TYPE"));
	l->raw.body = "";
	l->host = str_lower(mem, *env("HTTP_HOST") != '\0' ? env("HTTP_HOST") : env("SERVER_NAME"));
	l->cx.net = network(mem, env("REMOTE_ADDR"));
	l->post = str_eq(method, "POST");
	l->head = str_eq(method, "HEAD");
	if (!l->post && !l->head && !str_eq(method, "GET")) {
		l->ans.status = 405;
		return INVALID;
	}
	return l->post ? read_body(l) : OK;
}

/* ---- who may --------------------------------------------------------------------------- */

static const char *
token_cookie(struct life *l, const char *name)
{
	const char *t = cookie_get(l->cx.mem, l->raw.cookies, name);

	return t != NULL && strlen(t) == CRYPT_TOKEN ? t : NULL;
}

static enum outcome
identify(struct life *l)
{
	struct ctx *cx = &l->cx;
	const char *zone;
	enum outcome res;

	res = session_load(cx, l->host, token_cookie(l, "__Host-session"), &l->session);
	if (res != OK)
		return res;
	if (cx->me == 0) {
		zone = cookie_get(cx->mem, l->raw.cookies, "zone");
		if (zone != NULL && zone_is(zone))
			cx->zone = zone;
	}
	l->visit = token_cookie(l, "__Host-visit");
	if (l->visit == NULL && cx->me == 0 && l->pg->access == ACCESS_VISITOR) {
		l->visit = crypt_token(cx->mem);
		l->visit_new = true;
	}
	return OK;
}

/* The token that forms carry: bound to the session, or to the visit of somebody not signed in. */
static const char *
form_token(struct life *l)
{
	if (l->cx.session != NULL)
		return crypt_sign(l->cx.mem, "form", l->cx.session);
	return l->visit != NULL ? crypt_sign(l->cx.mem, "form", l->visit) : "";
}

/* A POST comes from our own page: by Origin, else by Referer; neither is no proof. */
static bool
is_own_origin(struct life *l)
{
	const char *from = env("HTTP_ORIGIN");
	size_t n = strlen(l->host);

	if (*from == '\0')
		from = env("HTTP_REFERER");
	if (str_starts(from, "https://"))
		from += 8;
	else if (str_starts(from, "http://"))
		from += 7;
	else
		return false;
	return strncmp(from, l->host, n) == 0 && (from[n] == '\0' || from[n] == '/');
}

static bool
is_forged(struct life *l)
{
	const char *token = form_token(l);

	return !is_own_origin(l) || l->visit_new || *token == '\0' ||
	    !crypt_same(token, input_hidden(l->rq.in, "token"));
}

static bool
has_access(const struct life *l)
{
	switch (l->pg->access) {
	case ACCESS_PUBLIC:
	case ACCESS_VISITOR:
	case ACCESS_SIGNED:
		return true;
	case ACCESS_MEMBER:
		return l->cx.me != 0 && l->cx.roles != 0;
	case ACCESS_COACH:
		return (l->cx.roles & ROLE_COACH) != 0;
	case ACCESS_ADMIN:
		return (l->cx.roles & (ROLE_ADMIN | ROLE_SYSTEM)) != 0;
	}
	return false;
}

static enum outcome
admit(struct life *l)
{
	struct ctx *cx = &l->cx;

	if (l->pg->access == ACCESS_SIGNED)
		return l->pg->signed_by(&l->rq);
	if (l->pg->feature != NULL && strstr(l->session.features,
	    arena_fmt(cx->mem, " %s ", l->pg->feature)) == NULL)
		return NOT_FOUND;
	if (has_access(l))
		return OK;
	if (cx->me == 0 && !l->post)
		return go(&l->rq, "/login?back=%s", str_url(cx->mem, arena_fmt(cx->mem, "%s%s%s",
		    asked_path(l->cx.mem), *l->raw.query != '\0' ? "?" : "", l->raw.query)));
	return DENIED;
}

/* ---- running it ------------------------------------------------------------------------ */

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

static enum outcome
tx_get(struct ctx *cx, void *arg)
{
	struct shown *s = arg;

	/* A repeated transaction starts from an empty view. */
	s->v = view_new(cx->mem);
	return s->l->pg->get(&s->l->rq, s->v);
}

/* ---- showing it ------------------------------------------------------------------------ */

static void
show_typed(struct life *l, struct view *v)
{
	const struct field *f = l->pg->fields;
	struct arena *mem = l->cx.mem;
	const char *name, *fault, *typed;
	struct view *e;
	char *c;
	bool sent;
	int i;

	for (i = 0; f != NULL && f[i].name != NULL; i++) {
		/* The other forms of the page keep what .get has put there. */
		sent = l->post && (f[i].act == NULL || str_eq(f[i].act, input_act(l->rq.in)));
		for (c = arena_str(mem, f[i].name), name = c; *c != '\0'; c++)
			*c = *c == '-' ? '_' : (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
		typed = input_typed(l->rq.in, i);
		fault = input_fault_of(l->rq.in, i);
		if (sent || fault != NULL || !view_has(v, arena_fmt(mem, "V_%s", name)))
			view_set(v, arena_fmt(mem, "V_%s", name), typed);
		if (f[i].kind == FIELD_FLAG && sent)
			view_hide(v, arena_fmt(mem, "IS_%s", name));
		if (f[i].kind == FIELD_FLAG && input_flag(l->rq.in, i))
			view_show(v, arena_fmt(mem, "IS_%s", name));
		if (fault != NULL) {
			e = view_add(v, arena_fmt(mem, "E_%s", name));
			view_set(e, arena_fmt(mem, "E_%s_TEXT", name), fault);
		}
	}
	if ((fault = input_fault_of(l->rq.in, -1)) != NULL)
		view_set(view_add(v, "FAULT"), "FAULT_TEXT", fault);
}

/* The sentence left by the page before; it carries our signature, so nobody can plant one. */
static void
show_notice(struct life *l, struct view *v)
{
	struct arena *mem = l->cx.mem;
	const char *c = cookie_get(mem, l->raw.cookies, "__Host-notice");
	const char *hex = c != NULL ? strchr(c, '.') : NULL;
	size_t n = hex != NULL ? strlen(hex + 1) / 2 : 0;
	char *text = arena_get(mem, n + 1);

	if (hex == NULL)
		return;
	answer_cookie(&l->ans, "__Host-notice", "", 0, false);
	l->ans.shared = false;
	if (str_unhex(hex + 1, text, n) && crypt_same(crypt_sign(mem, "notice", text),
	    arena_strn(mem, c, (size_t)(hex - c))))
		view_set(view_add(v, "NOTICE"), "NOTICE_TEXT", text);
}

static void
show_frame(struct life *l, struct view *v)
{
	struct ctx *cx = &l->cx;
	bool member = cx->me != 0;

	view_set(v, "TITLE", l->ans.title != NULL ? l->ans.title :
	    l->pg->title != NULL ? l->pg->title : "Praxis");
	view_set(v, "SITE", cx->site.name != NULL ? cx->site.name : "Praxis");
	view_set(v, "LANG", "en");
	view_set(v, "PATH", asked_path(l->cx.mem));
	view_set(v, "REQUEST", cx->request);
	view_set(v, "TOKEN", form_token(l));
	view_set(v, "ZONE", clock_zone_name(cx->mem, cx->zone));
	view_set(v, "NOW_TEXT", clock_hhmm(cx->mem, cx->now, cx->zone));
	view_set(v, "MY_NAME", cx->my_name);
	view_show_if(v, "SIGNED_IN", member);
	view_show_if(v, "VISITOR", !member);
	view_show_if(v, "COACH", (cx->roles & ROLE_COACH) != 0);
	view_show_if(v, "ADMIN", (cx->roles & (ROLE_ADMIN | ROLE_SYSTEM)) != 0);
	view_show_if(v, "DEMO", conf_is_demo());
	show_notice(l, v);
}

static enum outcome
render(struct life *l, struct view *v, const char *inner)
{
	enum outcome res;
	char *text;
	size_t len;

	show_frame(l, v);
	view_include(v, "PAGE", inner);
	if ((res = view_render(v, l->cx.mem, "layout/base.tpl", &text, &len)) != OK)
		return res;
	return page_bytes(&l->rq, "text/html; charset=utf-8", NULL, text, len);
}

/* The error page; when even that cannot be made, its bare words. */
static void
refuse(struct life *l, int status)
{
	const struct refusal *says = answer_refusal(status);
	struct view *v = view_new(l->cx.mem);
	char *plain;

	l->ans.status = status;
	l->ans.to = NULL;
	l->ans.file = NULL;
	l->ans.shared = false;
	l->ans.title = says->headline;
	view_int(v, "STATUS", status);
	view_set(v, "HEADLINE", says->headline);
	view_set(v, "EXPLANATION", says->explanation);
	view_show_if(v, "RETRY", says->retry && !l->post);
	view_show_if(v, "SIGN_IN", says->sign_in && l->cx.me == 0);
	view_show_if(v, "FIND", says->find);
	if (!l->pg->bare && render(l, v, "layout/error.tpl") == OK)
		return;
	plain = arena_fmt(l->cx.mem, "%s\n", says->headline);
	(void)page_bytes(&l->rq, "text/plain; charset=utf-8", NULL, plain, strlen(plain));
}

static enum outcome
show(struct life *l)
{
	struct shown s = { l, NULL };
	enum outcome res = OK;

	if (l->pg->sync != NULL && !l->post && (res = l->pg->sync(&l->rq)) != OK)
		return res;
	if (l->ans.to != NULL)
		return OK;
	if (l->pg->get == NULL)
		return NOT_FOUND;
	if ((res = sql_tx_read(&l->cx, tx_get, &s)) != OK || l->ans.to != NULL || l->ans.has_bytes)
		return res;
	show_typed(l, s.v);
	return render(l, s.v, arena_fmt(l->cx.mem, "page/%s.tpl", l->pg->name));
}

static void
leave_notice(struct life *l)
{
	struct arena *mem = l->cx.mem;
	const char *text = l->ans.notice;
	char *hex;

	if (text == NULL)
		return;
	hex = arena_get(mem, 2 * strlen(text) + 1);
	str_hex(text, strlen(text), hex);
	answer_cookie(&l->ans, "__Host-notice", arena_fmt(mem, "%s.%s",
	    crypt_sign(mem, "notice", text), hex), MINUTE, false);
}

/* A POST that a person has to look at again is the same page, with what was typed. */
static enum outcome
post(struct life *l)
{
	enum outcome res;

	if (l->pg->access != ACCESS_SIGNED && is_forged(l))
		return DENIED;
	if (!pick_action(l)) {
		l->ans.status = l->pg->post == NULL && l->pg->actions == NULL ? 405 : 400;
		return INVALID;
	}
	res = run_post(l);
	if (res == OK && l->ans.to != NULL) {
		leave_notice(l);
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
	return show(l);
}

static enum outcome
respond(struct life *l)
{
	enum outcome res;

	if ((res = read_request(l)) != OK)
		return res;
	if ((res = identify(l)) != OK && !(res == NOT_FOUND && (l->pg->anywhere ||
	    l->pg->access == ACCESS_SIGNED)))
		return res;
	l->ans.shared = l->pg->access == ACCESS_PUBLIC && l->cx.me == 0 && !l->post;
	res = input_read(&l->cx, l->pg->fields, &l->raw, &l->rq.in);
	if (res != OK) {
		l->ans.status = res == INVALID ? 400 : 404;
		return res;
	}
	if ((res = admit(l)) != OK) {
		if (l->pg->access == ACCESS_SIGNED && res == DENIED)
			l->ans.status = 401;
		return res;
	}
	if (l->ans.to != NULL)
		return OK;
	return l->post ? post(l) : show(l);
}

/* A token in the address opens a door: it stays out of the log. */
static const char *
logged_path(struct life *l)
{
	const struct field *f;

	for (f = l->pg->fields; f != NULL && f->name != NULL; f++)
		if (f->path && f->kind == FIELD_TOKEN && !str_is_empty(l->raw.path))
			return arena_fmt(l->cx.mem, "/%s/-", l->pg->name);
	return asked_path(l->cx.mem);
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
	current = &l;
	l.cx.mem = mem;
	l.cx.db = db;
	l.cx.now = clock_now();
	l.cx.zone = "UTC";
	l.cx.net = "";
	l.cx.request = is_request_id(env("REQUEST_ID")) ? arena_str(mem, env("REQUEST_ID")) :
	    arena_strn(mem, crypt_token(mem), 32);
	l.rq.cx = &l.cx;
	l.rq.raw = &l.raw;
	l.rq.ans = &l.ans;
	answer_init(&l.cx, &l.ans);
	res = respond(&l);
	if (l.visit_new)
		answer_cookie(&l.ans, "__Host-visit", l.visit, VISIT_LIFE, false);
	if (res != OK)
		refuse(&l, l.ans.status >= 400 && l.ans.status != 422 ? l.ans.status :
		    answer_status(res));
	else if (l.ans.to != NULL) {
		l.ans.status = 303;
		(void)page_bytes(&l.rq, "text/plain", NULL, "", 0);
	} else if (l.ans.status == 0)
		l.ans.status = 200;
	answer_send(&l.cx, &l.ans, l.head);
	session_touch(&l.cx, &l.session);
	log_request(&l, &since);
	current = NULL;
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
	struct arena *mem;
	struct db *db;

	if (argc > 1 && str_eq(argv[1], "--describe")) {
		page_describe(pg);
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
	    view_load(arena_fmt(mem = arena_new(), "page/%s.tpl", pg->name)) != OK)) {
		log_fault(NULL, "start", "a template of this page does not load");
		return 78;
	}
	db = sql_open();
	mem = arena_new();
	while (fcgi_next()) {
		serve(pg, db, mem);
		fcgi_done();
		arena_reset(mem);
	}
	arena_free(mem);
	sql_close(db);
	return 0;
}
