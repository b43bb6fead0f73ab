/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Time zones from the system's TZif files. */

#include "lib/tzif.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT_MAX = 65536, HEADER = 44, KIND_BYTES = 6 };

struct block { /* counts of a TZif header, and where its data lies */
	size_t utc, wall, leaps, times, kinds, chars, size;
	const uint8_t *data;
};

static uint32_t
be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int64_t
be64(const uint8_t *p)
{
	return (int64_t)((uint64_t)be32(p) << 32 | be32(p + 4));
}

/* Read the header at p of n bytes; wide is the size of a time in its data. */
static bool
read_block(const uint8_t *p, size_t n, size_t wide, struct block *b)
{
	size_t i, *count[] = { &b->utc, &b->wall, &b->leaps, &b->times, &b->kinds, &b->chars };

	if (n < HEADER || memcmp(p, "TZif", 4) != 0 || p[4] < '2')
		return false;
	for (i = 0; i < 6; i++)
		if ((*count[i] = be32(p + 20 + 4 * i)) > COUNT_MAX)
			return false;
	b->data = p + HEADER;
	b->size = b->times * (wide + 1) + b->kinds * KIND_BYTES + b->chars + b->leaps * (wide + 4) +
	    b->wall + b->utc;
	return b->size <= n - HEADER;
}

static bool
read_kinds(struct zone *z, const struct block *b)
{
	const uint8_t *p = b->data + b->times * 9;
	const char *chars = (const char *)p + b->kinds * KIND_BYTES;
	size_t i;

	if (b->kinds == 0 || b->chars == 0 || chars[b->chars - 1] != '\0')
		return false;
	z->kinds = (int)b->kinds;
	z->kind = calloc(b->kinds, sizeof(*z->kind));
	for (i = 0; z->kind != NULL && i < b->kinds; i++, p += KIND_BYTES) {
		z->kind[i].offset = (int)(int32_t)be32(p);
		if (abs(z->kind[i].offset) > ZONE_OFFSET_MAX || p[5] >= b->chars)
			return false;
		(void)snprintf(z->kind[i].abbr, ZONE_ABBR, "%s", chars + p[5]);
	}
	return z->kind != NULL;
}

static bool
read_changes(struct zone *z, const struct block *b)
{
	size_t i;

	z->n = (int)b->times;
	z->which = b->data + b->times * 8;
	if ((z->at = calloc(b->times + 1, sizeof(*z->at))) == NULL)
		return false;
	for (i = 0; i < b->times; i++) {
		z->at[i] = be64(b->data + i * 8);
		if (z->which[i] >= b->kinds || (i > 0 && z->at[i] <= z->at[i - 1]))
			return false;
	}
	return true;
}

static bool
read_abbr(const char **s, char abbr[ZONE_ABBR])
{
	bool quoted = **s == '<';
	size_t n = 0;

	if (quoted)
		(*s)++;
	for (; quoted ? **s != '>' && **s != '\0' : isalpha((unsigned char)**s); (*s)++)
		if (n < ZONE_ABBR - 1)
			abbr[n++] = **s;
	abbr[n] = '\0';
	if (quoted && *(*s)++ != '>')
		return false;
	return n > 0;
}

static bool
read_number(const char **s, int max, int *v)
{
	if (!isdigit((unsigned char)**s))
		return false;
	for (*v = 0; isdigit((unsigned char)**s) && *v <= max; (*s)++)
		*v = *v * 10 + (**s - '0');
	return *v <= max;
}

/* "[+-]hh[:mm[:ss]]" in seconds; up to a week (RFC 8536 allows more than POSIX). */
static bool
read_hms(const char **s, int *v)
{
	int sign = **s == '-' ? -1 : 1, h, m = 0, sec = 0;

	if (**s == '-' || **s == '+')
		(*s)++;
	if (!read_number(s, 167, &h))
		return false;
	if (**s == ':' && ((*s)++, !read_number(s, 59, &m)))
		return false;
	if (**s == ':' && ((*s)++, !read_number(s, 59, &sec)))
		return false;
	*v = sign * (h * HOUR + m * MINUTE + sec);
	return true;
}

static bool
read_rule(const char **s, struct rule *r)
{
	if (*(*s)++ != ',')
		return false;
	r->form = **s == 'M' || **s == 'J' ? *(*s)++ : '0';
	if (r->form != 'M') {
		if (!read_number(s, r->form == 'J' ? 365 : 364, &r->day))
			return false;
	} else if (!read_number(s, 12, &r->month) || *(*s)++ != '.' ||
	    !read_number(s, 5, &r->week) || *(*s)++ != '.' || !read_number(s, 6, &r->day) ||
	    r->month < 1 || r->week < 1)
		return false;
	r->at = 2 * HOUR;
	return **s != '/' || ((*s)++, read_hms(s, &r->at));
}

