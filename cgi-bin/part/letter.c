/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mail as it is written at the moment of sending. */

#include "part/letter.h"

#include <jansson.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/str.h"
#include "model/account.h"
#include "part/event.h"
#include "part/letter_session.h"

struct note {			/* a mail about the account itself */
	struct ctx	*cx;
	const struct errand *e;
	const struct reader *to;
	const struct told *told;
	struct view	*v;
	struct letter	*l;
};

static const char *
text_of(struct ctx *cx, const json_t *object, const char *key)
{
	return arena_str(cx->mem, json_string_value(json_object_get(object, key)));
}

static enum outcome
read_data(struct ctx *cx, const char *data, struct told *t)
{
	json_t *object = NULL;

	memset(t, 0, sizeof(*t));
	t->currency = t->mail = t->fresh = t->action = t->reason = "";
	if (str_is_empty(data))
		return OK;
	if ((object = json_loads(data, JSON_REJECT_DUPLICATES, NULL)) == NULL) {
		log_fault(cx, "letter", "the data of a row are no JSON");
		return BROKEN;
	}
	t->was = json_integer_value(json_object_get(object, "was"));
	t->minor = json_integer_value(json_object_get(object, "minor"));
	t->on = json_is_true(json_object_get(object, "on"));
	t->currency = text_of(cx, object, "currency");
	t->mail = text_of(cx, object, "mail");
	t->fresh = text_of(cx, object, "new");
	t->action = text_of(cx, object, "action");
	t->reason = text_of(cx, object, "reason");
	json_decref(object);
	return OK;
}

/* ---- about the account ------------------------------------------------------------------- */

/* A link that opens something once; its text is in this mail and nowhere else. */
static enum outcome
link_with_token(struct note *n, const char *kind, const char *page)
{
	const char *mail = str_is_empty(n->told->mail) ? NULL : n->told->mail, *token;
	enum outcome res;

	if ((res = account_mail_token(n->cx, n->to->id, kind, mail, &token)) != OK)
		return res;
	view_fmt(n->v, "LINK", "%s/%s/%s", n->cx->site.address, page, token);
	return OK;
}

static enum outcome
verify(struct note *n)
{
	if (n->to->is_verified) {
		n->l->dropped = "the address was proven meanwhile";
		return OK;
	}
	return link_with_token(n, "verify", "verify");
}

static enum outcome
recover(struct note *n)
{
	return link_with_token(n, "recover", "recover");
}

static enum outcome
address(struct note *n)
{
	if (str_is_empty(n->told->mail))
		return BROKEN;
	view_set(n->v, "OLD", n->to->mail);
	return link_with_token(n, "address", "verify");
}

static enum outcome
address_old(struct note *n)
{
	view_set(n->v, "NEW", n->told->fresh);
	return OK;
}

/* Nothing but the words of the template, and when it happened. */
static enum outcome
plain(struct note *n)
{
	view_set(n->v, "AT", clock_full(n->cx->mem, n->e->created, n->to->zone));
	view_show(n->v, n->told->on ? "ON" : "OFF");
	return OK;
}

