/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Sign up. Whether an address has an account already, only its owner is told, by mail. */

#include "lib/path.h"
#include "lib/stamp.h"
#include "lib/str.h"
#include "model/account.h"
#include "model/password.h"
#include "model/signin.h"
#include "model/signup.h"
#include "page.h"
#include "part/zone.h"

enum { NAME, MAIL, PASSWORD, ZONE, WEBSITE, SENT, BACK };

static const struct field fields[] = {
	[NAME] = { "name", FIELD_TEXT, .act = "signup", .required = true, .max = 120,
	    .label = "your name" },
	[MAIL] = { "mail", FIELD_MAIL, .required = true, .label = "your email address" },
	[PASSWORD] = { "password", FIELD_SECRET, .act = "signup", .required = true,
	    .min = PASSWORD_MIN, .max = PASSWORD_MAX, .label = "a password" },
	[ZONE] = { "zone", FIELD_ZONE, .act = "signup", .required = true, .label = "a time zone" },
	[WEBSITE] = { "website", FIELD_TEXT, .act = "signup" },	/* only machines fill it in */
	[SENT] = { "sent", FIELD_FLAG, .query = true },
	[BACK] = { "back", FIELD_TEXT, .query = true, .max = 500 },
	{ .name = NULL },
};

static const char *encoded;	/* made by the half of a POST ahead of the transaction */

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *mail = signup_mail(rq->cx, page_get_cookie(rq, "__Host-signup"));
	const char *zone = input_typed(rq->in, ZONE), *back = in_text(rq, BACK);

	if (rq->cx->me != 0)
		return go(rq, "/account/bookings");
	if (in_flag(rq, SENT) && *mail != '\0') {
		page_title(rq, "Look into your mail");
		view_set(view_add(v, "WRITTEN"), "WRITTEN_TO", mail);
		return OK;
	}
	view_show(v, "FORM_SHOWN");
	part_zone_options(v, zone != NULL ? zone : rq->cx->zone);
	view_show_if(v, "ZONE_TYPED", zone != NULL);
	if (path_is_own(back))
		view_set(view_add(v, "WAY_BACK"), "BACK", back);
	return OK;
}

/* The password is made for every address alike: it is what takes the time. */
static enum outcome
prepare(struct req *rq)
{
	const char *password = in_text(rq, PASSWORD), *fault;
	enum outcome res;

	fault = password_fault(rq->cx, password, in_text(rq, MAIL), in_text(rq, NAME));
	if (fault != NULL)
		return in_fault(rq, PASSWORD, fault);
	if ((res = signin_may_write(rq->cx, &LIMIT_SIGNUP, in_text(rq, MAIL))) != OK)
		return res;
	return password_make(rq->cx, password, &encoded);
}

static enum outcome
sign_up(struct req *rq)
{
	const struct signup_form s = { in_text(rq, MAIL), in_text(rq, NAME), in_text(rq, ZONE),
		encoded };
	const char *back = input_hidden(rq->in, "back");
	enum outcome res = OK;

	if (!in_has(rq, WEBSITE))
		res = account_sign_up(rq->cx, &s);
	if (res != OK)
		return res;
	page_cookie(rq, "__Host-signup", signup_mark(rq->cx, s.mail, encoded), SIGNUP_LIFE);
	if (path_is_own(back))
		page_cookie(rq, "__Host-back", stamp_make(rq->cx->mem, "back", back,
		    rq->cx->now + SIGNUP_LIFE), SIGNUP_LIFE);
	return go(rq, "/signup?sent=1");
}

static enum outcome
may_write(struct req *rq)
{
	return signin_may_write(rq->cx, &LIMIT_SIGNUP, in_text(rq, MAIL));
}

static enum outcome
write_again(struct req *rq)
{
	const char *mail = in_text(rq, MAIL);
	enum outcome res = account_write_again(rq->cx, mail);

	if (res != OK)
		return res;
	/* A browser that signed up with this address keeps what it knows. */
	if (!str_eq(mail, signup_mail(rq->cx, page_get_cookie(rq, "__Host-signup"))))
		page_cookie(rq, "__Host-signup", signup_mark(rq->cx, mail, ""), SIGNUP_LIFE);
	page_notice(rq, "We have written to you again.");
	return go(rq, "/signup?sent=1");
}

static const struct action actions[] = {
	{ "signup", prepare, sign_up, NULL },
	{ "again", may_write, write_again, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "signup",
	.title = "Create your account",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
	.actions = actions,
};
