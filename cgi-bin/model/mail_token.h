/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Links in mails that open something once: stored as hashes, made at the moment of sending. */

#ifndef MODEL_MAIL_TOKEN_H
#define MODEL_MAIL_TOKEN_H

#include "lib/ctx.h"

enum { MAIL_TOKEN_VERIFY = 24 * 3600, MAIL_TOKEN_RECOVER = 3600, MAIL_TOKEN_ADDRESS = 24 * 3600 };

struct mail_token {
	const char	*hash, *kind;	/* verify recover address */
	const char	*mail;		/* address: the new one */
	int64_t		 account, expires, used;
};

/* A new one of a kind; its text goes into the mail and nowhere else. */
enum outcome	 mail_token_make(struct ctx *, int64_t account, const char *kind, const char *mail,
		    const char **plain) MUST_USE;
/* NOT_FOUND when we never made it. It may be used or too old: mail_token_is_live(). */
enum outcome	 mail_token_find(struct ctx *, const char *plain, struct mail_token *) MUST_USE;
bool		 mail_token_is_live(const struct mail_token *, int64_t now);

/* Use it, and with it all others of this kind and account. CONFLICT: used or too old by now. */
enum outcome	 mail_token_use(struct ctx *, const struct mail_token *) MUST_USE;
/* Those of a kind that are out are worth nothing any more. */
enum outcome	 mail_token_drop(struct ctx *, int64_t account, const char *kind) MUST_USE;

/* For a job: drop those that ended a week ago, at most 1000. NOT_FOUND: there was nothing. */
enum outcome	 mail_token_sweep(struct ctx *) MUST_USE;

#endif
