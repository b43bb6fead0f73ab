/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The starts a coach offers, and why others are not: two ways through the same rules. */

#include "model/calendar_rules.h"

#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/clock.h"

struct range { /* an opening of one date */
	int from_min, to_min;
	int64_t closes; /* UTC; where the clock skips or doubles it, as early as it can be */
};

struct list {
	struct arena *mem;
	struct slot *slot;
	size_t n, room;
	bool rising;
};

struct search { /* what slots_between() knows beforehand */
	const struct rules *rules;
	int64_t from, to; /* starts, UTC: now, notice and horizon are in it */
	int64_t first, last; /* local dates */
	const struct busy *busy; /* without its history */
	struct away *taken; /* busy, put together where it overlaps */
	size_t n_busy, n_taken;
	int *sessions; /* of each date from first to last */
};

static int64_t
local_day(const char *zone, int64_t t)
{
	struct local l;

	zone_local(zone, t, &l);
	return civil_days(l.year, l.month, l.day);
}

/* The instants of a minute of a local date; 1440 is the midnight behind it. */
static int
day_instants(const char *zone, int64_t day, int minute, int64_t at[2])
{
	struct local l = { .minute = minute };

	civil_date(day, &l.year, &l.month, &l.day);
	return zone_instants(zone, &l, at);
}

static bool
has_override(const struct rules *r, int64_t day)
{
	size_t i;

	for (i = 0; i < r->n_override; i++)
		if (r->override[i].day == day)
			return true;
	return false;
}

/* The i-th override or weekly range, if it opens that date. */
static bool
opens(const struct rules *r, int64_t day, bool special, size_t i, struct range *range)
{
	if (special) {
		const struct override *o = &r->override[i];

		*range = (struct range){ o->from_min, o->to_min, 0 };
		return o->day == day && !o->closed && o->from_min < o->to_min;
	}
	*range = (struct range){ r->weekly[i].from_min, r->weekly[i].to_min, 0 };
	return r->weekly[i].weekday == civil_weekday(day) && range->from_min < range->to_min;
}

/* The date's ranges one by one; *i starts at 0. */
static bool
next_range(const struct rules *r, int64_t day, size_t *i, struct range *range)
{
	bool special = has_override(r, day), found = false;
	size_t n = special ? r->n_override : r->n_weekly;
	int64_t at[2];

	while (!found && *i < n)
		found = opens(r, day, special, (*i)++, range);
	if (found) {
		(void)day_instants(r->zone, day, range->to_min, at);
		range->closes = at[0];
	}
	return found;
}

static int64_t
earliest(const struct rules *r, int64_t now)
{
	return now + (r->notice_min > 0 ? (int64_t)r->notice_min * MINUTE : 0);
}

static int64_t
ends_at(const struct rules *r, int64_t start)
{
	return start + (int64_t)r->duration_min * MINUTE;
}

static struct away
block_of(const struct rules *r, int64_t start)
{
	return (struct away){ start - (int64_t)r->before_min * MINUTE,
		ends_at(r, start) + (int64_t)r->after_min * MINUTE, NULL };
}

/* What is over before the first date and before any block can begin is history. */
static void
skip_history(struct search *s)
{
	int64_t at[2], over = block_of(s->rules, s->from).from;

	(void)day_instants(s->rules->zone, s->first, 0, at);
	if (over > at[0])
		over = at[0];
	s->busy = s->rules->busy;
	s->n_busy = s->rules->n_busy;
	for (; s->n_busy > 0 && s->busy->to <= over; s->n_busy--)
		s->busy++;
}

/* busy rises by from, so one pass puts it together. */
static void
collect_taken(struct arena *mem, struct search *s)
{
	int64_t from = block_of(s->rules, s->from).from, to = block_of(s->rules, s->to).to;
	size_t i;

	s->taken = arena_get(mem, s->n_busy * sizeof(*s->taken));
	for (i = 0; i < s->n_busy && s->busy[i].from < to; i++) {
		const struct busy *b = &s->busy[i];
		struct away *last = s->n_taken > 0 ? &s->taken[s->n_taken - 1] : NULL;

		if (b->to <= from)
			continue;
		if (last == NULL || b->from > last->to)
			s->taken[s->n_taken++] = (struct away){ b->from, b->to, NULL };
		else if (b->to > last->to)
			last->to = b->to;
	}
}

