/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * model/calendar_rules: three years of every quarter hour in six zones against the rule computed
 * with glibc's wall clock, random calendars against a plain one, and each reason by its cause.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/clock.h"
#include "model/calendar_rules.h"

enum { QUARTER = 15 * MINUTE, INSTANTS_MAX = 1100 * 96 };

#define LENGTH(a) (sizeof(a) / sizeof(*(a)))

static struct arena *mem;

/* What glibc's clock on the wall shows at each quarter hour. */
static struct {
	int64_t from;
	int n;
	int64_t minute[INSTANTS_MAX]; /* of the wall clock, counted from 1970 */
	int64_t latest[INSTANTS_MAX]; /* the latest it has shown so far */
} wall;

static int
setup(void **state)
{
	(void)state;
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
	mem = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static void
read_wall(const char *zone, int64_t from, int64_t to)
{
	int64_t latest = INT64_MIN;
	struct tm tm;
	int i;

	assert_int_equal(setenv("TZ", zone, 1), 0);
	tzset();
	wall.from = from;
	wall.n = (int)((to - from) / QUARTER);
	assert_in_range(wall.n, 1, INSTANTS_MAX);
	for (i = 0; i < wall.n; i++) {
		time_t t = (time_t)(from + (int64_t)i * QUARTER);

		(void)localtime_r(&t, &tm);
		wall.minute[i] = civil_days(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday) * 1440 +
		    tm.tm_hour * 60 + tm.tm_min;
		if (wall.minute[i] > latest)
			latest = wall.minute[i];
		wall.latest[i] = latest;
	}
}

/* The first instant at which the wall clock has reached a minute. */
static int64_t
wall_reaches(int64_t minute)
{
	int low = 0, high = wall.n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (wall.latest[middle] < minute)
			low = middle + 1;
		else
			high = middle;
	}
	return wall.from + (int64_t)low * QUARTER;
}

static bool
rule_fits(const struct rules *r, int i, int from_min, int to_min)
{
	int64_t start = wall.from + (int64_t)i * QUARTER, day = wall.minute[i] / 1440;
	int minute = (int)(wall.minute[i] % 1440);

	return from_min <= minute && minute < to_min && (minute - from_min) % r->step_min == 0 &&
	    start + (int64_t)r->duration_min * MINUTE <= wall_reaches(day * 1440 + to_min);
}

/* Is the i-th quarter hour within the hours? The rule as a person would say it. */
static bool
rule_opens(const struct rules *r, int i)
{
	int64_t day = wall.minute[i] / 1440;
	bool special = false, fits = false;
	size_t k;

	if (i > 0 && wall.latest[i] == wall.latest[i - 1])
		return false; /* shown before: the second occurrence */
	for (k = 0; k < r->n_override; k++)
		if (r->override[k].day == day) {
			special = true;
			if (!r->override[k].closed)
				fits |=
				    rule_fits(r, i, r->override[k].from_min, r->override[k].to_min);
		}
	for (k = 0; k < r->n_weekly && !special; k++)
		if (r->weekly[k].weekday == civil_weekday(day))
			fits |= rule_fits(r, i, r->weekly[k].from_min, r->weekly[k].to_min);
	return fits;
}

static bool
rule_free(const struct rules *r, int i)
{
	int64_t start = wall.from + (int64_t)i * QUARTER, day = wall.minute[i] / 1440;
	int64_t end = start + (int64_t)r->duration_min * MINUTE;
	int sessions = 0;
	size_t k;

	for (k = 0; k < r->n_busy; k++) {
		const struct busy *b = &r->busy[k];

		if (b->to > start - (int64_t)r->before_min * MINUTE &&
		    b->from < end + (int64_t)r->after_min * MINUTE)
			return false;
		if (b->starts >= wall.from && b->starts < wall.from + (int64_t)wall.n * QUARTER)
			sessions += wall.minute[(b->starts - wall.from) / QUARTER] / 1440 == day;
	}
	for (k = 0; k < r->n_away; k++)
		if (r->away[k].to > start && r->away[k].from < end)
			return false;
	return r->daily_cap == 0 || sessions < r->daily_cap;
}

static bool
rule_in_time(const struct rules *r, int i, int64_t now)
{
	int64_t start = wall.from + (int64_t)i * QUARTER;
	int64_t today = wall.minute[(now - wall.from) / QUARTER] / 1440;

	return start >= now + (int64_t)r->notice_min * MINUTE &&
	    wall.minute[i] / 1440 <= today + r->horizon_days;
}

