/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * For machines: 200 as long as pages can be served, 503 (by the library) when the database does not
 * answer. Jobs that lag are told but keep the 200: taking this node out would not help them.
 */

#include <inttypes.h>
#include <string.h>

#include "lib/clock.h"
#include "model/health.h"
#include "page.h"

enum { LATE = 15 * MINUTE };

static enum outcome
show(struct req *rq, struct view *v)
{
	struct health h;
	enum outcome res;
	const char *json;

	(void)v;
	if ((res = health_read(rq->cx, &h)) != OK)
		return res;
	json = arena_fmt(rq->cx->mem, "{\"status\":\"ok\",\"database\":\"ok\",\"time\":\"%s\","
	    "\"jobs\":\"%s\",\"waiting_seconds\":{\"outbox\":%" PRId64 ",\"inbox\":%" PRId64
	    ",\"directory\":%" PRId64 "}}\n", clock_iso(rq->cx->mem, rq->cx->now),
	    h.outbox > LATE || h.inbox > LATE || h.directory > LATE ? "late" : "ok",
	    h.outbox, h.inbox, h.directory);
	return page_bytes(rq, "application/json", NULL, json, strlen(json));
}

const struct page page = {
	.name = "healthz",
	.access = ACCESS_PUBLIC,
	.get = show,
	.anywhere = true,
	.bare = true,
};
