/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who is asking, and where: host to tenant, cookie to account and its roles there. */

#ifndef MODEL_SESSION_H
#define MODEL_SESSION_H

#include "lib/ctx.h"

struct session {
	int64_t		 seen, proven;		/* UTC seconds, 0 without a session */
	bool		 verified;		/* the account's mail address is proven */
	bool		 has_totp;
	int64_t		 coach;			/* the coach profile in this tenant, 0 if none */
};

enum {
	SESSION_IDLE = 14 * 24 * 3600,		/* ends when unused for so long */
	SESSION_LIFE = 90 * 24 * 3600,		/* and in any case after so long */
	SESSION_PROVEN = 10 * 60		/* a typed password counts for so long */
};

/*
 * Fill the context from host and session token (NULL: none) with one statement. NOT_FOUND: no
 * tenant has that host. A dead or unknown token leaves a visitor.
 */
enum outcome	 session_load(struct ctx *, const char *host, const char *token,
		    struct session *) MUST_USE;

/* A new session for an account; its token goes into the cookie and nowhere else. */
enum outcome	 session_start(struct ctx *, int64_t account, const char *agent,
		    const char **token) MUST_USE;

/* The session in hand has proven itself again (password or code typed). */
enum outcome	 session_prove(struct ctx *) MUST_USE;

/* Seen now; written at most once a minute. */
void		 session_touch(struct ctx *, const struct session *);

/* End one session of mine by its hash, all but the one in hand, or every one of an account. */
enum outcome	 session_end(struct ctx *, const char *hash) MUST_USE;
enum outcome	 session_end_others(struct ctx *) MUST_USE;
enum outcome	 session_end_all(struct ctx *, int64_t account) MUST_USE;

/* A job's round: throw away sessions that are over. NOT_FOUND: there are none. */
enum outcome	 session_sweep(struct ctx *) MUST_USE;

struct session_row {
	const char	*hash, *agent, *net;
	int64_t		 created, seen;
};
/* My sessions, newest first, at most 50. */
enum outcome	 sessions_mine(struct ctx *, struct session_row **, size_t *) MUST_USE;

#endif
