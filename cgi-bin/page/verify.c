/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * A mailed link: an address is proven by a press, never by opening the page (scanners open links).
 */

#include "lib/path.h"
#include "lib/stamp.h"
#include "lib/str.h"
#include "model/account.h"
#include "model/mail_token.h"
#include "model/session.h"
#include "model/signin.h"
#include "model/signup.h"
#include "model/totp.h"
#include "page.h"

enum { TOKEN, PASSWORD };

static const struct field fields[] = {
	[TOKEN] = { "token-in-mail", FIELD_TOKEN, .path = true, .required = true },
	[PASSWORD] = { "password", FIELD_SECRET },
	{ .name = NULL },
};

/* What the link stands for; found again in each half of a request. */
struct proof_link {
	struct mail_token	 token;
	struct account		 account;
	/* a new address for an account, not a new account */
	bool			 is_address;
};

static enum outcome
find(struct req *rq, struct proof_link *l)
{
	enum outcome res = mail_token_find(rq->cx, in_text(rq, TOKEN), &l->token);

	if (res != OK)
		return res;
	if (str_eq(l->token.kind, "recover"))
		return NOT_FOUND;
	l->is_address = str_eq(l->token.kind, "address");
	return account_proven(rq->cx, l->token.account, &l->account);
}

/* Only whoever signed up may confirm with a press alone. */
static bool
knows_password(struct req *rq, const struct account *a)
{
	return signup_is_marked(rq->cx, page_get_cookie(rq, "__Host-signup"), a);
}

static enum outcome
show_dead(struct req *rq, struct view *v, const struct proof_link *l, int status)
{
	struct view *dead = view_add(v, "DEAD");

	page_status(rq, status);
	page_title(rq, "This link does not work any more");
	view_show_if(dead, "USED", l->token.used != 0);
	view_show_if(dead, "ASK_AGAIN", l->token.used == 0 && !l->is_address);
	view_show_if(dead, "ASK_IN_SETTINGS", l->token.used == 0 && l->is_address);
	return OK;
}

static enum outcome
show_address(struct req *rq, struct view *v, const struct proof_link *l)
{
	if (rq->cx->me == 0)
		return go(rq, "/login?back=/verify/%s", in_text(rq, TOKEN));
	if (rq->cx->me != l->account.id)
		return NOT_FOUND;
	page_title(rq, "Confirm your new address");
	view_set(view_add(v, "NEW_ADDRESS"), "ADDRESS", l->token.mail);
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct proof_link l = { .is_address = false };
	enum outcome res = find(rq, &l);
	struct view *fresh;

	view_set(v, "LINK", in_text(rq, TOKEN));
	if (res == NOT_FOUND)
		return show_dead(rq, v, &l, 404);
	if (res != OK)
		return res;
	if (!mail_token_is_live(&l.token, rq->cx->now))
		return show_dead(rq, v, &l, 410);
	if (l.is_address)
		return show_address(rq, v, &l);
	fresh = view_add(v, "NEW_ACCOUNT");
	view_set(fresh, "ADDRESS", l.account.mail);
	view_set(fresh, "NAME", l.account.name);
	view_show_if(fresh, "ASK_PASSWORD", !knows_password(rq, &l.account));
	return OK;
}

static enum outcome
judge(struct req *rq)
{
	struct proof_link l;
	enum outcome res;

	if ((res = find(rq, &l)) != OK)
		return res;
	if (!mail_token_is_live(&l.token, rq->cx->now))
		return in_fault(rq, -1, "This link was used already or is too old.");
	if (l.is_address)
		return rq->cx->me == l.account.id ? OK : NOT_FOUND;
	if (knows_password(rq, &l.account))
		return OK;
	if (!in_has(rq, PASSWORD))
		return in_fault(rq, PASSWORD, "Please enter the password you chose.");
	res = signin_password(rq->cx, l.account.mail, in_text(rq, PASSWORD), &l.account);
	if (res != INVALID)
		return res;
	return in_fault(rq, PASSWORD, "That is not the password chosen for this account.");
}

static enum outcome
take_address(struct req *rq, const struct proof_link *l)
{
	enum outcome res = account_take_address(rq->cx, l->token.mail);

	if (res == CONFLICT)
		return in_fault(rq, -1, "Another account has this address by now.");
	if (res != OK)
		return res;
	page_notice(rq, "Your new address is in use.");
	return go(rq, "/account/settings");
}

static enum outcome
welcome(struct req *rq, const struct account *a)
{
	const char *back = stamp_read(rq->cx->mem, "back", page_get_cookie(rq, "__Host-back"),
	    rq->cx->now), *token;
	enum outcome res = account_verify(rq->cx, a->id);

	/* A link is no second step. */
	if (res == OK && totp_is_on(a))
		return go(rq, "/login");
	if (res == OK)
		res = signin_start(rq->cx, a->id, page_header(rq, "HTTP_USER_AGENT"), &token);
	if (res != OK)
		return res;
	page_session(rq, token, SESSION_LIFE);
	page_cookie(rq, "__Host-signup", "", 0);
	page_cookie(rq, "__Host-back", "", 0);
	page_notice(rq, "Your address is confirmed and you are signed in.");
	return go(rq, "%s", back != NULL && path_is_own(back) ? back : "/coaches");
}

static enum outcome
confirm(struct req *rq)
{
	struct proof_link l;
	enum outcome res;

	if ((res = find(rq, &l)) != OK || (res = mail_token_use(rq->cx, &l.token)) != OK)
		return res;
	return l.is_address ? take_address(rq, &l) : welcome(rq, &l.account);
}

const struct page page = {
	.name = "verify",
	.title = "Confirm your address",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
	.before = judge,
	.post = confirm,
};
