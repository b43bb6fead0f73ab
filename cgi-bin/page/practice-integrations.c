/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What my practice is connected with. */

#include "page.h"
#include "part/practice.h"

static enum outcome
show(struct req *rq, struct view *v)
{
	struct profile p;

	return part_practice(rq->cx, v, "TAB_INTEGRATIONS", &p);
}

const struct page page = {
	.name = "practice-integrations",
	.title = "Integrations",
	.access = ACCESS_COACH,
	.get = show,
};
