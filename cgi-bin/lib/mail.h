/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One letter to one person through the mail server of the settings (mail_url, mail_tls). */

#ifndef LIB_MAIL_H
#define LIB_MAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/outcome.h"

struct ctx;

struct mail {				/* UTF-8; names and subject become one line */
	const char	*from_name, *from;
	const char	*to_name, *to;
	const char	*reply_to;	/* NULL: none */
	const char	*subject;
	const char	*text, *html;	/* html may be NULL */
	const char	*ics, *ics_method;	/* a calendar file and its METHOD; NULL: none */
	/* "7F3K.reminder@coach.example": the same when sent again */
	const char	*message_id;
	const char	*unsubscribe;	/* address for one click, for news only; NULL: none */
};

struct mail_answer {			/* in the request's arena */
	int		 code;		/* SMTP status, 0 when the server did not say */
	const char	*text;		/* the server's words or ours, one line */
};

/*
 * OK: the server has taken it. DENIED: refused for good (5xx, or an address that is none): do not
 * try again. BUSY: not now, or we cannot know whether it was taken. BROKEN: our own mistake, such
 * as a letter without an id or sent inside a transaction. Takes up to half a minute: not for pages.
 */
enum outcome	 mail_send(struct ctx *, const struct mail *, struct mail_answer *) MUST_USE;

/* ASCII, one @, a local part without quotes, a host name with a dot: what we write to. */
bool		 mail_is_address(const char *);

#endif
