/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When I work, as a coach: the hours of the week, single dates, times away. */

#ifndef MODEL_HOURS_H
#define MODEL_HOURS_H

#include <stddef.h>

#include "lib/ctx.h"

struct hours_row {
	/* "weekly": weekday and minutes. "date": from is the day's UTC midnight, and minutes. */
	const char	*kind;
	int		 weekday, from_min, to_min;	/* to_min 0: closed all day */
	int64_t		 from, to;			/* "away": instants */
	int64_t		 id;				/* "away": its number */
	const char	*note;
};

/* Mine: the week by day, then dates and absences that are not over, by time; at most 500. */
enum outcome	 hours_mine(struct ctx *, struct hours_row **, size_t *) MUST_USE;

#endif
