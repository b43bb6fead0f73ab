/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How the audit trail is shown. */

#include "part/audit.h"

#include "lib/clock.h"
#include "lib/str.h"

static const char *const words[][2] = {
	{ "coach.create", "Coach profile created" },
	{ "coach.approve", "Coach approved" },
	{ "coach.reject", "Coach rejected" },
	{ "coach.suspend", "Coach suspended" },
	{ "coach.reactivate", "Coach reactivated" },
	{ "settings.save", "Settings changed" },
};

const char *
part_audit_action(const char *action)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(words[i][0], action))
			return words[i][1];
	return action;
}

static void
show_object(struct view *v, const char *object)
{
	static const char coach[] = "coach:";
	int64_t id;

	if (str_starts(object, coach) &&
	    str_to_int(object + sizeof(coach) - 1, 1, INT64_MAX, &id))
		view_int(view_add(v, "COACH_LINK"), "COACH_ID", id);
	else
		view_set(view_add(v, "OBJECT"), "OBJECT_TEXT", object);
}

void
part_audit_row(struct ctx *cx, struct view *v, const struct audit_row *a)
{
	struct audit_value values[AUDIT_VALUES];
	size_t n = audit_values(cx, a->detail, values), i;
	struct view *one;

	view_set(v, "AT", clock_short(cx->mem, a->at, cx->zone));
	view_set(v, "AT_ISO", clock_iso(cx->mem, a->at));
	view_set(v, "WHO", str_is_empty(a->who) ? "The system" : a->who);
	view_set(v, "WHAT", part_audit_action(a->action));
	show_object(v, a->object);
	for (i = 0; i < n; i++) {
		one = view_add(v, "VALUE");
		view_set(one, "VALUE_NAME", values[i].name);
		view_set(one, "VALUE_BEFORE", str_is_empty(values[i].before) ? "nothing" :
		    values[i].before);
		view_set(one, "VALUE_AFTER", str_is_empty(values[i].after) ? "nothing" :
		    values[i].after);
	}
	if (n == 0 && !str_is_empty(a->detail))
		view_set(view_add(v, "DETAIL"), "DETAIL_TEXT", a->detail);
}

void
part_audit_chain(struct ctx *cx, struct view *v, const struct audit_chain *c)
{
	struct view *says;

	if (c->rows == 0) {
		view_show(v, "CHAIN_EMPTY");
		return;
	}
	says = view_add(v, c->broken != 0 ? "CHAIN_BROKEN" : "CHAIN_WHOLE");
	view_int(says, "CHAIN_ROWS", (int64_t)c->rows);
	view_show_if(says, "ONE_ROW", c->rows == 1);
	view_show_if(says, "MANY_ROWS", c->rows != 1);
	if (c->broken != 0) {
		view_int(says, "BROKEN_ROW", c->broken);
		view_set(says, "BROKEN_AT", clock_full(cx->mem, c->broken_at, cx->zone));
	}
	if (c->sound != 0)
		view_set(view_add(says, "SOUND"), "SOUND_AT",
		    clock_full(cx->mem, c->sound, cx->zone));
}
