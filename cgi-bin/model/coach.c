/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A coach as everybody may see them. */

#include "model/coach.h"

#include <string.h>

#include "lib/sql.h"

static const struct sql PUBLIC = SQL_TENANT(
    "select c.id, c.slug, c.name, c.headline, c.bio, c.custom_specialty, c.city, c.country,"
    "       c.zone, c.picture,"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'specialty'),"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'language')"
    "  from coach c"
    " where c.tenant_id = :tenant and c.slug = ? and c.status = 'Approved'");

static void
load(struct row *r, void *to)
{
	struct coach *c = to;

	c->id = row_int(r);
	c->slug = row_str(r);
	c->name = row_str(r);
	c->headline = row_str(r);
	c->bio = row_str(r);
	c->custom_specialty = row_str(r);
	c->city = row_str(r);
	c->country = row_str(r);
	c->zone = row_str(r);
	c->picture = row_str(r);
	c->specialties = row_str(r);
	c->languages = row_str(r);
}

enum outcome
coach_public(struct ctx *cx, const char *slug, struct coach *c)
{
	return sql_one(cx, &PUBLIC, ARGS(S(slug)), load, c);
}

const char *
coach_next_tag(struct ctx *cx, const char **list)
{
	size_t n = strcspn(*list, "\n");
	const char *tag;

	if (n == 0 && **list == '\0')
		return NULL;
	tag = arena_strn(cx->mem, *list, n);
	*list += n + (((*list)[n] == '\n') ? 1 : 0);
	return tag;
}
