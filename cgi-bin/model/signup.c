/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the browser that signed up remembers. */

#include "model/signup.h"

#include <string.h>

#include "lib/crypt.h"
#include "lib/stamp.h"

/* The encoded password carries its own salt: its hash tells nothing and fits no other try. */
static char *
text_of(struct ctx *cx, const char *mail, const char *encoded)
{
	return arena_fmt(cx->mem, "%s %s", mail, crypt_sha256(cx->mem, encoded, strlen(encoded)));
}

char *
signup_mark(struct ctx *cx, const char *mail, const char *encoded)
{
	return stamp_make(cx->mem, "signup", text_of(cx, mail, encoded), cx->now + SIGNUP_LIFE);
}

bool
signup_is_marked(struct ctx *cx, const char *mark, const struct account *a)
{
	const char *text = stamp_read(cx->mem, "signup", mark, cx->now);

	return a->password != NULL && crypt_same(text, text_of(cx, a->mail, a->password));
}

const char *
signup_mail(struct ctx *cx, const char *mark)
{
	const char *text = stamp_read(cx->mem, "signup", mark, cx->now);

	return text != NULL ? arena_strn(cx->mem, text, strcspn(text, " ")) : "";
}
