/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Passwords: which will do, and judging them a few at a time (each takes 40 ms and 19 MiB). */

#ifndef MODEL_PASSWORD_H
#define MODEL_PASSWORD_H

#include "lib/ctx.h"

enum { PASSWORD_MIN = 10, PASSWORD_MAX = 128 };	/* characters; the field says so by itself */

/* Why it will not do, as a sentence for its field; NULL when it will. */
const char	*password_fault(struct ctx *, const char *typed, const char *mail,
		    const char *name);

/* Both outside transactions only (.before). BUSY when too many wait. encoded NULL: nobody's. */
enum outcome	 password_judge(struct ctx *, const char *encoded, const char *typed,
		    bool *right) MUST_USE;
enum outcome	 password_make(struct ctx *, const char *typed, const char **encoded) MUST_USE;

#endif
