/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a client buys in one go. */

#include "model/order.h"

#include "lib/sql.h"

#define COLUMNS \
	"select o.id, o.account_id, o.no, o.state, o.total_minor, o.hold_until, o.created_at," \
	"       o.paid_at, o.currency, o.terms_version, p.id, p.attempt, p.state, p.session_ref," \
	"       p.session_url, p.error, p.card, p.receipt_url, p.expires_at" \
	"  from client_order o" \
	"  left join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id" \
	"        and p.attempt = (select max(q.attempt) from payment q" \
	"                          where q.tenant_id = o.tenant_id and q.order_id = o.id)"

static const struct sql MINE = SQL_TENANT(
    COLUMNS " where o.tenant_id = :tenant and o.no = ? and o.account_id = :me");

static const struct sql BY_ID = SQL_TENANT(COLUMNS " where o.tenant_id = :tenant and o.id = ?");

static const struct sql PAID = SQL_TENANT(
    "update client_order set state = 'paid', paid_at = :now"
    " where tenant_id = :tenant and id = ? and state in ('open', 'lapsed')");

static const struct sql TERMS = SQL_TENANT(
    "update client_order set terms_version = ?, terms_at = :now"
    " where tenant_id = :tenant and id = ? and state = 'open' and hold_until > :now");

static void
load(struct row *r, void *to)
{
	struct order *o = to;

	o->id = row_int(r);
	o->account = row_int(r);
	o->no = row_str(r);
	o->state = row_str(r);
	o->total_minor = row_int(r);
	o->hold_until = row_time(r);
	o->created = row_time(r);
	o->paid = row_time(r);
	o->currency = row_str(r);
	o->terms_version = (int)row_int(r);
	o->payment = row_int(r);
	o->attempt = (int)row_int(r);
	o->payment_state = row_str(r);
	o->session_ref = row_str(r);
	o->session_url = row_str(r);
	o->payment_error = row_str(r);
	o->card = row_str(r);
	o->receipt_url = row_str(r);
	o->payment_expires = row_time(r);
}

enum outcome
order_mine_alone(struct ctx *cx, const char *no, struct order *o)
{
	o->bookings = NULL;
	o->n = 0;
	return sql_one(cx, &MINE, ARGS(S(no)), load, o);
}

enum outcome
order_mine(struct ctx *cx, const char *no, struct order *o)
{
	enum outcome res = order_mine_alone(cx, no, o);

	return res != OK ? res : bookings_of_order(cx, o->id, &o->bookings, &o->n);
}

enum outcome
order_for_job(struct ctx *cx, int64_t id, struct order *o)
{
	enum outcome res = sql_one(cx, &BY_ID, ARGS(I(id)), load, o);

	return res != OK ? res : bookings_of_order(cx, o->id, &o->bookings, &o->n);
}

/* By rising coach, each once: two orders with the same coaches cannot wait for each other. */
enum outcome
order_lock(struct ctx *cx, const struct order *o)
{
	int64_t last = 0, next;
	enum outcome res;
	size_t i;

	for (;;) {
		next = 0;
		for (i = 0; i < o->n; i++)
			if (o->bookings[i].coach > last &&
			    (next == 0 || o->bookings[i].coach < next))
				next = o->bookings[i].coach;
		if (next == 0)
			return OK;
		if ((res = calendar_lock(cx, next)) != OK)
			return res;
		last = next;
	}
}

enum outcome
order_is_paid(struct ctx *cx, int64_t id)
{
	return sql_change(cx, &PAID, ARGS(I(id)));
}

enum outcome
order_accept_terms(struct ctx *cx, int64_t id, int version)
{
	return sql_change(cx, &TERMS, ARGS(I(version), I(id)));
}
