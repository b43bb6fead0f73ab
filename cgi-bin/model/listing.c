/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The directory, read: three ways to the rows times three orders, each a statement of its own. */

#include "model/listing.h"

#include <inttypes.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/words.h"

/*
 * Which way is quickest depends on what is asked: along the index of the order until a page is
 * full; from the text index, when words are searched; from a topic, language or place that few
 * have. Each begins with two keys of its own.
 */
enum way { BY_ORDER, BY_WORDS, BY_TAG, BY_PLACE };

#define COLUMNS \
	"select l.coach_id, l.slug, l.name, l.headline, l.picture, l.city, l.country, l.zone," \
	"       l.specialties, l.online, l.in_person, l.price_minor, l.currency, l.next_free_at"
#define FROM_ORDER \
	"  from listing l where l.tenant_id = :tenant and ? = '' and ? = ''"
#define FROM_WORDS \
	"  from listing l where l.tenant_id = :tenant and ? = ''" \
	"   and match (l.words) against (? in boolean mode)"
#define FROM_TAG \
	"  from coach_tag f straight_join listing l" \
	"    on l.tenant_id = f.tenant_id and l.coach_id = f.coach_id" \
	" where f.tenant_id = :tenant and f.kind = ? and f.tag = ?"
#define FROM_PLACE \
	"  from listing_facet f straight_join listing l force index (listing_city)" \
	"    on l.tenant_id = f.tenant_id and l.country = f.country and l.city = f.value" \
	" where f.tenant_id = :tenant and f.kind = 'place' and f.country like ? and f.value like ?"
#define FILTERS \
	"   and (? = '' or exists (select 1 from coach_tag t where t.tenant_id = l.tenant_id" \
	"     and t.coach_id = l.coach_id and t.kind = 'specialty' and t.tag = ?))" \
	"   and (? = '' or exists (select 1 from coach_tag t where t.tenant_id = l.tenant_id" \
	"     and t.coach_id = l.coach_id and t.kind = 'language' and t.tag = ?))" \
	"   and (? = '' or l.country = ?) and (? = '' or l.city like ?)" \
	"   and (? = 0 or l.online = 1) and (? = 0 or l.in_person = 1)" \
	"   and l.price_minor between ? and ? and l.next_free_at < ?"
#define FREE_FIRST \
	"   and l.next_free_at >= ? and (l.next_free_at > ? or l.coach_id > ?)" \
	" order by l.next_free_at, l.coach_id limit 21"
#define CHEAP_FIRST \
	"   and l.price_minor >= ? and (l.price_minor > ? or l.coach_id > ?)" \
	" order by l.price_minor, l.coach_id limit 21"
#define NAMES \
	"   and l.name >= ? and (l.name > ? or l.coach_id > ?) order by l.name, l.coach_id limit 21"

/* Nothing is asked for: the page that most people see, and the shortest statement. */
#define ALL "  from listing l where l.tenant_id = :tenant"
static const struct sql ALL_FINDS[] = {
	SQL_TENANT(COLUMNS ALL FREE_FIRST),
	SQL_TENANT(COLUMNS ALL CHEAP_FIRST),
	SQL_TENANT(COLUMNS ALL NAMES),
};

static const struct sql FINDS[] = {
	SQL_TENANT(COLUMNS FROM_ORDER FILTERS FREE_FIRST),
	SQL_TENANT(COLUMNS FROM_ORDER FILTERS CHEAP_FIRST),
	SQL_TENANT(COLUMNS FROM_ORDER FILTERS NAMES),
	SQL_TENANT(COLUMNS FROM_WORDS FILTERS FREE_FIRST),
	SQL_TENANT(COLUMNS FROM_WORDS FILTERS CHEAP_FIRST),
	SQL_TENANT(COLUMNS FROM_WORDS FILTERS NAMES),
	SQL_TENANT(COLUMNS FROM_TAG FILTERS FREE_FIRST),
	SQL_TENANT(COLUMNS FROM_TAG FILTERS CHEAP_FIRST),
	SQL_TENANT(COLUMNS FROM_TAG FILTERS NAMES),
	SQL_TENANT(COLUMNS FROM_PLACE FILTERS FREE_FIRST),
	SQL_TENANT(COLUMNS FROM_PLACE FILTERS CHEAP_FIRST),
	SQL_TENANT(COLUMNS FROM_PLACE FILTERS NAMES),
};

/* How many coaches have that topic, that language, that place: counted as far as it matters. */
enum { FEW = 2000 };		/* from so many on, the order's index is the shorter way */
static const struct sql HOW_MANY = SQL_TENANT(
    "select (select count(*) from (select 1 from coach_tag where tenant_id = :tenant"
    "            and kind = 'specialty' and tag = ? limit 2000) s),"
    "       (select count(*) from (select 1 from coach_tag where tenant_id = :tenant"
    "            and kind = 'language' and tag = ? limit 2000) t),"
    "       (select count(*) from (select 1 from listing_facet f"
    "            straight_join listing l force index (listing_city)"
    "            on l.tenant_id = f.tenant_id and l.country = f.country and l.city = f.value"
    "          where f.tenant_id = :tenant and f.kind = 'place' and ? <> ''"
    "            and f.country like ? and f.value like ? limit 2000) p)");

static const int64_t NEVER = INT64_C(253370764800);	/* 9999-01-01, as the schema says */

