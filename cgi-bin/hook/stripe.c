/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Stripe tells us that something happened on our account: keep it, say yes, look later. */

#include "lib/conf.h"
#include "model/inbox.h"
#include "page.h"
#include "peer/stripe.h"

static const struct field fields[] = { { .name = NULL } };

static enum outcome
is_signed(struct req *rq)
{
	bool good = stripe_is_signed(rq->cx, conf_need("stripe_webhook_secret"),
	    page_header(rq, "HTTP_STRIPE_SIGNATURE"), rq->raw->body, rq->raw->len, rq->cx->now);

	return good ? OK : DENIED;
}

/* A second delivery is answered like the first; only a failed insert makes Stripe send it again. */
static enum outcome
keep(struct req *rq)
{
	static const char yes[] = "{\"received\":true}\n";
	struct stripe_event e;
	enum outcome res = stripe_event_read(rq->cx, rq->raw->body, rq->raw->len, &e);

	/* Other envelopes, and what happens on coaches' own accounts, are none of our orders. */
	if (res == OK && *e.account == '\0')
		res = inbox_keep(rq->cx, "stripe", e.id, e.type, e.object, rq->raw->body,
		    rq->raw->len);
	if (res != OK && res != CONFLICT && res != INVALID)
		return res;
	return page_bytes(rq, "application/json", NULL, yes, sizeof(yes) - 1);
}

const struct page page = {
	.name = "stripe",
	.access = ACCESS_SIGNED,
	.fields = fields,
	.signed_by = is_signed,
	.post = keep,
	.bare = true,
	.body_max = 256 * 1024,
};
