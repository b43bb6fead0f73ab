/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One attempt to pay an order: a Checkout Session at the partner. */

#ifndef MODEL_PAYMENT_H
#define MODEL_PAYMENT_H

#include "lib/ctx.h"
#include "peer/stripe.h"

struct payment {
	int64_t		 id, order, account;
	int		 attempt;
	const char	*state;			/* new open paid ended */
	int64_t		 minor, expires, hold_until;
	const char	*currency, *session_ref, *session_url, *intent_ref;
	const char	*order_no, *order_state, *mail;
};

/* A new attempt; CONFLICT: that one exists (another tab was faster). */
enum outcome	 payment_begin(struct ctx *, int64_t order, int attempt, int64_t minor,
		    const char *currency, int64_t expires) MUST_USE;

enum outcome	 payment_for_job(struct ctx *, int64_t id, struct payment *) MUST_USE;
enum outcome	 payment_of_order(struct ctx *, const char *order_no, struct payment *) MUST_USE;

/*
 * Have a session at the partner for a payment in state new: asks under one key, so it is one
 * session.
 */
enum outcome	 payment_open(struct ctx *, struct payment *) MUST_USE;

/* State changes, each from the state before it; CONFLICT when somebody else made it. */
enum outcome	 payment_is_paid(struct ctx *, const struct payment *,
		    const struct stripe_session *) MUST_USE;
enum outcome	 payment_has_ended(struct ctx *, int64_t id, const char *error) MUST_USE;

/* Looked at now; the partner's last words to the client. */
enum outcome	 payment_checked(struct ctx *, int64_t id, const char *error) MUST_USE;

#endif
