/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Sign in: the password, and at /login/code the second factor. */

#include "lib/path.h"
#include "lib/stamp.h"
#include "lib/str.h"
#include "model/account.h"
#include "model/session.h"
#include "model/signin.h"
#include "model/signup.h"
#include "model/totp.h"
#include "page.h"

enum { STEP, MAIL, PASSWORD, CODE, RECOVERY, BACK };
enum { STEP_LIFE = 5 * 60 };	/* between password and code */

static const char *const steps[] = { "code", NULL };

static const struct field fields[] = {
	[STEP] = { "step", FIELD_CHOICE, .path = true, .choices = steps },
	[MAIL] = { "mail", FIELD_MAIL, .act = "login", .required = true,
	    .label = "your email address" },
	[PASSWORD] = { "password", FIELD_SECRET, .act = "login", .required = true,
	    .label = "your password" },
	[CODE] = { "code", FIELD_SECRET, .act = "code", .max = 40 },
	[RECOVERY] = { "recovery", FIELD_SECRET, .act = "code", .max = 40 },
	[BACK] = { "back", FIELD_TEXT, .query = true, .max = 500 },
	{ .name = NULL },
};

static struct account account;	/* who has proven what, ahead of the transaction */

static const char *
back(struct req *rq)
{
	const char *typed = input_hidden(rq->in, "back");

	if (*typed == '\0')
		typed = in_text(rq, BACK);
	return path_is_own(typed) ? typed : "";
}

static const char *
with_back(struct req *rq, const char *path)
{
	const char *to = back(rq);

	return *to == '\0' ? path :
	    arena_fmt(rq->cx->mem, "%s?back=%s", path, str_url(rq->cx->mem, to));
}

static const char *
destination(struct req *rq)
{
	const char *to = back(rq);

	return *to == '\0' ? "/account/bookings" : to;
}

/* The account whose password was right a moment ago, in this browser; 0 if none. */
static int64_t
halfway(struct req *rq)
{
	const char *text = stamp_read(rq->cx->mem, "step", page_get_cookie(rq, "__Host-step"),
	    rq->cx->now);
	int64_t id;

	return text != NULL && str_to_int(text, 1, INT64_MAX, &id) ? id : 0;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *to = back(rq);

	if (*to != '\0')
		view_set(view_add(v, "WAY_BACK"), "BACK", to);
	if (in_has(rq, STEP)) {
		if (halfway(rq) == 0)
			return go(rq, "%s", with_back(rq, "/login"));
		page_title(rq, "Second step");
		view_show(v, "CODE_STEP");
		return OK;
	}
	if (rq->cx->me != 0 && rq->cx->roles != 0)
		return go(rq, "%s", destination(rq));
	view_show(v, "PASSWORD_STEP");
	return OK;
}

/* Nothing tells a wrong address from a wrong password, not even the time it takes. */
static enum outcome
judge_password(struct req *rq)
{
	enum outcome res;

	res = signin_password(rq->cx, in_text(rq, MAIL), in_text(rq, PASSWORD), &account);
	if (res == INVALID)
		return in_fault(rq, -1, "Address and password do not belong together. Please look "
		    "at both again.");
	if (res == OK && account.verified == 0)
		res = signin_may_write(rq->cx, &LIMIT_SIGNUP, account.mail);
	return res;
}

static enum outcome
sign_in(struct req *rq)
{
	const char *token;
	enum outcome res;

	res = signin_start(rq->cx, account.id, page_header(rq, "HTTP_USER_AGENT"), &token);
	if (res != OK)
		return res;
	page_session(rq, token, SESSION_LIFE);
	page_cookie(rq, "__Host-step", "", 0);
	return go(rq, "%s", destination(rq));
}

/* The password is right, but nobody has proven the address: that comes first. */
static enum outcome
write_again(struct req *rq)
{
	enum outcome res = account_write_again(rq->cx, account.mail);

	if (res != OK)
		return res;
	page_cookie(rq, "__Host-signup", signup_mark(rq->cx, account.mail, account.password),
	    SIGNUP_LIFE);
	page_notice(rq, "Your address is not confirmed yet. We have just written to you again.");
	return go(rq, "/signup?sent=1");
}

static enum outcome
pass_password(struct req *rq)
{
	const char *stamp;

	if (account.verified == 0)
		return write_again(rq);
	if (!totp_is_on(&account))
		return sign_in(rq);
	stamp = stamp_make(rq->cx->mem, "step",
	    arena_fmt(rq->cx->mem, "%lld", (long long)account.id), rq->cx->now + STEP_LIFE);
	page_cookie(rq, "__Host-step", stamp, STEP_LIFE);
	return go(rq, "%s", with_back(rq, "/login/code"));
}

static enum outcome
judge_code(struct req *rq)
{
	int field = in_has(rq, RECOVERY) ? RECOVERY : CODE;
	enum outcome res;

	account.id = 0;
	if (halfway(rq) == 0)
		return OK;
	if (!in_has(rq, field))
		return in_fault(rq, field, "Please enter the code.");
	if ((res = account_proven(rq->cx, halfway(rq), &account)) != OK)
		return res;
	if ((res = signin_code(rq->cx, &account, in_text(rq, field))) != INVALID)
		return res;
	return in_fault(rq, field, field == RECOVERY ?
	    "That is none of your recovery codes, or was used already." :
	    "That code is not right, or was used already. The app shows a new one every 30 "
	    "seconds.");
}

static enum outcome
pass_code(struct req *rq)
{
	if (account.id != 0)
		return sign_in(rq);
	page_notice(rq, "That took longer than five minutes. Please start again.");
	return go(rq, "%s", with_back(rq, "/login"));
}

static const struct action actions[] = {
	{ "login", judge_password, pass_password, NULL },
	{ "code", judge_code, pass_code, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "login",
	.title = "Sign in",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
	.actions = actions,
};
