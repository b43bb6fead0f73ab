/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A tenant: one marketplace. */

#include "model/tenant.h"

#include "lib/sql.h"

static const struct sql SITE = SQL_SHARED(
    "select id, name, address, zone, currency, mail_from, support, fee_bp, fee_minor,"
    "       price_min_minor from tenant where id = ?");

static const struct sql NEXT = SQL_SHARED(
    "select id from tenant where id > ? order by id limit 1");

static const struct sql CLAIM = SQL_TENANT("select claim from tenant where id = :tenant");

static const struct sql TEXT = SQL_TENANT(
    "select version, title, body_md, published_at from tenant_text"
    " where tenant_id = :tenant and kind = ? and (? = 0 or version = ?) and published_at <= :now"
    " order by version desc limit 1");

static const struct sql FEATURE = SQL_TENANT(
    "select 1 from tenant_feature where tenant_id = :tenant and feature = ?");

static void
load_site(struct row *r, void *to)
{
	struct ctx *cx = to;

	cx->tenant = cx->site.id = row_int(r);
	cx->site.name = row_str(r);
	cx->site.address = row_str(r);
	cx->site.zone = row_str(r);
	cx->site.currency = row_str(r);
	cx->site.mail_from = row_str(r);
	cx->site.support = row_str(r);
	cx->site.fee_percent_bp = (int)row_int(r);
	cx->site.fee_fixed_minor = row_int(r);
	cx->site.price_min_minor = row_int(r);
	cx->zone = cx->site.zone;
}

enum outcome
ctx_as(struct ctx *cx, int64_t tenant)
{
	return sql_one(cx, &SITE, ARGS(I(tenant)), load_site, cx);
}

static void
load_number(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

enum outcome
tenant_next(struct ctx *cx, int64_t *id)
{
	return sql_one(cx, &NEXT, ARGS(I(*id)), load_number, id);
}

static void
load_text(struct row *r, void *to)
{
	struct tenant_text *t = to;

	t->version = (int)row_int(r);
	t->title = row_str(r);
	t->body_md = row_str(r);
	t->published = row_time(r);
}

enum outcome
tenant_text(struct ctx *cx, const char *kind, int version, struct tenant_text *t)
{
	return sql_one(cx, &TEXT, ARGS(S(kind), I(version), I(version)), load_text, t);
}

static void
load_is(struct row *r, void *to)
{
	*(bool *)to = row_bool(r);
}

enum outcome
tenant_feature(struct ctx *cx, const char *feature)
{
	bool is = false;

	return sql_one(cx, &FEATURE, ARGS(S(feature)), load_is, &is);
}

static void
load_claim(struct row *r, void *to)
{
	*(const char **)to = row_str(r);
}

enum outcome
tenant_claim(struct ctx *cx, const char **claim)
{
	return sql_one(cx, &CLAIM, NO_ARGS, load_claim, claim);
}
