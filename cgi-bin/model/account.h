/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person: one account for all tenants. What it may do in one of them is its membership. */

#ifndef MODEL_ACCOUNT_H
#define MODEL_ACCOUNT_H

#include "lib/ctx.h"

struct account {
	int64_t		 id;
	const char	*mail, *name, *zone, *language;
	const char	*password;	/* argon2id; NULL: none yet */
	const char	*totp;		/* sealed secret; NULL: none. See model/totp.h */
	/* UTC seconds, 0: not; last step used */
	int64_t		 verified, totp_since, totp_step;
	unsigned	 notices;	/* bits of enum notice_choice */
	int64_t		 feed_epoch;
};

enum notice_choice { NOTICE_DAY = 1, NOTICE_HOUR = 2, NOTICE_NEWS = 4 };

/*
 * Templates of mail queued here, and their data. "mail" in it is where to send instead of the
 * account's own address. verify, recover and address need a link, made when they are sent.
 *   verify, recover   /verify/{token}, /recover/{token}
 *   known             somebody signed up with, or moved to, an address that has an account: /login
 *   address           {"mail": new}: /verify/{token} there makes it the account's address
 *   address-old       {"mail": old, "new": new}: that this was asked for
 *   password-changed, totp-changed {"on": true or false}
 */

/* By address, closed ones left out. NOT_FOUND leaves an empty account to be judged all the same. */
enum outcome	 account_for_signin(struct ctx *, const char *mail, struct account *) MUST_USE;
/* Behind a proof that it is theirs: a mailed token, a step of signing in. */
enum outcome	 account_proven(struct ctx *, int64_t id, struct account *) MUST_USE;
enum outcome	 account_mine(struct ctx *, struct account *) MUST_USE;

/*
 * Sign up. An address without a proven account gets one, replacing an earlier try with all its
 * links; mail 'verify'. One with a proven account gets mail 'known' and nothing else. Both look the
 * same.
 */
struct signup_form {
	const char	*mail, *name, *zone;
	const char	*password;	/* encoded */
};
enum outcome	 account_sign_up(struct ctx *, const struct signup_form *) MUST_USE;
/* The mail of signing up once more. */
enum outcome	 account_write_again(struct ctx *, const char *mail) MUST_USE;
/* Mail 'recover' if there is such an account; a row that is never sent if not. */
enum outcome	 account_recover(struct ctx *, const char *mail) MUST_USE;

/* The address is proven. */
enum outcome	 account_verify(struct ctx *, int64_t id) MUST_USE;
/* A new password; mail 'password-changed'. Sessions are the caller's to end. */
enum outcome	 account_set_password(struct ctx *, int64_t id, const char *encoded) MUST_USE;

/* name zone language notices; mine */
enum outcome	 account_save(struct ctx *, const struct account *) MUST_USE;
/* Write to the new address and to the old one. */
enum outcome	 account_ask_address(struct ctx *, const char *mail) MUST_USE;
/* Take it, once proven. CONFLICT: another account has it by now. */
enum outcome	 account_take_address(struct ctx *, const char *mail) MUST_USE;

/*
 * A link's token for a mail about to be sent (kind verify, recover or address); mail may be NULL.
 */
enum outcome	 account_mail_token(struct ctx *, int64_t account, const char *kind,
		    const char *mail,
		    const char **plain) MUST_USE;

/* "{id}-{signature}" for /feed/{token}.ics; dead as soon as the epoch is raised. */
char		*account_feed_token(struct ctx *, const struct account *);
enum outcome	 account_of_feed(struct ctx *, const char *token, struct account *) MUST_USE;
enum outcome	 account_reset_feed(struct ctx *) MUST_USE;	/* mine */

#endif