static void
load(struct row *r, void *to)
{
	struct listing *l = to;

	l->coach = row_int(r);
	l->slug = row_str(r);
	l->name = row_str(r);
	l->headline = row_str(r);
	l->picture = row_str(r);
	l->city = row_str(r);
	l->country = row_str(r);
	l->zone = row_str(r);
	l->specialties = row_str(r);
	l->online = row_bool(r);
	l->in_person = row_bool(r);
	l->price_minor = row_int(r);
	l->currency = row_str(r);
	l->sort_free = row_time(r);
	l->next_free = l->sort_free >= NEVER ? 0 : l->sort_free;
}

struct share {			/* coaches with the topic, language, place that was asked for */
	int64_t		 topic, language, place;
};

static void
load_share(struct row *r, void *to)
{
	struct share *s = to;

	s->topic = row_int(r);
	s->language = row_int(r);
	s->place = row_int(r);
}

static const char *
text(const char *s)
{
	return s != NULL ? s : "";
}

/* The beginning of a name as a LIKE pattern. */
static char *
beginning(struct ctx *cx, const char *s)
{
	struct buf b;

	buf_init(&b, cx->mem);
	for (; *s != '\0'; s++) {
		if (strchr("%_\\", *s) != NULL)
			buf_char(&b, '\\');
		buf_char(&b, *s);
	}
	buf_char(&b, '%');
	return b.p;
}

struct plan {
	enum way	 way;
	const char	*a, *b;		/* its keys */
	int64_t		 n;		/* so many rows at the most */
};

/* The shorter way wins, if it is asked for at all. */
static void
consider(struct plan *p, bool asked, int64_t n, enum way way, const char *a, const char *b)
{
	if (asked && n < p->n)
		*p = (struct plan){ way, a, b, n };
}

static enum outcome
choose(struct ctx *cx, const struct listing_query *q, struct plan *p)
{
	const char *words = words_query(cx->mem, text(q->text)), *country = text(q->country);
	const char *city = beginning(cx, text(q->city)), *in = *country != '\0' ? country : "%";
	bool topic = *text(q->specialty) != '\0', language = *text(q->language) != '\0';
	bool place = *country != '\0' || *text(q->city) != '\0';
	struct share s = { 0, 0, 0 };
	enum outcome res;

	*p = (struct plan){ BY_ORDER, "", "", FEW };
	if (*words != '\0')
		*p = (struct plan){ BY_WORDS, "", words, 1 };
	if (!topic && !language && !place)
		return OK;
	res = sql_one(cx, &HOW_MANY, ARGS(S(text(q->specialty)), S(text(q->language)),
	    S(place ? "1" : ""), S(in), S(city)), load_share, &s);
	consider(p, topic, s.topic, BY_TAG, "specialty", text(q->specialty));
	consider(p, language, s.language, BY_TAG, "language", text(q->language));
	consider(p, place, s.place, BY_PLACE, in, city);
	return res;
}

static struct arg
at(const struct listing_query *q)
{
	int64_t n = 0;

	if (q->sort == LISTING_NAME)
		return S(text(q->at));
	(void)str_to_int(text(q->at), 0, NEVER, &n);
	return q->sort == LISTING_FREE ? T(n) : I(n);
}

/* Is anything asked for at all? */
static bool
is_narrowed(const struct listing_query *q)
{
	return *text(q->text) != '\0' || *text(q->specialty) != '\0' ||
	    *text(q->language) != '\0' || *text(q->country) != '\0' || *text(q->city) != '\0' ||
	    q->online != q->in_person || q->price_from > 0 || q->price_to > 0 ||
	    q->free_before > 0;
}

static enum outcome
find_narrowed(struct ctx *cx, const struct listing_query *q, struct listing **rows, size_t *n)
{
	const char *sp = text(q->specialty), *la = text(q->language), *co = text(q->country);
	const char *ci = text(q->city);
	bool either = q->online == q->in_person;
	struct plan p;
	enum outcome res;

	*n = 0;
	if ((res = choose(cx, q, &p)) != OK || p.n == 0)
		return res;
	return sql_all(cx, &FINDS[p.way * LISTING_SORTS + q->sort], ARGS(S(p.a), S(p.b), S(sp),
	    S(sp), S(la), S(la), S(co), S(co), S(ci), S(beginning(cx, ci)),
	    I(!either && q->online), I(!either && q->in_person), I(q->price_from),
	    I(q->price_to > 0 ? q->price_to : INT32_MAX), T(q->free_before > 0 ? q->free_before :
	    NEVER + DAY), at(q), at(q), I(q->after)), load, sizeof(**rows), rows, n);
}

enum outcome
listing_find(struct ctx *cx, const struct listing_query *q, struct listing **rows, size_t *n)
{
	enum outcome res;
	size_t i;

	res = is_narrowed(q) ? find_narrowed(cx, q, rows, n) : sql_all(cx, &ALL_FINDS[q->sort],
	    ARGS(at(q), at(q), I(q->after)), load, sizeof(**rows), rows, n);
	for (i = 0; res == OK && i < *n; i++)
		if ((*rows)[i].next_free < cx->now)
			(*rows)[i].next_free = 0;	/* about to be computed again */
	return res;
}

char *
listing_at(struct ctx *cx, enum listing_sort sort, const struct listing *l)
{
	if (sort == LISTING_NAME)
		return arena_str(cx->mem, l->name);
	return arena_fmt(cx->mem, "%" PRId64,
	    sort == LISTING_PRICE ? l->price_minor : l->sort_free);
}
