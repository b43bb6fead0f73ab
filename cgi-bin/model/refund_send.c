/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Money back to the client: what jobs do with the rows. Apart: pages need no HTTP client. */

#include "model/refund.h"

#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/tenant.h"
#include "peer/stripe.h"

static const struct sql BY_ID = SQL_TENANT(
    "select r.id, r.attempt, r.amount_minor, r.state, r.ref, p.intent_ref from refund r"
    "  join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id"
    " where r.tenant_id = :tenant and r.id = ?");

static const struct sql STATE = SQL_TENANT(
    "update refund set state = ?, ref = coalesce(nullif(?, ''), ref), answer = left(?, 300),"
    "       done_at = if(? in ('succeeded', 'review'), :now, null)"
    " where tenant_id = :tenant and id = ? and state in ('queued', 'sent', 'succeeded')");

static const struct sql AGAIN = SQL_TENANT(
    "update refund set attempt = attempt + 1"
    " where tenant_id = :tenant and id = ? and attempt = ? and state = 'queued'");

static const struct sql BY_REF = SQL_SHARED("select tenant_id, id from refund where ref = ?");

static const struct sql UNFINISHED = SQL_SHARED(
    "select id, ref from refund where state = 'sent' and id > ? order by id limit 1");

struct refund {
	int64_t		 id, minor;
	int		 attempt;
	const char	*state, *ref, *intent;
};

static void
load(struct row *r, void *to)
{
	struct refund *f = to;

	f->id = row_int(r);
	f->attempt = (int)row_int(r);
	f->minor = row_int(r);
	f->state = row_str(r);
	f->ref = row_str(r);
	f->intent = row_str(r);
}

/* What the partner's word for a refund means to us. */
static enum outcome
note(struct ctx *cx, const struct refund *f, const struct stripe_refund *r)
{
	const char *state = "sent", *answer = r->status;

	if (str_eq(r->status, "succeeded"))
		state = "succeeded";
	else if (str_eq(r->status, "failed") || str_eq(r->status, "canceled")) {
		/* The money is with us again: a person has to find another way to pay it. */
		state = "review";
		answer = arena_fmt(cx->mem, "%s %s", r->status, r->failure);
	}
	return sql_run(cx, &STATE, ARGS(S(state), S(r->id), S(answer), S(state), I(f->id)), NULL);
}

static enum outcome
give_up(struct ctx *cx, const struct refund *f, const struct stripe_fault *fault)
{
	enum outcome res = sql_run(cx, &STATE, ARGS(S("review"), S(""), S(arena_fmt(cx->mem,
	    "%d %s %s", fault->status, fault->code, fault->message)), S("review"), I(f->id)),
	    NULL);

	return res == OK ? DENIED : res;
}

enum outcome
refund_send(struct ctx *cx, int64_t refund, const char **answer)
{
	const char *ours = arena_fmt(cx->mem, "refund-%lld-%lld", (long long)cx->tenant,
	    (long long)refund);
	struct stripe_fault fault = { 0, "", "" };
	struct stripe_refund r;
	struct refund f;
	enum outcome res;

	*answer = "";
	if ((res = sql_one(cx, &BY_ID, ARGS(I(refund)), load, &f)) != OK)
		return res;
	if (!str_eq(f.state, "queued"))
		return OK;
	/* Behind the first attempt: did an unanswered one get through? */
	res = f.attempt > 1 ? stripe_refund_find(cx, f.intent, ours, &r, &fault) : NOT_FOUND;
	if (res == NOT_FOUND)
		res = stripe_refund_create(cx, f.intent, f.minor, ours,
		    arena_fmt(cx->mem, "%s-%d", ours, f.attempt), &r, &fault);
	*answer = arena_fmt(cx->mem, "%d %s %s", fault.status, fault.code, fault.message);
	if (res == BUSY && fault.status == 500 &&
	    sql_change(cx, &AGAIN, ARGS(I(f.id), I(f.attempt))) == BROKEN)
		return BROKEN;
	if (res == INVALID || res == NOT_FOUND)
		return give_up(cx, &f, &fault);
	if (res != OK)
		return res;
	*answer = arena_fmt(cx->mem, "%s %s", r.id, r.status);
	return note(cx, &f, &r);
}

struct place {
	int64_t	tenant, id;
};

static void
load_place(struct row *r, void *to)
{
	struct place *p = to;

	p->tenant = row_int(r);
	p->id = row_int(r);
}

enum outcome
refund_sync(struct ctx *cx, const char *ref)
{
	struct stripe_fault fault;
	struct stripe_refund r;
	struct refund f;
	struct place p;
	enum outcome res;

	if ((res = sql_one(cx, &BY_REF, ARGS(S(ref)), load_place, &p)) != OK ||
	    (res = ctx_as(cx, p.tenant)) != OK ||
	    (res = sql_one(cx, &BY_ID, ARGS(I(p.id)), load, &f)) != OK)
		return res;
	if ((res = stripe_refund_get(cx, ref, &r, &fault)) != OK)
		return res;
	return note(cx, &f, &r);
}

static void
load_unfinished(struct row *r, void *to)
{
	struct refund *f = to;

	f->id = row_int(r);
	f->ref = row_str(r);
}

enum outcome
refund_sweep(struct ctx *cx, int64_t *last)
{
	struct refund f;
	enum outcome res = sql_one(cx, &UNFINISHED, ARGS(I(*last)), load_unfinished, &f);

	if (res != OK)
		return res;
	*last = f.id;
	res = refund_sync(cx, f.ref);
	if (res != OK)
		log_fault(cx, "refund", "%s: outcome %d", f.ref, (int)res);
	/* The next one need not wait for it. */
	return OK;
}
