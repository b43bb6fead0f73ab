/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The ledger: every movement of money is one row from one account to another, written once. */

#ifndef MODEL_LEDGER_H
#define MODEL_LEDGER_H

#include "lib/ctx.h"
#include "model/booking.h"

/* A client's payment for a booking has arrived: client to held. */
enum outcome	 ledger_paid(struct ctx *, const struct booking *, int64_t payment) MUST_USE;

/* The session is over: held to coach (payout) and to fee. */
enum outcome	 ledger_earned(struct ctx *, const struct booking *) MUST_USE;

/* Our part of what is kept of a booking's price; the rest is its coach's. */
int64_t		 ledger_fee(const struct booking *, int64_t kept);

/*
 * The booking was cancelled: refund_minor goes back, the rest is earned in the proportion of fee
 * and payout. refund is the row of table refund, 0 when nothing goes back.
 */
enum outcome	 ledger_cancelled(struct ctx *, const struct booking *, int64_t refund_minor,
		    int64_t refund) MUST_USE;

/* A payment for which nothing could be booked: in and out again, so that the sums tell of it. */
enum outcome	 ledger_returned(struct ctx *, int64_t order, int64_t payment, int64_t refund,
		    int64_t minor, const char *currency) MUST_USE;

/* Faults that the self-check finds; 0 each when all is well (P-02). */
struct ledger_health {
	int64_t	paid_without_booking;	/* payments neither booked nor refunded */
	int64_t	booked_without_payment;	/* priced bookings without money */
	int64_t	unexplained_minor;	/* money held for bookings that are over, or the reverse */
};
enum outcome	 ledger_check(struct ctx *, struct ledger_health *) MUST_USE;

#endif
