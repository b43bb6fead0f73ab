/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How coaches are shown to an admin. */

#ifndef PART_ROSTER_H
#define PART_ROSTER_H

#include <stddef.h>

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/roster.h"

/* {{STATUS}} for people and {{STATUS_CLASS}} for the stylesheet: four words, four colours. */
void	part_roster_status(struct view *, const char *status);

/* One row of the list: COACH_ID, COACH_NAME, COACH_MAIL, SERVICES, BOOKINGS, status, driver. */
void	part_roster_row(struct view *, const struct roster_row *);

/* A coach's profile and status: the values of templates/part/roster-coach.tpl. */
void	part_roster_coach(struct ctx *, struct view *, const struct roster_coach *);

/* {{#SERVICES}} with a {{#SERVICE}} each, or {{#NO_SERVICES}}; the same for bookings. */
void	part_roster_services(struct ctx *, struct view *, const struct roster_service *, size_t n);
void	part_roster_bookings(struct ctx *, struct view *, const struct roster_booking *, size_t n);

#endif
