/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Reminders of sessions. */

#include "model/reminder.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/account.h"

/* In the character set of outbox.once, or its index could not be used. */
#define KEY "convert(concat(?, ':', b.id, ':', timestampdiff(second, '1970-01-01', b.starts_at)," \
    " ':', a.id) using ascii) collate ascii_bin"

/* Only the coming hours are read, by the index on state and start. */
#define QUEUE \
	"insert ignore into outbox (tenant_id, once, kind, template, account_id, booking_id," \
	"                           due_at, created_at)" \
	" select b.tenant_id, " KEY ", 'mail', ?, a.id, b.id, :now, :now" \
	"   from booking b"
#define DUE \
	"  where b.state = 'Confirmed' and b.starts_at > ? and b.starts_at <= ?" \
	"    and b.confirmed_at <= b.starts_at - interval ? second" \
	"    and a.notices & ? and a.closed_at is null" \
	"    and not exists (select 1 from outbox m where m.tenant_id = b.tenant_id" \
	"          and m.booking_id = b.id and m.template in ('moved', 'moved-coach')" \
	"          and m.created_at > b.starts_at - interval ? second)" \
	"    and not exists (select 1 from outbox x" \
	"          where x.tenant_id = b.tenant_id and x.once = " KEY ")" \
	"  order by b.starts_at limit 200"

static const struct sql CLIENTS = SQL_SHARED(QUEUE
    "   join account a on a.id = b.account_id" DUE);

static const struct sql COACHES = SQL_SHARED(QUEUE
    "   join coach c on c.tenant_id = b.tenant_id and c.id = b.coach_id"
    "   join account a on a.id = c.account_id" DUE);

static const struct sql WISHES = SQL_TENANT(
    "select a.notices, a.mail from account a"
    "  join membership m on m.account_id = a.id and m.tenant_id = :tenant"
    " where a.id = ? and a.closed_at is null");

static const struct sql WISH = SQL_TENANT(
    "update account a join membership m on m.account_id = a.id and m.tenant_id = :tenant"
    "   set a.notices = (a.notices & ~?) | ? where a.id = ? and a.closed_at is null");

const struct reminder reminders[REMINDERS] = {
	{ "reminder-24h", NOTICE_DAY, DAY, 2 * HOUR },
	{ "reminder-1h", NOTICE_HOUR, HOUR, 2 * MINUTE },
};

const struct reminder *
reminder_of(const char *tmpl)
{
	size_t i;

	for (i = 0; i < REMINDERS; i++)
		if (str_eq(reminders[i].tmpl, tmpl))
			return &reminders[i];
	return NULL;
}

static enum outcome
queue(struct ctx *cx, const struct sql *whose, const struct reminder *r, int64_t *n)
{
	int64_t found;
	enum outcome res;

	res = sql_run(cx, whose, ARGS(S(r->tmpl), S(r->tmpl), T(cx->now + r->latest),
	    T(cx->now + r->before), I(r->before), I(r->bit), I(r->before), S(r->tmpl)), &found);
	*n += found;
	return res;
}

enum outcome
reminders_queue(struct ctx *cx, int64_t *n)
{
	enum outcome res = OK;
	size_t i;

	*n = 0;
	for (i = 0; i < REMINDERS && res == OK; i++) {
		res = queue(cx, &CLIENTS, &reminders[i], n);
		if (res == OK)
			res = queue(cx, &COACHES, &reminders[i], n);
	}
	return res;
}

char *
reminder_key(struct ctx *cx, const struct reminder *r, const struct booking *b, int64_t account)
{
	return arena_fmt(cx->mem, "%s:%lld:%lld:%lld", r->tmpl, (long long)b->id,
	    (long long)b->starts, (long long)account);
}

/* ---- wishes ---------------------------------------------------------------------------- */

char *
reminder_token(struct ctx *cx, int64_t account)
{
	const char *what = arena_fmt(cx->mem, "%lld:%lld", (long long)cx->tenant,
	    (long long)account);

	return arena_fmt(cx->mem, "%lld-%.32s", (long long)account,
	    crypt_sign(cx->mem, "reminders", what));
}

static bool
read_token(struct ctx *cx, const char *token, int64_t *account)
{
	const char *digits = arena_strn(cx->mem, token, strcspn(token, "-"));

	return str_to_int(digits, 1, INT64_MAX, account) &&
	    crypt_same(reminder_token(cx, *account), token);
}

struct wishes {
	unsigned	*bits;
	const char	**mail;
};

static void
load_wishes(struct row *r, void *to)
{
	struct wishes *w = to;

	*w->bits = (unsigned)row_int(r);
	*w->mail = row_str(r);
}

enum outcome
reminder_wishes(struct ctx *cx, const char *token, unsigned *bits, const char **mail)
{
	struct wishes w = { bits, mail };
	int64_t account;

	if (!read_token(cx, token, &account))
		return NOT_FOUND;
	return sql_one(cx, &WISHES, ARGS(I(account)), load_wishes, &w);
}

enum outcome
reminder_wish(struct ctx *cx, const char *token, unsigned bits)
{
	const unsigned all = NOTICE_DAY | NOTICE_HOUR;
	int64_t account;

	if (!read_token(cx, token, &account))
		return NOT_FOUND;
	return sql_change(cx, &WISH, ARGS(I(all), I(bits & all), I(account)));
}
