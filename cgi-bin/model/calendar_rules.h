/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Which starts a coach offers: a pure function of opening hours, what is busy, the service's rules
 * and now. No SQL. Hours are wall time in the coach's zone: in a gap of daylight saving nothing is
 * offered, in an overlap the first occurrence only.
 */

#ifndef MODEL_CALENDAR_RULES_H
#define MODEL_CALENDAR_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct local;

struct weekly {			/* open on that weekday; several ranges may be */
	int	weekday;	/* 1 Monday to 7 Sunday */
	int	from_min, to_min;	/* minutes from midnight, to_min up to 1440 */
};

struct override {		/* all of a date's overrides together replace its weekly hours */
	int64_t	day;		/* civil_days() */
	int	from_min, to_min;
	bool	closed;		/* adds no range; so does from_min == to_min */
};

struct away {			/* no session may touch it (its buffers may) */
	int64_t	from, to;	/* UTC */
	const char *why;
};

struct busy {			/* neither session nor buffers may touch it */
	int64_t	from, to;	/* UTC; its own buffers included */
	int64_t	starts;		/* a session's start, for the daily cap; 0: counts for none */
	const char *why;
};

struct rules {
	const char *zone;	/* the coach's */
	const struct weekly *weekly;
	const struct override *override;
	const struct away *away;
	const struct busy *busy;	/* by rising from; may overlap */
	size_t	n_weekly, n_override, n_away, n_busy;
	int	duration_min, before_min, after_min;
	int	step_min;	/* between starts, counted from each range's opening */
	int	notice_min;	/* the latest booking before a start */
	int	horizon_days;	/* last local date: today's and so many */
	int	daily_cap;	/* sessions on one local date; 0: no cap */
};

struct slot {
	int64_t	starts, ends;	/* UTC, without buffers */
};

enum {				/* bits: why a start is not offered */
	SLOT_OUTSIDE_HOURS = 1,
	SLOT_OFF_GRID = 2,
	SLOT_AWAY = 4,
	SLOT_BUSY = 8,
	SLOT_BUFFER = 16,	/* the session fits, a buffer does not */
	SLOT_NOTICE = 32,
	SLOT_HORIZON = 64,
	SLOT_CAP = 128,
	SLOT_GAP = 256,		/* the clock skips that hour */
	SLOT_TWICE = 512,	/* the second occurrence of an hour that comes twice */
	SLOT_PAST = 1024,
	SLOT_REASONS = 11
};

/*
 * Free starts in [from, to), rising. busy must hold all that lies between from and to, buffers and
 * whole local days included; what is older does no harm.
 */
void	 slots_between(struct arena *, const struct rules *, int64_t now, int64_t from, int64_t to,
	    struct slot **, size_t *n);

/*
 * All reasons against a start, 0 when it is offered; agrees with slots_between(). detail (may be
 * NULL) becomes the why of the first busy or away entry in the way, or NULL.
 */
unsigned slot_reasons(const struct rules *, int64_t now, int64_t start, const char **detail);

/* The same for a wall clock reading (year..minute) in the coach's zone: SLOT_GAP if it has none. */
unsigned slot_reasons_wall(const struct rules *, int64_t now, const struct local *,
	    const char **detail);

/* A sentence for one bit, for a coach or support. */
const char *slot_reason_text(unsigned bit);

#endif
