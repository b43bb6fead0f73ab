/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The cancellation policy: read, judged, told. No SQL, no clock of its own. */

#include "model/policy.h"

#include <jansson.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/clock.h"
#include "lib/log.h"
#include "lib/money.h"
#include "lib/str.h"

const struct policy POLICY_DEFAULT = {
	.n = 3,
	.step = {
		{ .hours = 72, .percent = 100, .may_move = true, .max_moves = 2 },
		{ .hours = 24, .percent = 50, .may_move = true, .max_moves = 1 },
		{ .hours = 0, .percent = 0, .may_move = false, .max_moves = 0 },
	},
};

bool
policy_is_sound(const struct policy *p)
{
	int i;

	if (p->n < 1 || p->n > POLICY_STEPS || p->step[p->n - 1].hours != 0)
		return false;
	for (i = 0; i < p->n; i++) {
		const struct policy_step *s = &p->step[i];

		if (s->hours < 0 || s->hours > POLICY_HOURS_MAX || s->percent < 0 ||
		    s->percent > 100 || s->max_moves < 0 || s->max_moves > POLICY_MOVES_MAX)
			return false;
		if (i > 0 && (s->hours >= s[-1].hours || s->percent > s[-1].percent))
			return false;
	}
	return true;
}

static bool
read_int(json_t *object, const char *key, int *v)
{
	json_t *value = json_object_get(object, key);
	json_int_t n = json_integer_value(value);

	*v = n >= 0 && n <= POLICY_HOURS_MAX ? (int)n : -1;
	return json_is_integer(value) && *v >= 0;
}

static bool
read_step(json_t *object, struct policy_step *s)
{
	json_t *move = json_object_get(object, "move");

	s->may_move = json_is_true(move);
	return json_is_boolean(move) && read_int(object, "hours", &s->hours) &&
	    read_int(object, "percent", &s->percent) && read_int(object, "moves", &s->max_moves);
}

static bool
read_steps(json_t *array, struct policy *p)
{
	size_t i, n = json_array_size(array); /* 0 for what is no array */

	if (n < 1 || n > POLICY_STEPS)
		return false;
	p->n = (int)n;
	for (i = 0; i < n; i++) {
		json_t *object = json_array_get(array, i);

		p->no_show_free_move = json_is_true(json_object_get(object, "no_show_move"));
		if (json_object_size(object) != (p->no_show_free_move ? 5 : 4) ||
		    (p->no_show_free_move && i < n - 1) || !read_step(object, &p->step[i]))
			return false;
	}
	return policy_is_sound(p);
}

enum outcome
policy_read(struct arena *mem, const char *json, struct policy *p)
{
	json_t *array = NULL;
	bool ok;

	(void)mem;
	memset(p, 0, sizeof(*p));
	if (json != NULL && strlen(json) <= POLICY_TEXT_MAX)
		array = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
	ok = read_steps(array, p);
	json_decref(array);
	if (!ok)
		log_fault(NULL, "policy", "a stored policy is none");
	return ok ? OK : BROKEN;
}

char *
policy_write(struct arena *mem, const struct policy *p)
{
	struct buf b;
	int i;

	buf_init(&b, mem);
	buf_char(&b, '[');
	for (i = 0; i < p->n; i++)
		buf_fmt(&b, "%s{\"hours\":%d,\"percent\":%d,\"move\":%s,\"moves\":%d%s}",
		    i > 0 ? "," : "", p->step[i].hours, p->step[i].percent,
		    p->step[i].may_move ? "true" : "false", p->step[i].max_moves,
		    p->no_show_free_move && i == p->n - 1 ? ",\"no_show_move\":true" : "");
	buf_char(&b, ']');
	return b.p;
}

static bool
can_move(const struct policy_step *s)
{
	return s->may_move && s->max_moves > 0;
}

static int64_t
step_ends(const struct policy_step *s, int64_t starts)
{
	return starts - (int64_t)s->hours * HOUR;
}

struct verdict
policy_at(const struct policy *p, int64_t price_minor, int64_t starts, int64_t now, int moves_done)
{
	struct verdict v = { .step = -1 };
	const struct policy_step *s;
	int i = 0;

	if (now > starts)
		return v;
	while (i < p->n - 1 && now > step_ends(&p->step[i], starts))
		i++;
	s = &p->step[i];
	v.step = i;
	v.until = step_ends(s, starts);
	v.percent = s->percent;
	v.refund_minor = price_minor > 0 ? money_share(price_minor, s->percent * 100) : 0;
	v.may_cancel = s->percent > 0 || can_move(s);
	v.may_move = can_move(s) && moves_done < s->max_moves;
	return v;
}