/* Every quarter hour between skip and the end: rule, list and reasons agree. Gives their number. */
static int
agree(const struct rules *r, int64_t now, int skip, int margin)
{
	int64_t from = wall.from + (int64_t)skip * QUARTER;
	int64_t to = wall.from + (int64_t)(wall.n - margin) * QUARTER;
	struct slot *slot;
	size_t n, k = 0;
	int i;

	slots_between(mem, r, now, from, to, &slot, &n);
	for (i = skip; i < wall.n - margin; i++) {
		int64_t start = wall.from + (int64_t)i * QUARTER;
		bool expect = rule_opens(r, i) && rule_in_time(r, i, now) && rule_free(r, i);
		unsigned reasons = slot_reasons(r, now, start, NULL);
		bool listed = k < n && slot[k].starts == start;

		if (listed)
			assert_int_equal(slot[k++].ends, start + (int64_t)r->duration_min * MINUTE);
		if (expect != listed || expect != (reasons == 0))
			fail_msg("%s %s: rule %d, listed %d, reasons %u", r->zone,
			    clock_full(mem, start, r->zone), expect, listed, reasons);
	}
	assert_int_equal(k, n);
	return (int)n;
}

static const struct weekly office[] = { { 1, 540, 735 }, { 1, 780, 1020 }, { 2, 0, 1440 },
	{ 3, 615, 1005 }, { 5, 1200, 1440 }, { 6, 1320, 1440 }, { 7, 0, 180 }, { 7, 180, 1440 } };
static const struct weekly nights[] = { { 1, 0, 120 }, { 4, 0, 1440 }, { 6, 0, 1440 },
	{ 7, 30, 150 }, { 7, 105, 195 }, { 7, 120, 150 }, { 7, 0, 1440 } };

static void
every_day_of_three_years(void **state)
{
	static const char *const zones[] = { "Europe/Berlin", "America/New_York",
		"Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kathmandu", "UTC" };
	static const struct {
		const struct weekly *weekly;
		size_t n;
		int duration, step;
	} kinds[] = { { office, LENGTH(office), 60, 30 }, { nights, LENGTH(nights), 30, 15 },
		{ nights, LENGTH(nights), 45, 45 }, { office, LENGTH(office), 480, 60 } };
	int64_t from = (civil_days(2026, 1, 1) - 1) * DAY, to = (civil_days(2029, 1, 1) + 2) * DAY;
	size_t z, k;

	(void)state;
	for (z = 0; z < LENGTH(zones); z++) {
		read_wall(zones[z], from, to);
		for (k = 0; k < LENGTH(kinds); k++) {
			struct rules r = { .zone = zones[z],
				.weekly = kinds[k].weekly,
				.n_weekly = kinds[k].n,
				.duration_min = kinds[k].duration,
				.step_min = kinds[k].step,
				.horizon_days = 5000 };

			/* A day at each end belongs to no full local day. */
			assert_true(agree(&r, from, 96, 96) > 3 * 365 / 2);
			arena_reset(mem);
		}
	}
}

static int64_t
at(const char *zone, int y, int mo, int d, int h, int mi)
{
	struct local l = { .year = y, .month = mo, .day = d, .hour = h, .minute = mi };
	int64_t t[2];

	assert_true(zone_instants(zone, &l, t) > 0);
	return t[0];
}

/* The starts of one local day as text: "09:00 10:00". */
static char *
day_text(const struct rules *r, int64_t now, int y, int mo, int d)
{
	char *text = arena_str(mem, "");
	struct slot *slot;
	int64_t from, to;
	size_t n, i;

	zone_day(r->zone, y, mo, d, &from, &to);
	slots_between(mem, r, now, from, to, &slot, &n);
	for (i = 0; i < n; i++)
		text = arena_fmt(mem, "%s%s%s", text, i > 0 ? " " : "",
		    clock_hhmm(mem, slot[i].starts, r->zone));
	return text;
}

static unsigned
wall_reasons(const struct rules *r, int64_t now, int d, int h, int mi)
{
	struct local l = {
		.year = 2026, .month = d == 29 ? 3 : 10, .day = d, .hour = h, .minute = mi
	};

	return slot_reasons_wall(r, now, &l, NULL);
}

