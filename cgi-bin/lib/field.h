/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The kinds of fields: what each takes, and what it says to a person who wrote something else. */

#ifndef LIB_FIELD_H
#define LIB_FIELD_H

#include "lib/input.h"

struct check {
	struct ctx		*cx;
	const struct field	*f;
	const char		*typed;		/* in: clean UTF-8 */
	const char		*text;		/* out: what input_text() gives */
	int64_t			 i;		/* out: what input_int() gives */
};

/* The text without blanks at its ends, those of Unicode included. */
const char	*field_trim(struct arena *, const char *);

/* Was anything typed? Blanks alone are nothing, but in a secret they count. */
bool		 field_is_empty(const struct field *, const char *typed);

/* NULL when sound, else the sentence. Not for FIELD_FILE, and not for what is empty. */
const char	*field_check(struct check *);

/* The same for an upload. */
const char	*field_check_file(struct ctx *, const struct field *, const struct upload *);

/* What to say when a required field is empty. */
const char	*field_missing(struct ctx *, const struct field *);

#endif
