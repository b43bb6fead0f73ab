/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a coach is shown. */

#include "part/coach.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/country.h"
#include "lib/money.h"
#include "lib/str.h"

/* The bytes of the first character of clean UTF-8. */
static size_t
character(const char *s)
{
	size_t n = *s == '\0' ? 0 : 1;

	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

void
part_face(struct ctx *cx, struct view *v, const char *name, const char *picture)
{
	const char *last = strrchr(name, ' ');
	struct view *sub = view_add(v, *picture != '\0' ? "FACE" : "INITIALS");

	last = last != NULL ? last + 1 : "";
	view_set(sub, "FACE_PICTURE", picture);
	view_set(sub, "FACE_INITIALS", arena_fmt(cx->mem, "%.*s%.*s", (int)character(name), name,
	    (int)character(last), last));
}

char *
part_place(struct ctx *cx, const char *city, const char *country)
{
	const char *name = country_name(country);

	return arena_fmt(cx->mem, "%s%s%s", city, *city != '\0' && *name != '\0' ? ", " : "", name);
}

/* "Career, leadership, teams": a list read as one line. */
static char *
in_a_row(struct ctx *cx, const char *tags, int most)
{
	const char *tag;
	struct buf b;

	buf_init(&b, cx->mem);
	buf_str(&b, "");
	while (most-- > 0 && (tag = coach_next_tag(cx, &tags)) != NULL)
		buf_fmt(&b, "%s%s", b.len > 0 ? ", " : "", tag);
	return b.p;
}

void
part_coach_card(struct ctx *cx, struct view *v, const struct listing *l)
{
	struct view *sub;

	view_set(v, "COACH_SLUG", l->slug);
	view_set(v, "COACH_NAME", l->name);
	view_set(v, "COACH_HEADLINE", l->headline);
	view_set(v, "COACH_TOPICS", in_a_row(cx, l->specialties, 3));
	part_face(cx, v, l->name, l->picture);
	view_show_if(v, "COACH_ONLINE", l->online);
	if (l->in_person)
		view_set(view_add(v, "COACH_PERSON"), "COACH_CITY",
		    *l->city != '\0' ? l->city : "In person");
	if (l->next_free > 0) {
		sub = view_add(v, "COACH_FREE");
		view_fmt(sub, "COACH_NEXT", "%s, %s", clock_day_short(cx->mem, l->next_free,
		    cx->zone), clock_hhmm(cx->mem, l->next_free, cx->zone));
		view_set(sub, "COACH_NEXT_UTC", clock_iso(cx->mem, l->next_free));
		view_set(sub, "COACH_NEXT_ZONE", clock_zone_name(cx->mem, cx->zone));
	} else
		view_show(v, "COACH_FULL");
	if (l->price_minor > 0)
		view_set(view_add(v, "COACH_PRICED"), "COACH_PRICE",
		    money_minor_text(cx->mem, l->price_minor, l->currency));
	else
		view_show(v, "COACH_GRATIS");
}

/* Each paragraph of a text, each line of it: what a person typed with the return key stays. */
static void
paragraphs(struct ctx *cx, struct view *v, const char *text)
{
	struct view *p = NULL, *line;
	bool first;
	size_t n;

	for (; *text != '\0'; text += n + (text[n] == '\n' ? 1 : 0)) {
		n = strcspn(text, "\n");
		if (strspn(text, " \t\r") >= n) {
			p = NULL;
			continue;
		}
		if ((first = p == NULL))
			p = view_add(v, "BIO");
		line = view_add(p, "BIO_LINE");
		view_show_if(line, "BIO_BREAK", !first);
		view_set(line, "BIO_TEXT", arena_strn(cx->mem, text, n));
	}
}

void
part_coach(struct ctx *cx, struct view *v, const struct coach *c)
{
	const char *list = c->specialties, *tag, *place = part_place(cx, c->city, c->country);

	view_set(v, "COACH_SLUG", c->slug);
	view_set(v, "COACH_NAME", c->name);
	view_set(v, "COACH_HEADLINE", c->headline);
	view_set(v, "COACH_ZONE", clock_zone_name(cx->mem, c->zone));
	part_face(cx, v, c->name, c->picture);
	if (*place != '\0')
		view_set(view_add(v, "COACH_AT"), "COACH_PLACE", place);
	if (*c->languages != '\0')
		view_set(view_add(v, "COACH_SPEAKS"), "COACH_LANGUAGES",
		    in_a_row(cx, c->languages, 20));
	view_show_if(v, "COACH_KNOWS", *c->specialties != '\0' || *c->custom_specialty != '\0');
	while ((tag = coach_next_tag(cx, &list)) != NULL)
		view_set(view_add(v, "SPECIALTY"), "SPECIALTY_NAME", tag);
	if (*c->custom_specialty != '\0')
		view_set(view_add(v, "SPECIALTY_OWN"), "SPECIALTY_NAME", c->custom_specialty);
	view_show_if(v, "COACH_BIO", *c->bio != '\0');
	paragraphs(cx, v, c->bio);
}
