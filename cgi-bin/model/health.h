/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Is everything that works behind the pages keeping up? */

#ifndef MODEL_HEALTH_H
#define MODEL_HEALTH_H

#include "lib/ctx.h"

/* Seconds for which the oldest piece of work has been due; 0: none is. */
struct health {
	int64_t	outbox, inbox, directory;
};

enum outcome	 health_read(struct ctx *, struct health *) MUST_USE;

#endif
