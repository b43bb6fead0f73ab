/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Reminders of sessions: computed from the bookings when they are due, never planned ahead (D-15).
 */

#ifndef MODEL_REMINDER_H
#define MODEL_REMINDER_H

#include "lib/ctx.h"
#include "model/booking.h"

struct reminder {
	const char	*tmpl;		/* templates/mail/TMPL.* */
	unsigned	 bit;		/* of account.notices */
	int64_t		 before;	/* seconds before the start when it is due */
	int64_t		 latest;	/* of no use any more when the start is nearer than this */
};

enum { REMINDERS = 2, REMINDERS_BATCH = 200 };
extern const struct reminder reminders[REMINDERS];

/* NULL: this template is none. */
const struct reminder *reminder_of(const char *tmpl);

/*
 * Queue those that are due now, in all tenants, for clients and coaches who want them: at most
 * REMINDERS_BATCH of each kind. One per booking, start and person: a moved session has new ones.
 * None for what was booked or moved later than the reminder's own time. n: how many.
 */
enum outcome	 reminders_queue(struct ctx *, int64_t *n) MUST_USE;

/*
 * What its row must be called if it still holds: of this booking, at this start, for this person.
 */
char		*reminder_key(struct ctx *, const struct reminder *, const struct booking *,
		    int64_t account);

/*
 * Which ones a person wants, by a link from a mail, so without signing in: "{id}-{signature}" is
 * good for this and nothing else. The bits are those of reminders[].
 */
char		*reminder_token(struct ctx *, int64_t account);
enum outcome	 reminder_wishes(struct ctx *, const char *token, unsigned *bits,
		    const char **mail) MUST_USE;
enum outcome	 reminder_wish(struct ctx *, const char *token, unsigned bits) MUST_USE;

#endif
