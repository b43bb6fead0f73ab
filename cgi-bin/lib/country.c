/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Countries: iso3166.tab, read once per process. */

#include "lib/country.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/conf.h"
#include "lib/log.h"
#include "lib/str.h"

enum { COUNTRIES = 300, NAME_MAX_BYTES = 48 };

struct line {
	char	code[3];
	char	name[NAME_MAX_BYTES];
};

/* The table sorts by hand ("Britain (UK)"); here is what a person would write. */
static const struct { const char *code, *name; } USUAL[] = {
	{ "GB", "United Kingdom" }, { "KP", "North Korea" }, { "KR", "South Korea" },
	{ "MM", "Myanmar" }, { "CZ", "Czechia" }, { "TR", "Türkiye" },
};

static bool
read_line(const char *line, struct line *c)
{
	size_t n = strcspn(line, "\n");

	if (line[0] == '#' || n < 4 || line[2] != '\t' || n - 3 >= NAME_MAX_BYTES)
		return false;
	memcpy(c->code, line, 2);
	memcpy(c->name, line + 3, n - 3);
	return true;
}

static int
read_table(struct line *table)
{
	char path[512], line[256];
	FILE *f;
	int n = 0;

	(void)snprintf(path, sizeof(path), "%s/iso3166.tab",
	    conf_get("zoneinfo", "/usr/share/zoneinfo"));
	if ((f = fopen(path, "re")) == NULL) {
		log_fault(NULL, "country", "cannot read %s", path);
		return 0;
	}
	while (n < COUNTRIES && fgets(line, sizeof(line), f) != NULL)
		if (read_line(line, &table[n]))
			n++;
	(void)fclose(f);
	return n;
}

static const char *
usual_name(const char *code, const char *otherwise)
{
	size_t u;

	for (u = 0; u < sizeof(USUAL) / sizeof(USUAL[0]); u++)
		if (str_eq(USUAL[u].code, code))
			return USUAL[u].name;
	return otherwise;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct country *)a)->name, ((const struct country *)b)->name);
}

const struct country *
country_all(int *n)
{
	static struct line lines[COUNTRIES];
	static struct country table[COUNTRIES];
	static int count = -1;
	int i;

	if (count < 0) {
		count = read_table(lines);
		for (i = 0; i < count; i++) {
			table[i].code = lines[i].code;
			table[i].name = usual_name(lines[i].code, lines[i].name);
		}
		qsort(table, (size_t)count, sizeof(*table), by_name);
	}
	*n = count;
	return table;
}

static bool
is_code(const char *s)
{
	return s != NULL && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' &&
	    s[2] == '\0';
}

const char *
country_name(const char *code)
{
	static const char *names['Z' - 'A' + 1]['Z' - 'A' + 1];
	static bool known;
	const struct country *all;
	const char *name = NULL;
	int i, n;

	if (!known) {
		all = country_all(&n);
		for (i = 0; i < n; i++)
			if (is_code(all[i].code))
				names[all[i].code[0] - 'A'][all[i].code[1] - 'A'] = all[i].name;
		known = true;
	}
	if (is_code(code))
		name = names[code[0] - 'A'][code[1] - 'A'];
	return name != NULL ? name : usual_name(code, code);
}
