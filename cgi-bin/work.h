/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A background job: the same function run again and again, as a daemon or once from cron. */

#ifndef WORK_H
#define WORK_H

#include "lib/ctx.h"

struct work {
	const char	*name;
	int		 pause;		/* seconds between rounds when there was nothing to do */
	/*
	 * One round: claim and do one piece of work. OK: something was done, come again at once.
	 * NOT_FOUND: nothing to do. Anything else: logged, and tried again after the pause.
	 * Runs outside a transaction; arena and clock are fresh each time. cx->tenant is 0: work on
	 * rows sets it with ctx_as() of model/tenant before it touches them.
	 */
	enum outcome	(*round)(struct ctx *);
};

/* Every job program defines it. */
extern const struct work work;

/* Round after round until told to end, or (--once) until nothing is left to do. For main.c. */
int	work_run(const struct work *, int argc, char **argv);

#endif
