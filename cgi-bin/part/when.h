/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a session is, for two people whose clocks may differ (U-06). */

#ifndef PART_WHEN_H
#define PART_WHEN_H

#include <stdbool.h>

#include "lib/ctx.h"
#include "lib/view.h"

/*
 * {{WHEN}} for the reader, zone named; and where the other's clock shows something else,
 * {{#THEIR_TIME}} with {{THEIR_WHEN}} and {{THEIR_NAME}}.
 */
struct when {
	int64_t		 from, to;
	const char	*zone;		/* the reader's */
	const char	*their_zone, *their_name;
};
void	part_when(struct ctx *, struct view *, const struct when *);

/* Do the clocks of two zones show different times between two instants? */
bool	part_clocks_differ(int64_t from, int64_t to, const char *zone, const char *other);

#endif
