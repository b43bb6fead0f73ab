/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* All coaches of a tenant, read as an admin sees them. */

#include "model/roster.h"

#include <string.h>

#include "lib/sql.h"
#include "lib/str.h"

/* Addresses are ASCII and what is searched is not: they are compared as what is searched. */
#define MAIL "convert(a.mail using utf8mb4)"
#define FITS "(? = '' or c.name like ? or " MAIL " like ?)"

/* The page of rows first, then what has to be counted for each of them. */
static const struct sql FIND = SQL_TENANT(
    "select p.id, p.name, p.mail, p.status, p.driver,"
    "       (select count(*) from service s where s.tenant_id = :tenant and s.coach_id = p.id"
    "           and s.active = 1),"
    "       (select count(*) from booking b where b.tenant_id = :tenant and b.coach_id = p.id)"
    "  from (select c.id, c.name, a.mail, c.status, k.driver"
    "          from coach c join account a on a.id = c.account_id"
    "          left join calendar k on k.tenant_id = c.tenant_id and k.coach_id = c.id"
    "          left join coach q on q.tenant_id = c.tenant_id and q.id = ?"
    "         where c.tenant_id = :tenant and (? = '' or c.status = ?) and " FITS
    "           and (q.id is null or c.name > q.name or (c.name = q.name and c.id > q.id))"
    "         order by c.name, c.id limit 21) p"
    " order by p.name, p.id limit 21");

static const struct sql COUNT = SQL_TENANT(
    "select count(*), sum(c.status = 'Pending'), sum(c.status = 'Approved'),"
    "       sum(c.status = 'Suspended'), sum(c.status = 'Rejected')"
    "  from coach c join account a on a.id = c.account_id"
    " where c.tenant_id = :tenant and " FITS);

static const struct sql COACH = SQL_TENANT(
    "select c.id, c.account_id, c.slug, c.name, a.mail, c.status, c.status_reason, c.status_at,"
    "       c.created_at, c.headline, c.bio, c.custom_specialty, c.city, c.country, c.zone,"
    "       c.picture, k.driver,"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'specialty'),"
    "       (select group_concat(t.tag order by t.position, t.tag separator '\n')"
    "          from coach_tag t where t.tenant_id = c.tenant_id and t.coach_id = c.id"
    "           and t.kind = 'language')"
    "  from coach c join account a on a.id = c.account_id"
    "  left join calendar k on k.tenant_id = c.tenant_id and k.coach_id = c.id"
    " where c.tenant_id = :tenant and c.id = ?");

static const struct sql SERVICES = SQL_TENANT(
    "select name, currency, mode, price_minor, minutes, active from service"
    " where tenant_id = :tenant and coach_id = ? order by active desc, position, id limit 100");

static const struct sql BOOKINGS = SQL_TENANT(
    "select b.no, b.client_name, b.service_name, b.state, b.cancelled_by, b.currency, b.starts_at,"
    "       b.ends_at, o.hold_until, b.price_minor"
    "  from booking b join client_order o on o.tenant_id = b.tenant_id and o.id = b.order_id"
    " where b.tenant_id = :tenant and b.coach_id = ?"
    " order by b.starts_at desc, b.id desc limit 10");

static const struct sql HAS = SQL_TENANT(
    "select exists (select 1 from service s where s.tenant_id = :tenant and s.coach_id = ?"
    "                  and s.active = 1),"
    "       exists (select 1 from weekly_hours w where w.tenant_id = :tenant and w.coach_id = ?)"
    "    or exists (select 1 from date_hours d where d.tenant_id = :tenant and d.coach_id = ?"
    "                  and d.to_min > 0 and d.day >= date(:now))");

static const struct sql MEMBERS = SQL_TENANT(
    "select a.id, c.id, a.name, a.mail"
    "  from membership m join account a on a.id = m.account_id"
    "  left join coach c on c.tenant_id = m.tenant_id and c.account_id = m.account_id"
    " where m.tenant_id = :tenant and a.closed_at is null and (a.name like ? or " MAIL " like ?)"
    " order by a.name, a.id limit 21");

/* Whatever was typed, as a LIKE pattern for its being a part. */
static char *
part_of(struct ctx *cx, const char *s)
{
	struct buf b;

	buf_init(&b, cx->mem);
	buf_char(&b, '%');
	for (; *s != '\0'; s++) {
		if (strchr("%_\\", *s) != NULL)
			buf_char(&b, '\\');
		buf_char(&b, *s);
	}
	buf_char(&b, '%');
	return b.p;
}

