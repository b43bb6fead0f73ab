/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A month of free times and the times of one day. */

#include "part/month.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/str.h"
#include "part/when.h"
#include "part/zone.h"

static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"
};
static const char *const weekdays[] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
};

enum { DAYS_MAX = 31, NOON = 12, EVENING = 17, DAWN = 6, PARTS = 4 };

/* The month as it is drawn. */
struct sheet {
	int		 year, month, length;
	int64_t		 first;			/* civil days */
	int		 count[DAYS_MAX + 1];	/* free times per day of the month */
	struct slot	*slots;
	size_t		 n;
};

static int64_t
local_day(int64_t t, const char *zone)
{
	struct local l;

	zone_local(zone, t, &l);
	return civil_days(l.year, l.month, l.day);
}

/* A session is not moved to where it is. */
static void
leave_out(struct sheet *s, int64_t start)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->slots[i].starts == start) {
			memmove(&s->slots[i], &s->slots[i + 1], (s->n - i - 1) * sizeof(*s->slots));
			s->n--;
			return;
		}
}

static enum outcome
read_sheet(struct ctx *cx, const struct month *m, struct sheet *s)
{
	int64_t from, to, unused;
	enum outcome res;
	size_t i;
	int day;

	civil_date(m->month, &s->year, &s->month, &day);
	s->first = civil_days(s->year, s->month, 1);
	memset(s->count, 0, sizeof(s->count));
	s->length = civil_month_length(s->year, s->month);
	zone_day(cx->zone, s->year, s->month, 1, &from, &unused);
	zone_day(cx->zone, s->year, s->month, s->length, &unused, &to);
	res = slots_free(cx, m->service, from, to, m->moving, &s->slots, &s->n);
	if (res == OK && m->moving != 0)
		leave_out(s, m->start);
	for (i = 0; res == OK && i < s->n; i++)
		s->count[local_day(s->slots[i].starts, cx->zone) - s->first + 1]++;
	return res;
}

static char *
month_word(struct arena *mem, int year, int month)
{
	return arena_fmt(mem, "%04d-%02d", year, month);
}

static char *
day_word(struct arena *mem, int64_t day)
{
	int y, m, d;

	civil_date(day, &y, &m, &d);
	return arena_fmt(mem, "%04d-%02d-%02d", y, m, d);
}

static char *
day_name(struct arena *mem, int64_t day)
{
	int y, m, d;

	civil_date(day, &y, &m, &d);
	return arena_fmt(mem, "%s %d %s", weekdays[civil_weekday(day) - 1], d, months[m - 1]);
}

static void
show_day(struct view *week, struct ctx *cx, const struct month *m, const struct sheet *s, int d)
{
	int64_t day = s->first + d - 1;
	struct view *cell = view_add(week, "DAY"), *inner;

	if (d < 1 || d > s->length) {
		view_show(cell, "BLANK");
		return;
	}
	view_show_if(cell, "TODAY", day == local_day(cx->now, cx->zone));
	inner = view_add(cell, s->count[d] > 0 ? "FREE" : "NONE");
	view_int(inner, "DAY_NUMBER", d);
	view_set(inner, "DAY_NAME", day_name(cx->mem, day));
	view_set(inner, "DAY_WORD", day_word(cx->mem, day));
	view_int(inner, "COUNT", s->count[d]);
	view_set(inner, "WEEKDAY_NAME", weekdays[civil_weekday(day) - 1]);
	view_set(inner, "DAY_MONTH_NAME", months[s->month - 1]);
	view_set(inner, "TIMES_WORD", s->count[d] == 1 ? "time" : "times");
	view_show_if(inner, "CHOSEN_DAY", day == m->day);
}

