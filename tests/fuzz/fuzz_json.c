/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A line with a Stripe-Signature, then the body of an event. */

#include <string.h>

#include "fuzz.h"
#include "lib/crypt.h"
#include "peer/stripe.h"

static const char SECRET[] = "whsec_fuzz";
enum { NOW = 1790000000 };

static void
judge_event(struct ctx *cx, const char *body, size_t n)
{
	static const char word[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789_.-";
	struct stripe_event e;
	enum outcome res = stripe_event_read(cx, body, n, &e);

	MUST(res == OK || res == INVALID);
	if (res != OK)
		return;
	MUST(*e.id != '\0' && e.id[strspn(e.id, word)] == '\0' && strlen(e.id) <= 120);
	MUST(*e.type != '\0' && e.type[strspn(e.type, word)] == '\0' && strlen(e.type) <= 64);
	MUST(e.object[strspn(e.object, word)] == '\0' && strlen(e.object) <= 120);
}

/* No header that somebody made up is good; ours, added to it, is. */
static void
judge_signature(struct ctx *cx, const char *header, const char *body, size_t n)
{
	char *text = arena_get(cx->mem, n + 32);
	const char *ours;
	int len = snprintf(text, 32, "%d.", NOW);

	if (n > 0)
		memcpy(text + len, body, n);
	ours = crypt_hmac(cx->mem, SECRET, strlen(SECRET), text, (size_t)len + n);
	if (strstr(header, ours) == NULL)
		MUST(!stripe_is_signed(cx, SECRET, header, body, n, NOW));
	header = arena_fmt(cx->mem, "t=%d,v1=%s,%s", NOW, ours, header);
	MUST(stripe_is_signed(cx, SECRET, header, body, n, NOW));
	MUST(stripe_is_signed(cx, SECRET, header, body, n, NOW + 300));
	MUST(!stripe_is_signed(cx, SECRET, header, body, n, NOW + 301));
	MUST(!stripe_is_signed(cx, "whsec_other", header, body, n, NOW));
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct ctx cx = { .mem = arena_new() };
	const uint8_t *nl = n > 0 ? memchr(p, '\n', n) : NULL;
	size_t first = nl != NULL ? (size_t)(nl - p) : n, len = nl != NULL ? n - first - 1 : 0;
	const char *header = arena_strn(cx.mem, (const char *)p, first);
	char *body = arena_get(cx.mem, len);

	if (len > 0)
		memcpy(body, nl + 1, len);
	judge_event(&cx, body, len);
	judge_signature(&cx, header, body, len);
	arena_free(cx.mem);
	return 0;
}
