/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person: one account for all tenants. */

#include "model/account.h"

#include <string.h>

#include "lib/crypt.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/mail_token.h"
#include "model/notice.h"

#define COLUMNS \
	"select id, mail, name, zone, language, password, totp_sealed, verified_at, totp_at," \
	"       totp_step, notices, feed_epoch from account "

static const struct sql FOR_SIGNIN = SQL_SHARED(COLUMNS "where mail = ? and closed_at is null");
static const struct sql PROVEN = SQL_SHARED(COLUMNS "where id = ? and closed_at is null");
static const struct sql MINE = SQL_SHARED(COLUMNS "where id = :me");

static const struct sql INSERT = SQL_SHARED(
    "insert into account (mail, name, password, zone, notices, created_at)"
    " values (?, ?, ?, ?, 3, :now)");	/* both reminders; news only if asked for */
static const struct sql REPLACE = SQL_SHARED(
    "update account set name = ?, password = ?, zone = ?, created_at = :now"
    " where id = ? and verified_at is null");
static const struct sql VERIFY = SQL_SHARED(
    "update account set verified_at = coalesce(verified_at, :now) where id = ?");
static const struct sql SET_PASSWORD = SQL_SHARED("update account set password = ? where id = ?");
static const struct sql SAVE = SQL_SHARED(
    "update account set name = ?, zone = ?, language = ?, notices = ? where id = :me");
static const struct sql TAKE_ADDRESS = SQL_SHARED("update account set mail = ? where id = :me");
static const struct sql RESET_FEED = SQL_SHARED(
    "update account set feed_epoch = feed_epoch + 1 where id = :me");

/*
 * Costs what a mail costs, and goes nowhere: who asks about a stranger cannot tell by the time it
 * takes.
 */
static const struct sql DECOY = SQL_TENANT(
    "insert ignore into outbox (tenant_id, once, kind, template, state, due_at, created_at,"
    "       done_at)"
    " values (:tenant, ?, 'mail', ?, 'dropped', :now, :now, :now)");

static void
load(struct row *r, void *to)
{
	struct account *a = to;

	a->id = row_int(r);
	a->mail = row_str(r);
	a->name = row_str(r);
	a->zone = row_str(r);
	a->language = row_str(r);
	a->password = row_str_or_null(r);
	a->totp = row_str_or_null(r);
	a->verified = row_time(r);
	a->totp_since = row_time(r);
	a->totp_step = row_int(r);
	a->notices = (unsigned)row_int(r);
	a->feed_epoch = row_int(r);
}

enum outcome
account_for_signin(struct ctx *cx, const char *mail, struct account *a)
{
	memset(a, 0, sizeof(*a));
	return sql_one(cx, &FOR_SIGNIN, ARGS(S(mail)), load, a);
}

enum outcome
account_proven(struct ctx *cx, int64_t id, struct account *a)
{
	return sql_one(cx, &PROVEN, ARGS(I(id)), load, a);
}

enum outcome
account_mine(struct ctx *cx, struct account *a)
{
	return sql_one(cx, &MINE, NO_ARGS, load, a);
}

/* ---- mail about the account ------------------------------------------------------------ */

/* Each request may write again, a repeated transaction may not: its request's id is the key. */
static enum outcome
write_to(struct ctx *cx, const char *tmpl, int64_t account, const char *data)
{
	const char *once = arena_fmt(cx->mem, "%s:%lld:%s", tmpl, (long long)account, cx->request);

	return notice_queue(cx, tmpl, account, 0, once, data);
}

static enum outcome
write_nobody(struct ctx *cx, const char *tmpl)
{
	const char *once = arena_fmt(cx->mem, "%s:0:%s", tmpl, cx->request);

	return sql_run(cx, &DECOY, ARGS(S(once), S(tmpl)), NULL);
}

enum outcome
account_write_again(struct ctx *cx, const char *mail)
{
	struct account a;
	enum outcome res = account_for_signin(cx, mail, &a);

	if (res == NOT_FOUND)
		return write_nobody(cx, "verify");
	if (res != OK)
		return res;
	return write_to(cx, a.verified != 0 ? "known" : "verify", a.id, "");
}

enum outcome
account_recover(struct ctx *cx, const char *mail)
{
	struct account a;
	enum outcome res = account_for_signin(cx, mail, &a);

	if (res == NOT_FOUND)
		return write_nobody(cx, "recover");
	return res == OK ? write_to(cx, "recover", a.id, "") : res;
}

