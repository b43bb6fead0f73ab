/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A policy as a person writes it. */

#include "model/policy_edit.h"

#include <stddef.h>
#include <string.h>

/* In its place: hours fall from step to step. */
static void
put(struct policy *p, const struct policy_row *row)
{
	int i = p->n++;

	while (i > 0 && p->step[i - 1].hours < row->hours) {
		p->step[i] = p->step[i - 1];
		i--;
	}
	p->step[i] = (struct policy_step){ row->hours, row->percent, row->moves > 0, row->moves };
}

const char *
policy_from_rows(const struct policy_row rows[POLICY_ROWS], struct policy *p)
{
	static const struct policy_row end = { true, 0, 0, 0 };
	int i;

	memset(p, 0, sizeof(*p));
	for (i = 0; i < POLICY_ROWS; i++)
		if (rows[i].used)
			put(p, &rows[i]);
	for (i = 1; i < p->n; i++) {
		if (p->step[i].hours == p->step[i - 1].hours)
			return "Two steps have the same hours.";
		if (p->step[i].percent > p->step[i - 1].percent)
			return "What comes later cannot give more back.";
	}
	if (p->n == 0 || p->step[p->n - 1].hours > 0)
		put(p, &end);
	return policy_is_sound(p) ? NULL : "These steps do not fit together.";
}

void
policy_to_rows(const struct policy *p, struct policy_row rows[POLICY_ROWS])
{
	const struct policy_step *s;
	int i, n = p->n;

	s = &p->step[n - 1];
	if (s->percent == 0 && (!s->may_move || s->max_moves == 0))
		n--;
	memset(rows, 0, POLICY_ROWS * sizeof(*rows));
	for (i = 0; i < n && i < POLICY_ROWS; i++) {
		s = &p->step[i];
		rows[i] = (struct policy_row){ true, s->hours, s->percent,
			s->may_move ? s->max_moves : 0 };
	}
}
