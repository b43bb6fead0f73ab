/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How Stripe speaks: bytes in, structs out. Version 2026-10-28.endive of its API. */

#ifndef PEER_STRIPE_H
#define PEER_STRIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/ctx.h"

struct stripe_line {
	const char	*name;
	int64_t		 minor;
};

/* what to ask for (docs.stripe.com/api/checkout/sessions/create) */
struct stripe_checkout {
	/* our order number: client_reference_id, metadata, transfer group */
	const char	*reference;
	const char	*currency, *mail, *success_url, *cancel_url, *locale;
	int64_t		 expires;	/* 30 minutes to 24 hours ahead */
	const struct stripe_line *lines;
	size_t		 n;
};

struct stripe_session {
	const char	*id, *url;
	const char	*status;		/* open complete expired */
	const char	*payment_status;	/* unpaid paid no_payment_required */
	const char	*reference;
	int64_t		 minor, expires;
	const char	*currency;		/* lower case */
	bool		 live;
	const char	*intent, *charge;	/* "" until paid */
	const char	*card;			/* "Visa 4242" */
	const char	*receipt_url;
	const char	*error;			/* last card error in words for the client, "" */
};

struct stripe_refund {
	/* pending requires_action succeeded failed canceled */
	const char	*id, *status;
	const char	*failure;
	int64_t		 minor;
};

/*
 * What went wrong, beside the outcome: the partner's code and sentence, "" when it did not answer.
 */
struct stripe_fault {
	int		 status;
	const char	*code, *message;
};

/*
 * A 500 is stored under its key for a day (docs.stripe.com/api/idempotent_requests), so repeating
 * it is in vain: fault.status 500 means "look first, then ask under a new key".
 *
 * Each call: OK; BUSY: no answer, 409, 429 or 5xx: the same call may be repeated under the same
 * key; NOT_FOUND; INVALID: Stripe refuses it (fault tells); BROKEN: an answer we do not understand,
 * or our key is refused.
 */
enum outcome	 stripe_session_create(struct ctx *, const struct stripe_checkout *,
		    const char *key,
		    struct stripe_session *, struct stripe_fault *) MUST_USE;
enum outcome	 stripe_session_get(struct ctx *, const char *id, struct stripe_session *,
		    struct stripe_fault *) MUST_USE;
enum outcome	 stripe_session_expire(struct ctx *, const char *id, struct stripe_session *,
		    struct stripe_fault *) MUST_USE;
enum outcome	 stripe_refund_create(struct ctx *, const char *intent, int64_t minor,
		    const char *ours, const char *key, struct stripe_refund *,
		    struct stripe_fault *) MUST_USE;
/* The refund of a payment that carries our mark; NOT_FOUND when there is none. */
enum outcome	 stripe_refund_find(struct ctx *, const char *intent, const char *ours,
		    struct stripe_refund *, struct stripe_fault *) MUST_USE;
enum outcome	 stripe_refund_get(struct ctx *, const char *id, struct stripe_refund *,
		    struct stripe_fault *) MUST_USE;

/* Is a Stripe-Signature header good for these raw bytes (any v1, age at most 300 s)? */
bool		 stripe_is_signed(struct ctx *, const char *secret, const char *header,
		    const char *body, size_t len, int64_t now);

struct stripe_event {
	const char	*id, *type;
	const char	*object;	/* id of data.object */
	const char	*account;	/* "" unless it is about a connected account */
	bool		 live;
};
/* The envelope of an event. INVALID when it is none of Stripe's v1 events. */
enum outcome	 stripe_event_read(struct ctx *, const char *body, size_t len,
		    struct stripe_event *) MUST_USE;

#endif
