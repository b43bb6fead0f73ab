/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The second factor and its recovery codes. */

#include "model/totp.h"

#include <string.h>

#include "lib/crypt.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/notice.h"

enum { APP_CODE = 6, CODE_GROUP = 4, CODE_LENGTH = 12 };	/* 60 bits */

static const struct sql START = SQL_SHARED(
    "update account set totp_sealed = ?, totp_step = 0 where id = :me and totp_at is null");
static const struct sql CONFIRM = SQL_SHARED(
    "update account set totp_at = :now where id = :me and totp_at is null and totp_sealed = ?");
static const struct sql STOP = SQL_SHARED(
    "update account set totp_sealed = null, totp_at = null, totp_step = 0 where id = :me");
static const struct sql STEP = SQL_SHARED(
    "update account set totp_step = ? where id = ? and totp_step < ?");
static const struct sql CODE_ADD = SQL_SHARED(
    "insert into recovery_code (account_id, hash) values (:me, ?)");
static const struct sql CODES_DROP = SQL_SHARED("delete from recovery_code where account_id = :me");
static const struct sql CODE_USE = SQL_SHARED(
    "update recovery_code set used_at = :now"
    " where account_id = ? and hash = ? and used_at is null");
static const struct sql CODES_LEFT = SQL_SHARED(
    "select count(*) from recovery_code where account_id = :me and used_at is null");

bool
totp_is_on(const struct account *a)
{
	return a->totp != NULL && a->totp_since != 0;
}

enum outcome
totp_start(struct ctx *cx)
{
	const char *sealed = crypt_seal(cx->mem, "totp", cx->me, crypt_totp_secret(cx->mem));

	return sql_change(cx, &START, ARGS(S(sealed)));
}

enum outcome
totp_secret(struct ctx *cx, const struct account *a, char **secret, char **uri)
{
	enum outcome res = crypt_open(cx->mem, "totp", a->id, a->totp, secret);
	const char *site = str_url(cx->mem, cx->site.name);

	if (res == OK)
		*uri = arena_fmt(cx->mem, "otpauth://totp/%s:%s?secret=%s&issuer=%s", site,
		    str_url(cx->mem, a->mail), *secret, site);
	return res;
}

/* People type codes in groups. */
static char *
squeeze(struct arena *mem, const char *typed)
{
	char *out = arena_get(mem, strlen(typed) + 1), *p = out;

	for (; *typed != '\0'; typed++)
		if (*typed != ' ' && *typed != '-')
			*p++ = *typed;
	return out;
}

/* Crockford's base 32 as people read it: O is 0, I and L are 1. */
static char *
canonical(struct arena *mem, const char *typed)
{
	char *code = squeeze(mem, typed), *p;

	for (p = code; *p != '\0'; p++) {
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - ('a' - 'A'));
		if (*p == 'O')
			*p = '0';
		else if (*p == 'I' || *p == 'L')
			*p = '1';
	}
	return code;
}

static char *
hash_of(struct ctx *cx, int64_t account, const char *code)
{
	const char *s = arena_fmt(cx->mem, "%lld:%s", (long long)account, code);

	return crypt_sha256(cx->mem, s, strlen(s));
}

static enum outcome
use_recovery(struct ctx *cx, int64_t account, const char *typed)
{
	const char *hash = hash_of(cx, account, canonical(cx->mem, typed));

	return sql_change(cx, &CODE_USE, ARGS(I(account), S(hash)));
}

static enum outcome
use_code(struct ctx *cx, const struct account *a, const char *code)
{
	char *secret;
	enum outcome res = crypt_open(cx->mem, "totp", a->id, a->totp, &secret);
	int64_t step;

	if (res != OK)
		return res;
	step = crypt_totp_step(secret, code, cx->now);
	return step == 0 ? CONFLICT : sql_change(cx, &STEP, ARGS(I(step), I(a->id), I(step)));
}

enum outcome
totp_judge(struct ctx *cx, const struct account *a, const char *typed, bool *right)
{
	const char *code = squeeze(cx->mem, typed);
	bool is_app = strlen(code) == APP_CODE && strspn(code, "0123456789") == APP_CODE;
	enum outcome res = CONFLICT;

	if (a->totp != NULL)
		res = is_app ? use_code(cx, a, code) : use_recovery(cx, a->id, code);
	*right = res == OK;
	return res == CONFLICT ? OK : res;
}

static enum outcome
tell(struct ctx *cx, bool on)
{
	const char *once = arena_fmt(cx->mem, "totp-changed:%lld:%s", (long long)cx->me,
	    cx->request);

	return notice_queue(cx, "totp-changed", cx->me, 0, once, on ? "{\"on\":true}" :
	    "{\"on\":false}");
}

enum outcome
totp_confirm(struct ctx *cx, const struct account *a)
{
	enum outcome res = sql_change(cx, &CONFIRM, ARGS(S(a->totp)));

	return res == OK ? tell(cx, true) : res;
}

enum outcome
totp_stop(struct ctx *cx, const struct account *a)
{
	enum outcome res = sql_change(cx, &STOP, NO_ARGS);

	if (res == OK)
		res = sql_run(cx, &CODES_DROP, NO_ARGS, NULL);
	return res == OK && totp_is_on(a) ? tell(cx, false) : res;
}

enum outcome
recovery_renew(struct ctx *cx, const char **codes)
{
	enum outcome res = sql_run(cx, &CODES_DROP, NO_ARGS, NULL);
	struct buf b;
	int i;

	buf_init(&b, cx->mem);
	for (i = 0; res == OK && i < RECOVERY_CODES; i++) {
		const char *c = crypt_code(cx->mem, CODE_LENGTH);

		buf_fmt(&b, "%s%.4s-%.4s-%.4s", i > 0 ? " " : "", c, c + CODE_GROUP,
		    c + 2 * CODE_GROUP);
		res = sql_run(cx, &CODE_ADD, ARGS(S(hash_of(cx, cx->me, c))), NULL);
	}
	*codes = b.p;
	return res;
}

static void
load_count(struct row *r, void *to)
{
	int64_t *n = to;

	*n = row_int(r);
}

enum outcome
recovery_left(struct ctx *cx, int64_t *n)
{
	return sql_one(cx, &CODES_LEFT, NO_ARGS, load_count, n);
}
