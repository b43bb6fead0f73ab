/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What an admin does to coaches: their status, and their profile's beginning. */

#include <ctype.h>
#include <jansson.h>
#include <string.h>

#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/audit.h"
#include "model/listing.h"
#include "model/notice.h"
#include "model/roster.h"

enum {
	MAIL_DATA = 4000,	/* bytes: as many characters as the column has, and more */
	SLUG = 60,
	SLUG_TRIES = 50
};

static const struct change {
	const char	*action, *from, *to;
	bool		 needs_all;
} changes[] = {
	{ "approve", "Pending", "Approved", true },
	{ "reject", "Pending", "Rejected", false },
	{ "suspend", "Approved", "Suspended", false },
	{ "reactivate", "Suspended", "Approved", true },
};

/* Nobody books while it changes, and whoever comes next sees the new status. */
static const struct sql TAKE_CALENDAR = SQL_TENANT(
    "insert into calendar (tenant_id, coach_id) values (:tenant, ?)"
    " on duplicate key update version = version + 1");

static const struct sql CHANGE = SQL_TENANT(
    "update coach set status = ?, status_reason = ?, status_at = :now"
    " where tenant_id = :tenant and id = ? and status = ?");

static const struct sql MEMBER = SQL_TENANT(
    "select a.name, a.zone, m.roles from membership m join account a on a.id = m.account_id"
    " where m.tenant_id = :tenant and m.account_id = ? and a.closed_at is null for update");

static const struct sql IS_COACH = SQL_TENANT(
    "select id from coach where tenant_id = :tenant and account_id = ?");

static const struct sql CREATE = SQL_TENANT(
    "insert into coach (tenant_id, account_id, slug, status_at, name, zone, created_at)"
    " values (:tenant, ?, ?, :now, ?, ?, :now)");

static const struct sql GIVE_ROLE = SQL_TENANT(
    "update membership set roles = roles | ? where tenant_id = :tenant and account_id = ?");

