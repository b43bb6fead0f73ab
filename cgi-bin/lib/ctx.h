/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who asks, in which tenant, at what time, with which memory and database. */

#ifndef LIB_CTX_H
#define LIB_CTX_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/outcome.h"

enum role {			/* bits of membership.roles */
	ROLE_CLIENT = 1,
	ROLE_COACH = 2,
	ROLE_ADMIN = 4,
	ROLE_SYSTEM = 8
};

struct site {			/* the tenant of this request */
	int64_t		 id;
	const char	*name;
	const char	*address;	/* "https://coach.example", no final slash */
	const char	*zone;		/* IANA name, for visitors without one */
	const char	*currency;	/* ISO 4217 */
	const char	*mail_from;
	const char	*support;	/* address for help */
	int		 fee_percent_bp;	/* platform fee in hundredths of a percent */
	int64_t		 fee_fixed_minor;
	int64_t		 price_min_minor;
};

struct ctx {
	struct arena	*mem;
	struct db	*db;
	int64_t		 now;		/* UTC seconds, read once */
	int64_t		 tenant;	/* 0: none yet (a host we do not know) */
	int64_t		 me;		/* account, 0 for a visitor and for jobs */
	unsigned	 roles;		/* in this tenant */
	struct site	 site;
	const char	*my_name;
	const char	*my_mail;
	const char	*zone;		/* the reader's IANA zone, never NULL */
	const char	*request;	/* id for logs and error pages */
	const char	*session;	/* hash of the session in hand, or NULL */
	const char	*net;		/* the caller's network (/24 or /48) for limits, or "" */
};

/* Close something at the end of the request, last first. */
#define ctx_defer(cx, fn, p) arena_defer((cx)->mem, (fn), (p))

#endif
