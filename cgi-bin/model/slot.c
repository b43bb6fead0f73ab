/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a service can be booked: the coach's rules and our own blocks together. */

#include "model/slot.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"

/* Hours of the week, of single dates, and times away, in one answer: kind says which. */
static const struct sql RULES = SQL_TENANT(
    "select 'w', weekday, from_min, to_min, null, null, '' from weekly_hours"
    " where tenant_id = :tenant and coach_id = ?"
    " union all "
    "select 'd', 0, from_min, to_min, day, null, '' from date_hours"
    " where tenant_id = :tenant and coach_id = ? and day >= ? and day <= ?"
    " union all "
    "select 'a', 0, 0, 0, starts_at, ends_at, note from away"
    " where tenant_id = :tenant and coach_id = ? and ends_at > ? and starts_at < ?"
    " limit 1000");

/*
 * What is taken between two instants. A block lasts at most a session and its buffers, so those
 * that end LONGEST behind the last instant began behind it: the key, which begins with the end,
 * finds them all without history. The booking that is being moved is left out, and holds that are
 * over count as free. Its booking is asked only where that is needed: for a cap on sessions a day,
 * and to name what stands in the way.
 */
#define BLOCK_BETWEEN \
	" where k.tenant_id = :tenant and k.coach_id = ? and k.ends_at > ? and k.ends_at < ?" \
	"   and k.starts_at < ? and (k.hold_until is null or k.hold_until > :now)" \
	"   and k.booking_id <> ?" \
	" order by k.ends_at limit 5000"
static const struct sql BLOCKS = SQL_TENANT(
    "select k.starts_at, k.ends_at, k.starts_at, '' from block k" BLOCK_BETWEEN);
static const struct sql BOOKED_BLOCKS = SQL_TENANT(
    "select k.starts_at, k.ends_at, b.starts_at, b.no from block k"
    "  join booking b on b.tenant_id = k.tenant_id and b.id = k.booking_id" BLOCK_BETWEEN);

enum { LONGEST = (480 + 2 * 240) * MINUTE };

struct rule_row {
	const char	*kind, *note;
	int		 weekday, from_min, to_min;
	int64_t		 from, to;
};

static void
load_rule(struct row *r, void *to)
{
	struct rule_row *w = to;

	w->kind = row_str(r);
	w->weekday = (int)row_int(r);
	w->from_min = (int)row_int(r);
	w->to_min = (int)row_int(r);
	w->from = row_time(r);
	w->to = row_time(r);
	w->note = row_str(r);
}

static void
load_busy(struct row *r, void *to)
{
	struct busy *b = to;

	b->from = row_time(r);
	b->to = row_time(r);
	b->starts = row_time(r);
	b->why = row_str(r);
}

static void
sort_out(struct ctx *cx, struct rules *rules, const struct rule_row *rows, size_t n)
{
	struct weekly *weekly = arena_get(cx->mem, n * sizeof(*weekly));
	struct override *override = arena_get(cx->mem, n * sizeof(*override));
	struct away *away = arena_get(cx->mem, n * sizeof(*away));
	const struct rule_row *r;

	for (r = rows; r < rows + n; r++) {
		if (*r->kind == 'w')
			weekly[rules->n_weekly++] = (struct weekly){ r->weekday, r->from_min,
			    r->to_min };
		else if (*r->kind == 'd')
			override[rules->n_override++] = (struct override){ r->from / DAY,
			    r->from_min, r->to_min, r->to_min == 0 };
		else
			away[rules->n_away++] = (struct away){ r->from, r->to, r->note };
	}
	rules->weekly = weekly;
	rules->override = override;
	rules->away = away;
}

static void
fit(struct rules *rules, const struct service *v)
{
	rules->zone = v->coach_zone;
	rules->duration_min = v->minutes;
	rules->before_min = v->before_min;
	rules->after_min = v->after_min;
	rules->step_min = v->step_min;
	rules->notice_min = v->notice_min;
	rules->horizon_days = v->horizon_days;
	rules->daily_cap = v->daily_cap;
}

