/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Small helpers for text that the C library lacks. */

#ifndef LIB_STR_H
#define LIB_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Text that grows in an arena; always ends in a zero byte. */
struct buf {
	struct arena	*mem;
	char		*p;
	size_t		 len, cap;
};

void	 buf_init(struct buf *, struct arena *);
void	 buf_add(struct buf *, const void *, size_t);
void	 buf_str(struct buf *, const char *);
void	 buf_char(struct buf *, char);
void	 buf_fmt(struct buf *, const char *, ...) __attribute__((format(printf, 2, 3)));

bool	 str_eq(const char *, const char *);		/* NULL equals NULL only */
bool	 str_starts(const char *, const char *prefix);
bool	 str_is_empty(const char *);			/* NULL or "" */
/* valid, and free of control characters but \t \r \n */
bool	 str_is_utf8(const char *, size_t);

/* The whole text as a decimal number between lo and hi; false otherwise. */
bool	 str_to_int(const char *, int64_t lo, int64_t hi, int64_t *);

/* Lower-case hex of n bytes; out holds 2n+1. */
void	 str_hex(const void *, size_t n, char *out);
bool	 str_unhex(const char *, void *out, size_t n);	/* exactly 2n digits */

char	*str_url(struct arena *, const char *);		/* percent-encoded for a query value */
char	*str_lower(struct arena *, const char *);	/* ASCII only */
char	*str_trim(struct arena *, const char *);

#endif
