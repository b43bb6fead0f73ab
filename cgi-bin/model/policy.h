/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What a client gets back, and whether they may move or cancel: a pure function of policy, price,
 * start and now. Screen, mail, refund and tests ask the same one.
 */

#ifndef MODEL_POLICY_H
#define MODEL_POLICY_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/outcome.h"

struct arena;

enum { POLICY_STEPS = 8, POLICY_HOURS_MAX = 8760, POLICY_MOVES_MAX = 20, POLICY_TEXT_MAX = 1000 };

struct policy_step {
	int	hours;		/* holds until so many hours before the start, to the second */
	int	percent;	/* of the price back on cancelling */
	bool	may_move;
	int	max_moves;	/* of one booking, all its moves counted */
};

/*
 * Steps by falling hours, the last with 0; what comes later never gives more back. A step without
 * refund and move is behind the cutoff: then nothing can be done online (C-50).
 */
struct policy {
	int		n;
	struct policy_step step[POLICY_STEPS];
	bool		no_show_free_move;	/* missed: one move is free; else it is charged */
};

struct verdict {
	int64_t	refund_minor;	/* rounded half up, never above the price */
	int	percent;
	bool	may_cancel;	/* before the start and inside the cutoff; perhaps for 0 back */
	bool	may_move;
	int64_t	until;		/* last second of this verdict's step; 0 after the start */
	int	step;		/* index of the step, -1 after the start */
};

/* 72 hours: all back, two moves; 24 hours: half, one move; then nothing. */
extern const struct policy POLICY_DEFAULT;

bool		 policy_is_sound(const struct policy *);

/*
 * The stored form, copied into each booking:
 * [{"hours":72,"percent":100,"move":true,"moves":2},...,{"hours":0,...}]
 * and, in the last step only and only when it holds, "no_show_move":true.
 * Reading is strict; anything else is BROKEN (and logged).
 */
enum outcome	 policy_read(struct arena *, const char *json, struct policy *) MUST_USE;
char		*policy_write(struct arena *, const struct policy *);

/* moves_done: how often this booking was moved by its client. now == starts is still before it. */
struct verdict	 policy_at(const struct policy *, int64_t price_minor, int64_t starts, int64_t now,
		    int moves_done);

/* The last second in which anything can be done online; 0: there never was one. */
int64_t		 policy_cutoff(const struct policy *, int64_t starts);

/*
 * Sentences with dates: "Until Monday 12 October 2026, 10:00 (Paris time): €80.00 back, or move
 * it (twice)" ... "After that: no refund". Steps that are past at now are left out (0: none is
 * past; after the start there is no sentence). zone is the reader's.
 */
void		 policy_sentences(struct arena *, const struct policy *, int64_t price_minor,
		    const char *currency, int64_t starts, int64_t now, const char *zone,
		    char ***lines, int *n);

/* The same for any session: "Up to 72 hours before: full refund, or move it (twice)". */
void		 policy_words(struct arena *, const struct policy *, char ***lines, int *n);

#endif
