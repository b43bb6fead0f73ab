/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Links in mails that open something once. */

#include "model/mail_token.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/sql.h"
#include "lib/str.h"

static const struct sql MAKE = SQL_SHARED(
    "insert into mail_token (hash, account_id, kind, mail, expires_at) values (?, ?, ?, ?, ?)");
static const struct sql FIND = SQL_SHARED(
    "select hash, kind, mail, account_id, expires_at, used_at from mail_token where hash = ?");
static const struct sql USE = SQL_SHARED(
    "update mail_token set used_at = :now"
    " where hash = ? and used_at is null and expires_at > :now");
static const struct sql USE_OTHERS = SQL_SHARED(
    "update mail_token set used_at = :now where account_id = ? and kind = ? and used_at is null");
static const struct sql DROP = SQL_SHARED(
    "delete from mail_token where account_id = ? and kind = ?");
static const struct sql SWEEP = SQL_SHARED(
    "delete from mail_token where expires_at < ? limit 1000");

static int64_t
life(const char *kind)
{
	if (str_eq(kind, "recover"))
		return MAIL_TOKEN_RECOVER;
	return str_eq(kind, "address") ? MAIL_TOKEN_ADDRESS : MAIL_TOKEN_VERIFY;
}

enum outcome
mail_token_make(struct ctx *cx, int64_t account, const char *kind, const char *mail,
    const char **plain)
{
	const char *fresh = crypt_token(cx->mem);

	*plain = fresh;
	return sql_run(cx, &MAKE, ARGS(S(crypt_sha256(cx->mem, fresh, CRYPT_TOKEN)), I(account),
	    S(kind), S(mail), T(cx->now + life(kind))), NULL);
}

static void
load(struct row *r, void *to)
{
	struct mail_token *t = to;

	t->hash = row_str(r);
	t->kind = row_str(r);
	t->mail = row_str(r);
	t->account = row_int(r);
	t->expires = row_time(r);
	t->used = row_time(r);
}

enum outcome
mail_token_find(struct ctx *cx, const char *plain, struct mail_token *t)
{
	const char *hash = crypt_sha256(cx->mem, plain, strlen(plain));

	return sql_one(cx, &FIND, ARGS(S(hash)), load, t);
}

bool
mail_token_is_live(const struct mail_token *t, int64_t now)
{
	return t->used == 0 && t->expires > now;
}

enum outcome
mail_token_use(struct ctx *cx, const struct mail_token *t)
{
	enum outcome res = sql_change(cx, &USE, ARGS(S(t->hash)));

	if (res != OK)
		return res;
	return sql_run(cx, &USE_OTHERS, ARGS(I(t->account), S(t->kind)), NULL);
}

enum outcome
mail_token_drop(struct ctx *cx, int64_t account, const char *kind)
{
	return sql_run(cx, &DROP, ARGS(I(account), S(kind)), NULL);
}

enum outcome
mail_token_sweep(struct ctx *cx)
{
	int64_t n = 0;
	enum outcome res = sql_run(cx, &SWEEP, ARGS(T(cx->now - 7 * DAY)), &n);

	return res == OK && n == 0 ? NOT_FOUND : res;
}
