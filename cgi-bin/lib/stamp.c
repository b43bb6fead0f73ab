/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* "signature.hex": the text behind its date, under the installation's secret. */

#include "lib/stamp.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/crypt.h"
#include "lib/str.h"

static char *
sign(struct arena *mem, const char *purpose, const char *dated)
{
	return crypt_sign(mem, arena_fmt(mem, "stamp %s", purpose), dated);
}

char *
stamp_make(struct arena *mem, const char *purpose, const char *text, int64_t until)
{
	char *dated = arena_fmt(mem, "%lld:%s", (long long)until, text);
	char *hex = arena_get(mem, 2 * strlen(dated) + 1);

	str_hex(dated, strlen(dated), hex);
	return arena_fmt(mem, "%s.%s", sign(mem, purpose, dated), hex);
}

char *
stamp_read(struct arena *mem, const char *purpose, const char *stamp, int64_t now)
{
	const char *hex = stamp != NULL ? strchr(stamp, '.') : NULL;
	size_t n = hex != NULL ? strlen(hex + 1) / 2 : 0;
	char *dated = arena_get(mem, n + 1), *text;
	int64_t until;

	if (hex == NULL || !str_unhex(hex + 1, dated, n) || strlen(dated) != n)
		return NULL;
	if (!crypt_same(sign(mem, purpose, dated), arena_strn(mem, stamp, (size_t)(hex - stamp))))
		return NULL;
	if ((text = strchr(dated, ':')) == NULL)
		return NULL;
	*text++ = '\0';
	return str_to_int(dated, 0, INT64_MAX, &until) && now < until ? text : NULL;
}
