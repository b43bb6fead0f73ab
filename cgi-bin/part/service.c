/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a service is shown before it is booked. */

#include "part/service.h"

#include <string.h>

#include "lib/money.h"
#include "lib/str.h"
#include "model/policy.h"

char *
part_minutes(struct ctx *cx, int minutes)
{
	int hours = minutes / 60, rest = minutes % 60;

	if (minutes <= 90 && minutes != 60)
		return arena_fmt(cx->mem, "%d minutes", minutes);
	if (rest == 0)
		return arena_fmt(cx->mem, "%d hour%s", hours, hours == 1 ? "" : "s");
	return arena_fmt(cx->mem, "%d hour%s %d minutes", hours, hours == 1 ? "" : "s", rest);
}

void
part_service(struct ctx *cx, struct view *v, const struct service *s)
{
	struct view *sub;

	view_set(v, "SERVICE_SLUG", s->slug);
	view_set(v, "SERVICE_NAME", s->name);
	view_set(v, "SERVICE_PRICE", s->price_minor > 0 ?
	    money_minor_text(cx->mem, s->price_minor, s->currency) : "Free");
	view_set(v, "SERVICE_LENGTH", part_minutes(cx, s->minutes));
	if (*s->description != '\0')
		view_set(view_add(v, "SERVICE_SAYS"), "SERVICE_DESCRIPTION", s->description);
	view_show_if(v, "SERVICE_ONLINE", str_eq(s->mode, "online"));
	if (str_eq(s->mode, "in-person")) {
		sub = view_add(v, "SERVICE_PERSON");
		view_set(sub, "SERVICE_PLACE",
		    *s->place_public != '\0' ? s->place_public : s->coach_city);
	}
	view_show_if(v, "SERVICE_DISCOVERY", s->discovery);
}

/* What follows a colon becomes a line of its own. */
static char *
capital(struct ctx *cx, const char *text)
{
	char *p = arena_str(cx->mem, text);

	if (*p >= 'a' && *p <= 'z')
		*p = (char)(*p - 'a' + 'A');
	return p;
}

/* Nothing was paid, so nothing comes back: what counts is until when the time can be given back. */
static const char *
free_words(struct ctx *cx, const struct policy *p)
{
	int i = p->n;

	while (i > 0 && p->step[i - 1].percent == 0 &&
	    !(p->step[i - 1].may_move && p->step[i - 1].max_moves > 0))
		i--;
	if (i == 0)
		return "Free of charge. It cannot be cancelled online.";
	if (p->step[i - 1].hours == 0)
		return "Free of charge. Cancel it online at any time before it starts.";
	return arena_fmt(cx->mem,
	    "Free of charge. Cancel it online until %d hour%s before it starts.",
	    p->step[i - 1].hours, p->step[i - 1].hours == 1 ? "" : "s");
}

enum outcome
part_policy_words(struct ctx *cx, struct view *v, const struct service *s)
{
	struct policy p;
	struct view *sub;
	enum outcome res;
	char **lines;
	const char *colon;
	int i, n;

	if ((res = policy_read(cx->mem, s->policy, &p)) != OK)
		return res;
	if (s->price_minor == 0) {
		view_set(view_add(v, "POLICY_GRATIS"), "POLICY_WORDS", free_words(cx, &p));
		return OK;
	}
	policy_words(cx->mem, &p, &lines, &n);
	v = view_add(v, "POLICY_STEPS");
	for (i = 0; i < n; i++) {
		sub = view_add(v, "POLICY_STEP");
		colon = strstr(lines[i], ": ");
		view_set(sub, "POLICY_WHEN", colon == NULL ? lines[i] :
		    arena_strn(cx->mem, lines[i], (size_t)(colon - lines[i])));
		view_set(sub, "POLICY_WHAT", colon == NULL ? "" : capital(cx, colon + 2));
	}
	return OK;
}
