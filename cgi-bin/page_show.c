/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Showing: the page in its frame with what was typed, or a refusal in the same look. */

#include "page_life.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/crypt.h"
#include "lib/sql.h"
#include "lib/str.h"

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
	view_set(v, "PATH", life_path(l->cx.mem));
	view_set(v, "REQUEST", cx->request);
	view_set(v, "TOKEN", life_token(l));
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

/* A form for members was sent by nobody: most often its tab outlived the session. */
static const struct refusal SIGNED_OUT = { "You are signed out",
	"Nothing was changed. Sign in again, and you are back where you were.", false, true,
	false };

static bool
is_signed_out(const struct life *l)
{
	return l->post && l->cx.me == 0 && l->pg->access != ACCESS_VISITOR;
}

/* The error page; when even that cannot be made, its bare words. */
void
life_refuse(struct life *l, int status)
{
	const struct refusal *says = status == 403 && is_signed_out(l) ? &SIGNED_OUT :
	    answer_refusal(status);
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
	view_set(v, "LOGIN", life_login(l));
	view_show_if(v, "RETRY", says->retry && !l->post);
	view_show_if(v, "SIGN_IN", says->sign_in && l->cx.me == 0);
	view_show_if(v, "FIND", says->find);
	if (!l->pg->bare && render(l, v, "layout/error.tpl") == OK)
		return;
	plain = arena_fmt(l->cx.mem, "%s\n", says->headline);
	(void)page_bytes(&l->rq, "text/plain; charset=utf-8", NULL, plain, strlen(plain));
}

enum outcome
life_show(struct life *l)
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

void
life_leave_notice(struct life *l)
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
