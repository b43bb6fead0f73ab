/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From a held slot to a confirmed booking: paying, settling, leaving. */

#ifndef MODEL_CHECKOUT_H
#define MODEL_CHECKOUT_H

#include "model/order.h"

/*
 * Terms accepted, in the transaction in hand. A free order is confirmed at once (C-46); a priced
 * one gets an attempt to pay and a hold that outlives it. CONFLICT: the hold has ended.
 */
enum outcome	 checkout_accept(struct ctx *, const struct order *, int terms_version) MUST_USE;

/*
 * The partner's page for an order that was accepted, behind the commit: the open one, or a new one.
 * BUSY: the partner does not answer; the slot stays held, and pressing again continues the same
 * attempt. INVALID: refused; pressing again makes a new attempt.
 */
enum outcome	 checkout_page(struct ctx *, const char *order_no, const char **url) MUST_USE;

/*
 * The client leaves (U-03): the partner's session is ended first, then the slot is freed. OK: free;
 * CONFLICT: it was paid meanwhile and is settled; BUSY: the partner does not answer, the slot
 * becomes free when the hold ends. No transaction open.
 */
enum outcome	 checkout_leave(struct ctx *, const char *order_no) MUST_USE;

/*
 * Bring one payment to its end by the partner's truth: confirm everything, or refund everything.
 * Idempotent: called by the return page, by the webhook's job and by the sweep. No transaction
 * open.
 */
enum outcome	 checkout_settle(struct ctx *, int64_t payment) MUST_USE;

/* The payment that a partner's session belongs to, whatever the tenant: acts in that tenant. */
enum outcome	 checkout_find(struct ctx *, const char *session_ref, int64_t *payment) MUST_USE;

/* One unfinished payment that was not looked at for five minutes, or is due. NOT_FOUND: none. */
enum outcome	 checkout_sweep_payment(struct ctx *) MUST_USE;

/* One order whose hold is over and that nobody can pay any more. NOT_FOUND: none. */
enum outcome	 checkout_sweep_hold(struct ctx *) MUST_USE;

#endif
