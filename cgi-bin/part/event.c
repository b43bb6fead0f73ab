/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A booking in a personal calendar. */

#include "part/event.h"

#include <string.h>

#include "lib/str.h"

char *
part_join_url(struct ctx *cx, const struct booking *b, bool coach)
{
	return arena_fmt(cx->mem, "%s/join/%s", cx->site.address, booking_join_token(cx, b, coach));
}

char *
part_booking_url(struct ctx *cx, const struct booking *b)
{
	return arena_fmt(cx->mem, "%s/booking/%s", cx->site.address, b->no);
}

char *
part_host(struct ctx *cx)
{
	const char *host = strstr(cx->site.address, "://");

	host = host == NULL ? cx->site.address : host + 3;
	return arena_strn(cx->mem, host, strcspn(host, ":/"));
}

static const char *
description(struct ctx *cx, const struct booking *b, bool coach)
{
	struct buf text;

	buf_init(&text, cx->mem);
	if (str_eq(b->mode, "online"))
		buf_fmt(&text, "Join: %s\n", part_join_url(cx, b, coach));
	if (!str_is_empty(b->access_note))
		buf_fmt(&text, "Getting in: %s\n", b->access_note);
	buf_fmt(&text, "Everything about this session: %s\n", part_booking_url(cx, b));
	if (!coach && !str_is_empty(b->prepare_note))
		buf_fmt(&text, "\nTo prepare: %s\n", b->prepare_note);
	if (coach && !str_is_empty(b->note))
		buf_fmt(&text, "\n%s writes: %s\n", b->client_name, b->note);
	return text.p;
}

static const char *
status(const struct booking *b)
{
	if (str_eq(b->state, "Cancelled"))
		return "CANCELLED";
	return str_eq(b->state, "Pending") ? "TENTATIVE" : "CONFIRMED";
}

void
part_event(struct ctx *cx, const struct booking *b, bool coach, struct ical_event *e)
{
	bool online = str_eq(b->mode, "online");

	memset(e, 0, sizeof(*e));
	e->uid = arena_fmt(cx->mem, "%s@%s", b->no, part_host(cx));
	e->sequence = b->sequence;
	e->stamp = cx->now;
	e->starts = b->starts;
	e->ends = b->ends;
	e->summary = arena_fmt(cx->mem, "%s with %s", b->service_name,
	    coach ? b->client_name : b->coach_name);
	e->description = description(cx, b, coach);
	e->location = online ? part_join_url(cx, b, coach) : b->place;
	e->url = part_booking_url(cx, b);
	e->status = status(b);
}
