/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A line with the Content-Type, then a multipart body. */

#include <string.h>

#include "fuzz.h"
#include "lib/form.h"
#include "lib/input.h"
#include "lib/multipart.h"
#include "lib/str.h"

static void
judge(const struct pair *p, const char *body, size_t n)
{
	const struct upload *up = p->file;

	MUST(strlen(p->name) <= FORM_NAME && str_is_utf8(p->name, strlen(p->name)));
	MUST(str_is_utf8(p->value, strlen(p->value)));
	if (up == NULL)
		return;
	MUST(*p->value == '\0');
	MUST(up->bytes >= body && up->len <= n && up->bytes + up->len <= body + n);
	MUST(strlen(up->name) <= MULTIPART_FILE_NAME && str_is_utf8(up->name, strlen(up->name)));
	MUST(strpbrk(up->name, "/\\\t\r\n") == NULL && strcmp(up->name, "..") != 0);
	MUST(str_is_utf8(up->type, strlen(up->type)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena *mem = arena_new();
	struct form *form = arena_get(mem, sizeof(*form));
	const uint8_t *nl = n > 0 ? memchr(p, '\n', n) : NULL;
	size_t first = nl != NULL ? (size_t)(nl - p) : n, len = nl != NULL ? n - first - 1 : 0;
	const char *type = arena_strn(mem, (const char *)p, first);
	char *body = arena_get(mem, len);	/* without a zero byte, so that overruns are seen */
	enum outcome res;
	int i;

	if (len > 0)
		memcpy(body, nl + 1, len);
	res = multipart_read(mem, type, body, len, form);
	MUST(res == OK || res == INVALID);
	MUST(form->n <= MULTIPART_PARTS);
	for (i = 0; i < form->n; i++)
		judge(&form->pair[i], body, len);
	arena_free(mem);
	return 0;
}
