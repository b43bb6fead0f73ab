/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How Stripe speaks: forms out, JSON in. The key and the base address are settings. */

#include "peer/stripe.h"

#include <jansson.h>
#include <string.h>

#include "lib/conf.h"
#include "lib/fetch.h"
#include "lib/log.h"
#include "lib/str.h"

/*
 * Pins the shape of every answer, whatever the account's default (docs.stripe.com/api/versioning).
 */
static const char VERSION[] = "Stripe-Version: 2026-10-28.endive";

enum { TIMEOUT_MS = 12000 };

static void
add(struct buf *form, const char *name, const char *value)
{
	if (form->len > 0)
		buf_char(form, '&');
	buf_str(form, str_url(form->mem, name));
	buf_char(form, '=');
	buf_str(form, str_url(form->mem, value));
}

static void
add_int(struct buf *form, const char *name, int64_t value)
{
	add(form, name, arena_fmt(form->mem, "%lld", (long long)value));
}

static void
free_json(void *p)
{
	json_decref(p);
}

/* A member as text in the arena; "" when it is absent, null or no text. */
static const char *
text(struct ctx *cx, const json_t *o, const char *name)
{
	return arena_str(cx->mem, json_string_value(json_object_get(o, name)));
}

static int64_t
number(const json_t *o, const char *name)
{
	return (int64_t)json_integer_value(json_object_get(o, name));
}

/* A member that Stripe sends as an id or, expanded, as the object: the id. */
static const char *
id_of(struct ctx *cx, const json_t *o, const char *name)
{
	const json_t *v = json_object_get(o, name);

	return json_is_object(v) ? text(cx, v, "id") : text(cx, o, name);
}

static enum outcome
judge(struct ctx *cx, const struct fetch_answer *a, json_t *o, struct stripe_fault *fault)
{
	const json_t *error = json_object_get(o, "error");

	fault->status = a->status;
	fault->code = text(cx, error, "code");
	fault->message = text(cx, error, "message");
	if (a->status == 200)
		return json_is_object(o) ? OK : BROKEN;
	log_event(cx, "stripe", "status=%d code=%s reference=%s", a->status, fault->code,
	    fetch_header(cx, a, "Request-Id") != NULL ? fetch_header(cx, a, "Request-Id") : "-");
	if (a->status == 409 || a->status == 429 || a->status >= 500)
		return BUSY;
	if (a->status == 404)
		return NOT_FOUND;
	return a->status == 400 || a->status == 402 ? INVALID : BROKEN;
}

/* One call. form NULL: GET. The answer's JSON lives until the end of the request. */
static enum outcome
call(struct ctx *cx, const char *path, const struct buf *form, const char *key, json_t **to,
    struct stripe_fault *fault)
{
	const char *headers[5] = { VERSION };
	struct fetch_request ask = { .method = form == NULL ? "GET" : "POST",
	    .headers = headers, .timeout_ms = TIMEOUT_MS };
	struct fetch_answer a;
	enum outcome res;
	json_error_t e;
	int n = 1;

	*fault = (struct stripe_fault){ 0, "", "" };
	ask.url = arena_fmt(cx->mem, "%s%s", conf_need("stripe_base"), path);
	headers[n++] = arena_fmt(cx->mem, "Authorization: Bearer %s", conf_need("stripe_key"));
	if (form != NULL) {
		headers[n++] = "Content-Type: application/x-www-form-urlencoded";
		ask.body = form->p;
		ask.len = form->len;
	}
	if (key != NULL)
		headers[n++] = arena_fmt(cx->mem, "Idempotency-Key: %s", key);
	if ((res = fetch(cx, &ask, &a)) != OK)
		return res;
	if ((*to = json_loadb(a.body, a.len, JSON_REJECT_DUPLICATES, &e)) != NULL)
		ctx_defer(cx, free_json, *to);
	/* A gateway's page instead of an answer says nothing about what was done. */
	if (*to == NULL && a.status < 500)
		log_fault(cx, "stripe", "no JSON with status %d: %s", a.status, e.text);
	if (*to == NULL)
		return BUSY;
	return judge(cx, &a, *to, fault);
}

static const char *
card_words(struct ctx *cx, const json_t *charge)
{
	const json_t *card = json_object_get(json_object_get(charge, "payment_method_details"),
	    "card");
	char *brand = arena_str(cx->mem, text(cx, card, "brand"));

	if (*brand == '\0')
		return "";
	if (*brand >= 'a' && *brand <= 'z')
		*brand = (char)(*brand - ('a' - 'A'));
	return arena_fmt(cx->mem, "%.20s %.4s", brand, text(cx, card, "last4"));
}

static enum outcome
read_session(struct ctx *cx, const json_t *o, struct stripe_session *s)
{
	const json_t *intent = json_object_get(o, "payment_intent");
	const json_t *charge = json_object_get(intent, "latest_charge");

	s->id = text(cx, o, "id");
	s->url = text(cx, o, "url");
	s->status = text(cx, o, "status");
	s->payment_status = text(cx, o, "payment_status");
	s->reference = text(cx, o, "client_reference_id");
	s->minor = number(o, "amount_total");
	s->currency = text(cx, o, "currency");
	s->expires = number(o, "expires_at");
	s->live = json_is_true(json_object_get(o, "livemode"));
	s->intent = id_of(cx, o, "payment_intent");
	s->charge = id_of(cx, intent, "latest_charge");
	s->card = card_words(cx, charge);
	s->receipt_url = text(cx, charge, "receipt_url");
	/* Only a card error is written for the client's eyes (docs.stripe.com/api/errors). */
	s->error = "";
	if (str_eq(text(cx, json_object_get(intent, "last_payment_error"), "type"), "card_error"))
		s->error = text(cx, json_object_get(intent, "last_payment_error"), "message");
	if (!str_starts(s->id, "cs_") || str_is_empty(s->status)) {
		log_fault(cx, "stripe", "an answer that is no session: %.60s", s->id);
		return BROKEN;
	}
	return OK;
}

