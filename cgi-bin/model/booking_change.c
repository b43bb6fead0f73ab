/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Cancelling, moving and completing a confirmed booking. */

#include "model/booking_change.h"

#include <jansson.h>

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/ledger.h"
#include "model/notice.h"
#include "model/refund.h"
#include "model/slot.h"
#include "model/tenant.h"

enum { MAIL_DATA = 4 * 1000 };	/* bytes in the characters of outbox.data */

static const struct sql CANCEL = SQL_TENANT(
    "update booking set state = 'Cancelled', cancelled_by = ?, cancel_reason = ?,"
    "       refund_minor = ?, ended_at = :now, sequence = sequence + 1"
    " where tenant_id = :tenant and id = ? and state = 'Confirmed' and starts_at = ?"
    "   and moves = ?");

static const struct sql FREE = SQL_TENANT(
    "delete from block where tenant_id = :tenant and booking_id = ?");

static const struct sql MOVE_BLOCK = SQL_TENANT(
    "update block set starts_at = ?, ends_at = ?"
    " where tenant_id = :tenant and booking_id = ? and hold_until is null");

static const struct sql MOVE = SQL_TENANT(
    "update booking set starts_at = ?, ends_at = ?, moves = moves + ?, sequence = sequence + 1"
    " where tenant_id = :tenant and id = ? and state = 'Confirmed' and starts_at = ?"
    "   and moves = ?");

static const struct sql NOTE_MOVE = SQL_TENANT(
    "insert into booking_move (tenant_id, booking_id, was_at, now_at, moved_by, reason, at)"
    " values (:tenant, ?, ?, ?, ?, ?, :now)");

static const struct sql MOVES = SQL_TENANT(
    "select was_at, now_at, moved_by, reason, at from booking_move"
    " where tenant_id = :tenant and booking_id = ? order by id desc limit 50");

static const struct sql DUE = SQL_SHARED(
    "select tenant_id, id from booking"
    " where state = 'Confirmed' and starts_at < ? and ends_at < ? and problem_at is null"
    " order by starts_at limit 1 for update skip locked");

static const struct sql COMPLETE = SQL_TENANT(
    "update booking set state = 'Completed', ended_at = :now"
    " where tenant_id = :tenant and id = ? and state = 'Confirmed'");

static enum outcome
tell_both(struct ctx *cx, const struct booking *b, const char *tmpl, const char *tmpl_coach,
    const char *data)
{
	/* The sequence of the change belongs to the key: a second move is another mail. */
	char *key = arena_fmt(cx->mem, "%s:%lld:%d", tmpl, (long long)b->id, b->sequence + 1);
	enum outcome res;

	res = notice_queue(cx, tmpl, b->client, b->id, arena_fmt(cx->mem, "%s:client", key), data);
	if (res != OK)
		return res;
	return notice_queue(cx, tmpl_coach, b->coach_account, b->id,
	    arena_fmt(cx->mem, "%s:coach", key), data);
}

enum outcome
booking_cancel(struct ctx *cx, const struct booking *b, const char *reason)
{
	bool client = booking_is_client(cx, b);
	struct policy p;
	struct verdict v = booking_verdict(cx, b, &p);
	int64_t back = client ? v.refund_minor : b->price_minor, refund = 0;
	enum outcome res;

	if (client ? !v.may_cancel : !booking_is_coach(cx, b))
		return DENIED;
	if ((res = calendar_lock(cx, b->coach)) != OK)
		return res;
	res = sql_change(cx, &CANCEL, ARGS(S(client ? "client" : "coach"), S(reason), I(back),
	    I(b->id), T(b->starts), I(b->moves)));
	if (res != OK || (res = sql_change(cx, &FREE, ARGS(I(b->id)))) != OK)
		return res;
	if (back > 0 && (res = refund_of_booking(cx, b, back, &refund)) != OK)
		return res;
	if ((res = ledger_cancelled(cx, b, back, refund)) != OK)
		return res;
	return tell_both(cx, b, "cancelled", "cancelled-coach", "");
}

/* What the mail says beyond the rows; MOVE_REASON_MAX characters fit, escaped or not. */
static const char *
move_data(struct ctx *cx, int64_t was, const char *reason)
{
	json_t *object = json_pack("{s:I,s:s}", "was", (json_int_t)was, "reason", reason);
	char *text = arena_get(cx->mem, MAIL_DATA + 1);
	size_t len = object != NULL ? json_dumpb(object, text, MAIL_DATA, JSON_COMPACT) : 0;

	json_decref(object);
	text[len <= MAIL_DATA ? len : 0] = '\0';
	return text;
}

enum outcome
booking_move(struct ctx *cx, const struct booking *b, const struct service *v, int64_t start,
    const char *reason)
{
	bool client = booking_is_client(cx, b);
	struct policy p;
	int64_t end = start + (b->ends - b->starts);
	const char *detail;
	unsigned reasons;
	enum outcome res;

	if (client ? !booking_verdict(cx, b, &p).may_move : !booking_is_coach(cx, b))
		return DENIED;
	if ((res = calendar_lock(cx, b->coach)) != OK ||
	    (res = booking_lapse_expired(cx, b->coach)) != OK)
		return res;
	if ((res = slot_reasons_now(cx, v, start, b->id, &reasons, &detail)) != OK)
		return res;
	if (reasons != 0 || start == b->starts)
		return CONFLICT;
	res = sql_change(cx, &MOVE_BLOCK, ARGS(T(start - b->before_min * MINUTE),
	    T(end + b->after_min * MINUTE), I(b->id)));
	if (res != OK)
		return res;
	res = sql_change(cx, &MOVE, ARGS(T(start), T(end), I(client ? 1 : 0), I(b->id),
	    T(b->starts), I(b->moves)));
	if (res != OK)
		return res;
	res = sql_run(cx, &NOTE_MOVE, ARGS(I(b->id), T(b->starts), T(start),
	    S(client ? "client" : "coach"), S(reason)), NULL);
	if (res != OK)
		return res;
	return tell_both(cx, b, "moved", "moved-coach", move_data(cx, b->starts, reason));
}

static void
load_move(struct row *r, void *to)
{
	struct move_row *m = to;

	m->was = row_time(r);
	m->is = row_time(r);
	m->by = row_str(r);
	m->reason = row_str(r);
	m->at = row_time(r);
}

enum outcome
moves_of_booking(struct ctx *cx, int64_t booking, struct move_row **rows, size_t *n)
{
	return sql_all(cx, &MOVES, ARGS(I(booking)), load_move, sizeof(**rows), rows, n);
}

struct due {
	int64_t	tenant, id;
};

static void
load_due(struct row *r, void *to)
{
	struct due *d = to;

	d->tenant = row_int(r);
	d->id = row_int(r);
}

static enum outcome
complete(struct ctx *cx, void *arg)
{
	struct booking b;
	struct due d;
	enum outcome res;

	(void)arg;
	res = sql_one(cx, &DUE, ARGS(T(cx->now - DAY), T(cx->now - DAY)), load_due, &d);
	if (res != OK || (res = ctx_as(cx, d.tenant)) != OK ||
	    (res = booking_for_job(cx, d.id, &b)) != OK)
		return res;
	if ((res = sql_change(cx, &COMPLETE, ARGS(I(b.id)))) != OK)
		return res;
	return ledger_earned(cx, &b);
}

enum outcome
booking_complete_due(struct ctx *cx)
{
	return sql_tx(cx, complete, NULL);
}
