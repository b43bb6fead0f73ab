/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pages of a list of bookings. */

#include "part/pager.h"

#include <string.h>

#include "lib/str.h"

/* As far as a datetime goes: behind every booking. */
static const int64_t FAR = 253402300799;

struct booking_key
pager_key(const char *text, bool past)
{
	struct booking_key key = { past ? FAR : 0, past ? INT64_MAX : 0 };
	const char *dash = strchr(text, '-');
	char starts[16] = "";
	int64_t t, id;

	if (dash == NULL || dash == text || (size_t)(dash - text) >= sizeof(starts))
		return key;
	memcpy(starts, text, (size_t)(dash - text));
	if (str_to_int(starts, 0, FAR, &t) && str_to_int(dash + 1, 1, INT64_MAX, &id))
		key = (struct booking_key){ t, id };
	return key;
}

char *
pager_text(struct ctx *cx, const struct booking *b)
{
	return arena_fmt(cx->mem, "%lld-%lld", (long long)b->starts, (long long)b->id);
}

size_t
part_pager(struct ctx *cx, struct view *v, const struct booking *rows, size_t n, bool past,
    bool inside)
{
	size_t shown = n > BOOKINGS_PAGE ? BOOKINGS_PAGE : n;
	struct view *p;

	if (n <= BOOKINGS_PAGE && !inside)
		return shown;
	p = view_add(v, "PAGER");
	view_show_if(p, "FIRST", inside);
	view_show(p, past ? "PAST" : "UPCOMING");
	view_set(p, "LIST_NAME", past ? "past" : "upcoming");
	if (n > BOOKINGS_PAGE)
		view_set(view_add(p, "NEXT"), "NEXT_KEY", pager_text(cx, &rows[shown - 1]));
	return shown;
}
