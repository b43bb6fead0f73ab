/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What can be chosen in the directory, kept small and near at hand. */

#include "model/listing.h"

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/tenant.h"

static const struct sql TAGS = SQL_TENANT(
    "select value from listing_facet where tenant_id = :tenant and kind = ? and country = ''"
    " order by value limit 200");
static const struct sql PLACES = SQL_TENANT(
    "select country, value from listing_facet where tenant_id = :tenant and kind = 'place'"
    " order by country, value limit 300");

static const struct sql ADD_TAGS = SQL_TENANT(
    "insert ignore into listing_facet (tenant_id, kind, value, checked_at)"
    " select tenant_id, kind, tag, :now from coach_tag where tenant_id = :tenant and coach_id = ?");
static const struct sql ADD_PLACE = SQL_TENANT(
    "insert ignore into listing_facet (tenant_id, kind, country, value, checked_at)"
    " values (:tenant, 'place', ?, ?, :now)");

enum { FACET_LIFE = HOUR };
static const struct sql OLD = SQL_SHARED(
    "select tenant_id, kind, country, value from listing_facet where checked_at < ?"
    " order by checked_at limit 1 for update skip locked");
static const struct sql IN_USE = SQL_TENANT(
    "select if(? = 'place',"
    "    exists (select 1 from listing l where l.tenant_id = :tenant and l.country = ?"
    "        and l.city = ?),"
    "    (select 1 from coach_tag t join listing l"
    "         on l.tenant_id = t.tenant_id and l.coach_id = t.coach_id"
    "      where t.tenant_id = :tenant and t.kind = ? and t.tag = ? limit 1))");
static const struct sql KEEP = SQL_TENANT(
    "update listing_facet set checked_at = :now"
    " where tenant_id = :tenant and kind = ? and country = ? and value = ?");
static const struct sql DROP = SQL_TENANT(
    "delete from listing_facet"
    " where tenant_id = :tenant and kind = ? and country = ? and value = ?");

struct facet {
	int64_t		 tenant;
	const char	*kind, *country, *value;
};

static void
load_tag(struct row *r, void *to)
{
	*(const char **)to = row_str(r);
}

static void
load_place(struct row *r, void *to)
{
	struct place *p = to;

	p->country = row_str(r);
	p->city = row_str(r);
}

static void
load_facet(struct row *r, void *to)
{
	struct facet *f = to;

	f->tenant = row_int(r);
	f->kind = row_str(r);
	f->country = row_str(r);
	f->value = row_str(r);
}

static void
load_flag(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

enum outcome
listing_tags(struct ctx *cx, const char *kind, const char ***tags, size_t *n)
{
	return sql_all(cx, &TAGS, ARGS(S(kind)), load_tag, sizeof(**tags), tags, n);
}

enum outcome
listing_places(struct ctx *cx, struct place **places, size_t *n)
{
	return sql_all(cx, &PLACES, NO_ARGS, load_place, sizeof(**places), places, n);
}

enum outcome
listing_add_facets(struct ctx *cx, int64_t coach, const char *country, const char *city)
{
	enum outcome res = sql_run(cx, &ADD_TAGS, ARGS(I(coach)), NULL);

	if (res != OK || *country == '\0')
		return res;
	return sql_run(cx, &ADD_PLACE, ARGS(S(country), S(city)), NULL);
}

static enum outcome
look(struct ctx *cx, void *arg)
{
	struct facet f;
	int64_t used = 0;
	enum outcome res;

	(void)arg;
	if ((res = sql_one(cx, &OLD, ARGS(T(cx->now - FACET_LIFE)), load_facet, &f)) != OK ||
	    (res = ctx_as(cx, f.tenant)) != OK)
		return res;
	res = sql_one(cx, &IN_USE, ARGS(S(f.kind), S(f.country), S(f.value), S(f.kind), S(f.value)),
	    load_flag, &used);
	if (res != OK)
		return res;
	return sql_run(cx, used != 0 ? &KEEP : &DROP, ARGS(S(f.kind), S(f.country), S(f.value)),
	    NULL);
}

enum outcome
listing_sweep_facet(struct ctx *cx)
{
	return sql_tx(cx, look, NULL);
}
