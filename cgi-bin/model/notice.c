/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Mail to people, as rows. */

#include "model/notice.h"

#include "lib/sql.h"

static const struct sql QUEUE = SQL_TENANT(
    "insert into outbox (tenant_id, once, kind, template, account_id, booking_id, data, due_at,"
    "                    created_at)"
    " values (:tenant, ?, 'mail', ?, ?, nullif(?, 0), ?, :now, :now)");

static const struct sql OF_BOOKING = SQL_TENANT(
    "select template, state, answer, account_id, created_at, done_at from outbox"
    " where tenant_id = :tenant and booking_id = ? and kind = 'mail' order by id desc limit 50");

enum outcome
notice_queue(struct ctx *cx, const char *tmpl, int64_t account, int64_t booking, const char *once,
    const char *data)
{
	enum outcome res = sql_run(cx, &QUEUE, ARGS(S(once), S(tmpl), I(account), I(booking),
	    S(data)), NULL);

	/* Asked for before: it is on its way. */
	return res == CONFLICT ? OK : res;
}

static void
load(struct row *r, void *to)
{
	struct notice_row *n = to;

	n->tmpl = row_str(r);
	n->state = row_str(r);
	n->answer = row_str(r);
	n->account = row_int(r);
	n->created = row_time(r);
	n->done = row_time(r);
}

enum outcome
notices_of_booking(struct ctx *cx, int64_t booking, struct notice_row **rows, size_t *n)
{
	return sql_all(cx, &OF_BOOKING, ARGS(I(booking)), load, sizeof(**rows), rows, n);
}
