/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The form of a service: its values, and the steps of its policy. */

#ifndef PART_SERVICE_FORM_H
#define PART_SERVICE_FORM_H

#include "lib/ctx.h"
#include "lib/input.h"
#include "lib/view.h"
#include "model/policy_edit.h"
#include "model/service.h"

/* Where the steps of the policy begin among a page's fields: POLICY_ROWS of each. */
struct policy_fields {
	int	hours, percent, moves, no_show;
};

/* For templates/part/service-form.tpl: the stored values; what was typed stands over them. */
void		 part_service_form(struct ctx *, struct view *, const struct service *,
		    const char *mode, const char *step);

/*
 * The policy as typed. NULL when it is sound, else a sentence that is told beside the field *at.
 */
const char	*part_policy_read(const struct input *, const struct policy_fields *,
		    struct policy *, int *at);

/*
 * For templates/part/policy-edit.tpl: the rows as typed, or as stored, and what clients will read
 * at this price.
 */
enum outcome	 part_policy_edit(struct ctx *, struct view *, const struct input *,
		    const struct policy_fields *, const struct service *) MUST_USE;

#endif
