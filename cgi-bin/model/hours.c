/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When a coach works. */

#include "model/hours.h"

#include "lib/clock.h"
#include "lib/sql.h"

/* A date of yesterday in UTC may be today's in a zone far west. */
static const struct sql MINE = SQL_TENANT(
    "select 'weekly' kind, h.weekday, h.from_min, h.to_min, null starts, null ends,"
    "       '' note, 0 id"
    "  from weekly_hours h join coach c on c.tenant_id = h.tenant_id and c.id = h.coach_id"
    " where h.tenant_id = :tenant and c.account_id = :me"
    " union all "
    "select 'date', 8, d.from_min, d.to_min, d.day, null, '', 0"
    "  from date_hours d join coach c on c.tenant_id = d.tenant_id and c.id = d.coach_id"
    " where d.tenant_id = :tenant and c.account_id = :me and d.day >= ?"
    " union all "
    "select 'away', 9, 0, 0, a.starts_at, a.ends_at, a.note, a.id"
    "  from away a join coach c on c.tenant_id = a.tenant_id and c.id = a.coach_id"
    " where a.tenant_id = :tenant and c.account_id = :me and a.ends_at > :now"
    " order by weekday, starts, from_min limit 500");

static void
load(struct row *r, void *to)
{
	struct hours_row *h = to;

	h->kind = row_str(r);
	h->weekday = (int)row_int(r);
	h->from_min = (int)row_int(r);
	h->to_min = (int)row_int(r);
	h->from = row_time(r);
	h->to = row_time(r);
	h->note = row_str(r);
	h->id = row_int(r);
}

enum outcome
hours_mine(struct ctx *cx, struct hours_row **rows, size_t *n)
{
	return sql_all(cx, &MINE, ARGS(T(cx->now - 2 * DAY)), load, sizeof(**rows), rows, n);
}
