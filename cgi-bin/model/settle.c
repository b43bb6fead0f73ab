/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Settling: one payment brought to its end by the partner's truth, however often it is asked. */

#include <strings.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/booking_change.h"
#include "model/checkout.h"
#include "model/ledger.h"
#include "model/notice.h"
#include "model/payment.h"
#include "model/refund.h"
#include "model/tenant.h"

enum { LOOK_EVERY = 5 * MINUTE };

static const struct sql FIND = SQL_SHARED(
    "select tenant_id, id from payment where session_ref = ?");

static const struct sql CLAIM_PAYMENT = SQL_SHARED(
    "select tenant_id, id from payment"
    " where state in ('new', 'open')"
    "   and (expires_at <= :now or coalesce(checked_at, created_at) <= ?)"
    "   and (checked_at is null or checked_at <= ?)"
    " order by expires_at limit 1 for update skip locked");

static const struct sql CLAIMED = SQL_TENANT(
    "update payment set checked_at = :now where tenant_id = :tenant and id = ?");

/* Nobody can pay it any more: no attempt is unfinished. */
static const struct sql CLAIM_HOLD = SQL_SHARED(
    "select o.tenant_id, o.id from client_order o"
    " where o.state = 'open' and o.hold_until <= :now"
    "   and not exists (select 1 from payment p where p.tenant_id = o.tenant_id"
    "         and p.order_id = o.id and p.state in ('new', 'open'))"
    " order by o.hold_until limit 1");

static const struct sql SEATED = SQL_TENANT(
    "select count(*) from booking b"
    "  join block k on k.tenant_id = b.tenant_id and k.booking_id = b.id"
    " where b.tenant_id = :tenant and b.order_id = ? and b.state = 'Pending'");

struct key {
	int64_t	tenant, id;
};

static void
load_key(struct row *r, void *to)
{
	struct key *k = to;

	k->tenant = row_int(r);
	k->id = row_int(r);
}

