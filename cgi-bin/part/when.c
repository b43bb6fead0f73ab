/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a session is, for two people. */

#include "part/when.h"

#include "lib/clock.h"

static int
offset(int64_t t, const char *zone)
{
	struct local l;

	zone_local(zone, t, &l);
	return l.offset;
}

bool
part_clocks_differ(int64_t from, int64_t to, const char *zone, const char *other)
{
	return offset(from, zone) != offset(from, other) || offset(to, zone) != offset(to, other);
}

void
part_when(struct ctx *cx, struct view *v, const struct when *w)
{
	struct view *their;

	view_set(v, "WHEN", clock_range(cx->mem, w->from, w->to, w->zone));
	if (!part_clocks_differ(w->from, w->to, w->zone, w->their_zone))
		return;
	their = view_add(v, "THEIR_TIME");
	view_set(their, "THEIR_WHEN", clock_range(cx->mem, w->from, w->to, w->their_zone));
	view_set(their, "THEIR_NAME", w->their_name);
}
