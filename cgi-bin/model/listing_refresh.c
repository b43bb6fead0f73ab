/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The directory, written: a coach's row from profile, tags, services and calendar. */

#include "model/listing.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/country.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/service.h"
#include "model/slot.h"
#include "model/tenant.h"
#include "model/words.h"

enum { CARD_TAGS = 4, CARD_BYTES = 400, LANGUAGE_BYTES = 200, SEEN_LIFE = 6 * HOUR };

static const struct sql MARK = SQL_TENANT(
    "update listing set stale = 1 where tenant_id = :tenant and coach_id = ?");
static const struct sql SOURCE = SQL_TENANT(
    "select c.slug, c.name, c.headline, c.bio, c.custom_specialty, c.picture, c.city, c.country,"
    "       c.zone,"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'specialty'),"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'language')"
    "  from coach c where c.tenant_id = :tenant and c.id = ? and c.status = 'Approved'");
static const struct sql WRITE = SQL_TENANT(
    "insert into listing (tenant_id, coach_id, slug, name, headline, picture, city, country, zone,"
    "    specialties, languages, online, in_person, price_minor, currency, next_free_at, words,"
    "    checked_at, stale)"
    " values (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, '9999-01-01'), ?,"
    "    :now, 0)"
    " on duplicate key update slug = values(slug), name = values(name),"
    "    headline = values(headline), picture = values(picture), city = values(city),"
    "    country = values(country), zone = values(zone), specialties = values(specialties),"
    "    languages = values(languages), online = values(online), in_person = values(in_person),"
    "    price_minor = values(price_minor), currency = values(currency),"
    "    next_free_at = values(next_free_at), words = values(words), checked_at = :now, stale = 0");
static const struct sql TAKE_AWAY = SQL_TENANT(
    "delete from listing where tenant_id = :tenant and coach_id = ?");

/* What is due: marked, or its time has passed, or not looked at for long (holds end, days come). */
static const struct sql STALE = SQL_SHARED(
    "select tenant_id, coach_id from listing where stale = 1 and next_free_at >= '1970-01-01'"
    " order by next_free_at limit 1 for update skip locked");
static const struct sql PASSED = SQL_SHARED(
    "select tenant_id, coach_id from listing where stale = 0 and next_free_at < :now"
    " order by next_free_at limit 1 for update skip locked");
static const struct sql OLD = SQL_SHARED(
    "select tenant_id, coach_id from listing where checked_at < ?"
    " order by checked_at limit 1 for update skip locked");
static const struct sql PUT_OFF = SQL_SHARED(
    "update listing set stale = 0, checked_at = :now, next_free_at = '9999-01-01'"
    " where tenant_id = ? and coach_id = ?");

struct source {
	const char	*slug, *name, *headline, *bio, *custom, *picture, *city, *country, *zone;
	const char	*specialties, *languages;
};

/* What the services add up to. */
struct offer {
	bool		 online, in_person;
	int64_t		 price_minor, next_free;	/* next_free 0: none */
	const char	*currency;
	struct buf	 words;
};

struct due {
	int64_t		 tenant, coach;
};

static void
load_source(struct row *r, void *to)
{
	struct source *s = to;

	s->slug = row_str(r);
	s->name = row_str(r);
	s->headline = row_str(r);
	s->bio = row_str(r);
	s->custom = row_str(r);
	s->picture = row_str(r);
	s->city = row_str(r);
	s->country = row_str(r);
	s->zone = row_str(r);
	s->specialties = row_str(r);
	s->languages = row_str(r);
}

static void
load_due(struct row *r, void *to)
{
	struct due *d = to;

	d->tenant = row_int(r);
	d->coach = row_int(r);
}

enum outcome
listing_mark_stale(struct ctx *cx, int64_t coach)
{
	return sql_run(cx, &MARK, ARGS(I(coach)), NULL);
}

/* Whole lines of a list, at most so many and so many bytes. */
static char *
first_lines(struct ctx *cx, const char *list, int lines, size_t bytes)
{
	const char *p = list, *end = list;

	while (*p != '\0' && lines-- > 0) {
		p += strcspn(p, "\n");
		if ((size_t)(p - list) > bytes)
			break;
		end = p;
		p += *p == '\n' ? 1 : 0;
	}
	return arena_strn(cx->mem, list, (size_t)(end - list));
}

