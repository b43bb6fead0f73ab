/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A session on its way from choice to booking: who, what, and how its policy reads in dates. */

#ifndef PART_SESSION_H
#define PART_SESSION_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/service.h"

/* templates/part/session-head.tpl: the service (part_service) and its coach. */
void	part_session_head(struct ctx *, struct view *, const struct service *);

/*
 * templates/part/policy.tpl: the steps still ahead with absolute dates in the reader's zone,
 * {{#POLICY_STEP}} with {{STEP_WHAT}} and {{STEP_WHEN}}, {{#NOW_STEP}} in the first.
 */
void	part_session_policy(struct ctx *, struct view *, const char *policy, int64_t price_minor,
	    const char *currency, int64_t starts);

#endif
