/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The public profile of a coach: who they are, what they offer, when they are free. */

#include "lib/clock.h"
#include "lib/str.h"
#include "model/coach.h"
#include "model/service.h"
#include "model/slot.h"
#include "page.h"
#include "part/coach.h"
#include "part/service.h"

enum { SLUG };

static const struct field fields[] = {
	[SLUG] = { "slug", FIELD_SLUG, .path = true, .required = true },
	{ .name = NULL },
};

enum { TIMES = 3, AHEAD = 28 * DAY };

/* One free start: the reader's day and time, and the coach's when its clock shows another. */
static void
show_time(struct ctx *cx, struct view *v, const struct service *s, const struct slot *slot)
{
	const char *coach = s->coach_zone, *mine = clock_hhmm(cx->mem, slot->starts, cx->zone);
	const char *theirs = clock_hhmm(cx->mem, slot->starts, coach);

	view_set(v, "TIME_DATE", clock_ymd(cx->mem, slot->starts, cx->zone));
	view_set(v, "TIME_DAY", clock_day_short(cx->mem, slot->starts, cx->zone));
	view_set(v, "TIME_HOUR", mine);
	view_set(v, "TIME_UTC", clock_iso(cx->mem, slot->starts));
	if (!str_eq(mine, theirs))
		view_set(view_add(v, "TIME_OTHER"), "TIME_COACH", theirs);
}

static enum outcome
show_service(struct ctx *cx, struct view *v, const struct service *s, const struct slots_soon *soon)
{
	struct view *times;
	size_t i;

	part_service(cx, v, s);
	times = view_add(v, soon->n > 0 ? "TIMES" : "NO_TIMES");
	for (i = 0; i < soon->n; i++)
		show_time(cx, view_add(times, "TIME"), s, &soon->slots[i]);
	return part_policy_words(cx, v, s);
}

/* Do the two zones show different times over what is offered here? */
static bool
zones_differ(struct ctx *cx, const char *zone)
{
	struct local a, b, c, d;

	zone_local(cx->zone, cx->now, &a);
	zone_local(zone, cx->now, &b);
	zone_local(cx->zone, cx->now + AHEAD, &c);
	zone_local(zone, cx->now + AHEAD, &d);
	return a.offset != b.offset || c.offset != d.offset;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ctx *cx = rq->cx;
	struct service *services;
	struct slots_soon *soon;
	struct coach c;
	enum outcome res;
	size_t i, n;

	if ((res = coach_public(cx, in_text(rq, SLUG), &c)) != OK)
		return res;
	if ((res = services_offered(cx, c.id, &services, &n)) != OK)
		return res;
	if ((res = slots_soon(cx, services, n, cx->now, cx->now + AHEAD, TIMES, &soon)) != OK)
		return res;
	part_coach(cx, v, &c);
	page_title(rq, c.name);
	for (i = 0; i < n; i++)
		if ((res = show_service(cx, view_add(v, "SERVICE"), &services[i], &soon[i])) != OK)
			return res;
	view_show_if(v, "NO_SERVICE", n == 0);
	view_set(v, "READER_ZONE", clock_zone_name(cx->mem, cx->zone));
	view_show_if(v, "TWO_ZONES", zones_differ(cx, c.zone));
	view_set(v, "COACH_NOW", clock_hhmm(cx->mem, cx->now, c.zone));
	return OK;
}

const struct page page = {
	.name = "coach",
	.access = ACCESS_PUBLIC,
	.fields = fields,
	.get = show,
};
