/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The ledger. */

#include "model/ledger.h"

#include "lib/sql.h"

static const struct sql POST = SQL_TENANT(
    "insert into ledger (tenant_id, once, from_account, to_account, amount_minor, currency,"
    "                    order_id, booking_id, payment_id, refund_id, at)"
    " values (:tenant, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), nullif(?, 0), :now)");

static const struct sql PAID_WITHOUT = SQL_TENANT(
    "select count(*) from payment p"
    "  join client_order o on o.tenant_id = p.tenant_id and o.id = p.order_id"
    " where p.tenant_id = :tenant and p.state = 'paid'"
    "   and not exists (select 1 from refund r where r.tenant_id = p.tenant_id"
    "         and r.payment_id = p.id and r.booking_id is null)"
    "   and (o.state <> 'paid' or p.amount_minor <> (select coalesce(sum(l.amount_minor), 0)"
    "         from ledger l where l.tenant_id = p.tenant_id and l.order_id = p.order_id"
    "          and l.payment_id = p.id and l.from_account = 'client'))");

static const struct sql BOOKED_WITHOUT = SQL_TENANT(
    "select count(*) from booking b"
    " where b.tenant_id = :tenant and b.state in ('Confirmed', 'Completed', 'NoShow')"
    "   and b.price_minor <> (select coalesce(sum(l.amount_minor), 0) from ledger l"
    "         where l.tenant_id = b.tenant_id and l.booking_id = b.id"
    "           and l.from_account = 'client')");

/* What is still held per booking: its price while it is ahead, nothing once it is over. */
static const struct sql UNEXPLAINED = SQL_TENANT(
    "select coalesce(sum(abs(h.held - if(h.state = 'Confirmed', h.price, 0))), 0)"
    "  from (select b.state, b.price_minor price,"
    "               sum(case when l.to_account = 'held' then l.amount_minor"
    "                        when l.from_account = 'held' then -l.amount_minor"
    "                        else 0 end) held"
    "          from booking b"
    "          join ledger l on l.tenant_id = b.tenant_id and l.booking_id = b.id"
    "         where b.tenant_id = :tenant group by b.id) h");

struct movement {
	const char	*what, *from, *to;
	int64_t		 minor, order, booking, payment, refund;
	const char	*currency;
};

/* Nothing moved is no row. The key is the kind of movement and the row it belongs to. */
static enum outcome
post(struct ctx *cx, const struct movement *m)
{
	int64_t row = m->booking != 0 ? m->booking : m->payment;
	char *once;

	if (m->minor == 0)
		return OK;
	once = arena_fmt(cx->mem, "%s:%lld", m->what, (long long)row);
	return sql_run(cx, &POST, ARGS(S(once), S(m->from), S(m->to), I(m->minor), S(m->currency),
	    I(m->order), I(m->booking), I(m->payment), I(m->refund)), NULL);
}

static struct movement
of_booking(const struct booking *b, const char *what, const char *from, const char *to,
    int64_t minor)
{
	return (struct movement){ .what = what, .from = from, .to = to, .minor = minor,
	    .order = b->order, .booking = b->id, .currency = b->currency };
}

enum outcome
ledger_paid(struct ctx *cx, const struct booking *b, int64_t payment)
{
	struct movement m = of_booking(b, "paid", "client", "held", b->price_minor);

	m.payment = payment;
	return post(cx, &m);
}

enum outcome
ledger_earned(struct ctx *cx, const struct booking *b)
{
	struct movement payout = of_booking(b, "earned", "held", "coach", b->payout_minor);
	struct movement fee = of_booking(b, "fee", "held", "fee", b->fee_minor);
	enum outcome res = post(cx, &payout);

	return res != OK ? res : post(cx, &fee);
}

int64_t
ledger_fee(const struct booking *b, int64_t kept)
{
	return b->price_minor > 0 ? b->fee_minor * kept / b->price_minor : 0;
}

enum outcome
ledger_cancelled(struct ctx *cx, const struct booking *b, int64_t refund_minor, int64_t refund)
{
	int64_t kept = b->price_minor - refund_minor;
	int64_t fee = ledger_fee(b, kept);
	struct movement back = of_booking(b, "refund", "held", "client", refund_minor);
	struct movement payout = of_booking(b, "earned", "held", "coach", kept - fee);
	struct movement share = of_booking(b, "fee", "held", "fee", fee);
	enum outcome res;

	back.refund = refund;
	if ((res = post(cx, &back)) != OK || (res = post(cx, &payout)) != OK)
		return res;
	return post(cx, &share);
}

enum outcome
ledger_returned(struct ctx *cx, int64_t order, int64_t payment, int64_t refund, int64_t minor,
    const char *currency)
{
	struct movement in = { .what = "stray-in", .from = "client", .to = "held", .minor = minor,
	    .order = order, .payment = payment, .currency = currency };
	struct movement out = { .what = "stray-out", .from = "held", .to = "client", .minor = minor,
	    .order = order, .payment = payment, .refund = refund, .currency = currency };
	enum outcome res = post(cx, &in);

	return res != OK ? res : post(cx, &out);
}

static void
load_number(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

enum outcome
ledger_check(struct ctx *cx, struct ledger_health *h)
{
	enum outcome res;

	if ((res = sql_one(cx, &PAID_WITHOUT, NO_ARGS, load_number,
	    &h->paid_without_booking)) != OK)
		return res;
	if ((res = sql_one(cx, &BOOKED_WITHOUT, NO_ARGS, load_number,
	    &h->booked_without_payment)) != OK)
		return res;
	return sql_one(cx, &UNEXPLAINED, NO_ARGS, load_number, &h->unexplained_minor);
}
