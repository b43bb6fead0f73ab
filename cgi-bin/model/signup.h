/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the browser that signed up remembers until its address is proven. */

#ifndef MODEL_SIGNUP_H
#define MODEL_SIGNUP_H

#include "lib/ctx.h"
#include "model/account.h"

enum { SIGNUP_LIFE = 24 * 3600 };

/*
 * A mark for a cookie: this browser knows the password (encoded) that was chosen for the address.
 * A mailed link is confirmed with one press there; elsewhere the password is asked for, so that
 * nobody confirms an account that somebody else made in their name.
 */
char		*signup_mark(struct ctx *, const char *mail, const char *encoded);
bool		 signup_is_marked(struct ctx *, const char *mark, const struct account *);
/* The address in it, "" when there is none. */
const char	*signup_mail(struct ctx *, const char *mark);

#endif
