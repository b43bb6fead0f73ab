/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is bought, under which policy, until when: pay it or leave it. */

#include "lib/clock.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/checkout.h"
#include "model/tenant.h"
#include "page.h"
#include "part/session.h"
#include "part/when.h"

enum { NO, TERMS };

static const struct field fields[] = {
	[NO] = { "no", FIELD_NO, .path = true, .required = true },
	[TERMS] = { "terms", FIELD_FLAG, .act = "pay" },
	{ .name = NULL },
};

static void
show_line(struct view *v, struct ctx *cx, const struct booking *b)
{
	struct view *line = view_add(v, "SESSION");
	bool online = str_eq(b->mode, "online");

	part_when(cx, line, &(struct when){ b->starts, b->ends, cx->zone, b->zone,
	    b->coach_name });
	part_session_policy(cx, line, b->policy, b->price_minor, b->currency, b->starts);
	view_set(line, "SERVICE_NAME", b->service_name);
	view_set(line, "COACH_NAME", b->coach_name);
	view_set(line, "COACH_SLUG", b->coach_slug);
	if (!str_is_empty(b->coach_picture))
		view_set(view_add(line, "HAS_PICTURE"), "PICTURE", b->coach_picture);
	view_int(line, "MINUTES", (b->ends - b->starts) / MINUTE);
	view_set(line, "LINE_PRICE", money_minor_text(cx->mem, b->price_minor, b->currency));
	view_show_if(line, "ONLINE", online);
	view_show_if(line, "IN_PERSON", !online);
	if (!str_is_empty(b->note))
		view_set(view_add(line, "NOTE"), "NOTE_TEXT", b->note);
}

static void
show_clock(struct view *v, struct ctx *cx, const struct order *o)
{
	struct view *held = view_add(v, "HELD");

	view_int(held, "HOLD_UNTIL", o->hold_until);
	view_int(held, "NOW", cx->now);
	view_set(held, "HOLD_ISO", clock_iso(cx->mem, o->hold_until));
	view_set(held, "HOLD_HHMM", clock_hhmm(cx->mem, o->hold_until, cx->zone));
	view_set(held, "HOLD_ZONE", cx->zone);
}

static enum outcome
show_open(struct req *rq, struct view *v, const struct order *o)
{
	struct ctx *cx = rq->cx;
	struct tenant_text terms;
	struct view *open = view_add(v, "OPEN");
	enum outcome res;
	size_t i;

	if ((res = tenant_text(cx, "terms", 0, &terms)) != OK)
		return res;
	for (i = 0; i < o->n; i++)
		show_line(open, cx, &o->bookings[i]);
	show_clock(open, cx, o);
	view_set(open, "TOTAL", money_minor_text(cx->mem, o->total_minor, o->currency));
	view_int(open, "TERMS_VERSION", terms.version);
	view_set(open, "TERMS_DATE", clock_date(cx->mem, terms.published, cx->zone));
	view_show_if(open, "FREE", o->total_minor == 0);
	view_show_if(open, "PRICED", o->total_minor > 0);
	/* The partner's own words about a card that was declined (C-47). */
	if (!str_is_empty(o->payment_error))
		view_set(view_add(open, "DECLINED"), "DECLINED_TEXT", o->payment_error);
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	const struct booking *first;
	struct view *over;
	struct order o;
	enum outcome res;

	if ((res = order_mine(rq->cx, in_text(rq, NO), &o)) != OK)
		return res;
	view_set(v, "ORDER_NO", o.no);
	if (str_eq(o.state, "paid") && o.n > 0)
		return go(rq, "/booking/%s", o.bookings[0].no);
	if (str_eq(o.state, "open") && o.hold_until > rq->cx->now)
		return show_open(rq, v, &o);
	/* Paid, and nothing could be booked any more: that is told there. */
	if (str_eq(o.payment_state, "paid"))
		return go(rq, "/checkout/%s/done", o.no);
	over = view_add(v, "OVER");
	if (o.n > 0) {
		first = &o.bookings[0];
		view_fmt(over, "AGAIN", "/book/%s/%s?day=%s", first->coach_slug,
		    first->service_slug, clock_ymd(rq->cx->mem, first->starts, rq->cx->zone));
	} else
		view_set(over, "AGAIN", "/coaches");
	/* A payment may still be on its way; it is either booked or paid back in full. */
	view_show_if(over, "PAYING", str_eq(o.payment_state, "open"));
	return OK;
}

