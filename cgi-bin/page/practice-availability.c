/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Which times of a day are offered for one of my services, and why the others are not (P-08). */

#include "lib/clock.h"
#include "lib/str.h"
#include "model/hours.h"
#include "model/slot.h"
#include "page.h"
#include "part/practice.h"

enum { SERVICE, DAY_FIELD };

enum { QUARTER = 15 * MINUTE };

static const struct field fields[] = {
	[SERVICE] = { "service", FIELD_ID, .query = true },
	[DAY_FIELD] = { "day", FIELD_DATE, .query = true, .label = "a day" },
	{ .name = NULL },
};

static const char *const weekdays[] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
};

/* The service asked for, else the first; NULL: not one of mine. */
static const struct service *
show_services(struct view *v, const struct service *all, size_t n, int64_t wanted)
{
	const struct service *chosen = NULL;
	struct view *option;
	size_t i;

	for (i = 0; i < n; i++)
		if (all[i].id == wanted || (wanted == 0 && i == 0))
			chosen = &all[i];
	for (i = 0; i < n; i++) {
		option = view_add(v, "SERVICE_OPTION");
		view_int(option, "SERVICE_ID", all[i].id);
		view_set(option, "SERVICE_NAME", all[i].name);
		view_show_if(option, "CHOSEN", chosen == &all[i]);
		view_show_if(option, "HIDDEN", !all[i].active);
	}
	return chosen;
}

static void
show_reasons(struct view *row, const struct slot_explained *e)
{
	const char *detail = e->detail;
	struct view *why;
	unsigned bit;

	if (e->reasons == 0) {
		view_show(row, "OFFERED");
		return;
	}
	for (bit = 1; bit < 1U << SLOT_REASONS; bit <<= 1) {
		if ((e->reasons & bit) == 0)
			continue;
		why = view_add(row, "WHY");
		view_set(why, "WHY_TEXT", slot_reason_text(bit));
		if (str_is_empty(detail) || (bit & (SLOT_BUSY | SLOT_BUFFER | SLOT_AWAY)) == 0)
			continue;
		/* A booking in the way is named before an absence. */
		if ((e->reasons & (SLOT_BUSY | SLOT_BUFFER)) == 0)
			view_set(view_add(why, "ABSENCE"), "ABSENCE_NOTE", detail);
		else
			view_set(view_add(why, "BOOKING"), "BOOKING_NO", detail);
		detail = NULL;
	}
}

/* An hour that comes twice that night carries the clock's abbreviation. */
static char *
hhmm(struct ctx *cx, int64_t t, const char *zone, bool odd)
{
	struct local l;

	zone_local(zone, t, &l);
	return odd ? arena_fmt(cx->mem, "%02d:%02d %s", l.hour, l.minute, l.abbr) :
	    arena_fmt(cx->mem, "%02d:%02d", l.hour, l.minute);
}

/* Quarter hours in a row with the same reasons are one line. */
static void
show_quarters(struct ctx *cx, struct view *v, const struct slot_explained *e, size_t n,
    const char *zone)
{
	struct local first, last;
	struct view *row;
	size_t i, j, offered = 0;
	bool odd;

	zone_local(zone, e[0].starts, &first);
	zone_local(zone, e[n - 1].starts, &last);
	odd = first.offset != last.offset;
	for (i = 0; i < n; i = j) {
		for (j = i + 1; j < n && e[i].reasons != 0 && e[j].reasons == e[i].reasons &&
		    str_eq(e[i].detail, e[j].detail); j++)
			continue;
		offered += e[i].reasons == 0;
		row = view_add(v, "QUARTER");
		view_set(row, "FROM", hhmm(cx, e[i].starts, zone, odd));
		if (j > i + 1)
			view_set(view_add(row, "RANGE"), "TO",
			    hhmm(cx, e[j - 1].starts, zone, odd));
		show_reasons(row, &e[i]);
	}
	view_int(v, "OFFERED_COUNT", (int64_t)offered);
	view_show(v, offered == 1 ? "OFFERED_ONE" : "OFFERED_MANY");
}

