/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* All coaches, for an admin: the list, one of them with what can be done, and a new profile. */

#include "lib/clock.h"
#include "lib/field.h"
#include "lib/str.h"
#include "model/roster.h"
#include "page.h"
#include "part/filter.h"
#include "part/roster.h"

enum { WHAT, STATUS, TEXT, AFTER, ACCOUNT, REASON };

static const char *const statuses[] = { "Pending", "Approved", "Suspended", "Rejected", NULL };

static const struct field fields[] = {
	[WHAT] = { "what", FIELD_SLUG, .path = true },
	[STATUS] = { "status", FIELD_CHOICE, .query = true, .choices = statuses },
	[TEXT] = { "q", FIELD_TEXT, .query = true, .max = 100 },
	[AFTER] = { "after", FIELD_ID, .query = true },
	[ACCOUNT] = { "account", FIELD_ID, .act = "create", .required = true,
	    .label = "a member" },
	[REASON] = { "reason", FIELD_LINES, .max = ROSTER_REASON, .label = "a reason" },
	{ .name = NULL },
};

/* The number in the address; NOT_FOUND when there is none. */
static enum outcome
coach_id(struct req *rq, int64_t *id)
{
	return str_to_int(in_text(rq, WHAT), 1, INT64_MAX, id) ? OK : NOT_FOUND;
}

/* ---- the list ---------------------------------------------------------------------------- */

static void
show_chip(struct req *rq, struct view *v, const char *status, const char *says, int64_t count)
{
	struct filters f = { .path = "/practice/coaches" };
	struct view *chip = view_add(v, "CHIP");

	filter_add(&f, "status", status, NULL);
	filter_add(&f, "q", in_text(rq, TEXT), NULL);
	view_set(chip, "CHIP_HREF", filter_address(rq->cx, &f, f.n, ""));
	view_set(chip, "CHIP_SAYS", says);
	view_int(chip, "CHIP_COUNT", count);
	view_show_if(chip, "ON", str_eq(in_text(rq, STATUS), status));
}

static void
show_pages(struct req *rq, struct view *v, const struct roster_row *last, bool more)
{
	struct filters f = { .path = "/practice/coaches" };
	struct view *pages;

	if (!more && !in_has(rq, AFTER))
		return;
	pages = view_add(v, "PAGES");
	filter_add(&f, "status", in_text(rq, STATUS), NULL);
	filter_add(&f, "q", in_text(rq, TEXT), NULL);
	if (in_has(rq, AFTER))
		view_set(view_add(pages, "FIRST"), "FIRST_HREF",
		    filter_address(rq->cx, &f, f.n, ""));
	if (more)
		view_set(view_add(pages, "NEXT"), "NEXT_HREF", filter_address(rq->cx, &f, f.n,
		    arena_fmt(rq->cx->mem, "after=%lld", (long long)last->id)));
}

static enum outcome
show_list(struct req *rq, struct view *v)
{
	const struct roster_query q = { in_text(rq, STATUS), in_text(rq, TEXT),
	    in_id(rq, AFTER) };
	struct roster_counts c;
	struct roster_row *rows;
	enum outcome res;
	size_t i, n;

	if ((res = roster_count(rq->cx, q.text, &c)) != OK ||
	    (res = roster_find(rq->cx, &q, &rows, &n)) != OK)
		return res;
	v = view_add(v, "LIST");
	view_set(v, "CHOSEN_STATUS", q.status);
	show_chip(rq, v, "", "All", c.all);
	show_chip(rq, v, "Pending", "Pending", c.pending);
	show_chip(rq, v, "Approved", "Approved", c.approved);
	show_chip(rq, v, "Suspended", "Suspended", c.suspended);
	show_chip(rq, v, "Rejected", "Rejected", c.rejected);
	view_show(v, n > 0 ? "ROWS" : "NOBODY");
	for (i = 0; i < n && i < ROSTER_PAGE; i++)
		part_roster_row(view_add(v, "ROW"), &rows[i]);
	show_pages(rq, v, i > 0 ? &rows[i - 1] : NULL, n > ROSTER_PAGE);
	return OK;
}

/* ---- one coach --------------------------------------------------------------------------- */

static void
show_actions(struct view *v, const struct roster_coach *c, const struct roster_lack *lack)
{
	bool comes = roster_may("approve", c->status) || roster_may("reactivate", c->status);
	struct view *missing;

	if (comes && (lack->service || lack->hours)) {
		missing = view_add(v, "MISSING");
		view_show_if(missing, "MISSING_SERVICE", lack->service);
		view_show_if(missing, "MISSING_HOURS", lack->hours);
	} else {
		view_show_if(v, "APPROVE", roster_may("approve", c->status));
		view_show_if(v, "REACTIVATE", roster_may("reactivate", c->status));
	}
	view_show_if(v, "REJECT", roster_may("reject", c->status));
	view_show_if(v, "SUSPEND", roster_may("suspend", c->status));
	view_show_if(v, "DONE_WITH", str_eq(c->status, "Rejected"));
}

static enum outcome
show_coach(struct req *rq, struct view *v, int64_t id)
{
	struct roster_coach c;
	struct roster_service *services;
	struct roster_booking *bookings;
	struct roster_lack lack;
	enum outcome res;
	size_t n, m;

	if ((res = roster_coach(rq->cx, id, &c)) != OK ||
	    (res = roster_lack(rq->cx, id, &lack)) != OK ||
	    (res = roster_services(rq->cx, id, &services, &n)) != OK ||
	    (res = roster_bookings(rq->cx, id, &bookings, &m)) != OK)
		return res;
	page_title(rq, c.name);
	v = view_add(v, "DETAIL");
	part_roster_coach(rq->cx, v, &c);
	part_roster_services(rq->cx, v, services, n);
	part_roster_bookings(rq->cx, v, bookings, m);
	show_actions(v, &c, &lack);
	return OK;
}

