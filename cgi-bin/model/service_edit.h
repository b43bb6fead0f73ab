/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What I sell, changed. Bookings carry copies: nothing here touches them. */

#ifndef MODEL_SERVICE_EDIT_H
#define MODEL_SERVICE_EDIT_H

#include "model/service.h"

/*
 * One more of mine, with an address made from its name. s->coach is mine; all but its numbers and
 * texts is decided here.
 */
enum outcome	 service_add(struct ctx *, const struct service *s) MUST_USE;

/* Store it; its address and currency stay. CONFLICT when it is gone. */
enum outcome	 service_save(struct ctx *, const struct service *) MUST_USE;

/* How many bookings it ever had. */
enum outcome	 service_booked(struct ctx *, const struct service *, int64_t *n) MUST_USE;

/* Remove it, or only switch it off when it was ever booked (kept). */
enum outcome	 service_drop(struct ctx *, const struct service *, bool *kept) MUST_USE;

#endif
