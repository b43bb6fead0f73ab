/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* My own entry as a coach. */

#include "model/profile.h"

#include <string.h>

#include "lib/sql.h"
#include "lib/str.h"
#include "model/listing.h"

static const struct sql MINE = SQL_TENANT(
    "select c.id, c.slug, c.picture, c.status, c.status_reason, c.status_at, c.name, c.headline,"
    "       c.bio, c.custom_specialty, c.city, c.country, c.zone,"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'specialty'),"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'language'),"
    "       exists (select 1 from calendar k where k.tenant_id = c.tenant_id"
    "                  and k.coach_id = c.id and k.driver = 'caleu')"
    "  from coach c where c.tenant_id = :tenant and c.account_id = :me");
static const struct sql SAVE = SQL_TENANT(
    "update coach set name = ?, headline = ?, bio = ?, custom_specialty = ?, city = ?,"
    "    country = ?, zone = ?"
    " where tenant_id = :tenant and account_id = :me");
static const struct sql DROP_TAGS = SQL_TENANT(
    "delete from coach_tag where tenant_id = :tenant and coach_id ="
    "    (select c.id from coach c where c.tenant_id = :tenant and c.account_id = :me)");
/* The collation decides what is the same word; the first of them stays. */
static const struct sql ADD_TAGS = SQL_TENANT(
    "insert into coach_tag (tenant_id, coach_id, kind, tag, position)"
    " select c.tenant_id, c.id, ?, j.tag, j.position from coach c,"
    "    json_table(?, '$[*]' columns (position for ordinality, tag varchar(60) path '$')) j"
    "  where c.tenant_id = :tenant and c.account_id = :me order by j.position"
    " on duplicate key update position = least(coach_tag.position, values(position))");

static void
load(struct row *r, void *to)
{
	struct profile *p = to;

	p->id = row_int(r);
	p->slug = row_str(r);
	p->picture = row_str(r);
	p->status = row_str(r);
	p->status_reason = row_str(r);
	p->status_at = row_time(r);
	p->name = row_str(r);
	p->headline = row_str(r);
	p->bio = row_str(r);
	p->custom_specialty = row_str(r);
	p->city = row_str(r);
	p->country = row_str(r);
	p->zone = row_str(r);
	p->specialties = row_str(r);
	p->languages = row_str(r);
	p->caleu = row_bool(r);
}

enum outcome
profile_mine(struct ctx *cx, struct profile *p)
{
	return sql_one(cx, &MINE, NO_ARGS, load, p);
}

/* Lines as a JSON array; what came in as one line has no control characters. */
static char *
as_json(struct ctx *cx, const char *lines)
{
	struct buf b;
	bool open = false;

	buf_init(&b, cx->mem);
	buf_char(&b, '[');
	for (; *lines != '\0'; lines++) {
		if (!open)
			buf_str(&b, b.len > 1 ? ",\"" : "\"");
		open = *lines != '\n';
		if (*lines == '"' || *lines == '\\')
			buf_char(&b, '\\');
		buf_char(&b, open ? *lines : '"');
	}
	buf_str(&b, open ? "\"]" : "]");
	return b.p;
}

static enum outcome
add_tags(struct ctx *cx, const char *kind, const char *lines)
{
	if (*lines == '\0')
		return OK;
	return sql_run(cx, &ADD_TAGS, ARGS(S(kind), S(as_json(cx, lines))), NULL);
}

enum outcome
profile_save(struct ctx *cx, const struct profile *p)
{
	enum outcome res;

	if ((res = sql_change(cx, &SAVE, ARGS(S(p->name), S(p->headline), S(p->bio),
	    S(p->custom_specialty), S(p->city), S(p->country), S(p->zone)))) != OK ||
	    (res = sql_run(cx, &DROP_TAGS, NO_ARGS, NULL)) != OK ||
	    (res = add_tags(cx, "specialty", p->specialties)) != OK ||
	    (res = add_tags(cx, "language", p->languages)) != OK)
		return res;
	return listing_refresh(cx, p->id);
}
