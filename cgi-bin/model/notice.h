/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail to people: queued in the transaction of its cause, sent by work/outbox. */

#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include "lib/ctx.h"

/*
 * Queue a mail. tmpl names templates/mail/TMPL.*; booking may be 0; once says what this mail is, so
 * that asking twice sends one ("confirmed:4711:client"); data is JSON for what the rows do not tell
 * at sending time ("" if nothing).
 */
enum outcome	 notice_queue(struct ctx *, const char *tmpl, int64_t account, int64_t booking,
		    const char *once, const char *data) MUST_USE;

/* The state of each mail about a booking, newest first, at most 50 (P-10). */
struct notice_row {
	const char	*tmpl, *state, *answer;	/* queued done refused given-up dropped */
	int64_t		 account, created, done;
};
enum outcome	 notices_of_booking(struct ctx *, int64_t booking, struct notice_row **,
		    size_t *) MUST_USE;

#endif
