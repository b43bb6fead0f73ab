/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Texts with legal weight: the version in force, or an older one that somebody accepted. */

#include "lib/clock.h"
#include "model/tenant.h"
#include "page.h"

enum { KIND, VERSION };

static const char *const KINDS[] = { "terms", "privacy", "imprint", NULL };

static const struct field fields[] = {
	[KIND] = { "text", FIELD_CHOICE, .path = true, .required = true, .choices = KINDS },
	[VERSION] = { "version", FIELD_INT, .query = true, .min = 1, .max = 1000000 },
	{ .name = NULL },
};

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ctx *cx = rq->cx;
	struct tenant_text text, latest;
	const char *kind = in_text(rq, KIND);
	enum outcome res;

	if ((res = tenant_text(cx, kind, 0, &latest)) != OK)
		return res;
	text = latest;
	if (in_has(rq, VERSION) && (res = tenant_text(cx, kind, (int)in_int(rq, VERSION),
	    &text)) != OK)
		return res;
	page_title(rq, text.title);
	view_set(v, "TEXT_KIND", kind);
	view_set(v, "TEXT_TITLE", text.title);
	view_int(v, "TEXT_VERSION", text.version);
	view_set(v, "TEXT_DATE", clock_date(cx->mem, text.published, cx->site.zone));
	view_markdown(v, "TEXT_MD", text.body_md);
	view_show_if(v, "OLD", text.version < latest.version);
	if (text.version > 1)
		view_int(view_add(v, "EARLIER"), "EARLIER_VERSION", text.version - 1);
	return OK;
}

const struct page page = {
	.name = "legal",
	.access = ACCESS_PUBLIC,
	.fields = fields,
	.get = show,
};