static enum outcome
show_day(struct ctx *cx, struct view *v, const struct service *s, int64_t day)
{
	struct slot_explained *e;
	int64_t from, to;
	enum outcome res;
	int y, m, d;
	size_t n;

	civil_date(day, &y, &m, &d);
	zone_day(s->coach_zone, y, m, d, &from, &to);
	if ((res = slots_explain(cx, s, from, to, &e, &n)) != OK || n == 0)
		return res;
	v = view_add(v, "EXPLAINED");
	view_set(v, "DAY_NAME", clock_date(cx->mem, from, s->coach_zone));
	view_set(v, "CHOSEN_SERVICE", s->name);
	view_set(v, "PRACTICE_ZONE", s->coach_zone);
	view_show_if(v, "NOT_ACTIVE", !s->active);
	show_quarters(cx, v, e, n, s->coach_zone);
	return OK;
}

static char *
minutes(struct ctx *cx, int from, int to)
{
	return arena_fmt(cx->mem, "%02d:%02d to %02d:%02d", from / 60, from % 60, to / 60, to % 60);
}

static void
show_week(struct ctx *cx, struct view *v, const struct hours_row *rows, size_t n)
{
	struct view *day;
	bool any;
	size_t i;
	int w;

	for (w = 1; w <= 7; w++) {
		day = view_add(v, "WEEKDAY");
		view_set(day, "WEEKDAY_NAME", weekdays[w - 1]);
		for (any = false, i = 0; i < n; i++)
			if (rows[i].weekday == w) {
				view_set(view_add(day, "OPEN"), "OPEN_TEXT", minutes(cx,
				    rows[i].from_min, rows[i].to_min));
				any = true;
			}
		view_show_if(day, "CLOSED", !any);
	}
}

static enum outcome
show_hours(struct ctx *cx, struct view *v, const char *zone)
{
	struct hours_row *rows, *r;
	struct view *row;
	enum outcome res;
	size_t n;

	if ((res = hours_mine(cx, &rows, &n)) != OK)
		return res;
	show_week(cx, v, rows, n);
	for (r = rows; r < rows + n; r++) {
		if (str_eq(r->kind, "weekly"))
			continue;
		row = view_add(v, "EXCEPTION");
		if (str_eq(r->kind, "date")) {
			view_set(row, "EXCEPTION_WHEN", clock_date(cx->mem, r->from, "UTC"));
			view_set(row, "EXCEPTION_TEXT", r->to_min == 0 ? "Closed" :
			    minutes(cx, r->from_min, r->to_min));
		} else {
			view_fmt(row, "EXCEPTION_WHEN", "%s until %s", clock_short(cx->mem, r->from,
			    zone), clock_short(cx->mem, r->to, zone));
			view_set(row, "EXCEPTION_TEXT", str_is_empty(r->note) ? "Away" :
			    arena_fmt(cx->mem, "Away: %s", r->note));
		}
	}
	view_show_if(v, "EXCEPTIONS", n > 0 && !str_eq(rows[n - 1].kind, "weekly"));
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	const struct service *s;
	struct ctx *cx = rq->cx;
	struct service *all;
	int64_t day = in_int(rq, DAY_FIELD);
	struct profile p;
	struct local l;
	enum outcome res;
	size_t n;

	if ((res = part_practice(cx, v, NULL, &p)) != OK ||
	    (res = services_mine(cx, &all, &n)) != OK)
		return res;
	if (n == 0) {
		view_show(v, "NO_SERVICE");
		view_set(v, "PRACTICE_ZONE", cx->zone);
		return show_hours(cx, v, cx->zone);
	}
	view_set(v, "PRACTICE_ZONE", all[0].coach_zone);
	if ((s = show_services(v, all, n, in_id(rq, SERVICE))) == NULL)
		return NOT_FOUND;
	if (!in_has(rq, DAY_FIELD)) {
		zone_local(s->coach_zone, cx->now, &l);
		day = civil_days(l.year, l.month, l.day);
		if (input_fault_of(rq->in, DAY_FIELD) == NULL)
			view_set(v, "V_DAY", clock_ymd(cx->mem, cx->now, s->coach_zone));
	}
	view_show(v, "ASK");
	if (input_fault_of(rq->in, DAY_FIELD) == NULL &&
	    (res = show_day(cx, v, s, day)) != OK)
		return res;
	return show_hours(cx, v, s->coach_zone);
}

const struct page page = {
	.name = "practice-availability",
	.title = "My availability",
	.access = ACCESS_COACH,
	.fields = fields,
	.get = show,
};
