/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Which times of a day are offered for one of my services, and why the others are not (P-08);
 * behind /edit the hours that decide on it.
 */

#include "lib/clock.h"
#include "lib/str.h"
#include "model/hours_edit.h"
#include "model/slot.h"
#include "page.h"
#include "part/hours.h"
#include "part/practice.h"

enum {
	WHICH, SERVICE, DAY_FIELD, WEEK, DATE = WEEK + 7, HOURS, FROM, TO, NOTE, DROP_DATE,
	DROP_AWAY
};

static const char EDIT[] = "/practice/availability/edit";
static const char *const words[] = { "edit", NULL };

#define WEEKDAY(n, name) [WEEK + (n)] = { name, FIELD_TEXT, .act = "week", .max = 120 }

static const struct field fields[] = {
	[WHICH] = { "which", FIELD_CHOICE, .path = true, .choices = words },
	[SERVICE] = { "service", FIELD_ID, .query = true },
	[DAY_FIELD] = { "day", FIELD_DATE, .query = true, .label = "a day" },
	WEEKDAY(0, "monday"), WEEKDAY(1, "tuesday"), WEEKDAY(2, "wednesday"),
	WEEKDAY(3, "thursday"), WEEKDAY(4, "friday"), WEEKDAY(5, "saturday"), WEEKDAY(6, "sunday"),
	[DATE] = { "date", FIELD_DATE, .act = "date", .required = true, .label = "a day" },
	[HOURS] = { "hours", FIELD_TEXT, .act = "date", .max = 120 },
	[FROM] = { "from", FIELD_DATE, .act = "away", .required = true,
	    .label = "the first day" },
	[TO] = { "to", FIELD_DATE, .act = "away", .required = true, .label = "the last day" },
	[NOTE] = { "note", FIELD_TEXT, .act = "away", .max = 200 },
	[DROP_DATE] = { "drop-date", FIELD_DATE, .act = "undate", .required = true },
	[DROP_AWAY] = { "drop-away", FIELD_ID, .act = "unaway", .required = true },
	{ .name = NULL },
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

static int64_t
today(struct ctx *cx, const char *zone)
{
	struct local l;

	zone_local(zone, cx->now, &l);
	return civil_days(l.year, l.month, l.day);
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

/* The one asked for and its day, today without a question. */
static enum outcome
show_why(struct req *rq, struct view *v, const struct profile *p)
{
	bool faulty = input_fault_of(rq->in, DAY_FIELD) != NULL;
	struct ctx *cx = rq->cx;
	const struct service *s;
	struct service *all;
	enum outcome res;
	size_t n;

	if ((res = services_mine(cx, &all, &n)) != OK)
		return res;
	view_show(v, n == 0 ? "NO_SERVICE" : "ASK");
	if (n == 0)
		return OK;
	if ((s = show_services(v, all, n, in_id(rq, SERVICE))) == NULL)
		return NOT_FOUND;
	if (!in_has(rq, DAY_FIELD) && !faulty)
		view_set(v, "V_DAY", clock_ymd(cx->mem, cx->now, p->zone));
	if (faulty)
		return OK;
	return show_day(cx, v, s, in_has(rq, DAY_FIELD) ? in_int(rq, DAY_FIELD) :
	    today(cx, p->zone));
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct profile p;
	enum outcome res;

	if ((res = part_practice(rq->cx, v, NULL, &p)) != OK)
		return res;
	view_set(v, "PRACTICE_ZONE", p.zone);
	if (in_has(rq, WHICH)) {
		page_title(rq, "Change my hours");
		view_show(v, "EDIT");
		return part_hours_edit(rq->cx, v, p.zone);
	}
	view_show(v, "SEE");
	if ((res = show_why(rq, v, &p)) != OK)
		return res;
	return part_hours(rq->cx, v, p.zone);
}

static enum outcome
save_week(struct req *rq)
{
	struct hours_day week[7];
	enum outcome res = OK;
	const char *says;
	int i;

	for (i = 0; i < 7; i++)
		if ((says = hours_read(in_text(rq, WEEK + i), &week[i])) != NULL)
			res = in_fault(rq, WEEK + i, says);
	if (res != OK || (res = hours_set_week(rq->cx, week)) != OK)
		return res;
	page_notice(rq, "Saved. What is booked stays; from now on these hours are offered.");
	return go(rq, "%s", EDIT);
}

static enum outcome
save_date(struct req *rq)
{
	struct hours_day day;
	struct profile p;
	enum outcome res;
	const char *says;

	if ((res = profile_mine(rq->cx, &p)) != OK)
		return res;
	if (in_int(rq, DATE) < today(rq->cx, p.zone))
		return in_fault(rq, DATE, "That day is over.");
	if ((says = hours_read(in_text(rq, HOURS), &day)) != NULL)
		return in_fault(rq, HOURS, says);
	if ((res = hours_set_date(rq->cx, in_int(rq, DATE), &day)) != OK)
		return res;
	page_notice(rq, day.n == 0 ? "Saved. That day is closed; what is booked stays." :
	    "Saved. That day has hours of its own.");
	return go(rq, "%s", EDIT);
}

/* Sessions in it are told: they stay until they are moved or cancelled one by one (C-58). */
static void
tell_booked(struct req *rq, int64_t booked)
{
	if (booked == 0)
		page_notice(rq, "Saved. Nothing is offered in that time.");
	else
		page_notice(rq, arena_fmt(rq->cx->mem, booked == 1 ?
		    "Saved. %lld session is booked in that time, and stays." :
		    "Saved. %lld sessions are booked in that time, and stay.",
		    (long long)booked));
}

static enum outcome
save_away(struct req *rq)
{
	int64_t from, to, ignored, booked;
	struct profile p;
	enum outcome res;
	int y, m, d;

	if ((res = profile_mine(rq->cx, &p)) != OK)
		return res;
	if (in_int(rq, TO) < in_int(rq, FROM))
		return in_fault(rq, TO, "The last day cannot be before the first.");
	if (in_int(rq, TO) < today(rq->cx, p.zone))
		return in_fault(rq, TO, "That day is over.");
	civil_date(in_int(rq, FROM), &y, &m, &d);
	zone_day(p.zone, y, m, d, &from, &ignored);
	civil_date(in_int(rq, TO), &y, &m, &d);
	zone_day(p.zone, y, m, d, &ignored, &to);
	if ((res = hours_add_away(rq->cx, from, to, in_text(rq, NOTE), &booked)) != OK)
		return res;
	tell_booked(rq, booked);
	return go(rq, "%s", EDIT);
}

static enum outcome
drop_date(struct req *rq)
{
	enum outcome res = hours_drop_date(rq->cx, in_int(rq, DROP_DATE));

	if (res != OK)
		return res;
	page_notice(rq, "That day has the hours of its weekday again.");
	return go(rq, "%s", EDIT);
}

static enum outcome
drop_away(struct req *rq)
{
	enum outcome res = hours_drop_away(rq->cx, in_id(rq, DROP_AWAY));

	if (res != OK)
		return res;
	page_notice(rq, "You are not away in that time any more.");
	return go(rq, "%s", EDIT);
}

static const struct action actions[] = {
	{ "week", NULL, save_week, NULL },
	{ "date", NULL, save_date, NULL },
	{ "away", NULL, save_away, NULL },
	{ "undate", NULL, drop_date, NULL },
	{ "unaway", NULL, drop_away, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "practice-availability",
	.title = "My availability",
	.access = ACCESS_COACH,
	.fields = fields,
	.get = show,
	.actions = actions,
};
