/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How often something was tried lately. */

#include "model/attempt.h"

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/sql.h"

enum { STEPS = 4 };

static const struct sql COUNT = SQL_SHARED(
    "insert into attempt (kind, who, starts_at, n) values (?, ?, ?, 1)"
    " on duplicate key update n = n + 1");
static const struct sql SUM = SQL_SHARED(
    "select cast(sum(n) as signed) from attempt where kind = ? and who = ? and starts_at > ?");
static const struct sql FORGET = SQL_SHARED(
    "update attempt set n = n - 1 where kind = ? and who = ? and starts_at = ? and n > 0");
static const struct sql SWEEP = SQL_SHARED("delete from attempt where starts_at < ? limit 1000");

static void
load_sum(struct row *r, void *to)
{
	int64_t *n = to;

	*n = row_int(r);
}

static int64_t
step_start(const struct ctx *cx, const struct limit *l)
{
	return cx->now - cx->now % (l->window / STEPS);
}

static const char *
hash_of(struct ctx *cx, const char *who)
{
	return crypt_sign(cx->mem, "attempt", who);
}

enum outcome
attempt_count(struct ctx *cx, const struct limit *l, const char *who)
{
	const char *hash = hash_of(cx, who);
	enum outcome res;
	int64_t n;

	res = sql_run(cx, &COUNT, ARGS(S(l->kind), S(hash), T(step_start(cx, l))), NULL);
	if (res == OK)
		res = sql_one(cx, &SUM, ARGS(S(l->kind), S(hash), T(cx->now - l->window)),
		    load_sum, &n);
	if (res != OK)
		return res;
	return n > l->max ? LIMITED : OK;
}

enum outcome
attempt_forget(struct ctx *cx, const struct limit *l, const char *who)
{
	return sql_run(cx, &FORGET, ARGS(S(l->kind), S(hash_of(cx, who)), T(step_start(cx, l))),
	    NULL);
}

enum outcome
attempt_sweep(struct ctx *cx)
{
	int64_t n = 0;
	enum outcome res = sql_run(cx, &SWEEP, ARGS(T(cx->now - DAY)), &n);

	return res == OK && n == 0 ? NOT_FOUND : res;
}
