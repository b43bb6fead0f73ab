/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Names and values as they came in: the address's query, an urlencoded body, the address's path. */

#ifndef LIB_FORM_H
#define LIB_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/outcome.h"

enum {
	FORM_PAIRS = 200,	/* more names and values than any form of ours has */
	FORM_NAME = 100,	/* bytes of a name */
	FORM_SEGMENTS = 16	/* parts of a path */
};

struct upload;

struct pair {
	const char		*name;
	const char		*value;		/* clean UTF-8; "" for an upload */
	const struct upload	*file;		/* NULL for text */
};

struct form {
	struct pair	 pair[FORM_PAIRS];
	int		 n;
};

/*
 * Add the pairs of a query or an urlencoded body: "+" is a blank, a percent sign is followed by two
 * hex digits, everything is UTF-8. INVALID when it is not, or when there are too many.
 */
enum outcome	 form_read(struct arena *, const char *, size_t, struct form *) MUST_USE;

/* One more pair; INVALID when the form is full or the name too long. */
enum outcome	 form_add(struct form *, struct pair) MUST_USE;

/* The nth value (from 0) of that name, text or upload; NULL when there are not so many. */
const struct pair *form_nth(const struct form *, const char *name, bool file, int n);
int		 form_count(const struct form *, const char *name, bool file);

/*
 * The segments of PATH_INFO; "" and "/" have none. The server has undone percent signs already
 * (RFC 3875, 4.1.5) and they are not undone again. NOT_FOUND when a segment is empty, "." or "..",
 * holds a backslash, tab or line end or is no UTF-8, or when there are more than max (at most
 * FORM_SEGMENTS).
 */
enum outcome	 form_path(struct arena *, const char *path, int max, const char **segment,
		    int *n) MUST_USE;

#endif
