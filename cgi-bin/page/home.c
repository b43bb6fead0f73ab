/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The start: what this place is, a search, who is free next. */

#include <string.h>

#include "lib/str.h"
#include "model/coach.h"
#include "model/listing.h"
#include "model/tenant.h"
#include "page.h"
#include "part/coach.h"

enum { CARDS = 6, FACES = 12, TOPICS = 8 };

static bool
is_known(const char *const *topics, size_t n, const char *tag)
{
	while (n > 0)
		if (str_eq(topics[--n], tag))
			return true;
	return false;
}

/* The first specialty of everybody here, each once: topics that lead to somebody. */
static void
show_topics(struct ctx *cx, struct view *v, const struct listing *rows, size_t n)
{
	const char *topics[TOPICS];
	size_t i, known = 0;

	for (i = 0; i < n && known < TOPICS; i++) {
		const char *list = rows[i].specialties, *tag = coach_next_tag(cx, &list);

		if (tag == NULL || is_known(topics, known, tag))
			continue;
		topics[known++] = tag;
		view_set(view_add(v, "TOPIC"), "TOPIC_NAME", tag);
	}
	view_show_if(v, "TOPICS", known > 0);
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct listing_query any = { .sort = LISTING_FREE };
	const char *claim = "";
	struct listing *rows;
	enum outcome res;
	size_t i, n;

	if ((res = tenant_claim(rq->cx, &claim)) != OK)
		return res;
	if (*claim != '\0')
		view_set(view_add(v, "CLAIM"), "CLAIM_TEXT", claim);
	if ((res = listing_find(rq->cx, &any, &rows, &n)) != OK)
		return res;
	show_topics(rq->cx, v, rows, n);
	view_show_if(v, "NEXT", n > 0);
	for (i = 0; i < n && i < CARDS; i++)
		part_coach_card(rq->cx, view_add(v, "COACHES"), &rows[i]);
	view_show_if(v, "MOSAIC", n >= FACES);
	for (i = 0; i < n && i < FACES; i++)
		part_face(rq->cx, view_add(v, "MOSAIC_FACE"), rows[i].name, rows[i].picture);
	page_title(rq, "Find a coach and a time");
	return OK;
}

const struct page page = {
	.name = "home",
	.access = ACCESS_PUBLIC,
	.get = show,
};
