/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* lib/clock, lib/zone, lib/tzif: every zone of the system against glibc; what readers see. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/clock.h"
#include "lib/str.h"

enum { QUARTER = 15 * MINUTE, AROUND = 4 * HOUR, ZONES_MAX = 1000 };

static struct arena *mem;
static char *zones[ZONES_MAX];
static int n_zones;

/* All names, links included, from the compiler's own list: "Z name ..." and "L target name". */
static int
setup(void **state)
{
	char line[256], a[100], b[100];
	FILE *f = fopen("/usr/share/zoneinfo/tzdata.zi", "r");

	(void)state;
	mem = arena_new();
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL && n_zones < ZONES_MAX) {
		const char *name = NULL;

		if (sscanf(line, "Z %99s", a) == 1)
			name = a;
		else if (sscanf(line, "L %99s %99s", a, b) == 2)
			name = b;
		if (name != NULL && strcmp(name, "Factory") != 0)
			zones[n_zones++] = strdup(name);
	}
	(void)fclose(f);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	while (n_zones > 0)
		free(zones[--n_zones]);
	arena_free(mem);
	return 0;
}

static void
use_glibc(const char *zone)
{
	assert_int_equal(setenv("TZ", zone, 1), 0);
	tzset();
}

static void
same_as_glibc(const char *zone, int64_t t)
{
	time_t at = (time_t)t;
	struct local l;
	struct tm tm;

	(void)localtime_r(&at, &tm);
	zone_local(zone, t, &l);
	if (l.year != tm.tm_year + 1900 || l.month != tm.tm_mon + 1 || l.day != tm.tm_mday ||
	    l.hour != tm.tm_hour || l.minute != tm.tm_min || l.second != tm.tm_sec ||
	    l.weekday != (tm.tm_wday == 0 ? 7 : tm.tm_wday) || l.offset != (int)tm.tm_gmtoff ||
	    strcmp(l.abbr, tm.tm_zone) != 0)
		fail_msg("%s at %lld: %04d-%02d-%02d %02d:%02d:%02d %+d %s", zone, (long long)t,
		    l.year, l.month, l.day, l.hour, l.minute, l.second, l.offset, l.abbr);
}

static int64_t
glibc_offset(int64_t t)
{
	time_t at = (time_t)t;
	struct tm tm;

	return localtime_r(&at, &tm)->tm_gmtoff;
}

/* Every wall clock near a change, from the instants that glibc maps to it. */
static void
walls_around(const char *zone, int64_t change)
{
	enum { N = 4 * AROUND / QUARTER + 1 };
	int64_t wall, base = change + glibc_offset(change - 1), at[N], shown[N];
	int i;

	for (i = 0; i < N; i++) {
		at[i] = change - 2 * AROUND + i * QUARTER;
		shown[i] = at[i] + glibc_offset(at[i]);
	}
	for (wall = base - AROUND; wall <= base + AROUND; wall += QUARTER) {
		int64_t expect[2] = { 0, 0 }, got[2];
		int n = 0, day_second = (int)(wall % DAY);
		struct local l = { .hour = day_second / HOUR,
			.minute = day_second / MINUTE % 60,
			.second = day_second % 60 };

		for (i = 0; i < N; i++)
			if (shown[i] == wall && n < 2)
				expect[n++] = at[i];
		if (n == 0)
			expect[0] = change;
		civil_date(wall / DAY, &l.year, &l.month, &l.day);
		if (zone_instants(zone, &l, got) != n || got[0] != expect[0] ||
		    (n == 2 && got[1] != expect[1]))
			fail_msg(
			    "%s: wall %lld near %lld", zone, (long long)wall, (long long)change);
	}
}

/* One instant of each day, and all about each change of offset between them. */
static int
zone_between(const char *zone, int64_t from, int64_t to)
{
	int64_t t, before, low, high;
	int changes = 0;

	before = glibc_offset(from);
	for (t = from; t < to; t += DAY + 7 * MINUTE) {
		same_as_glibc(zone, t);
		if (glibc_offset(t) == before)
			continue;
		for (low = t - DAY - 7 * MINUTE, high = t; high - low > 1;) {
			int64_t middle = low + (high - low) / 2;

			if (glibc_offset(middle) == before)
				low = middle;
			else
				high = middle;
		}
		same_as_glibc(zone, high - 1);
		same_as_glibc(zone, high);
		walls_around(zone, high);
		before = glibc_offset(t);
		changes++;
	}
	return changes;
}