static void
load_number(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

struct settling {
	int64_t		 payment;
	struct payment	 p;
	struct order	 o;
	const struct stripe_session *s;
};

/* Is this session the one that this payment asked for? Anything else is never booked. */
static bool
is_ours(const struct settling *t)
{
	return str_eq(t->s->reference, t->p.order_no) && t->s->minor == t->p.minor &&
	    strcasecmp(t->s->currency, t->p.currency) == 0;
}

/* The money came for nothing: back with all of it, and tell the client. */
static enum outcome
give_back(struct ctx *cx, struct settling *t, const char *cause)
{
	const struct payment *p = &t->p;
	int64_t refund, booking = t->o.n > 0 ? t->o.bookings[0].id : 0;
	enum outcome res;

	if ((res = refund_of_payment(cx, p->id, p->minor, p->currency, cause, &refund)) != OK)
		return res;
	if ((res = ledger_returned(cx, p->order, p->id, refund, p->minor, p->currency)) != OK)
		return res;
	return notice_queue(cx, "late-refund", p->account, booking,
	    arena_fmt(cx->mem, "%s:%lld", cause, (long long)p->id),
	    arena_fmt(cx->mem, "{\"minor\":%lld,\"currency\":\"%s\"}", (long long)p->minor,
	    p->currency));
}

/* All of an order's bookings that lost their block are seated again, or none. */
static enum outcome
seat_again(struct ctx *cx, struct settling *t)
{
	enum outcome res = OK;
	size_t i;

	for (i = 0; res == OK && i < t->o.n; i++) {
		if ((res = booking_lapse_expired(cx, t->o.bookings[i].coach)) != OK)
			return res;
		res = booking_seat_again(cx, &t->o.bookings[i]);
	}
	return res;
}

static enum outcome
confirm_all(struct ctx *cx, struct settling *t)
{
	enum outcome res = order_is_paid(cx, t->o.id);
	size_t i;

	for (i = 0; res == OK && i < t->o.n; i++)
		res = booking_confirm(cx, &t->o.bookings[i], t->p.id);
	return res;
}

static enum outcome
lock_and_read(struct ctx *cx, struct settling *t)
{
	enum outcome res;

	if ((res = payment_for_job(cx, t->payment, &t->p)) != OK ||
	    (res = order_for_job(cx, t->p.order, &t->o)) != OK ||
	    (res = order_lock(cx, &t->o)) != OK)
		return res;
	/* Again, now that nobody else can change them. */
	if ((res = payment_for_job(cx, t->payment, &t->p)) != OK)
		return res;
	return order_for_job(cx, t->p.order, &t->o);
}

static enum outcome
tx_paid(struct ctx *cx, void *arg)
{
	struct settling *t = arg;
	int64_t seated;
	enum outcome res;

	if ((res = lock_and_read(cx, t)) != OK)
		return res;
	if (str_eq(t->p.state, "paid"))
		return OK;
	if ((res = payment_is_paid(cx, &t->p, t->s)) != OK)
		return res;
	if (str_eq(t->o.state, "paid"))
		return give_back(cx, t, "double");
	if ((res = sql_one(cx, &SEATED, ARGS(I(t->o.id)), load_number, &seated)) != OK)
		return res;
	if (str_eq(t->o.state, "open") && seated == (int64_t)t->o.n)
		return confirm_all(cx, t);
	return CONFLICT;
}

/* The hold was gone when the money came: the same transaction, but seating the bookings first. */
static enum outcome
tx_late(struct ctx *cx, void *arg)
{
	struct settling *t = arg;
	enum outcome res;

	if ((res = lock_and_read(cx, t)) != OK)
		return res;
	if (str_eq(t->p.state, "paid"))
		return OK;
	if ((res = payment_is_paid(cx, &t->p, t->s)) != OK ||
	    (res = booking_lapse(cx, t->o.id, "system")) != OK ||
	    (res = seat_again(cx, t)) != OK)
		return res;
	return confirm_all(cx, t);
}

/* Not even that: somebody else has the time. */
static enum outcome
tx_return(struct ctx *cx, void *arg)
{
	struct settling *t = arg;
	enum outcome res;

	if ((res = lock_and_read(cx, t)) != OK)
		return res;
	if (str_eq(t->p.state, "paid"))
		return OK;
	if ((res = payment_is_paid(cx, &t->p, t->s)) != OK ||
	    (res = booking_lapse(cx, t->o.id, "system")) != OK)
		return res;
	return give_back(cx, t, "late");
}

static enum outcome
settle_paid(struct ctx *cx, struct settling *t)
{
	enum outcome res = sql_tx(cx, tx_paid, t);

	if (res == CONFLICT)
		res = sql_tx(cx, tx_late, t);
	if (res == CONFLICT)
		res = sql_tx(cx, tx_return, t);
	return res;
}

static enum outcome
tx_ended(struct ctx *cx, void *arg)
{
	struct settling *t = arg;
	enum outcome res;

	if ((res = lock_and_read(cx, t)) != OK)
		return res;
	if (str_eq(t->p.state, "paid"))
		return OK;
	if ((res = payment_has_ended(cx, t->p.id, "")) != OK && res != CONFLICT)
		return res;
	/* The slot stays the client's until the hold ends: a new attempt may still come. */
	return t->o.hold_until <= cx->now ? booking_lapse(cx, t->o.id, "system") : OK;
}

/* An attempt without a known session: ask under its key once more; refused means there is none. */
static enum outcome
find_session(struct ctx *cx, struct settling *t)
{
	enum outcome res;

	if (!str_is_empty(t->p.session_ref))
		return OK;
	res = payment_open(cx, &t->p);
	return res == INVALID ? NOT_FOUND : res;
}

enum outcome
checkout_settle(struct ctx *cx, int64_t payment)
{
	struct settling t = { .payment = payment };
	struct stripe_session s;
	struct stripe_fault fault;
	enum outcome res;

	if ((res = payment_for_job(cx, payment, &t.p)) != OK)
		return res;
	if (str_eq(t.p.state, "paid"))
		return OK;
	if (str_eq(t.p.state, "ended") && str_is_empty(t.p.session_ref))
		return OK;
	if ((res = find_session(cx, &t)) == NOT_FOUND)
		return sql_tx(cx, tx_ended, &t);
	if (res != OK || (res = stripe_session_get(cx, t.p.session_ref, &s, &fault)) != OK)
		return res == NOT_FOUND ? BROKEN : res;
	t.s = &s;
	if (!is_ours(&t)) {
		log_fault(cx, "settle", "session %s does not fit order %s", s.id, t.p.order_no);
		return BROKEN;
	}
	if (str_eq(s.payment_status, "paid"))
		return settle_paid(cx, &t);
	if (str_eq(s.status, "expired"))
		return sql_tx(cx, tx_ended, &t);
	return payment_checked(cx, payment, s.error);
}

enum outcome
checkout_find(struct ctx *cx, const char *session_ref, int64_t *payment)
{
	struct key k;
	enum outcome res = sql_one(cx, &FIND, ARGS(S(session_ref)), load_key, &k);

	if (res != OK)
		return res;
	*payment = k.id;
	return ctx_as(cx, k.tenant);
}

static enum outcome
tx_claim(struct ctx *cx, void *arg)
{
	int64_t *payment = arg;
	struct key k;
	enum outcome res;

	/* Past its end a payment is looked at every minute, before that every five. */
	res = sql_one(cx, &CLAIM_PAYMENT, ARGS(T(cx->now - LOOK_EVERY), T(cx->now - MINUTE)),
	    load_key, &k);
	if (res != OK || (res = ctx_as(cx, k.tenant)) != OK)
		return res;
	*payment = k.id;
	return sql_change(cx, &CLAIMED, ARGS(I(k.id)));
}

enum outcome
checkout_sweep_payment(struct ctx *cx)
{
	int64_t payment;
	enum outcome res = sql_tx(cx, tx_claim, &payment);

	if (res != OK)
		return res;
	res = checkout_settle(cx, payment);
	if (res != OK)
		log_fault(cx, "settle", "payment %lld: outcome %d", (long long)payment, (int)res);
	/* It is looked at again later; the next one need not wait for it. */
	return OK;
}

static enum outcome
tx_hold(struct ctx *cx, void *arg)
{
	int64_t order = *(int64_t *)arg;
	struct order o;
	enum outcome res;

	if ((res = order_for_job(cx, order, &o)) != OK || (res = order_lock(cx, &o)) != OK ||
	    (res = order_for_job(cx, order, &o)) != OK)
		return res;
	if (!str_eq(o.state, "open") || o.hold_until > cx->now)
		return OK;
	return booking_lapse(cx, order, "system");
}

enum outcome
checkout_sweep_hold(struct ctx *cx)
{
	struct key k;
	enum outcome res = sql_one(cx, &CLAIM_HOLD, NO_ARGS, load_key, &k);

	if (res != OK || (res = ctx_as(cx, k.tenant)) != OK)
		return res;
	return sql_tx(cx, tx_hold, &k.id);
}
