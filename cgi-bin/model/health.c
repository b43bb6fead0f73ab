/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How long work has been waiting for the jobs. */

#include "model/health.h"

#include "lib/sql.h"

static const struct sql WAITING = SQL_SHARED(
    "select (select min(due_at) from outbox where state = 'queued' and due_at <= :now),"
    "       (select min(due_at) from inbox where state = 'new' and due_at <= :now),"
    "       (select min(next_free_at) from listing where stale = 0 and next_free_at <= :now)");

static void
load(struct row *r, void *to)
{
	struct health *h = to;

	h->outbox = row_time(r);
	h->inbox = row_time(r);
	h->directory = row_time(r);
}

enum outcome
health_read(struct ctx *cx, struct health *h)
{
	enum outcome res = sql_one(cx, &WAITING, NO_ARGS, load, h);

	h->outbox = h->outbox > 0 ? cx->now - h->outbox : 0;
	h->inbox = h->inbox > 0 ? cx->now - h->inbox : 0;
	h->directory = h->directory > 0 ? cx->now - h->directory : 0;
	return res;
}
