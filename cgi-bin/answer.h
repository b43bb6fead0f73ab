/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What goes back to the browser: status, headers, bytes. Used by page.c only. */

#ifndef ANSWER_H
#define ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/ctx.h"
#include "lib/str.h"

struct answer {
	struct buf	 headers;
	int		 status;	/* 0: the outcome says */
	const char	*to;		/* redirect */
	const char	*type, *file;
	const char	*bytes;
	size_t		 len;
	const char	*title;
	const char	*notice;	/* for the next page */
	bool		 shared;	/* may be kept by nginx for two seconds */
	bool		 has_bytes;
};

void	answer_init(struct ctx *, struct answer *);
void	answer_cookie(struct answer *, const char *name, const char *value, long max_age,
		    bool open);
/* Send it all; nothing was sent before. head: no body. */
void	answer_send(struct ctx *, struct answer *, bool head);

/* The status that an outcome stands for. */
int	answer_status(enum outcome);

struct refusal {
	const char	*headline, *explanation;
	bool		 retry, sign_in, find;
};
/* What to tell a person about a status. */
const struct refusal *answer_refusal(int status);

#endif
