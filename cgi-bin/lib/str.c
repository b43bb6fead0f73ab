/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Small helpers for text that the C library lacks. */

#include "lib/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lib/arena.h"

void
buf_init(struct buf *b, struct arena *mem)
{
	b->mem = mem;
	b->len = 0;
	b->cap = 256;
	b->p = arena_get(mem, b->cap);
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	char *bigger;
	size_t cap = b->cap;

	while (cap - b->len <= n)
		cap *= 2;
	if (cap != b->cap) {
		bigger = arena_get(b->mem, cap);
		memcpy(bigger, b->p, b->len);
		b->p = bigger;
		b->cap = cap;
	}
	if (n > 0)
		memcpy(b->p + b->len, p, n);
	b->len += n;
	b->p[b->len] = '\0';
}

void
buf_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_str(b, arena_vfmt(b->mem, fmt, ap));
	va_end(ap);
}

bool
str_eq(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

bool
str_starts(const char *s, const char *prefix)
{
	return s != NULL && strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
str_is_empty(const char *s)
{
	return s == NULL || *s == '\0';
}

/*
 * Bytes that follow a lead byte, with the smallest code point of that length; -1 if it leads
 * nothing.
 */
static int
lead(unsigned char c, uint32_t *code, uint32_t *least)
{
	if (c >= 0xc2 && c <= 0xdf) {
		*code = c & 0x1f;
		*least = 0x80;
		return 1;
	}
	if (c >= 0xe0 && c <= 0xef) {
		*code = c & 0x0f;
		*least = 0x800;
		return 2;
	}
	if (c >= 0xf0 && c <= 0xf4) {
		*code = c & 0x07;
		*least = 0x10000;
		return 3;
	}
	return -1;
}

bool
str_is_utf8(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;
	uint32_t code, least;
	int more;

	while (p < end) {
		if (*p < 0x80) {
			if ((*p < 0x20 && *p != '\t' && *p != '\r' && *p != '\n') || *p == 0x7f)
				return false;
			p++;
			continue;
		}
		if ((more = lead(*p++, &code, &least)) < 0)
			return false;
		while (more-- > 0) {
			if (p == end || (*p & 0xc0) != 0x80)
				return false;
			code = code << 6 | (*p++ & 0x3f);
		}
		/* C1 controls, surrogates and what lies beyond Unicode are no text. */
		if (code < least || code < 0xa0 || (code >= 0xd800 && code <= 0xdfff) ||
		    code > 0x10ffff)
			return false;
	}
	return true;
}

bool
str_to_int(const char *s, int64_t lo, int64_t hi, int64_t *to)
{
	int64_t v = 0;
	bool minus;

	if (s == NULL)
		return false;
	minus = *s == '-';
	s += minus;
	if (*s == '\0')
		return false;
	for (; *s != '\0'; s++) {
		if (*s < '0' || *s > '9' || v > (INT64_MAX - (*s - '0')) / 10)
			return false;
		v = v * 10 + (*s - '0');
	}
	if (minus)
		v = -v;
	if (v < lo || v > hi)
		return false;
	*to = v;
	return true;
}

void
str_hex(const void *p, size_t n, char *out)
{
	static const char digit[] = "0123456789abcdef";
	const unsigned char *u = p;
	size_t i;

	for (i = 0; i < n; i++) {
		out[2 * i] = digit[u[i] >> 4];
		out[2 * i + 1] = digit[u[i] & 15];
	}
	out[2 * n] = '\0';
}

static int
hexdigit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool
str_unhex(const char *s, void *out, size_t n)
{
	unsigned char *u = out;
	int hi, lo;
	size_t i;

	if (strlen(s) != 2 * n)
		return false;
	for (i = 0; i < n; i++) {
		hi = hexdigit(s[2 * i]);
		lo = hexdigit(s[2 * i + 1]);
		if (hi < 0 || lo < 0)
			return false;
		u[i] = (unsigned char)(hi << 4 | lo);
	}
	return true;
}

char *
str_url(struct arena *mem, const char *s)
{
	static const char plain[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	struct buf b;

	buf_init(&b, mem);
	for (; *s != '\0'; s++) {
		if (strchr(plain, *s) != NULL)
			buf_char(&b, *s);
		else
			buf_fmt(&b, "%%%02X", (unsigned)(unsigned char)*s);
	}
	return b.p;
}

char *
str_lower(struct arena *mem, const char *s)
{
	char *p = arena_str(mem, s), *q;

	for (q = p; *q != '\0'; q++)
		if (*q >= 'A' && *q <= 'Z')
			*q = (char)(*q + ('a' - 'A'));
	return p;
}

char *
str_trim(struct arena *mem, const char *s)
{
	size_t n;

	while (*s == ' ' || *s == '\t' || *s == '\r' || *s == '\n')
		s++;
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	return arena_strn(mem, s, n);
}