/* A declined card is known to the partner only: the page shows what it says now. */
static enum outcome
look(struct req *rq)
{
	struct order o;
	enum outcome res;

	if ((res = order_mine_alone(rq->cx, in_text(rq, NO), &o)) != OK)
		return res;
	if (str_eq(o.payment_state, "open") && str_eq(o.state, "open")) {
		res = checkout_settle(rq->cx, o.payment);
		/* A partner who does not answer is no reason not to show the page. */
		if (res != OK && res != BUSY)
			return res;
	}
	return OK;
}

static enum outcome
accept(struct req *rq)
{
	struct tenant_text terms;
	struct order o;
	enum outcome res;

	if (!in_flag(rq, TERMS))
		return in_fault(rq, TERMS, "Please read and accept the terms first.");
	if ((res = order_mine(rq->cx, in_text(rq, NO), &o)) != OK ||
	    (res = tenant_text(rq->cx, "terms", 0, &terms)) != OK)
		return res;
	if (!str_eq(o.state, "open"))
		return go(rq, "/checkout/%s", o.no);
	res = checkout_accept(rq->cx, &o, terms.version);
	if (res == CONFLICT)
		return in_fault(rq, -1, "The time was no longer kept for you.");
	if (res == OK && o.total_minor == 0) {
		page_notice(rq, "You are booked. The confirmation is on its way to you.");
		return o.n > 0 ? go(rq, "/booking/%s", o.bookings[0].no) : BROKEN;
	}
	return res;
}

static enum outcome
to_partner(struct req *rq)
{
	const char *url;
	struct order o;
	enum outcome res;

	if ((res = order_mine(rq->cx, in_text(rq, NO), &o)) != OK)
		return res;
	if (str_eq(o.state, "paid") && o.n > 0)
		return go(rq, "/booking/%s", o.bookings[0].no);
	res = checkout_page(rq->cx, o.no, &url);
	if (res == OK)
		return go_out(rq, url);
	if (res == BUSY || res == INVALID)
		return in_fault(rq, -1, "The payment service does not answer at the moment. "
		    "Nothing was charged and your time is still kept; please press the button "
		    "again.");
	return res == CONFLICT ? go(rq, "/checkout/%s", o.no) : res;
}

static enum outcome
leave(struct req *rq)
{
	struct order o;
	enum outcome res;

	if ((res = order_mine(rq->cx, in_text(rq, NO), &o)) != OK || o.n == 0)
		return res != OK ? res : BROKEN;
	res = checkout_leave(rq->cx, o.no);
	if (res == OK)
		page_notice(rq, "You have left; the time is free again and nothing was charged.");
	else if (res == CONFLICT)
		return go(rq, "/checkout/%s", o.no);
	else if (res == BUSY)
		page_notice(rq, "You have left. The payment service does not answer, so the time "
		    "becomes free by itself when its keeping ends. Nothing was charged.");
	else
		return res;
	return go(rq, "/book/%s/%s", o.bookings[0].coach_slug, o.bookings[0].service_slug);
}

static const struct action actions[] = {
	{ .name = "pay", .post = accept, .after = to_partner },
	{ .name = "leave", .after = leave },
	{ .name = NULL },
};

const struct page page = {
	.name = "checkout",
	.title = "Check and confirm",
	.access = ACCESS_MEMBER,
	.fields = fields,
	.sync = look,
	.get = show,
	.actions = actions,
};
