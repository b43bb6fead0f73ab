/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What Stripe posts to us: a signature over the raw bytes, then an envelope. */

#include "peer/stripe.h"

#include <jansson.h>
#include <string.h>

#include "lib/crypt.h"
#include "lib/str.h"

enum { TOLERANCE = 300, PARTS_MAX = 16 };

/* The next "name=value" of a header; its comma becomes the end of the text. */
static bool
part(char **rest, char **name, char **value)
{
	char *p = *rest, *comma;

	while (*p == ' ')
		p++;
	if (*p == '\0')
		return false;
	if ((comma = strchr(p, ',')) != NULL) {
		*comma = '\0';
		*rest = comma + 1;
	} else
		*rest = p + strlen(p);
	*name = p;
	if ((p = strchr(p, '=')) == NULL)
		*value = *rest;
	else {
		*p = '\0';
		*value = p + 1;
	}
	return true;
}

/*
 * Any v1 may match (two while a secret is rolled); other schemes are not looked at. A time in the
 * future is taken as long as it is within the tolerance too.
 */
bool
stripe_is_signed(struct ctx *cx, const char *secret, const char *header, const char *body,
    size_t len, int64_t now)
{
	char *rest = arena_str(cx->mem, header), *name, *value, *v1[PARTS_MAX];
	const char *stamp = NULL, *want;
	struct buf message;
	bool good = false;
	int64_t t = 0;
	int n = 0, i;

	while (part(&rest, &name, &value)) {
		if (str_eq(name, "t") && stamp == NULL)
			stamp = value;
		else if (str_eq(name, "v1") && n < PARTS_MAX)
			v1[n++] = value;
	}
	if (stamp == NULL || !str_to_int(stamp, 0, INT64_MAX / 2, &t))
		return false;
	buf_init(&message, cx->mem);
	buf_str(&message, stamp);
	buf_char(&message, '.');
	buf_add(&message, body, len);
	want = crypt_hmac(cx->mem, secret, strlen(secret), message.p, message.len);
	for (i = 0; i < n; i++)
		good |= crypt_same(want, v1[i]);
	return good && t >= now - TOLERANCE && t <= now + TOLERANCE;
}

static const char *
text(struct ctx *cx, const json_t *o, const char *name)
{
	return arena_str(cx->mem, json_string_value(json_object_get(o, name)));
}

static bool
is_word(const char *s, size_t max)
{
	return *s != '\0' && strlen(s) <= max && strspn(s, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") == strlen(s);
}

enum outcome
stripe_event_read(struct ctx *cx, const char *body, size_t len, struct stripe_event *e)
{
	json_error_t error;
	json_t *o = json_loadb(body, len, JSON_REJECT_DUPLICATES, &error);
	const json_t *object = json_object_get(json_object_get(o, "data"), "object");
	enum outcome res = OK;

	e->id = text(cx, o, "id");
	e->type = text(cx, o, "type");
	e->account = text(cx, o, "account");
	e->live = json_is_true(json_object_get(o, "livemode"));
	e->object = text(cx, object, "id");
	if (!str_eq(text(cx, o, "object"), "event") || !is_word(e->id, 120) ||
	    !is_word(e->type, 64) || (*e->object != '\0' && !is_word(e->object, 120)))
		res = INVALID;
	json_decref(o);
	return res;
}
