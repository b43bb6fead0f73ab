/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What we wrote to people about a booking, and what became of it (P-10). */

#ifndef PART_MAILS_H
#define PART_MAILS_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/booking.h"

/*
 * Put {{>MAILS}} (templates/part/mails.tpl) into the page: a table of each mail to the reader, its
 * time and state, the server's words when it refused, and the reminders that are still to come.
 * Mails to the other side are shown when they could not be delivered, without the server's words.
 * {{#HAS_MAILS}} around it holds when there is any. Two statements.
 */
enum outcome	 part_mails(struct ctx *, struct view *, const struct booking *) MUST_USE;

#endif