/* What an admin has decided about a coach, in the words of that moment. */
static enum outcome
coach_status(struct note *n)
{
	static const char *const sections[][2] = {
		{ "approve", "APPROVE" }, { "reject", "REJECT" }, { "suspend", "SUSPEND" },
		{ "reactivate", "REACTIVATE" },
	};
	enum outcome res = BROKEN;
	size_t i;

	for (i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
		if (str_eq(sections[i][0], n->told->action)) {
			view_show(n->v, sections[i][1]);
			res = OK;
		}
	if (!str_is_empty(n->told->reason))
		view_set(view_add(n->v, "REASON"), "REASON_TEXT", n->told->reason);
	view_set(n->v, "AT", clock_full(n->cx->mem, n->e->created, n->to->zone));
	view_fmt(n->v, "PRACTICE_URL", "%s/practice/bookings", n->cx->site.address);
	return res;
}

static const struct {
	const char	*tmpl;
	enum outcome	(*write)(struct note *);
} notes[] = {
	{ "verify", verify },
	{ "known", plain },
	{ "recover", recover },
	{ "address", address },
	{ "address-old", address_old },
	{ "password-changed", plain },
	{ "totp-changed", plain },
	{ "coach-status", coach_status },
};

static enum outcome
about_account(struct ctx *cx, const struct errand *e, const struct reader *to,
    const struct told *told, struct view *v, struct letter *l)
{
	struct note n = { cx, e, to, told, v, l };
	size_t i;

	for (i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
		if (str_eq(notes[i].tmpl, e->tmpl))
			return notes[i].write(&n);
	log_fault(cx, "letter", "no mail is called %s", e->tmpl);
	return BROKEN;
}

/* ---- the letter -------------------------------------------------------------------------- */

static void
say_frame(struct ctx *cx, const struct reader *to, struct view *v)
{
	view_set(v, "NAME", to->name);
	view_set(v, "SITE", cx->site.name);
	view_set(v, "ADDRESS", cx->site.address);
	view_set(v, "SUPPORT", cx->site.support);
	view_set(v, "LOGIN_URL", arena_fmt(cx->mem, "%s/login", cx->site.address));
	view_set(v, "RECOVER_URL", arena_fmt(cx->mem, "%s/recover", cx->site.address));
	view_set(v, "SECURITY_URL", arena_fmt(cx->mem, "%s/account/security", cx->site.address));
}

/* The same for every try, so that a letter that was sent twice is shown once. */
static const char *
message_id(struct ctx *cx, const struct errand *e)
{
	const char *what = arena_fmt(cx->mem, "%lld:%s", (long long)cx->tenant, e->once);

	return arena_fmt(cx->mem, "%.40s@%s", crypt_sha256(cx->mem, what, strlen(what)),
	    part_host(cx));
}

static enum outcome
render(struct ctx *cx, const char *tmpl, struct view *v, struct mail *m)
{
	char *subject, *text, *html;
	enum outcome res;
	size_t n;

	res = view_render(v, cx->mem, arena_fmt(cx->mem, "mail/%s.subject.tpl", tmpl), &subject,
	    &n);
	if (res != OK)
		return res;
	m->subject = str_trim(cx->mem, subject);
	view_set(v, "SUBJECT", m->subject);
	res = view_render(v, cx->mem, arena_fmt(cx->mem, "mail/%s.text.tpl", tmpl), &text, &n);
	if (res == OK)
		res = view_render(v, cx->mem, arena_fmt(cx->mem, "mail/%s.html.tpl", tmpl), &html,
		    &n);
	if (res != OK)
		return res;
	m->text = text;
	m->html = html;
	return OK;
}

static void
envelope(struct ctx *cx, const struct errand *e, const struct reader *to, const struct told *told,
    struct mail *m)
{
	m->from_name = cx->site.name;
	m->from = cx->site.mail_from;
	m->to_name = to->name;
	m->to = str_is_empty(told->mail) ? to->mail : told->mail;
	m->reply_to = cx->site.support;
	m->message_id = message_id(cx, e);
}

enum outcome
part_letter(struct ctx *cx, const struct errand *e, struct letter *l)
{
	struct view *v = view_new(cx->mem);
	struct reader to;
	struct told told;
	enum outcome res;

	memset(l, 0, sizeof(*l));
	res = outbox_reader(cx, e, &to);
	if (res == NOT_FOUND || (res == OK && to.is_closed)) {
		l->dropped = "the account is closed";
		return OK;
	}
	if (res != OK || (res = read_data(cx, e->data, &told)) != OK)
		return res;
	cx->zone = to.zone;
	say_frame(cx, &to, v);
	res = (letter_is_session(e->tmpl) ? letter_session : about_account)(cx, e, &to, &told, v,
	    l);
	if (res != OK || l->dropped != NULL)
		return res;
	envelope(cx, e, &to, &told, &l->mail);
	return render(cx, e->tmpl, v, &l->mail);
}
