/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a booking is shown. */

#include "part/booking.h"

#include "lib/clock.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/ledger.h"
#include "model/refund.h"
#include "part/coach.h"
#include "part/when.h"

static const char *const months[] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};
static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static const char *
money(struct ctx *cx, const struct booking *b, int64_t minor)
{
	return money_minor_text(cx->mem, minor, b->currency);
}

bool
part_booking_is_over(const struct ctx *cx, const struct booking *b)
{
	return str_eq(b->state, "Pending") && b->hold_until <= cx->now;
}

void
part_booking_state(struct ctx *cx, struct view *v, const struct booking *b)
{
	static const char *const names[][3] = {
		{ "Pending", "Waiting for payment", "pending" },
		{ "Confirmed", "Confirmed", "confirmed" },
		{ "Completed", "Completed", "completed" },
		{ "Cancelled", "Cancelled", "cancelled" },
		{ "NoShow", "No show", "noshow" },
	};
	size_t i;

	/* Time is over before the job has written it down. */
	if (part_booking_is_over(cx, b) || str_eq(b->cancelled_by, "system")) {
		view_set(v, "STATE", "Not paid");
		view_set(v, "STATE_CLASS", "cancelled");
		return;
	}
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(b->state, names[i][0])) {
			view_set(v, "STATE", names[i][1]);
			view_set(v, "STATE_CLASS", names[i][2]);
		}
}

static void
show_day(struct ctx *cx, struct view *v, int64_t t)
{
	struct local l;

	zone_local(cx->zone, t, &l);
	view_set(v, "DAY_MONTH", months[l.month - 1]);
	view_int(v, "DAY_NUMBER", l.day);
	view_set(v, "DAY_WEEKDAY", weekdays[l.weekday - 1]);
}

static void
show_way(struct view *v, const struct booking *b)
{
	bool online = str_eq(b->mode, "online");

	view_show_if(v, "ONLINE", online);
	view_show_if(v, "IN_PERSON", !online);
}

/* Until when a hold waits for its payment, and where to pay. */
static void
show_hold(struct ctx *cx, struct view *v, const struct booking *b)
{
	struct view *held;

	if (!str_eq(b->state, "Pending") || b->hold_until <= cx->now)
		return;
	held = view_add(v, "HELD");
	view_set(held, "ORDER_NO", b->order_no);
	view_int(held, "HOLD_UNTIL", b->hold_until);
	view_int(held, "NOW", cx->now);
	view_set(held, "HOLD_ISO", clock_iso(cx->mem, b->hold_until));
	view_set(held, "HOLD_HHMM", clock_hhmm(cx->mem, b->hold_until, cx->zone));
	view_set(held, "HOLD_ZONE", cx->zone);
}

void
part_booking_item(struct ctx *cx, struct view *v, const struct booking *b)
{
	int64_t kept = b->price_minor - b->refund_minor;

	view_set(v, "NO", b->no);
	view_set(v, "SERVICE_NAME", b->service_name);
	view_set(v, "COACH_NAME", b->coach_name);
	view_set(v, "CLIENT_NAME", b->client_name);
	view_set(v, "STARTS_ISO", clock_iso(cx->mem, b->starts));
	view_set(v, "WHEN", clock_range(cx->mem, b->starts, b->ends, cx->zone));
	view_set(v, "SHARE", money(cx, b, kept - ledger_fee(b, kept)));
	part_booking_state(cx, v, b);
	show_day(cx, v, b->starts);
	show_way(v, b);
	show_hold(cx, v, b);
}

void
part_booking_head(struct ctx *cx, struct view *v, const struct booking *b)
{
	bool coach = booking_is_coach(cx, b);
	struct when w = { b->starts, b->ends, cx->zone,
	    coach ? b->client_zone_now : b->coach_zone_now,
	    coach ? b->client_name : b->coach_name };

	view_set(v, "NO", b->no);
	view_set(v, "SERVICE_NAME", b->service_name);
	view_set(v, "COACH_NAME", b->coach_name);
	view_set(v, "COACH_SLUG", b->coach_slug);
	view_set(v, "CLIENT_NAME", b->client_name);
	view_set(v, "OTHER_NAME", w.their_name);
	part_booking_state(cx, v, b);
	show_day(cx, v, b->starts);
	part_when(cx, v, &w);
	show_way(v, b);
	show_hold(cx, v, b);
	part_face(cx, v, w.their_name, coach ? "" : b->coach_picture);
}

static void
show_room(struct ctx *cx, struct view *v, const struct booking *b)
{
	int64_t opens = b->starts - JOIN_EARLY;
	const char *token = booking_join_token(cx, b, booking_is_coach(cx, b));
	struct view *room;

	if (!str_eq(b->state, "Confirmed")) {
		view_show_if(v, "ROOM_LATER", str_eq(b->state, "Pending") &&
		    !part_booking_is_over(cx, b));
		return;
	}
	if (cx->now > b->ends + JOIN_LATE)
		return;
	room = view_add(v, cx->now < opens ? "ROOM_SHUT" : "ROOM_OPEN");
	view_set(room, "JOIN_TOKEN", token);
	view_int(room, "OPENS", opens);
	view_int(room, "NOW", cx->now);
	view_set(room, "OPENS_TEXT", clock_short(cx->mem, opens, cx->zone));
}