static void
add_lines(struct buf *f, const struct stripe_checkout *ask)
{
	struct arena *m = f->mem;
	size_t i;

	for (i = 0; i < ask->n; i++) {
		add(f, arena_fmt(m, "line_items[%zu][quantity]", i), "1");
		add(f, arena_fmt(m, "line_items[%zu][price_data][currency]", i),
		    str_lower(m, ask->currency));
		add_int(f, arena_fmt(m, "line_items[%zu][price_data][unit_amount]", i),
		    ask->lines[i].minor);
		add(f, arena_fmt(m, "line_items[%zu][price_data][product_data][name]", i),
		    ask->lines[i].name);
	}
}

enum outcome
stripe_session_create(struct ctx *cx, const struct stripe_checkout *ask, const char *key,
    struct stripe_session *s, struct stripe_fault *fault)
{
	enum outcome res;
	struct buf f;
	json_t *o;

	buf_init(&f, cx->mem);
	add(&f, "mode", "payment");
	/* Cards (and the wallets that ride on them): their result is known before a hold ends. */
	add(&f, "allowed_payment_method_types[0]", "card");
	add(&f, "client_reference_id", ask->reference);
	add(&f, "metadata[order]", ask->reference);
	add(&f, "payment_intent_data[metadata][order]", ask->reference);
	/* Coaches are paid later by transfers of this group (separate charges and transfers). */
	add(&f, "payment_intent_data[transfer_group]", arena_fmt(cx->mem, "order-%s",
	    ask->reference));
	add(&f, "customer_email", ask->mail);
	add(&f, "success_url", ask->success_url);
	add(&f, "cancel_url", ask->cancel_url);
	add(&f, "locale", ask->locale);
	add_int(&f, "expires_at", ask->expires);
	add_lines(&f, ask);
	if ((res = call(cx, "/v1/checkout/sessions", &f, key, &o, fault)) != OK)
		return res;
	return read_session(cx, o, s);
}

enum outcome
stripe_session_get(struct ctx *cx, const char *id, struct stripe_session *s,
    struct stripe_fault *fault)
{
	enum outcome res;
	json_t *o;

	res = call(cx, arena_fmt(cx->mem, "/v1/checkout/sessions/%s?"
	    "expand%%5B%%5D=payment_intent.latest_charge", str_url(cx->mem, id)), NULL, NULL, &o,
	    fault);
	return res != OK ? res : read_session(cx, o, s);
}

enum outcome
stripe_session_expire(struct ctx *cx, const char *id, struct stripe_session *s,
    struct stripe_fault *fault)
{
	enum outcome res;
	struct buf none;
	json_t *o;

	buf_init(&none, cx->mem);
	res = call(cx, arena_fmt(cx->mem, "/v1/checkout/sessions/%s/expire",
	    str_url(cx->mem, id)), &none, NULL, &o, fault);
	return res != OK ? res : read_session(cx, o, s);
}

static enum outcome
read_refund(struct ctx *cx, const json_t *o, struct stripe_refund *r)
{
	r->id = text(cx, o, "id");
	r->status = text(cx, o, "status");
	r->failure = text(cx, o, "failure_reason");
	r->minor = number(o, "amount");
	return str_is_empty(r->id) || str_is_empty(r->status) ? BROKEN : OK;
}

enum outcome
stripe_refund_create(struct ctx *cx, const char *intent, int64_t minor, const char *ours,
    const char *key, struct stripe_refund *r, struct stripe_fault *fault)
{
	enum outcome res;
	struct buf f;
	json_t *o;

	buf_init(&f, cx->mem);
	add(&f, "payment_intent", intent);
	add_int(&f, "amount", minor);
	add(&f, "reason", "requested_by_customer");
	add(&f, "metadata[refund]", ours);
	if ((res = call(cx, "/v1/refunds", &f, key, &o, fault)) != OK)
		return res;
	return read_refund(cx, o, r);
}

enum outcome
stripe_refund_get(struct ctx *cx, const char *id, struct stripe_refund *r,
    struct stripe_fault *fault)
{
	enum outcome res;
	json_t *o;

	res = call(cx, arena_fmt(cx->mem, "/v1/refunds/%s", str_url(cx->mem, id)), NULL, NULL, &o,
	    fault);
	return res != OK ? res : read_refund(cx, o, r);
}

enum outcome
stripe_refund_find(struct ctx *cx, const char *intent, const char *ours, struct stripe_refund *r,
    struct stripe_fault *fault)
{
	const json_t *list, *one;
	enum outcome res;
	json_t *o;
	size_t i;

	res = call(cx, arena_fmt(cx->mem, "/v1/refunds?limit=100&payment_intent=%s",
	    str_url(cx->mem, intent)), NULL, NULL, &o, fault);
	if (res != OK)
		return res;
	list = json_object_get(o, "data");
	json_array_foreach(list, i, one)
		if (str_eq(text(cx, json_object_get(one, "metadata"), "refund"), ours))
			return read_refund(cx, one, r);
	return NOT_FOUND;
}
