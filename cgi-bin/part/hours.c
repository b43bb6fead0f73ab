/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A coach's hours, shown. */

#include "part/hours.h"

#include "lib/clock.h"
#include "lib/str.h"
#include "model/hours.h"

const char *const hours_weekdays[7] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
};

static const char *const names[7] = {
	"V_MONDAY", "V_TUESDAY", "V_WEDNESDAY", "V_THURSDAY", "V_FRIDAY", "V_SATURDAY", "V_SUNDAY"
};

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
		view_set(day, "WEEKDAY_NAME", hours_weekdays[w - 1]);
		for (any = false, i = 0; i < n; i++)
			if (rows[i].weekday == w) {
				view_set(view_add(day, "OPEN"), "OPEN_TEXT", minutes(cx,
				    rows[i].from_min, rows[i].to_min));
				any = true;
			}
		view_show_if(day, "CLOSED", !any);
	}
}

static bool
is_midnight(int64_t t, const char *zone)
{
	struct local l;

	zone_local(zone, t, &l);
	return l.hour == 0 && l.minute == 0;
}

/* Whole days are told by their dates, the last of them included. */
static char *
away_when(struct ctx *cx, const struct hours_row *r, const char *zone)
{
	char *first, *last;

	if (!is_midnight(r->from, zone) || !is_midnight(r->to, zone))
		return arena_fmt(cx->mem, "%s until %s", clock_short(cx->mem, r->from, zone),
		    clock_short(cx->mem, r->to, zone));
	first = clock_date(cx->mem, r->from, zone);
	last = clock_date(cx->mem, r->to - 1, zone);
	return str_eq(first, last) ? first : arena_fmt(cx->mem, "%s to %s", first, last);
}

/* One line for a date or an absence; several ranges of a date are one line. */
static struct view *
show_exception(struct ctx *cx, struct view *v, const struct hours_row *r, size_t n,
    const char *zone)
{
	struct view *row = view_add(v, "EXCEPTION");
	struct buf b;
	size_t i;

	if (str_eq(r->kind, "away")) {
		view_set(row, "EXCEPTION_WHEN", away_when(cx, r, zone));
		view_set(row, "EXCEPTION_TEXT", str_is_empty(r->note) ? "Away" :
		    arena_fmt(cx->mem, "Away: %s", r->note));
		return row;
	}
	buf_init(&b, cx->mem);
	for (i = 0; i < n; i++)
		buf_fmt(&b, "%s%s", i > 0 ? ", " : "", r[i].to_min == 0 ? "Closed" :
		    minutes(cx, r[i].from_min, r[i].to_min));
	view_set(row, "EXCEPTION_WHEN", clock_date(cx->mem, r->from, "UTC"));
	view_set(row, "EXCEPTION_TEXT", b.p);
	return row;
}

/* How many rows in a row are of one date. */
static size_t
same_date(const struct hours_row *r, size_t left)
{
	size_t n = 1;

	while (n < left && str_eq(r->kind, "date") && str_eq(r[n].kind, "date") &&
	    r[n].from == r->from)
		n++;
	return n;
}

static void
show_exceptions(struct ctx *cx, struct view *v, const struct hours_row *rows, size_t n,
    const char *zone)
{
	struct view *row, *drop;
	size_t i, same;

	for (i = 0; i < n; i += same) {
		same = same_date(&rows[i], n - i);
		if (str_eq(rows[i].kind, "weekly"))
			continue;
		row = show_exception(cx, v, &rows[i], same, zone);
		if (str_eq(rows[i].kind, "date")) {
			drop = view_add(row, "A_DATE");
			view_set(drop, "EXCEPTION_DAY", clock_ymd(cx->mem, rows[i].from, "UTC"));
		} else
			view_int(view_add(row, "AN_ABSENCE"), "EXCEPTION_ID", rows[i].id);
	}
	view_show_if(v, "EXCEPTIONS", n > 0 && !str_eq(rows[n - 1].kind, "weekly"));
}

enum outcome
part_hours(struct ctx *cx, struct view *v, const char *zone)
{
	struct hours_row *rows;
	enum outcome res;
	size_t n;

	if ((res = hours_mine(cx, &rows, &n)) != OK)
		return res;
	show_week(cx, v, rows, n);
	show_exceptions(cx, v, rows, n, zone);
	return OK;
}

enum outcome
part_hours_edit(struct ctx *cx, struct view *v, const char *zone)
{
	struct hours_row *rows;
	enum outcome res;
	struct buf b;
	size_t i, n;
	int w;

	if ((res = hours_mine(cx, &rows, &n)) != OK)
		return res;
	for (w = 0; w < 7; w++) {
		buf_init(&b, cx->mem);
		buf_str(&b, "");
		for (i = 0; i < n; i++)
			if (rows[i].weekday == w + 1)
				buf_fmt(&b, "%s%02d:%02d-%02d:%02d", b.len > 0 ? ", " : "",
				    rows[i].from_min / 60, rows[i].from_min % 60,
				    rows[i].to_min / 60, rows[i].to_min % 60);
		view_set(v, names[w], b.p);
	}
	show_exceptions(cx, v, rows, n, zone);
	return OK;
}
