/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Settings: one file, environment first. */

#include "lib/conf.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "lib/str.h"

struct setting {
	struct setting	*next;
	const char	*key, *value;
};

static struct setting *settings;
static struct arena *forever;

static void __attribute__((noreturn, format(printf, 1, 2)))
refuse(const char *fmt, ...)
{
	va_list ap;
	char text[400];

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	log_fault(NULL, "settings", "%s", text);
	exit(78);	/* EX_CONFIG of sysexits.h */
}

static void
read_line(const char *path, int n, char *text)
{
	struct setting *s;
	char *eq, *line = str_trim(forever, text);

	if (*line == '\0' || *line == '#')
		return;
	if ((eq = strchr(line, '=')) == NULL)
		refuse("%s line %d: expected \"key = value\"", path, n);
	*eq = '\0';
	s = arena_get(forever, sizeof(*s));
	s->key = str_trim(forever, line);
	s->value = str_trim(forever, eq + 1);
	s->next = settings;
	settings = s;
}

void
conf_load(void)
{
	const char *path = getenv("PRAXIS_CONF"), *mode;
	char text[1024];
	FILE *f;
	int n = 0;

	if (forever != NULL)
		return;
	forever = arena_new();
	if (path == NULL)
		path = "/etc/praxis/praxis.conf";
	if ((f = fopen(path, "re")) != NULL) {
		while (fgets(text, sizeof(text), f) != NULL)
			read_line(path, ++n, text);
		(void)fclose(f);
	} else if (getenv("PRAXIS_MODE") == NULL)
		refuse("cannot read %s, and PRAXIS_MODE is not set either", path);
	mode = conf_need("mode");
	if (!str_eq(mode, "live") && !str_eq(mode, "demo") && !str_eq(mode, "test"))
		refuse("mode must be live, demo or test, not \"%s\"", mode);
}

const char *
conf_get(const char *key, const char *otherwise)
{
	const struct setting *s;
	const char *value;
	char name[64];
	size_t i;

	(void)snprintf(name, sizeof(name), "PRAXIS_%s", key);
	for (i = 0; name[i] != '\0'; i++)
		name[i] = (char)toupper((unsigned char)name[i]);
	if ((value = getenv(name)) != NULL)
		return value;
	for (s = settings; s != NULL; s = s->next)
		if (strcmp(s->key, key) == 0)
			return s->value;
	return otherwise;
}

const char *
conf_need(const char *key)
{
	const char *value = conf_get(key, NULL);

	if (str_is_empty(value))
		refuse("the setting \"%s\" is missing", key);
	return value;
}

bool
conf_is_live(void)
{
	return str_eq(conf_get("mode", "live"), "live");
}

bool
conf_is_demo(void)
{
	return str_eq(conf_get("mode", "live"), "demo");
}
