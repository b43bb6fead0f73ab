/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* lib/crypt: published vectors, tampering, rotation, passwords. */

#include <sys/stat.h>
#include <sys/wait.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/crypt.h"
#include "lib/str.h"

#define OLD_KEY "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
#define NEW_KEY "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

static struct arena *mem;
static char secret[] = "/tmp/praxis-secret-XXXXXX";

static void
write_secret(const char *text)
{
	FILE *f = fopen(secret, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static int
setup(void **state)
{
	int fd = mkstemp(secret);

	(void)state;
	assert_true(fd >= 0);
	(void)close(fd);
	write_secret(OLD_KEY "\n");
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
hashes(void **state)
{
	char key[20];

	(void)state;
	/* FIPS 180-2, RFC 4231 case 1 */
	assert_string_equal(crypt_sha256(mem, "abc", 3),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(crypt_sha256(mem, "", 0),
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	memset(key, 0x0b, sizeof(key));
	assert_string_equal(crypt_hmac(mem, key, sizeof(key), "Hi There", 8),
	    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

static void
random_text(void **state)
{
	char *a, *b;
	int i;

	(void)state;
	for (i = 0; i < 200; i++) {
		a = crypt_token(mem);
		b = crypt_token(mem);
		assert_int_equal(strlen(a), CRYPT_TOKEN);
		assert_int_equal(strspn(a,
		                     "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		                     "0123456789-_"),
		    CRYPT_TOKEN);
		assert_string_not_equal(a, b);
		a = crypt_code(mem, 8);
		assert_int_equal(strlen(a), 8);
		assert_int_equal(strspn(a, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 8);
	}
	assert_string_equal(crypt_code(mem, 0), "");
}

static void
sameness(void **state)
{
	(void)state;
	assert_true(crypt_same("abc", "abc"));
	assert_true(crypt_same("", ""));
	assert_false(crypt_same("abc", "abd"));
	assert_false(crypt_same("abc", "abcd"));
	assert_false(crypt_same(NULL, NULL));
	assert_false(crypt_same("abc", NULL));
}

static void
signatures(void **state)
{
	const char *sig;

	(void)state;
	sig = crypt_sign(mem, "csrf", "session");
	assert_int_equal(strlen(sig), 64);
	assert_string_equal(crypt_sign(mem, "csrf", "session"), sig);
	assert_string_not_equal(crypt_sign(mem, "feed", "session"), sig);
	assert_string_not_equal(crypt_sign(mem, "csrf", "Session"), sig);
}

static void
sealed_and_opened(void **state)
{
	char *sealed, *again, *text = NULL;

	(void)state;
	sealed = crypt_seal(mem, "totp", 7, "JBSWY3DPEHPK3PXP");
	again = crypt_seal(mem, "totp", 7, "JBSWY3DPEHPK3PXP");
	assert_string_not_equal(sealed, again);
	assert_null(strstr(sealed, "JBSWY"));
	assert_int_equal(crypt_open(mem, "totp", 7, sealed, &text), OK);
	assert_string_equal(text, "JBSWY3DPEHPK3PXP");
	assert_int_equal(crypt_open(mem, "totp", 7, crypt_seal(mem, "totp", 7, ""), &text), OK);
	assert_string_equal(text, "");
	assert_int_equal(crypt_open(mem, "totp", 8, sealed, &text), BROKEN);
	assert_int_equal(crypt_open(mem, "key", 7, sealed, &text), BROKEN);
}

static void
every_altered_digit_is_noticed(void **state)
{
	char *sealed = crypt_seal(mem, "totp", 7, "secret"), *bad, *text = NULL;
	static const char *const shapes[] = { "", ":", ":::", "::::", "a:b:c:d", "no seal" };
	size_t i, n = strlen(sealed);

	(void)state;
	for (i = 0; i < n; i++) {
		bad = arena_str(mem, sealed);
		bad[i] = bad[i] == '0' ? '1' : '0';
		assert_int_equal(crypt_open(mem, "totp", 7, bad, &text), BROKEN);
		assert_int_equal(
		    crypt_open(mem, "totp", 7, arena_strn(mem, sealed, i), &text), BROKEN);
	}
	bad = arena_fmt(mem, "%s0", sealed);
	assert_int_equal(crypt_open(mem, "totp", 7, bad, &text), BROKEN);
	bad = arena_fmt(mem, "%s:", sealed);
	assert_int_equal(crypt_open(mem, "totp", 7, bad, &text), BROKEN);
	for (i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		assert_int_equal(crypt_open(mem, "totp", 7, shapes[i], &text), BROKEN);
	assert_null(text);
}

/*
 * Key files are read once per process, so each of these is a process: what it leaves with. "open"
 * answers 0 when sealed text opens, and 1 when not; a refused key file ends with 78.
 */
static int
process_with(const char *keys, const char *sealed)
{
	char *self = arena_fmt(mem, "/proc/%ld/exe", (long)getpid());
	int status;
	pid_t pid;

	write_secret(keys);
	if ((pid = fork()) == 0) {
		execl(self, "test_crypt", "open", sealed, (char *)NULL);
		_exit(99);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	write_secret(OLD_KEY "\n");
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
keys_can_be_rotated(void **state)
{
	char *sealed = crypt_seal(mem, "totp", 7, "secret");

	(void)state;
	assert_int_equal(process_with(OLD_KEY "\n", sealed), 0);
	assert_int_equal(process_with("\n" OLD_KEY, sealed), 0);
	assert_int_equal(process_with(NEW_KEY "\n" OLD_KEY "\n", sealed), 0);
	assert_int_equal(process_with(NEW_KEY "\n", sealed), 1);
}

static void
bad_key_files_are_refused(void **state)
{
	(void)state;
	assert_int_equal(process_with("", "x"), 78);
	assert_int_equal(process_with("0011\n", "x"), 78);
	assert_int_equal(process_with("xyz" OLD_KEY "\n", "x"), 78);
	assert_int_equal(process_with(OLD_KEY "\nshort\n", "x"), 78);
	assert_int_equal(setenv("PRAXIS_MODE", "live", 1), 0);
	assert_int_equal(chmod(secret, 0644), 0);
	assert_int_equal(process_with(OLD_KEY "\n", "x"), 78);
	assert_int_equal(chmod(secret, 0640), 0);
	assert_int_equal(process_with(OLD_KEY "\n", "x"), 1);
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
}

static int64_t
cpu_ms(void)
{
	return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

static void
passwords(void **state)
{
	char *a, *b;
	int64_t start, known, unknown;

	(void)state;
	a = crypt_password(mem, "correct horse");
	b = crypt_password(mem, "correct horse");
	assert_true(str_starts(a, "$argon2id$v=19$m=19456,t=2,p=1$"));
	assert_string_not_equal(a, b);
	assert_true(crypt_password_ok(a, "correct horse"));
	assert_false(crypt_password_ok(a, "correct horse "));
	assert_false(crypt_password_ok(a, ""));
	assert_false(crypt_password_ok(a, NULL));
	assert_false(crypt_password_ok("$argon2id$nonsense", "correct horse"));

	/* Nobody's password costs as much as somebody's: the processor's time, within a factor. */
	start = cpu_ms();
	assert_false(crypt_password_ok(a, "wrong"));
	known = cpu_ms() - start;
	start = cpu_ms();
	assert_false(crypt_password_ok(NULL, "wrong"));
	unknown = cpu_ms() - start;
	assert_true(unknown * 3 >= known);
}

static void
one_time_codes(void **state)
{
	/* RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
	static const struct {
		int64_t now;
		const char *code;
	} cases[] = {
		{ 59, "287082" },
		{ 1111111109, "081804" },
		{ 1111111111, "050471" },
		{ 1234567890, "005924" },
		{ 2000000000, "279037" },
		{ 20000000000, "353130" },
	};
	static const char key[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int64_t step = cases[i].now / 30;

		assert_int_equal(crypt_totp_step(key, cases[i].code, cases[i].now), step);
		assert_int_equal(crypt_totp_step(key, cases[i].code, (step + 1) * 30 + 29), step);
		assert_int_equal(crypt_totp_step(key, cases[i].code, (step + 2) * 30), 0);
		if (step > 1)
			assert_int_equal(
			    crypt_totp_step(key, cases[i].code, (step - 1) * 30), step);
		if (step > 2)
			assert_int_equal(
			    crypt_totp_step(key, cases[i].code, (step - 1) * 30 - 1), 0);
	}
	assert_int_equal(crypt_totp_step(key, "94287082", 59), 0);
	assert_int_equal(crypt_totp_step(key, "", 59), 0);
	assert_int_equal(crypt_totp_step(key, NULL, 59), 0);
	assert_int_equal(crypt_totp_step("not base 32!", "287082", 59), 0);
	assert_int_equal(strlen(crypt_totp_secret(mem)), 32);
	assert_string_not_equal(crypt_totp_secret(mem), crypt_totp_secret(mem));
}

static int
open_only(const char *sealed)
{
	char *text = NULL;
	enum outcome res;

	mem = arena_new();
	res = crypt_open(mem, "totp", 7, sealed, &text);
	arena_free(mem);
	return res == OK ? 0 : 1;
}

int
main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes),
		cmocka_unit_test(random_text),
		cmocka_unit_test(sameness),
		cmocka_unit_test(signatures),
		cmocka_unit_test(sealed_and_opened),
		cmocka_unit_test(every_altered_digit_is_noticed),
		cmocka_unit_test(keys_can_be_rotated),
		cmocka_unit_test(bad_key_files_are_refused),
		cmocka_unit_test(passwords),
		cmocka_unit_test(one_time_codes),
	};

	if (argc == 3 && strcmp(argv[1], "open") == 0)
		return open_only(argv[2]);
	return cmocka_run_group_tests(tests, setup, teardown);
}
