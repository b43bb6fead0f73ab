/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* lib/stamp, lib/path, lib/qr: what comes back from a browser, and what it is shown. */

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
#include "lib/path.h"
#include "lib/qr.h"
#include "lib/stamp.h"

#define KEY "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

static struct arena *mem;
static char secret[] = "/tmp/praxis-secret-XXXXXX";

static int
setup(void **state)
{
	int fd = mkstemp(secret);

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, KEY "\n", sizeof(KEY)), sizeof(KEY));
	(void)close(fd);
	assert_int_equal(setenv("PRAXIS_SECRET_FILE", secret, 1), 0);
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
	mem = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(mem);
	return unlink(secret);
}

static void
stamp_comes_back(void **state)
{
	const char *s = stamp_make(mem, "step", "4711: with, anything; in it", 1000);

	(void)state;
	assert_string_equal(stamp_read(mem, "step", s, 999), "4711: with, anything; in it");
	assert_string_equal(stamp_read(mem, "step", stamp_make(mem, "step", "", 1000), 0), "");
	assert_int_equal(strspn(s, "0123456789abcdef."), strlen(s));
}

static void
stamp_ends(void **state)
{
	const char *s = stamp_make(mem, "step", "4711", 1000);

	(void)state;
	assert_null(stamp_read(mem, "step", s, 1000));
	assert_null(stamp_read(mem, "step", s, 5000));
}

static void
stamp_is_for_one_purpose(void **state)
{
	(void)state;
	assert_null(stamp_read(mem, "back", stamp_make(mem, "step", "4711", 1000), 0));
}

/* Each single character counts. */
static void
stamp_cannot_be_altered(void **state)
{
	const char *s = stamp_make(mem, "step", "4711", 1000);
	char *altered;
	size_t i;

	(void)state;
	for (i = 0; i < strlen(s); i++) {
		altered = arena_str(mem, s);
		altered[i] = altered[i] == '0' ? '1' : '0';
		assert_null(stamp_read(mem, "step", altered, 0));
		altered[i] = '\0';
		assert_null(stamp_read(mem, "step", altered, 0));
	}
}

static void
stamp_nonsense(void **state)
{
	static const char *const bad[] = { NULL, "", ".", "x", "x.y", ".30", "30.", "zz.zz" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_null(stamp_read(mem, "step", bad[i], 0));
}

static void
paths(void **state)
{
	static const char *const own[] = { "/", "/account/bookings", "/book/a/b?day=2026-10-15&x=%20",
		"/coaches?q=a+b" };
	static const char *const foreign[] = { "", "account", "//evil.example", "/\\evil.example",
		"https://evil.example/", "javascript:alert(1)", "/a\r\nX: y", "/a\tb", "/a b",
		"/\t/evil.example", "\\/evil.example", "/\"><script>", "/caf\xc3\xa9" };
	char *longest = arena_get(mem, 502);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		assert_true(path_is_own(own[i]));
	for (i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
		assert_false(path_is_own(foreign[i]));
	memset(longest, 'a', 501);
	longest[0] = '/';
	assert_false(path_is_own(longest));
	longest[500] = '\0';
	assert_true(path_is_own(longest));
}

/* The three finders: a bar of seven in the first row, at both ends, and one below. */
static void
qr_outline(void **state)
{
	int size;
	char *path = qr_path(mem, "otpauth://totp/Praxis", &size), *far;

	(void)state;
	assert_int_equal((size - 8 - 17) % 4, 0);
	assert_int_equal(strncmp(path, "M4 4h7v1h-7z", 12), 0);
	far = arena_fmt(mem, "M%d 4h7v1h-7z", size - 4 - 7);
	assert_non_null(strstr(path, far));
	far = arena_fmt(mem, "M4 %dh7v1h-7z", size - 4 - 7);
	assert_non_null(strstr(path, far));
}

static void
qr_too_long(void **state)
{
	char *text = arena_get(mem, 5001);
	int size;

	(void)state;
	memset(text, 'x', 5000);
	assert_string_equal(qr_path(mem, text, &size), "");
	assert_int_equal(size, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stamp_comes_back),
		cmocka_unit_test(stamp_ends),
		cmocka_unit_test(stamp_is_for_one_purpose),
		cmocka_unit_test(stamp_cannot_be_altered),
		cmocka_unit_test(stamp_nonsense),
		cmocka_unit_test(paths),
		cmocka_unit_test(qr_outline),
		cmocka_unit_test(qr_too_long),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
