/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Memory of one request. Under the sanitizers every piece is an allocation of its own. */

#include "lib/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define EACH_ALONE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EACH_ALONE 1
#endif
#endif

enum { CHUNK = 32 * 1024, ALIGN = 16 };

struct chunk {
	struct chunk	*next;
	size_t		 used, size;
	_Alignas(ALIGN) char bytes[];
};

struct deferred {
	struct deferred	*next;
	void		(*fn)(void *);
	void		*arg;
};

struct arena {
	struct chunk	*chunks;	/* the one in use first */
	struct deferred	*deferred;
};

static void *
must(void *p)
{
	if (p == NULL) {
		fputs("out of memory\n", stderr);
		_exit(1);
	}
	return p;
}

static struct chunk *
chunk_new(size_t size)
{
	struct chunk *c = must(malloc(sizeof(*c) + size));

	c->next = NULL;
	c->used = 0;
	c->size = size;
	return c;
}

struct arena *
arena_new(void)
{
	struct arena *a = must(calloc(1, sizeof(*a)));

	return a;
}

void *
arena_get(struct arena *a, size_t n)
{
	struct chunk *c = a->chunks;
	size_t want = (n + ALIGN - 1) / ALIGN * ALIGN;
	void *p;

	if (want < n)
		must(NULL);
	if (want == 0)
		want = ALIGN;
#ifdef EACH_ALONE
	c = chunk_new(n ? n : 1);
	c->next = a->chunks;
	a->chunks = c;
	c->used = c->size;
	return memset(c->bytes, 0, c->size);
#endif
	if (c == NULL || c->size - c->used < want) {
		c = chunk_new(want > CHUNK ? want : CHUNK);
		c->next = a->chunks;
		a->chunks = c;
	}
	p = c->bytes + c->used;
	c->used += want;
	return memset(p, 0, want);
}

/* The first chunk is kept for the next request, so a worker's memory stays flat. */
void
arena_reset(struct arena *a)
{
	struct chunk *c, *next, *keep = NULL;
	struct deferred *d;

	while ((d = a->deferred) != NULL) {
		a->deferred = d->next;
		d->fn(d->arg);
	}
	for (c = a->chunks; c != NULL; c = next) {
		next = c->next;
#ifndef EACH_ALONE
		if (keep == NULL && c->size == CHUNK) {
			keep = c;
			continue;
		}
#endif
		free(c);
	}
	if (keep != NULL) {
		keep->next = NULL;
		keep->used = 0;
	}
	a->chunks = keep;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->chunks);
	free(a);
}

char *
arena_strn(struct arena *a, const char *s, size_t n)
{
	char *p = arena_get(a, n + 1);

	if (n > 0)
		memcpy(p, s, n);
	return p;
}

char *
arena_str(struct arena *a, const char *s)
{
	return s == NULL ? arena_strn(a, "", 0) : arena_strn(a, s, strlen(s));
}

char *
arena_vfmt(struct arena *a, const char *fmt, va_list ap)
{
	char most[512], *p;	/* nearly all fit, and are made once */
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(most, sizeof(most), fmt, again);
	va_end(again);
	if (n < 0)
		return arena_strn(a, "", 0);
	if ((size_t)n < sizeof(most))
		return arena_strn(a, most, (size_t)n);
	p = arena_get(a, (size_t)n + 1);
	(void)vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

char *
arena_fmt(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vfmt(a, fmt, ap);
	va_end(ap);
	return p;
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *arg)
{
	struct deferred *d = arena_get(a, sizeof(*d));

	d->fn = fn;
	d->arg = arg;
	d->next = a->deferred;
	a->deferred = d;
}