static void
gap_and_overlap_in_berlin(void **state)
{
	static const struct weekly sunday[] = { { 7, 60, 240 } };
	struct rules r = { .zone = "Europe/Berlin",
		.weekly = sunday,
		.n_weekly = 1,
		.duration_min = 30,
		.step_min = 30,
		.horizon_days = 400 };
	int64_t now = at("UTC", 2026, 1, 1, 0, 0), second;

	(void)state;
	assert_string_equal(day_text(&r, now, 2026, 3, 29), "01:00 01:30 03:00 03:30");
	assert_string_equal(day_text(&r, now, 2026, 10, 25), "01:00 01:30 02:00 02:30 03:00 03:30");
	assert_int_equal(wall_reasons(&r, now, 29, 2, 30), SLOT_GAP);
	assert_int_equal(wall_reasons(&r, now, 29, 3, 30), 0);
	assert_int_equal(wall_reasons(&r, now, 25, 2, 30), 0);
	second = at("UTC", 2026, 10, 25, 1, 30);
	assert_int_equal(slot_reasons(&r, now, second, NULL), SLOT_TWICE);
	/* An hour of session is an hour, whatever the wall says. */
	r.duration_min = 60;
	assert_string_equal(day_text(&r, now, 2026, 3, 29), "01:00 01:30 03:00");
	assert_string_equal(day_text(&r, now, 2026, 10, 25), "01:00 01:30 02:00 02:30 03:00");
}

static const struct weekly monday[] = { { 1, 540, 1020 } }; /* 9 to 17 */

/* Mondays in Berlin, an hour each; Monday 7 December 2026 is the day looked at. */
static struct rules
plain(void)
{
	return (struct rules){ .zone = "Europe/Berlin",
		.weekly = monday,
		.n_weekly = 1,
		.duration_min = 60,
		.step_min = 60,
		.horizon_days = 30 };
}

static int64_t
monday_at(int h, int mi)
{
	return at("Europe/Berlin", 2026, 12, 7, h, mi);
}

static void
overrides_replace_the_week(void **state)
{
	struct rules r = plain();
	int64_t now = monday_at(0, 0) - DAY, day = civil_days(2026, 12, 7);
	struct override special[] = { { day, 1080, 1200, false }, { day, 600, 720, false },
		{ day, 630, 750, false }, { day + 2, 600, 660, false } };
	struct override closed[] = { { day, 0, 0, true } };
	struct override empty[] = { { day, 0, 0, false } };

	(void)state;
	assert_string_equal(
	    day_text(&r, now, 2026, 12, 7), "09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00");
	r.override = special;
	r.n_override = LENGTH(special);
	assert_string_equal(day_text(&r, now, 2026, 12, 7), "10:00 10:30 11:00 11:30 18:00 19:00");
	assert_string_equal(day_text(&r, now, 2026, 12, 9), "10:00");
	r.override = closed;
	r.n_override = 1;
	assert_string_equal(day_text(&r, now, 2026, 12, 7), "");
	assert_int_equal(slot_reasons(&r, now, monday_at(9, 0), NULL), SLOT_OUTSIDE_HOURS);
	r.override = empty;
	assert_string_equal(day_text(&r, now, 2026, 12, 7), "");
	assert_string_equal(
	    day_text(&r, now, 2026, 12, 14), "09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00");
}

static void
each_reason_by_its_cause(void **state)
{
	struct rules r = plain();
	int64_t now = monday_at(0, 0) - DAY;
	struct away away[] = { { monday_at(12, 0), monday_at(13, 30), "dentist" } };
	/* A booking at 10:00 with its own quarter hour behind it. */
	struct busy busy[] = { { monday_at(10, 0), monday_at(11, 15), monday_at(10, 0),
	    "no 1042" } };
	const char *why = NULL;

	(void)state;
	r.away = away;
	r.busy = busy;
	r.n_away = r.n_busy = 1;
	assert_string_equal(day_text(&r, now, 2026, 12, 7), "09:00 14:00 15:00 16:00");
	assert_int_equal(slot_reasons(&r, now, monday_at(10, 0), &why), SLOT_BUSY);
	assert_string_equal(why, "no 1042");
	assert_int_equal(slot_reasons(&r, now, monday_at(13, 0), &why), SLOT_AWAY);
	assert_string_equal(why, "dentist");
	assert_int_equal(slot_reasons(&r, now, monday_at(9, 0), &why), 0);
	assert_null(why);
	/* Our own buffers: 15 minutes behind 9:00 reach into 10:00, away they may touch. */
	r.after_min = r.before_min = 15;
	assert_int_equal(slot_reasons(&r, now, monday_at(9, 0), &why), SLOT_BUFFER);
	assert_string_equal(why, "no 1042");
	assert_int_equal(slot_reasons(&r, now, monday_at(14, 0), &why), 0);
	assert_int_equal(slot_reasons(&r, now, monday_at(14, 30), NULL), SLOT_OFF_GRID);
	assert_int_equal(slot_reasons(&r, now, monday_at(14, 0) + 1, NULL), SLOT_OFF_GRID);
	assert_int_equal(slot_reasons(&r, now, monday_at(17, 0), NULL), SLOT_OUTSIDE_HOURS);
	assert_int_equal(slot_reasons(&r, now, monday_at(16, 30), NULL), SLOT_OUTSIDE_HOURS);
	/* All at once. */
	r.horizon_days = 0;
	assert_int_equal(slot_reasons(&r, now, monday_at(10, 15), NULL),
	    SLOT_OFF_GRID | SLOT_BUSY | SLOT_HORIZON);
}

