/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What time alone brings: holds end, sessions are over, the directory's times pass. */

#include "model/attempt.h"
#include "model/booking_change.h"
#include "model/checkout.h"
#include "model/listing.h"
#include "model/mail_token.h"
#include "model/session.h"
#include "work.h"

/* Each kind in turn, so that many of one kind do not keep the others waiting. */
static enum outcome
sweep(struct ctx *cx)
{
	static enum outcome (*const kinds[])(struct ctx *) = {
		checkout_sweep_hold, booking_complete_due, listing_sweep,
		listing_sweep_facet, session_sweep, attempt_sweep, mail_token_sweep,
	};
	enum outcome res, all = NOT_FOUND;
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		res = kinds[i](cx);
		if (res != NOT_FOUND && (all == NOT_FOUND || all == OK))
			all = res;
	}
	return all;
}

const struct work work = {
	.name = "sweep",
	.pause = 2,
	.round = sweep,
};
