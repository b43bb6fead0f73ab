/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Signing in. */

#include "model/signin.h"

#include "lib/log.h"
#include "lib/str.h"
#include "model/password.h"
#include "model/session.h"
#include "model/totp.h"

enum { QUARTER = 900, HOUR_LONG = 3600, NETWORK_TIMES = 12 };

const struct limit LIMIT_SIGNUP = { "signup", 5, HOUR_LONG };
const struct limit LIMIT_RECOVER = { "recover", 5, HOUR_LONG };

/* One person mistyping; one network guessing; all the world guessing one address. */
static const struct limit ONE = { "login", 10, QUARTER };
static const struct limit NETWORK = { "login-net", 100, QUARTER };
static const struct limit ADDRESS = { "login-all", 100, HOUR_LONG };
static const struct limit CODES = { "totp", 10, QUARTER };

static const char *
mail_key(struct ctx *cx, const char *mail)
{
	return arena_fmt(cx->mem, "mail:%s", str_lower(cx->mem, mail));
}

static const char *
network_key(struct ctx *cx)
{
	return arena_fmt(cx->mem, "net:%s", cx->net);
}

static const char *
both_key(struct ctx *cx, const char *mail)
{
	return arena_fmt(cx->mem, "%s %s", mail_key(cx, mail), network_key(cx));
}

enum outcome
signin_may_write(struct ctx *cx, const struct limit *l, const char *mail)
{
	const struct limit wide = { l->kind, l->max * NETWORK_TIMES, l->window };
	enum outcome res = attempt_count(cx, &wide, network_key(cx));

	return res == OK ? attempt_count(cx, l, mail_key(cx, mail)) : res;
}

/* Counted before it is judged, so that guesses sent at the same moment count too. */
static enum outcome
count(struct ctx *cx, const char *mail)
{
	enum outcome res = attempt_count(cx, &NETWORK, network_key(cx));

	if (res == OK)
		res = attempt_count(cx, &ADDRESS, mail_key(cx, mail));
	return res == OK ? attempt_count(cx, &ONE, both_key(cx, mail)) : res;
}

static enum outcome
uncount(struct ctx *cx, const char *mail)
{
	enum outcome res = attempt_forget(cx, &NETWORK, network_key(cx));

	if (res == OK)
		res = attempt_forget(cx, &ADDRESS, mail_key(cx, mail));
	return res == OK ? attempt_forget(cx, &ONE, both_key(cx, mail)) : res;
}

static enum outcome
judge(struct ctx *cx, const char *mail, const char *encoded, const char *typed)
{
	enum outcome res;
	bool right;

	if ((res = count(cx, mail)) == OK)
		res = password_judge(cx, encoded, typed, &right);
	if (res != OK)
		return res;
	return right ? uncount(cx, mail) : INVALID;
}

enum outcome
signin_password(struct ctx *cx, const char *mail, const char *password, struct account *a)
{
	enum outcome res = account_for_signin(cx, mail, a);

	if (res != OK && res != NOT_FOUND)
		return res;
	res = judge(cx, mail, a->password, password);
	log_event(cx, "signin", "step=password right=%d account=%lld", res == OK,
	    (long long)a->id);
	return res;
}

enum outcome
signin_code(struct ctx *cx, const struct account *a, const char *typed)
{
	const char *who = arena_fmt(cx->mem, "account:%lld", (long long)a->id);
	enum outcome res = attempt_count(cx, &CODES, who);
	bool right;

	if (res == OK)
		res = totp_judge(cx, a, typed, &right);
	if (res != OK)
		return res;
	log_event(cx, "signin", "step=code right=%d account=%lld", right, (long long)a->id);
	return right ? attempt_forget(cx, &CODES, who) : INVALID;
}

enum outcome
signin_prove(struct ctx *cx, const struct account *a, const char *password, const char *code,
    enum proof *proof)
{
	enum outcome res = judge(cx, a->mail, a->password, password);

	*proof = res == INVALID ? PROOF_PASSWORD_WRONG : PROOF_GIVEN;
	if (res == OK && code != NULL && totp_is_on(a)) {
		res = signin_code(cx, a, code);
		*proof = res == INVALID ? PROOF_CODE_WRONG : PROOF_GIVEN;
	}
	return res == OK ? session_prove(cx) : res;
}

enum outcome
signin_start(struct ctx *cx, int64_t account, const char *agent, const char **token)
{
	enum outcome res = cx->session != NULL ? session_end(cx, cx->session) : OK;

	return res == OK ? session_start(cx, account, agent, token) : res;
}
