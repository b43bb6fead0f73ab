/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* My own entry as a coach: what the public may read, and where the application stands. */

#ifndef MODEL_PROFILE_H
#define MODEL_PROFILE_H

#include "lib/ctx.h"

struct profile {
	int64_t		 id;
	const char	*slug, *picture;
	const char	*status;		/* Pending, Approved, Suspended, Rejected */
	const char	*status_reason;		/* "" when none was given */
	int64_t		 status_at;
	const char	*name, *headline, *bio, *custom_specialty;
	const char	*city, *country, *zone;	/* country: two letters or "" */
	const char	*specialties, *languages;	/* parted by line feeds, in my order */
	bool		 caleu;			/* the calendar is kept at Cal.eu */
};

/* NOT_FOUND for somebody who is no coach here. */
enum outcome	 profile_mine(struct ctx *, struct profile *) MUST_USE;

/* Store name to languages and bring the directory up to date; tags that read the same are one. */
enum outcome	 profile_save(struct ctx *, const struct profile *) MUST_USE;

#endif
