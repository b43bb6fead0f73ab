/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A forgotten password: a link by mail, and behind it a new one. */

#include "lib/str.h"
#include "model/account.h"
#include "model/mail_token.h"
#include "model/password.h"
#include "model/session.h"
#include "model/signin.h"
#include "page.h"

enum { TOKEN, MAIL, PASSWORD, SENT };

static const struct field fields[] = {
	[TOKEN] = { "token-in-mail", FIELD_TOKEN, .path = true },
	[MAIL] = { "mail", FIELD_MAIL, .act = "write", .required = true,
	    .label = "your email address" },
	[PASSWORD] = { "password", FIELD_SECRET, .act = "set", .required = true,
	    .min = PASSWORD_MIN, .max = PASSWORD_MAX, .label = "a new password" },
	[SENT] = { "sent", FIELD_FLAG, .query = true },
	{ .name = NULL },
};

static const char *encoded;	/* made ahead of the transaction */

/* NOT_FOUND: none of ours, used, or too old. */
static enum outcome
find(struct req *rq, struct mail_token *t, struct account *a)
{
	enum outcome res = mail_token_find(rq->cx, in_text(rq, TOKEN), t);

	if (res == OK && (!str_eq(t->kind, "recover") || !mail_token_is_live(t, rq->cx->now)))
		return NOT_FOUND;
	return res == OK ? account_proven(rq->cx, t->account, a) : res;
}

static enum outcome
show_link(struct req *rq, struct view *v)
{
	struct mail_token t;
	struct account a;
	enum outcome res = find(rq, &t, &a);

	if (res != OK && res != NOT_FOUND)
		return res;
	if (res == NOT_FOUND) {
		page_status(rq, 410);
		page_title(rq, "This link does not work any more");
		view_show(v, "DEAD");
		return OK;
	}
	page_title(rq, "Choose a new password");
	v = view_add(v, "CHOOSE");
	view_set(v, "LINK", in_text(rq, TOKEN));
	view_set(v, "ADDRESS", a.mail);
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	if (in_has(rq, TOKEN))
		return show_link(rq, v);
	view_show(v, in_flag(rq, SENT) ? "WRITTEN" : "ASK");
	return OK;
}

static enum outcome
may_write(struct req *rq)
{
	return signin_may_write(rq->cx, &LIMIT_RECOVER, in_text(rq, MAIL));
}

static enum outcome
write_link(struct req *rq)
{
	enum outcome res = account_recover(rq->cx, in_text(rq, MAIL));

	return res == OK ? go(rq, "/recover?sent=1") : res;
}

static enum outcome
prepare(struct req *rq)
{
	const char *password = in_text(rq, PASSWORD), *fault;
	struct mail_token t;
	struct account a;
	enum outcome res = find(rq, &t, &a);

	if (res == NOT_FOUND)
		return in_fault(rq, -1, "This link was used already or is too old.");
	if (res != OK)
		return res;
	if ((fault = password_fault(rq->cx, password, a.mail, a.name)) != NULL)
		return in_fault(rq, PASSWORD, fault);
	return password_make(rq->cx, password, &encoded);
}

/* Whoever opened the mail owns the address: that is proven too. */
static enum outcome
set_password(struct req *rq)
{
	struct mail_token t;
	struct account a;
	enum outcome res = find(rq, &t, &a);

	if (res == OK)
		res = mail_token_use(rq->cx, &t);
	if (res == OK)
		res = account_verify(rq->cx, a.id);
	if (res == OK)
		res = account_set_password(rq->cx, a.id, encoded);
	if (res == OK)
		res = session_end_all(rq->cx, a.id);
	if (res != OK)
		return res;
	page_session(rq, NULL, 0);
	page_notice(rq, "Your new password is set. Please sign in with it.");
	return go(rq, "/login");
}

static const struct action actions[] = {
	{ "write", may_write, write_link, NULL },
	{ "set", prepare, set_password, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "recover",
	.title = "Forgotten password",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
	.actions = actions,
};
