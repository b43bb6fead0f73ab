/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Say yes to one time of a service: it is kept for the client while they pay. */

#include "lib/clock.h"
#include "lib/field.h"
#include "model/attempt.h"
#include "model/booking_change.h"
#include "model/slot.h"
#include "page.h"
#include "part/session.h"
#include "part/when.h"

enum { COACH, SERVICE, START, NOTE };

enum { NIGHT_FROM = 22, NIGHT_TO = 6 };

/* Taking and leaving times in turn keeps others away from them as well (D-25). */
static const struct limit LIMIT = { "hold", 30, HOUR };

static const struct field fields[] = {
	[COACH] = { "coach", FIELD_SLUG, .path = true, .required = true },
	[SERVICE] = { "service", FIELD_SLUG, .path = true, .required = true },
	[START] = { "start", FIELD_TIME, .query = true, .required = true, .label = "a time" },
	[NOTE] = { "note", FIELD_LINES, .max = 500, .label = "your note" },
	{ .name = NULL },
};

static const char *
sentence(enum hold_refusal why)
{
	switch (why) {
	case HOLD_MANY:
		return "You are keeping three times already; they stand in My bookings. Please pay "
		    "for one or leave it first.";
	case HOLD_OWN:
		return "This is your own service; clients book it.";
	case HOLD_ONCE:
		return "You have had a first conversation with this coach. Please choose another "
		    "service.";
	case HOLD_UNVERIFIED:
		return "Please confirm your email address first: the link is in the mail we sent "
		    "you. We can send it again from your settings.";
	case HOLD_TAKEN:
	case HOLD_FINE:
		break;
	}
	return "This time has just been taken or is no longer offered. Please choose another.";
}

/* A start in the reader's night is asked about, not refused: it may be a wrong zone (P-09). */
static bool
is_night(struct ctx *cx, int64_t start)
{
	struct local l;

	zone_local(cx->zone, start, &l);
	return l.hour >= NIGHT_FROM || l.hour < NIGHT_TO;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	int64_t start = in_int(rq, START);
	const char *detail, *order_no;
	struct service s;
	unsigned reasons;
	enum outcome res;

	res = service_offered(rq->cx, in_text(rq, COACH), in_text(rq, SERVICE), &s);
	if (res == NOT_FOUND) {
		page_status(rq, 404);
		view_show(v, "NOT_OFFERED");
		return OK;
	}
	if (res != OK)
		return res;
	if (!in_has(rq, START))
		return go(rq, "/book/%s/%s", s.coach_slug, s.slug);
	/* Back from the next page: what is kept already is not chosen again. */
	if ((res = booking_held(rq->cx, &s, start, &order_no)) != NOT_FOUND)
		return res == OK ? go(rq, "/checkout/%s", order_no) : res;
	if ((res = slot_reasons_now(rq->cx, &s, start, 0, &reasons, &detail)) != OK)
		return res;
	view_show(v, "OFFERED");
	part_session_head(rq->cx, v, &s);
	part_when(rq->cx, v, &(struct when){ start, start + s.minutes * MINUTE, rq->cx->zone,
	    s.coach_zone, s.coach_name });
	part_session_policy(rq->cx, v, s.policy, s.price_minor, s.currency, start);
	view_int(v, "START", start);
	view_int(v, "HOLD_MINUTES", HOLD_SECONDS / MINUTE);
	view_set(v, "DAY_WORD", clock_ymd(rq->cx->mem, start, rq->cx->zone));
	view_show_if(v, "NIGHT", is_night(rq->cx, start));
	view_show_if(v, "FREE_OF_CHARGE", s.price_minor == 0);
	view_show_if(v, "TO_BE_PAID", s.price_minor > 0);
	view_show_if(v, "GONE", reasons != 0);
	view_show_if(v, "STILL_FREE", reasons == 0);
	return OK;
}

static enum outcome
count(struct req *rq)
{
	enum outcome res = attempt_count(rq->cx, &LIMIT, arena_fmt(rq->cx->mem, "account:%lld",
	    (long long)rq->cx->me));

	if (res == LIMITED)
		return in_fault(rq, -1, "That was very often within one hour. Please try again "
		    "later.");
	return res;
}

static enum outcome
hold(struct req *rq)
{
	const char *order_no = NULL;
	enum hold_refusal why;
	struct service s;
	enum outcome res;

	res = service_offered(rq->cx, in_text(rq, COACH), in_text(rq, SERVICE), &s);
	if (res == NOT_FOUND)
		return in_fault(rq, -1, "This session cannot be booked any more. Nothing was "
		    "booked and nothing charged.");
	if (res != OK)
		return res;
	res = booking_hold(rq->cx, &s, in_int(rq, START),
	    field_trim(rq->cx->mem, in_text(rq, NOTE)), &why, &order_no);
	if (res == OK)
		return go(rq, "/checkout/%s", order_no);
	if (why == HOLD_FINE)
		return res;
	return in_fault(rq, -1, sentence(why));
}

const struct page page = {
	.name = "hold",
	.title = "Keep this time",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.get = show,
	.before = count,
	.post = hold,
};
