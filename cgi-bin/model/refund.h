/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Money back to the client: a row first, then a call to the partner by a job. */

#ifndef MODEL_REFUND_H
#define MODEL_REFUND_H

#include "lib/ctx.h"
#include "model/booking.h"

/*
 * Queue a refund for a cancelled booking. With the tenant's refund_mode "queue" it waits for an
 * admin instead (state review, U-04). CONFLICT: this booking has one already.
 */
enum outcome	 refund_of_booking(struct ctx *, const struct booking *, int64_t minor,
		    int64_t *refund) MUST_USE;

/* Queue the return of a whole payment: cause "late" (the slot has gone) or "double". */
enum outcome	 refund_of_payment(struct ctx *, int64_t payment, int64_t minor,
		    const char *currency,
		    const char *cause, int64_t *refund) MUST_USE;

/*
 * Carry one out at the partner (the outbox's job). No transaction open. OK: accepted or finished;
 * BUSY: try again later; DENIED: the partner refuses for good, a person has to look (state review).
 * answer tells what the partner said.
 */
enum outcome	 refund_send(struct ctx *, int64_t refund, const char **answer) MUST_USE;

/* Read the partner's truth of a refund again, by its own number (webhook, sweep). */
enum outcome	 refund_sync(struct ctx *, const char *ref) MUST_USE;

/*
 * Ask again for one that the partner has not finished, the next behind row *last; its event may be
 * lost. NOT_FOUND: no more of them.
 */
enum outcome	 refund_sweep(struct ctx *, int64_t *last) MUST_USE;

struct refund_row {
	int64_t		 id, minor, created, done;
	const char	*state, *cause, *currency, *answer;
};
/* The latest refund of a booking; NOT_FOUND if there is none. */
enum outcome	 refund_for_booking(struct ctx *, int64_t booking, struct refund_row *) MUST_USE;

#endif
