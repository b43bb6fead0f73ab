/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* lib/money: written, read back, shared. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/money.h"

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
written(void **state)
{
	static const struct {
		int64_t minor;
		const char *currency, *text, *plain;
	} cases[] = {
		{ 8000, "EUR", "€80.00", "80.00" },
		{ 5, "EUR", "€0.05", "0.05" },
		{ 0, "EUR", "€0.00", "0.00" },
		{ -500, "USD", "-$5.00", "-5.00" },
		{ 123456789, "GBP", "£1,234,567.89", "1234567.89" },
		{ 99999, "EUR", "€999.99", "999.99" },
		{ 100000, "EUR", "€1,000.00", "1000.00" },
		{ 8000, "JPY", "¥8,000", "8000" },
		{ 8000, "CHF",
		    "CHF\xc2\xa0"
		    "80.00",
		    "80.00" },
		{ 1250, "KWD",
		    "KWD\xc2\xa0"
		    "1.250",
		    "1.250" },
		{ INT64_MIN, "JPY", "-¥9,223,372,036,854,775,808", "-9223372036854775808" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct money m = { cases[i].minor, cases[i].currency };

		assert_string_equal(money_text(mem, m), cases[i].text);
		assert_string_equal(money_minor_text(mem, m.minor, m.currency), cases[i].text);
		assert_string_equal(money_plain(mem, m.minor, m.currency), cases[i].plain);
	}
}

static void
read_amounts(void **state)
{
	static const struct {
		const char *text, *currency;
		int64_t minor;
	} cases[] = {
		{ "80", "EUR", 8000 },
		{ "80.5", "EUR", 8050 },
		{ "80,50", "EUR", 8050 },
		{ " 0.05 ", "EUR", 5 },
		{ "0", "EUR", 0 },
		{ "007", "EUR", 700 },
		{ "8000", "JPY", 8000 },
		{ "1,250", "KWD", 1250 },
		{ "999999999999.99", "EUR", INT64_C(99999999999999) },
	};
	int64_t minor;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!money_parse(cases[i].text, cases[i].currency, &minor) ||
		    minor != cases[i].minor)
			fail_msg("\"%s\" %s", cases[i].text, cases[i].currency);
}

static void
read_nonsense(void **state)
{
	static const char *const bad[] = { "", " ", "-5", "+5", ".5", "5.", "5,", "1,250", "1.2.3",
		"1,000.00", "5.005", "5 0", "5e2", "0x10", "80 EUR", "€80", "1000000000000.00",
		"99999999999999999999999", "5\n", "\xd9\xa5" };
	int64_t minor;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (money_parse(bad[i], "EUR", &minor))
			fail_msg("\"%s\" is an amount", bad[i]);
	assert_false(money_parse("80.5", "JPY", &minor));
	assert_false(money_parse(NULL, "EUR", &minor));
}

static void
plain_is_read_back(void **state)
{
	static const char *const currencies[] = { "EUR", "JPY", "TND" };
	int64_t minor, back;
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++)
		for (minor = 0; minor < INT64_C(100000000000000); minor = minor * 3 + 7) {
			assert_true(money_parse(
			    money_plain(mem, minor, currencies[i]), currencies[i], &back));
			assert_int_equal(back, minor);
		}
}

static void
shares(void **state)
{
	int64_t most = INT64_C(99999999999999), minor;
	int bp;

	(void)state;
	assert_int_equal(money_share(8000, 1000), 800);
	assert_int_equal(money_share(1, 5000), 1); /* half a cent goes up */
	assert_int_equal(money_share(1, 4999), 0);
	assert_int_equal(money_share(333, 5000), 167);
	assert_int_equal(money_share(-333, 5000), -167);
	assert_int_equal(money_share(most, 10000), most);
	assert_int_equal(money_share(most, 1), INT64_C(10000000000));
	for (minor = 0; minor < 2000; minor += 7)
		for (bp = 0; bp <= 10000; bp += 13) {
			int64_t share = money_share(minor, bp), rest = minor * bp - share * 10000;

			assert_true(rest >= -5000 && rest < 5000 && share <= minor);
		}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(written),
		cmocka_unit_test(read_amounts),
		cmocka_unit_test(read_nonsense),
		cmocka_unit_test(plain_is_read_back),
		cmocka_unit_test(shares),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
