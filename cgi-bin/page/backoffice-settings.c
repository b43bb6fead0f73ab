/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What an admin decides about their marketplace. */

#include "lib/money.h"
#include "lib/str.h"
#include "model/tenant_settings.h"
#include "page.h"

enum { NAME, CLAIM, SUPPORT, FEE, FIXED, MINIMUM, REFUNDS };

enum {
	SUPPORT_MAX = 200,	/* stands in the audit trail twice */
	MONEY_MAX = 99999999
};

static const char *const modes[] = { "auto", "queue", NULL };

static const struct field fields[] = {
	[NAME] = { "name", FIELD_TEXT, .required = true, .max = 120,
	    .label = "the name of the marketplace" },
	[CLAIM] = { "claim", FIELD_TEXT, .max = 200 },
	[SUPPORT] = { "support", FIELD_MAIL, .required = true, .max = SUPPORT_MAX,
	    .label = "an address for questions" },
	[FEE] = { "fee", FIELD_TEXT, .required = true, .max = 8, .label = "the fee in percent" },
	[FIXED] = { "fixed", FIELD_MONEY, .required = true, .max = MONEY_MAX,
	    .label = "the fixed part of the fee" },
	[MINIMUM] = { "minimum", FIELD_MONEY, .required = true, .max = MONEY_MAX,
	    .label = "the least price" },
	[REFUNDS] = { "refunds", FIELD_CHOICE, .required = true, .choices = modes,
	    .label = "how refunds are made" },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *mode = input_typed(rq->in, REFUNDS);
	struct tenant_settings t;
	enum outcome res = tenant_settings(rq->cx, &t);

	if (res != OK)
		return res;
	view_set(v, "V_NAME", t.name);
	view_set(v, "V_CLAIM", t.claim);
	view_set(v, "V_SUPPORT", t.support);
	view_set(v, "V_FEE", tenant_percent(rq->cx, t.fee_bp));
	view_set(v, "V_FIXED", money_plain(rq->cx->mem, t.fee_minor, rq->cx->site.currency));
	view_set(v, "V_MINIMUM", money_plain(rq->cx->mem, t.price_min_minor,
	    rq->cx->site.currency));
	view_set(v, "CURRENCY", rq->cx->site.currency);
	view_show(v, str_eq(mode != NULL ? mode : t.refund_mode, "queue") ? "QUEUE" : "AUTO");
	return OK;
}

static enum outcome
save(struct req *rq)
{
	struct tenant_settings t = {
		.name = in_text(rq, NAME),
		.claim = in_text(rq, CLAIM),
		.support = in_text(rq, SUPPORT),
		.refund_mode = in_text(rq, REFUNDS),
		.fee_minor = in_int(rq, FIXED),
		.price_min_minor = in_int(rq, MINIMUM),
	};
	enum outcome res;

	if (!tenant_percent_read(in_text(rq, FEE), &t.fee_bp))
		return in_fault(rq, FEE, "Please enter a percentage from 0 to 100, such as 10 or "
		    "12.5.");
	if ((res = tenant_settings_save(rq->cx, &t)) != OK)
		return res;
	page_notice(rq, "Saved. The fee is that of the next booking; those that are there keep "
	    "theirs.");
	return go(rq, "/backoffice/settings");
}

const struct page page = {
	.name = "backoffice-settings",
	.title = "Settings of the marketplace",
	.access = ACCESS_ADMIN,
	.fields = fields,
	.get = show,
	.post = save,
};