/* "CET-1CEST,M3.5.0,M10.5.0/3": what holds behind the last change of the table; west counts up. */
static bool
read_tail(struct zone *z, const char *s)
{
	int west;

	if (*s == '\0')
		return true;
	if (!read_abbr(&s, z->std.abbr) || !read_hms(&s, &west))
		return false;
	z->has_tail = true;
	z->std.offset = -west;
	if (*s == '\0')
		return true;
	z->has_dst = true;
	z->dst.offset = z->std.offset + HOUR;
	if (!read_abbr(&s, z->dst.abbr))
		return false;
	if (*s != ',') {
		if (!read_hms(&s, &west))
			return false;
		z->dst.offset = -west;
	}
	return read_rule(&s, &z->begin) && read_rule(&s, &z->end) && *s == '\0';
}

bool
tzif_read(struct zone *z, uint8_t *p, size_t n)
{
	struct block b;
	char *tail, *end;

	if (!read_block(p, n, 4, &b) ||
	    !read_block(b.data + b.size, (size_t)(p + n - b.data) - b.size, 8, &b) || b.leaps > 0)
		return false;
	tail = (char *)p + (b.data - p) + b.size;
	if (*tail++ != '\n' || (end = strchr(tail, '\n')) == NULL)
		return false;
	*end = '\0';
	return read_kinds(z, &b) && read_changes(z, &b) && read_tail(z, tail);
}

static int64_t
rule_day(const struct rule *r, int year)
{
	int64_t d;

	if (r->form == '0')
		return civil_days(year, 1, 1) + r->day;
	if (r->form == 'J') /* 29 February is never counted */
		return civil_days(year, r->day > 59 ? 3 : 1, 1) + r->day - (r->day > 59 ? 60 : 1);
	d = civil_days(year, r->month, 1);
	d += (r->day + 7 - civil_weekday(d) % 7) % 7 + (r->week - 1) * 7;
	if (d >= civil_days(year, r->month, 1) + civil_month_length(year, r->month))
		d -= 7;
	return d;
}

/* The span of t by the footer's yearly rules, from the changes of the year and its neighbours. */
static struct span
tail_span(const struct zone *z, int64_t t)
{
	struct span s = { -ZONE_EVER, ZONE_EVER, &z->std };
	int year, month, day, y;

	if (!z->has_dst)
		return s;
	civil_date((t + z->std.offset + ZONE_EVER) / DAY - ZONE_EVER / DAY, &year, &month, &day);
	for (y = year - 1; y <= year + 1; y++) {
		int64_t on = rule_day(&z->begin, y) * DAY + z->begin.at - z->std.offset;
		int64_t off = rule_day(&z->end, y) * DAY + z->end.at - z->dst.offset;
		struct span first = { on, off, &z->dst }, second = { off, on, &z->std };
		const struct span *change[] = { &first, &second, &first };
		int i, start = on < off ? 0 : 1;

		for (i = start; i < start + 2; i++) {
			if (change[i]->from > t) {
				s.to = change[i]->from;
				return s;
			}
			s.from = change[i]->from;
			s.kind = change[i]->kind;
		}
	}
	return s;
}

const struct span *
tzif_span(struct zone *z, int64_t t)
{
	int low = 0, high = z->n - 1;

	t = t < -ZONE_EVER ? -ZONE_EVER : t >= ZONE_EVER ? ZONE_EVER - 1 : t;
	if (z->last.kind != NULL && z->last.from <= t && t < z->last.to)
		return &z->last;
	if (z->n == 0 || t >= z->at[z->n - 1]) {
		if (z->has_tail)
			z->last = tail_span(z, t);
		else
			z->last = (struct span){ -ZONE_EVER, ZONE_EVER,
				&z->kind[z->n > 0 ? z->which[z->n - 1] : 0] };
		if (z->n > 0 && z->last.from < z->at[z->n - 1])
			z->last.from = z->at[z->n - 1];
	} else if (t < z->at[0]) {
		z->last = (struct span){ -ZONE_EVER, z->at[0], &z->kind[0] };
	} else {
		while (high - low > 1) { /* at[low] <= t < at[high] */
			int middle = (low + high) / 2;

			if (z->at[middle] <= t)
				low = middle;
			else
				high = middle;
		}
		z->last = (struct span){ z->at[low], z->at[high], &z->kind[z->which[low]] };
	}
	return &z->last;
}
