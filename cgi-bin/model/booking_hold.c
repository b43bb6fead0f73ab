/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From a free slot to a confirmed booking, and back when nobody pays. */

#include "model/booking_change.h"

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/money.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/ledger.h"
#include "model/notice.h"
#include "model/slot.h"

enum { CODE_LENGTH = 8 };

/* A client's live hold of exactly this slot. */
static const struct sql FOUND_AGAIN = SQL_TENANT(
    "select o.no from booking b"
    "  join block k on k.tenant_id = b.tenant_id and k.booking_id = b.id"
    "  join client_order o on o.tenant_id = b.tenant_id and o.id = b.order_id"
    " where b.tenant_id = :tenant and b.account_id = :me and b.service_id = ? and b.starts_at = ?"
    "   and b.state = 'Pending' and k.hold_until > :now");

static const struct sql STANDING = SQL_TENANT(
    "select a.name, a.verified_at is not null,"
    "       (select count(*) from booking b"
    "          join client_order o on o.tenant_id = b.tenant_id and o.id = b.order_id"
    "         where b.tenant_id = :tenant and b.account_id = :me and b.state = 'Pending'"
    "           and b.starts_at > :now and o.hold_until > :now),"
    "       exists (select 1 from booking b where b.tenant_id = :tenant and b.account_id = :me"
    "                  and b.coach_id = ? and b.discovery = 1 and b.state <> 'Cancelled'),"
    "       exists (select 1 from service v"
    "                 join coach c on c.tenant_id = v.tenant_id and c.id = v.coach_id"
    "                where v.tenant_id = :tenant and v.id = ? and v.active = 1"
    "                  and c.status = 'Approved')"
    "  from account a where a.id = :me");

static const struct sql NEW_ORDER = SQL_TENANT(
    "insert into client_order (tenant_id, no, account_id, total_minor, currency, hold_until,"
    "                          created_at)"
    " values (:tenant, ?, :me, ?, ?, ?, :now)");

static const struct sql NEW_BOOKING = SQL_TENANT(
    "insert into booking (tenant_id, no, order_id, coach_id, service_id, account_id, state,"
    "                     starts_at, ends_at, before_min, after_min, zone, zone_client,"
    "                     coach_name, client_name, service_name, mode, meeting_url, place,"
    "                     access_note, prepare_note, price_minor, fee_minor, payout_minor,"
    "                     currency, policy, discovery, note, created_at)"
    " values (:tenant, ?, ?, ?, ?, :me, 'Pending', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    "         ?, ?, ?, ?, ?, :now)");

static const struct sql NEW_BLOCK = SQL_TENANT(
    "insert into block (tenant_id, coach_id, booking_id, starts_at, ends_at, hold_until)"
    " values (:tenant, ?, ?, ?, ?, ?)");

static const struct sql SEAT = SQL_TENANT(
    "insert into block (tenant_id, coach_id, booking_id, starts_at, ends_at)"
    " values (:tenant, ?, ?, ?, ?)");

static const struct sql REVIVE = SQL_TENANT(
    "update booking set state = 'Pending', cancelled_by = null, cancel_reason = '',"
    "       ended_at = null"
    " where tenant_id = :tenant and id = ? and state = 'Cancelled' and cancelled_by = 'system'"
    "   and starts_at > :now");

static const struct sql HOLD_ORDER = SQL_TENANT(
    "update client_order set hold_until = ? where tenant_id = :tenant and id = ?"
    "   and state = 'open'");
static const struct sql HOLD_BLOCK = SQL_TENANT(
    "update block k join booking b on b.tenant_id = k.tenant_id and b.id = k.booking_id"
    "   set k.hold_until = ?"
    " where k.tenant_id = :tenant and b.order_id = ? and k.hold_until is not null");

static const struct sql LAPSE_BLOCK = SQL_TENANT(
    "delete k from block k join booking b on b.tenant_id = k.tenant_id and b.id = k.booking_id"
    " where k.tenant_id = :tenant and b.order_id = ? and b.state = 'Pending'");
static const struct sql LAPSE_BOOKING = SQL_TENANT(
    "update booking set state = 'Cancelled', cancelled_by = ?, cancel_reason = ?,"
    "       ended_at = :now"
    " where tenant_id = :tenant and order_id = ? and state = 'Pending'");
