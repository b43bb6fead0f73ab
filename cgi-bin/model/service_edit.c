/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a coach sells, changed by the coach. */

#include "model/service_edit.h"

#include "lib/sql.h"
#include "lib/str.h"
#include "model/listing.h"

enum { SLUG_BYTES = 60, SLUG_TRIES = 100 };

#define MINE \
	" where tenant_id = :tenant and id = ? and coach_id = (select c.id from coach c" \
	"    where c.tenant_id = :tenant and c.account_id = :me)"
#define NEVER_BOOKED \
	" and not exists (select 1 from booking b where b.tenant_id = :tenant" \
	"    and b.service_id = service.id)"

static const struct sql ADD = SQL_TENANT(
    "insert into service (tenant_id, coach_id, slug, name, description, price_minor, currency,"
    "    minutes, mode, meeting_url, place, place_public, access_note, prepare_note, before_min,"
    "    after_min, notice_min, horizon_days, daily_cap, step_min, policy, discovery, created_at)"
    " select c.tenant_id, c.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, :now"
    "   from coach c where c.tenant_id = :tenant and c.account_id = :me");
static const struct sql SAVE = SQL_TENANT(
    "update service set name = ?, description = ?, price_minor = ?, minutes = ?, mode = ?,"
    "    meeting_url = ?, place = ?, place_public = ?, access_note = ?, prepare_note = ?,"
    "    before_min = ?, after_min = ?, notice_min = ?, horizon_days = ?, daily_cap = ?,"
    "    step_min = ?, policy = ?, discovery = ?, active = ?" MINE);
static const struct sql BOOKED = SQL_TENANT(
    "select count(*) from booking where tenant_id = :tenant and coach_id = ? and service_id = ?");
static const struct sql REMOVE = SQL_TENANT("delete from service" MINE NEVER_BOOKED);
static const struct sql SWITCH_OFF = SQL_TENANT("update service set active = 0" MINE);

/* The plain letter of one of Latin-1's; a hyphen for all that has none. */
static char
plain(unsigned char second)
{
	static const char letters[] = "aaaaaaaceeeeiiiidnooooo-ouuuuypy";

	return second == 0x9f ? 's' : letters[second & 0x1f];
}

/* "Führung & Team" becomes "fuhrung-team". */
static char *
slug_of(struct ctx *cx, const char *name)
{
	struct buf b;
	char c;

	buf_init(&b, cx->mem);
	buf_str(&b, "");
	for (; *name != '\0' && b.len < SLUG_BYTES; name++) {
		c = *name >= 'A' && *name <= 'Z' ? (char)(*name + 'a' - 'A') : *name;
		if ((unsigned char)c == 0xc3 && name[1] != '\0')
			c = plain((unsigned char)*++name);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_char(&b, c);
		else if (b.len > 0 && b.p[b.len - 1] != '-')
			buf_char(&b, '-');
	}
	while (b.len > 0 && b.p[b.len - 1] == '-')
		b.p[--b.len] = '\0';
	return b.len > 0 ? b.p : arena_str(cx->mem, "session");
}

enum outcome
service_add(struct ctx *cx, const struct service *s)
{
	const char *name = slug_of(cx, s->name), *slug = name;
	enum outcome res = CONFLICT;
	int i;

	/* The key says which addresses are taken. */
	for (i = 2; i < SLUG_TRIES && res == CONFLICT; i++) {
		res = sql_run(cx, &ADD, ARGS(S(slug), S(s->name), S(s->description),
		    I(s->price_minor), S(cx->site.currency), I(s->minutes), S(s->mode),
		    S(s->meeting_url), S(s->place), S(s->place_public), S(s->access_note),
		    S(s->prepare_note), I(s->before_min), I(s->after_min), I(s->notice_min),
		    I(s->horizon_days), I(s->daily_cap), I(s->step_min), S(s->policy),
		    I(s->discovery)), NULL);
		slug = arena_fmt(cx->mem, "%s-%d", name, i);
	}
	return res != OK ? res : listing_refresh(cx, s->coach);
}

enum outcome
service_save(struct ctx *cx, const struct service *s)
{
	enum outcome res = sql_change(cx, &SAVE, ARGS(S(s->name), S(s->description),
	    I(s->price_minor), I(s->minutes), S(s->mode), S(s->meeting_url), S(s->place),
	    S(s->place_public), S(s->access_note), S(s->prepare_note), I(s->before_min),
	    I(s->after_min), I(s->notice_min), I(s->horizon_days), I(s->daily_cap),
	    I(s->step_min), S(s->policy), I(s->discovery), I(s->active), I(s->id)));

	return res != OK ? res : listing_refresh(cx, s->coach);
}

static void
load_count(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

enum outcome
service_booked(struct ctx *cx, const struct service *s, int64_t *n)
{
	return sql_one(cx, &BOOKED, ARGS(I(s->coach), I(s->id)), load_count, n);
}

enum outcome
service_drop(struct ctx *cx, const struct service *s, bool *kept)
{
	int64_t found;
	enum outcome res;

	if ((res = sql_run(cx, &REMOVE, ARGS(I(s->id)), &found)) != OK)
		return res;
	*kept = found == 0;
	if (*kept && (res = sql_change(cx, &SWITCH_OFF, ARGS(I(s->id)))) != OK)
		return res;
	return listing_refresh(cx, s->coach);
}