static void
show_sheet(struct view *v, struct ctx *cx, const struct month *m, const struct sheet *s)
{
	int64_t today = local_day(cx->now, cx->zone);
	int64_t last = today + m->service->horizon_days;
	int year = s->year, month = s->month, d, i;
	struct view *week, *to;

	view_fmt(v, "MONTH_NAME", "%s %d", months[s->month - 1], s->year);
	for (d = 2 - civil_weekday(s->first); d <= s->length; d += 7) {
		week = view_add(v, "WEEK");
		for (i = 0; i < 7; i++)
			show_day(week, cx, m, s, d + i);
	}
	if (s->first > today) {
		to = view_add(v, "EARLIER");
		view_set(to, "MONTH_WORD", month_word(cx->mem, month == 1 ? year - 1 : year,
		    month == 1 ? 12 : month - 1));
		view_fmt(to, "TO_NAME", "%s %d", months[(month + 10) % 12],
		    month == 1 ? year - 1 : year);
	}
	if (s->first + s->length <= last) {
		to = view_add(v, "LATER");
		view_set(to, "MONTH_WORD", month_word(cx->mem, month == 12 ? year + 1 : year,
		    month % 12 + 1));
		view_fmt(to, "TO_NAME", "%s %d", months[month % 12],
		    month == 12 ? year + 1 : year);
	}
}

static int
part_of_day(int hour)
{
	return hour < DAWN ? 0 : hour < NOON ? 1 : hour < EVENING ? 2 : 3;
}

/* The coach's reading of the same moment, with the place, and the day when that differs. */
static const char *
other_reading(struct ctx *cx, const struct month *m, int64_t t)
{
	int64_t shift = local_day(t, m->other_zone) - local_day(t, cx->zone);

	return arena_fmt(cx->mem, "%s%s", clock_hhmm(cx->mem, t, m->other_zone),
	    shift > 0 ? ", next day" : shift < 0 ? ", day before" : "");
}

static void
show_time(struct view *group, struct ctx *cx, const struct month *m, const struct slot *slot,
    bool two_zones, bool ambiguous, const char **chosen)
{
	struct view *t = view_add(group, "TIME");
	const char *say;
	struct local l;

	zone_local(cx->zone, slot->starts, &l);
	view_int(t, "START", slot->starts);
	view_fmt(t, "HHMM", "%02d:%02d%s%s", l.hour, l.minute, ambiguous ? " " : "",
	    ambiguous ? l.abbr : "");
	say = arena_fmt(cx->mem, "%s, %02d:%02d to %s", day_name(cx->mem, local_day(slot->starts,
	    cx->zone)), l.hour, l.minute, clock_hhmm(cx->mem, slot->ends, cx->zone));
	view_set(t, "SAY", say);
	view_show_if(t, "CHOSEN_TIME", slot->starts == m->start);
	if (slot->starts == m->start)
		*chosen = say;
	if (two_zones)
		view_set(view_add(t, "OTHER"), "OTHER_HHMM", other_reading(cx, m, slot->starts));
}

static void
show_times(struct view *v, struct ctx *cx, const struct month *m, const struct sheet *s)
{
	static const char *const names[PARTS] = { "Night", "Morning", "Afternoon", "Evening" };
	const char *chosen = NULL;
	bool two, odd;
	struct view *day = view_add(v, "TIMES"), *group[PARTS] = { NULL };
	struct local l, a, b;
	int64_t from, to;
	size_t i;
	int y, mo, d, p;

	civil_date(m->day, &y, &mo, &d);
	zone_day(cx->zone, y, mo, d, &from, &to);
	zone_local(cx->zone, from, &a);
	zone_local(cx->zone, to - 1, &b);
	odd = a.offset != b.offset;
	two = part_clocks_differ(from, to, cx->zone, m->other_zone);
	view_set(day, "CHOSEN_NAME", day_name(cx->mem, m->day));
	view_int(day, "CHOSEN_COUNT", s->count[m->day - s->first + 1]);
	view_set(day, "CHOSEN_WORD", s->count[m->day - s->first + 1] == 1 ? "free time" :
	    "free times");
	view_show_if(day, "TWO_ZONES", two);
	view_show_if(day, "CLOCK_CHANGES", odd);
	for (i = 0; i < s->n; i++) {
		if (s->slots[i].starts < from || s->slots[i].starts >= to)
			continue;
		zone_local(cx->zone, s->slots[i].starts, &l);
		p = part_of_day(l.hour);
		if (group[p] == NULL) {
			group[p] = view_add(day, "PART_OF_DAY");
			view_set(group[p], "PART_NAME", names[p]);
		}
		show_time(group[p], cx, m, &s->slots[i], two, odd, &chosen);
	}
	if (chosen != NULL)
		view_set(view_add(day, "CHOSEN"), "CHOSEN_SAY", chosen);
	else
		view_show(day, "NOTHING_CHOSEN");
}

