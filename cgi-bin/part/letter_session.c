/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a mail about a booking says. */

#include "part/letter_session.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/booking.h"
#include "model/refund.h"
#include "model/reminder.h"
#include "part/event.h"
#include "part/when.h"

struct session {
	struct ctx	*cx;
	const struct errand *e;
	const struct reader *to;
	const struct told *told;
	struct view	*v;
	struct letter	*l;
	struct booking	 b;
	bool		 coach;		/* the reader is the coach */
};

/* ---- is it still true? Each gives a reason to drop the mail, or NULL -------------------- */

static const char *
new_booking(const struct session *s)
{
	if (!str_eq(s->b.state, "Confirmed"))
		return "the session was cancelled meanwhile";
	/* The mail about the move carries everything that this one would have said. */
	if (s->b.sequence > 0)
		return "the session was moved meanwhile";
	return s->b.ends <= s->cx->now ? "the session is over" : NULL;
}

static const char *
moved(const struct session *s)
{
	const char *key = arena_fmt(s->cx->mem, "moved:%lld:%d:", (long long)s->b.id,
	    s->b.sequence);

	if (!str_eq(s->b.state, "Confirmed"))
		return "the session was cancelled meanwhile";
	if (!str_starts(s->e->once, key))
		return "the session was moved again meanwhile";
	return s->b.ends <= s->cx->now ? "the session is over" : NULL;
}

static const char *
cancelled(const struct session *s)
{
	return str_eq(s->b.state, "Cancelled") ? NULL : "the session is not cancelled";
}

static const char *
reminder(const struct session *s)
{
	const struct reminder *r = reminder_of(s->e->tmpl);

	if (!str_eq(s->b.state, "Confirmed"))
		return "the session was cancelled meanwhile";
	if (r == NULL || !str_eq(s->e->once, reminder_key(s->cx, r, &s->b, s->to->id)))
		return "the session was moved meanwhile";
	if ((s->to->notices & r->bit) == 0)
		return "the reader wants no such reminder any more";
	return s->cx->now > s->b.starts - r->latest ? "too late to be of use" : NULL;
}

static const char *
always(const struct session *s)
{
	(void)s;
	return NULL;
}

/* ---- what it says ----------------------------------------------------------------------- */

static void
say_place(struct session *s)
{
	const struct booking *b = &s->b;
	struct view *v;

	if (str_eq(b->mode, "online")) {
		v = view_add(s->v, "ONLINE");
		view_set(v, "JOIN_URL", part_join_url(s->cx, b, s->coach));
		return;
	}
	v = view_add(s->v, "PERSON");
	view_set(v, "PLACE", b->place);
	if (!str_is_empty(b->access_note))
		view_set(view_add(v, "ACCESS"), "ACCESS_NOTE", b->access_note);
}

static void
say_session(struct session *s)
{
	const struct booking *b = &s->b;
	const char *other = s->coach ? b->client_name : b->coach_name;
	struct when w = { b->starts, b->ends, s->to->zone,
	    s->coach ? b->client_zone_now : b->coach_zone_now, other };

	view_set(s->v, "NO", b->no);
	view_set(s->v, "SERVICE", b->service_name);
	view_set(s->v, "OTHER", other);
	view_set(s->v, "BOOKING_URL", part_booking_url(s->cx, b));
	view_set(s->v, "AGAIN_URL", arena_fmt(s->cx->mem, "%s/coaches/%s", s->cx->site.address,
	    b->coach_slug));
	view_set(s->v, "DAY", clock_short(s->cx->mem, b->starts, s->to->zone));
	view_show_if(s->v, "CLIENT_SIDE", !s->coach);
	view_show_if(s->v, "COACH_SIDE", s->coach);
	part_when(s->cx, s->v, &w);
	say_place(s);
	if (!s->coach && !str_is_empty(b->prepare_note))
		view_set(view_add(s->v, "PREPARE"), "PREPARE_NOTE", b->prepare_note);
	if (s->coach && !str_is_empty(b->note))
		view_set(view_add(s->v, "WORDS"), "CLIENT_NOTE", b->note);
	if (b->price_minor > 0)
		view_set(view_add(s->v, "PRICED"), "PRICE", money_minor_text(s->cx->mem,
		    b->price_minor, b->currency));
}

/* Absolute dates in the reader's zone, from the same function as the screen (P-03). */
static void
say_policy(struct session *s)
{
	const struct booking *b = &s->b;
	struct policy p;
	struct view *v;
	char **lines;
	int i, n;

	if (s->coach || policy_read(s->cx->mem, b->policy, &p) != OK)
		return;
	policy_sentences(s->cx->mem, &p, b->price_minor, b->currency, b->starts, s->cx->now,
	    s->to->zone, &lines, &n);
	if (n == 0)
		return;
	v = view_add(s->v, "POLICY");
	for (i = 0; i < n; i++)
		view_set(view_add(v, "POLICY_STEP"), "POLICY_LINE", lines[i]);
}

static void
say_was(struct session *s)
{
	int64_t was = s->told->was;

	if (was != 0)
		view_set(view_add(s->v, "BEFORE"), "WAS", clock_range(s->cx->mem, was,
		    was + s->b.ends - s->b.starts, s->to->zone));
}

