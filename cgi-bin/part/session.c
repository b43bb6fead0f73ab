/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A session on its way from choice to booking. */

#include "part/session.h"

#include <string.h>

#include "lib/str.h"
#include "model/policy.h"
#include "part/service.h"

void
part_session_head(struct ctx *cx, struct view *v, const struct service *s)
{
	part_service(cx, v, s);
	view_set(v, "COACH_NAME", s->coach_name);
	view_set(v, "COACH_SLUG", s->coach_slug);
	if (!str_is_empty(s->coach_picture))
		view_set(view_add(v, "HAS_PICTURE"), "PICTURE", s->coach_picture);
}

void
part_session_policy(struct ctx *cx, struct view *v, const char *policy, int64_t price_minor,
    const char *currency, int64_t starts)
{
	struct policy p;
	struct view *step;
	const char *colon;
	char **lines, *what;
	int i, n;

	if (policy_read(cx->mem, policy, &p) != OK)
		return;
	policy_sentences(cx->mem, &p, price_minor, currency, starts, cx->now, cx->zone, &lines, &n);
	for (i = 0; i < n; i++) {
		step = view_add(v, "POLICY_STEP");
		/* "Until Monday ..., 10:00 (Paris time): no refund" */
		colon = strstr(lines[i], ": ");
		what = arena_str(cx->mem, colon != NULL ? colon + 2 : lines[i]);
		if (*what >= 'a' && *what <= 'z')
			*what = (char)(*what - 'a' + 'A');
		view_set(step, "STEP_WHAT", what);
		view_set(step, "STEP_WHEN", colon == NULL ? "" :
		    arena_strn(cx->mem, lines[i], (size_t)(colon - lines[i])));
		view_show_if(step, "NOW_STEP", i == 0);
	}
}
