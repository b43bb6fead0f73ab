/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Signing in: password, then a code where one is wanted, then a session. Guessing is limited. */

#ifndef MODEL_SIGNIN_H
#define MODEL_SIGNIN_H

#include "lib/ctx.h"
#include "model/account.h"
#include "model/attempt.h"

/* per address; per network twelve times as often */
extern const struct limit LIMIT_SIGNUP, LIMIT_RECOVER;

/* Count a mail wanted by an address and a network. LIMITED: later. */
enum outcome	 signin_may_write(struct ctx *, const struct limit *, const char *mail) MUST_USE;

/*
 * All of these outside transactions (.before). INVALID: wrong, and counted; LIMITED: too often
 * wrong. The first takes the same time for an address that nobody has.
 */
enum outcome	 signin_password(struct ctx *, const char *mail, const char *password,
		    struct account *) MUST_USE;
/* A code from the app, or a recovery code. */
enum outcome	 signin_code(struct ctx *, const struct account *, const char *typed) MUST_USE;

/*
 * Who is signed in proves it again; the session counts as proven for ten minutes. The code is asked
 * for where the second factor is in force; NULL: the password is enough here.
 */
enum proof { PROOF_GIVEN, PROOF_PASSWORD_WRONG, PROOF_CODE_WRONG };
enum outcome	 signin_prove(struct ctx *, const struct account *, const char *password,
		    const char *code, enum proof *) MUST_USE;

/* The session, in place of the one in hand: nobody keeps a token from before. */
enum outcome	 signin_start(struct ctx *, int64_t account, const char *agent,
		    const char **token) MUST_USE;

#endif
