/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* model/password: which will do, and that only a few are judged at a time. */

#include <sys/file.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/turn.h"
#include "model/password.h"

static struct ctx cx;
static char dir[] = "/tmp/praxis-files-XXXXXX";

static int
setup(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(setenv("PRAXIS_FILES", dir, 1), 0);
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
	cx.mem = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	char path[64];
	int i;

	(void)state;
	arena_free(cx.mem);
	for (i = 0; i < 8; i++) {
		(void)snprintf(path, sizeof(path), "%s/.password-%d", dir, i);
		(void)unlink(path);
		(void)snprintf(path, sizeof(path), "%s/.test-%d", dir, i);
		(void)unlink(path);
	}
	return rmdir(dir);
}

static const char *
fault(const char *typed)
{
	return password_fault(&cx, typed, "clara.client@example.org", "Clara Client");
}

static void
rules(void **state)
{
	static const char *const good[] = { "violet-kettle-9", "correct horse battery staple",
		"\xc3\xbc" "ber\xc3\xbc" "berfl\xc3\xbcssig", "Tr0ub4dor&3x", "clara likes tea and rain" };
	static const char *const bad[] = { "1234567890", "0987654321", "abcdefghijkl", "aaaaaaaaaaaa",
		"ababababab", "password123", "Password123", "PASSWORD 123", "qwertyuiop",
		"clara.client@example.org", "clara.client", "Clara.Client1", "claraclient12",
		"Clara Client", "clara client!" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (fault(good[i]) != NULL)
			fail_msg("%s: %s", good[i], fault(good[i]));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (fault(bad[i]) == NULL)
			fail_msg("%s is let through", bad[i]);
	/* A short name is part of many good words. */
	assert_null(password_fault(&cx, "bobsled-kettle", "bob@example.org", "Bob"));
}

static void
judged(void **state)
{
	const char *encoded;
	bool right;

	(void)state;
	assert_int_equal(password_make(&cx, "violet-kettle-9", &encoded), OK);
	assert_int_equal(strncmp(encoded, "$argon2id$v=19$m=19456,t=2,", 27), 0);
	assert_int_equal(password_judge(&cx, encoded, "violet-kettle-9", &right), OK);
	assert_true(right);
	assert_int_equal(password_judge(&cx, encoded, "violet-kettle-8", &right), OK);
	assert_false(right);
	assert_int_equal(password_judge(&cx, NULL, "violet-kettle-9", &right), OK);
	assert_false(right);
}

static void
turns(void **state)
{
	int first, second, third;

	(void)state;
	assert_int_equal(turn_take(&cx, "test", 2, 0, &first), OK);
	assert_int_equal(turn_take(&cx, "test", 2, 0, &second), OK);
	assert_int_equal(turn_take(&cx, "test", 2, 20, &third), BUSY);
	turn_end(first);
	assert_int_equal(turn_take(&cx, "test", 2, 0, &third), OK);
	turn_end(second);
	turn_end(third);
	assert_int_equal(turn_take(&cx, "no/such/place", 1, 0, &first), BROKEN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules),
		cmocka_unit_test(judged),
		cmocka_unit_test(turns),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