void
part_booking_place(struct ctx *cx, struct view *v, const struct booking *b)
{
	bool known = str_eq(b->state, "Confirmed") || str_eq(b->state, "Completed") ||
	    booking_is_coach(cx, b);
	struct view *at;

	if (str_eq(b->mode, "online")) {
		show_room(cx, v, b);
		return;
	}
	if (!known) {
		view_show_if(v, "ADDRESS_LATER", str_eq(b->state, "Pending"));
		return;
	}
	at = view_add(v, "ADDRESS");
	view_set(at, "PLACE", b->place);
	if (!str_is_empty(b->access_note))
		view_set(view_add(at, "ACCESS"), "ACCESS_NOTE", b->access_note);
}

static void
line(struct ctx *cx, struct view *v, const char *what, const struct booking *b, int64_t minor)
{
	struct view *l = view_add(v, "MONEY_LINE");

	view_set(l, "LINE_NAME", what);
	view_set(l, "LINE_TEXT", money(cx, b, minor));
}

static void
show_earned(struct ctx *cx, struct view *v, const struct booking *b)
{
	int64_t kept = b->price_minor - b->refund_minor;
	int64_t fee = ledger_fee(b, kept);

	line(cx, v, "Price", b, b->price_minor);
	if (b->refund_minor > 0)
		line(cx, v, "Back to the client", b, -b->refund_minor);
	line(cx, v, "Fee of the platform", b, -fee);
	view_set(v, "TOTAL_NAME", "Your share");
	view_set(v, "TOTAL_TEXT", money(cx, b, kept - fee));
}

void
part_booking_money(struct ctx *cx, struct view *v, const struct booking *b, const struct order *o)
{
	bool paid = o != NULL && str_eq(o->payment_state, "paid");
	struct view *m;

	/* A hold that ended without payment has no money to tell of. */
	if (str_eq(b->state, "Cancelled") && b->confirmed == 0)
		return;
	m = view_add(v, b->price_minor > 0 ? "MONEY" : "GRATIS");
	if (b->price_minor == 0)
		return;
	if (o == NULL) {
		show_earned(cx, m, b);
		return;
	}
	line(cx, m, b->service_name, b, b->price_minor);
	if (!paid) {
		view_set(m, "TOTAL_NAME", str_eq(b->state, "Pending") ? "To pay" : "Paid");
		view_set(m, "TOTAL_TEXT", money(cx, b, str_eq(b->state, "Pending") ?
		    b->price_minor : 0));
		return;
	}
	line(cx, m, str_is_empty(o->card) ? "Paid" : arena_fmt(cx->mem, "Paid with %s", o->card),
	    b, -b->price_minor);
	if (b->refund_minor > 0)
		line(cx, m, "Back to you", b, b->refund_minor);
	view_set(m, "TOTAL_NAME", b->refund_minor > 0 ? "In the end you paid" : "Left to pay");
	view_set(m, "TOTAL_TEXT", money(cx, b, b->refund_minor > 0 ?
	    b->price_minor - b->refund_minor : 0));
	if (str_starts(o->receipt_url, "https://") || str_starts(o->receipt_url, "http://"))
		view_set(view_add(m, "RECEIPT"), "RECEIPT_URL", o->receipt_url);
}

static const char *
refund_words(struct ctx *cx, const struct booking *b, const struct refund_row *f, bool coach)
{
	const char *sum = money(cx, b, f->minor), *card = coach ? "the client's card" :
	    "the card you paid with";

	if (str_eq(f->state, "succeeded"))
		return arena_fmt(cx->mem, "%s went back to %s on %s. Banks usually take five to "
		    "ten days to show it.", sum, card, clock_short(cx->mem, f->done, cx->zone));
	if (str_eq(f->state, "sent"))
		return arena_fmt(cx->mem, "%s is on its way back to %s. Banks usually take "
		    "five to ten days to show it.", sum, card);
	if (str_eq(f->state, "queued"))
		return arena_fmt(cx->mem, "%s goes back to %s; we are handing it to the payment "
		    "service.", sum, card);
	return arena_fmt(cx->mem, "%s is due back to %s. Somebody of us has to release it by hand; "
	    "this page shows when it is done.", sum, card);
}

static const char *
who(struct ctx *cx, const struct booking *b)
{
	if (str_eq(b->cancelled_by, "client"))
		return booking_is_coach(cx, b) ? b->client_name : "You";
	if (str_eq(b->cancelled_by, "coach"))
		return booking_is_coach(cx, b) ? "You" : b->coach_name;
	return cx->site.name;
}

enum outcome
part_booking_end(struct ctx *cx, struct view *v, const struct booking *b)
{
	struct refund_row f;
	struct view *end;
	enum outcome res;

	if (!str_eq(b->state, "Cancelled"))
		return OK;
	end = view_add(v, str_eq(b->cancelled_by, "system") || b->confirmed == 0 ? "LAPSED" :
	    "CANCELLED");
	view_set(end, "CANCELLED_BY", who(cx, b));
	view_set(end, "CANCELLED_AT", clock_short(cx->mem, b->ended, cx->zone));
	if (!str_is_empty(b->cancel_reason))
		view_set(view_add(end, "REASON"), "REASON_TEXT", b->cancel_reason);
	res = refund_for_booking(cx, b->id, &f);
	if (res == OK)
		view_set(view_add(end, "REFUND"), "REFUND_TEXT",
		    refund_words(cx, b, &f, booking_is_coach(cx, b)));
	else if (res == NOT_FOUND && b->price_minor > 0)
		view_show(end, "NO_REFUND");
	return res == NOT_FOUND ? OK : res;
}
