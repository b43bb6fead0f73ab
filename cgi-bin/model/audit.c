/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what. */

#include "model/audit.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/sql.h"

/* Taking the head puts writers in a row, so that two do not continue the chain from one link. */
static const struct sql TAKE = SQL_TENANT(
    "insert into audit_head (tenant_id, version) values (:tenant, 1)"
    " on duplicate key update version = version + 1");

static const struct sql LAST = SQL_TENANT(
    "select hash from audit where tenant_id = :tenant order by id desc limit 1");

static const struct sql NOTE = SQL_TENANT(
    "insert into audit (tenant_id, at, account_id, action, object, detail, request, hash)"
    " values (:tenant, :now, nullif(:me, 0), ?, ?, ?, ?, ?)");

static void
load(struct row *r, void *to)
{
	*(const char **)to = row_str(r);
}

enum outcome
audit_note(struct ctx *cx, const char *action, const char *object, const char *detail)
{
	const char *before = "";
	enum outcome res = sql_run(cx, &TAKE, NO_ARGS, NULL);
	char *text;

	if (res != OK)
		return res;
	res = sql_one(cx, &LAST, NO_ARGS, load, &before);
	if (res != OK && res != NOT_FOUND)
		return res;
	text = arena_fmt(cx->mem, "%s|%s|%lld|%s|%s|%s", before, clock_iso(cx->mem, cx->now),
	    (long long)cx->me, action, object, detail);
	return sql_run(cx, &NOTE, ARGS(S(action), S(object), S(detail), S(cx->request),
	    S(crypt_sha256(cx->mem, text, strlen(text)))), NULL);
}
