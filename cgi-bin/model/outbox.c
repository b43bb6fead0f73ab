/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Rows of outbox, claimed and closed. */

#include "model/outbox.h"

#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/tenant.h"

static const struct sql DUE = SQL_SHARED(
    "select id, tenant_id, account_id, booking_id, refund_id, created_at, tries, kind, template,"
    "       once, data from outbox"
    " where state = 'queued' and kind = ? and due_at <= :now"
    "   and (leased_until is null or leased_until < :now)"
    " order by due_at, id limit 1 for update skip locked");

static const struct sql LEASE = SQL_TENANT(
    "update outbox set leased_until = ?, tries = tries + 1"
    " where tenant_id = :tenant and id = ? and state = 'queued'");

/* With the number of the try: who has lost the lease to another has no say any more. */
static const struct sql END = SQL_TENANT(
    "update outbox set state = ?, answer = left(?, 300), leased_until = null, done_at = :now"
    " where tenant_id = :tenant and id = ? and state = 'queued' and tries = ?");

static const struct sql LATER = SQL_TENANT(
    "update outbox set answer = left(?, 300), leased_until = null, due_at = ?"
    " where tenant_id = :tenant and id = ? and state = 'queued' and tries = ?");

static const struct sql READER = SQL_TENANT(
    "select a.id, a.mail, a.name, a.zone, a.notices, a.verified_at is not null,"
    "       a.closed_at is not null"
    "  from outbox x join account a on a.id = x.account_id"
    " where x.tenant_id = :tenant and x.id = ?");

/* Seconds before the next try; together about 23 hours. */
static const int delays[] = { 30, 120, 600, 1800, 7200, 21600, 21600, 28800 };
enum { DELAYS = sizeof(delays) / sizeof(delays[0]) };

struct claim {
	const char	*kind;
	int64_t		 tenant;
	struct errand	*e;
};

static void
load(struct row *r, void *to)
{
	struct claim *c = to;
	struct errand *e = c->e;

	e->id = row_int(r);
	c->tenant = row_int(r);
	e->account = row_int(r);
	e->booking = row_int(r);
	e->refund = row_int(r);
	e->created = row_time(r);
	e->tries = (int)row_int(r) + 1;
	e->kind = row_str(r);
	e->tmpl = row_str(r);
	e->once = row_str(r);
	e->data = row_str(r);
}

static enum outcome
tx_claim(struct ctx *cx, void *arg)
{
	struct claim *c = arg;
	enum outcome res;

	if ((res = sql_one(cx, &DUE, ARGS(S(c->kind)), load, c)) != OK ||
	    (res = ctx_as(cx, c->tenant)) != OK)
		return res;
	return sql_change(cx, &LEASE, ARGS(T(cx->now + OUTBOX_LEASE), I(c->e->id)));
}

enum outcome
outbox_claim(struct ctx *cx, const char *kind, struct errand *e)
{
	struct claim c = { kind, 0, e };

	return sql_tx(cx, tx_claim, &c);
}

enum outcome
outbox_end(struct ctx *cx, const struct errand *e, const char *state, const char *answer)
{
	enum outcome res;

	log_event(cx, "outbox", "row=%lld kind=%s template=%s try=%d state=%s", (long long)e->id,
	    e->kind, e->tmpl, e->tries, state);
	res = sql_change(cx, &END, ARGS(S(state), S(answer), I(e->id), I(e->tries)));
	return res == CONFLICT ? OK : res;
}

/* A fifth more or less, so that what failed together does not come again together. */
static int64_t
delay_of(int tries)
{
	int64_t base = delays[tries < DELAYS ? tries - 1 : DELAYS - 1];
	unsigned char chance;

	crypt_random(&chance, sizeof(chance));
	return base + base * (chance - 127) / 640;
}

enum outcome
outbox_later(struct ctx *cx, const struct errand *e, const char *answer)
{
	int64_t delay = delay_of(e->tries);
	enum outcome res;

	if (e->tries > DELAYS && str_eq(e->kind, "mail"))
		return outbox_end(cx, e, "given-up", answer);
	log_event(cx, "outbox", "row=%lld kind=%s template=%s try=%d again_in=%lld",
	    (long long)e->id, e->kind, e->tmpl, e->tries, (long long)delay);
	res = sql_change(cx, &LATER, ARGS(S(answer), T(cx->now + delay), I(e->id), I(e->tries)));
	return res == CONFLICT ? OK : res;
}

static void
load_reader(struct row *r, void *to)
{
	struct reader *p = to;

	p->id = row_int(r);
	p->mail = row_str(r);
	p->name = row_str(r);
	p->zone = row_str(r);
	p->notices = (unsigned)row_int(r);
	p->is_verified = row_bool(r);
	p->is_closed = row_bool(r);
}

enum outcome
outbox_reader(struct ctx *cx, const struct errand *e, struct reader *p)
{
	return sql_one(cx, &READER, ARGS(I(e->id)), load_reader, p);
}
