/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Choose a day and a time for a service. */

#include "lib/clock.h"
#include "page.h"
#include "part/month.h"
#include "part/service.h"
#include "part/session.h"

enum { COACH, SERVICE, MONTH, DAY_FIELD, START, ZONE, CHOOSE };

enum { ZONE_LIFE = 365 * DAY };

static const struct field fields[] = {
	[COACH] = { "coach", FIELD_SLUG, .path = true, .required = true },
	[SERVICE] = { "service", FIELD_SLUG, .path = true, .required = true },
	[MONTH] = { "month", FIELD_MONTH, .query = true },
	[DAY_FIELD] = { "day", FIELD_DATE, .query = true },
	[START] = { "start", FIELD_TIME, .query = true },
	[ZONE] = { "zone", FIELD_ZONE, .query = true },
	[CHOOSE] = { "choose", FIELD_FLAG, .query = true },
	{ .name = NULL },
};

/* A visitor's choice lasts; a member's own zone is in the settings, so theirs is for this look. */
static void
use_zone(struct req *rq)
{
	if (!in_has(rq, ZONE))
		return;
	rq->cx->zone = in_text(rq, ZONE);
	if (rq->cx->me == 0) {
		page_cookie(rq, "zone", rq->cx->zone, ZONE_LIFE);
		page_no_cache(rq);
	}
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct service s;
	struct month m = { .service = &s, .month = in_int(rq, MONTH), .day = in_int(rq, DAY_FIELD),
	    .start = in_int(rq, START), .choose_zone = in_flag(rq, CHOOSE) };
	enum outcome res;

	res = service_offered(rq->cx, in_text(rq, COACH), in_text(rq, SERVICE), &s);
	if (res == NOT_FOUND) {
		/* The same words for what is no longer offered and for what never was. */
		page_status(rq, 404);
		page_no_cache(rq);
		view_show(v, "NOT_OFFERED");
		return OK;
	}
	if (res != OK)
		return res;
	view_show(v, "OFFERED");
	m.guessed = rq->cx->me == 0 && !in_has(rq, ZONE) && page_get_cookie(rq, "zone") == NULL;
	use_zone(rq);
	m.looked = rq->cx->me != 0 && in_has(rq, ZONE);
	/*
	 * Without script a visitor first sees the coach's zone, which is named beside every time.
	 */
	if (m.guessed)
		rq->cx->zone = s.coach_zone;
	page_title(rq, arena_fmt(rq->cx->mem, "%s with %s", s.name, s.coach_name));
	part_session_head(rq->cx, v, &s);
	if ((res = part_policy_words(rq->cx, v, &s)) != OK)
		return res;
	view_fmt(v, "CHOOSE_TO", "/hold/%s/%s", s.coach_slug, s.slug);
	return part_month(v, rq->cx, &m);
}

const struct page page = {
	.name = "book",
	.title = "Choose a time",
	.access = ACCESS_PUBLIC,
	.fields = fields,
	.get = show,
};
