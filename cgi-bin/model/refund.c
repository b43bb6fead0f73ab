/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Money back to the client. */

#include "model/refund.h"

#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/tenant.h"
#include "peer/stripe.h"

static const struct sql OF_BOOKING = SQL_TENANT(
    "insert into refund (tenant_id, payment_id, booking_id, cause, amount_minor, currency, state,"
    "                    created_at)"
    " select p.tenant_id, p.id, ?, 'cancelled', ?, ?,"
    "        if(t.refund_mode = 'queue', 'review', 'queued'), :now"
    "   from payment p join tenant t on t.id = p.tenant_id"
    "  where p.tenant_id = :tenant and p.order_id = ? and p.state = 'paid'"
    "  order by p.id limit 1");

static const struct sql OF_PAYMENT = SQL_TENANT(
    "insert into refund (tenant_id, payment_id, cause, amount_minor, currency, created_at)"
    " values (:tenant, ?, ?, ?, ?, :now)");

/* Only what need not wait for an admin is put on its way. */
static const struct sql SEND = SQL_TENANT(
    "insert into outbox (tenant_id, once, kind, refund_id, booking_id, due_at, created_at)"
    " select tenant_id, concat('refund:', id, ':', attempt), 'refund', id, booking_id, :now, :now"
    "   from refund where tenant_id = :tenant and id = ? and state = 'queued'");

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

static const struct sql FOR_BOOKING = SQL_TENANT(
    "select id, amount_minor, created_at, done_at, state, cause, currency, answer from refund"
    " where tenant_id = :tenant and booking_id = ? order by id desc limit 1");

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

static enum outcome
send_later(struct ctx *cx, int64_t refund)
{
	return sql_run(cx, &SEND, ARGS(I(refund)), NULL);
}

enum outcome
refund_of_booking(struct ctx *cx, const struct booking *b, int64_t minor, int64_t *refund)
{
	enum outcome res;

	res = sql_change(cx, &OF_BOOKING, ARGS(I(b->id), I(minor), S(b->currency), I(b->order)));
	if (res != OK)
		return res;
	*refund = sql_new_id(cx);
	return send_later(cx, *refund);
}

enum outcome
refund_of_payment(struct ctx *cx, int64_t payment, int64_t minor, const char *currency,
    const char *cause, int64_t *refund)
{
	enum outcome res;

	res = sql_run(cx, &OF_PAYMENT, ARGS(I(payment), S(cause), I(minor), S(currency)), NULL);
	if (res != OK)
		return res;
	*refund = sql_new_id(cx);
	return send_later(cx, *refund);
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

static void
load_row(struct row *r, void *to)
{
	struct refund_row *f = to;

	f->id = row_int(r);
	f->minor = row_int(r);
	f->created = row_time(r);
	f->done = row_time(r);
	f->state = row_str(r);
	f->cause = row_str(r);
	f->currency = row_str(r);
	f->answer = row_str(r);
}

enum outcome
refund_for_booking(struct ctx *cx, int64_t booking, struct refund_row *f)
{
	return sql_one(cx, &FOR_BOOKING, ARGS(I(booking)), load_row, f);
}
