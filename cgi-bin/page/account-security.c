/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* My security: password, second factor, where I am signed in. */

#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/qr.h"
#include "lib/stamp.h"
#include "lib/str.h"
#include "model/account.h"
#include "model/password.h"
#include "model/session.h"
#include "model/signin.h"
#include "model/totp.h"
#include "page.h"
#include "part/device.h"

enum { OLD, NEW, PROOF, PROOF_CODE, FIRST, SESSION };
enum { CODES_LIFE = 5 * 60 };	/* from their making to the one page that shows them */

static const struct field fields[] = {
	[OLD] = { "old", FIELD_SECRET, .act = "password", .required = true,
	    .label = "your present password" },
	[NEW] = { "new", FIELD_SECRET, .act = "password", .required = true, .min = PASSWORD_MIN,
	    .max = PASSWORD_MAX, .label = "a new password" },
	[PROOF] = { "proof", FIELD_SECRET },
	[PROOF_CODE] = { "proof-code", FIELD_SECRET, .max = 40 },
	[FIRST] = { "first", FIELD_SECRET, .act = "totp-confirm", .required = true, .max = 40,
	    .label = "the code from the app" },
	[SESSION] = { "session", FIELD_TOKEN, .act = "revoke", .required = true },
	{ .name = NULL },
};

static struct account account;	/* judged ahead of the transaction */
static const char *encoded;

/* ---- showing --------------------------------------------------------------------------- */

static enum outcome
show_setup(struct req *rq, struct view *v, const struct account *a)
{
	struct view *setup = view_add(v, "SET_UP");
	char *secret, *uri, *p;
	struct buf groups;
	enum outcome res;
	int size;

	if ((res = totp_secret(rq->cx, a, &secret, &uri)) != OK)
		return res;
	view_set(setup, "QR_PATH", qr_path(rq->cx->mem, uri, &size));
	view_int(setup, "QR_SIZE", size);
	buf_init(&groups, rq->cx->mem);
	for (p = secret; *p != '\0'; p++) {
		if (p != secret && (p - secret) % 4 == 0)
			buf_char(&groups, ' ');
		buf_char(&groups, *p);
	}
	view_set(setup, "SECRET", groups.p);
	return OK;
}

static enum outcome
show_second(struct req *rq, struct view *v, const struct account *a)
{
	struct view *on;
	int64_t left;
	enum outcome res;

	view_show_if(v, "ASK_PASSWORD", !page_is_proven(rq));
	if (a->totp == NULL) {
		view_show(v, "SECOND_OFF");
		return OK;
	}
	if (!totp_is_on(a))
		return show_setup(rq, v, a);
	if ((res = recovery_left(rq->cx, &left)) != OK)
		return res;
	on = view_add(v, "SECOND_ON");
	view_set(on, "SINCE", clock_date(rq->cx->mem, a->totp_since, rq->cx->zone));
	view_int(on, "CODES_LEFT", left);
	view_show_if(on, "FEW_LEFT", left < 3);
	return OK;
}

/* New recovery codes, once: they came sealed in a cookie that goes with this answer. */
static void
show_codes(struct req *rq, struct view *v)
{
	const char *sealed = stamp_read(rq->cx->mem, "codes",
	    page_get_cookie(rq, "__Host-codes"), rq->cx->now);
	char *codes, *one;
	struct view *shown;

	if (sealed == NULL)
		return;
	page_cookie(rq, "__Host-codes", "", 0);
	if (crypt_open(rq->cx->mem, "codes", rq->cx->me, sealed, &codes) != OK)
		return;
	shown = view_add(v, "NEW_CODES");
	while ((one = strsep(&codes, " ")) != NULL)
		view_set(view_add(shown, "NEW_CODE"), "CODE", one);
}

static enum outcome
show_sessions(struct req *rq, struct view *v)
{
	struct session_row *rows;
	struct view *s;
	bool here;
	size_t i, n;
	enum outcome res;

	if ((res = sessions_mine(rq->cx, &rows, &n)) != OK)
		return res;
	for (i = 0; i < n; i++) {
		here = str_eq(rows[i].hash, rq->cx->session);
		s = view_add(v, "SESSION_ROW");
		view_set(s, "DEVICE", part_device(rq->cx->mem, rows[i].agent));
		view_set(s, "NETWORK", rows[i].net);
		view_set(s, "SEEN", clock_short(rq->cx->mem, rows[i].seen, rq->cx->zone));
		view_set(s, "SEEN_ISO", clock_iso(rq->cx->mem, rows[i].seen));
		view_set(s, "SESSION_ID", rows[i].hash);
		view_show(s, here ? "HERE" : "ELSEWHERE");
	}
	view_show_if(v, "OTHERS", n > 1);
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct account a;
	enum outcome res;

	if ((res = account_mine(rq->cx, &a)) != OK || (res = show_second(rq, v, &a)) != OK)
		return res;
	view_set(v, "MY_ADDRESS", a.mail);
	show_codes(rq, v);
	return show_sessions(rq, v);
}

/* ---- password -------------------------------------------------------------------------- */

