/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Now, civil dates, and times written for a reader. */

#include "lib/clock.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/conf.h"
#include "lib/log.h"
#include "lib/str.h"

static const char *const weekdays[] = { "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday" };
static const char *const months[] = { "", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

/* Seconds that the test clock is ahead. No file is no shift; a file of nonsense is a fault. */
static int64_t
clock_shift(const char *path)
{
	char text[32] = "", *end;
	int64_t shift;
	ssize_t n;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) < 0)
		return 0;
	n = read(fd, text, sizeof(text) - 1);
	(void)close(fd);
	text[n > 0 ? n : 0] = '\0';
	shift = strtoll(text, &end, 10);
	while (isspace((unsigned char)*end))
		end++;
	if (end == text || *end != '\0') {
		log_fault(NULL, "clock", "%s holds no number of seconds", path);
		return 0;
	}
	return shift;
}

int64_t
clock_now(void)
{
	int64_t now = (int64_t)time(NULL);
	const char *path;

	if (conf_is_live() || str_is_empty(path = conf_get("clock_file", NULL)))
		return now;
	return now + clock_shift(path);
}

/* Both ways by eras of 400 years that begin on 1 March (Howard Hinnant's algorithms). */
int64_t
civil_days(int year, int month, int day)
{
	int64_t y = (int64_t)year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400, of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year + day - 1 - 719468;
}

void
civil_date(int64_t days, int *year, int *month, int *day)
{
	int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t of_era = z - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

int
civil_weekday(int64_t days)
{
	return (int)((days % 7 + 7 + 3) % 7) + 1; /* 1970-01-01 was a Thursday */
}

int
civil_month_length(int year, int month)
{
	int next = month == 12 ? 1 : month + 1;

	return (int)(civil_days(year + (month == 12), next, 1) - civil_days(year, month, 1));
}

/* "10:00", or "02:30 CEST" when the clock shows that minute twice. */
static char *
hhmm(struct arena *mem, const struct local *l, const char *zone)
{
	int64_t at[2];
	bool twice = zone_instants(zone, l, at) == 2;

	return arena_fmt(
	    mem, "%02d:%02d%s%s", l->hour, l->minute, twice ? " " : "", twice ? l->abbr : "");
}

static char *
date(struct arena *mem, const struct local *l, int letters)
{
	return arena_fmt(mem, "%.*s %d %.*s %d", letters, weekdays[l->weekday], l->day, letters,
	    months[l->month], l->year);
}

static char *
date_and_time(struct arena *mem, int64_t t, const char *zone, int letters)
{
	struct local l;

	zone_local(zone, t, &l);
	return arena_fmt(mem, "%s, %s", date(mem, &l, letters), hhmm(mem, &l, zone));
}

char *
clock_full(struct arena *mem, int64_t t, const char *zone)
{
	return arena_fmt(
	    mem, "%s (%s)", date_and_time(mem, t, zone, 9), clock_zone_name(mem, zone));
}

char *
clock_short(struct arena *mem, int64_t t, const char *zone)
{
	return arena_fmt(
	    mem, "%s (%s)", date_and_time(mem, t, zone, 3), clock_zone_name(mem, zone));
}

char *
clock_date(struct arena *mem, int64_t t, const char *zone)
{
	struct local l;

	zone_local(zone, t, &l);
	return date(mem, &l, 9);
}

static char *
day(struct arena *mem, int64_t t, const char *zone, int letters)
{
	struct local l;

	zone_local(zone, t, &l);
	return arena_fmt(mem, "%.*s %d %.*s", letters, weekdays[l.weekday], l.day, letters,
	    months[l.month]);
}

char *
clock_day(struct arena *mem, int64_t t, const char *zone)
{
	return day(mem, t, zone, 9);
}

char *
clock_day_short(struct arena *mem, int64_t t, const char *zone)
{
	return day(mem, t, zone, 3);
}

char *
clock_hhmm(struct arena *mem, int64_t t, const char *zone)
{
	struct local l;

	zone_local(zone, t, &l);
	return arena_fmt(mem, "%02d:%02d", l.hour, l.minute);
}

char *
clock_range(struct arena *mem, int64_t from, int64_t to, const char *zone)
{
	struct local a, b;
	bool one_day;

	zone_local(zone, from, &a);
	zone_local(zone, to, &b);
	one_day = a.day == b.day && a.month == b.month && a.year == b.year;
	return arena_fmt(mem, "%s to %s (%s)", date_and_time(mem, from, zone, 9),
	    one_day ? hhmm(mem, &b, zone) : date_and_time(mem, to, zone, 9),
	    clock_zone_name(mem, zone));
}

/* The last part of the name. "Etc/GMT+5" is five hours behind (POSIX counts west): "UTC-5". */
char *
clock_zone_name(struct arena *mem, const char *zone)
{
	const char *last;
	char *name, *p;

	if (!zone_is(zone) || str_eq(zone, "UTC"))
		return arena_str(mem, "UTC");
	if (str_starts(zone, "Etc/GMT") && (zone[7] == '+' || zone[7] == '-') && zone[8] != '0')
		return arena_fmt(mem, "UTC%c%s", zone[7] == '+' ? '-' : '+', zone + 8);
	if (str_starts(zone, "Etc/"))
		return arena_str(mem, "UTC");
	last = strrchr(zone, '/');
	name = arena_fmt(mem, "%s time", last != NULL ? last + 1 : zone);
	for (p = name; *p != '\0'; p++)
		if (*p == '_')
			*p = ' ';
	return name;
}

char *
clock_iso(struct arena *mem, int64_t t)
{
	struct local l;

	zone_local("UTC", t, &l);
	return arena_fmt(mem, "%04d-%02d-%02dT%02d:%02d:%02dZ", l.year, l.month, l.day, l.hour,
	    l.minute, l.second);
}

char *
clock_ymd(struct arena *mem, int64_t t, const char *zone)
{
	struct local l;

	zone_local(zone, t, &l);
	return arena_fmt(mem, "%04d-%02d-%02d", l.year, l.month, l.day);
}

bool
clock_parse_ymd(const char *s, int *year, int *month, int *day)
{
	static const char shape[] = "dddd-dd-dd";
	size_t i;

	if (s == NULL || strlen(s) != sizeof(shape) - 1)
		return false;
	for (i = 0; s[i] != '\0'; i++)
		if (shape[i] == 'd' ? !isdigit((unsigned char)s[i]) : s[i] != shape[i])
			return false;
	*year = (int)strtol(s, NULL, 10);
	*month = (int)strtol(s + 5, NULL, 10);
	*day = (int)strtol(s + 8, NULL, 10);
	return *year >= 1 && *month >= 1 && *month <= 12 && *day >= 1 &&
	    *day <= civil_month_length(*year, *month);
}

char *
clock_ago(struct arena *mem, int64_t seconds)
{
	static const struct {
		int64_t size;
		const char *name;
	} units[] = { { DAY, "day" }, { HOUR, "hour" }, { MINUTE, "minute" }, { 1, "second" } };
	int64_t n;
	size_t i = 0;

	if (seconds < 0)
		seconds = -seconds;
	while (units[i].size > 1 && seconds < units[i].size)
		i++;
	n = seconds / units[i].size;
	return arena_fmt(mem, "%lld %s%s", (long long)n, units[i].name, n == 1 ? "" : "s");
}
