/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a coach sells. */

#include "model/service.h"

#include "lib/sql.h"

#define COLUMNS \
	"select s.id, s.coach_id, s.slug, s.name, s.description, s.price_minor, s.currency," \
	"       s.minutes, s.mode, s.meeting_url, s.place, s.place_public, s.access_note," \
	"       s.prepare_note, s.before_min, s.after_min, s.notice_min, s.horizon_days," \
	"       s.daily_cap, s.step_min, s.policy, s.discovery, s.premium, s.active," \
	"       c.slug, c.name, c.zone, c.picture, c.city, c.country, c.account_id" \
	"  from service s" \
	"  join coach c on c.tenant_id = s.tenant_id and c.id = s.coach_id" \
	" where s.tenant_id = :tenant"

static const struct sql OFFERED = SQL_TENANT(COLUMNS
    "   and c.tenant_id = :tenant and c.slug = ? and s.slug = ?"
    "   and c.status = 'Approved' and s.active = 1");
static const struct sql ALL_OFFERED = SQL_TENANT(COLUMNS
    "   and s.coach_id = ? and c.status = 'Approved' and s.active = 1"
    " order by s.position, s.id limit 50");
static const struct sql MINE = SQL_TENANT(COLUMNS "   and s.id = ? and c.account_id = :me");
static const struct sql ALL_MINE = SQL_TENANT(COLUMNS
    "   and c.tenant_id = :tenant and c.account_id = :me"
    " order by s.active desc, s.position, s.id limit 200");

static const struct sql OF_BOOKING = SQL_TENANT(COLUMNS
    "   and c.status = 'Approved'"
    "   and exists (select 1 from booking b"
    "                where b.tenant_id = s.tenant_id and b.id = ? and b.service_id = s.id"
    "                  and :me in (b.account_id, c.account_id))");

static void
load(struct row *r, void *to)
{
	struct service *s = to;

	s->id = row_int(r);
	s->coach = row_int(r);
	s->slug = row_str(r);
	s->name = row_str(r);
	s->description = row_str(r);
	s->price_minor = row_int(r);
	s->currency = row_str(r);
	s->minutes = (int)row_int(r);
	s->mode = row_str(r);
	s->meeting_url = row_str(r);
	s->place = row_str(r);
	s->place_public = row_str(r);
	s->access_note = row_str(r);
	s->prepare_note = row_str(r);
	s->before_min = (int)row_int(r);
	s->after_min = (int)row_int(r);
	s->notice_min = (int)row_int(r);
	s->horizon_days = (int)row_int(r);
	s->daily_cap = (int)row_int(r);
	s->step_min = (int)row_int(r);
	s->policy = row_str(r);
	s->discovery = row_bool(r);
	s->premium = row_bool(r);
	s->active = row_bool(r);
	s->coach_slug = row_str(r);
	s->coach_name = row_str(r);
	s->coach_zone = row_str(r);
	s->coach_picture = row_str(r);
	s->coach_city = row_str(r);
	s->coach_country = row_str(r);
	s->coach_account = row_int(r);
}

enum outcome
service_offered(struct ctx *cx, const char *coach_slug, const char *slug, struct service *s)
{
	return sql_one(cx, &OFFERED, ARGS(S(coach_slug), S(slug)), load, s);
}

enum outcome
services_offered(struct ctx *cx, int64_t coach, struct service **s, size_t *n)
{
	return sql_all(cx, &ALL_OFFERED, ARGS(I(coach)), load, sizeof(**s), s, n);
}

enum outcome
service_mine(struct ctx *cx, int64_t id, struct service *s)
{
	return sql_one(cx, &MINE, ARGS(I(id)), load, s);
}

enum outcome
services_mine(struct ctx *cx, struct service **s, size_t *n)
{
	return sql_all(cx, &ALL_MINE, NO_ARGS, load, sizeof(**s), s, n);
}

enum outcome
service_of_booking(struct ctx *cx, int64_t booking, struct service *s)
{
	return sql_one(cx, &OF_BOOKING, ARGS(I(booking)), load, s);
}
