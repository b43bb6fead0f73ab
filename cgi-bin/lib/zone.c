/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Zones by their IANA names: wall clock and instant, one read per zone and process. */

#include <sys/stat.h>

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/log.h"
#include "lib/str.h"
#include "lib/tzif.h"

enum { FILE_MAX_BYTES = 65536 };

static const char *
zone_directory(void)
{
	return conf_get("zoneinfo", "/usr/share/zoneinfo");
}

/* Names come from browsers: no dots, nothing that leaves the directory or names a file twice. */
static bool
name_is_safe(const char *name)
{
	const char *p;

	if (*name == '\0' || strlen(name) >= sizeof(((struct zone *)NULL)->name))
		return false;
	for (p = name; *p != '\0'; p++) {
		if (!isalnum((unsigned char)*p) && strchr("_+-/", *p) == NULL)
			return false;
		if (*p == '/' && (p == name || p[1] == '/' || p[1] == '\0'))
			return false;
	}
	return !str_starts(name, "right/") && !str_starts(name, "posix/") &&
	    !str_eq(name, "localtime") && !str_eq(name, "posixrules") && !str_eq(name, "Factory");
}

static uint8_t *
read_file(const char *name, size_t *n)
{
	char path[512];
	struct stat st;
	uint8_t *p = NULL;
	ssize_t got;
	int fd, len;

	len = snprintf(path, sizeof(path), "%s/%s", zone_directory(), name);
	if (len < 0 || (size_t)len >= sizeof(path) || (fd = open(path, O_RDONLY | O_CLOEXEC)) < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= FILE_MAX_BYTES &&
	    (p = calloc(1, (size_t)st.st_size + 1)) != NULL) {
		got = read(fd, p, (size_t)st.st_size);
		*n = got > 0 ? (size_t)got : 0;
	}
	(void)close(fd);
	return p;
}

static struct zone *
zone_open(const char *name)
{
	struct zone *z = calloc(1, sizeof(*z));
	uint8_t *bytes;
	size_t n = 0;

	if (z == NULL || (bytes = read_file(name, &n)) == NULL) {
		free(z);
		return NULL;
	}
	(void)snprintf(z->name, sizeof(z->name), "%s", name);
	if (tzif_read(z, bytes, n))
		return z;
	free(z->kind);
	free(z->at);
	free(bytes);
	free(z);
	return NULL;
}

/* A zone that this process has read already, or reads now; the latest stands first. */
static struct zone *
zone_find(const char *name)
{
	static struct zone *known;
	struct zone **p, *z;

	if (name == NULL)
		return NULL;
	for (p = &known; (z = *p) != NULL; p = &z->next)
		if (strcmp(z->name, name) == 0)
			break;
	if (z != NULL)
		*p = z->next;
	else if (!name_is_safe(name) || (z = zone_open(name)) == NULL)
		return NULL;
	z->next = known;
	known = z;
	return z;
}

static struct zone *
zone_or_utc(const char *name)
{
	static struct zone utc = { .has_tail = true, .std = { 0, "UTC" } };
	struct zone *z = zone_find(name);

	return z != NULL ? z : &utc;
}

bool
zone_is(const char *name)
{
	return zone_find(name) != NULL;
}

void
zone_local(const char *name, int64_t t, struct local *l)
{
	const struct kind *k = tzif_span(zone_or_utc(name), t)->kind;
	int64_t wall, day;
	int second;

	t = t < -ZONE_EVER ? -ZONE_EVER : t >= ZONE_EVER ? ZONE_EVER - 1 : t;
	wall = t + k->offset;
	day = (wall + 2 * ZONE_EVER) / DAY - 2 * ZONE_EVER / DAY;
	second = (int)(wall - day * DAY);
	civil_date(day, &l->year, &l->month, &l->day);
	l->hour = second / HOUR;
	l->minute = second / MINUTE % 60;
	l->second = second % 60;
	l->weekday = civil_weekday(day);
	l->offset = k->offset;
	l->abbr = k->abbr;
}

int
zone_instants(const char *name, const struct local *l, int64_t out[2])
{
	struct zone *z = zone_or_utc(name);
	int64_t wall = civil_days(l->year, l->month, l->day) * DAY + l->hour * HOUR +
	    l->minute * MINUTE + l->second,
	        gap = wall, t;
	struct span s, before = { 0 };
	int n = 0;

	/* Every span that could show this wall clock; mostly there is but one. */
	for (s = *tzif_span(z, wall - ZONE_OFFSET_MAX);; before = s, s = *tzif_span(z, s.to)) {
		t = wall - s.kind->offset;
		if (s.from <= t && t < s.to && n < 2)
			out[n++] = t;
		else if (before.kind != NULL && t < s.from && wall - before.kind->offset >= s.from)
			gap = s.from;
		if (s.to > wall + ZONE_OFFSET_MAX || s.to >= ZONE_EVER)
			break;
	}
	if (n == 0)
		out[0] = gap;
	return n;
}

void
zone_day(const char *name, int year, int month, int day, int64_t *from, int64_t *to)
{
	struct local l = { .year = year, .month = month, .day = day };
	int64_t out[2];

	(void)zone_instants(name, &l, out);
	*from = out[0];
	civil_date(civil_days(year, month, day) + 1, &l.year, &l.month, &l.day);
	(void)zone_instants(name, &l, out);
	*to = out[0];
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* zone.tab: "DE<tab>+5230+01322<tab>Europe/Berlin[<tab>which part of the country]". */
static int
read_names(FILE *f, char **names, int max)
{
	char line[512], *p;
	int n = 0;

	while (n < max && fgets(line, sizeof(line), f) != NULL) {
		if (line[0] == '#' || (p = strchr(line, '\t')) == NULL ||
		    (p = strchr(p + 1, '\t')) == NULL)
			continue;
		p[1 + strcspn(p + 1, "\t\n")] = '\0';
		if ((names[n] = strdup(p + 1)) != NULL)
			n++;
	}
	return n;
}

const char *const *
zone_names(int *n)
{
	static char *names[1000];
	static char utc[] = "UTC";
	static int count;
	char path[512];
	FILE *f;

	if (count == 0) {
		(void)snprintf(path, sizeof(path), "%s/zone.tab", zone_directory());
		if ((f = fopen(path, "re")) != NULL) {
			count = read_names(f, names, 999);
			(void)fclose(f);
		} else
			log_fault(NULL, "zone", "cannot read %s", path);
		qsort(names, (size_t)count, sizeof(*names), by_name);
		names[count++] = utc;
	}
	*n = count;
	return (const char *const *)names;
}