static void
count_sessions(struct arena *mem, struct search *s)
{
	const struct rules *r = s->rules;
	int64_t from, to, at[2];
	size_t i;

	if (r->daily_cap <= 0)
		return;
	s->sessions = arena_get(mem, (size_t)(s->last - s->first + 1) * sizeof(*s->sessions));
	(void)day_instants(r->zone, s->first, 0, at);
	from = at[0];
	(void)day_instants(r->zone, s->last, 24 * 60, at);
	to = at[0];
	for (i = 0; i < s->n_busy; i++)
		if (s->busy[i].starts >= from && s->busy[i].starts < to)
			s->sessions[local_day(r->zone, s->busy[i].starts) - s->first]++;
}

static bool
is_free(const struct search *s, int64_t start)
{
	const struct rules *r = s->rules;
	struct away block = block_of(r, start);
	size_t low = 0, high = s->n_taken, i;

	while (low < high) { /* the first that ends behind the block's beginning */
		size_t middle = (low + high) / 2;

		if (s->taken[middle].to <= block.from)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < s->n_taken && s->taken[low].from < block.to)
		return false;
	for (i = 0; i < r->n_away; i++)
		if (r->away[i].from < ends_at(r, start) && r->away[i].to > start)
			return false;
	return true;
}

static void
list_add(struct list *l, int64_t start, int64_t end)
{
	struct slot *more;

	if (l->n == l->room) {
		l->room = l->room > 0 ? 2 * l->room : 256;
		more = arena_get(l->mem, l->room * sizeof(*more));
		if (l->n > 0)
			memcpy(more, l->slot, l->n * sizeof(*more));
		l->slot = more;
	}
	if (l->n > 0 && start <= l->slot[l->n - 1].starts)
		l->rising = false;
	l->slot[l->n++] = (struct slot){ start, end };
}

static void
add_day(struct list *l, const struct search *s, int64_t day)
{
	const struct rules *r = s->rules;
	struct range range;
	int64_t at[2];
	size_t i = 0;
	int minute;

	if (s->sessions != NULL && s->sessions[day - s->first] >= r->daily_cap)
		return;
	while (next_range(r, day, &i, &range))
		for (minute = range.from_min; minute < range.to_min; minute += r->step_min) {
			if (day_instants(r->zone, day, minute, at) == 0)
				continue;
			if (ends_at(r, at[0]) > range.closes)
				break;
			if (at[0] >= s->from && at[0] < s->to && is_free(s, at[0]))
				list_add(l, at[0], ends_at(r, at[0]));
		}
}

static int
by_start(const void *a, const void *b)
{
	const struct slot *x = a, *y = b;

	return (x->starts > y->starts) - (x->starts < y->starts);
}

/* Ranges of a date may stand in any order and overlap. */
static void
list_sort(struct list *l)
{
	size_t i, kept = 0;

	if (l->rising)
		return;
	qsort(l->slot, l->n, sizeof(*l->slot), by_start);
	for (i = 0; i < l->n; i++)
		if (i == 0 || l->slot[i].starts != l->slot[i - 1].starts)
			l->slot[kept++] = l->slot[i];
	l->n = kept;
}

void
slots_between(struct arena *mem, const struct rules *r, int64_t now, int64_t from, int64_t to,
    struct slot **out, size_t *n)
{
	struct search s = { .rules = r, .from = from, .to = to };
	struct list l = { .mem = mem, .rising = true };
	int64_t at[2], day;

	if (s.from < earliest(r, now))
		s.from = earliest(r, now);
	(void)day_instants(r->zone, local_day(r->zone, now) + r->horizon_days, 24 * 60, at);
	if (s.to > at[0])
		s.to = at[0];
	if (s.from < s.to && r->step_min > 0 && r->duration_min > 0) {
		s.first = local_day(r->zone, s.from);
		s.last = local_day(r->zone, s.to - 1);
		skip_history(&s);
		collect_taken(mem, &s);
		count_sessions(mem, &s);
		for (day = s.first; day <= s.last; day++)
			add_day(&l, &s, day);
		list_sort(&l);
	}
	*out = l.slot;
	*n = l.n;
}