static enum outcome
sum_up(struct ctx *cx, const struct service *s, size_t n, struct offer *o)
{
	enum outcome res;
	int64_t start;
	size_t i;

	memset(o, 0, sizeof(*o));
	buf_init(&o->words, cx->mem);
	o->price_minor = -1;
	o->currency = s[0].currency;
	for (i = 0; i < n; i++) {
		if ((res = slot_next(cx, &s[i], &start)) != OK)
			return res;
		if (start > 0 && (o->next_free == 0 || start < o->next_free))
			o->next_free = start;
		/* A first conversation is free nearly everywhere: it says nothing of the price. */
		if (!s[i].discovery && (o->price_minor < 0 || s[i].price_minor < o->price_minor))
			o->price_minor = s[i].price_minor;
		o->online = o->online || str_eq(s[i].mode, "online");
		o->in_person = o->in_person || str_eq(s[i].mode, "in-person");
		buf_fmt(&o->words, "%s\n%s\n", s[i].name, s[i].place_public);
	}
	o->price_minor = o->price_minor < 0 ? 0 : o->price_minor;
	return OK;
}

static enum outcome
put_row(struct ctx *cx, int64_t coach, const struct source *s, const struct offer *o)
{
	const char *words = arena_fmt(cx->mem, "%s\n%s\n%s\n%s\n%s\n%s\n%s\n%s\n%s", s->name,
	    s->headline, s->specialties, s->custom, s->languages, s->city,
	    country_name(s->country), o->words.p, s->bio);

	return sql_run(cx, &WRITE, ARGS(I(coach), S(s->slug), S(s->name), S(s->headline),
	    S(s->picture), S(s->city), S(s->country), S(s->zone),
	    S(first_lines(cx, s->specialties, CARD_TAGS, CARD_BYTES)),
	    S(first_lines(cx, s->languages, CARD_TAGS, LANGUAGE_BYTES)), I(o->online),
	    I(o->in_person), I(o->price_minor), S(o->currency),
	    o->next_free > 0 ? T(o->next_free) : NIL, S(words_index(cx->mem, words))), NULL);
}

enum outcome
listing_refresh(struct ctx *cx, int64_t coach)
{
	struct service *services;
	struct source s;
	struct offer o;
	enum outcome res;
	size_t n;

	if ((res = services_offered(cx, coach, &services, &n)) != OK)
		return res;
	res = n == 0 ? NOT_FOUND : sql_one(cx, &SOURCE, ARGS(I(coach)), load_source, &s);
	if (res == NOT_FOUND)
		return sql_run(cx, &TAKE_AWAY, ARGS(I(coach)), NULL);
	if (res != OK || (res = sum_up(cx, services, n, &o)) != OK ||
	    (res = put_row(cx, coach, &s, &o)) != OK)
		return res;
	return listing_add_facets(cx, coach);
}

static enum outcome
find_due(struct ctx *cx, struct due *d)
{
	enum outcome res;

	if ((res = sql_one(cx, &STALE, NO_ARGS, load_due, d)) != NOT_FOUND)
		return res;
	if ((res = sql_one(cx, &PASSED, NO_ARGS, load_due, d)) != NOT_FOUND)
		return res;
	return sql_one(cx, &OLD, ARGS(T(cx->now - SEEN_LIFE)), load_due, d);
}

/* The row stays locked until its new values are in: no other node computes the same. */
static enum outcome
refresh_due(struct ctx *cx, void *arg)
{
	struct due *d = arg;
	enum outcome res;

	if ((res = find_due(cx, d)) != OK || (res = ctx_as(cx, d->tenant)) != OK)
		return res;
	return listing_refresh(cx, d->coach);
}

static enum outcome
put_off(struct ctx *cx, void *arg)
{
	const struct due *d = arg;

	return sql_run(cx, &PUT_OFF, ARGS(I(d->tenant), I(d->coach)), NULL);
}

enum outcome
listing_sweep(struct ctx *cx)
{
	struct due d = { 0, 0 };
	enum outcome res = sql_tx(cx, refresh_due, &d);

	if (d.coach == 0 || res == OK || res == BUSY)
		return res;
	/* One that cannot be computed must not keep the others waiting. */
	log_fault(cx, "listing", "coach %lld cannot be computed, later again", (long long)d.coach);
	return sql_tx(cx, put_off, &d);
}
