/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The door to a session: one address for its whole life, wherever room and time go (U-16, C-28). */

#include "lib/clock.h"
#include "lib/str.h"
#include "model/booking.h"
#include "page.h"
#include "part/when.h"

enum { DOOR };

static const struct field fields[] = {
	[DOOR] = { "door", FIELD_TOKEN, .path = true, .required = true },
	{ .name = NULL },
};

struct guest {
	struct booking	 b;
	bool		 coach;
	const char	*zone;
};

/* The token says whose it is, so the page speaks in their zone even if they are not signed in. */
static enum outcome
find(struct req *rq, struct guest *g)
{
	enum outcome res = booking_by_join_token(rq->cx, in_text(rq, DOOR), &g->b, &g->coach);

	if (res != OK)
		return res;
	g->zone = g->coach ? g->b.coach_zone_now : g->b.client_zone_now;
	if (rq->cx->me == (g->coach ? g->b.coach_account : g->b.client))
		g->zone = rq->cx->zone;
	rq->cx->zone = g->zone;
	return OK;
}

static void
show_place(struct view *v, const struct booking *b)
{
	struct view *p = view_add(v, "PERSON");

	view_set(p, "PLACE", b->place);
	if (!str_is_empty(b->access_note))
		view_set(view_add(p, "ACCESS"), "ACCESS_NOTE", b->access_note);
}

static void
show_early(struct req *rq, struct view *v, const struct guest *g)
{
	int64_t opens = g->b.starts - JOIN_EARLY;
	struct view *e = view_add(v, "EARLY");

	view_set(e, "OPENS_TEXT", clock_full(rq->cx->mem, opens, g->zone));
	view_int(e, "OPENS_UNIX", opens);
	view_int(e, "NOW_UNIX", rq->cx->now);
}

/* Only a web address is a door; the coach may have typed anything. */
static void
show_room(struct req *rq, struct view *v, const struct booking *b)
{
	const char *room = booking_room(rq->cx, b);

	if (str_starts(room, "https://") || str_starts(room, "http://"))
		view_set(view_add(v, "OPEN"), "ROOM", room);
	else
		view_show(v, "NO_ROOM");
}

static void
show_state(struct req *rq, struct view *v, const struct guest *g)
{
	const struct booking *b = &g->b;

	if (str_eq(b->state, "Cancelled"))
		view_show(v, "CANCELLED");
	else if (str_eq(b->state, "Pending"))
		view_show(v, "PENDING");
	else if (rq->cx->now > b->ends + JOIN_LATE || str_eq(b->state, "NoShow"))
		view_show(v, "OVER");
	else if (!str_eq(b->mode, "online"))
		show_place(v, b);
	else if (rq->cx->now < b->starts - JOIN_EARLY)
		show_early(rq, v, g);
	else
		show_room(rq, v, b);
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct guest g;
	enum outcome res = find(rq, &g);
	const char *other;

	if (res != OK)
		return res;
	other = g.coach ? g.b.client_name : g.b.coach_name;
	view_set(v, "NO", g.b.no);
	view_set(v, "SERVICE", g.b.service_name);
	view_set(v, "OTHER", other);
	view_set(v, "COACH_SLUG", g.b.coach_slug);
	view_show_if(v, "CLIENT_SIDE", !g.coach);
	view_show_if(v, "COACH_SIDE", g.coach);
	view_show_if(v, "MOVED", g.b.sequence > 0 && str_eq(g.b.state, "Confirmed"));
	part_when(rq->cx, v, &(struct when){ g.b.starts, g.b.ends, g.zone,
	    g.coach ? g.b.client_zone_now : g.b.coach_zone_now, other });
	show_state(rq, v, &g);
	return OK;
}

const struct page page = {
	.name = "join",
	.title = "Your session",
	.access = ACCESS_VISITOR,
	.fields = fields,
	.get = show,
};
