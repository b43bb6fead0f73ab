/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Paying: accept, send to the partner, leave. Settling is in settle.c. */

#include "model/checkout.h"

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/booking_change.h"
#include "model/payment.h"

/* Nothing to pay: accepting is all there is. */
static enum outcome
confirm_free(struct ctx *cx, const struct order *o)
{
	enum outcome res = order_is_paid(cx, o->id);
	size_t i;

	for (i = 0; res == OK && i < o->n; i++)
		res = booking_confirm(cx, &o->bookings[i], 0);
	return res;
}

static bool
can_go_on(const struct ctx *cx, const struct order *o)
{
	return o->payment != 0 && !str_eq(o->payment_state, "ended") &&
	    o->payment_expires > cx->now;
}

enum outcome
checkout_accept(struct ctx *cx, const struct order *o, int terms_version)
{
	enum outcome res;

	if ((res = order_lock(cx, o)) != OK ||
	    (res = order_accept_terms(cx, o->id, terms_version)) != OK)
		return res;
	if (o->total_minor == 0)
		return confirm_free(cx, o);
	if (can_go_on(cx, o))
		return OK;
	/*
	 * One end for both clocks: the hold is counted anew from here, a little behind the session.
	 */
	if ((res = booking_hold_until(cx, o->id, cx->now + HOLD_SECONDS)) != OK)
		return res;
	return payment_begin(cx, o->id, o->attempt + 1, o->total_minor, o->currency,
	    cx->now + PAY_SECONDS);
}

enum outcome
checkout_page(struct ctx *cx, const char *order_no, const char **url)
{
	struct payment p;
	enum outcome res;

	if ((res = payment_of_order(cx, order_no, &p)) != OK)
		return res;
	if (str_eq(p.state, "new") && (res = payment_open(cx, &p)) != OK)
		return res;
	if (!str_eq(p.state, "open"))
		return CONFLICT;
	*url = p.session_url;
	return OK;
}

static enum outcome
tx_lapse(struct ctx *cx, void *arg)
{
	const struct payment *p = arg;
	struct order o;
	enum outcome res;

	if ((res = order_for_job(cx, p->order, &o)) != OK || (res = order_lock(cx, &o)) != OK)
		return res;
	if (p->id != 0 && (res = payment_has_ended(cx, p->id, "")) != OK && res != CONFLICT)
		return res;
	return booking_lapse(cx, p->order, "client");
}

/* The partner's word that nobody can pay this any more, or that somebody has. */
static enum outcome
end_session(struct ctx *cx, struct payment *p)
{
	struct stripe_session s;
	struct stripe_fault fault;
	enum outcome res;

	/* A session whose answer never came is asked for again, so that it can be ended. */
	if (str_eq(p->state, "new")) {
		res = payment_open(cx, p);
		if (res == INVALID)
			return OK;
		if (res != OK)
			return res;
	}
	if (str_eq(p->state, "ended"))
		return OK;
	res = stripe_session_expire(cx, p->session_ref, &s, &fault);
	if (res == OK && str_eq(s.status, "expired"))
		return OK;
	return res == BUSY ? BUSY : CONFLICT;
}

enum outcome
checkout_leave(struct ctx *cx, const char *order_no)
{
	struct payment p = { .id = 0 };
	struct order o;
	enum outcome res;

	if ((res = order_mine(cx, order_no, &o)) != OK)
		return res;
	if (!str_eq(o.state, "open"))
		return str_eq(o.state, "lapsed") ? OK : CONFLICT;
	p.order = o.id;
	if (o.payment != 0) {
		if ((res = payment_for_job(cx, o.payment, &p)) != OK)
			return res;
		res = end_session(cx, &p);
		/* Paid or ended while we asked: settling finds out which. */
		if (res == CONFLICT) {
			res = checkout_settle(cx, p.id);
			return res == OK ? CONFLICT : res;
		}
		if (res != OK)
			return res;
	}
	return sql_tx(cx, tx_lapse, &p);
}
