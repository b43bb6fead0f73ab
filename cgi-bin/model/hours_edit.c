/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a coach works, changed by the coach. */

#include "model/hours_edit.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"

enum { MIDNIGHT = 24 * 60 };

#define ME \
	"(select c.id from coach c where c.tenant_id = :tenant and c.account_id = :me)"

static const struct sql CLEAR_WEEK = SQL_TENANT(
    "delete from weekly_hours where tenant_id = :tenant and coach_id = " ME);
static const struct sql SET_WEEK = SQL_TENANT(
    "insert into weekly_hours (tenant_id, coach_id, weekday, from_min, to_min)"
    " select c.tenant_id, c.id, j.d, j.f, j.t from coach c, json_table(?, '$[*]' columns ("
    "    d int path '$[0]', f int path '$[1]', t int path '$[2]')) j"
    "  where c.tenant_id = :tenant and c.account_id = :me");
static const struct sql CLEAR_DATE = SQL_TENANT(
    "delete from date_hours where tenant_id = :tenant and day = ? and coach_id = " ME);
static const struct sql SET_DATE = SQL_TENANT(
    "insert into date_hours (tenant_id, coach_id, day, from_min, to_min)"
    " select c.tenant_id, c.id, ?, j.f, j.t from coach c, json_table(?, '$[*]' columns ("
    "    f int path '$[1]', t int path '$[2]')) j"
    "  where c.tenant_id = :tenant and c.account_id = :me");
static const struct sql ADD_AWAY = SQL_TENANT(
    "insert into away (tenant_id, coach_id, starts_at, ends_at, note)"
    " select c.tenant_id, c.id, ?, ?, ? from coach c"
    "  where c.tenant_id = :tenant and c.account_id = :me");
static const struct sql DROP_AWAY = SQL_TENANT(
    "delete from away where tenant_id = :tenant and id = ? and coach_id = " ME);
static const struct sql BOOKED = SQL_TENANT(
    "select count(*) from booking where tenant_id = :tenant and coach_id = " ME
    "   and state = 'Confirmed' and starts_at < ? and ends_at > ?");
static const struct sql STALE = SQL_TENANT(
    "update listing set stale = 1 where tenant_id = :tenant and coach_id = " ME);

static const char *
skip_blanks(const char *p)
{
	while (*p == ' ')
		p++;
	return p;
}

/* "9", "09:00", "17.30"; what follows, or NULL. */
static const char *
read_time(const char *p, int *minutes)
{
	int hour = 0, minute = 0, n = 0;

	for (p = skip_blanks(p); *p >= '0' && *p <= '9'; p++, n++)
		hour = n < 2 ? hour * 10 + (*p - '0') : MIDNIGHT;
	if (n == 0 || hour > 24)
		return NULL;
	if (*p == ':' || *p == '.') {
		if (p[1] < '0' || p[1] > '5' || p[2] < '0' || p[2] > '9' ||
		    (p[3] >= '0' && p[3] <= '9'))
			return NULL;
		minute = (p[1] - '0') * 10 + (p[2] - '0');
		p += 3;
	}
	*minutes = hour * 60 + minute;
	return *minutes <= MIDNIGHT ? skip_blanks(p) : NULL;
}

/* A hyphen, a dash, or the word. */
static const char *
read_to(const char *p)
{
	static const char *const all[] = { "-", "\xe2\x80\x93", "\xe2\x80\x94", "to", NULL };
	int i;

	for (i = 0; all[i] != NULL; i++)
		if (str_starts(p, all[i]))
			return p + strlen(all[i]);
	return NULL;
}

/* In its place, by beginning. */
static void
put(struct hours_day *d, int from, int to)
{
	int i = d->n++;

	for (; i > 0 && d->range[i - 1].from > from; i--)
		d->range[i] = d->range[i - 1];
	d->range[i].from = from;
	d->range[i].to = to;
}

const char *
hours_read(const char *text, struct hours_day *d)
{
	static const char wrong[] = "Please write hours such as 09:00-12:00, 13:00-17:30.";
	const char *p;
	int from, to, i;

	d->n = 0;
	for (p = skip_blanks(text); *p != '\0'; p = *p != '\0' ? skip_blanks(p + 1) : p) {
		if (d->n == HOURS_RANGES)
			return "At most six stretches a day, please.";
		if ((p = read_time(p, &from)) == NULL || (p = read_to(p)) == NULL ||
		    (p = read_time(p, &to)) == NULL || (*p != '\0' && *p != ',' && *p != ';'))
			return wrong;
		if (from >= to)
			return "The end must be later than the beginning; 24:00 is midnight.";
		put(d, from, to);
	}
	for (i = 1; i < d->n; i++)
		if (d->range[i].from < d->range[i - 1].to)
			return "Two of these stretches overlap.";
	return NULL;
}

static void
add_json(struct buf *b, int weekday, const struct hours_day *d)
{
	int i;

	for (i = 0; i < d->n; i++)
		buf_fmt(b, "%s[%d,%d,%d]", b->len > 1 ? "," : "", weekday, d->range[i].from,
		    d->range[i].to);
}

static enum outcome
stale(struct ctx *cx, enum outcome res)
{
	return res != OK ? res : sql_run(cx, &STALE, NO_ARGS, NULL);
}

enum outcome
hours_set_week(struct ctx *cx, const struct hours_day week[7])
{
	enum outcome res = sql_run(cx, &CLEAR_WEEK, NO_ARGS, NULL);
	struct buf b;
	int i;

	buf_init(&b, cx->mem);
	buf_char(&b, '[');
	for (i = 0; i < 7; i++)
		add_json(&b, i + 1, &week[i]);
	buf_char(&b, ']');
	if (res == OK)
		res = sql_run(cx, &SET_WEEK, ARGS(S(b.p)), NULL);
	return stale(cx, res);
}

enum outcome
hours_set_date(struct ctx *cx, int64_t day, const struct hours_day *d)
{
	enum outcome res = sql_run(cx, &CLEAR_DATE, ARGS(T(day * DAY)), NULL);
	struct buf b;

	buf_init(&b, cx->mem);
	buf_char(&b, '[');
	add_json(&b, 0, d);
	buf_str(&b, d->n > 0 ? "]" : "[0,0,0]]");
	if (res == OK)
		res = sql_run(cx, &SET_DATE, ARGS(T(day * DAY), S(b.p)), NULL);
	return stale(cx, res);
}

enum outcome
hours_drop_date(struct ctx *cx, int64_t day)
{
	int64_t found;
	enum outcome res = sql_run(cx, &CLEAR_DATE, ARGS(T(day * DAY)), &found);

	return stale(cx, res == OK && found == 0 ? CONFLICT : res);
}

static void
load_count(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

enum outcome
hours_add_away(struct ctx *cx, int64_t from, int64_t to, const char *note, int64_t *booked)
{
	enum outcome res = sql_change(cx, &ADD_AWAY, ARGS(T(from), T(to), S(note)));

	if (res == OK)
		res = sql_one(cx, &BOOKED, ARGS(T(to), T(from)), load_count, booked);
	return stale(cx, res);
}

enum outcome
hours_drop_away(struct ctx *cx, int64_t id)
{
	enum outcome res = sql_change(cx, &DROP_AWAY, ARGS(I(id)));

	return stale(cx, res == CONFLICT ? NOT_FOUND : res);
}
