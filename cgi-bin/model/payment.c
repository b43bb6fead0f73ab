/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One attempt to pay an order. */

#include "model/payment.h"

#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"

static const struct sql BEGIN = SQL_TENANT(
    "insert into payment (tenant_id, order_id, attempt, amount_minor, currency, expires_at,"
    "                     created_at)"
    " values (:tenant, ?, ?, ?, ?, ?, :now)");

#define COLUMNS \
	"select p.id, p.order_id, o.account_id, p.attempt, p.state, p.amount_minor, p.expires_at," \
	"       o.hold_until, p.currency, p.session_ref, p.session_url, p.intent_ref, o.no," \
	"       o.state, a.mail" \
	"  from payment p" \
	"  join client_order o on o.tenant_id = p.tenant_id and o.id = p.order_id" \
	"  join account a on a.id = o.account_id"

static const struct sql BY_ID = SQL_TENANT(COLUMNS " where p.tenant_id = :tenant and p.id = ?");

static const struct sql LATEST = SQL_TENANT(
    COLUMNS " where p.tenant_id = :tenant and o.no = ? order by p.attempt desc limit 1");

static const struct sql LINES = SQL_TENANT(
    "select concat(service_name, ' with ', coach_name), price_minor from booking"
    " where tenant_id = :tenant and order_id = ? and price_minor > 0 order by starts_at limit 20");

static const struct sql OPENED = SQL_TENANT(
    "update payment set state = 'open', session_ref = ?, session_url = ?"
    " where tenant_id = :tenant and id = ? and state = 'new'");

static const struct sql PAID = SQL_TENANT(
    "update payment set state = 'paid', intent_ref = ?, charge_ref = nullif(?, ''), card = ?,"
    "       receipt_url = ?, paid_at = :now, checked_at = :now, error = ''"
    " where tenant_id = :tenant and id = ? and state in ('open', 'ended')");

static const struct sql ENDED = SQL_TENANT(
    "update payment set state = 'ended', error = left(?, 300), checked_at = :now"
    " where tenant_id = :tenant and id = ? and state in ('new', 'open')");

static const struct sql CHECKED = SQL_TENANT(
    "update payment set checked_at = :now, error = left(?, 300)"
    " where tenant_id = :tenant and id = ?");

static void
load(struct row *r, void *to)
{
	struct payment *p = to;

	p->id = row_int(r);
	p->order = row_int(r);
	p->account = row_int(r);
	p->attempt = (int)row_int(r);
	p->state = row_str(r);
	p->minor = row_int(r);
	p->expires = row_time(r);
	p->hold_until = row_time(r);
	p->currency = row_str(r);
	p->session_ref = row_str(r);
	p->session_url = row_str(r);
	p->intent_ref = row_str(r);
	p->order_no = row_str(r);
	p->order_state = row_str(r);
	p->mail = row_str(r);
}

static void
load_line(struct row *r, void *to)
{
	struct stripe_line *l = to;

	l->name = row_str(r);
	l->minor = row_int(r);
}

enum outcome
payment_begin(struct ctx *cx, int64_t order, int attempt, int64_t minor, const char *currency,
    int64_t expires)
{
	return sql_run(cx, &BEGIN, ARGS(I(order), I(attempt), I(minor), S(currency), T(expires)),
	    NULL);
}

enum outcome
payment_for_job(struct ctx *cx, int64_t id, struct payment *p)
{
	return sql_one(cx, &BY_ID, ARGS(I(id)), load, p);
}

enum outcome
payment_of_order(struct ctx *cx, const char *order_no, struct payment *p)
{
	return sql_one(cx, &LATEST, ARGS(S(order_no)), load, p);
}

/*
 * The key is made of our row, and everything sent comes from the row: repeating an unanswered
 * request gives the same session again. When Stripe refuses the request as such nothing was made.
 */
enum outcome
payment_open(struct ctx *cx, struct payment *p)
{
	const char *done = arena_fmt(cx->mem, "%s/checkout/%s/done", cx->site.address, p->order_no);
	struct stripe_checkout ask = {
		.reference = p->order_no, .currency = p->currency, .mail = p->mail,
		.success_url = arena_fmt(cx->mem, "%s?session_id={CHECKOUT_SESSION_ID}", done),
		.cancel_url = arena_fmt(cx->mem, "%s/checkout/%s", cx->site.address, p->order_no),
		.locale = "en", .expires = p->expires,
	};
	struct stripe_session s;
	struct stripe_fault fault;
	struct stripe_line *lines;
	enum outcome res;

	if ((res = sql_all(cx, &LINES, ARGS(I(p->order)), load_line, sizeof(*lines), &lines,
	    &ask.n)) != OK)
		return res;
	ask.lines = lines;
	res = stripe_session_create(cx, &ask, arena_fmt(cx->mem, "order-%lld-%lld-checkout-%d",
	    (long long)cx->tenant, (long long)p->order, p->attempt), &s, &fault);
	/*
	 * Of a session whose answer is lost for good nobody has the address, so nobody can pay it.
	 */
	if (res == INVALID || (res == BUSY && fault.status == 500)) {
		log_fault(cx, "stripe", "checkout of order %s refused: %s %s", p->order_no,
		    fault.code, fault.message);
		res = payment_has_ended(cx, p->id, "");
		return res == OK || res == CONFLICT ? INVALID : res;
	}
	if (res != OK)
		return res;
	p->session_ref = s.id;
	p->session_url = s.url;
	p->state = "open";
	res = sql_change(cx, &OPENED, ARGS(S(s.id), S(s.url), I(p->id)));
	/* Two tabs asked under one key and were given one session. */
	return res == CONFLICT ? OK : res;
}

enum outcome
payment_is_paid(struct ctx *cx, const struct payment *p, const struct stripe_session *s)
{
	return sql_change(cx, &PAID, ARGS(S(s->intent), S(s->charge), S(s->card),
	    S(s->receipt_url), I(p->id)));
}

enum outcome
payment_has_ended(struct ctx *cx, int64_t id, const char *error)
{
	return sql_change(cx, &ENDED, ARGS(S(error), I(id)));
}

enum outcome
payment_checked(struct ctx *cx, int64_t id, const char *error)
{
	return sql_change(cx, &CHECKED, ARGS(S(error), I(id)));
}
