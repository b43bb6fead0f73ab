/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The choice of a time zone. */

#include "part/zone.h"

#include "lib/clock.h"
#include "lib/str.h"

static bool
option(struct view *v, const char *name, const char *chosen)
{
	struct view *o = view_add(v, "ZONE_OPTION");
	bool is = str_eq(name, chosen);

	view_set(o, "ZONE_NAME", name);
	view_show_if(o, "CHOSEN", is);
	return is;
}

/* A name that the list leaves out, such as "Asia/Calcutta", is a fine choice too. */
void
part_zone_options(struct view *v, const char *chosen)
{
	const char *const *names;
	bool found = false;
	int i, n;

	names = zone_names(&n);
	for (i = 0; i < n; i++)
		found = option(v, names[i], chosen) || found;
	if (!found && zone_is(chosen))
		(void)option(v, chosen, chosen);
}