static void
load_row(struct row *r, void *to)
{
	struct roster_row *c = to;

	c->id = row_int(r);
	c->name = row_str(r);
	c->mail = row_str(r);
	c->status = row_str(r);
	c->driver = row_str(r);
	c->services = row_int(r);
	c->bookings = row_int(r);
}

enum outcome
roster_find(struct ctx *cx, const struct roster_query *q, struct roster_row **rows, size_t *n)
{
	const char *like = part_of(cx, q->text);

	return sql_all(cx, &FIND, ARGS(I(q->after), S(q->status), S(q->status), S(q->text),
	    S(like), S(like)), load_row, sizeof(**rows), rows, n);
}

static void
load_counts(struct row *r, void *to)
{
	struct roster_counts *c = to;

	c->all = row_int(r);
	c->pending = row_int(r);
	c->approved = row_int(r);
	c->suspended = row_int(r);
	c->rejected = row_int(r);
}

enum outcome
roster_count(struct ctx *cx, const char *text, struct roster_counts *c)
{
	const char *like = part_of(cx, text);

	return sql_one(cx, &COUNT, ARGS(S(text), S(like), S(like)), load_counts, c);
}

static void
load_coach(struct row *r, void *to)
{
	struct roster_coach *c = to;

	c->id = row_int(r);
	c->account = row_int(r);
	c->slug = row_str(r);
	c->name = row_str(r);
	c->mail = row_str(r);
	c->status = row_str(r);
	c->reason = row_str(r);
	c->status_at = row_time(r);
	c->created = row_time(r);
	c->headline = row_str(r);
	c->bio = row_str(r);
	c->custom_specialty = row_str(r);
	c->city = row_str(r);
	c->country = row_str(r);
	c->zone = row_str(r);
	c->picture = row_str(r);
	c->driver = row_str(r);
	c->specialties = row_str(r);
	c->languages = row_str(r);
}

enum outcome
roster_coach(struct ctx *cx, int64_t id, struct roster_coach *c)
{
	return sql_one(cx, &COACH, ARGS(I(id)), load_coach, c);
}

static void
load_service(struct row *r, void *to)
{
	struct roster_service *s = to;

	s->name = row_str(r);
	s->currency = row_str(r);
	s->mode = row_str(r);
	s->price_minor = row_int(r);
	s->minutes = (int)row_int(r);
	s->active = row_bool(r);
}

enum outcome
roster_services(struct ctx *cx, int64_t coach, struct roster_service **rows, size_t *n)
{
	return sql_all(cx, &SERVICES, ARGS(I(coach)), load_service, sizeof(**rows), rows, n);
}

static void
load_booking(struct row *r, void *to)
{
	struct roster_booking *b = to;

	b->no = row_str(r);
	b->client = row_str(r);
	b->service = row_str(r);
	b->state = row_str(r);
	b->cancelled_by = row_str(r);
	b->currency = row_str(r);
	b->starts = row_time(r);
	b->ends = row_time(r);
	b->hold_until = row_time(r);
	b->price_minor = row_int(r);
}

enum outcome
roster_bookings(struct ctx *cx, int64_t coach, struct roster_booking **rows, size_t *n)
{
	return sql_all(cx, &BOOKINGS, ARGS(I(coach)), load_booking, sizeof(**rows), rows, n);
}

static void
load_lack(struct row *r, void *to)
{
	struct roster_lack *l = to;

	l->service = !row_bool(r);
	l->hours = !row_bool(r);
}

enum outcome
roster_lack(struct ctx *cx, int64_t coach, struct roster_lack *l)
{
	return sql_one(cx, &HAS, ARGS(I(coach), I(coach), I(coach)), load_lack, l);
}

static void
load_member(struct row *r, void *to)
{
	struct roster_member *m = to;

	m->account = row_int(r);
	m->coach = row_int(r);
	m->name = row_str(r);
	m->mail = row_str(r);
}

enum outcome
roster_members(struct ctx *cx, const char *text, struct roster_member **rows, size_t *n)
{
	const char *like = part_of(cx, text);

	return sql_all(cx, &MEMBERS, ARGS(S(like), S(like)), load_member, sizeof(**rows), rows, n);
}
