/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A month of free times and the times of one day: for booking and for moving. */

#ifndef PART_MONTH_H
#define PART_MONTH_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/slot.h"

struct month {
	const struct service *service;
	int64_t		 month;		/* civil days of its first; 0: where the first free is */
	int64_t		 day;		/* civil days of the chosen day; 0: the first free one */
	int64_t		 start;		/* the start chosen before, 0 if none */
	/* Booking that is being moved, 0 if none; start is where it is now, and not offered. */
	int64_t		 moving;
	/* Whose clock stands second; NULL: the coach's. */
	const char	*other_zone, *other_name;
	bool		 choose_zone;	/* show the list of zones */
	bool		 looked;	/* the zone is for this look only: links carry it on */
	bool		 guessed;	/* nobody chose it yet: the browser may offer its own */
};

/* Fills templates/part/month.tpl, in the reader's zone. */
enum outcome	 part_month(struct view *, struct ctx *, struct month *) MUST_USE;

#endif
