/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person's sessions as a calendar to subscribe to. The address is the key to it. */

#include "model/account.h"
#include "model/agenda.h"
#include "page.h"
#include "part/event.h"

enum { KEY };

static const struct field fields[] = {
	[KEY] = { "key", FIELD_TOKEN, .path = true, .required = true, .until = ".ics" },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ctx *cx = rq->cx;
	struct agenda_row *rows;
	struct ical_event *events;
	struct account a;
	enum outcome res;
	size_t i, n, len;
	char *text;

	(void)v;
	if ((res = account_of_feed(cx, in_text(rq, KEY), &a)) != OK ||
	    (res = agenda(cx, a.id, &rows, &n)) != OK)
		return res;
	events = arena_get(cx->mem, n * sizeof(*events));
	for (i = 0; i < n; i++)
		part_event(cx, &rows[i].b, rows[i].coach, &events[i]);
	text = ical_write(cx->mem, "PUBLISH", cx->site.name, events, n, &len);
	return page_bytes(rq, "text/calendar; charset=utf-8", NULL, text, len);
}

const struct page page = {
	.name = "feed",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
	.bare = true,
};
