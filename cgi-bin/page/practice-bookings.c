/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The sessions of my clients, as their coach: those to come, and those behind us. */

#include "lib/str.h"
#include "model/booking.h"
#include "page.h"
#include "part/booking.h"
#include "part/pager.h"
#include "part/practice.h"

enum { SHOW, AFTER };

static const char *const shows[] = { "upcoming", "past", NULL };

static const struct field fields[] = {
	[SHOW] = { "show", FIELD_CHOICE, .query = true, .choices = shows },
	[AFTER] = { "after", FIELD_TEXT, .query = true, .max = 40 },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	bool past = str_eq(in_text(rq, SHOW), "past");
	struct booking_key key = pager_key(in_text(rq, AFTER), past);
	struct booking *rows;
	struct profile p;
	enum outcome res;
	size_t i, n;

	if ((res = part_practice(rq->cx, v, "TAB_BOOKINGS", &p)) != OK)
		return res;
	res = past ? bookings_coached(rq->cx, key, &rows, &n) :
	    bookings_coaching(rq->cx, key, &rows, &n);
	if (res != OK)
		return res;
	view_show(v, past ? "SHOW_PAST" : "SHOW_UPCOMING");
	if (n == 0)
		view_show(v, past ? "NONE_PAST" : "NONE_UPCOMING");
	else
		view_show(v, "LIST");
	n = part_pager(rq->cx, v, rows, n, past, in_has(rq, AFTER));
	for (i = 0; i < n; i++)
		part_booking_item(rq->cx, view_add(v, "ITEM"), &rows[i]);
	return OK;
}

const struct page page = {
	.name = "practice-bookings",
	.title = "Bookings of my clients",
	.access = ACCESS_COACH,
	.fields = fields,
	.get = show,
};