static void
buffers_of_two_services(void **state)
{
	struct rules r = plain();
	int64_t now = monday_at(0, 0) - DAY;
	/* C-38: 60 minutes and a buffer of 15 at 10:00; another service has no buffer. */
	struct busy busy[] = { { monday_at(10, 0), monday_at(11, 15), monday_at(10, 0), "" } };

	(void)state;
	r.busy = busy;
	r.n_busy = 1;
	r.step_min = 15;
	assert_int_equal(slot_reasons(&r, now, monday_at(11, 0), NULL), SLOT_BUSY);
	assert_int_equal(slot_reasons(&r, now, monday_at(11, 15), NULL), 0);
	assert_int_equal(slot_reasons(&r, now, monday_at(9, 0), NULL), 0);
	assert_int_equal(slot_reasons(&r, now, monday_at(9, 15), NULL), SLOT_BUSY);
	r.before_min = 15;
	assert_int_equal(slot_reasons(&r, now, monday_at(11, 15), NULL), SLOT_BUFFER);
	assert_int_equal(slot_reasons(&r, now, monday_at(11, 30), NULL), 0);
}

static void
notice_and_past_to_the_second(void **state)
{
	struct rules r = plain();
	int64_t start = monday_at(10, 0);

	(void)state;
	r.notice_min = 120;
	assert_int_equal(slot_reasons(&r, start - 2 * HOUR, start, NULL), 0);
	assert_int_equal(slot_reasons(&r, start - 2 * HOUR + 1, start, NULL), SLOT_NOTICE);
	assert_int_equal(slot_reasons(&r, start, start, NULL), SLOT_NOTICE);
	assert_int_equal(slot_reasons(&r, start + 1, start, NULL), SLOT_PAST);
	assert_string_equal(day_text(&r, start - 2 * HOUR, 2026, 12, 7),
	    "10:00 11:00 12:00 13:00 14:00 15:00 16:00");
	assert_string_equal(
	    day_text(&r, start - 2 * HOUR + 1, 2026, 12, 7), "11:00 12:00 13:00 14:00 15:00 16:00");
	r.notice_min = 0;
	assert_int_equal(slot_reasons(&r, start, start, NULL), 0);
}

static void
horizon_by_local_date(void **state)
{
	static const struct weekly evening[] = { { 1, 1260, 1440 } };
	struct rules r = plain();
	int64_t late = at("Europe/Berlin", 2026, 11, 30, 0, 0); /* 23:00 UTC of the day before */

	(void)state;
	r.horizon_days = 7;
	assert_int_equal(slot_reasons(&r, late, monday_at(16, 0), NULL), 0);
	assert_int_equal(slot_reasons(&r, late - 1, monday_at(9, 0), NULL), SLOT_HORIZON);
	assert_string_equal(day_text(&r, late - 1, 2026, 12, 7), "");
	assert_string_equal(
	    day_text(&r, late, 2026, 12, 7), "09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00");
	r.weekly = evening; /* to the last hour of the last date */
	assert_string_equal(day_text(&r, late, 2026, 12, 7), "21:00 22:00 23:00");
	assert_string_equal(day_text(&r, late, 2026, 12, 14), "");
}

