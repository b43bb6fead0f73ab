/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Money back to the client: the rows. Nothing here speaks to a partner. */

#include "model/refund.h"

#include "lib/sql.h"

static const struct sql OF_BOOKING = SQL_TENANT(
    "insert into refund (tenant_id, payment_id, booking_id, cause, amount_minor, currency, state,"
    "                    created_at)"
    " select p.tenant_id, p.id, ?, 'cancelled', ?, ?,"
    "        if(t.refund_mode = 'queue', 'review', 'queued'), :now"
    "   from payment p join tenant t on t.id = p.tenant_id"
    "  where p.tenant_id = :tenant and p.order_id = ? and p.state = 'paid'"
    "  order by p.id limit 1");

static const struct sql OF_PAYMENT = SQL_TENANT(
    "insert into refund (tenant_id, payment_id, cause, amount_minor, currency, created_at)"
    " values (:tenant, ?, ?, ?, ?, :now)");

/* Only what need not wait for an admin is put on its way. */
static const struct sql SEND = SQL_TENANT(
    "insert into outbox (tenant_id, once, kind, refund_id, booking_id, due_at, created_at)"
    " select tenant_id, concat('refund:', id, ':', attempt), 'refund', id, booking_id, :now, :now"
    "   from refund where tenant_id = :tenant and id = ? and state = 'queued'");

static const struct sql FOR_BOOKING = SQL_TENANT(
    "select id, amount_minor, created_at, done_at, state, cause, currency, answer from refund"
    " where tenant_id = :tenant and booking_id = ? order by id desc limit 1");

static enum outcome
send_later(struct ctx *cx, int64_t refund)
{
	return sql_run(cx, &SEND, ARGS(I(refund)), NULL);
}

enum outcome
refund_of_booking(struct ctx *cx, const struct booking *b, int64_t minor, int64_t *refund)
{
	enum outcome res;

	res = sql_change(cx, &OF_BOOKING, ARGS(I(b->id), I(minor), S(b->currency), I(b->order)));
	if (res != OK)
		return res;
	*refund = sql_new_id(cx);
	return send_later(cx, *refund);
}

enum outcome
refund_of_payment(struct ctx *cx, int64_t payment, int64_t minor, const char *currency,
    const char *cause, int64_t *refund)
{
	enum outcome res;

	res = sql_run(cx, &OF_PAYMENT, ARGS(I(payment), S(cause), I(minor), S(currency)), NULL);
	if (res != OK)
		return res;
	*refund = sql_new_id(cx);
	return send_later(cx, *refund);
}

static void
load_row(struct row *r, void *to)
{
	struct refund_row *f = to;

	f->id = row_int(r);
	f->minor = row_int(r);
	f->created = row_time(r);
	f->done = row_time(r);
	f->state = row_str(r);
	f->cause = row_str(r);
	f->currency = row_str(r);
	f->answer = row_str(r);
}

enum outcome
refund_for_booking(struct ctx *cx, int64_t booking, struct refund_row *f)
{
	return sql_one(cx, &FOR_BOOKING, ARGS(I(booking)), load_row, f);
}
