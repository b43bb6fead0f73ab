/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Brings payments and refunds to their end: what Stripe told us first, then what it did not. */

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/str.h"
#include "model/checkout.h"
#include "model/inbox.h"
#include "model/refund.h"
#include "work.h"

/* A hint says only where to look: what is true is read by API. */
static enum outcome
look(struct ctx *cx, const struct inbox_row *row, const char **state)
{
	int64_t payment;
	enum outcome res;

	*state = "done";
	if (str_starts(row->type, "checkout.session.")) {
		res = checkout_find(cx, row->object_ref, &payment);
		if (res == OK)
			return checkout_settle(cx, payment);
	} else if (str_starts(row->type, "refund."))
		res = refund_sync(cx, row->object_ref);
	else
		res = NOT_FOUND;
	/* Of an object that we do not know there is nothing to learn; the sweep covers the rest. */
	if (res == NOT_FOUND) {
		*state = "ignored";
		return OK;
	}
	return res;
}

static enum outcome
hear(struct ctx *cx)
{
	struct inbox_row row;
	const char *state;
	enum outcome res = inbox_take(cx, &row), seen;

	if (res != OK)
		return res;
	seen = look(cx, &row, &state);
	if (seen == OK)
		return inbox_close(cx, &row, state, "");
	return inbox_put_back(cx, &row, arena_fmt(cx->mem, "outcome %d", (int)seen));
}

/* How a refund ended comes by an event, which may be lost: the unfinished are looked at hourly. */
static enum outcome
look_at_refunds(struct ctx *cx)
{
	static int64_t last, due;
	enum outcome res = cx->now < due ? NOT_FOUND : refund_sweep(cx, &last);

	if (res == NOT_FOUND && cx->now >= due) {
		last = 0;
		due = cx->now + HOUR;
	}
	return res;
}

static enum outcome
round_of(struct ctx *cx)
{
	enum outcome res = hear(cx);

	if (res == NOT_FOUND)
		res = checkout_sweep_payment(cx);
	return res != NOT_FOUND ? res : look_at_refunds(cx);
}

const struct work work = {
	.name = "settle",
	.pause = 1,
	.round = round_of,
};