static const struct sql LAPSE_ORDER = SQL_TENANT(
    "update client_order set state = 'lapsed' where tenant_id = :tenant and id = ?"
    "   and state = 'open'");

static const struct sql EXPIRED = SQL_TENANT(
    "select distinct b.order_id from block k"
    "  join booking b on b.tenant_id = k.tenant_id and b.id = k.booking_id"
    " where k.tenant_id = :tenant and k.coach_id = ? and k.hold_until <= :now limit 100");

static const struct sql CONFIRM = SQL_TENANT(
    "update booking set state = 'Confirmed', confirmed_at = :now"
    " where tenant_id = :tenant and id = ? and state = 'Pending'");
static const struct sql CONFIRM_BLOCK = SQL_TENANT(
    "update block set hold_until = null where tenant_id = :tenant and booking_id = ?");

struct standing {
	const char	*name;
	bool		 verified, had_discovery, offered;
	int64_t		 holds;
};

static void
load_standing(struct row *r, void *to)
{
	struct standing *s = to;

	s->name = row_str(r);
	s->verified = row_bool(r);
	s->holds = row_int(r);
	s->had_discovery = row_bool(r);
	s->offered = row_bool(r);
}

static void
load_text(struct row *r, void *to)
{
	*(const char **)to = row_str(r);
}

