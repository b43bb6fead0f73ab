/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A Cookie header. */

#include <string.h>

#include "fuzz.h"
#include "lib/input.h"

static void
judge(struct arena *mem, const char *header, const char *name)
{
	const char *value = cookie_get(mem, header, name), *p;

	if (value == NULL)
		return;
	for (p = value; *p != '\0'; p++)
		MUST(*p > 0x20 && *p < 0x7f && strchr("\",;\\", *p) == NULL);
	p = strstr(header, name);
	MUST(p != NULL && strstr(p, value) != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena *mem = arena_new();
	const char *header = arena_strn(mem, (const char *)p, n);

	judge(mem, header, "s");
	judge(mem, header, "__Host-session");
	arena_free(mem);
	return 0;
}
