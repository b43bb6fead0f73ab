/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A tenant: one marketplace. */

#ifndef MODEL_TENANT_H
#define MODEL_TENANT_H

#include "lib/ctx.h"

/* The tenant behind *id by number, for jobs that visit all of them; NOT_FOUND: no more. */
enum outcome	 tenant_next(struct ctx *, int64_t *id) MUST_USE;

/* Act inside a tenant, for nobody in particular (jobs): fills cx->tenant and cx->site. */
enum outcome	 ctx_as(struct ctx *, int64_t tenant) MUST_USE;

/* What the tenant says of itself on its start page, or "". */
enum outcome	 tenant_claim(struct ctx *, const char **) MUST_USE;

/* A text of legal weight: the version in force, or the one asked for (0: in force). */
struct tenant_text {
	int		 version;
	const char	*title, *body_md;
	int64_t		 published;
};
enum outcome	 tenant_text(struct ctx *, const char *kind, int version,
		    struct tenant_text *) MUST_USE;

/* NOT_FOUND when the tenant has not switched that feature on. */
enum outcome	 tenant_feature(struct ctx *, const char *feature) MUST_USE;

#endif