static void
cap_by_local_date(void **state)
{
	static const struct weekly always[] = { { 1, 0, 1440 }, { 2, 0, 1440 } };
	struct rules r = plain();
	int64_t now = monday_at(0, 0) - DAY;
	/* The first starts on Monday at midnight, in UTC still Sunday; then one, and an errand. */
	struct busy busy[] = {
		{ monday_at(0, 0) - 900, monday_at(1, 0), monday_at(0, 0), "" },
		{ monday_at(8, 0), monday_at(9, 0), monday_at(8, 0), "" },
		{ monday_at(20, 0), monday_at(21, 0), 0, "errand" },
	};

	(void)state;
	r.weekly = always;
	r.n_weekly = 2;
	r.busy = busy;
	r.n_busy = 3;
	r.daily_cap = 3;
	assert_int_equal(slot_reasons(&r, now, monday_at(12, 0), NULL), 0);
	r.daily_cap = 2;
	assert_int_equal(slot_reasons(&r, now, monday_at(12, 0), NULL), SLOT_CAP);
	assert_string_equal(day_text(&r, now, 2026, 12, 7), "");
	assert_int_equal(slot_reasons(&r, now, monday_at(24, 0), NULL), 0);
	r.daily_cap = 0;
	assert_int_equal(slot_reasons(&r, now, monday_at(12, 0), NULL), 0);
	busy[2].starts = busy[2].from = monday_at(23, 30); /* still that date */
	busy[2].to = monday_at(24, 30);
	r.daily_cap = 3;
	assert_int_equal(slot_reasons(&r, now, monday_at(12, 0), NULL), SLOT_CAP);
	assert_string_equal(day_text(&r, now, 2026, 12, 7), "");
}

/* A small generator of its own, so that a failure can be repeated. */
static uint64_t seed = 20261122;

static int
any(int low, int high)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return low + (int)((seed >> 33) % (uint64_t)(high - low + 1));
}

