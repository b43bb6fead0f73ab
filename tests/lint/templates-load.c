/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Does every template load, with all it includes? One TAP line per file; the reason is on stderr.
 */

#define _XOPEN_SOURCE 700

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/conf.h"
#include "lib/view.h"

static size_t skip;		/* length of the directory's name and its slash */
static int n, failed;

static int
visit(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	size_t len = strlen(path);
	bool ok;

	(void)st;
	(void)ftw;
	if (type != FTW_F || len < 4 || strcmp(path + len - 4, ".tpl") != 0)
		return 0;
	ok = view_load(path + skip) == OK;
	failed += !ok;
	printf("%s %d - %s\n", ok ? "ok" : "not ok", ++n, path + skip);
	return 0;
}

int
main(int argc, char **argv)
{
	const char *srcdir = getenv("PRAXIS_SRC");
	struct arena *mem = arena_new();
	char *dir;

	dir = argc > 1 ? arena_str(mem, argv[1]) :
	    arena_fmt(mem, "%s/templates", srcdir == NULL ? "." : srcdir);
	setenv("PRAXIS_CONF", "/dev/null", 1);
	setenv("PRAXIS_MODE", "test", 1);
	setenv("PRAXIS_TEMPLATES", dir, 1);
	conf_load();
	skip = strlen(dir) + 1;
	if (nftw(dir, visit, 16, FTW_PHYS) != 0) {
		perror(dir);
		failed++;
	}
	printf("1..%d\n", n);
	arena_free(mem);
	return failed > 0 || n == 0;
}
