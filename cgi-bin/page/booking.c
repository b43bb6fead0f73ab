/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One booking: everything about it for its client and its coach, and cancelling it. */

#include "lib/clock.h"
#include "lib/field.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/booking_change.h"
#include "page.h"
#include "part/booking.h"
#include "part/mails.h"
#include "part/session.h"

enum { NO, ASK, REASON, REFUND };

static const char CHANGED[] = "This booking has changed meanwhile. It stands below as it is now; "
    "nothing was done.";

static const char *const asks[] = { "cancel", NULL };

static const struct field fields[] = {
	[NO] = { "no", FIELD_NO, .path = true, .required = true },
	[ASK] = { "do", FIELD_CHOICE, .query = true, .choices = asks },
	[REASON] = { "reason", FIELD_LINES, .max = 500, .act = "cancel", .label = "a reason" },
	[REFUND] = { "refund", FIELD_INT, .max = INT64_MAX, .act = "cancel", .required = true },
	{ .name = NULL },
};

/* What comes back on cancelling now: everything when the coach does it (U-24). */
static int64_t
comes_back(struct ctx *cx, const struct booking *b)
{
	struct policy p;

	return booking_is_coach(cx, b) ? b->price_minor : booking_verdict(cx, b, &p).refund_minor;
}

static void
show_question(struct ctx *cx, struct view *v, const struct booking *b)
{
	int64_t back = comes_back(cx, b);

	view_int(v, "REFUND_NOW", back);
	view_show_if(v, "REASON_NEEDED", booking_is_coach(cx, b));
	view_show_if(v, "REASON_FREE", !booking_is_coach(cx, b));
	if (b->price_minor == 0) {
		view_show(v, "NOTHING_PAID");
		return;
	}
	v = view_add(v, "SOMETHING_PAID");
	view_set(v, "PAID_TEXT", money_minor_text(cx->mem, b->price_minor, b->currency));
	view_set(v, "BACK_TEXT", money_minor_text(cx->mem, back, b->currency));
	view_show_if(v, "BACK_TO_CARD", back > 0);
}

/* The rule in place of the buttons, and whom to write to (C-50). */
static void
show_rule(struct ctx *cx, struct view *v, const struct booking *b, const struct policy *p)
{
	int64_t cutoff = policy_cutoff(p, b->starts);
	struct view *rule = view_add(v, "RULE");

	view_set(rule, "SUPPORT", cx->site.support);
	if (b->starts < cx->now)
		view_set(rule, "RULE_TEXT", "The session has begun, so it can no longer be "
		    "cancelled or moved online.");
	else if (cutoff == 0)
		view_set(rule, "RULE_TEXT", "By its policy this session cannot be cancelled or "
		    "moved online.");
	else
		view_fmt(rule, "RULE_TEXT", "By its policy this session could be cancelled or "
		    "moved online until %s.", clock_full(cx->mem, cutoff, cx->zone));
}

static void
show_moves_left(struct ctx *cx, struct view *v, const struct booking *b, const struct policy *p,
    const struct verdict *now)
{
	int most = p->step[now->step].may_move ? p->step[now->step].max_moves : 0;
	const char *done = b->moves == 1 ? "once" : arena_fmt(cx->mem, "%d times", b->moves);

	if (b->moves == 0 && most > 0)
		return;
	v = view_add(v, "MOVES_LEFT");
	if (most == 0)
		view_set(v, "MOVES_TEXT",
		    "At this point it can be cancelled, but no longer moved.");
	else if (b->moves >= most)
		view_fmt(v, "MOVES_TEXT", "You have moved it %s; its policy allows no further move "
		    "now.", done);
	else
		view_fmt(v, "MOVES_TEXT", "You have moved it %s; you can move it %s more.", done,
		    most - b->moves == 1 ? "once" : arena_fmt(cx->mem, "%d times",
		    most - b->moves));
}

/* True when it can be cancelled. */
static bool
show_actions(struct ctx *cx, struct view *v, const struct booking *b)
{
	bool coach = booking_is_coach(cx, b);
	struct policy p;
	struct verdict now = booking_verdict(cx, b, &p);

	if (!str_eq(b->state, "Confirmed"))
		return false;
	view_show_if(v, "MAY_MOVE", coach || now.may_move);
	view_show_if(v, "CALENDAR", b->ends > cx->now);
	if (coach || now.may_cancel)
		show_question(cx, view_add(v, "MAY_CANCEL"), b);
	if (coach)
		return true;
	if (b->starts >= cx->now) {
		view_show(v, "POLICY");
		part_session_policy(cx, v, b->policy, b->price_minor, b->currency, b->starts);
	}
	if (!now.may_cancel)
		show_rule(cx, v, b, &p);
	else
		show_moves_left(cx, v, b, &p, &now);
	return now.may_cancel;
}

