/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What admins have done, newest first, and whether the record is whole. */

#include "lib/clock.h"
#include "lib/str.h"
#include "model/audit.h"
#include "page.h"
#include "part/audit.h"
#include "part/filter.h"

enum { ACTION, FROM, TO, BEFORE };

static const struct field fields[] = {
	[ACTION] = { "action", FIELD_TEXT, .query = true, .max = 40 },
	[FROM] = { "from", FIELD_DATE, .query = true, .label = "the first day" },
	[TO] = { "to", FIELD_DATE, .query = true, .label = "the last day" },
	[BEFORE] = { "before", FIELD_ID, .query = true },
	{ .name = NULL },
};

/* As far as a datetime goes: behind everything. */
static const int64_t FAR = 253402300799;

/* The reader's day of a date field: where it begins and ends. */
static void
day_of(struct req *rq, int field, int64_t *from, int64_t *to)
{
	int year, month, day;

	if (!in_has(rq, field))
		return;
	civil_date(in_int(rq, field), &year, &month, &day);
	zone_day(rq->cx->zone, year, month, day, from, to);
}

static struct audit_query
query_of(struct req *rq)
{
	struct audit_query q = { in_text(rq, ACTION), 0, FAR, in_id(rq, BEFORE) };
	int64_t ignored;

	day_of(rq, FROM, &q.from, &ignored);
	day_of(rq, TO, &ignored, &q.to);
	return q;
}

static enum outcome
show_choices(struct req *rq, struct view *v)
{
	const char **actions;
	bool found = !in_has(rq, ACTION);
	enum outcome res;
	size_t i, n;

	if ((res = audit_actions(rq->cx, &actions, &n)) != OK)
		return res;
	for (i = 0; i < n; i++) {
		bool chosen = str_eq(actions[i], in_text(rq, ACTION));

		part_option(v, "ACTION_OPTION", actions[i], part_audit_action(actions[i]), chosen);
		found = found || chosen;
	}
	if (!found)
		part_option(v, "ACTION_OPTION", in_text(rq, ACTION), in_text(rq, ACTION), true);
	return OK;
}

static void
show_pages(struct req *rq, struct view *v, const struct audit_row *last, bool more)
{
	struct filters f = { .path = "/backoffice/audit" };
	struct view *pages;

	if (!more && !in_has(rq, BEFORE))
		return;
	pages = view_add(v, "PAGES");
	filter_add(&f, "action", in_text(rq, ACTION), NULL);
	filter_add(&f, "from", in_text(rq, FROM), NULL);
	filter_add(&f, "to", in_text(rq, TO), NULL);
	if (in_has(rq, BEFORE))
		view_set(view_add(pages, "FIRST"), "FIRST_HREF",
		    filter_address(rq->cx, &f, f.n, ""));
	if (more)
		view_set(view_add(pages, "NEXT"), "NEXT_HREF", filter_address(rq->cx, &f, f.n,
		    arena_fmt(rq->cx->mem, "before=%lld", (long long)last->id)));
}

static enum outcome
show(struct req *rq, struct view *v)
{
	const struct audit_query q = query_of(rq);
	struct audit_chain chain;
	struct audit_row *rows;
	enum outcome res;
	size_t i, n;

	if ((res = audit_check(rq->cx, &chain)) != OK || (res = show_choices(rq, v)) != OK ||
	    (res = audit_find(rq->cx, &q, &rows, &n)) != OK)
		return res;
	part_audit_chain(rq->cx, v, &chain);
	view_show(v, n > 0 ? "ROWS" : "NOTHING");
	for (i = 0; i < n && i < AUDIT_PAGE; i++)
		part_audit_row(rq->cx, view_add(v, "ROW"), &rows[i]);
	show_pages(rq, v, i > 0 ? &rows[i - 1] : NULL, n > AUDIT_PAGE);
	return OK;
}

const struct page page = {
	.name = "backoffice-audit",
	.title = "Audit",
	.access = ACCESS_ADMIN,
	.fields = fields,
	.get = show,
};
