/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a service can be booked: the coach's rules and our own blocks together. */

#ifndef MODEL_SLOT_H
#define MODEL_SLOT_H

#include "model/calendar_rules.h"
#include "model/service.h"

/*
 * Free starts in [from, to) of a service, by two statements whatever the history. An expired hold
 * counts as free, exactly as the guard in model/booking_hold sees it; the booking that is being
 * moved is left out (0: none).
 */
enum outcome	 slots_free(struct ctx *, const struct service *, int64_t from, int64_t to,
		    int64_t moving, struct slot **, size_t *) MUST_USE;

/* Why a start is not offered: 0 when it is. Asked again by the guard behind the calendar lock. */
enum outcome	 slot_reasons_now(struct ctx *, const struct service *, int64_t start,
		    int64_t moving,
		    unsigned *reasons, const char **detail) MUST_USE;

/* Every quarter hour in [from, to) with the reasons against it, for the coach (P-08). */
struct slot_explained {
	int64_t		 starts;
	unsigned	 reasons;
	/* number of the booking or note of the absence; may be NULL */
	const char	*detail;
};
enum outcome	 slots_explain(struct ctx *, const struct service *, int64_t from, int64_t to,
		    struct slot_explained **, size_t *) MUST_USE;

/*
 * The first few free starts in [from, to) of each service of one coach, by two statements in all.
 */
struct slots_soon {
	struct slot	*slots;
	size_t		 n;
};
enum outcome	 slots_soon(struct ctx *, const struct service *, size_t n, int64_t from,
		    int64_t to,
		    size_t most, struct slots_soon **) MUST_USE;

/* The first free start from now on within the horizon, or 0. */
enum outcome	 slot_next(struct ctx *, const struct service *, int64_t *start) MUST_USE;

#endif
