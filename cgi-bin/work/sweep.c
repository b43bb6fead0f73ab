/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What time alone brings: holds end, sessions are over, the directory's times pass. */

#include <inttypes.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "model/attempt.h"
#include "model/booking_change.h"
#include "model/checkout.h"
#include "model/ledger.h"
#include "model/listing.h"
#include "model/mail_token.h"
#include "model/session.h"
#include "model/tenant.h"
#include "work.h"

/* Once a day the books of each tenant are checked (P-02); what does not fit is told in the log. */
static enum outcome
check_books(struct ctx *cx)
{
	static int64_t tenant, due;
	struct ledger_health h;
	enum outcome res = cx->now < due ? NOT_FOUND : tenant_next(cx, &tenant);

	if (res == NOT_FOUND && cx->now >= due) {
		tenant = 0;
		due = cx->now + DAY;
	}
	if (res != OK || (res = ctx_as(cx, tenant)) != OK || (res = ledger_check(cx, &h)) != OK)
		return res;
	if (h.paid_without_booking != 0 || h.booked_without_payment != 0 ||
	    h.unexplained_minor != 0)
		log_fault(cx, "ledger", "tenant=%" PRId64 " paid_without_booking=%" PRId64
		    " booked_without_payment=%" PRId64 " unexplained_minor=%" PRId64, tenant,
		    h.paid_without_booking, h.booked_without_payment, h.unexplained_minor);
	return OK;
}

/* Each kind in turn, so that many of one kind do not keep the others waiting. */
static enum outcome
sweep(struct ctx *cx)
{
	static enum outcome (*const kinds[])(struct ctx *) = {
		checkout_sweep_hold, booking_complete_due, listing_sweep,
		listing_sweep_facet, session_sweep, attempt_sweep, mail_token_sweep,
		check_books,
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
