/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One booking as a calendar file (C-40): the same event as in the mails, so calendars fold them. */

#include "lib/str.h"
#include "model/booking.h"
#include "page.h"
#include "part/event.h"

enum { NO };

static const struct field fields[] = {
	[NO] = { "no", FIELD_NO, .path = true, .required = true, .until = ".ics" },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ctx *cx = rq->cx;
	struct ical_event e;
	struct booking b;
	enum outcome res;
	size_t len;
	char *text;

	(void)v;
	if ((res = booking_mine(cx, in_text(rq, NO), &b)) != OK)
		return res;
	if (b.confirmed == 0)
		return NOT_FOUND;
	part_event(cx, &b, booking_is_coach(cx, &b), &e);
	text = ical_write(cx->mem, "PUBLISH", NULL, &e, 1, &len);
	return page_bytes(rq, "text/calendar; charset=utf-8",
	    arena_fmt(cx->mem, "%s.ics", str_lower(cx->mem, b.no)), text, len);
}

const struct page page = {
	.name = "invite",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.get = show,
	.bare = true,
};
