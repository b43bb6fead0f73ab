/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How coaches are shown to an admin. */

#include "part/roster.h"

#include "lib/clock.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/coach.h"
#include "part/booking.h"
#include "part/coach.h"

void
part_roster_status(struct view *v, const char *status)
{
	static const char *const classes[][2] = {
		{ "Pending", "pending" },
		{ "Approved", "completed" },
		{ "Suspended", "noshow" },
		{ "Rejected", "cancelled" },
	};
	size_t i;

	view_set(v, "STATUS", status);
	for (i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (str_eq(classes[i][0], status))
			view_set(v, "STATUS_CLASS", classes[i][1]);
}

/* What the coach's free times come from. */
static void
show_driver(struct view *v, const char *driver)
{
	view_show(v, str_eq(driver, "caleu") ? "CALEU" : "LOCAL");
}

void
part_roster_row(struct view *v, const struct roster_row *c)
{
	view_int(v, "COACH_ID", c->id);
	view_set(v, "COACH_NAME", c->name);
	view_set(v, "COACH_MAIL", c->mail);
	view_int(v, "SERVICE_COUNT", c->services);
	view_int(v, "BOOKING_COUNT", c->bookings);
	part_roster_status(v, c->status);
	show_driver(v, c->driver);
	view_show_if(v, "IS_PENDING", str_eq(c->status, "Pending"));
}

static void
show_tags(struct ctx *cx, struct view *v, const char *name, const char *value, const char *list)
{
	struct view *all;
	const char *tag;

	if (str_is_empty(list))
		return;
	all = view_add(v, arena_fmt(cx->mem, "%sS", name));
	while ((tag = coach_next_tag(cx, &list)) != NULL)
		view_set(view_add(all, name), value, tag);
}

void
part_roster_coach(struct ctx *cx, struct view *v, const struct roster_coach *c)
{
	const char *place = part_place(cx, c->city, c->country);

	view_int(v, "COACH_ID", c->id);
	view_set(v, "COACH_NAME", c->name);
	view_set(v, "COACH_MAIL", c->mail);
	view_set(v, "COACH_SLUG", c->slug);
	view_set(v, "COACH_ZONE", c->zone);
	view_set(v, "STATUS_AT", clock_full(cx->mem, c->status_at, cx->zone));
	view_set(v, "CREATED", clock_full(cx->mem, c->created, cx->zone));
	part_roster_status(v, c->status);
	part_face(cx, v, c->name, c->picture);
	show_driver(v, c->driver);
	view_show_if(v, "LISTED", str_eq(c->status, "Approved"));
	if (!str_is_empty(c->reason))
		view_set(view_add(v, "REASON"), "REASON_TEXT", c->reason);
	if (!str_is_empty(c->headline))
		view_set(view_add(v, "HEADLINE"), "HEADLINE_TEXT", c->headline);
	if (!str_is_empty(c->bio))
		view_set(view_add(v, "BIO"), "BIO_TEXT", c->bio);
	if (!str_is_empty(place))
		view_set(view_add(v, "PLACE"), "PLACE_TEXT", place);
	if (!str_is_empty(c->custom_specialty))
		view_set(view_add(v, "CUSTOM"), "CUSTOM_TEXT", c->custom_specialty);
	show_tags(cx, v, "SPECIALTY", "SPECIALTY_TEXT", c->specialties);
	show_tags(cx, v, "LANGUAGE", "LANGUAGE_TEXT", c->languages);
}

void
part_roster_services(struct ctx *cx, struct view *v, const struct roster_service *s, size_t n)
{
	struct view *all = view_add(v, n > 0 ? "SERVICES" : "NO_SERVICES"), *one;
	size_t i;

	for (i = 0; i < n; i++) {
		one = view_add(all, "SERVICE");
		view_set(one, "SERVICE_NAME", s[i].name);
		view_set(one, "PRICE", s[i].price_minor == 0 ? "Free" :
		    money_minor_text(cx->mem, s[i].price_minor, s[i].currency));
		view_int(one, "MINUTES", s[i].minutes);
		view_show(one, str_eq(s[i].mode, "online") ? "ONLINE" : "IN_PERSON");
		view_show(one, s[i].active ? "ACTIVE" : "INACTIVE");
	}
}

void
part_roster_bookings(struct ctx *cx, struct view *v, const struct roster_booking *b, size_t n)
{
	struct view *all = view_add(v, n > 0 ? "BOOKINGS" : "NO_BOOKINGS"), *one;
	size_t i;

	for (i = 0; i < n; i++) {
		const struct booking seen = { .state = b[i].state, .hold_until = b[i].hold_until,
		    .cancelled_by = b[i].cancelled_by };

		one = view_add(all, "BOOKING");
		view_set(one, "NO", b[i].no);
		view_set(one, "CLIENT_NAME", b[i].client);
		view_set(one, "SERVICE_NAME", b[i].service);
		view_set(one, "STARTS_ISO", clock_iso(cx->mem, b[i].starts));
		view_set(one, "WHEN", clock_range(cx->mem, b[i].starts, b[i].ends, cx->zone));
		view_set(one, "PRICE", money_minor_text(cx->mem, b[i].price_minor,
		    b[i].currency));
		part_booking_state(cx, one, &seen);
	}
}
