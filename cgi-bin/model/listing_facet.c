/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What can be chosen in the directory, kept small and near at hand. */

#include "model/listing.h"

#include "lib/clock.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/tenant.h"

static const struct sql CHOICES = SQL_TENANT(
    "(select kind, country, value from listing_facet"
    "  where tenant_id = :tenant and kind = 'language' order by country, value limit 100)"
    " union all "
    "(select kind, country, value from listing_facet"
    "  where tenant_id = :tenant and kind = 'place' order by country, value limit 300)"
    " union all "
    "(select kind, country, value from listing_facet"
    "  where tenant_id = :tenant and kind = 'specialty' order by country, value limit 200)"
    " limit 600");

/* Nearly always there is nothing to add: looking first spares many writers of the same few rows. */
static const struct sql NEW_ONES = SQL_TENANT(
    "select t.kind, '', t.tag from coach_tag t"
    "  left join listing_facet f on f.tenant_id = t.tenant_id and f.kind = t.kind"
    "       and f.country = '' and f.value = t.tag"
    " where t.tenant_id = :tenant and t.coach_id = ? and f.tenant_id is null"
    " union all "
    "select 'place', l.country, l.city from listing l"
    "  left join listing_facet f on f.tenant_id = l.tenant_id and f.kind = 'place'"
    "       and f.country = l.country and f.value = l.city"
    " where l.tenant_id = :tenant and l.coach_id = ? and l.country <> '' and f.tenant_id is null"
    " limit 100");
static const struct sql ADD = SQL_TENANT(
    "insert ignore into listing_facet (tenant_id, kind, country, value, checked_at)"
    " values (:tenant, ?, ?, ?, :now)");

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
load_choice(struct row *r, void *to)
{
	struct choice *c = to;

	c->kind = row_str(r);
	c->country = row_str(r);
	c->value = row_str(r);
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
listing_choices(struct ctx *cx, struct choice **choices, size_t *n)
{
	return sql_all(cx, &CHOICES, NO_ARGS, load_choice, sizeof(**choices), choices, n);
}

enum outcome
listing_add_facets(struct ctx *cx, int64_t coach)
{
	struct choice *c;
	enum outcome res;
	size_t i, n;

	res = sql_all(cx, &NEW_ONES, ARGS(I(coach), I(coach)), load_choice, sizeof(*c), &c, &n);
	for (i = 0; res == OK && i < n; i++)
		res = sql_run(cx, &ADD, ARGS(S(c[i].kind), S(c[i].country), S(c[i].value)), NULL);
	return res;
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