static void
load_number(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

static enum outcome
refuse(enum hold_refusal *why, enum hold_refusal is, enum outcome res)
{
	*why = is;
	return res;
}

/* May this client hold one more, whatever the slot? */
static enum outcome
may_hold(struct ctx *cx, const struct service *v, struct standing *s, enum hold_refusal *why)
{
	enum outcome res = sql_one(cx, &STANDING, ARGS(I(v->coach), I(v->id)),
	    load_standing, s);

	if (res != OK)
		return res;
	/* Asked again behind the calendar lock, which a suspension takes too. */
	if (!s->offered)
		return refuse(why, HOLD_TAKEN, CONFLICT);
	if (v->coach_account == cx->me)
		return refuse(why, HOLD_OWN, DENIED);
	if (!s->verified)
		return refuse(why, HOLD_UNVERIFIED, DENIED);
	if (v->discovery && s->had_discovery)
		return refuse(why, HOLD_ONCE, DENIED);
	if (s->holds >= HOLDS_MAX)
		return refuse(why, HOLD_MANY, LIMITED);
	return OK;
}

/* The order and its booking; both numbers are drawn until they are new. */
static enum outcome
insert_order(struct ctx *cx, const struct service *v, const char **no, int64_t *id)
{
	enum outcome res = CONFLICT;
	int tries;

	for (tries = 0; tries < 3 && res == CONFLICT; tries++) {
		*no = crypt_code(cx->mem, CODE_LENGTH);
		res = sql_run(cx, &NEW_ORDER, ARGS(S(*no), I(v->price_minor), S(v->currency),
		    T(cx->now + HOLD_SECONDS)), NULL);
	}
	*id = sql_new_id(cx);
	return res == CONFLICT ? BROKEN : res;
}

static enum outcome
insert_booking(struct ctx *cx, const struct service *v, const struct standing *s, int64_t order,
    int64_t start, const char *note)
{
	int64_t fee = money_share(v->price_minor, cx->site.fee_percent_bp);
	enum outcome res = CONFLICT;
	int tries;

	if (v->price_minor > 0)
		fee += cx->site.fee_fixed_minor;
	if (fee > v->price_minor)
		fee = v->price_minor;
	for (tries = 0; tries < 3 && res == CONFLICT; tries++)
		res = sql_run(cx, &NEW_BOOKING, ARGS(S(crypt_code(cx->mem, CODE_LENGTH)),
		    I(order), I(v->coach), I(v->id), T(start), T(start + v->minutes * MINUTE),
		    I(v->before_min), I(v->after_min), S(v->coach_zone), S(cx->zone),
		    S(v->coach_name), S(s->name), S(v->name), S(v->mode), S(v->meeting_url),
		    S(v->place), S(v->access_note), S(v->prepare_note), I(v->price_minor),
		    I(fee), I(v->price_minor - fee), S(v->currency), S(v->policy),
		    I(v->discovery), S(note)), NULL);
	return res == CONFLICT ? BROKEN : res;
}

/* Behind the calendar lock: what is read now stays true until the commit. */
static enum outcome
take(struct ctx *cx, const struct service *v, const struct standing *s, int64_t start,
    const char *note, enum hold_refusal *why, const char **order_no)
{
	const char *detail;
	unsigned reasons;
	int64_t order;
	enum outcome res;

	if ((res = slot_reasons_now(cx, v, start, 0, &reasons, &detail)) != OK)
		return res;
	if (reasons != 0)
		return refuse(why, HOLD_TAKEN, CONFLICT);
	if ((res = insert_order(cx, v, order_no, &order)) != OK ||
	    (res = insert_booking(cx, v, s, order, start, note)) != OK)
		return res;
	res = sql_run(cx, &NEW_BLOCK, ARGS(I(v->coach), I(sql_new_id(cx)),
	    T(start - v->before_min * MINUTE), T(start + (v->minutes + v->after_min) * MINUTE),
	    T(cx->now + HOLD_SECONDS)), NULL);
	return res == CONFLICT ? refuse(why, HOLD_TAKEN, CONFLICT) : res;
}

enum outcome
booking_held(struct ctx *cx, const struct service *v, int64_t start, const char **order_no)
{
	return sql_one(cx, &FOUND_AGAIN, ARGS(I(v->id), T(start)), load_text, order_no);
}

enum outcome
booking_hold(struct ctx *cx, const struct service *v, int64_t start, const char *note,
    enum hold_refusal *why, const char **order_no)
{
	struct standing s;
	enum outcome res;

	*why = HOLD_FINE;
	if ((res = calendar_lock(cx, v->coach)) != OK ||
	    (res = booking_lapse_expired(cx, v->coach)) != OK)
		return res;
	if ((res = booking_held(cx, v, start, order_no)) != NOT_FOUND)
		return res;
	if ((res = may_hold(cx, v, &s, why)) != OK)
		return res;
	return take(cx, v, &s, start, note, why, order_no);
}

enum outcome
booking_hold_until(struct ctx *cx, int64_t order, int64_t until)
{
	enum outcome res = sql_change(cx, &HOLD_ORDER, ARGS(T(until), I(order)));

	return res != OK ? res : sql_run(cx, &HOLD_BLOCK, ARGS(T(until), I(order)), NULL);
}

enum outcome
booking_lapse(struct ctx *cx, int64_t order, const char *by)
{
	const char *reason = str_eq(by, "client") ? "Left before paying" : "Not paid in time";
	enum outcome res;

	if ((res = sql_run(cx, &LAPSE_BLOCK, ARGS(I(order)), NULL)) != OK ||
	    (res = sql_run(cx, &LAPSE_BOOKING, ARGS(S(by), S(reason), I(order)), NULL)) != OK)
		return res;
	return sql_run(cx, &LAPSE_ORDER, ARGS(I(order)), NULL);
}

enum outcome
booking_lapse_expired(struct ctx *cx, int64_t coach)
{
	int64_t *orders;
	enum outcome res;
	size_t i, n;

	res = sql_all(cx, &EXPIRED, ARGS(I(coach)), load_number, sizeof(*orders), &orders, &n);
	for (i = 0; res == OK && i < n; i++)
		res = booking_lapse(cx, orders[i], "system");
	return res;
}

enum outcome
booking_confirm(struct ctx *cx, const struct booking *b, int64_t payment)
{
	char *id = arena_fmt(cx->mem, "%lld", (long long)b->id);
	enum outcome res;

	if ((res = sql_change(cx, &CONFIRM, ARGS(I(b->id)))) != OK ||
	    (res = sql_change(cx, &CONFIRM_BLOCK, ARGS(I(b->id)))) != OK)
		return res;
	if (b->price_minor > 0 && (res = ledger_paid(cx, b, payment)) != OK)
		return res;
	if ((res = notice_queue(cx, "confirmed", b->client, b->id,
	    arena_fmt(cx->mem, "confirmed:%s:client", id), "")) != OK)
		return res;
	return notice_queue(cx, "booked", b->coach_account, b->id,
	    arena_fmt(cx->mem, "confirmed:%s:coach", id), "");
}

enum outcome
booking_seat_again(struct ctx *cx, const struct booking *b)
{
	enum outcome res = sql_change(cx, &REVIVE, ARGS(I(b->id)));

	if (res != OK)
		return res;
	return sql_run(cx, &SEAT, ARGS(I(b->coach), I(b->id),
	    T(b->starts - b->before_min * MINUTE), T(b->ends + b->after_min * MINUTE)), NULL);
}
