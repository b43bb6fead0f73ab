/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * When I work, changed. Hours decide what is offered from now on; no booking is touched by any of
 * this. Each change has the directory computed anew.
 */

#ifndef MODEL_HOURS_EDIT_H
#define MODEL_HOURS_EDIT_H

#include "lib/ctx.h"

enum { HOURS_RANGES = 6 };	/* of one day */

struct hours_day {
	int	n;			/* 0: closed */
	struct { int from, to; } range[HOURS_RANGES];	/* minutes from midnight, rising */
};

/*
 * "9-12, 13:00 to 17:30" as ranges; nothing is a closed day. NULL when it can be read, else a
 * sentence.
 */
const char	*hours_read(const char *text, struct hours_day *);

/* Monday first. */
enum outcome	 hours_set_week(struct ctx *, const struct hours_day[7]) MUST_USE;

/* That date alone, instead of its weekday's hours; day is civil_days(). */
enum outcome	 hours_set_date(struct ctx *, int64_t day, const struct hours_day *) MUST_USE;
/* As on its weekday again. CONFLICT when it was. */
enum outcome	 hours_drop_date(struct ctx *, int64_t day) MUST_USE;

/* Nothing is offered between two instants; booked is how many sessions of mine stay in there. */
enum outcome	 hours_add_away(struct ctx *, int64_t from, int64_t to, const char *note,
		    int64_t *booked) MUST_USE;
/* NOT_FOUND when it is not one of mine. */
enum outcome	 hours_drop_away(struct ctx *, int64_t id) MUST_USE;

#endif
