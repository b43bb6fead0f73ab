/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Takes from a template what the engine would make too much of: line ends and indentation. */

#include <stdbool.h>
#include <string.h>

#include "lib/template.h"

static bool
is_blank(char c)
{
	return c != '\0' && strchr(" \t\r\n\f", c) != NULL;
}

size_t
template_tidy(const char *text, size_t len, char *out)
{
	const char *p = text, *end = text + len, *next, *a, *z;
	char *o = out;
	bool alone;

	for (; p < end; p = next) {
		next = memchr(p, '\n', (size_t)(end - p));
		next = next == NULL ? end : next + 1;
		for (a = p; a < next && is_blank(*a); a++)
			;
		for (z = next; z > a && is_blank(z[-1]); z--)
			;
		alone = z - a > 4 && memcmp(a, "{{", 2) == 0 && strchr("#/>!", a[2]) != NULL &&
		    memmem(a, (size_t)(z - a), "}}", 2) == z - 2;
		if (!alone) {
			z = next;
			if (z - a < 3 || memcmp(a, "{{>", 3) != 0)
				a = p;
		}
		memcpy(o, a, (size_t)(z - a));
		o += z - a;
	}
	*o = '\0';
	return (size_t)(o - out);
}
