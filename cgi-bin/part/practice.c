/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The head and the side card of a coach's own pages. */

#include "part/practice.h"

#include "lib/clock.h"
#include "lib/str.h"
#include "model/coach.h"
#include "part/coach.h"

enum outcome
part_practice(struct ctx *cx, struct view *v, const char *tab, struct profile *p)
{
	const char *tag, *list, *place;
	enum outcome res;

	if ((res = profile_mine(cx, p)) != OK)
		return res;
	if (tab != NULL)
		view_show(v, tab);
	view_set(v, "PRACTICE_NAME", p->name);
	view_set(v, "STATUS", p->status);
	view_set(v, "STATUS_CLASS", str_lower(cx->mem, p->status));
	view_set(v, "STATUS_SINCE", clock_date(cx->mem, p->status_at, cx->zone));
	if (!str_is_empty(p->status_reason))
		view_set(view_add(v, "STATUS_WHY"), "STATUS_REASON", p->status_reason);
	if (str_eq(p->status, "Approved"))
		view_set(view_add(v, "PUBLISHED"), "PRACTICE_SLUG", p->slug);
	view_show(v, p->caleu ? "CALEU_ON" : "CALEU_OFF");
	place = part_place(cx, p->city, p->country);
	view_set(v, "PRACTICE_PLACE", *place != '\0' ? place : "Not specified");
	list = p->specialties;
	view_show(v, *list != '\0' ? "KNOWS" : "KNOWS_NONE");
	while ((tag = coach_next_tag(cx, &list)) != NULL)
		view_set(view_add(v, "KNOWN"), "KNOWN_NAME", tag);
	return OK;
}
