/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who is asking, and where. */

#include "model/session.h"

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/sql.h"

#define SITE \
	"select t.id, t.name, t.address, t.zone, t.currency, t.mail_from, t.support, t.fee_bp," \
	"       t.fee_minor, t.price_min_minor"

static const struct sql LOAD = SQL_SHARED(
    SITE ", a.id, a.name, a.mail, a.zone, a.verified_at is not null, a.totp_at is not null,"
    "       s.hash, s.seen_at, s.proven_at, m.roles, c.id"
    "  from tenant_host h"
    "  join tenant t on t.id = h.tenant_id"
    "  left join session s on s.hash = ? and s.expires_at > :now and s.seen_at > ?"
    "  left join account a on a.id = s.account_id and a.closed_at is null"
    "  left join membership m on m.tenant_id = t.id and m.account_id = a.id"
    "  left join coach c on c.tenant_id = t.id and c.account_id = a.id"
    " where h.host = ?");

/* Most requests come from somebody without a session. */
static const struct sql LOAD_VISITOR = SQL_SHARED(
    SITE " from tenant_host h join tenant t on t.id = h.tenant_id where h.host = ?");

static const struct sql START = SQL_SHARED(
    "insert into session (hash, account_id, created_at, seen_at, expires_at, proven_at, agent, net)"
    " values (?, ?, :now, :now, ?, :now, left(?, 200), left(?, 64))");

static const struct sql JOIN = SQL_TENANT(
    "insert ignore into membership (tenant_id, account_id, roles, joined_at)"
    " values (:tenant, ?, 1, :now)");

static const struct sql PROVE = SQL_SHARED("update session set proven_at = :now where hash = ?");
static const struct sql TOUCH = SQL_SHARED("update session set seen_at = :now where hash = ?");
static const struct sql END = SQL_SHARED("delete from session where hash = ? and account_id = :me");
static const struct sql END_OTHERS =
    SQL_SHARED("delete from session where account_id = :me and hash <> ?");
static const struct sql END_ALL = SQL_SHARED("delete from session where account_id = ?");
static const struct sql OVER =
    SQL_SHARED("delete from session where expires_at <= :now order by expires_at limit 200");
static const struct sql MINE = SQL_SHARED(
    "select hash, agent, net, created_at, seen_at from session"
    " where account_id = :me and expires_at > :now order by seen_at desc limit 50");

struct loaded {
	struct ctx	*cx;
	struct session	*s;
};

static void
load_visitor(struct row *r, void *to)
{
	struct loaded *l = to;
	struct ctx *cx = l->cx;

	cx->tenant = cx->site.id = row_int(r);
	cx->site.name = row_str(r);
	cx->site.address = row_str(r);
	cx->site.zone = row_str(r);
	cx->site.currency = row_str(r);
	cx->site.mail_from = row_str(r);
	cx->site.support = row_str(r);
	cx->site.fee_percent_bp = (int)row_int(r);
	cx->site.fee_fixed_minor = row_int(r);
	cx->site.price_min_minor = row_int(r);
	cx->zone = cx->site.zone;
	cx->my_name = cx->my_mail = "";
}

static void
load(struct row *r, void *to)
{
	struct loaded *l = to;
	struct ctx *cx = l->cx;
	const char *zone, *hash;
	int64_t me;

	load_visitor(r, to);
	me = row_int(r);
	cx->my_name = row_str(r);
	cx->my_mail = row_str(r);
	zone = row_str(r);
	l->s->verified = row_bool(r);
	l->s->has_totp = row_bool(r);
	hash = row_str(r);
	l->s->seen = row_time(r);
	l->s->proven = row_time(r);
	if (me == 0)
		return;
	cx->me = me;
	cx->session = hash;
	cx->roles = (unsigned)row_int(r);
	l->s->coach = row_int(r);
	cx->zone = zone;
}

enum outcome
session_load(struct ctx *cx, const char *host, const char *token, struct session *s)
{
	struct loaded l = { cx, s };

	if (token == NULL)
		return sql_one(cx, &LOAD_VISITOR, ARGS(S(host)), load_visitor, &l);
	return sql_one(cx, &LOAD, ARGS(S(crypt_sha256(cx->mem, token, CRYPT_TOKEN)),
	    T(cx->now - SESSION_IDLE), S(host)), load, &l);
}

/* Whoever signs in to a tenant becomes its client: the roles above that are given by admins. */
enum outcome
session_start(struct ctx *cx, int64_t account, const char *agent, const char **token)
{
	char *fresh = crypt_token(cx->mem);
	enum outcome res;

	res = sql_run(cx, &START, ARGS(S(crypt_sha256(cx->mem, fresh, CRYPT_TOKEN)), I(account),
	    T(cx->now + SESSION_LIFE), S(agent), S(cx->net)), NULL);
	if (res != OK)
		return res;
	*token = fresh;
	return sql_run(cx, &JOIN, ARGS(I(account)), NULL);
}

enum outcome
session_prove(struct ctx *cx)
{
	return sql_change(cx, &PROVE, ARGS(S(cx->session)));
}

void
session_touch(struct ctx *cx, const struct session *s)
{
	if (cx->session == NULL || cx->now - s->seen < MINUTE)
		return;
	/* A session that is gone by now needs no date; a database that is gone was logged. */
	if (sql_run(cx, &TOUCH, ARGS(S(cx->session)), NULL) != OK)
		return;
}

enum outcome
session_end(struct ctx *cx, const char *hash)
{
	return sql_run(cx, &END, ARGS(S(hash)), NULL);
}

enum outcome
session_end_others(struct ctx *cx)
{
	return sql_run(cx, &END_OTHERS, ARGS(S(cx->session)), NULL);
}

enum outcome
session_end_all(struct ctx *cx, int64_t account)
{
	return sql_run(cx, &END_ALL, ARGS(I(account)), NULL);
}

static void
load_row(struct row *r, void *to)
{
	struct session_row *s = to;

	s->hash = row_str(r);
	s->agent = row_str(r);
	s->net = row_str(r);
	s->created = row_time(r);
	s->seen = row_time(r);
}

enum outcome
sessions_mine(struct ctx *cx, struct session_row **rows, size_t *n)
{
	return sql_all(cx, &MINE, NO_ARGS, load_row, sizeof(**rows), rows, n);
}

enum outcome
session_sweep(struct ctx *cx)
{
	int64_t n = 0;
	enum outcome res = sql_run(cx, &OVER, NO_ARGS, &n);

	return res == OK && n == 0 ? NOT_FOUND : res;
}
