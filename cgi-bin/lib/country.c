/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Countries: iso3166.tab, read once per process. */

#include "lib/country.h"

#include <stdio.h>
#include <string.h>

#include "lib/conf.h"
#include "lib/log.h"
#include "lib/str.h"

enum { COUNTRIES = 300, NAME_MAX_BYTES = 48 };

struct country {
	char	code[3];
	char	name[NAME_MAX_BYTES];
};

/* The table sorts by hand ("Britain (UK)"); here is what a person would write. */
static const struct { const char *code, *name; } USUAL[] = {
	{ "GB", "United Kingdom" }, { "KP", "North Korea" }, { "KR", "South Korea" },
	{ "MM", "Myanmar" }, { "CZ", "Czechia" }, { "TR", "Türkiye" },
};

static bool
read_line(const char *line, struct country *c)
{
	size_t n = strcspn(line, "\n");

	if (line[0] == '#' || n < 4 || line[2] != '\t' || n - 3 >= NAME_MAX_BYTES)
		return false;
	memcpy(c->code, line, 2);
	memcpy(c->name, line + 3, n - 3);
	return true;
}

static int
read_table(struct country *table)
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

const char *
country_name(const char *code)
{
	static struct country table[COUNTRIES];
	static int count = -1;
	size_t u;
	int i;

	for (u = 0; u < sizeof(USUAL) / sizeof(USUAL[0]); u++)
		if (str_eq(USUAL[u].code, code))
			return USUAL[u].name;
	if (count < 0)
		count = read_table(table);
	for (i = 0; i < count; i++)
		if (str_eq(table[i].code, code))
			return table[i].name;
	return code;
}
