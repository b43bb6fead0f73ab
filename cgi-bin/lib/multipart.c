/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* multipart/form-data, read strictly: what no browser sends is refused rather than guessed at. */

#include "lib/multipart.h"

#include <string.h>
#include <strings.h>

#include "lib/input.h"
#include "lib/str.h"

enum { BOUNDARY_MAX = 70 };		/* RFC 2046, 5.1.1 */

struct reader {
	struct arena	*mem;
	const char	*at, *end;	/* what is still to be read */
	char		 mark[BOUNDARY_MAX + 5];	/* CR LF, two hyphens, the boundary */
	size_t		 len;		/* of the mark */
};

struct part {
	const char	*name;		/* NULL until Content-Disposition was seen */
	const char	*file;		/* base name, NULL when it is no upload */
	const char	*type;
};

/* A parameter behind a header's value: ; name=value or ; name="value". */
struct param {
	const char	*name;
	char		*value;
};

static bool
is_token_char(char c)
{
	return c > ' ' && c < 0x7f && strchr("()<>@,;:\\\"/[]?=", c) == NULL;
}

static size_t
token_len(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0' && is_token_char(s[n]))
		n++;
	return n;
}

/*
 * Browsers write a quote in a name as %22 (WHATWG) or, formerly, as \". Old ones send whole paths,
 * so a backslash before anything else stands for itself, and so does one that ends the value.
 * Returns what follows the closing quote, or NULL.
 */
static const char *
quoted(struct arena *mem, const char *s, char **value)
{
	char *out = arena_get(mem, strlen(s) + 1);

	*value = out;
	for (; *s != '"'; s++) {
		if (*s == '\0')
			return NULL;
		if (*s == '\\' && (s[1] == '\\' || (s[1] == '"' && strchr(s + 2, '"') != NULL)))
			s++;
		*out++ = *s;
	}
	return s + 1;
}

/* The next parameter: 1, none left: 0, malformed: -1. */
static int
next_param(struct arena *mem, const char **at, struct param *p)
{
	const char *s = *at + strspn(*at, " \t");
	size_t n;

	if (*s == '\0')
		return 0;
	if (*s++ != ';')
		return -1;
	s += strspn(s, " \t");
	if ((n = token_len(s)) == 0 || s[n] != '=')
		return -1;
	p->name = arena_strn(mem, s, n);
	s += n + 1;
	if (*s == '"') {
		if ((s = quoted(mem, s + 1, &p->value)) == NULL)
			return -1;
	} else {
		if ((n = token_len(s)) == 0)
			return -1;
		p->value = arena_strn(mem, s, n);
		s += n;
	}
	*at = s;
	return 1;
}

static const char MEDIA[] = "multipart/form-data";

bool
multipart_is(const char *type)
{
	size_t n = sizeof(MEDIA) - 1;

	return strncasecmp(type, MEDIA, n) == 0 &&
	    (type[n] == '\0' || strchr("; \t", type[n]) != NULL);
}

/* RFC 2046: 1 to 70 of these, the last one no blank. */
static bool
is_boundary(const char *s)
{
	static const char bchars[] = "0123456789abcdefghijklmnopqrstuvwxyz"
				     "ABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ";
	size_t n = strlen(s);

	return n > 0 && n <= BOUNDARY_MAX && s[n - 1] != ' ' && strspn(s, bchars) == n;
}

static enum outcome
read_boundary(struct reader *rd, const char *type)
{
	const char *at = type + sizeof(MEDIA) - 1;
	struct param p;
	int more;

	while ((more = next_param(rd->mem, &at, &p)) == 1) {
		if (strcasecmp(p.name, "boundary") != 0)
			continue;
		if (rd->len != 0 || !is_boundary(p.value))
			return INVALID;
		memcpy(rd->mark, "\r\n--", 4);
		rd->len = 4 + strlen(p.value);
		memcpy(rd->mark + 4, p.value, rd->len - 4);
	}
	return more == 0 && rd->len != 0 ? OK : INVALID;
}

static bool
has(const struct reader *rd, const char *p, const char *what, size_t n)
{
	return (size_t)(rd->end - p) >= n && memcmp(p, what, n) == 0;
}

/* Where the next mark begins, at its CR; NULL when there is none. */
static const char *
find_mark(const struct reader *rd)
{
	const char *p = rd->at;

	while ((p = memchr(p, '\r', (size_t)(rd->end - p))) != NULL) {
		if (has(rd, p, rd->mark, rd->len))
			return p;
		p++;
	}
	return NULL;
}

/* To behind the first boundary; what stands before it is passed over, as RFC 2046 says. */
static enum outcome
skip_preamble(struct reader *rd)
{
	const char *p;

	if (has(rd, rd->at, rd->mark + 2, rd->len - 2)) {
		rd->at += rd->len - 2;
		return OK;
	}
	if ((p = find_mark(rd)) == NULL)
		return INVALID;
	rd->at = p + rd->len;
	return OK;
}

/* The rest of a boundary's line. last: it was the closing one. */
static enum outcome
end_line(struct reader *rd, bool *last)
{
	*last = has(rd, rd->at, "--", 2);
	if (*last)
		rd->at += 2;
	while (rd->at < rd->end && (*rd->at == ' ' || *rd->at == '\t'))
		rd->at++;
	if (*last && rd->at == rd->end)
		return OK;
	if (!has(rd, rd->at, "\r\n", 2))
		return INVALID;
	rd->at += 2;
	return OK;
}

