/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pages of a list of bookings, by the key of the last row shown. */

#ifndef PART_PAGER_H
#define PART_PAGER_H

#include <stdbool.h>

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/booking.h"

/* The key in an address ("1803888000-4711"), or where the list begins when it is none. */
struct booking_key	 pager_key(const char *text, bool past);
char			*pager_text(struct ctx *, const struct booking *);

/*
 * {{#PAGER}} of templates/part/pager.tpl when there is more than this page: {{#NEXT}} with
 * {{NEXT_KEY}}, {{#FIRST}}; {{LIST_NAME}}, {{#PAST}}, {{#UPCOMING}} say which list it is. Gives how
 * many rows to show.
 */
size_t	part_pager(struct ctx *, struct view *, const struct booking *, size_t n, bool past,
	    bool inside);

#endif