/* From here on neither refund nor move: one line says so for all the rest. */
static bool
is_over(const struct policy *p, int i)
{
	for (; i < p->n; i++)
		if (p->step[i].percent > 0 || can_move(&p->step[i]))
			return false;
	return true;
}

int64_t
policy_cutoff(const struct policy *p, int64_t starts)
{
	int i = p->n;

	while (i > 0 && is_over(p, i - 1))
		i--;
	return i > 0 ? step_ends(&p->step[i - 1], starts) : 0;
}

/* "€80.00 back, or move it (twice)"; "no refund, but you can move it (once)" */
static char *
offer(struct arena *mem, const struct policy_step *s, const char *back, const char *but)
{
	const char *times;

	if (!can_move(s))
		return arena_str(mem, back);
	times = s->max_moves == 1 ? "once"
	    : s->max_moves == 2   ? "twice"
	                          : arena_fmt(mem, "up to %d times", s->max_moves);
	return arena_fmt(mem, "%s, %s move it (%s)", back, but, times);
}

/* What a step offers for this price; a free session has no refund to talk about. */
static char *
offer_priced(struct arena *mem, const struct policy_step *s, struct money back, bool is_free)
{
	bool nothing = s->percent == 0 && !can_move(s);

	if (is_free)
		return offer(mem, s,
		    nothing ? "no cancelling or moving online" : "cancel free of charge", "or");
	if (back.minor == 0)
		return offer(mem, s, "no refund", "but you can");
	return offer(mem, s, arena_fmt(mem, "%s back", money_text(mem, back)), "or");
}

void
policy_sentences(struct arena *mem, const struct policy *p, int64_t price_minor,
    const char *currency, int64_t starts, int64_t now, const char *zone, char ***lines, int *n)
{
	int i = now > 0 ? policy_at(p, price_minor, starts, now, 0).step : 0, count = 0;
	bool over = i < 0;

	*lines = arena_get(mem, POLICY_STEPS * sizeof(**lines));
	for (; i < p->n && !over; i++) {
		int64_t until = step_ends(&p->step[i], starts);
		struct verdict v = policy_at(p, price_minor, starts, until, 0);
		struct money back = { v.refund_minor, currency };
		const char *when = count > 0 ? "After that" : "Now";

		if (!(over = is_over(p, i)))
			when = arena_fmt(mem, "Until %s", clock_full(mem, until, zone));
		(*lines)[count++] = arena_fmt(
		    mem, "%s: %s", when, offer_priced(mem, &p->step[i], back, price_minor <= 0));
	}
	*n = count;
}

/* Four days and more are told in days, when whole. */
static bool
in_days(int hours)
{
	return hours >= 96 && hours % 24 == 0;
}

static char *
length(struct arena *mem, int hours)
{
	if (in_days(hours))
		return arena_fmt(mem, "%d days", hours / 24);
	return arena_fmt(mem, "%d hour%s", hours, hours == 1 ? "" : "s");
}

static char *
when(struct arena *mem, const struct policy *p, int i)
{
	int from = p->step[i].hours, to = i > 0 ? p->step[i - 1].hours : 0;

	if (i == 0)
		return from > 0 ? arena_fmt(mem, "Up to %s before", length(mem, from))
		                : arena_str(mem, "Until it starts");
	if (from == 0 || is_over(p, i))
		return arena_fmt(mem, "Less than %s before", length(mem, to));
	if (in_days(from) == in_days(to))
		return arena_fmt(
		    mem, "%d to %s before", in_days(from) ? from / 24 : from, length(mem, to));
	return arena_fmt(mem, "%s to %s before", length(mem, from), length(mem, to));
}

void
policy_words(struct arena *mem, const struct policy *p, char ***lines, int *n)
{
	const char *back;
	bool over = false;
	int i;

	*n = 0;
	*lines = arena_get(mem, (POLICY_STEPS + 1) * sizeof(**lines));
	for (i = 0; i < p->n && !over; i++) {
		const struct policy_step *s = &p->step[i];

		over = is_over(p, i);
		back = s->percent == 100 ? "full refund"
		    : s->percent > 0     ? arena_fmt(mem, "%d %% back", s->percent)
		                         : "no refund";
		(*lines)[(*n)++] = i == 0 && over
		    ? arena_str(mem, "No refund and no move")
		    : arena_fmt(mem, "%s: %s", when(mem, p, i),
		          offer(mem, s, back, s->percent > 0 ? "or" : "but you can"));
	}
	if (p->no_show_free_move)
		(*lines)[(*n)++] = arena_str(mem, "If you miss it: one free move");
}
