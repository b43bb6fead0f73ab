/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What partners told us: stored raw at once, understood later by a job. */

#ifndef MODEL_INBOX_H
#define MODEL_INBOX_H

#include "lib/ctx.h"

/* Keep an event. CONFLICT: it is here already, which is as good. */
enum outcome	 inbox_keep(struct ctx *, const char *partner, const char *event_ref,
		    const char *type,
		    const char *object_ref, const char *body, size_t len) MUST_USE;

struct inbox_row {
	int64_t		 id;
	const char	*partner, *type, *object_ref;
	int		 tries;
};

/* Take the oldest due event for two minutes; NOT_FOUND when there is none. */
enum outcome	 inbox_take(struct ctx *, struct inbox_row *) MUST_USE;

/* Understood ("done"), or of no meaning to us ("ignored"). */
enum outcome	 inbox_close(struct ctx *, const struct inbox_row *, const char *state,
		    const char *answer) MUST_USE;

/* Not now: again after a growing delay; given up after a day, since the sweep sees it anyway. */
enum outcome	 inbox_put_back(struct ctx *, const struct inbox_row *,
		    const char *answer) MUST_USE;

#endif
