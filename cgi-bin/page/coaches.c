/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The directory of coaches: searched, narrowed, sorted, page by page; all of it in the address. */

#include <string.h>

#include "lib/clock.h"
#include "lib/country.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/listing.h"
#include "page.h"
#include "part/coach.h"
#include "part/filter.h"

enum { TEXT, TOPIC, LANG, COUNTRY, CITY, ONLINE, PERSON, FROM, TO, BY, SORT, AFTER, AT };

static const char *const SORTS[] = { "free", "price", "name", NULL };
static const char *const SORT_SAYS[] = { "Next free time", "Price", "Name" };

static const struct field fields[] = {
	[TEXT] = { "q", FIELD_TEXT, .max = 100, .label = "what you look for" },
	[TOPIC] = { "topic", FIELD_TEXT, .max = 60 },
	[LANG] = { "lang", FIELD_TEXT, .max = 60, .label = "language" },
	[COUNTRY] = { "country", FIELD_TEXT, .max = 2 },
	[CITY] = { "city", FIELD_TEXT, .max = 80 },
	[ONLINE] = { "online", FIELD_FLAG },
	[PERSON] = { "person", FIELD_FLAG },
	[FROM] = { "from", FIELD_MONEY, .max = 99999999, .label = "lowest price" },
	[TO] = { "to", FIELD_MONEY, .max = 99999999, .label = "highest price" },
	[BY] = { "by", FIELD_DATE, .label = "date" },
	[SORT] = { "sort", FIELD_CHOICE, .choices = SORTS },
	[AFTER] = { "after", FIELD_ID },
	[AT] = { "at", FIELD_TEXT, .max = 120 },
	{ .name = NULL },
};

/* The end of the day that was asked for, in the reader's zone. */
static int64_t
end_of(struct req *rq)
{
	int year, month, day;
	int64_t from, to;

	if (!in_has(rq, BY))
		return 0;
	civil_date(in_int(rq, BY), &year, &month, &day);
	zone_day(rq->cx->zone, year, month, day, &from, &to);
	return to;
}

static enum listing_sort
sort_of(struct req *rq)
{
	return str_eq(in_text(rq, SORT), "price") ? LISTING_PRICE :
	    str_eq(in_text(rq, SORT), "name") ? LISTING_NAME : LISTING_FREE;
}

/* Codes are ascii in the table; to compare anything else with them is a fault of the database. */
static const char *
country_of(struct req *rq)
{
	const char *code = in_text(rq, COUNTRY);
	bool sound = strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(code);

	return sound ? code : "--";
}

static struct listing_query
query_of(struct req *rq)
{
	return (struct listing_query){
		.text = in_text(rq, TEXT), .specialty = in_text(rq, TOPIC),
		.language = in_text(rq, LANG), .country = country_of(rq),
		.city = in_text(rq, CITY), .online = in_flag(rq, ONLINE),
		.in_person = in_flag(rq, PERSON), .price_from = in_int(rq, FROM),
		.price_to = in_int(rq, TO), .free_before = end_of(rq), .sort = sort_of(rq),
		.after = in_id(rq, AFTER), .at = in_text(rq, AT),
	};
}

static const char *
price(struct req *rq, int field, const char *fmt)
{
	const char *amount = money_minor_text(rq->cx->mem, in_int(rq, field),
	    rq->cx->site.currency);

	return str_eq(fmt, "from") ? arena_fmt(rq->cx->mem, "From %s", amount) :
	    arena_fmt(rq->cx->mem, "Up to %s", amount);
}

/* What is chosen, in words: the chips, and the address of the next page. */
static void
choices(struct req *rq, const struct listing_query *q, struct filters *f)
{
	struct arena *mem = rq->cx->mem;

	f->path = "/coaches";
	f->n = 0;
	filter_add(f, "q", q->text, arena_fmt(mem, "“%s”", q->text));
	filter_add(f, "topic", q->specialty, q->specialty);
	filter_add(f, "lang", q->language, arena_fmt(mem, "Speaks %s", q->language));
	filter_add(f, "country", q->country, country_name(q->country));
	filter_add(f, "city", q->city, q->city);
	filter_add(f, "online", q->online ? "1" : "", "Online");
	filter_add(f, "person", q->in_person ? "1" : "", "In person");
	if (in_has(rq, FROM))
		filter_add(f, "from", money_plain(mem, q->price_from, rq->cx->site.currency),
		    price(rq, FROM, "from"));
	if (in_has(rq, TO))
		filter_add(f, "to", money_plain(mem, q->price_to, rq->cx->site.currency),
		    price(rq, TO, "to"));
	if (q->free_before > 0)
		filter_add(f, "by", in_text(rq, BY), arena_fmt(mem, "Free by %s",
		    clock_day(mem, q->free_before - 1, rq->cx->zone)));
	if (q->sort != LISTING_FREE)
		filter_add(f, "sort", SORTS[q->sort], NULL);
}

