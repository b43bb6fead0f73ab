/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What partners told us. */

#include "model/inbox.h"

#include "lib/clock.h"
#include "lib/sql.h"

enum { LEASE = 2 * MINUTE, TRIES_MAX = 20, DELAY_MAX = 2 * HOUR };

static const struct sql KEEP = SQL_TENANT(
    "insert into inbox (tenant_id, partner, event_ref, type, object_ref, body, due_at, received_at)"
    " values (:tenant, ?, ?, ?, ?, ?, :now, :now)");

static const struct sql NEXT = SQL_SHARED(
    "select id, partner, type, object_ref, tries from inbox"
    " where state = 'new' and due_at <= :now and (leased_until is null or leased_until < :now)"
    " order by due_at, id limit 1 for update skip locked");

static const struct sql LEASE_IT = SQL_SHARED(
    "update inbox set leased_until = ?, tries = tries + 1 where id = ?");

static const struct sql CLOSE = SQL_SHARED(
    "update inbox set state = ?, answer = left(?, 300), done_at = :now, leased_until = null"
    " where id = ?");

static const struct sql PUT_BACK = SQL_SHARED(
    "update inbox set due_at = ?, answer = left(?, 300), leased_until = null where id = ?");

enum outcome
inbox_keep(struct ctx *cx, const char *partner, const char *event_ref, const char *type,
    const char *object_ref, const char *body, size_t len)
{
	return sql_run(cx, &KEEP, ARGS(S(partner), S(event_ref), S(type), S(object_ref),
	    BLOB(body, len)), NULL);
}

static void
load(struct row *r, void *to)
{
	struct inbox_row *i = to;

	i->id = row_int(r);
	i->partner = row_str(r);
	i->type = row_str(r);
	i->object_ref = row_str(r);
	i->tries = (int)row_int(r);
}

static enum outcome
take(struct ctx *cx, void *arg)
{
	struct inbox_row *row = arg;
	enum outcome res = sql_one(cx, &NEXT, NO_ARGS, load, row);

	return res != OK ? res : sql_change(cx, &LEASE_IT, ARGS(T(cx->now + LEASE), I(row->id)));
}

enum outcome
inbox_take(struct ctx *cx, struct inbox_row *row)
{
	return sql_tx(cx, take, row);
}

enum outcome
inbox_close(struct ctx *cx, const struct inbox_row *row, const char *state, const char *answer)
{
	return sql_change(cx, &CLOSE, ARGS(S(state), S(answer), I(row->id)));
}

enum outcome
inbox_put_back(struct ctx *cx, const struct inbox_row *row, const char *answer)
{
	int64_t delay = (int64_t)5 << (row->tries < 12 ? row->tries : 12);

	if (row->tries >= TRIES_MAX)
		return inbox_close(cx, row, "given-up", answer);
	if (delay > DELAY_MAX)
		delay = DELAY_MAX;
	return sql_change(cx, &PUT_BACK, ARGS(T(cx->now + delay), S(answer), I(row->id)));
}
