/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Stripe sends the client back here. Being here proves nothing: the partner is asked. */

#include "lib/str.h"
#include "model/checkout.h"
#include "page.h"
#include "part/when.h"

enum { NO };

static const struct field fields[] = {
	[NO] = { "no", FIELD_NO, .path = true, .required = true },
	{ .name = NULL },
};

/* The order in the address is the caller's own; which session it has is ours to know. */
static enum outcome
settle(struct req *rq)
{
	struct order o;
	enum outcome res;

	if ((res = order_mine_alone(rq->cx, in_text(rq, NO), &o)) != OK)
		return res;
	if (o.payment != 0 && !str_eq(o.payment_state, "paid")) {
		res = checkout_settle(rq->cx, o.payment);
		/* Not known yet is a state of this page, not an error: the job asks again. */
		if (res != OK && res != BUSY && res != BROKEN)
			return res;
	}
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct view *part;
	struct order o;
	enum outcome res;
	size_t i;

	if ((res = order_mine(rq->cx, in_text(rq, NO), &o)) != OK)
		return res;
	view_set(v, "ORDER_NO", o.no);
	if (str_eq(o.state, "paid")) {
		page_title(rq, "You are booked");
		part = view_add(v, "BOOKED");
		view_set(part, "MY_MAIL", rq->cx->my_mail);
		for (i = 0; i < o.n; i++) {
			struct view *s = view_add(part, "SESSION");

			const struct booking *b = &o.bookings[i];

			part_when(rq->cx, s, &(struct when){ b->starts, b->ends, rq->cx->zone,
			    b->zone, b->coach_name });
			view_set(s, "SERVICE_NAME", b->service_name);
			view_set(s, "COACH_NAME", b->coach_name);
			view_set(s, "BOOKING_NO", b->no);
		}
	} else if (str_eq(o.payment_state, "paid")) {
		page_title(rq, "Your money is on its way back");
		view_show(v, "RETURNED");
	} else if (str_eq(o.payment_state, "open") || str_eq(o.payment_state, "new")) {
		page_title(rq, "Being confirmed");
		view_show(v, "WAITING");
	} else {
		page_title(rq, "Not paid");
		view_show(v, "NOT_PAID");
	}
	return OK;
}

const struct page page = {
	.name = "checkout-done",
	.title = "Payment",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.sync = settle,
	.get = show,
};
