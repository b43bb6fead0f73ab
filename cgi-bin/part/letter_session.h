/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a mail about a booking says, and whether it is still true. */

#ifndef PART_LETTER_SESSION_H
#define PART_LETTER_SESSION_H

#include "lib/mail.h"
#include "lib/view.h"
#include "model/outbox.h"

struct letter {
	struct mail	 mail;
	const char	*dropped;	/* not NULL: not to be sent any more, and why */
};

/* What the rows do not tell: from outbox.data. */
struct told {
	int64_t		 was, minor;	/* 0: not told */
	const char	*currency, *mail, *fresh, *action, *reason;	/* "" */
	bool		 on;
};

/* Is this template about a booking? */
bool		 letter_is_session(const char *tmpl);

/* Its values into the view, its invitation into the letter; or the reason why it is dropped. */
enum outcome	 letter_session(struct ctx *, const struct errand *, const struct reader *,
		    const struct told *, struct view *, struct letter *) MUST_USE;

#endif
