/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Time: UTC seconds everywhere; only this file and lib/zone.c know zones. */

#ifndef LIB_CLOCK_H
#define LIB_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* Now, in UTC seconds; in test and demo mode moved by the clock file. Read once per request. */
int64_t	 clock_now(void);

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

struct local {			/* a wall clock reading in a zone */
	int	year, month, day;	/* month and day from 1 */
	int	hour, minute, second;
	int	weekday;		/* 1 Monday to 7 Sunday (ISO 8601) */
	int	offset;			/* seconds east of UTC */
	const char *abbr;		/* "CET"; lives as long as the zone */
};

/* Is it an IANA name that the system's zone data has, links ("Asia/Calcutta") included? No dots. */
bool	 zone_is(const char *name);

/* The wall clock in a zone at an instant. An unknown zone is read as UTC. */
void	 zone_local(const char *zone, int64_t t, struct local *);

/*
 * The instants at which the zone's wall clock shows l (year..second): returns how many there are.
 * 0 in a gap (out[0] is then the first instant after the gap), 1 normally, 2 in an overlap
 * (the earlier first).
 */
int	 zone_instants(const char *zone, const struct local *l, int64_t out[2]);

/* First instant of a local day, and of the day after: 23 or 25 hours, or from 01:00, may be. */
void	 zone_day(const char *zone, int year, int month, int day, int64_t *from, int64_t *to);

/* The names to choose from (zone.tab: each country has one), sorted, UTC last; live for ever. */
const char *const *zone_names(int *n);

/* Days since 1970-01-01 of a civil date, and back; weekday 1..7. */
int64_t	 civil_days(int year, int month, int day);
void	 civil_date(int64_t days, int *year, int *month, int *day);
int	 civil_weekday(int64_t days);
int	 civil_month_length(int year, int month);

/*
 * Written for a reader; each names the zone or is a date only. An hour that the clock shows twice
 * that night carries its abbreviation: "02:30 CEST (Berlin time)".
 */

/* "Thursday 15 October 2026, 10:00 (Berlin time)" and "Thu 15 Oct 2026, 10:00 (Berlin time)" */
char	*clock_full(struct arena *, int64_t t, const char *zone);
char	*clock_short(struct arena *, int64_t t, const char *zone);
/* "Thursday 15 October 2026, 10:00 to 11:00 (Berlin time)"; the end's date if it is another. */
char	*clock_range(struct arena *, int64_t from, int64_t to, const char *zone);
/* "Thursday 15 October 2026" */
char	*clock_date(struct arena *, int64_t t, const char *zone);
/* Without the year, for days soon to come: "Thursday 15 October", and "Thu 15 Oct" */
char	*clock_day(struct arena *, int64_t t, const char *zone);
char	*clock_day_short(struct arena *, int64_t t, const char *zone);
/* "10:00": only beside a zone's name */
char	*clock_hhmm(struct arena *, int64_t t, const char *zone);
/* "Berlin time", "UTC" */
char	*clock_zone_name(struct arena *, const char *zone);
/* "40 seconds", "3 minutes", "1 hour", "2 days" */
char	*clock_ago(struct arena *, int64_t seconds);

/* For machines: "2026-10-15T08:00:00Z", "2026-10-15", and strict YYYY-MM-DD read back. */
char	*clock_iso(struct arena *, int64_t t);
char	*clock_ymd(struct arena *, int64_t t, const char *zone);
bool	 clock_parse_ymd(const char *, int *year, int *month, int *day);

#endif