static enum outcome
judge_change(struct req *rq)
{
	const char *password = in_text(rq, NEW), *fault;
	enum proof proof;
	enum outcome res = account_mine(rq->cx, &account);

	if (res != OK)
		return res;
	res = signin_prove(rq->cx, &account, in_text(rq, OLD), NULL, &proof);
	if (res == INVALID)
		return in_fault(rq, OLD, "That is not your present password.");
	if (res != OK)
		return res;
	if (str_eq(password, in_text(rq, OLD)))
		return in_fault(rq, NEW, "That is the password you have.");
	if ((fault = password_fault(rq->cx, password, account.mail, account.name)) != NULL)
		return in_fault(rq, NEW, fault);
	return password_make(rq->cx, password, &encoded);
}

/* Who knew the old password is out everywhere; only this browser goes on, with a new token. */
static enum outcome
change_password(struct req *rq)
{
	const char *token;
	enum outcome res = account_set_password(rq->cx, rq->cx->me, encoded);

	if (res == OK)
		res = session_end_all(rq->cx, rq->cx->me);
	if (res == OK)
		res = signin_start(rq->cx, rq->cx->me, page_header(rq, "HTTP_USER_AGENT"), &token);
	if (res != OK)
		return res;
	page_session(rq, token, SESSION_LIFE);
	page_notice(rq, "Your password is changed. Your other devices are signed out.");
	return go(rq, "/account/security");
}

/* ---- second factor --------------------------------------------------------------------- */

static enum outcome
prove(struct req *rq, bool always)
{
	enum proof proof;
	enum outcome res = account_mine(rq->cx, &account);

	if (res != OK || (!always && page_is_proven(rq)))
		return res;
	res = signin_prove(rq->cx, &account, in_text(rq, PROOF), in_text(rq, PROOF_CODE), &proof);
	if (res != INVALID)
		return res;
	if (proof == PROOF_CODE_WRONG)
		return in_fault(rq, PROOF_CODE, "That code is not right, or was used already.");
	return in_fault(rq, PROOF, "That is not your password.");
}

static enum outcome
prove_lately(struct req *rq)
{
	return prove(rq, false);
}

static enum outcome
prove_now(struct req *rq)
{
	return prove(rq, true);
}

static enum outcome
start(struct req *rq)
{
	enum outcome res = totp_start(rq->cx);

	return res == OK ? go(rq, "/account/security#second") : res;
}

static enum outcome
judge_first(struct req *rq)
{
	enum outcome res = account_mine(rq->cx, &account);

	if (res == OK && (account.totp == NULL || totp_is_on(&account)))
		return CONFLICT;
	if (res == OK)
		res = signin_code(rq->cx, &account, in_text(rq, FIRST));
	if (res != INVALID)
		return res;
	return in_fault(rq, FIRST, "That is not the code the app shows now. Is the clock of the "
	    "phone right?");
}

static enum outcome
new_codes(struct req *rq, const char *notice)
{
	const char *codes;
	enum outcome res = recovery_renew(rq->cx, &codes);

	if (res != OK)
		return res;
	page_cookie(rq, "__Host-codes", stamp_make(rq->cx->mem, "codes", crypt_seal(rq->cx->mem,
	    "codes", rq->cx->me, codes), rq->cx->now + CODES_LIFE), CODES_LIFE);
	page_notice(rq, notice);
	return go(rq, "/account/security");
}

static enum outcome
confirm(struct req *rq)
{
	enum outcome res = totp_confirm(rq->cx, &account);

	return res == OK ? new_codes(rq, "The second step is on.") : res;
}

static enum outcome
renew_codes(struct req *rq)
{
	if (!totp_is_on(&account))
		return CONFLICT;
	return new_codes(rq, "You have new recovery codes. The old ones do not work any more.");
}

static enum outcome
give_up(struct req *rq)
{
	enum outcome res = account_mine(rq->cx, &account);

	if (res == OK && totp_is_on(&account))
		/* it was confirmed meanwhile: turning it off asks for proof */
		return CONFLICT;
	if (res == OK)
		res = totp_stop(rq->cx, &account);
	return res == OK ? go(rq, "/account/security") : res;
}

static enum outcome
turn_off(struct req *rq)
{
	enum outcome res = totp_stop(rq->cx, &account);

	if (res != OK)
		return res;
	page_notice(rq, "The second step is off. Your password alone opens your account.");
	return go(rq, "/account/security");
}

/* ---- sessions -------------------------------------------------------------------------- */

static enum outcome
revoke(struct req *rq)
{
	enum outcome res = session_end(rq->cx, in_text(rq, SESSION));

	if (res != OK)
		return res;
	page_notice(rq, "That device is signed out.");
	return go(rq, "/account/security");
}

static enum outcome
revoke_others(struct req *rq)
{
	enum outcome res = session_end_others(rq->cx);

	if (res != OK)
		return res;
	page_notice(rq, "All other devices are signed out.");
	return go(rq, "/account/security");
}

static const struct action actions[] = {
	{ "password", judge_change, change_password, NULL },
	{ "totp-start", prove_lately, start, NULL },
	{ "totp-confirm", judge_first, confirm, NULL },
	{ "totp-cancel", NULL, give_up, NULL },
	{ "totp-off", prove_now, turn_off, NULL },
	{ "codes", prove_now, renew_codes, NULL },
	{ "revoke", NULL, revoke, NULL },
	{ "revoke-others", NULL, revoke_others, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "account-security",
	.title = "Security",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.get = show,
	.actions = actions,
};