static void
say_who_cancelled(struct session *s)
{
	const char *by = s->b.cancelled_by;

	if (str_eq(by, s->coach ? "coach" : "client"))
		view_show(s->v, "BY_READER");
	else if (str_eq(by, s->coach ? "client" : "coach"))
		view_show(s->v, "BY_OTHER");
	else
		view_show(s->v, "BY_SITE");
	if (!str_is_empty(s->b.cancel_reason))
		view_set(view_add(s->v, "REASON"), "REASON_TEXT", s->b.cancel_reason);
}

/* What comes back, as it was promised and as far as it has come. */
static enum outcome
say_refund(struct session *s)
{
	const struct booking *b = &s->b;
	struct refund_row f;
	struct view *v;
	enum outcome res;

	if (b->price_minor == 0)
		return OK;
	if (b->refund_minor == 0) {
		view_show(s->v, "NO_REFUND");
		return OK;
	}
	if ((res = refund_for_booking(s->cx, b->id, &f)) != OK && res != NOT_FOUND)
		return res;
	v = view_add(s->v, res == OK && str_eq(f.state, "review") ? "REFUND_REVIEW" : "REFUND");
	view_set(v, "REFUND_TEXT", money_minor_text(s->cx->mem, b->refund_minor, b->currency));
	view_set(v, "PAID_TEXT", money_minor_text(s->cx->mem, b->price_minor, b->currency));
	return OK;
}

static enum outcome
write_new(struct session *s)
{
	say_policy(s);
	return OK;
}

static enum outcome
write_moved(struct session *s)
{
	say_was(s);
	if (!s->coach && !str_is_empty(s->told->reason))
		view_set(view_add(s->v, "REASON"), "REASON_TEXT", s->told->reason);
	say_policy(s);
	return OK;
}

static enum outcome
write_cancelled(struct session *s)
{
	say_who_cancelled(s);
	return say_refund(s);
}

static enum outcome
write_reminder(struct session *s)
{
	view_set(s->v, "WISHES_URL", arena_fmt(s->cx->mem, "%s/answer/%s", s->cx->site.address,
	    reminder_token(s->cx, s->to->id)));
	return OK;
}

static enum outcome
write_late(struct session *s)
{
	if (str_is_empty(s->told->currency))
		return BROKEN;
	view_set(s->v, "AMOUNT", money_minor_text(s->cx->mem, s->told->minor, s->told->currency));
	view_show(s->v, str_starts(s->e->once, "double:") ? "TWICE" : "LATE");
	return OK;
}

/* ---- all of them ------------------------------------------------------------------------- */

static const struct kind {
	const char	*tmpl;
	const char	*(*fault)(const struct session *);
	enum outcome	(*write)(struct session *);
	const char	*method;	/* of its calendar file */
} kinds[] = {
	{ "confirmed", new_booking, write_new, "REQUEST" },
	{ "booked", new_booking, write_new, "REQUEST" },
	{ "moved", moved, write_moved, "REQUEST" },
	{ "moved-coach", moved, write_moved, "REQUEST" },
	{ "cancelled", cancelled, write_cancelled, "CANCEL" },
	{ "cancelled-coach", cancelled, write_cancelled, "CANCEL" },
	{ "reminder-24h", reminder, write_reminder, NULL },
	{ "reminder-1h", reminder, write_reminder, NULL },
	{ "late-refund", always, write_late, NULL },
};

static const struct kind *
kind_of(const char *tmpl)
{
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(kinds[i].tmpl, tmpl))
			return &kinds[i];
	return NULL;
}

bool
letter_is_session(const char *tmpl)
{
	return kind_of(tmpl) != NULL;
}

/* The organizer is the house: mail programs ignore an invitation from oneself. */
static void
invite(struct session *s, const char *method)
{
	struct ical_event ev;
	size_t len;

	part_event(s->cx, &s->b, s->coach, &ev);
	ev.organizer_name = s->cx->site.name;
	ev.organizer_mail = s->cx->site.mail_from;
	ev.attendee_name = s->to->name;
	ev.attendee_mail = s->to->mail;
	s->l->mail.ics = ical_write(s->cx->mem, method, NULL, &ev, 1, &len);
	s->l->mail.ics_method = method;
}

enum outcome
letter_session(struct ctx *cx, const struct errand *e, const struct reader *to,
    const struct told *told, struct view *v, struct letter *l)
{
	struct session s = { .cx = cx, .e = e, .to = to, .told = told, .v = v, .l = l };
	const struct kind *k = kind_of(e->tmpl);
	enum outcome res;

	res = booking_for_job(cx, e->booking, &s.b);
	if (res == NOT_FOUND || k == NULL)
		return BROKEN;
	if (res != OK)
		return res;
	s.coach = to->id == s.b.coach_account;
	if (!s.coach && to->id != s.b.client)
		l->dropped = "the reader has no part in this booking any more";
	else
		l->dropped = k->fault(&s);
	if (l->dropped != NULL)
		return OK;
	say_session(&s);
	if ((res = k->write(&s)) != OK)
		return res;
	if (k->method != NULL)
		invite(&s, k->method);
	return OK;
}
