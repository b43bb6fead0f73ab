/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Help: a list of guides, and each guide. Their words are templates/part/help-*.tpl. */

#include "lib/str.h"
#include "model/booking.h"
#include "model/booking_change.h"
#include "page.h"

enum { TOPIC };

static const struct field fields[] = {
	[TOPIC] = { "topic", FIELD_SLUG, .path = true },
	{ .name = NULL },
};

static const struct guide {
	const char	*slug, *section, *title, *says;
} GUIDES[] = {
	{ "booking", "BOOKING", "Booking a session",
	  "From finding a coach to the confirmation, and whose time you see." },
	{ "payments", "PAYMENTS", "Payments and refunds",
	  "How you pay, what a price holds, and how money comes back." },
	{ "cancel", "CANCEL", "Cancelling and moving",
	  "Until when you can change your mind, and what happens then." },
	{ "online", "ONLINE", "Before an online session",
	  "Where the link is, when it opens, and what to check on your side." },
	{ "privacy", "PRIVACY", "Your data",
	  "What is kept about you, who sees it, and which cookies there are." },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *topic = in_text(rq, TOPIC);
	struct view *guide;
	bool found = *topic == '\0';
	size_t i;

	for (i = 0; i < sizeof(GUIDES) / sizeof(GUIDES[0]); i++) {
		bool here = str_eq(GUIDES[i].slug, topic);

		guide = view_add(v, "GUIDE");
		view_set(guide, "GUIDE_SLUG", GUIDES[i].slug);
		view_set(guide, "GUIDE_TITLE", GUIDES[i].title);
		view_set(guide, "GUIDE_SAYS", GUIDES[i].says);
		view_show_if(guide, "HERE", here);
		if (!here)
			continue;
		found = true;
		page_title(rq, GUIDES[i].title);
		view_set(v, "HEADLINE", GUIDES[i].title);
		view_set(v, "LEAD", GUIDES[i].says);
		view_show(v, GUIDES[i].section);
	}
	if (!found)
		return NOT_FOUND;
	view_show(v, *topic == '\0' ? "INDEX" : "TOPIC");
	view_set(v, "SUPPORT", rq->cx->site.support);
	view_int(v, "HOLD_MINUTES", HOLD_SECONDS / 60);
	view_int(v, "JOIN_EARLY_MINUTES", JOIN_EARLY / 60);
	view_int(v, "JOIN_LATE_MINUTES", JOIN_LATE / 60);
	return OK;
}

const struct page page = {
	.name = "help",
	.title = "Help",
	.access = ACCESS_PUBLIC,
	.fields = fields,
	.get = show,
};