static void
every_zone_agrees_with_glibc(void **state)
{
	int64_t from = civil_days(2024, 1, 1) * DAY, to = civil_days(2038, 1, 1) * DAY;
	int i, changes = 0;

	(void)state;
	assert_true(n_zones > 400);
	for (i = 0; i < n_zones; i++) {
		use_glibc(zones[i]);
		assert_true(zone_is(zones[i]));
		changes += zone_between(zones[i], from, to);
	}
	assert_true(changes > 14 * 2 * 100);
}

/* Behind the table of the file only its footer speaks; glibc reads both as well. */
static void
the_footer_agrees_with_glibc(void **state)
{
	static const char *const names[] = { "Europe/Berlin", "Europe/Dublin", "America/New_York",
		"America/Nuuk", "America/Havana", "Asia/Gaza", "Asia/Beirut", "Australia/Lord_Howe",
		"Pacific/Auckland", "Pacific/Chatham", "Antarctica/Troll", "Africa/Casablanca",
		"America/Santiago", "Asia/Kathmandu", "America/St_Johns", "UTC" };
	int64_t from = civil_days(2037, 12, 1) * DAY, to = civil_days(2051, 1, 1) * DAY;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		use_glibc(names[i]);
		(void)zone_between(names[i], from, to);
		(void)zone_between(names[i], from + 60 * 366 * DAY, to + 60 * 366 * DAY);
	}
}

static void
history_agrees_with_glibc(void **state)
{
	static const char *const names[] = { "Europe/Berlin", "Pacific/Apia", "America/New_York",
		"Europe/Amsterdam", "Asia/Kathmandu" };
	size_t i;
	int64_t t, from = civil_days(1850, 1, 1) * DAY, to = civil_days(2024, 1, 1) * DAY;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		use_glibc(names[i]);
		for (t = from; t < to; t += 100 * HOUR)
			same_as_glibc(names[i], t);
	}
}

static int
instants(const char *zone, int y, int mo, int d, int h, int mi, int64_t out[2])
{
	struct local l = { .year = y, .month = mo, .day = d, .hour = h, .minute = mi };

	return zone_instants(zone, &l, out);
}

static void
gap_and_overlap(void **state)
{
	int64_t at[2];

	(void)state;
	assert_int_equal(instants("Europe/Berlin", 2026, 3, 29, 2, 30, at), 0);
	assert_string_equal(clock_iso(mem, at[0]), "2026-03-29T01:00:00Z");
	assert_int_equal(instants("Europe/Berlin", 2026, 3, 29, 3, 0, at), 1);
	assert_string_equal(clock_iso(mem, at[0]), "2026-03-29T01:00:00Z");
	assert_int_equal(instants("Europe/Berlin", 2026, 10, 25, 2, 0, at), 2);
	assert_string_equal(clock_iso(mem, at[0]), "2026-10-25T00:00:00Z");
	assert_string_equal(clock_iso(mem, at[1]), "2026-10-25T01:00:00Z");
	assert_int_equal(instants("Europe/Berlin", 2026, 10, 25, 3, 0, at), 1);
	assert_int_equal(instants("Australia/Lord_Howe", 2026, 10, 4, 2, 15, at), 0);
	assert_int_equal(instants("Pacific/Apia", 2011, 12, 30, 12, 0, at), 0);
	assert_string_equal(clock_iso(mem, at[0]), "2011-12-30T10:00:00Z");
}

static void
days_of_other_lengths(void **state)
{
	int64_t from, to;

	(void)state;
	zone_day("Europe/Berlin", 2026, 3, 29, &from, &to);
	assert_int_equal(to - from, 23 * HOUR);
	zone_day("Europe/Berlin", 2026, 10, 25, &from, &to);
	assert_int_equal(to - from, 25 * HOUR);
	zone_day("Australia/Lord_Howe", 2026, 4, 5, &from, &to);
	assert_int_equal(to - from, 24 * HOUR + 30 * MINUTE);
	zone_day("Asia/Beirut", 2026, 3, 29, &from, &to); /* begins at 01:00 */
	assert_int_equal(to - from, 23 * HOUR);
	assert_string_equal(clock_hhmm(mem, from, "Asia/Beirut"), "01:00");
	zone_day("UTC", 2026, 12, 31, &from, &to);
	assert_string_equal(clock_iso(mem, to), "2027-01-01T00:00:00Z");
}

