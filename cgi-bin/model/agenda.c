/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person's sessions in both roles. */

#include "model/agenda.h"

#include "lib/clock.h"
#include "lib/sql.h"

#define COLUMNS \
	"b.id, b.no, b.state, b.starts_at, b.ends_at, b.service_name, b.coach_name," \
	" b.client_name, b.mode, b.place, b.access_note, b.prepare_note, b.note, b.sequence"
#define RANGE \
	" and b.starts_at > ? and b.starts_at < ? and b.confirmed_at is not null"

/* Two halves, each by its own index. */
static const struct sql OF = SQL_TENANT(
    "(select " COLUMNS ", 0 from booking b"
    "  where b.tenant_id = :tenant and b.account_id = ?" RANGE
    "  order by b.starts_at, b.id limit 500)"
    " union all"
    " (select " COLUMNS ", 1 from coach c"
    "  join booking b on b.tenant_id = c.tenant_id and b.coach_id = c.id"
    "  where c.tenant_id = :tenant and c.account_id = ?" RANGE
    "  order by b.starts_at, b.id limit 500)"
    " order by starts_at, id limit 500");

static void
load(struct row *r, void *to)
{
	struct agenda_row *a = to;

	a->b.id = row_int(r);
	a->b.no = row_str(r);
	a->b.state = row_str(r);
	a->b.starts = row_time(r);
	a->b.ends = row_time(r);
	a->b.service_name = row_str(r);
	a->b.coach_name = row_str(r);
	a->b.client_name = row_str(r);
	a->b.mode = row_str(r);
	a->b.place = row_str(r);
	a->b.access_note = row_str(r);
	a->b.prepare_note = row_str(r);
	a->b.note = row_str(r);
	a->b.sequence = (int)row_int(r);
	a->coach = row_bool(r);
}

enum outcome
agenda(struct ctx *cx, int64_t account, struct agenda_row **rows, size_t *n)
{
	int64_t from = cx->now - AGENDA_BACK_DAYS * DAY, to = cx->now + AGENDA_AHEAD_DAYS * DAY;

	return sql_all(cx, &OF, ARGS(I(account), T(from), T(to), I(account), T(from), T(to)), load,
	    sizeof(**rows), rows, n);
}