static unsigned
reasons_of_hours(const struct rules *r, int64_t start)
{
	unsigned reasons = SLOT_OUTSIDE_HOURS;
	struct range range;
	struct local l;
	int64_t at[2], day;
	int minute;
	size_t i = 0;

	zone_local(r->zone, start, &l);
	day = civil_days(l.year, l.month, l.day);
	minute = l.hour * 60 + l.minute;
	while (reasons != 0 && next_range(r, day, &i, &range)) {
		if (minute < range.from_min || ends_at(r, start) > range.closes)
			continue;
		if (l.second == 0 && (minute - range.from_min) % r->step_min == 0)
			reasons = 0;
		else
			reasons = SLOT_OFF_GRID;
	}
	if (zone_instants(r->zone, &l, at) == 2 && at[0] != start)
		reasons |= SLOT_TWICE;
	return reasons;
}

static unsigned
reasons_of_time(const struct rules *r, int64_t now, int64_t start)
{
	unsigned reasons = 0;

	if (start < now)
		reasons |= SLOT_PAST;
	else if (start < earliest(r, now))
		reasons |= SLOT_NOTICE;
	if (local_day(r->zone, start) > local_day(r->zone, now) + r->horizon_days)
		reasons |= SLOT_HORIZON;
	return reasons;
}

static unsigned
reasons_of_others(const struct rules *r, int64_t start, const char **why)
{
	struct away block = block_of(r, start);
	int64_t end = ends_at(r, start);
	unsigned reasons = 0;
	size_t i;

	for (i = 0; i < r->n_busy && r->busy[i].from < block.to; i++) {
		const struct busy *b = &r->busy[i];

		if (b->to <= block.from)
			continue;
		if (reasons == 0)
			*why = b->why;
		reasons |= b->from < end && b->to > start ? SLOT_BUSY : SLOT_BUFFER;
	}
	for (i = 0; i < r->n_away; i++)
		if (r->away[i].from < end && r->away[i].to > start) {
			if (reasons == 0)
				*why = r->away[i].why;
			reasons |= SLOT_AWAY;
		}
	return reasons;
}

static bool
is_capped(const struct rules *r, int64_t start)
{
	int64_t from, to;
	struct local l;
	size_t i;
	int n = 0;

	if (r->daily_cap <= 0)
		return false;
	zone_local(r->zone, start, &l);
	zone_day(r->zone, l.year, l.month, l.day, &from, &to);
	for (i = 0; i < r->n_busy; i++)
		n += r->busy[i].starts >= from && r->busy[i].starts < to;
	return n >= r->daily_cap;
}

unsigned
slot_reasons(const struct rules *r, int64_t now, int64_t start, const char **detail)
{
	const char *why = NULL;
	unsigned reasons;

	if (r->step_min <= 0 || r->duration_min <= 0)
		reasons = SLOT_OUTSIDE_HOURS;
	else
		reasons = reasons_of_hours(r, start) | reasons_of_time(r, now, start) |
		    reasons_of_others(r, start, &why) | (is_capped(r, start) ? SLOT_CAP : 0);
	if (detail != NULL)
		*detail = why;
	return reasons;
}

unsigned
slot_reasons_wall(const struct rules *r, int64_t now, const struct local *l, const char **detail)
{
	int64_t at[2];

	if (detail != NULL)
		*detail = NULL;
	if (zone_instants(r->zone, l, at) == 0)
		return SLOT_GAP;
	return slot_reasons(r, now, at[0], detail);
}

const char *
slot_reason_text(unsigned bit)
{
	switch (bit) {
	case SLOT_OUTSIDE_HOURS:
		return "The whole session does not lie within the opening hours of that day.";
	case SLOT_OFF_GRID:
		return "Sessions start at other minutes, counted from the opening.";
	case SLOT_AWAY:
		return "The coach is away then.";
	case SLOT_BUSY:
		return "Something else is in the calendar then.";
	case SLOT_BUFFER:
		return "It is too close to something else: the buffers before and after do not "
		       "fit.";
	case SLOT_NOTICE:
		return "It starts too soon: the service asks for more notice.";
	case SLOT_HORIZON:
		return "It is further ahead than the service can be booked.";
	case SLOT_CAP:
		return "The coach has as many sessions on that day as they take.";
	case SLOT_GAP:
		return "The clocks go forward then: this time does not exist on that day.";
	case SLOT_TWICE:
		return "The clocks go back then: only the first of the two equal hours is offered.";
	case SLOT_PAST:
		return "It is in the past.";
	default:
		return "There is no such reason.";
	}
}
