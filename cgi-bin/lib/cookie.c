/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One cookie out of a Cookie header (RFC 6265, section 4.2.1), strictly. */

#include <string.h>

#include "lib/input.h"

/* What a cookie's value may hold: no control, blank, double quote, comma, semicolon, backslash. */
static bool
is_octet(unsigned char c)
{
	return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
}

static bool
is_value(const char *s, size_t n)
{
	while (n > 0 && is_octet((unsigned char)*s)) {
		s++;
		n--;
	}
	return n == 0;
}

const char *
cookie_get(struct arena *mem, const char *header, const char *name)
{
	size_t len, want = strlen(name);

	if (header == NULL || want == 0)
		return NULL;
	for (;;) {
		header += strspn(header, " \t");
		len = strcspn(header, ";");
		/* A blank before the semicolon belongs to neither. */
		while (len > 0 && (header[len - 1] == ' ' || header[len - 1] == '\t'))
			len--;
		if (len > want && header[want] == '=' && memcmp(header, name, want) == 0 &&
		    is_value(header + want + 1, len - want - 1))
			return arena_strn(mem, header + want + 1, len - want - 1);
		header += strcspn(header, ";");
		if (*header++ == '\0')
			return NULL;
	}
}