static void
names_that_are_zones(void **state)
{
	static const char *const bad[] = { "", "Europe", "Europe/", "/Europe/Berlin",
		"Europe//Berlin", "../zoneinfo/UTC", "Europe/./Berlin", "right/Europe/Berlin",
		"posix/UTC", "localtime", "Factory", "zone.tab", "leapseconds", "Europe/Berlin\n",
		"Mars/Olympus",
		"Europe/BerlinEurope/BerlinEurope/BerlinEurope/BerlinEurope/BerlinEurope" };
	const char *const *names;
	struct local l;
	size_t i;
	int n, j;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (zone_is(bad[i]))
			fail_msg("\"%s\" is a zone", bad[i]);
	assert_false(zone_is(NULL));
	assert_true(zone_is("Asia/Calcutta")); /* browsers still say so */
	zone_local("Mars/Olympus", 0, &l);
	assert_string_equal(l.abbr, "UTC");
	names = zone_names(&n);
	assert_true(n > 300);
	assert_string_equal(names[n - 1], "UTC");
	for (j = 0; j < n; j++) {
		assert_true(zone_is(names[j]));
		assert_true(j == 0 || j == n - 1 || strcmp(names[j - 1], names[j]) < 0);
	}
}

static void
civil_dates(void **state)
{
	int64_t d;
	int y, m, day, n = 0;

	(void)state;
	assert_int_equal(civil_days(1970, 1, 1), 0);
	assert_int_equal(civil_days(2026, 10, 15), 20741);
	for (d = civil_days(1600, 1, 1); d < civil_days(2400, 1, 1); d++, n++) {
		civil_date(d, &y, &m, &day);
		if (civil_days(y, m, day) != d || day > civil_month_length(y, m))
			fail_msg("day %lld", (long long)d);
	}
	assert_int_equal(n, 2 * 146097);
	assert_int_equal(civil_weekday(0), 4);
	assert_int_equal(civil_weekday(-1), 3);
	assert_int_equal(civil_weekday(civil_days(2026, 11, 22)), 7);
	assert_int_equal(civil_month_length(2028, 2), 29);
	assert_int_equal(civil_month_length(2100, 2), 28);
	assert_int_equal(civil_month_length(2026, 12), 31);
}

static int64_t
utc(int y, int mo, int d, int h, int mi)
{
	return civil_days(y, mo, d) * DAY + h * HOUR + mi * MINUTE;
}

static void
written_for_a_reader(void **state)
{
	int64_t t = utc(2026, 10, 15, 8, 0);

	(void)state;
	assert_string_equal(
	    clock_full(mem, t, "Europe/Berlin"), "Thursday 15 October 2026, 10:00 (Berlin time)");
	assert_string_equal(
	    clock_short(mem, t, "America/New_York"), "Thu 15 Oct 2026, 04:00 (New York time)");
	assert_string_equal(clock_short(mem, t, "UTC"), "Thu 15 Oct 2026, 08:00 (UTC)");
	assert_string_equal(clock_date(mem, t, "Pacific/Auckland"), "Thursday 15 October 2026");
	assert_string_equal(clock_hhmm(mem, t, "Asia/Kathmandu"), "13:45");
	assert_string_equal(clock_range(mem, t, t + HOUR, "Europe/Berlin"),
	    "Thursday 15 October 2026, 10:00 to 11:00 (Berlin time)");
	assert_string_equal(clock_range(mem, t, t + HOUR, "Pacific/Honolulu"),
	    "Wednesday 14 October 2026, 22:00 to 23:00 (Honolulu time)");
	assert_string_equal(
	    clock_range(mem, t + 13 * HOUR + 30 * MINUTE, t + 15 * HOUR, "Europe/Berlin"),
	    "Thursday 15 October 2026, 23:30 to Friday 16 October 2026, 01:00 (Berlin time)");
	assert_string_equal(clock_iso(mem, t), "2026-10-15T08:00:00Z");
	assert_string_equal(clock_ymd(mem, t + 15 * HOUR, "Europe/Berlin"), "2026-10-16");
	assert_string_equal(
	    clock_zone_name(mem, "America/Argentina/Buenos_Aires"), "Buenos Aires time");
	assert_string_equal(clock_zone_name(mem, "Etc/GMT+5"), "UTC-5");
	assert_string_equal(clock_zone_name(mem, "Etc/UTC"), "UTC");
	assert_string_equal(clock_zone_name(mem, "Mars/Olympus"), "UTC");
}

