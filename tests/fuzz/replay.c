/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Feeds a target the files of its corpus: every crash ever found is one. Without libFuzzer. */

#include <dirent.h>
#include <string.h>

#include "fuzz.h"

enum { FILE_MAX = 1 << 20 };

/* The corpus of fuzz_NAME is corpus/NAME beside the sources. */
static int
directory(const char *program, char *path, size_t size)
{
	const char *src = getenv("PRAXIS_SRC"), *name = strstr(program, "fuzz_");

	while (name != NULL && strstr(name + 1, "fuzz_") != NULL)
		name = strstr(name + 1, "fuzz_");
	return src == NULL || name == NULL ? -1 :
	    snprintf(path, size, "%s/tests/fuzz/corpus/%s", src, name + strlen("fuzz_"));
}

static int
replay(const char *dir, const char *name)
{
	static uint8_t bytes[FILE_MAX];
	char path[4096];
	uint8_t *copy;
	size_t n;
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	if ((f = fopen(path, "rb")) == NULL)
		return -1;
	n = fread(bytes, 1, sizeof(bytes), f);
	(void)fclose(f);
	/* Of the exact size, so that the sanitizers see a step too far. */
	if ((copy = malloc(n > 0 ? n : 1)) == NULL)
		return -1;
	memcpy(copy, bytes, n);
	(void)LLVMFuzzerTestOneInput(copy, n);
	free(copy);
	return 0;
}

static int
is_file(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

int
main(int argc, char **argv)
{
	struct dirent **entry;
	char dir[2048];
	int i, n, failed = 0;

	if (argc > 1)
		(void)snprintf(dir, sizeof(dir), "%s", argv[1]);
	else if (directory(argv[0], dir, sizeof(dir)) < 0)
		return 99;
	if ((n = scandir(dir, &entry, is_file, alphasort)) <= 0) {
		printf("Bail out! no corpus in %s\n", dir);
		return 1;
	}
	printf("1..%d\n", n);
	for (i = 0; i < n; i++) {
		printf("# %s\n", entry[i]->d_name);
		(void)fflush(stdout);	/* a crash then says on which file */
		if (replay(dir, entry[i]->d_name) == 0) {
			printf("ok %d - %s\n", i + 1, entry[i]->d_name);
		} else {
			printf("not ok %d - %s\n", i + 1, entry[i]->d_name);
			failed = 1;
		}
		free(entry[i]);
	}
	free(entry);
	return failed;
}
