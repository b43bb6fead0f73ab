/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A coach as everybody may see them: approved, without anything private. */

#ifndef MODEL_COACH_H
#define MODEL_COACH_H

#include "lib/ctx.h"

struct coach {
	int64_t		 id;
	const char	*slug, *name, *headline, *bio;
	const char	*custom_specialty;
	const char	*city, *country;	/* country: two letters */
	const char	*zone, *picture;
	const char	*specialties;		/* parted by line feeds, in the coach's order */
	const char	*languages;		/* the same */
};

/* The profile behind an address; NOT_FOUND unless the coach is approved. */
enum outcome	 coach_public(struct ctx *, const char *slug, struct coach *) MUST_USE;

/* The next piece of a list whose pieces a line feed ends or parts; NULL at the end. */
const char	*coach_next_tag(struct ctx *, const char **list);

#endif