static void
an_hour_shown_twice_is_told_apart(void **state)
{
	int64_t t = utc(2026, 10, 25, 0, 30);

	(void)state;
	assert_string_equal(clock_full(mem, t, "Europe/Berlin"),
	    "Sunday 25 October 2026, 02:30 CEST (Berlin time)");
	assert_string_equal(clock_full(mem, t + HOUR, "Europe/Berlin"),
	    "Sunday 25 October 2026, 02:30 CET (Berlin time)");
	assert_string_equal(clock_range(mem, t - HOUR, t, "Europe/Berlin"),
	    "Sunday 25 October 2026, 01:30 to 02:30 CEST (Berlin time)");
}

static void
spans_of_time(void **state)
{
	(void)state;
	assert_string_equal(clock_ago(mem, 0), "0 seconds");
	assert_string_equal(clock_ago(mem, 1), "1 second");
	assert_string_equal(clock_ago(mem, 59), "59 seconds");
	assert_string_equal(clock_ago(mem, 60), "1 minute");
	assert_string_equal(clock_ago(mem, -185), "3 minutes");
	assert_string_equal(clock_ago(mem, 2 * HOUR - 1), "1 hour");
	assert_string_equal(clock_ago(mem, 2 * DAY), "2 days");
}

static void
dates_read_back(void **state)
{
	static const char *const bad[] = { "", "2026-1-5", "2026-02-29", "2026-13-01", "2026-00-10",
		"2026-01-00", "2026-01-32", " 2026-01-01", "2026-01-01 ", "2026/01/01",
		"+026-01-01", "0000-01-01", "2026-01-0x" };
	int y = 0, m = 0, d = 0;
	size_t i;

	(void)state;
	assert_true(clock_parse_ymd("2028-02-29", &y, &m, &d));
	assert_int_equal(y * 10000 + m * 100 + d, 20280229);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (clock_parse_ymd(bad[i], &y, &m, &d))
			fail_msg("\"%s\" is a date", bad[i]);
	assert_false(clock_parse_ymd(NULL, &y, &m, &d));
}

static void
write_clock(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static void
now_follows_the_clock_file_but_never_live(void **state)
{
	char path[] = "/tmp/praxis-clock-XXXXXX";
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	(void)close(fd);
	assert_int_equal(setenv("PRAXIS_CLOCK_FILE", path, 1), 0);
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
	write_clock(path, "86400\n");
	assert_in_range(clock_now() - time(NULL), DAY - 1, DAY);
	write_clock(path, "-3600");
	assert_in_range(time(NULL) - clock_now(), HOUR, HOUR + 1);
	assert_int_equal(setenv("PRAXIS_MODE", "demo", 1), 0);
	write_clock(path, "120");
	assert_in_range(clock_now() - time(NULL), 119, 120);
	assert_int_equal(setenv("PRAXIS_MODE", "live", 1), 0);
	assert_in_range(time(NULL) - clock_now(), 0, 1);
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
	assert_int_equal(unlink(path), 0);
	assert_in_range(time(NULL) - clock_now(), 0, 1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_zone_agrees_with_glibc),
		cmocka_unit_test(the_footer_agrees_with_glibc),
		cmocka_unit_test(history_agrees_with_glibc),
		cmocka_unit_test(gap_and_overlap),
		cmocka_unit_test(days_of_other_lengths),
		cmocka_unit_test(names_that_are_zones),
		cmocka_unit_test(civil_dates),
		cmocka_unit_test(written_for_a_reader),
		cmocka_unit_test(an_hour_shown_twice_is_told_apart),
		cmocka_unit_test(spans_of_time),
		cmocka_unit_test(dates_read_back),
		cmocka_unit_test(now_follows_the_clock_file_but_never_live),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
