/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who asks, and may they: session, access, origin, token. */

#include "page_life.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/crypt.h"
#include "lib/str.h"
#include "model/tenant.h"

static const char *
token_cookie(struct life *l, const char *name)
{
	const char *t = cookie_get(l->cx.mem, l->raw.cookies, name);

	return t != NULL && strlen(t) == CRYPT_TOKEN ? t : NULL;
}

enum outcome
life_identify(struct life *l)
{
	struct ctx *cx = &l->cx;
	const char *zone;
	enum outcome res;

	res = session_load(cx, l->host, token_cookie(l, "__Host-session"), &l->session);
	if (res != OK)
		return res;
	if (cx->me == 0) {
		zone = cookie_get(cx->mem, l->raw.cookies, "zone");
		if (zone != NULL && zone_is(zone))
			cx->zone = zone;
	}
	l->visit = token_cookie(l, "__Host-visit");
	if (l->visit == NULL && cx->me == 0 && l->pg->access == ACCESS_VISITOR) {
		l->visit = crypt_token(cx->mem);
		l->visit_new = true;
	}
	return OK;
}

/* The token that forms carry: bound to the session, or to the visit of somebody not signed in. */
const char *
life_token(struct life *l)
{
	if (l->cx.session != NULL)
		return crypt_sign(l->cx.mem, "form", l->cx.session);
	return l->visit != NULL ? crypt_sign(l->cx.mem, "form", l->visit) : "";
}

/* A POST comes from our own page: by Origin, else by Referer; neither is no proof. */
static bool
is_own_origin(struct life *l)
{
	const char *from = life_env("HTTP_ORIGIN");
	size_t n = strlen(l->host);

	if (*from == '\0')
		from = life_env("HTTP_REFERER");
	if (str_starts(from, "https://"))
		from += 8;
	else if (str_starts(from, "http://"))
		from += 7;
	else
		return false;
	return strncmp(from, l->host, n) == 0 && (from[n] == '\0' || from[n] == '/');
}

bool
life_is_forged(struct life *l)
{
	const char *token = life_token(l);

	return !is_own_origin(l) || l->visit_new || *token == '\0' ||
	    !crypt_same(token, input_hidden(l->rq.in, "token"));
}

static bool
has_access(const struct life *l)
{
	switch (l->pg->access) {
	case ACCESS_PUBLIC:
	case ACCESS_VISITOR:
	case ACCESS_SIGNED:
		return true;
	case ACCESS_MEMBER:
		return l->cx.me != 0 && l->cx.roles != 0;
	case ACCESS_COACH:
		return (l->cx.roles & ROLE_COACH) != 0;
	case ACCESS_ADMIN:
		return (l->cx.roles & (ROLE_ADMIN | ROLE_SYSTEM)) != 0;
	}
	return false;
}

/* Signing in, and back to where somebody was. */
const char *
life_login(struct life *l)
{
	struct arena *mem = l->cx.mem;

	return arena_fmt(mem, "/login?back=%s", str_url(mem, arena_fmt(mem, "%s%s%s",
	    life_path(mem), *l->raw.query != '\0' ? "?" : "", l->raw.query)));
}

enum outcome
life_admit(struct life *l)
{
	struct ctx *cx = &l->cx;
	enum outcome res;

	if (l->pg->access == ACCESS_SIGNED)
		return l->pg->signed_by(&l->rq);
	if (l->pg->feature != NULL && (res = tenant_feature(cx, l->pg->feature)) != OK)
		return res;
	if (has_access(l))
		return OK;
	if (cx->me == 0 && !l->post)
		return go(&l->rq, "%s", life_login(l));
	return DENIED;
}
