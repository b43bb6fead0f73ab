/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Rows of outbox: what has to be sent or asked for, claimed and closed by work/outbox. */

#ifndef MODEL_OUTBOX_H
#define MODEL_OUTBOX_H

#include "lib/ctx.h"

enum {
	OUTBOX_LEASE = 120,	/* seconds; longer than any server may keep us waiting */
	OUTBOX_TRIES = 30	/* of a mail; more than delays allow: its workers have died of it */
};

struct errand {
	int64_t		 id, account, booking, refund, created;
	int		 tries;		/* this one included */
	const char	*kind, *tmpl, *once, *data;
};

/*
 * Take the longest due row of a kind ("mail", "refund") and act in its tenant. Nobody else gets it
 * before the lease is over, which is how a row outlives a killed worker. NOT_FOUND: none is due.
 */
enum outcome	 outbox_claim(struct ctx *, const char *kind, struct errand *) MUST_USE;

/* It has ended: state is done, refused or dropped; answer says what the server said, or why. */
enum outcome	 outbox_end(struct ctx *, const struct errand *, const char *state,
		    const char *answer) MUST_USE;

/*
 * Not now: again later, each time later than before, by chance a little more or less. After about a
 * day a mail is given up; money is not, it is tried every few hours.
 */
enum outcome	 outbox_later(struct ctx *, const struct errand *, const char *answer) MUST_USE;

/* Whom a mail is for, as they are now. NOT_FOUND: the row names nobody. */
struct reader {
	int64_t		 id;
	const char	*mail, *name, *zone;
	unsigned	 notices;
	bool		 is_verified, is_closed;
};
enum outcome	 outbox_reader(struct ctx *, const struct errand *, struct reader *) MUST_USE;

#endif
