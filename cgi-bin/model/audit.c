/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what. */

#include "model/audit.h"

#include <jansson.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"

enum { DETAIL = 8000 };			/* bytes: as many characters as the column has, and more */

/* Taking the head puts writers in a row, so that two do not continue the chain from one link. */
static const struct sql TAKE = SQL_TENANT(
    "insert into audit_head (tenant_id, version) values (:tenant, 1)"
    " on duplicate key update version = version + 1");

static const struct sql LAST = SQL_TENANT(
    "select hash from audit where tenant_id = :tenant order by id desc limit 1");

static const struct sql NOTE = SQL_TENANT(
    "insert into audit (tenant_id, at, account_id, action, object, detail, request, hash)"
    " values (:tenant, :now, nullif(:me, 0), ?, ?, ?, ?, ?)");

static const struct sql FIND = SQL_TENANT(
    "select l.id, l.at, a.name, l.action, l.object, l.detail, l.request"
    "  from audit l left join account a on a.id = l.account_id"
    " where l.tenant_id = :tenant and (? = 0 or l.id < ?)"
    "   and (? = '' or convert(l.action using utf8mb4) = ?)"
    "   and l.at >= ? and l.at < ? order by l.id desc limit 26");

static const struct sql ACTIONS = SQL_TENANT(
    "select distinct action from audit where tenant_id = :tenant order by action limit 100");

static const struct sql LATEST = SQL_TENANT(
    "select id, at, account_id, action, object, detail, hash"
    "  from audit where tenant_id = :tenant order by id desc limit 1001");

struct link {
	int64_t		 id, at, account;
	const char	*action, *object, *detail, *hash;
};

static void
load(struct row *r, void *to)
{
	*(const char **)to = row_str(r);
}

static const char *
hash_of(struct ctx *cx, const char *before, const struct link *l)
{
	const char *text = arena_fmt(cx->mem, "%s|%s|%lld|%s|%s|%s", before,
	    clock_iso(cx->mem, l->at), (long long)l->account, l->action, l->object, l->detail);

	return crypt_sha256(cx->mem, text, strlen(text));
}

enum outcome
audit_note(struct ctx *cx, const char *action, const char *object, const char *detail)
{
	const struct link l = { .at = cx->now, .account = cx->me, .action = action,
	    .object = object, .detail = detail };
	const char *before = "";
	enum outcome res = sql_run(cx, &TAKE, NO_ARGS, NULL);

	if (res != OK)
		return res;
	res = sql_one(cx, &LAST, NO_ARGS, load, &before);
	if (res != OK && res != NOT_FOUND)
		return res;
	return sql_run(cx, &NOTE, ARGS(S(action), S(object), S(detail), S(cx->request),
	    S(hash_of(cx, before, &l))), NULL);
}

enum outcome
audit_change(struct ctx *cx, const char *action, const char *object, const struct audit_value *v,
    size_t n)
{
	json_t *before = json_object(), *after = json_object(), *all;
	char *detail = arena_get(cx->mem, DETAIL + 1);
	size_t i, len;

	for (i = 0; i < n; i++) {
		if (str_eq(v[i].before, v[i].after))
			continue;
		(void)json_object_set_new(before, v[i].name,
		    v[i].before != NULL ? json_string(v[i].before) : json_null());
		(void)json_object_set_new(after, v[i].name,
		    v[i].after != NULL ? json_string(v[i].after) : json_null());
	}
	all = json_pack("{s:o, s:o}", "before", before, "after", after);
	len = json_dumpb(all, detail, DETAIL, JSON_COMPACT);
	json_decref(all);
	if (len == 0 || len > DETAIL) {
		log_fault(cx, "audit", "%s has too much to tell", action);
		return BROKEN;
	}
	detail[len] = '\0';
	return audit_note(cx, action, object, detail);
}

size_t
audit_values(struct ctx *cx, const char *detail, struct audit_value v[AUDIT_VALUES])
{
	json_t *all = json_loads(detail, JSON_REJECT_DUPLICATES, NULL), *value;
	const json_t *before = json_object_get(all, "before");
	const char *name, *text;
	size_t n = 0;

	json_object_foreach(json_object_get(all, "after"), name, value) {
		if (n == AUDIT_VALUES)
			break;
		text = json_string_value(json_object_get(before, name));
		v[n].name = arena_str(cx->mem, name);
		v[n].before = text != NULL ? arena_str(cx->mem, text) : NULL;
		text = json_string_value(value);
		v[n++].after = text != NULL ? arena_str(cx->mem, text) : NULL;
	}
	json_decref(all);
	return n;
}

static void
load_row(struct row *r, void *to)
{
	struct audit_row *a = to;

	a->id = row_int(r);
	a->at = row_time(r);
	a->who = row_str(r);
	a->action = row_str(r);
	a->object = row_str(r);
	a->detail = row_str(r);
	a->request = row_str(r);
}

enum outcome
audit_find(struct ctx *cx, const struct audit_query *q, struct audit_row **rows, size_t *n)
{
	return sql_all(cx, &FIND, ARGS(I(q->before), I(q->before), S(q->action), S(q->action),
	    T(q->from), T(q->to)), load_row, sizeof(**rows), rows, n);
}

enum outcome
audit_actions(struct ctx *cx, const char ***actions, size_t *n)
{
	return sql_all(cx, &ACTIONS, NO_ARGS, load, sizeof(**actions), actions, n);
}

static void
load_link(struct row *r, void *to)
{
	struct link *l = to;

	l->id = row_int(r);
	l->at = row_time(r);
	l->account = row_int(r);
	l->action = row_str(r);
	l->object = row_str(r);
	l->detail = row_str(r);
	l->hash = row_str(r);
}

enum outcome
audit_check(struct ctx *cx, struct audit_chain *c)
{
	const char *before = "";
	struct link *l;
	enum outcome res;
	size_t i, n;

	memset(c, 0, sizeof(*c));
	res = sql_all(cx, &LATEST, NO_ARGS, load_link, sizeof(*l), &l, &n);
	if (res != OK)
		return res;
	/* Newest first. With more rows than are looked at, the one before them is believed. */
	i = n;
	if (n > AUDIT_CHECKED)
		before = l[--i].hash;
	for (c->rows = i; i > 0; i--) {
		if (!str_eq(l[i - 1].hash, hash_of(cx, before, &l[i - 1]))) {
			c->broken = l[i - 1].id;
			c->broken_at = l[i - 1].at;
			return OK;
		}
		before = l[i - 1].hash;
		c->sound = l[i - 1].at;
	}
	return OK;
}
