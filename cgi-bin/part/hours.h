/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A coach's hours: told beside what they lead to, and filled in to be changed. */

#ifndef PART_HOURS_H
#define PART_HOURS_H

#include "lib/ctx.h"
#include "lib/view.h"

extern const char *const hours_weekdays[7];	/* "Monday" first */

/* WEEKDAY, EXCEPTIONS, EXCEPTION: in the coach's zone. */
enum outcome	 part_hours(struct ctx *, struct view *, const char *zone) MUST_USE;

/* For templates/part/hours-edit.tpl: the same, as fields that are filled in. */
enum outcome	 part_hours_edit(struct ctx *, struct view *, const char *zone) MUST_USE;

#endif
