/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person's sessions in both roles, for a calendar feed. */

#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H

#include "model/booking.h"

enum { AGENDA_MAX = 500, AGENDA_BACK_DAYS = 60, AGENDA_AHEAD_DAYS = 400 };

struct agenda_row {
	struct booking	 b;	/* what an event shows of it: part/event.h; the rest is empty */
	bool		 coach;	/* as its coach */
};

/*
 * From AGENDA_BACK_DAYS ago to AGENDA_AHEAD_DAYS ahead, earliest first, at most AGENDA_MAX. What
 * was cancelled is in it, so that it goes from calendars too; what was never confirmed is not.
 */
enum outcome	 agenda(struct ctx *, int64_t account, struct agenda_row **, size_t *) MUST_USE;

#endif
