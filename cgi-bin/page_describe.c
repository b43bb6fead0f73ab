/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The declaration of a page as JSON, for the sweeps. */

#include <stdio.h>

#include "page_run.h"

static const char *
access_word(enum access a)
{
	static const char *const words[] = {
		"?", "public", "visitor", "member", "coach", "admin", "signed"
	};

	return words[a >= ACCESS_PUBLIC && a <= ACCESS_SIGNED ? a : 0];
}

static const char *
kind_word(enum field_kind k)
{
	static const char *const words[] = {
		"?", "text", "lines", "secret", "mail", "int", "id", "money", "date", "month",
		"time", "zone", "choice", "flag", "slug", "token", "no", "file"
	};

	return words[k >= FIELD_TEXT && k <= FIELD_FILE ? k : 0];
}

static void
describe_field(const struct field *f, const char *sep)
{
	const char *const *c;

	printf("%s\n  {\"name\":\"%s\",\"kind\":\"%s\",\"path\":%s,\"query\":%s,\"required\":%s,"
	    "\"act\":\"%s\",\"choices\":[", sep, f->name, kind_word(f->kind),
	    f->path ? "true" : "false", f->query ? "true" : "false",
	    f->required ? "true" : "false", f->act != NULL ? f->act : "");
	for (c = f->choices; c != NULL && *c != NULL; c++)
		printf("%s\"%s\"", c == f->choices ? "" : ",", *c);
	printf("]}");
}

void
page_describe(const struct page *pg)
{
	const struct action *a;
	int i;

	printf("{\"name\":\"%s\",\"access\":\"%s\",\"feature\":\"%s\",\"get\":%s,\"post\":%s,"
	    "\"sync\":%s,\"bare\":%s,\"actions\":[", pg->name, access_word(pg->access),
	    pg->feature != NULL ? pg->feature : "", pg->get != NULL ? "true" : "false",
	    pg->post != NULL || pg->before != NULL || pg->actions != NULL ? "true" : "false",
	    pg->sync != NULL ? "true" : "false", pg->bare ? "true" : "false");
	for (a = pg->actions; a != NULL && a->name != NULL; a++)
		printf("%s\"%s\"", a == pg->actions ? "" : ",", a->name);
	printf("],\"fields\":[");
	for (i = 0; pg->fields != NULL && pg->fields[i].name != NULL; i++)
		describe_field(&pg->fields[i], i == 0 ? "" : ",");
	printf("]}\n");
}