/* What one select offers, in order, with what is chosen marked. */
struct select {
	const char	*kind, *option, *chosen;
	const char	*last;
	bool		 found;
};

static void
offer(struct view *v, struct select *s, const char *value, const char *says)
{
	if (s->last != NULL && str_eq(s->last, value))
		return;
	s->last = value;
	s->found = s->found || str_eq(value, s->chosen);
	part_option(v, s->option, value, says, str_eq(value, s->chosen));
}

static enum outcome
show_form(struct req *rq, struct view *v, const struct listing_query *q)
{
	struct select selects[] = {
		{ "specialty", "TOPIC_OPTION", q->specialty, NULL, false },
		{ "language", "LANG_OPTION", q->language, NULL, false },
		{ "place", "COUNTRY_OPTION", q->country, NULL, false },
	};
	struct select *s, *end = selects + sizeof(selects) / sizeof(selects[0]);
	struct choice *c;
	enum outcome res;
	size_t i, n;

	if ((res = listing_choices(rq->cx, &c, &n)) != OK)
		return res;
	for (i = 0; i < n; i++) {
		for (s = selects; !str_eq(s->kind, c[i].kind); s++)
			continue;
		if (*c[i].country == '\0')
			offer(v, s, c[i].value, c[i].value);
		else
			offer(v, s, c[i].country, country_name(c[i].country));
		if (*c[i].country != '\0' && *c[i].value != '\0')
			part_option(v, "CITY_OPTION", c[i].value, c[i].value, false);
	}
	/* A choice that nobody fits any more stays, or the form would drop it in silence. */
	for (s = selects; s < end; s++)
		if (*s->chosen != '\0' && !s->found)
			offer(v, s, s->chosen, country_name(s->chosen));
	for (i = 0; i < LISTING_SORTS; i++)
		part_option(v, "SORT_OPTION", SORTS[i], SORT_SAYS[i], i == q->sort);
	view_set(v, "CURRENCY", rq->cx->site.currency);
	return OK;
}

/*
 * How many there are is counted as far as the page goes; nobody needs to know that there are 4,711.
 */
static void
show_count(struct ctx *cx, struct view *v, const struct listing_query *q, size_t n, bool narrowed)
{
	const char *what = narrowed ? "match" : "here";
	bool more = n > LISTING_PAGE;

	if (q->after > 0)
		view_set(v, "COUNT", more ? "Twenty more coaches" : arena_fmt(cx->mem,
		    "The last %zu coach%s", n, n == 1 ? "" : "es"));
	else if (more)
		view_fmt(v, "COUNT", "More than %d coaches %s", LISTING_PAGE, what);
	else if (n == 1)
		view_set(v, "COUNT", narrowed ? "One coach matches" : "One coach here");
	else
		view_fmt(v, "COUNT", "%zu coaches %s", n, what);
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct listing_query q = query_of(rq);
	struct ctx *cx = rq->cx;
	struct listing *rows;
	struct filters f;
	enum outcome res;
	size_t i, n;

	if ((res = show_form(rq, v, &q)) != OK)
		return res;
	if ((res = listing_find(cx, &q, &rows, &n)) != OK)
		return res;
	choices(rq, &q, &f);
	part_filters(cx, v, &f);
	show_count(cx, v, &q, n, f.n > (q.sort != LISTING_FREE));
	view_show_if(v, "FOUND", n > 0);
	view_show_if(v, "NOBODY", n == 0);
	for (i = 0; i < n && i < LISTING_PAGE; i++)
		part_coach_card(cx, view_add(v, "COACHES"), &rows[i]);
	if (q.after > 0)
		view_set(view_add(v, "START"), "START_ADDRESS",
		    filter_address(cx, &f, f.n, ""));
	if (n > LISTING_PAGE)
		view_set(view_add(v, "MORE"), "MORE_ADDRESS", filter_address(cx, &f, f.n,
		    arena_fmt(cx->mem, "after=%lld&at=%s",
		    (long long)rows[LISTING_PAGE - 1].coach, str_url(cx->mem,
		    listing_at(cx, q.sort, &rows[LISTING_PAGE - 1])))));
	view_show_if(v, "PAGER", q.after > 0 || n > LISTING_PAGE);
	return OK;
}

const struct page page = {
	.name = "coaches",
	.title = "Find a coach",
	.access = ACCESS_PUBLIC,
	.fields = fields,
	.get = show,
};
