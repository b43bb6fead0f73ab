/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The second factor: codes from an app, and ten recovery codes for the day the phone is lost. */

#ifndef MODEL_TOTP_H
#define MODEL_TOTP_H

#include "lib/ctx.h"
#include "model/account.h"

enum { RECOVERY_CODES = 10 };

/* In force: asked for at sign-in. Else a secret may be waiting for its first code. */
bool		 totp_is_on(const struct account *);

/* My new secret, waiting for its first code. CONFLICT when one is in force. */
enum outcome	 totp_start(struct ctx *) MUST_USE;
/* Its text and the address that the app reads from the QR code. */
enum outcome	 totp_secret(struct ctx *, const struct account *, char **secret,
		    char **uri) MUST_USE;

/*
 * Is it right: six digits from the app, or else a recovery code? Each works once, and none from the
 * app that is older than it after that. Outside transactions: a rollback must not bring it back.
 */
enum outcome	 totp_judge(struct ctx *, const struct account *, const char *typed,
		    bool *right) MUST_USE;

/* Put mine in force, after its first code was right; mail 'totp-changed'. */
enum outcome	 totp_confirm(struct ctx *, const struct account *) MUST_USE;
/* Off, or give up setting it up. Mail if it was in force. */
enum outcome	 totp_stop(struct ctx *, const struct account *) MUST_USE;

/* Ten new ones of mine instead of the old, separated by blanks: shown now and never again. */
enum outcome	 recovery_renew(struct ctx *, const char **codes) MUST_USE;
enum outcome	 recovery_left(struct ctx *, int64_t *n) MUST_USE;	/* of mine */

#endif
