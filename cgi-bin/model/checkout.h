/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From a held slot to a confirmed booking: paying, settling, leaving. */

#ifndef MODEL_CHECKOUT_H
#define MODEL_CHECKOUT_H

#include "lib/ctx.h"
#include "model/booking.h"

struct order {
	int64_t		 id;
	const char	*no, *state;		/* open paid lapsed */
	int64_t		 total_minor, hold_until, created, paid;
	const char	*currency;
	int		 terms_version;
	struct booking	*bookings;
	size_t		 n;
	/* the latest attempt to pay */
	int64_t		 payment;
	const char	*payment_state, *session_ref, *session_url, *payment_error, *card;
};

enum outcome	 order_mine(struct ctx *, const char *no, struct order *) MUST_USE;

/* Terms accepted; for a free order this confirms at once (no card, C-46). In a transaction. */
enum outcome	 checkout_accept(struct ctx *, struct order *, int terms_version) MUST_USE;

/* The partner's page for this order, an open one again or a new one. Behind the commit. */
enum outcome	 checkout_session(struct ctx *, struct order *, char **url) MUST_USE;

/* The client leaves: the partner's session is ended first, then the slot is freed (U-03). */
enum outcome	 checkout_leave(struct ctx *, struct order *) MUST_USE;

/*
 * Bring one payment to its end by the partner's truth: confirm everything, or refund everything.
 * Idempotent; called by the return page, by the webhook's job and by the sweep. No transaction open.
 */
enum outcome	 checkout_settle(struct ctx *, int64_t payment) MUST_USE;

#endif
