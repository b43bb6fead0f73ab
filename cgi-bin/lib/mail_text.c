/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a letter is written: header words, addresses, line ends. */

#include "lib/mail_text.h"

#include <ctype.h>
#include <string.h>
#include <time.h>

#include "lib/arena.h"
#include "lib/mail.h"
#include "lib/str.h"

/* An encoded word has 75 characters at most: 12 of frame, and 45 bytes in base 64 make 60. */
enum { PLAIN_MAX = 60, WORD_BYTES = 45 };

char *
mail_line(struct arena *mem, const char *s)
{
	char *res = arena_str(mem, s), *p;

	for (p = res; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	if (!str_is_utf8(res, strlen(res)))
		for (p = res; *p != '\0'; p++)
			if ((unsigned char)*p >= 0x80)
				*p = '?';
	return str_trim(mem, res);
}

static bool
is_plain(const char *s)
{
	const char *p;

	for (p = s; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80)
			return false;
	return p - s <= PLAIN_MAX && strstr(s, "=?") == NULL;
}

static void
add_base64(struct buf *b, const char *s, size_t n)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned v;
	size_t i, left;

	for (i = 0; i < n; i += 3) {
		left = n - i;
		v = (unsigned)(unsigned char)s[i] << 16;
		v |= left > 1 ? (unsigned)(unsigned char)s[i + 1] << 8 : 0;
		v |= left > 2 ? (unsigned)(unsigned char)s[i + 2] : 0;
		buf_char(b, digits[v >> 18]);
		buf_char(b, digits[v >> 12 & 63]);
		buf_char(b, left > 1 ? digits[v >> 6 & 63] : '=');
		buf_char(b, left > 2 ? digits[v & 63] : '=');
	}
}

/* No letter may be cut in two by the end of a word (RFC 2047, 5). */
static char *
encoded(struct arena *mem, const char *s)
{
	struct buf b;
	size_t n;

	buf_init(&b, mem);
	while (*s != '\0') {
		n = strlen(s);
		if (n > WORD_BYTES)
			for (n = WORD_BYTES; ((unsigned char)s[n] & 0xc0) == 0x80; n--)
				;
		if (b.len > 0)
			buf_str(&b, "\r\n ");
		buf_str(&b, "=?UTF-8?B?");
		add_base64(&b, s, n);
		buf_str(&b, "?=");
		s += n;
	}
	return b.p;
}

char *
mail_word(struct arena *mem, const char *s)
{
	char *line = mail_line(mem, s);

	return is_plain(line) ? line : encoded(mem, line);
}

static char *
quoted(struct arena *mem, const char *s)
{
	struct buf b;

	buf_init(&b, mem);
	buf_char(&b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_char(&b, '\\');
		buf_char(&b, *s);
	}
	buf_char(&b, '"');
	return b.p;
}

char *
mail_person(struct arena *mem, const char *name, const char *address)
{
	char *line = mail_line(mem, name);

	if (*line == '\0')
		return arena_fmt(mem, "<%s>", address);
	return arena_fmt(
	    mem, "%s\r\n <%s>", is_plain(line) ? quoted(mem, line) : encoded(mem, line), address);
}

char *
mail_date(struct arena *mem, int64_t t)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t at = (time_t)t;
	struct tm tm;

	(void)gmtime_r(&at, &tm);
	return arena_fmt(mem, "%.3s, %02d %.3s %d %02d:%02d:%02d +0000", days + 3 * tm.tm_wday,
	    tm.tm_mday, months + 3 * tm.tm_mon, tm.tm_year + 1900, tm.tm_hour, tm.tm_min,
	    tm.tm_sec);
}

char *
mail_crlf(struct arena *mem, const char *s)
{
	struct buf b;
	size_t n;

	buf_init(&b, mem);
	while (*s != '\0') {
		n = strcspn(s, "\r\n");
		buf_add(&b, s, n);
		s += n;
		if (*s == '\0')
			break;
		buf_str(&b, "\r\n");
		s += *s == '\r' && s[1] == '\n' ? 2 : 1;
	}
	return b.p;
}

bool
mail_is_token(const char *s)
{
	if (str_is_empty(s))
		return false;
	for (; *s != '\0'; s++)
		if (*s <= ' ' || *s >= 0x7f || strchr("<>\"\\()", *s) != NULL)
			return false;
	return true;
}

/* Labels of letters, digits and inner hyphens, at least two. */
static bool
is_host(const char *s)
{
	const char *p, *label = s;
	int dots = 0;

	for (p = s;; p++) {
		if (isalnum((unsigned char)*p) && (unsigned char)*p < 0x80)
			continue;
		if (*p == '-' && p > label && p[1] != '.' && p[1] != '\0')
			continue;
		if ((*p != '.' && *p != '\0') || p == label || p - label > 63)
			return false;
		if (*p == '\0')
			return dots > 0;
		dots++;
		label = p + 1;
	}
}

bool
mail_is_address(const char *s)
{
	static const char extra[] = "!#$%&'*+-/=?^_`{|}~";
	const char *at = s == NULL ? NULL : strchr(s, '@'), *p;

	if (at == NULL || at == s || at - s > 64 || strlen(s) > 254 || *s == '.' || at[-1] == '.')
		return false;
	for (p = s; p < at; p++) {
		if ((unsigned char)*p >= 0x80 || (*p == '.' && p[1] == '.'))
			return false;
		if (!isalnum((unsigned char)*p) && *p != '.' && strchr(extra, *p) == NULL)
			return false;
	}
	return is_host(at + 1);
}