static enum outcome
show_history(struct ctx *cx, struct view *v, const struct booking *b)
{
	struct move_row *m;
	struct view *row;
	enum outcome res;
	size_t i, n;

	/* Each move raises the invitation's sequence, and so does nothing before it. */
	if (b->sequence == 0)
		return OK;
	if ((res = moves_of_booking(cx, b->id, &m, &n)) != OK || n == 0)
		return res;
	v = view_add(v, "HISTORY");
	for (i = 0; i < n; i++) {
		row = view_add(v, "MOVED");
		view_set(row, "MOVED_FROM", clock_short(cx->mem, m[i].was, cx->zone));
		view_set(row, "MOVED_TO", clock_short(cx->mem, m[i].is, cx->zone));
		view_set(row, "MOVED_AT", clock_short(cx->mem, m[i].at, cx->zone));
		view_set(row, "MOVED_BY", str_eq(m[i].by, "client") ? b->client_name :
		    b->coach_name);
		if (!str_is_empty(m[i].reason))
			view_set(view_add(row, "MOVED_WHY"), "MOVED_REASON", m[i].reason);
	}
	return OK;
}

static enum outcome
show_for_client(struct ctx *cx, struct view *v, const struct booking *b)
{
	struct order o;
	enum outcome res = order_mine_alone(cx, b->order_no, &o);

	if (res != OK)
		return res;
	view_show(v, "AS_CLIENT");
	part_booking_money(cx, v, b, &o);
	/* Money that came when the time had gone: it is returned as a whole, not by the policy. */
	view_show_if(v, "PAID_LATE", b->confirmed == 0 && str_eq(o.payment_state, "paid"));
	if (!str_is_empty(b->prepare_note) && str_eq(b->state, "Confirmed"))
		view_set(view_add(v, "PREPARE"), "PREPARE_NOTE", b->prepare_note);
	return OK;
}

static void
show_hold(struct ctx *cx, struct view *v, const struct booking *b)
{
	if (!str_eq(b->state, "Pending"))
		return;
	view_show_if(v, "HOLD_OVER", part_booking_is_over(cx, b));
	view_set(v, "AGAIN_DAY", clock_ymd(cx->mem, b->starts, cx->zone));
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ctx *cx = rq->cx;
	struct booking b;
	bool asked = in_has(rq, ASK) || str_eq(rq->raw->method, "POST");
	enum outcome res;

	if ((res = booking_mine(cx, in_text(rq, NO), &b)) != OK)
		return res;
	page_title(rq, arena_fmt(cx->mem, "%s with %s", b.service_name,
	    booking_is_coach(cx, &b) ? b.client_name : b.coach_name));
	part_booking_head(cx, v, &b);
	part_booking_place(cx, v, &b);
	asked = show_actions(cx, v, &b) && asked;
	show_hold(cx, v, &b);
	if (!str_is_empty(b.note))
		view_set(view_add(v, "NOTE"), "NOTE_TEXT", b.note);
	view_set(v, "SERVICE_SLUG", b.service_slug);
	view_set(v, "CLIENT_MAIL", b.client_mail);
	/* The question on a page of its own, for those without the dialog. */
	view_show(v, asked ? "ASK" : "ALL");
	view_show(v, asked ? "KEEP_LINK" : "KEEP_BUTTON");
	if (booking_is_coach(cx, &b)) {
		view_show(v, "AS_COACH");
		part_booking_money(cx, v, &b, NULL);
	} else if ((res = show_for_client(cx, v, &b)) != OK)
		return res;
	if ((res = part_booking_end(cx, v, &b)) != OK || (res = show_history(cx, v, &b)) != OK)
		return res;
	return part_mails(cx, v, &b);
}

static const char *
reason(struct req *rq)
{
	return field_trim(rq->cx->mem, in_text(rq, REASON));
}

static enum outcome
refuse(struct req *rq, const struct booking *b)
{
	struct policy p;

	if (!str_eq(b->state, "Confirmed"))
		return in_fault(rq, -1, CHANGED);
	if (!booking_is_coach(rq->cx, b) && !booking_verdict(rq->cx, b, &p).may_cancel)
		return in_fault(rq, -1, "It is too late to cancel this session online. Nothing was "
		    "done; the rule stands below.");
	/* Between looking and pressing a step of the policy may end: never less than was shown. */
	if (in_int(rq, REFUND) != comes_back(rq->cx, b))
		return in_fault(rq, -1, "What comes back has changed since you looked. Please "
		    "check the sum below once more.");
	if (booking_is_coach(rq->cx, b) && str_is_empty(reason(rq)))
		return in_fault(rq, REASON, "Please tell your client why.");
	return OK;
}

static enum outcome
cancel(struct req *rq)
{
	struct booking b;
	enum outcome res;

	if ((res = booking_mine(rq->cx, in_text(rq, NO), &b)) != OK ||
	    (res = refuse(rq, &b)) != OK)
		return res;
	res = booking_cancel(rq->cx, &b, reason(rq));
	if (res == CONFLICT || res == DENIED)
		return in_fault(rq, -1, CHANGED);
	if (res != OK)
		return res;
	page_notice(rq, "The session is cancelled. Both of you get a mail about it.");
	return go(rq, "/booking/%s", b.no);
}

static const struct action actions[] = {
	{ .name = "cancel", .post = cancel },
	{ .name = NULL },
};

const struct page page = {
	.name = "booking",
	.title = "Booking",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.get = show,
	.actions = actions,
};
