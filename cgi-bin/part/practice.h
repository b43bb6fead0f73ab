/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The head and the side card of a coach's own pages. */

#ifndef PART_PRACTICE_H
#define PART_PRACTICE_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/profile.h"

/*
 * For templates/part/practice-head.tpl and practice-card.tpl. tab is the section that marks where
 * we are: "TAB_PROFILE", "TAB_SERVICES", "TAB_BOOKINGS", "TAB_INTEGRATIONS", or NULL beside them.
 */
enum outcome	 part_practice(struct ctx *, struct view *, const char *tab,
		    struct profile *) MUST_USE;

#endif
