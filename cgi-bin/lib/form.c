/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Percent signs, plus signs and slashes: from an address or a body to names and values. */

#include "lib/form.h"

#include <string.h>

#include "lib/str.h"

/* Percent and plus signs undone; NULL when one is bad or what comes out is no clean UTF-8. */
static const char *
unescape(struct arena *mem, const char *s, size_t n)
{
	char *out = arena_get(mem, n + 1), hex[3] = "";
	size_t i, len = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '+') {
			out[len++] = ' ';
		} else if (s[i] == '%') {
			if (n - i < 3)
				return NULL;
			memcpy(hex, s + i + 1, 2);
			if (!str_unhex(hex, out + len++, 1))
				return NULL;
			i += 2;
		} else {
			out[len++] = s[i];
		}
	}
	return str_is_utf8(out, len) ? out : NULL;
}

enum outcome
form_add(struct form *to, struct pair p)
{
	if (to->n == FORM_PAIRS || strlen(p.name) > FORM_NAME)
		return INVALID;
	to->pair[to->n++] = p;
	return OK;
}

static enum outcome
add_text(struct arena *mem, const char *s, size_t n, struct form *to)
{
	const char *is = memchr(s, '=', n);
	size_t name = is == NULL ? n : (size_t)(is - s);
	struct pair p = { .value = "" };

	if ((p.name = unescape(mem, s, name)) == NULL)
		return INVALID;
	if (is != NULL && (p.value = unescape(mem, is + 1, n - name - 1)) == NULL)
		return INVALID;
	return form_add(to, p);
}

enum outcome
form_read(struct arena *mem, const char *s, size_t n, struct form *to)
{
	const char *end = s + n, *amp;
	enum outcome res;

	for (; s < end; s = amp + 1) {
		if ((amp = memchr(s, '&', (size_t)(end - s))) == NULL)
			amp = end;
		if (amp == s)
			continue;
		if ((res = add_text(mem, s, (size_t)(amp - s), to)) != OK)
			return res;
		if (amp == end)
			break;
	}
	return OK;
}

static bool
is_named(const struct pair *p, const char *name, bool file)
{
	return (p->file != NULL) == file && strcmp(p->name, name) == 0;
}

const struct pair *
form_nth(const struct form *form, const char *name, bool file, int n)
{
	int i;

	for (i = 0; i < form->n; i++)
		if (is_named(&form->pair[i], name, file) && n-- == 0)
			return &form->pair[i];
	return NULL;
}

int
form_count(const struct form *form, const char *name, bool file)
{
	int i, n = 0;

	for (i = 0; i < form->n; i++)
		n += is_named(&form->pair[i], name, file);
	return n;
}

static bool
is_segment(const char *s)
{
	return *s != '\0' && strcmp(s, ".") != 0 && strcmp(s, "..") != 0 &&
	    strpbrk(s, "\\\t\r\n") == NULL && str_is_utf8(s, strlen(s));
}

enum outcome
form_path(struct arena *mem, const char *path, int max, const char **segment, int *n)
{
	size_t len;

	*n = 0;
	if (*path == '\0' || strcmp(path, "/") == 0)
		return OK;
	if (*path != '/')
		return NOT_FOUND;
	while (*path == '/') {
		path++;
		len = strcspn(path, "/");
		if (*n == max || *n == FORM_SEGMENTS)
			return NOT_FOUND;
		segment[*n] = arena_strn(mem, path, len);
		if (!is_segment(segment[*n]))
			return NOT_FOUND;
		(*n)++;
		path += len;
	}
	return OK;
}
