/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a booking is shown, to its client and to its coach. */

#ifndef PART_BOOKING_H
#define PART_BOOKING_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/booking.h"
#include "model/order.h"

/* Held no longer, though the row still says Pending. */
bool	part_booking_is_over(const struct ctx *, const struct booking *);

/* {{STATE}} for people and {{STATE_CLASS}} for the stylesheet. */
void	part_booking_state(struct ctx *, struct view *, const struct booking *);

/* A line of a list (templates/part/booking-item.tpl), seen from the reader's side. */
void	part_booking_item(struct ctx *, struct view *, const struct booking *);

/* Who, what and when: the head of a page about it (templates/part/booking-when.tpl). */
void	part_booking_head(struct ctx *, struct view *, const struct booking *);

/* Room or address, as far as the state allows (templates/part/booking-place.tpl). */
void	part_booking_place(struct ctx *, struct view *, const struct booking *);

/* What was paid, or what is earned (templates/part/booking-money.tpl). Order NULL: the coach's. */
void	part_booking_money(struct ctx *, struct view *, const struct booking *,
	    const struct order *);

/* Who cancelled it, why, and where the money is (templates/part/booking-end.tpl). */
enum outcome	part_booking_end(struct ctx *, struct view *, const struct booking *) MUST_USE;

#endif
