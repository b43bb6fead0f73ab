/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what: append only, each row hashes the one before it. */

#ifndef MODEL_AUDIT_H
#define MODEL_AUDIT_H

#include "lib/ctx.h"

/* detail is JSON with before and after; no secrets, no private texts. */
enum outcome	 audit_note(struct ctx *, const char *action, const char *object,
		    const char *detail) MUST_USE;

#endif
