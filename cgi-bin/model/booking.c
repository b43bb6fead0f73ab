/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A session that was sold: reading it, and the calendar that guards its time. */

#include "model/booking.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/listing.h"

#define COLUMNS \
	"select b.id, b.order_id, b.coach_id, b.service_id, b.account_id, c.account_id, b.no," \
	"       b.state, o.no, b.starts_at, b.ends_at, b.created_at, b.confirmed_at, b.ended_at," \
	"       o.hold_until, b.before_min, b.after_min, b.zone, b.zone_client, b.coach_name," \
	"       c.slug, c.picture, b.client_name, b.service_name, v.slug, ca.mail, a.mail," \
	"       a.zone, c.zone, b.mode, b.meeting_url, b.place, b.access_note, b.prepare_note," \
	"       b.note, b.price_minor, b.fee_minor, b.payout_minor, b.refund_minor, b.currency," \
	"       b.policy, b.discovery, b.moves, b.sequence, b.cancelled_by, b.cancel_reason" \
	"  from booking b" \
	"  join client_order o on o.tenant_id = b.tenant_id and o.id = b.order_id" \
	"  join coach c on c.tenant_id = b.tenant_id and c.id = b.coach_id" \
	"  join service v on v.tenant_id = b.tenant_id and v.id = b.service_id" \
	"  join account a on a.id = b.account_id" \
	"  join account ca on ca.id = c.account_id"

static const struct sql MINE = SQL_TENANT(
    COLUMNS " where b.tenant_id = :tenant and b.no = ? and :me in (b.account_id, c.account_id)");

static const struct sql BY_ID = SQL_TENANT(COLUMNS " where b.tenant_id = :tenant and b.id = ?");

static const struct sql BY_NO = SQL_TENANT(COLUMNS " where b.tenant_id = :tenant and b.no = ?");

static const struct sql OF_ORDER = SQL_TENANT(
    COLUMNS " where b.tenant_id = :tenant and b.order_id = ? order by b.starts_at, b.id limit 20");

/*
 * Lists read what a list shows, along the index on account or coach and start. The key of the page
 * before is told so that the index begins there (a comparison of rows would begin at its first). No
 * session is longer than eight hours, so what is not over began after that. The order is asked only
 * where it counts: it says until when an unpaid booking is kept.
 */
#define LIST \
	"select b.id, b.order_id, b.coach_id, b.service_id, b.account_id," \
	"       if(b.account_id = :me, 0, :me), b.no," \
	"       b.state, o.no, b.starts_at, b.ends_at, b.created_at, b.confirmed_at, b.ended_at," \
	"       o.hold_until, b.before_min, b.after_min, b.zone, b.zone_client, b.coach_name," \
	"       '', '', b.client_name, b.service_name, '', '', '', '', '', b.mode," \
	"       '', '', '', '', '', b.price_minor, b.fee_minor, b.payout_minor, b.refund_minor," \
	"       b.currency, '', b.discovery, b.moves, b.sequence, b.cancelled_by, b.cancel_reason"
#define LIST_FROM \
	"  from booking b" \
	"  left join client_order o on b.state = 'Pending' and o.tenant_id = b.tenant_id" \
	"        and o.id = b.order_id" \
	" where b.tenant_id = :tenant"
#define MY_LIST LIST LIST_FROM " and b.account_id = :me"
/* By a value, not by a join: or the rows of all years would be sorted. */
#define COACH_LIST \
	LIST LIST_FROM " and b.coach_id =" \
	"   (select k.id from coach k where k.tenant_id = :tenant and k.account_id = :me)"
#define NOT_OVER \
	"   and b.starts_at > :now - interval 8 hour and b.ends_at > :now"
#define BEHIND \
	"   and b.starts_at >= ? and (b.starts_at > ? or b.id > ?)" \
	" order by b.starts_at, b.id limit 21"
#define BEFORE \
	"   and b.starts_at <= ? and (b.starts_at < ? or b.id < ?)" \
	" order by b.starts_at desc, b.id desc limit 21"

static const struct sql UPCOMING = SQL_TENANT(
    MY_LIST NOT_OVER " and b.state in ('Pending', 'Confirmed')" BEHIND);

static const struct sql PAST = SQL_TENANT(
    MY_LIST " and (b.ends_at <= :now or b.state not in ('Pending', 'Confirmed'))" BEFORE);

/* A hold that is over is nobody's booking, and what was never paid is no history of a coach. */
static const struct sql COACHING = SQL_TENANT(
    COACH_LIST NOT_OVER
    "   and (b.state = 'Confirmed' or b.state = 'Pending' and o.hold_until > :now)" BEHIND);

static const struct sql COACHED = SQL_TENANT(
    COACH_LIST " and b.confirmed_at is not null"
    "   and (b.ends_at <= :now or b.state <> 'Confirmed')" BEFORE);

static const struct sql LOCK = SQL_TENANT(
    "update calendar set version = version + 1 where tenant_id = :tenant and coach_id = ?");

