/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How often something was tried lately. In the database, so that all nodes count together. */

#ifndef MODEL_ATTEMPT_H
#define MODEL_ATTEMPT_H

#include "lib/ctx.h"

struct limit {
	const char	*kind;		/* login signup recover totp */
	int		 max;		/* so often */
	int		 window;	/* within so many seconds, in steps of a quarter of it */
};

/*
 * One more try of somebody: "mail:..", "net:.." (stored as a keyed hash). LIMITED when that is too
 * many. Call it outside a transaction (.before): a rollback must not undo it.
 */
enum outcome	 attempt_count(struct ctx *, const struct limit *, const char *who) MUST_USE;
/* It was no guess after all: take the try that was just counted back. */
enum outcome	 attempt_forget(struct ctx *, const struct limit *, const char *who) MUST_USE;

/* A job's round: drop what no window can see any more. NOT_FOUND: there is nothing. */
enum outcome	 attempt_sweep(struct ctx *) MUST_USE;

#endif
