/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What changes a booking. Each function runs in a transaction and takes the calendar first. */

#ifndef MODEL_BOOKING_CHANGE_H
#define MODEL_BOOKING_CHANGE_H

#include "model/booking.h"

/*
 * One end time for hold and payment (U-02, U-03): the partner's session lives PAY_SECONDS, its
 * minimum being 30 minutes, and the hold a little longer.
 */
enum { PAY_SECONDS = 32 * 60, HOLD_SECONDS = 35 * 60, HOLDS_MAX = 3 };

/* Why a hold was refused, beside the outcome. */
enum hold_refusal {
	HOLD_FINE,
	HOLD_TAKEN,	/* CONFLICT: the slot has gone or is not offered any more */
	HOLD_MANY,	/* LIMITED: HOLDS_MAX unpaid ones already */
	HOLD_OWN,	/* DENIED: a coach cannot book their own service */
	HOLD_ONCE,	/* DENIED: a discovery session is for once (C-53) */
	HOLD_UNVERIFIED	/* DENIED: the mail address is not proven yet (D-25) */
};

/*
 * Hold a slot for the caller: order, booking, block. The same client's live hold of the same
 * service and start is found again instead, so a button pressed twice leads to one order.
 */
enum outcome	 booking_hold(struct ctx *, const struct service *, int64_t start, const char *note,
		    enum hold_refusal *, const char **order_no) MUST_USE;

/* The order of the caller's live hold of exactly this slot; NOT_FOUND if there is none. */
enum outcome	 booking_held(struct ctx *, const struct service *, int64_t start,
		    const char **order_no) MUST_USE;

/* The hold of an order ends at this moment instead, in order, booking and block alike. */
enum outcome	 booking_hold_until(struct ctx *, int64_t order, int64_t until) MUST_USE;

/*
 * Unpaid bookings of an order: Pending to Cancelled, blocks gone, order lapsed. by: "client" or
 * "system".
 */
enum outcome	 booking_lapse(struct ctx *, int64_t order, const char *by) MUST_USE;

/* Holds of a coach whose time is over: as booking_lapse, for all of them. */
enum outcome	 booking_lapse_expired(struct ctx *, int64_t coach) MUST_USE;

/* Money or nothing to pay has arrived: Pending to Confirmed, notices queued. payment 0: free. */
enum outcome	 booking_confirm(struct ctx *, const struct booking *, int64_t payment) MUST_USE;

/* Late money: take the block again if the time is still free. CONFLICT when it is not. */
enum outcome	 booking_seat_again(struct ctx *, const struct booking *) MUST_USE;

/*
 * Cancel a Confirmed booking by what the policy says now; as its coach at any time, everything
 * back (U-24). DENIED: the policy says no. CONFLICT: it has changed since it was read.
 */
enum outcome	 booking_cancel(struct ctx *, const struct booking *, const char *reason) MUST_USE;

/*
 * Move it, keeping number, order and payment (D-07). The reason, at most MOVE_REASON_MAX
 * characters, goes to the client. DENIED: policy. CONFLICT: the slot has gone.
 */
enum { MOVE_REASON_MAX = 300 };
enum outcome	 booking_move(struct ctx *, const struct booking *, const struct service *,
		    int64_t start, const char *reason) MUST_USE;

/* Its moves, the latest first, at most 50. */
struct move_row {
	int64_t		 was, is, at;
	const char	*by;		/* "client" "coach" */
	const char	*reason;
};
enum outcome	 moves_of_booking(struct ctx *, int64_t booking, struct move_row **,
		    size_t *) MUST_USE;

/*
 * Confirmed sessions that ended a day ago become Completed and their money earned (U-18). One a
 * call.
 */
enum outcome	 booking_complete_due(struct ctx *) MUST_USE;

#endif
