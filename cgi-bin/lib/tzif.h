/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* TZif files (RFC 8536, version 2 and later, POSIX footer) read into spans of one offset each. */

#ifndef LIB_TZIF_H
#define LIB_TZIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/clock.h"

enum {
	ZONE_ABBR = 16,
	ZONE_OFFSET_MAX = 26 * HOUR	/* RFC 8536, section 3.2 */
};
#define ZONE_EVER INT64_C(253402300800)	/* year 10000; nobody asks behind it or before -ZONE_EVER */

struct kind {			/* one sort of local time, such as CEST */
	int	offset;
	char	abbr[ZONE_ABBR];
};

struct rule {			/* a change day of the footer: "M3.5.0/2", "J60" or "59" */
	char	form;
	int	month, week, day, at;
};

struct span {			/* from <= t < to has one kind */
	int64_t	from, to;
	const struct kind *kind;
};

struct zone {
	struct zone	*next;
	char		 name[64];	/* for lib/zone.c */
	int		 n, kinds;	/* changes, sorts of local time */
	int64_t		*at;
	const uint8_t	*which;
	struct kind	*kind;
	bool		 has_tail, has_dst;
	struct kind	 std, dst;
	struct rule	 begin, end;
	struct span	 last;		/* the answer before; mostly the next one too */
};

/*
 * Fill a zeroed zone from the n bytes of a file; p[n] is zero, p is altered and must live as long
 * as the zone. False when it is no such file, or counts leap seconds ("right/"); z may then hold
 * memory in at and kind.
 */
bool	 tzif_read(struct zone *z, uint8_t *p, size_t n);

/* The span of t; lives until the next question about this zone, its kind as long as the zone. */
const struct span *tzif_span(struct zone *z, int64_t t);

#endif
