/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What one can try in the demonstration. Elsewhere there is no such page. */

#include "lib/conf.h"
#include "page.h"

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *base = conf_get("stripe_base", "");

	if (!conf_is_demo())
		return NOT_FOUND;
	view_fmt(v, "MAILBOX", "%s/mail", base);
	view_fmt(v, "PARTNER", "%s/", base);
	view_fmt(v, "SESSIONS", "%s/sessions", base);
	(void)rq;
	return OK;
}

const struct page page = {
	.name = "demo",
	.title = "What you can try here",
	.access = ACCESS_PUBLIC,
	.get = show,
};