/* All that decides about starts in [from, to), by two statements; named: with whose it is. */
static enum outcome
load_rules(struct ctx *cx, const struct service *v, int64_t from, int64_t to, int64_t moving,
    bool named, struct rules *rules)
{
	/* Whole local days on both sides, for the daily cap and the longest session. */
	int64_t first = from - 2 * DAY, last = to + 2 * DAY;
	struct rule_row *rows;
	struct busy *busy;
	enum outcome res;
	size_t n;

	memset(rules, 0, sizeof(*rules));
	fit(rules, v);
	res = sql_all(cx, &RULES, ARGS(I(v->coach), I(v->coach), T(first), T(last), I(v->coach),
	    T(first), T(last)), load_rule, sizeof(*rows), &rows, &n);
	if (res != OK)
		return res;
	sort_out(cx, rules, rows, n);
	res = sql_all(cx, named ? &BOOKED_BLOCKS : &BLOCKS, ARGS(I(v->coach), T(first),
	    T(last + LONGEST), T(last), I(moving)), load_busy, sizeof(*busy), &busy,
	    &rules->n_busy);
	rules->busy = busy;
	return res;
}

enum outcome
slots_free(struct ctx *cx, const struct service *v, int64_t from, int64_t to, int64_t moving,
    struct slot **slots, size_t *n)
{
	struct rules rules;
	enum outcome res = load_rules(cx, v, from, to, moving, v->daily_cap > 0, &rules);

	*n = 0;
	*slots = NULL;
	if (res == OK)
		slots_between(cx->mem, &rules, cx->now, from, to, slots, n);
	return res;
}

enum outcome
slot_reasons_now(struct ctx *cx, const struct service *v, int64_t start, int64_t moving,
    unsigned *reasons, const char **detail)
{
	struct rules rules;
	enum outcome res = load_rules(cx, v, start, start + v->minutes * MINUTE, moving, true,
	    &rules);

	if (res == OK)
		*reasons = slot_reasons(&rules, cx->now, start, detail);
	return res;
}

enum outcome
slots_explain(struct ctx *cx, const struct service *v, int64_t from, int64_t to,
    struct slot_explained **rows, size_t *n)
{
	struct slot_explained *e;
	struct rules rules;
	int64_t t;
	enum outcome res = load_rules(cx, v, from, to, 0, true, &rules);

	*n = 0;
	if (res != OK)
		return res;
	*rows = e = arena_get(cx->mem, (size_t)((to - from) / (15 * MINUTE) + 1) * sizeof(*e));
	for (t = from; t < to; t += 15 * MINUTE, (*n)++, e++) {
		e->starts = t;
		e->reasons = slot_reasons(&rules, cx->now, t, &e->detail);
	}
	return OK;
}

/* Hours and blocks are the coach's, so they are read once and looked at for each service. */
enum outcome
slots_soon(struct ctx *cx, const struct service *services, size_t n, int64_t from, int64_t to,
    size_t most, struct slots_soon **soon)
{
	struct rules rules;
	enum outcome res;
	bool capped = false;
	size_t i;

	*soon = arena_get(cx->mem, n * sizeof(**soon));
	for (i = 0; i < n; i++)
		capped = capped || services[i].daily_cap > 0;
	if (n == 0 || (res = load_rules(cx, services, from, to, 0, capped, &rules)) != OK)
		return n == 0 ? OK : res;
	for (i = 0; i < n; i++) {
		struct slots_soon *s = &(*soon)[i];

		fit(&rules, &services[i]);
		slots_between(cx->mem, &rules, cx->now, from, to, &s->slots, &s->n);
		s->n = s->n > most ? most : s->n;
	}
	return OK;
}

/* In pieces that grow, so that the usual case reads few days. */
enum outcome
slot_next(struct ctx *cx, const struct service *v, int64_t *start)
{
	int64_t from = cx->now, end = cx->now + (v->horizon_days + 1) * (int64_t)DAY, span =
	    7 * DAY;
	struct slot *slots;
	enum outcome res = OK;
	size_t n = 0;

	*start = 0;
	for (; res == OK && n == 0 && from < end; from += span, span *= 2)
		res = slots_free(cx, v, from, from + span, 0, &slots, &n);
	if (res == OK && n > 0)
		*start = slots[0].starts;
	return res;
}