/* WHATWG's three escapes in names, undone in place. */
static void
unescape(char *s)
{
	char *out = s, c;

	for (; *s != '\0'; s++) {
		c = '\0';
		if (strncmp(s, "%22", 3) == 0)
			c = '"';
		else if (strncasecmp(s, "%0D", 3) == 0)
			c = '\r';
		else if (strncasecmp(s, "%0A", 3) == 0)
			c = '\n';
		*out++ = c != '\0' ? c : *s;
		if (c != '\0')
			s += 2;
	}
	*out = '\0';
}

/* What stands behind the last slash or backslash, in one line, cut to what is bearable. */
static const char *
base_name(char *s)
{
	char *p;
	size_t n;

	for (p = s; *p != '\0'; p++)
		if (*p == '/' || *p == '\\')
			s = p + 1;
	for (p = s; *p != '\0'; p++)
		if (*p == '\t' || *p == '\r' || *p == '\n')
			*p = ' ';
	if (strcmp(s, ".") == 0 || strcmp(s, "..") == 0)
		return "";
	if ((n = strlen(s)) > MULTIPART_FILE_NAME) {
		n = MULTIPART_FILE_NAME;
		while (n > 0 && (s[n] & 0xc0) == 0x80)
			n--;
		s[n] = '\0';
	}
	return s;
}

static enum outcome
disposition(struct arena *mem, const char *value, struct part *part)
{
	const char *at = value + strlen("form-data");
	struct param p;
	int more;

	if (part->name != NULL || strncasecmp(value, "form-data", strlen("form-data")) != 0)
		return INVALID;
	while ((more = next_param(mem, &at, &p)) == 1) {
		/* filename* is forbidden (RFC 7578, 4.2) and passed over like all unknown ones. */
		if (strcasecmp(p.name, "name") != 0 && strcasecmp(p.name, "filename") != 0)
			continue;
		unescape(p.value);
		if (strcasecmp(p.name, "name") == 0) {
			if (part->name != NULL)
				return INVALID;
			part->name = p.value;
		} else {
			if (part->file != NULL)
				return INVALID;
			part->file = base_name(p.value);
		}
	}
	return more == 0 && part->name != NULL ? OK : INVALID;
}

/* RFC 7578, 4.7 has no use for encodings any more, and we decode nothing. */
static bool
is_plain(const char *encoding)
{
	return strcasecmp(encoding, "binary") == 0 || strcasecmp(encoding, "8bit") == 0 ||
	    strcasecmp(encoding, "7bit") == 0;
}

static enum outcome
header(struct arena *mem, const char *line, size_t len, struct part *part)
{
	const char *name, *value, *s = arena_strn(mem, line, len);
	size_t n = token_len(s);

	if (n == 0 || s[n] != ':' || strpbrk(s, "\r\n") != NULL)
		return INVALID;
	name = arena_strn(mem, s, n);
	value = str_trim(mem, s + n + 1);
	if (strcasecmp(name, "Content-Disposition") == 0)
		return disposition(mem, value, part);
	if (strcasecmp(name, "Content-Type") == 0)
		part->type = value;
	if (strcasecmp(name, "Content-Transfer-Encoding") == 0 && !is_plain(value))
		return INVALID;
	return OK;
}

/* All headers and the empty line behind them. */
static enum outcome
headers(struct reader *rd, struct part *part)
{
	const char *from = rd->at, *cr;
	enum outcome res;

	for (;;) {
		if (has(rd, rd->at, "\r\n", 2))
			break;
		cr = memchr(rd->at, '\r', (size_t)(rd->end - rd->at));
		if (cr == NULL || !has(rd, cr, "\r\n", 2) || cr - from > MULTIPART_HEADERS ||
		    !str_is_utf8(rd->at, (size_t)(cr - rd->at)))
			return INVALID;
		if ((res = header(rd->mem, rd->at, (size_t)(cr - rd->at), part)) != OK)
			return res;
		rd->at = cr + 2;
	}
	rd->at += 2;
	return part->name != NULL ? OK : INVALID;
}

static enum outcome
add(struct reader *rd, const struct part *part, size_t len, struct form *to)
{
	struct pair p = { .name = part->name, .value = "" };
	struct upload *up;

	if (part->file != NULL) {
		if (len == 0 && *part->file == '\0')
			return OK;
		up = arena_get(rd->mem, sizeof(*up));
		*up = (struct upload){ part->file, part->type, rd->at, len };
		p.file = up;
	} else {
		if (!str_is_utf8(rd->at, len))
			return INVALID;
		p.value = arena_strn(rd->mem, rd->at, len);
	}
	return form_add(to, p);
}

enum outcome
multipart_read(struct arena *mem, const char *type, const char *body, size_t len, struct form *to)
{
	struct reader rd = { .mem = mem, .at = body, .end = body + len };
	struct part part;
	const char *mark;
	bool last;
	int n;

	if (!multipart_is(type) || read_boundary(&rd, type) != OK || skip_preamble(&rd) != OK)
		return INVALID;
	for (n = 0;; n++) {
		if (end_line(&rd, &last) != OK)
			return INVALID;
		if (last)
			return OK;
		part = (struct part){ .type = "" };
		if (n == MULTIPART_PARTS || headers(&rd, &part) != OK ||
		    (mark = find_mark(&rd)) == NULL ||
		    add(&rd, &part, (size_t)(mark - rd.at), to) != OK)
			return INVALID;
		rd.at = mark + rd.len;
	}
}
