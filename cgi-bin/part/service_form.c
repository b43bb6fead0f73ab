/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The form of a service. */

#include "part/service_form.h"

#include "lib/money.h"
#include "lib/str.h"
#include "part/service.h"

enum { ROWS_SHOWN = 4 };

static const char *const steps[] = { "5", "10", "15", "20", "30", "45", "60", "90", "120", NULL };

void
part_service_form(struct ctx *cx, struct view *v, const struct service *s, const char *mode,
    const char *step)
{
	struct view *option;
	int i;

	view_set(v, "V_NAME", s->name);
	view_set(v, "V_DESCRIPTION", s->description);
	view_set(v, "V_PRICE", s->id == 0 ? "" : money_plain(cx->mem, s->price_minor, s->currency));
	view_int(v, "V_MINUTES", s->minutes);
	view_set(v, "V_MEETING_URL", s->meeting_url);
	view_set(v, "V_PLACE", s->place);
	view_set(v, "V_PLACE_PUBLIC", s->place_public);
	view_set(v, "V_ACCESS_NOTE", s->access_note);
	view_set(v, "V_PREPARE_NOTE", s->prepare_note);
	view_int(v, "V_BEFORE", s->before_min);
	view_int(v, "V_AFTER", s->after_min);
	view_int(v, "V_NOTICE", (s->notice_min + 59) / 60);
	view_int(v, "V_HORIZON", s->horizon_days);
	view_int(v, "V_CAP", s->daily_cap);
	view_show_if(v, "IS_DISCOVERY", s->discovery);
	view_show_if(v, "IS_ACTIVE", s->active);
	mode = mode != NULL ? mode : s->mode;
	view_show_if(v, "MODE_ONLINE", str_eq(mode, "online"));
	view_show_if(v, "MODE_PERSON", str_eq(mode, "in-person"));
	if (step == NULL)
		step = arena_fmt(cx->mem, "%d", s->step_min);
	for (i = 0; steps[i] != NULL; i++) {
		option = view_add(v, "STEP_OPTION");
		view_set(option, "STEP_MINUTES", steps[i]);
		view_show_if(option, "CHOSEN", str_eq(steps[i], step));
	}
	if (cx->site.price_min_minor > 0)
		view_set(view_add(v, "LEAST"), "LEAST_PRICE",
		    money_minor_text(cx->mem, cx->site.price_min_minor, cx->site.currency));
	view_set(v, "CURRENCY", cx->site.currency);
}

const char *
part_policy_read(const struct input *in, const struct policy_fields *f, struct policy *p, int *at)
{
	struct policy_row rows[POLICY_ROWS] = { { .used = false } };
	const char *says;
	int i;

	for (i = 0; i < POLICY_ROWS; i++) {
		*at = f->hours + i;
		if (input_fault_of(in, f->hours + i) != NULL ||
		    input_fault_of(in, f->percent + i) != NULL ||
		    input_fault_of(in, f->moves + i) != NULL)
			return "Please look at the numbers of this step.";
		rows[i].used = input_has(in, f->hours + i);
		if (rows[i].used != input_has(in, f->percent + i) ||
		    (input_has(in, f->moves + i) && !rows[i].used))
			return "A step needs its hours and what is given back.";
		rows[i].hours = (int)input_int(in, f->hours + i);
		rows[i].percent = (int)input_int(in, f->percent + i);
		rows[i].moves = (int)input_int(in, f->moves + i);
	}
	*at = f->hours;
	says = policy_from_rows(rows, p);
	p->no_show_free_move = input_flag(in, f->no_show);
	return says;
}

/* A number as typed; else as stored, nothing in a row that is not used. */
static void
number(struct ctx *cx, struct view *v, const char *name, const char *typed,
    const struct policy_row *row, int stored)
{
	view_set(v, name, typed != NULL ? typed :
	    row->used ? arena_fmt(cx->mem, "%d", stored) : "");
}

static void
show_row(struct ctx *cx, struct view *v, const struct input *in, const struct policy_fields *f,
    int i, const struct policy_row *row)
{
	const int all[] = { f->hours + i, f->percent + i, f->moves + i };
	const char *says = NULL;
	size_t k;

	v = view_add(v, "STEP");
	view_int(v, "STEP_NO", i + 1);
	number(cx, v, "STEP_HOURS", input_typed(in, all[0]), row, row->hours);
	number(cx, v, "STEP_PERCENT", input_typed(in, all[1]), row, row->percent);
	number(cx, v, "STEP_MOVES", input_typed(in, all[2]), row, row->moves);
	for (k = 0; k < 3 && says == NULL; k++)
		says = input_fault_of(in, all[k]);
	if (says != NULL)
		view_set(view_add(v, "STEP_FAULT"), "STEP_SAYS", says);
}

/* What is typed decides on what clients will read, stored or not. */
static enum outcome
show_words(struct ctx *cx, struct view *v, const struct service *s, const struct policy *p)
{
	struct service as = *s;

	as.policy = policy_write(cx->mem, p);
	return part_policy_words(cx, v, &as);
}

enum outcome
part_policy_edit(struct ctx *cx, struct view *v, const struct input *in,
    const struct policy_fields *f, const struct service *s)
{
	struct policy_row rows[POLICY_ROWS];
	struct policy p;
	const char *says = NULL;
	enum outcome res;
	int i, at;
	bool typed = input_typed(in, f->hours) != NULL;

	if ((res = policy_read(cx->mem, s->policy, &p)) != OK)
		return res;
	policy_to_rows(&p, rows);
	for (i = 0; i < POLICY_ROWS; i++)
		if (i < ROWS_SHOWN || rows[i].used || !str_is_empty(input_typed(in, f->hours + i)))
			show_row(cx, v, in, f, i, &rows[i]);
	if (!typed)
		view_show_if(v, "IS_NO_SHOW", p.no_show_free_move);
	else if ((says = part_policy_read(in, f, &p, &at)) != NULL) {
		view_set(view_add(v, "UNSOUND"), "UNSOUND_WHY", says);
		return OK;
	}
	return show_words(cx, v, s, &p);
}
