/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * A question that came by mail, answered without signing in: which reminders somebody wants.
 * Opening the address changes nothing (scanners open links, D-17); the button does.
 */

#include "model/account.h"
#include "model/reminder.h"
#include "page.h"

enum { KEY, DAY_BEFORE, HOUR_BEFORE };

static const struct field fields[] = {
	[KEY] = { "key", FIELD_TOKEN, .path = true, .required = true },
	[DAY_BEFORE] = { "day", FIELD_FLAG },
	[HOUR_BEFORE] = { "hour", FIELD_FLAG },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *mail;
	unsigned bits;
	enum outcome res;

	if ((res = reminder_wishes(rq->cx, in_text(rq, KEY), &bits, &mail)) != OK)
		return res;
	view_set(v, "KEY", in_text(rq, KEY));
	view_set(v, "MAIL", mail);
	view_show_if(v, "IS_DAY", (bits & NOTICE_DAY) != 0);
	view_show_if(v, "IS_HOUR", (bits & NOTICE_HOUR) != 0);
	return OK;
}

static enum outcome
save(struct req *rq)
{
	unsigned bits = (in_flag(rq, DAY_BEFORE) ? NOTICE_DAY : 0) |
	    (in_flag(rq, HOUR_BEFORE) ? NOTICE_HOUR : 0);
	enum outcome res = reminder_wish(rq->cx, in_text(rq, KEY), bits);

	if (res != OK)
		return res;
	page_notice(rq, bits != 0 ? "Saved. We will remind you as you like it." :
	    "Saved. We will not remind you of sessions any more.");
	return go(rq, "/answer/%s", in_text(rq, KEY));
}

const struct page page = {
	.name = "answer",
	.title = "Your reminders",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
	.post = save,
};