static int
by_from(const void *a, const void *b)
{
	const struct busy *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

struct random {
	struct rules r;
	struct weekly weekly[9];
	struct override override[6];
	struct away away[3];
	struct busy busy[40];
};

static void
any_lists(struct random *x)
{
	size_t i;

	for (i = 0; i < x->r.n_weekly; i++) {
		int from = any(0, 94) * 15;

		x->weekly[i] = (struct weekly){ any(1, 7), from, any(from / 15 + 1, 96) * 15 };
	}
	for (i = 0; i < x->r.n_override; i++) {
		int from = any(0, 94) * 15;

		x->override[i] = (struct override){ wall.minute[0] / 1440 + any(1, 12), from,
			any(from / 15, 96) * 15, any(0, 3) == 0 };
	}
	for (i = 0; i < x->r.n_away; i++) {
		x->away[i].from = wall.from + any(0, wall.n) * (int64_t)QUARTER;
		x->away[i].to = x->away[i].from + any(1, 300) * 10 * MINUTE;
	}
	for (i = 0; i < x->r.n_busy; i++) {
		struct busy *b = &x->busy[i];
		int64_t start = wall.from + any(-500, wall.n) * (int64_t)QUARTER;

		b->from = start - any(0, 6) * 5 * MINUTE;
		b->to = start + any(1, 24) * 5 * MINUTE + (any(0, 30) == 0 ? 2 * DAY : 0);
		b->starts = any(0, 2) > 0 ? start : 0;
	}
	qsort(x->busy, x->r.n_busy, sizeof(*x->busy), by_from);
}

static void
any_rules(struct random *x, const char *zone)
{
	memset(x, 0, sizeof(*x));
	x->r = (struct rules){ .zone = zone,
		.weekly = x->weekly,
		.override = x->override,
		.away = x->away,
		.busy = x->busy,
		.n_weekly = (size_t)any(0, 9),
		.n_override = (size_t)any(0, 6),
		.n_away = (size_t)any(0, 3),
		.n_busy = (size_t)any(0, 40),
		.duration_min = any(1, 32) * 15,
		.before_min = any(0, 3) * 10,
		.after_min = any(0, 3) * 5,
		.step_min = any(1, 8) * 15,
		.notice_min = any(0, 1) * any(0, 3000),
		.horizon_days = any(0, 20),
		.daily_cap = any(0, 1) * any(1, 4) };
	any_lists(x);
}

static void
any_calendar_agrees(void **state)
{
	static const struct {
		const char *zone;
		int month, day;
	} weeks[] = { { "Europe/Berlin", 3, 22 }, { "Europe/Berlin", 10, 18 },
		{ "America/New_York", 3, 1 }, { "America/New_York", 10, 25 },
		{ "Australia/Lord_Howe", 3, 29 }, { "Australia/Lord_Howe", 9, 27 },
		{ "Asia/Beirut", 3, 22 }, { "America/Havana", 10, 25 },
		{ "Asia/Kathmandu", 6, 1 } };
	static struct random x;
	int i, offered = 0;

	(void)state;
	for (i = 0; i < 900; i++) {
		size_t w = (size_t)i % LENGTH(weeks);
		int64_t from = civil_days(2027, weeks[w].month, weeks[w].day) * DAY;

		read_wall(weeks[w].zone, from, from + 14 * DAY);
		any_rules(&x, weeks[w].zone);
		offered += agree(&x.r, from + any(96, 300) * (int64_t)QUARTER, 96, 96);
		arena_reset(mem);
	}
	assert_true(offered > 10000);
}

static void
nothing_from_nothing(void **state)
{
	struct rules r = plain();
	int64_t now = monday_at(0, 0);
	struct slot *slot;
	size_t n;

	(void)state;
	slots_between(mem, &r, now, now + DAY, now + DAY, &slot, &n);
	assert_int_equal(n, 0);
	slots_between(mem, &r, now, now + DAY, now, &slot, &n);
	assert_int_equal(n, 0);
	r.step_min = 0;
	slots_between(mem, &r, now, now, now + DAY, &slot, &n);
	assert_int_equal(n, 0);
	assert_int_equal(slot_reasons(&r, now, monday_at(9, 0), NULL), SLOT_OUTSIDE_HOURS);
	r = (struct rules){ .zone = "UTC", .step_min = 30, .duration_min = 30, .horizon_days = 30 };
	slots_between(mem, &r, now, now, now + DAY, &slot, &n);
	assert_int_equal(n, 0);
}

static void
every_reason_has_a_sentence(void **state)
{
	unsigned i, k;

	(void)state;
	for (i = 0; i < SLOT_REASONS; i++)
		for (k = 0; k <= SLOT_REASONS; k++)
			if (i != k)
				assert_string_not_equal(
				    slot_reason_text(1U << i), slot_reason_text(1U << k));
}

/* A month of half hours with ten years of bookings behind it; DESIGN allows 2 ms for the page. */
static void
a_month_is_quick(void **state)
{
	enum { HISTORY = 20000, RUNS = 50 };
	static const struct weekly day[] = { { 1, 0, 1440 }, { 2, 0, 1440 }, { 3, 0, 1440 },
		{ 4, 0, 1440 }, { 5, 0, 1440 }, { 6, 0, 1440 }, { 7, 0, 1440 } };
	struct rules r = plain();
	struct busy *busy = arena_get(mem, HISTORY * sizeof(*busy));
	int64_t now = monday_at(0, 0), us;
	struct slot *slot;
	clock_t start;
	size_t n = 0;
	int i;

	(void)state;
	for (i = 0; i < HISTORY; i++) {
		busy[i].starts = busy[i].from = now + (i - HISTORY + 60) * 4 * (int64_t)HOUR;
		busy[i].to = busy[i].from + HOUR;
	}
	r.weekly = day;
	r.n_weekly = 7;
	r.busy = busy;
	r.n_busy = HISTORY;
	r.daily_cap = 20;
	r.step_min = r.duration_min = 30;
	start = clock();
	for (i = 0; i < RUNS; i++)
		slots_between(mem, &r, now, now, now + 30 * DAY, &slot, &n);
	us = (int64_t)(clock() - start) * 1000000 / CLOCKS_PER_SEC / RUNS;
	print_message("# a month of %zu starts: %lld us\n", n, (long long)us);
	assert_in_range(n, 1200, 1440);
#ifndef PRAXIS_SANITIZE
	assert_in_range(us, 0, 2000);
#endif
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_three_years),
		cmocka_unit_test(gap_and_overlap_in_berlin),
		cmocka_unit_test(overrides_replace_the_week),
		cmocka_unit_test(each_reason_by_its_cause),
		cmocka_unit_test(buffers_of_two_services),
		cmocka_unit_test(notice_and_past_to_the_second),
		cmocka_unit_test(horizon_by_local_date),
		cmocka_unit_test(cap_by_local_date),
		cmocka_unit_test(any_calendar_agrees),
		cmocka_unit_test(nothing_from_nothing),
		cmocka_unit_test(every_reason_has_a_sentence),
		cmocka_unit_test(a_month_is_quick),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