static void
load(struct row *r, void *to)
{
	struct booking *b = to;

	b->id = row_int(r);
	b->order = row_int(r);
	b->coach = row_int(r);
	b->service = row_int(r);
	b->client = row_int(r);
	b->coach_account = row_int(r);
	b->no = row_str(r);
	b->state = row_str(r);
	b->order_no = row_str(r);
	b->starts = row_time(r);
	b->ends = row_time(r);
	b->created = row_time(r);
	b->confirmed = row_time(r);
	b->ended = row_time(r);
	b->hold_until = row_time(r);
	b->before_min = (int)row_int(r);
	b->after_min = (int)row_int(r);
	b->zone = row_str(r);
	b->zone_client = row_str(r);
	b->coach_name = row_str(r);
	b->coach_slug = row_str(r);
	b->coach_picture = row_str(r);
	b->client_name = row_str(r);
	b->service_name = row_str(r);
	b->service_slug = row_str(r);
	b->coach_mail = row_str(r);
	b->client_mail = row_str(r);
	b->client_zone_now = row_str(r);
	b->coach_zone_now = row_str(r);
	b->mode = row_str(r);
	b->meeting_url = row_str(r);
	b->place = row_str(r);
	b->access_note = row_str(r);
	b->prepare_note = row_str(r);
	b->note = row_str(r);
	b->price_minor = row_int(r);
	b->fee_minor = row_int(r);
	b->payout_minor = row_int(r);
	b->refund_minor = row_int(r);
	b->currency = row_str(r);
	b->policy = row_str(r);
	b->discovery = row_bool(r);
	b->moves = (int)row_int(r);
	b->sequence = (int)row_int(r);
	b->cancelled_by = row_str(r);
	b->cancel_reason = row_str(r);
}

enum outcome
booking_mine(struct ctx *cx, const char *no, struct booking *b)
{
	return sql_one(cx, &MINE, ARGS(S(no)), load, b);
}

enum outcome
booking_for_job(struct ctx *cx, int64_t id, struct booking *b)
{
	return sql_one(cx, &BY_ID, ARGS(I(id)), load, b);
}

enum outcome
bookings_of_order(struct ctx *cx, int64_t order, struct booking **rows, size_t *n)
{
	return sql_all(cx, &OF_ORDER, ARGS(I(order)), load, sizeof(**rows), rows, n);
}

enum outcome
bookings_upcoming(struct ctx *cx, struct booking_key after, struct booking **rows, size_t *n)
{
	return sql_all(cx, &UPCOMING, ARGS(T(after.starts), T(after.starts), I(after.id)),
	    load, sizeof(**rows), rows, n);
}

enum outcome
bookings_past(struct ctx *cx, struct booking_key before, struct booking **rows, size_t *n)
{
	return sql_all(cx, &PAST, ARGS(T(before.starts), T(before.starts), I(before.id)),
	    load, sizeof(**rows), rows, n);
}

enum outcome
bookings_coaching(struct ctx *cx, struct booking_key after, struct booking **rows, size_t *n)
{
	return sql_all(cx, &COACHING, ARGS(T(after.starts), T(after.starts), I(after.id)),
	    load, sizeof(**rows), rows, n);
}

enum outcome
bookings_coached(struct ctx *cx, struct booking_key before, struct booking **rows, size_t *n)
{
	return sql_all(cx, &COACHED, ARGS(T(before.starts), T(before.starts), I(before.id)),
	    load, sizeof(**rows), rows, n);
}

enum outcome
booking_service(struct ctx *cx, const struct booking *b, struct service *s)
{
	enum outcome res = service_of_booking(cx, b->id, s);

	if (res != OK)
		return res;
	s->minutes = (int)((b->ends - b->starts) / MINUTE);
	s->before_min = b->before_min;
	s->after_min = b->after_min;
	/* Windows bind the client only (U-24): a coach moves at short notice. */
	if (booking_is_coach(cx, b))
		s->notice_min = 0;
	return OK;
}

enum outcome
calendar_lock(struct ctx *cx, int64_t coach)
{
	enum outcome res = sql_change(cx, &LOCK, ARGS(I(coach)));

	/* What is changed under the lock moves free times: the directory shall look again. */
	return res != OK ? res : listing_mark_stale(cx, coach);
}

bool
booking_is_client(const struct ctx *cx, const struct booking *b)
{
	return cx->me != 0 && cx->me == b->client;
}

bool
booking_is_coach(const struct ctx *cx, const struct booking *b)
{
	return cx->me != 0 && cx->me == b->coach_account;
}

struct verdict
booking_verdict(struct ctx *cx, const struct booking *b, struct policy *p)
{
	/* What we wrote ourselves reads back; if ever it does not, nothing is promised. */
	if (policy_read(cx->mem, b->policy, p) != OK)
		memset(p, 0, sizeof(*p));
	return policy_at(p, b->price_minor, b->starts, cx->now, b->moves);
}

static const char *
join_sign(struct ctx *cx, const char *no, bool coach)
{
	return arena_strn(cx->mem, crypt_sign(cx->mem, "join", arena_fmt(cx->mem, "%lld:%s:%s",
	    (long long)cx->tenant, no, coach ? "coach" : "client")), 32);
}

char *
booking_join_token(struct ctx *cx, const struct booking *b, bool coach)
{
	return arena_fmt(cx->mem, "%s-%s", b->no, join_sign(cx, b->no, coach));
}

enum outcome
booking_by_join_token(struct ctx *cx, const char *token, struct booking *b, bool *coach)
{
	const char *dash = strrchr(token, '-');
	const char *no;

	if (dash == NULL)
		return NOT_FOUND;
	no = arena_strn(cx->mem, token, (size_t)(dash - token));
	*coach = crypt_same(join_sign(cx, no, true), dash + 1);
	if (!*coach && !crypt_same(join_sign(cx, no, false), dash + 1))
		return NOT_FOUND;
	return sql_one(cx, &BY_NO, ARGS(S(no)), load, b);
}

char *
booking_room(struct ctx *cx, const struct booking *b)
{
	const char *at = strstr(b->meeting_url, "{no}");

	if (at == NULL)
		return arena_str(cx->mem, b->meeting_url);
	/*
	 * The public number alone could be guessed from a receipt, so the room carries a signature.
	 */
	return arena_fmt(cx->mem, "%.*s%s-%.10s%s", (int)(at - b->meeting_url), b->meeting_url,
	    b->no, crypt_sign(cx->mem, "room", b->no), at + strlen("{no}"));
}
