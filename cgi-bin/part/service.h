/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a service is shown before it is booked. */

#ifndef PART_SERVICE_H
#define PART_SERVICE_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/service.h"

/*
 * Name, price, length, way of meeting and what anybody may know of the place:
 * templates/part/service-facts.tpl shows the facts.
 */
void		 part_service(struct ctx *, struct view *, const struct service *);

/* The cancellation policy in words, whatever the start: for templates/part/policy-words.tpl. */
enum outcome	 part_policy_words(struct ctx *, struct view *, const struct service *) MUST_USE;

/* "45 minutes", "1 hour 30 minutes" */
char		*part_minutes(struct ctx *, int minutes);

#endif
