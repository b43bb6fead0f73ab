/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A booking in a personal calendar: the same in mails, in its file and in the feed. */

#ifndef PART_EVENT_H
#define PART_EVENT_H

#include "lib/ical.h"
#include "model/booking.h"

/*
 * As its client or its coach sees it. UID and address stay the same for the booking's whole life.
 */
void	part_event(struct ctx *, const struct booking *, bool coach, struct ical_event *);

/* Addresses that stay valid: the door to the session, and the page about the booking. */
char	*part_join_url(struct ctx *, const struct booking *, bool coach);
char	*part_booking_url(struct ctx *, const struct booking *);

/* The tenant's host name without port, for identifiers of mails and events. */
char	*part_host(struct ctx *);

#endif
