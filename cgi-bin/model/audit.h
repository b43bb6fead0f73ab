/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what: append only, each row hashes the one before it. */

#ifndef MODEL_AUDIT_H
#define MODEL_AUDIT_H

#include <stddef.h>

#include "lib/ctx.h"

/* detail is JSON with before and after; no secrets, no private texts. */
enum outcome	 audit_note(struct ctx *, const char *action, const char *object,
		    const char *detail) MUST_USE;

/*
 * The same for values by name; NULL: there was, or is, none. Values that stay as they were are left
 * out. All texts together stay well below 1800 characters, quotes counted twice.
 */
struct audit_value {
	const char	*name, *before, *after;
};
enum outcome	 audit_change(struct ctx *, const char *action, const char *object,
		    const struct audit_value *, size_t n) MUST_USE;

/* The names and values of a detail that audit_change has written; nothing of any other. */
enum { AUDIT_VALUES = 16 };
size_t		 audit_values(struct ctx *, const char *detail,
		    struct audit_value[AUDIT_VALUES]);

enum { AUDIT_PAGE = 25 };
struct audit_query {
	const char	*action;	/* "": all */
	int64_t		 from, to;	/* UTC seconds; to is the first that is too late */
	int64_t		 before;	/* by key: older than this row; 0: from the newest on */
};
struct audit_row {
	int64_t		 id, at;
	const char	*who;		/* "": nobody in particular, a job */
	const char	*action, *object, *detail, *request;
};
/* Newest first; at most AUDIT_PAGE + 1: one more than a page says that there is a next one. */
enum outcome	 audit_find(struct ctx *, const struct audit_query *, struct audit_row **,
		    size_t *) MUST_USE;
/* Actions that there are, in their order. */
enum outcome	 audit_actions(struct ctx *, const char ***, size_t *) MUST_USE;

/* Are the last rows as they were written, each behind the one before it? */
enum { AUDIT_CHECKED = 1000 };
struct audit_chain {
	size_t		 rows;		/* looked at, at most AUDIT_CHECKED */
	int64_t		 sound;		/* when the last row was written up to which all is well */
	int64_t		 broken;	/* the first row that does not fit, and when; 0: all do */
	int64_t		 broken_at;
};
enum outcome	 audit_check(struct ctx *, struct audit_chain *) MUST_USE;

#endif
