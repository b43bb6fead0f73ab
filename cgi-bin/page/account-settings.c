/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* My settings: name, zone, language, notices; my address; my calendar feed. */

#include "lib/str.h"
#include "model/account.h"
#include "model/signin.h"
#include "model/totp.h"
#include "page.h"
#include "part/zone.h"

enum { NAME, ZONE, LANGUAGE, DAY_BEFORE, HOUR_BEFORE, NEWS, ADDRESS, PASSWORD, CODE };

static const char *const languages[] = { "en", NULL };

static const struct field fields[] = {
	[NAME] = { "name", FIELD_TEXT, .act = "save", .required = true, .max = 120,
	    .label = "your name" },
	[ZONE] = { "zone", FIELD_ZONE, .act = "save", .required = true, .label = "a time zone" },
	[LANGUAGE] = { "language", FIELD_CHOICE, .act = "save", .required = true,
	    .choices = languages, .label = "a language" },
	[DAY_BEFORE] = { "day-before", FIELD_FLAG, .act = "save" },
	[HOUR_BEFORE] = { "hour-before", FIELD_FLAG, .act = "save" },
	[NEWS] = { "news", FIELD_FLAG, .act = "save" },
	[ADDRESS] = { "address", FIELD_MAIL, .act = "address", .required = true,
	    .label = "the new address" },
	[PASSWORD] = { "password", FIELD_SECRET, .act = "address" },
	[CODE] = { "code", FIELD_SECRET, .act = "address", .max = 40 },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *zone = input_typed(rq->in, ZONE);
	struct account a;
	enum outcome res = account_mine(rq->cx, &a);
	bool proven = page_is_proven(rq);

	if (res != OK)
		return res;
	view_set(v, "V_NAME", a.name);
	view_set(v, "MY_ADDRESS", a.mail);
	part_zone_options(v, zone != NULL ? zone : a.zone);
	view_show_if(v, "IS_DAY_BEFORE", (a.notices & NOTICE_DAY) != 0);
	view_show_if(v, "IS_HOUR_BEFORE", (a.notices & NOTICE_HOUR) != 0);
	view_show_if(v, "IS_NEWS", (a.notices & NOTICE_NEWS) != 0);
	view_show_if(v, "ASK_PASSWORD", !proven);
	view_show_if(v, "ASK_CODE", !proven && totp_is_on(&a));
	view_fmt(v, "FEED", "%s/feed/%s.ics", rq->cx->site.address,
	    account_feed_token(rq->cx, &a));
	return OK;
}

static enum outcome
save(struct req *rq)
{
	const struct account a = {
		.name = in_text(rq, NAME),
		.zone = in_text(rq, ZONE),
		.language = in_text(rq, LANGUAGE),
		.notices = (in_flag(rq, DAY_BEFORE) ? NOTICE_DAY : 0U) |
		    (in_flag(rq, HOUR_BEFORE) ? NOTICE_HOUR : 0U) |
		    (in_flag(rq, NEWS) ? NOTICE_NEWS : 0U),
	};
	enum outcome res = account_save(rq->cx, &a);

	if (res != OK)
		return res;
	page_notice(rq, "Saved. Times are shown and mailed in the zone you chose.");
	return go(rq, "/account/settings");
}

/* An address is the key to the account: password (and code) again, unless just given. */
static enum outcome
prove(struct req *rq)
{
	struct account a;
	enum proof proof;
	enum outcome res = account_mine(rq->cx, &a);

	if (res != OK)
		return res;
	if (str_eq(str_lower(rq->cx->mem, in_text(rq, ADDRESS)), str_lower(rq->cx->mem, a.mail)))
		return in_fault(rq, ADDRESS, "That is your address already.");
	if (!page_is_proven(rq)) {
		res = signin_prove(rq->cx, &a, in_text(rq, PASSWORD), in_text(rq, CODE), &proof);
		if (res == INVALID)
			return proof == PROOF_CODE_WRONG ?
			    in_fault(rq, CODE, "That code is not right, or was used already.") :
			    in_fault(rq, PASSWORD, "That is not your password.");
		if (res != OK)
			return res;
	}
	return signin_may_write(rq->cx, &LIMIT_SIGNUP, in_text(rq, ADDRESS));
}

static enum outcome
change_address(struct req *rq)
{
	const char *mail = in_text(rq, ADDRESS);
	enum outcome res = account_ask_address(rq->cx, mail);

	if (res != OK)
		return res;
	page_notice(rq, arena_fmt(rq->cx->mem, "We have written to %s. Your address changes when "
	    "you confirm it there; until then the old one stays.", mail));
	return go(rq, "/account/settings");
}

static enum outcome
reset_feed(struct req *rq)
{
	enum outcome res = account_reset_feed(rq->cx);

	if (res != OK)
		return res;
	page_notice(rq, "Your calendar has a new address. The old one shows nothing any more.");
	return go(rq, "/account/settings");
}

static const struct action actions[] = {
	{ "save", NULL, save, NULL },
	{ "address", prove, change_address, NULL },
	{ "feed", NULL, reset_feed, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "account-settings",
	.title = "Settings",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.get = show,
	.actions = actions,
};