static const struct change *
change_of(const char *action)
{
	size_t i;

	for (i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
		if (str_eq(changes[i].action, action))
			return &changes[i];
	return NULL;
}

bool
roster_may(const char *action, const char *status)
{
	const struct change *c = change_of(action);

	return c != NULL && str_eq(c->from, status);
}

/* One mail per change, which says what was changed even when the next change is quicker. */
static enum outcome
write_to(struct ctx *cx, const struct roster_coach *c, const char *action, const char *reason)
{
	const char *once = arena_fmt(cx->mem, "coach-status:%lld:%lld", (long long)c->id,
	    (long long)sql_new_id(cx));
	json_t *data = json_pack("{s:s, s:s}", "action", action, "reason", reason);
	char *text = arena_get(cx->mem, MAIL_DATA + 1);
	size_t len = json_dumpb(data, text, MAIL_DATA, JSON_COMPACT);

	json_decref(data);
	if (len == 0 || len > MAIL_DATA) {
		log_fault(cx, "roster", "a reason does not fit");
		return BROKEN;
	}
	text[len] = '\0';
	return notice_queue(cx, "coach-status", c->account, 0, once, text);
}

enum outcome
roster_change(struct ctx *cx, int64_t coach, const char *action, const char *reason)
{
	const struct change *ch = change_of(action);
	const char *object = arena_fmt(cx->mem, "coach:%lld", (long long)coach);
	struct roster_coach c;
	struct roster_lack lack;
	enum outcome res;

	/* First who it is: another tenant's coach has no calendar here. */
	if ((res = roster_coach(cx, coach, &c)) != OK ||
	    (res = sql_run(cx, &TAKE_CALENDAR, ARGS(I(coach)), NULL)) != OK ||
	    (res = roster_coach(cx, coach, &c)) != OK ||
	    (res = roster_lack(cx, coach, &lack)) != OK)
		return res;
	if (ch == NULL || (ch->needs_all && (lack.service || lack.hours)))
		return CONFLICT;
	if ((res = sql_change(cx, &CHANGE, ARGS(S(ch->to), S(reason), I(coach),
	    S(ch->from)))) != OK)
		return res;
	res = audit_change(cx, arena_fmt(cx->mem, "coach.%s", action), object,
	    (const struct audit_value[]){ { "status", c.status, ch->to },
	    { "reason", c.reason, reason } }, 2);
	if (res != OK || (res = write_to(cx, &c, action, reason)) != OK)
		return res;
	return listing_refresh(cx, coach);
}

/* ---- a profile's beginning --------------------------------------------------------------- */

/* Letters that people's names have, as they are written in an address. */
static const char *const folded[][2] = {
	{ "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "Ä", "ae" }, { "Ö", "oe" }, { "Ü", "ue" },
	{ "ß", "ss" }, { "æ", "ae" }, { "Æ", "ae" }, { "ø", "o" }, { "Ø", "o" }, { "å", "a" },
	{ "Å", "a" }, { "á", "a" }, { "à", "a" }, { "â", "a" }, { "ã", "a" }, { "Á", "a" },
	{ "é", "e" }, { "è", "e" }, { "ê", "e" }, { "ë", "e" }, { "É", "e" }, { "ě", "e" },
	{ "í", "i" }, { "ì", "i" }, { "î", "i" }, { "ï", "i" }, { "Í", "i" }, { "ó", "o" },
	{ "ò", "o" }, { "ô", "o" }, { "õ", "o" }, { "Ó", "o" }, { "ő", "oe" }, { "ú", "u" },
	{ "ù", "u" }, { "û", "u" }, { "ű", "ue" }, { "ç", "c" }, { "Ç", "c" }, { "č", "c" },
	{ "Č", "c" }, { "ć", "c" }, { "ñ", "n" }, { "ń", "n" }, { "ł", "l" }, { "Ł", "l" },
	{ "ř", "r" }, { "š", "s" }, { "Š", "s" }, { "ś", "s" }, { "ş", "s" }, { "ğ", "g" },
	{ "ı", "i" }, { "ý", "y" }, { "ž", "z" }, { "Ž", "z" }, { "ź", "z" }, { "ż", "z" },
};

static char *
slug_of(struct ctx *cx, const char *name)
{
	struct buf b;
	size_t i;

	buf_init(&b, cx->mem);
	while (*name != '\0' && b.len < SLUG) {
		for (i = 0; i < sizeof(folded) / sizeof(folded[0]); i++)
			if (str_starts(name, folded[i][0]))
				break;
		if (i < sizeof(folded) / sizeof(folded[0])) {
			buf_str(&b, folded[i][1]);
			name += strlen(folded[i][0]);
			continue;
		}
		if (isascii((unsigned char)*name) && isalnum((unsigned char)*name))
			buf_char(&b, (char)tolower((unsigned char)*name));
		else if (b.len > 0 && b.p[b.len - 1] != '-')
			buf_char(&b, '-');
		name++;
	}
	while (b.len > 0 && b.p[b.len - 1] == '-')
		b.p[--b.len] = '\0';
	return b.len > 0 ? b.p : arena_str(cx->mem, "coach");
}

struct member {
	const char	*name, *zone;
	int64_t		 roles;
};

static void
load_member(struct row *r, void *to)
{
	struct member *m = to;

	m->name = row_str(r);
	m->zone = row_str(r);
	m->roles = row_int(r);
}

static void
load_number(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

/* Namesakes get a number behind their address. */
static enum outcome
insert(struct ctx *cx, int64_t account, const struct member *m, int64_t *coach)
{
	const char *slug = slug_of(cx, m->name), *try = slug;
	enum outcome res = CONFLICT;
	int i;

	for (i = 2; res == CONFLICT && i < SLUG_TRIES; i++) {
		res = sql_run(cx, &CREATE, ARGS(I(account), S(try), S(m->name), S(m->zone)), NULL);
		try = arena_fmt(cx->mem, "%s-%d", slug, i);
	}
	if (res == OK)
		*coach = sql_new_id(cx);
	return res;
}

enum outcome
roster_create(struct ctx *cx, int64_t account, int64_t *coach)
{
	struct member m;
	enum outcome res;

	/* Their row is locked from here on, so that a second admin waits and then finds a coach. */
	if ((res = sql_one(cx, &MEMBER, ARGS(I(account)), load_member, &m)) != OK)
		return res;
	res = sql_one(cx, &IS_COACH, ARGS(I(account)), load_number, coach);
	if (res != NOT_FOUND)
		return res == OK ? CONFLICT : res;
	if ((res = insert(cx, account, &m, coach)) != OK ||
	    (res = sql_run(cx, &TAKE_CALENDAR, ARGS(I(*coach)), NULL)) != OK ||
	    (res = sql_change(cx, &GIVE_ROLE, ARGS(I(ROLE_COACH), I(account)))) != OK)
		return res;
	return audit_change(cx, "coach.create", arena_fmt(cx->mem, "coach:%lld",
	    (long long)*coach), (const struct audit_value[]){ { "status", NULL, "Pending" },
	    { "account", NULL, arena_fmt(cx->mem, "%lld", (long long)account) } }, 2);
}