/* ---- a new profile ----------------------------------------------------------------------- */

static enum outcome
show_new(struct req *rq, struct view *v)
{
	struct roster_member *rows;
	struct view *one;
	enum outcome res;
	size_t i, n;

	page_title(rq, "New coach");
	v = view_add(v, "NEW");
	if (!in_has(rq, TEXT))
		return OK;
	if ((res = roster_members(rq->cx, in_text(rq, TEXT), &rows, &n)) != OK)
		return res;
	view_show(v, n > 0 ? "MEMBERS" : "NO_MEMBERS");
	view_show_if(v, "MORE_MEMBERS", n > ROSTER_MEMBERS);
	for (i = 0; i < n && i < ROSTER_MEMBERS; i++) {
		one = view_add(v, "MEMBER");
		view_int(one, "MEMBER_ID", rows[i].account);
		view_set(one, "MEMBER_NAME", rows[i].name);
		view_set(one, "MEMBER_MAIL", rows[i].mail);
		if (rows[i].coach != 0)
			view_int(view_add(one, "IS_COACH"), "THEIR_ID", rows[i].coach);
		else
			view_show(one, "NO_COACH");
	}
	return OK;
}

static enum outcome
show(struct req *rq, struct view *v)
{
	int64_t id;

	if (!in_has(rq, WHAT))
		return show_list(rq, v);
	if (str_eq(in_text(rq, WHAT), "new"))
		return show_new(rq, v);
	return coach_id(rq, &id) == OK ? show_coach(rq, v, id) : NOT_FOUND;
}

/* ---- what can be done -------------------------------------------------------------------- */

static const char *
refusal(struct req *rq, const struct roster_coach *c, const struct roster_lack *lack,
    const char *action)
{
	if (!roster_may(action, c->status))
		return arena_fmt(rq->cx->mem, "Nothing was done: this coach is %s by now.",
		    c->status);
	return arena_fmt(rq->cx->mem, "%s is not %s. What is missing: %s%s%s.", c->name,
	    str_eq(action, "approve") ? "approved" : "reactivated",
	    lack->service ? "at least one active service" : "",
	    lack->service && lack->hours ? ", and " : "", lack->hours ? "opening hours" : "");
}

static enum outcome
change(struct req *rq, const char *action, const char *reason, const char *notice)
{
	struct roster_coach c;
	struct roster_lack lack;
	enum outcome res;
	int64_t id;

	if ((res = coach_id(rq, &id)) != OK || (res = roster_coach(rq->cx, id, &c)) != OK)
		return res;
	if ((res = roster_change(rq->cx, id, action, reason)) == CONFLICT) {
		if ((res = roster_coach(rq->cx, id, &c)) != OK ||
		    (res = roster_lack(rq->cx, id, &lack)) != OK)
			return res;
		return in_fault(rq, -1, refusal(rq, &c, &lack, action));
	}
	if (res != OK)
		return res;
	page_notice(rq, arena_fmt(rq->cx->mem, "%s %s", c.name, notice));
	return go(rq, "/practice/coaches/%lld", (long long)id);
}

/* The same with a reason, which the coach will read. */
static enum outcome
change_because(struct req *rq, const char *action, const char *notice)
{
	const char *reason = field_trim(rq->cx->mem, in_text(rq, REASON));

	if (str_is_empty(reason))
		return in_fault(rq, REASON, "Please tell the coach why: the reason stands in "
		    "their mail.");
	return change(rq, action, reason, notice);
}

static enum outcome
approve(struct req *rq)
{
	return change(rq, "approve", "", "is approved and can be found and booked. "
	    "A mail says so.");
}

static enum outcome
reject(struct req *rq)
{
	return change_because(rq, "reject", "is rejected and gets a mail with your reason.");
}

static enum outcome
suspend(struct req *rq)
{
	return change_because(rq, "suspend", "is suspended: nobody finds or books them any "
	    "more. What is booked stays. A mail carries your reason.");
}

static enum outcome
reactivate(struct req *rq)
{
	return change(rq, "reactivate", "", "is approved again and can be found and booked. "
	    "A mail says so.");
}

static enum outcome
create(struct req *rq)
{
	enum outcome res;
	int64_t id;

	res = roster_create(rq->cx, in_id(rq, ACCOUNT), &id);
	if (res == CONFLICT)
		return in_fault(rq, -1, "This member has a coach profile already: there is one "
		    "for each person.");
	if (res == NOT_FOUND)
		return in_fault(rq, -1, "There is no such member here. Search again.");
	if (res != OK)
		return res;
	page_notice(rq, "The profile is there, and pending. It can be approved as soon as it has "
	    "a service and opening hours.");
	return go(rq, "/practice/coaches/%lld", (long long)id);
}

static const struct action actions[] = {
	{ .name = "approve", .post = approve },
	{ .name = "reject", .post = reject },
	{ .name = "suspend", .post = suspend },
	{ .name = "reactivate", .post = reactivate },
	{ .name = "create", .post = create },
	{ .name = NULL },
};

const struct page page = {
	.name = "practice-coaches",
	.title = "Coaches",
	.access = ACCESS_ADMIN,
	.fields = fields,
	.get = show,
	.actions = actions,
};