static void
open_at(struct month *m, int64_t day)
{
	int y, mo, d;

	civil_date(day, &y, &mo, &d);
	m->month = civil_days(y, mo, 1);
}

/*
 * The month to open with: of the day that was asked for, else this one, which nearly always has
 * free times; only when it has none the first one is looked for.
 */
static enum outcome
settle_on(struct ctx *cx, struct month *m, struct sheet *s)
{
	bool open;
	int64_t next;
	enum outcome res;

	if (m->day == 0 && m->start != 0)
		m->day = local_day(m->start, cx->zone);
	if (m->day != 0)
		open_at(m, m->day);
	open = m->month == 0;
	if (open)
		open_at(m, local_day(cx->now, cx->zone));
	if ((res = read_sheet(cx, m, s)) != OK || !open || s->n > 0)
		return res;
	if ((res = slot_next(cx, m->service, &next)) != OK || next == 0)
		return res;
	m->day = local_day(next, cx->zone);
	open_at(m, m->day);
	return read_sheet(cx, m, s);
}

static void
show_none(struct view *v, struct ctx *cx, const struct month *m, const struct sheet *s,
    int64_t next)
{
	struct view *none = view_add(v, m->day != 0 ? "DAY_IS_FULL" : "MONTH_IS_FULL");
	struct view *to;

	view_fmt(none, "FULL_MONTH", "%s %d", months[s->month - 1], s->year);
	if (m->day != 0)
		view_set(none, "FULL_DAY", day_name(cx->mem, m->day));
	if (next == 0) {
		view_show(none, "NO_NEXT");
		return;
	}
	to = view_add(none, "NEXT");
	view_set(to, "NEXT_WORD", day_word(cx->mem, local_day(next, cx->zone)));
	view_set(to, "NEXT_NAME", day_name(cx->mem, local_day(next, cx->zone)));
}

enum outcome
part_month(struct view *v, struct ctx *cx, struct month *m)
{
	struct sheet s = { .n = 0 };
	int64_t next = 0;
	enum outcome res;
	int d;

	if (m->other_zone == NULL) {
		m->other_zone = m->service->coach_zone;
		m->other_name = m->service->coach_name;
	}
	if ((res = settle_on(cx, m, &s)) != OK)
		return res;
	/* A month without a chosen day opens on its first free one. */
	for (d = 1; m->day == 0 && d <= s.length; d++)
		if (s.count[d] > 0)
			m->day = s.first + d - 1;
	show_sheet(v, cx, m, &s);
	view_set(v, "MONTH_ZONE", cx->zone);
	view_set(v, "OTHER_ZONE", m->other_zone);
	view_set(v, "OTHER_NAME", m->other_name);
	view_set(v, "ZONE_FROM", m->guessed ? "guess" : "choice");
	if (m->day != 0)
		view_set(view_add(v, "HERE"), "HERE_WORD", day_word(cx->mem, m->day));
	if (m->looked)
		view_set(view_add(v, "LOOK"), "LOOK_ZONE", cx->zone);
	if (m->choose_zone)
		part_zone_options(view_add(v, "ZONES"), cx->zone);
	else
		view_show(v, "ZONE_LINK");
	if (m->day != 0 && s.count[m->day - s.first + 1] > 0) {
		show_times(v, cx, m, &s);
		return OK;
	}
	if ((res = slot_next(cx, m->service, &next)) != OK)
		return res;
	show_none(v, cx, m, &s, next);
	return OK;
}
