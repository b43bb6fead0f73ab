/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* model/words: what the full-text index gets, and what a search asks it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "model/words.h"

static struct arena *mem;

static int
setup(void **state)
{
	(void)state;
	mem = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static void
kept_for_the_index(void **state)
{
	(void)state;
	assert_string_equal(words_index(mem, ""), "");
	assert_string_equal(words_index(mem, "Maya LINDQVIST, coach"), "maya lindqvist coach");
	assert_string_equal(words_index(mem, "Wei Ng"), "wei ng__");
	assert_string_equal(words_index(mem, "O'Hara-Quist"), "o__ hara quist");
	assert_string_equal(words_index(mem, "Who with"), "who__ with__");
	assert_string_equal(words_index(mem, "Inês Nørgaard"), "inês nørgaard");
	/* Two characters, four bytes: short all the same. */
	assert_string_equal(words_index(mem, "李明"), "李明__");
	assert_string_equal(words_index(mem, "“one”\xc2\xa0two – three"), "one two three");
}

static void
asked_of_the_index(void **state)
{
	(void)state;
	assert_string_equal(words_query(mem, ""), "");
	assert_string_equal(words_query(mem, "  \t "), "");
	assert_string_equal(words_query(mem, "maya lind"), "+maya* +lind*");
	assert_string_equal(words_query(mem, "Ng"), "+ng__");
	assert_string_equal(words_query(mem, "a coach for founders"), "+founders*");
	assert_string_equal(words_query(mem, "my coach"), "+my__ +coach*");
	assert_string_equal(words_query(mem, "who"), "+who__");
	assert_string_equal(words_query(mem, "1 2 3 4 5 6 7 8 9 10"),
	    "+1__ +2__ +3__ +4__ +5__ +6__ +7__ +8__");
}

static void
no_operator_but_ours(void **state)
{
	static const char *const typed[] = {
		"+", "-", "+-><()~*\"@", "foo*", "\"foo\"", "-foo", "(foo", "foo)", "~foo", "@4 foo", "<foo>",
	};
	const char *q, *p;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		for (p = q = words_query(mem, typed[i]); *p != '\0'; p++) {
			assert_null(strchr("-><()~\"@", *p));
			if (*p == '+')
				assert_true((p == q || p[-1] == ' ') && p[1] != '\0');
			if (*p == '*')
				assert_true(p[1] == '\0' || p[1] == ' ');
		}
}

/* Words longer than the index keeps are cut between characters. */
static void
long_words(void **state)
{
	const char *q;
	char text[301];
	size_t i;

	(void)state;
	memset(text, 'x', 300);
	text[300] = '\0';
	q = words_query(mem, text);
	assert_int_equal(strlen(q), 42);
	for (i = 0; i < 100; i++)
		memcpy(text + 3 * i, "王", 3);
	q = words_query(mem, text);
	assert_int_equal(strlen(q), 1 + 39 + 1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(kept_for_the_index),
		cmocka_unit_test(asked_of_the_index),
		cmocka_unit_test(no_operator_but_ours),
		cmocka_unit_test(long_words),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
