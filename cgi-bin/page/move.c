/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Move a booked session: choose a time, look at both, say yes. Number and payment stay (D-07). */

#include "lib/clock.h"
#include "lib/field.h"
#include "lib/str.h"
#include "model/booking_change.h"
#include "model/slot.h"
#include "page.h"
#include "part/booking.h"
#include "part/month.h"
#include "part/when.h"

enum { NO, MONTH, DAY_FIELD, START, ZONE, CHOOSE, REASON };

static const struct field fields[] = {
	[NO] = { "no", FIELD_NO, .path = true, .required = true },
	[MONTH] = { "month", FIELD_MONTH, .query = true },
	[DAY_FIELD] = { "day", FIELD_DATE, .query = true },
	[START] = { "start", FIELD_TIME, .query = true },
	[ZONE] = { "zone", FIELD_ZONE, .query = true },
	[CHOOSE] = { "choose", FIELD_FLAG, .query = true },
	[REASON] = { "reason", FIELD_LINES, .max = MOVE_REASON_MAX, .label = "a reason" },
	{ .name = NULL },
};

/* Why it cannot be moved now, or NULL. */
static const char *
refusal(struct ctx *cx, const struct booking *b, bool has_service)
{
	bool coach = booking_is_coach(cx, b);
	struct policy p;
	struct verdict now = booking_verdict(cx, b, &p);

	if (!str_eq(b->state, "Confirmed"))
		return "Only a confirmed session can be moved.";
	if (!has_service)
		return coach ? "Your profile is not open at present, so no time can be offered. "
		    "You can still cancel the session." :
		    "This coach takes no sessions through us at present, so there is no other time "
		    "to choose. The session stands as it is; you can cancel it by its policy.";
	if (coach || now.may_move)
		return NULL;
	if (now.step < 0)
		return "The session has begun, so it can no longer be moved online.";
	if (p.step[now.step].may_move && p.step[now.step].max_moves > 0)
		return "You have moved it as often as its policy allows at this point.";
	return arena_fmt(cx->mem, "By its policy this session can no longer be moved: it begins on "
	    "%s.", clock_full(cx->mem, b->starts, cx->zone));
}

static void
show_confirm(struct ctx *cx, struct view *v, const struct booking *b, int64_t start)
{
	bool coach = booking_is_coach(cx, b);
	struct when is = { b->starts, b->ends, cx->zone,
	    coach ? b->client_zone_now : b->coach_zone_now,
	    coach ? b->client_name : b->coach_name }, new = is;
	struct policy p;
	struct verdict now = booking_verdict(cx, b, &p);
	int left = now.step >= 0 ? p.step[now.step].max_moves - b->moves - 1 : 0;

	/* Each of the two times says for itself whether the clocks differ. */
	view_hide(v, "THEIR_TIME");
	v = view_add(v, "CONFIRM");
	view_int(v, "START", start);
	view_set(v, "DAY_WORD", clock_ymd(cx->mem, start, cx->zone));
	new.from = start;
	new.to = start + (b->ends - b->starts);
	part_when(cx, view_add(v, "NEW_TIME"), &new);
	part_when(cx, view_add(v, "OLD_TIME"), &is);
	if (coach)
		view_show(v, "TELL_CLIENT");
	else
		view_set(view_add(v, "LEFT"), "LEFT_TEXT", left <= 0 ?
		    "At this point of its policy it cannot be moved again after that." : left == 1 ?
		    "At this point of its policy it can be moved once more after that." :
		    arena_fmt(cx->mem, "At this point of its policy it can be moved %d times more "
		    "after that.", left));
}

static enum outcome
show_choice(struct req *rq, struct view *v, const struct booking *b, const struct service *s)
{
	struct month m = { .service = s, .month = in_int(rq, MONTH), .day = in_int(rq, DAY_FIELD),
	    .start = b->starts, .moving = b->id, .choose_zone = in_flag(rq, CHOOSE),
	    .looked = in_has(rq, ZONE) };

	if (booking_is_coach(rq->cx, b)) {
		m.other_zone = b->client_zone_now;
		m.other_name = b->client_name;
	}
	if (m.looked)
		rq->cx->zone = in_text(rq, ZONE);
	view_show(v, "CHOICE");
	view_fmt(v, "CHOOSE_TO", "/move/%s", b->no);
	return part_month(v, rq->cx, &m);
}

static enum outcome
read(struct req *rq, struct booking *b, struct service *s, const char **why)
{
	enum outcome res;

	if ((res = booking_mine(rq->cx, in_text(rq, NO), b)) != OK)
		return res;
	res = booking_service(rq->cx, b, s);
	*why = refusal(rq->cx, b, res == OK);
	return res == NOT_FOUND ? OK : res;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ctx *cx = rq->cx;
	const char *why, *detail;
	struct booking b;
	struct service s;
	unsigned reasons = 0;
	enum outcome res;

	if ((res = read(rq, &b, &s, &why)) != OK)
		return res;
	part_booking_head(cx, v, &b);
	view_show(v, booking_is_coach(cx, &b) ? "AS_COACH" : "AS_CLIENT");
	if (why != NULL) {
		v = view_add(v, "REFUSED");
		view_set(v, "REFUSED_TEXT", why);
		view_set(v, "SUPPORT", cx->site.support);
		return OK;
	}
	if (!in_has(rq, START))
		return show_choice(rq, v, &b, &s);
	if ((res = slot_reasons_now(cx, &s, in_int(rq, START), b.id, &reasons, &detail)) != OK)
		return res;
	if (reasons == 0 && in_int(rq, START) != b.starts) {
		show_confirm(cx, v, &b, in_int(rq, START));
		return OK;
	}
	view_show_if(v, "GONE", reasons != 0 && !str_eq(rq->raw->method, "POST"));
	return show_choice(rq, v, &b, &s);
}

static enum outcome
move(struct req *rq)
{
	const char *why, *reason;
	struct booking b;
	struct service s;
	enum outcome res;

	if ((res = read(rq, &b, &s, &why)) != OK)
		return res;
	if (why != NULL)
		return in_fault(rq, -1, why);
	if (!in_has(rq, START))
		return in_fault(rq, -1, "Please choose a time first.");
	/* Windows bind the client only; who may always act says why (U-24). */
	reason = booking_is_coach(rq->cx, &b) ? field_trim(rq->cx->mem, in_text(rq, REASON)) : "";
	if (booking_is_coach(rq->cx, &b) && str_is_empty(reason))
		return in_fault(rq, REASON, "Please tell your client why.");
	res = booking_move(rq->cx, &b, &s, in_int(rq, START), reason);
	if (res == CONFLICT || res == DENIED)
		return in_fault(rq, -1, "This time has just been taken or is no longer offered. "
		    "The session stays where it was; please choose another time.");
	if (res != OK)
		return res;
	page_notice(rq, "The session has moved. Both of you get a mail with the new time.");
	return go(rq, "/booking/%s", b.no);
}

const struct page page = {
	.name = "move",
	.title = "Move a session",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.get = show,
	.post = move,
};
