/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What we wrote to people about a booking. */

#include "part/mails.h"

#include "lib/clock.h"
#include "lib/str.h"
#include "model/account.h"
#include "model/notice.h"
#include "model/reminder.h"

static const struct {
	const char	*tmpl, *words;
} names[] = {
	{ "confirmed", "Confirmation with invitation" },
	{ "booked", "New booking, with invitation" },
	{ "moved", "New time, with invitation" },
	{ "moved-coach", "New time, with invitation" },
	{ "cancelled", "Cancellation" },
	{ "cancelled-coach", "Cancellation" },
	{ "late-refund", "Late payment, returned" },
	{ "reminder-24h", "Reminder a day before" },
	{ "reminder-1h", "Reminder an hour before" },
};

static const char *
name_of(const char *tmpl)
{
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(names[i].tmpl, tmpl))
			return names[i].words;
	return "Message";
}

/* The section that tells the state; the words stand in the template. */
static const char *
section_of(const struct notice_row *n)
{
	if (str_eq(n->state, "done"))
		return "ACCEPTED";
	if (str_eq(n->state, "refused"))
		return "REFUSED";
	if (str_eq(n->state, "given-up"))
		return "GIVEN_UP";
	if (str_eq(n->state, "dropped"))
		return "DROPPED";
	return str_is_empty(n->answer) ? "QUEUED" : "TRYING";
}

static bool
is_trouble(const struct notice_row *n)
{
	return str_eq(n->state, "refused") || str_eq(n->state, "given-up");
}

static void
show(struct ctx *cx, struct view *v, const struct notice_row *n, const char *other)
{
	bool mine = n->account == cx->me;
	struct view *row, *state;

	if (!mine && !is_trouble(n))
		return;
	row = view_add(v, "MAIL");
	view_set(row, "MAIL_NAME", name_of(n->tmpl));
	view_set(row, "MAIL_AT", clock_short(cx->mem, n->done != 0 ? n->done : n->created,
	    cx->zone));
	state = view_add(row, section_of(n));
	if (mine && !str_is_empty(n->answer))
		view_set(view_add(state, "ANSWER"), "ANSWER_TEXT", n->answer);
	if (!mine)
		view_set(view_add(row, "TO_OTHER"), "OTHER_NAME", other);
}

/* Computed as work/reminders will compute them. */
static void
show_planned(struct ctx *cx, struct view *v, const struct booking *b, unsigned notices)
{
	struct view *row;
	int64_t due;
	int i;

	for (i = 0; i < REMINDERS; i++) {
		due = b->starts - reminders[i].before;
		if ((notices & reminders[i].bit) == 0 || due <= cx->now || b->confirmed > due)
			continue;
		row = view_add(v, "MAIL");
		view_set(row, "MAIL_NAME", name_of(reminders[i].tmpl));
		view_set(row, "MAIL_AT", clock_short(cx->mem, due, cx->zone));
		view_show(row, "PLANNED");
	}
}

enum outcome
part_mails(struct ctx *cx, struct view *v, const struct booking *b)
{
	const char *other = booking_is_coach(cx, b) ? b->client_name : b->coach_name;
	bool planned = str_eq(b->state, "Confirmed") && b->starts > cx->now;
	struct notice_row *rows;
	struct account a;
	struct view *box;
	enum outcome res;
	size_t i, n;

	if ((res = notices_of_booking(cx, b->id, &rows, &n)) != OK ||
	    (planned && (res = account_mine(cx, &a)) != OK))
		return res;
	if (n == 0 && !planned)
		return OK;
	view_show(v, "HAS_MAILS");
	box = view_add(v, "MAILS");
	/* They come newest first; told in the order in which they were written. */
	for (i = n; i > 0; i--)
		show(cx, box, &rows[i - 1], other);
	if (planned)
		show_planned(cx, box, b, a.notices);
	return OK;
}