/* ---- signing up ------------------------------------------------------------------------ */

static enum outcome
insert(struct ctx *cx, const struct signup_form *s)
{
	enum outcome res;

	res = sql_run(cx, &INSERT, ARGS(S(s->mail), S(s->name), S(s->password), S(s->zone)), NULL);
	/* Closed, or signed up this very moment: nothing more to say to this address. */
	if (res == CONFLICT)
		return write_nobody(cx, "verify");
	return res == OK ? write_to(cx, "verify", sql_new_id(cx), "") : res;
}

/*
 * Nobody has proven the address yet, so the last one to sign up with it counts: somebody else's
 * earlier password must not be what its owner confirms.
 */
static enum outcome
replace(struct ctx *cx, const struct signup_form *s, int64_t id)
{
	enum outcome res;

	res = sql_change(cx, &REPLACE, ARGS(S(s->name), S(s->password), S(s->zone), I(id)));
	if (res == OK)
		res = mail_token_drop(cx, id, "verify");
	return res == OK ? write_to(cx, "verify", id, "") : res;
}

enum outcome
account_sign_up(struct ctx *cx, const struct signup_form *s)
{
	struct account a;
	enum outcome res = account_for_signin(cx, s->mail, &a);

	if (res == NOT_FOUND)
		return insert(cx, s);
	if (res != OK)
		return res;
	return a.verified != 0 ? write_to(cx, "known", a.id, "") : replace(cx, s, a.id);
}

enum outcome
account_verify(struct ctx *cx, int64_t id)
{
	return sql_change(cx, &VERIFY, ARGS(I(id)));
}

/* ---- changes --------------------------------------------------------------------------- */

enum outcome
account_set_password(struct ctx *cx, int64_t id, const char *encoded)
{
	enum outcome res = sql_change(cx, &SET_PASSWORD, ARGS(S(encoded), I(id)));

	return res == OK ? write_to(cx, "password-changed", id, "") : res;
}

enum outcome
account_save(struct ctx *cx, const struct account *a)
{
	return sql_change(cx, &SAVE, ARGS(S(a->name), S(a->zone), S(a->language), I(a->notices)));
}

/* An address that passed FIELD_MAIL holds nothing that JSON would mind. */
enum outcome
account_ask_address(struct ctx *cx, const char *mail)
{
	struct account other;
	enum outcome res = account_for_signin(cx, mail, &other);

	if (res == OK)
		res = write_to(cx, "known", other.id, "");
	else if (res == NOT_FOUND)
		res = write_to(cx, "address", cx->me,
		    arena_fmt(cx->mem, "{\"mail\":\"%s\"}", mail));
	if (res != OK)
		return res;
	return write_to(cx, "address-old", cx->me, arena_fmt(cx->mem,
	    "{\"mail\":\"%s\",\"new\":\"%s\"}", cx->my_mail, mail));
}

enum outcome
account_take_address(struct ctx *cx, const char *mail)
{
	return sql_change(cx, &TAKE_ADDRESS, ARGS(S(mail)));
}

enum outcome
account_mail_token(struct ctx *cx, int64_t account, const char *kind, const char *mail,
    const char **plain)
{
	return mail_token_make(cx, account, kind, mail, plain);
}

/* ---- the calendar feed ----------------------------------------------------------------- */

char *
account_feed_token(struct ctx *cx, const struct account *a)
{
	const char *what = arena_fmt(cx->mem, "%lld:%lld", (long long)a->id,
	    (long long)a->feed_epoch);

	return arena_fmt(cx->mem, "%lld-%s", (long long)a->id, crypt_sign(cx->mem, "feed", what));
}

enum outcome
account_of_feed(struct ctx *cx, const char *token, struct account *a)
{
	const char *digits = arena_strn(cx->mem, token, strcspn(token, "-"));
	enum outcome res;
	int64_t id;

	if (!str_to_int(digits, 1, INT64_MAX, &id))
		return NOT_FOUND;
	if ((res = account_proven(cx, id, a)) != OK)
		return res;
	return crypt_same(account_feed_token(cx, a), token) ? OK : NOT_FOUND;
}

enum outcome
account_reset_feed(struct ctx *cx)
{
	return sql_change(cx, &RESET_FEED, NO_ARGS);
}
