/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a client buys in one go: its bookings and the latest attempt to pay. */

#ifndef MODEL_ORDER_H
#define MODEL_ORDER_H

#include "lib/ctx.h"
#include "model/booking.h"

struct order {
	int64_t		 id, account;
	const char	*no, *state;		/* open paid lapsed */
	int64_t		 total_minor, hold_until, created, paid;
	const char	*currency;
	int		 terms_version;		/* 0: not accepted yet */
	struct booking	*bookings;		/* at most 20 */
	size_t		 n;
	/* The latest attempt to pay; payment is 0 when there was none. */
	int64_t		 payment;
	int		 attempt;
	const char	*payment_state;		/* new open paid ended */
	const char	*session_ref, *session_url, *payment_error, *card, *receipt_url;
	int64_t		 payment_expires;
};

/* One of mine, with its bookings; or without, where only its state and payment are asked for. */
enum outcome	 order_mine(struct ctx *, const char *no, struct order *) MUST_USE;
enum outcome	 order_mine_alone(struct ctx *, const char *no, struct order *) MUST_USE;

/* For settling, by row, whoever it belongs to. */
enum outcome	 order_for_job(struct ctx *, int64_t id, struct order *) MUST_USE;

/* Take the calendars of all its coaches in one fixed order, ahead of every change to it. */
enum outcome	 order_lock(struct ctx *, const struct order *) MUST_USE;

/* State changes, each from the state before it; CONFLICT when it was not in that state. */
/* open or lapsed to paid */
enum outcome	 order_is_paid(struct ctx *, int64_t id) MUST_USE;
enum outcome	 order_accept_terms(struct ctx *, int64_t id, int version) MUST_USE;

#endif
