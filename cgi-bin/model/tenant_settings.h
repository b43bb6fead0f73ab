/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What an admin decides about their marketplace. */

#ifndef MODEL_TENANT_SETTINGS_H
#define MODEL_TENANT_SETTINGS_H

#include "lib/ctx.h"

struct tenant_settings {
	const char	*name, *claim, *support;
	const char	*refund_mode;		/* "auto" or "queue": a person looks at each */
	int		 fee_bp;		/* hundredths of a percent of a price */
	int64_t		 fee_minor;		/* and a fixed part for each paid booking */
	int64_t		 price_min_minor;	/* of a service that is not free */
};

enum outcome	 tenant_settings(struct ctx *, struct tenant_settings *) MUST_USE;

/*
 * Keep them, and write down what has changed. Bookings carry a copy of the fee: those there are
 * stay as they were.
 */
enum outcome	 tenant_settings_save(struct ctx *, const struct tenant_settings *) MUST_USE;

/* "12.5" into 1250, between 0 and 100 with at most two decimals; and back. */
bool		 tenant_percent_read(const char *, int *bp);
char		*tenant_percent(struct ctx *, int bp);

#endif
