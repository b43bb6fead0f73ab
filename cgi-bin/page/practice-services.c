/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What I sell as a coach: the list, one of them to add or to change, and taking one away. */

#include <string.h>

#include "lib/money.h"
#include "lib/str.h"
#include "model/service_edit.h"
#include "page.h"
#include "part/practice.h"
#include "part/service_form.h"

enum {
	WHICH, WORD, NAME, DESCRIPTION, PRICE, MINUTES, MODE, MEETING, PLACE, PLACE_PUBLIC,
	ACCESS_NOTE, PREPARE, BEFORE, AFTER, NOTICE, HORIZON, CAP, STEP, DISCOVERY, ACTIVE,
	NO_SHOW, HOURS, PERCENT = HOURS + POLICY_ROWS, MOVES = PERCENT + POLICY_ROWS,
	FIELDS = MOVES + POLICY_ROWS
};

enum { QUARTER_MIN = 15, PRICE_MAX = 99999999 };

static const char *const words[] = { "delete", NULL };
static const char *const modes[] = { "online", "in-person", NULL };
static const char *const steps[] = { "5", "10", "15", "20", "30", "45", "60", "90", "120", NULL };

/* Those of a step are read on a GET, too: the script asks for the words of what is typed. */
#define POLICY_STEP(n) \
	[HOURS + (n) - 1] = { "hours" #n, FIELD_INT, .max = POLICY_HOURS_MAX }, \
	[PERCENT + (n) - 1] = { "percent" #n, FIELD_INT, .max = 100 }, \
	[MOVES + (n) - 1] = { "moves" #n, FIELD_INT, .max = POLICY_MOVES_MAX }

static const struct field fields[] = {
	[WHICH] = { "which", FIELD_SLUG, .path = true },
	[WORD] = { "word", FIELD_CHOICE, .path = true, .choices = words },
	[NAME] = { "name", FIELD_TEXT, .act = "save", .required = true, .max = 120,
	    .label = "a name" },
	[DESCRIPTION] = { "description", FIELD_LINES, .act = "save", .max = 2000 },
	[PRICE] = { "price", FIELD_MONEY, .act = "save", .required = true, .max = PRICE_MAX,
	    .label = "a price; 0 is free" },
	[MINUTES] = { "minutes", FIELD_INT, .act = "save", .required = true, .min = 15, .max = 480,
	    .label = "how long it takes" },
	[MODE] = { "mode", FIELD_CHOICE, .act = "save", .required = true, .choices = modes,
	    .label = "how you meet" },
	[MEETING] = { "meeting-url", FIELD_TEXT, .act = "save", .max = 300 },
	[PLACE] = { "place", FIELD_TEXT, .act = "save", .max = 300 },
	[PLACE_PUBLIC] = { "place-public", FIELD_TEXT, .act = "save", .max = 120 },
	[ACCESS_NOTE] = { "access-note", FIELD_TEXT, .act = "save", .max = 500 },
	[PREPARE] = { "prepare-note", FIELD_LINES, .act = "save", .max = 1000 },
	[BEFORE] = { "before", FIELD_INT, .act = "save", .max = 240 },
	[AFTER] = { "after", FIELD_INT, .act = "save", .max = 240 },
	[NOTICE] = { "notice", FIELD_INT, .act = "save", .max = 720 },
	[HORIZON] = { "horizon", FIELD_INT, .act = "save", .required = true, .min = 1, .max = 365,
	    .label = "how many days ahead" },
	[CAP] = { "cap", FIELD_INT, .act = "save", .max = 50 },
	[STEP] = { "step", FIELD_CHOICE, .act = "save", .required = true, .choices = steps,
	    .label = "a step" },
	[DISCOVERY] = { "discovery", FIELD_FLAG, .act = "save" },
	[ACTIVE] = { "active", FIELD_FLAG, .act = "save" },
	[NO_SHOW] = { "no-show", FIELD_FLAG },
	POLICY_STEP(1), POLICY_STEP(2), POLICY_STEP(3), POLICY_STEP(4), POLICY_STEP(5),
	POLICY_STEP(6), POLICY_STEP(7),
	[FIELDS] = { .name = NULL },
};

static const struct policy_fields policy_fields = { HOURS, PERCENT, MOVES, NO_SHOW };

/* The one of the address: a fresh one behind /new, else mine or nobody's. */
static enum outcome
find(struct req *rq, struct service *s)
{
	static const struct service fresh = {
		.slug = "", .name = "", .description = "", .minutes = 60, .mode = "online",
		.meeting_url = "", .place = "", .place_public = "", .access_note = "",
		.prepare_note = "", .notice_min = 720, .horizon_days = 60, .step_min = 30,
		.active = true,
	};
	struct profile p;
	enum outcome res;
	int64_t id;

	if (!str_eq(in_text(rq, WHICH), "new"))
		return str_to_int(in_text(rq, WHICH), 1, INT64_MAX, &id) ?
		    service_mine(rq->cx, id, s) : NOT_FOUND;
	if (in_has(rq, WORD))
		return NOT_FOUND;
	if ((res = profile_mine(rq->cx, &p)) != OK)
		return res;
	*s = fresh;
	s->coach = p.id;
	s->currency = rq->cx->site.currency;
	s->policy = policy_write(rq->cx->mem, &POLICY_DEFAULT);
	return OK;
}

static enum outcome
show_list(struct req *rq, struct view *v)
{
	struct service *all;
	struct view *row;
	enum outcome res;
	size_t i, n;

	if ((res = services_mine(rq->cx, &all, &n)) != OK)
		return res;
	page_title(rq, "My services");
	v = view_add(v, "LIST");
	v = view_add(v, n > 0 ? "SOME" : "NONE");
	for (i = 0; i < n; i++) {
		row = view_add(v, "ITEM");
		view_int(row, "SERVICE_ID", all[i].id);
		view_set(row, "SERVICE_NAME", all[i].name);
		view_show(row, str_eq(all[i].mode, "online") ? "ONLINE" : "IN_PERSON");
		view_set(row, "SERVICE_PRICE", money_minor_text(rq->cx->mem, all[i].price_minor,
		    all[i].currency));
		view_int(row, "SERVICE_MINUTES", all[i].minutes);
		view_show(row, all[i].active ? "ACTIVE" : "INACTIVE");
	}
	return OK;
}

static enum outcome
show_delete(struct req *rq, struct view *v, const struct service *s)
{
	enum outcome res;
	int64_t n;

	if ((res = service_booked(rq->cx, s, &n)) != OK)
		return res;
	page_title(rq, "Delete a service");
	v = view_add(v, "DELETE");
	view_int(v, "SERVICE_ID", s->id);
	view_set(v, "SERVICE_NAME", s->name);
	if (n == 0) {
		view_show(v, "NEVER_BOOKED");
		return OK;
	}
	v = view_add(v, "BOOKED");
	view_fmt(v, "BOOKED_COUNT", n == 1 ? "%lld booking" : "%lld bookings", (long long)n);
	return OK;
}

static enum outcome
show_form(struct req *rq, struct view *v, const struct service *stored)
{
	const char *price = input_typed(rq->in, PRICE);
	struct service s = *stored;
	bool fresh = s.id == 0;

	page_title(rq, fresh ? "Add a service" : "Edit a service");
	view_show(v, "EDIT");
	view_set(v, "FORM_PATH", arena_fmt(rq->cx->mem, "/practice/services/%s",
	    in_text(rq, WHICH)));
	view_show(v, fresh ? "ADDING" : "CHANGING");
	view_int(v, "SERVICE_ID", s.id);
	view_set(v, "SERVICE_NAME", s.name);
	part_service_form(rq->cx, v, &s, input_typed(rq->in, MODE), input_typed(rq->in, STEP));
	/* A free session has other words than one that costs something. */
	if (fresh)
		s.price_minor = 1;
	if (price != NULL && !money_parse(price, s.currency, &s.price_minor))
		s.price_minor = 1;
	return part_policy_edit(rq->cx, v, rq->in, &policy_fields, &s);
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct profile p;
	struct service s;
	enum outcome res;

	if ((res = part_practice(rq->cx, v, "TAB_SERVICES", &p)) != OK)
		return res;
	if (!in_has(rq, WHICH))
		return show_list(rq, v);
	if ((res = find(rq, &s)) != OK)
		return res;
	return in_has(rq, WORD) ? show_delete(rq, v, &s) : show_form(rq, v, &s);
}

/* A room that a browser can open: nothing but visible ASCII behind https. */
static bool
is_room(const char *url)
{
	const char *p;

	for (p = url; *p > ' ' && *p < 0x7f; p++)
		continue;
	return *p == '\0' && (*url == '\0' || (str_starts(url, "https://") && url[8] != '\0'));
}

static enum outcome
judge(struct req *rq, const struct service *s)
{
	int64_t least = rq->cx->site.price_min_minor;
	enum outcome res = OK;

	if (s->price_minor > 0 && s->price_minor < least)
		res = in_fault(rq, PRICE, arena_fmt(rq->cx->mem,
		    "The least price is %s; 0 makes it free.",
		    money_minor_text(rq->cx->mem, least, s->currency)));
	if (s->minutes % QUARTER_MIN != 0)
		res = in_fault(rq, MINUTES, "Please enter a multiple of 15 minutes, such as 45.");
	if (!is_room(s->meeting_url))
		res = in_fault(rq, MEETING, "Please enter an address that begins with https://.");
	if (str_eq(s->mode, "in-person") && *s->place == '\0')
		res = in_fault(rq, PLACE, "Please enter the address where you meet.");
	return res;
}

static enum outcome
read_form(struct req *rq, struct service *s)
{
	struct policy p;
	const char *says;
	int64_t step = 0;
	int at;

	s->name = in_text(rq, NAME);
	s->description = in_text(rq, DESCRIPTION);
	s->price_minor = in_int(rq, PRICE);
	s->minutes = (int)in_int(rq, MINUTES);
	s->mode = in_text(rq, MODE);
	s->meeting_url = in_text(rq, MEETING);
	s->place = in_text(rq, PLACE);
	s->place_public = in_text(rq, PLACE_PUBLIC);
	s->access_note = in_text(rq, ACCESS_NOTE);
	s->prepare_note = in_text(rq, PREPARE);
	s->before_min = (int)in_int(rq, BEFORE);
	s->after_min = (int)in_int(rq, AFTER);
	s->notice_min = (int)in_int(rq, NOTICE) * 60;
	s->horizon_days = (int)in_int(rq, HORIZON);
	s->daily_cap = (int)in_int(rq, CAP);
	(void)str_to_int(in_text(rq, STEP), 1, 120, &step);
	s->step_min = (int)step;
	s->discovery = in_flag(rq, DISCOVERY);
	s->active = s->id == 0 || in_flag(rq, ACTIVE);
	if ((says = part_policy_read(rq->in, &policy_fields, &p, &at)) != NULL)
		(void)in_fault(rq, at, says);
	s->policy = says == NULL ? policy_write(rq->cx->mem, &p) : "";
	return judge(rq, s) == OK && says == NULL ? OK : INVALID;
}

static enum outcome
save(struct req *rq)
{
	struct service s;
	enum outcome res;

	if (in_has(rq, WORD))
		return NOT_FOUND;
	if ((res = find(rq, &s)) != OK || (res = read_form(rq, &s)) != OK)
		return res;
	if (s.id == 0) {
		if ((res = service_add(rq->cx, &s)) != OK)
			return res;
		page_notice(rq, arena_fmt(rq->cx->mem, "%s is added.", s.name));
		return go(rq, "/practice/services");
	}
	if ((res = service_save(rq->cx, &s)) != OK)
		return res;
	page_notice(rq, s.active ? "Saved. Sessions that are booked keep what was agreed." :
	    "Saved. The service is off: nobody can book it, and what is booked stays.");
	return go(rq, "/practice/services/%lld", (long long)s.id);
}

static enum outcome
drop(struct req *rq)
{
	struct service s;
	enum outcome res;
	bool kept;

	if ((res = find(rq, &s)) != OK)
		return res;
	if (s.id == 0)
		return NOT_FOUND;
	if ((res = service_drop(rq->cx, &s, &kept)) != OK)
		return res;
	page_notice(rq, arena_fmt(rq->cx->mem, kept ?
	    "%s has bookings, so it was only switched off. Its bookings stay as they are." :
	    "%s is deleted.", s.name));
	return go(rq, "/practice/services");
}

static const struct action actions[] = {
	{ "save", NULL, save, NULL },
	{ "delete", NULL, drop, NULL },
	{ .name = NULL },
};

const struct page page = {
	.name = "practice-services",
	.title = "My services",
	.access = ACCESS_COACH,
	.fields = fields,
	.get = show,
	.actions = actions,
};
