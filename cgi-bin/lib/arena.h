/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Memory of one request: taken piece by piece, given back all at once. */

#ifndef LIB_ARENA_H
#define LIB_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A new arena; lives until arena_free(). Out of memory ends the process. */
struct arena	*arena_new(void);
void		 arena_free(struct arena *);

/* Forget everything taken; runs what arena_defer() collected, last first. */
void		 arena_reset(struct arena *);

/* Zeroed memory, aligned for any type, until the reset. n may be 0. */
void		*arena_get(struct arena *, size_t n);
char		*arena_str(struct arena *, const char *);	/* NULL gives "" */
char		*arena_strn(struct arena *, const char *, size_t n);
char		*arena_fmt(struct arena *, const char *, ...) __attribute__((format(printf, 2, 3)));
char		*arena_vfmt(struct arena *, const char *,
		    va_list) __attribute__((format(printf, 2, 0)));

/* Something that is not memory (file, transfer, statement) to be closed at the reset. */
void		 arena_defer(struct arena *, void (*fn)(void *), void *);

#endif
