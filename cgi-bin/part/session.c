/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A session on its way from choice to booking. */

#include "part/session.h"

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
	char **lines;
	int i, n;

	if (policy_read(cx->mem, policy, &p) != OK)
		return;
	policy_sentences(cx->mem, &p, price_minor, currency, starts, cx->now, cx->zone, &lines, &n);
	for (i = 0; i < n; i++) {
		step = view_add(v, "POLICY_STEP");
		view_set(step, "STEP", lines[i]);
		view_show_if(step, "NOW_STEP", i == 0);
	}
}
