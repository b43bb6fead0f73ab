/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What each kind of field takes, keeps and says, through a whole POST. */

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/str.h"

struct kind_case {
	const char	*typed;
	const char	*text;		/* NULL: refused */
	int64_t		 i;
	const char	*sentence;	/* of the refusal */
};

static struct ctx cx;

/* n times the text s. */
static const char *
times(const char *s, int n)
{
	struct buf b;

	buf_init(&b, cx.mem);
	while (n-- > 0)
		buf_str(&b, s);
	return b.p;
}

static struct input *
post(const struct field *fields, const char *body)
{
	struct raw raw = { .method = "POST", .type = "application/x-www-form-urlencoded",
		.body = body, .len = strlen(body) };
	struct input *in;

	assert_int_equal(input_read(&cx, fields, &raw, &in), OK);
	return in;
}

static void
try_one(struct field f, const struct kind_case *c)
{
	struct field fields[] = { f, { .name = NULL } };
	struct input *in = post(fields, arena_fmt(cx.mem, "f=%s", str_url(cx.mem, c->typed)));
	const char *typed = f.kind == FIELD_SECRET ? "" : c->typed;

	assert_string_equal(input_typed(in, 0), typed);
	if (c->text == NULL) {
		if (input_ok(in))
			fail_msg("'%s' was taken as '%s'", c->typed, input_text(in, 0));
		assert_string_equal(input_fault_of(in, 0), c->sentence);
		assert_false(input_has(in, 0));
		assert_string_equal(input_text(in, 0), "");
		assert_int_equal(input_int(in, 0), 0);
		assert_int_equal(input_count(in, 0), 0);
		return;
	}
	if (!input_ok(in))
		fail_msg("'%s': %s", c->typed, input_fault_of(in, 0));
	assert_null(input_fault_of(in, 0));
	assert_string_equal(input_text(in, 0), c->text);
	assert_int_equal(input_int(in, 0), c->i);
	assert_int_equal(input_has(in, 0), *c->text != '\0');
}

static void
try(struct field f, const struct kind_case *cases, size_t n)
{
	size_t i;

	f.name = "f";
	for (i = 0; i < n; i++)
		try_one(f, &cases[i]);
}
#define TRY(f, cases) try((struct field)f, cases, sizeof(cases) / sizeof((cases)[0]))
#define F(...) { .name = "f", __VA_ARGS__ }

static void
text(void **state)
{
	const struct kind_case cases[] = {
		{ "Clara", "Clara", 0, NULL },
		{ "  Clara Client \t\r\n", "Clara Client", 0, NULL },
		{ "\xc2\xa0" "Clara\xe2\x80\x8b\xef\xbb\xbf", "Clara", 0, NULL },
		{ "", "", 0, NULL },
		{ "   ", "", 0, NULL },
		{ "\xe3\x80\x80", "", 0, NULL },
		{ "<script>\"'&", "<script>\"'&", 0, NULL },
		{ "\xf0\x9f\x8c\xb1 1+1=2 100%", "\xf0\x9f\x8c\xb1 1+1=2 100%", 0, NULL },
		{ "two\nlines", NULL, 0, "One line without tabs, please." },
		{ "a\rb", NULL, 0, "One line without tabs, please." },
		{ "a\tb", NULL, 0, "One line without tabs, please." },
		{ times("x", 200), times("x", 200), 0, NULL },
		{ times("x", 231), NULL, 0, "At most 200 characters, please; this has 231." },
		{ times("\xc3\xa9", 200), times("\xc3\xa9", 200), 0, NULL },
		{ times("\xc3\xa9", 201), NULL, 0,
		    "At most 200 characters, please; this has 201." },
	};
	const struct kind_case bounds[] = {
		{ "ab", NULL, 0, "At least 3 characters, please." },
		{ "\xc3\xa9\xc3\xa9", NULL, 0, "At least 3 characters, please." },
		{ " ab ", NULL, 0, "At least 3 characters, please." },
		{ "abc", "abc", 0, NULL },
		{ "abcde", "abcde", 0, NULL },
		{ " abcde ", "abcde", 0, NULL },
		{ "abcdef", NULL, 0, "At most 5 characters, please; this has 6." },
		{ "", "", 0, NULL },
	};

	(void)state;
	TRY(F(.kind = FIELD_TEXT), cases);
	TRY(F(.kind = FIELD_TEXT, .min = 3, .max = 5), bounds);
}

static void
lines(void **state)
{
	const struct kind_case cases[] = {
		{ "one\r\ntwo\rthree\nfour\r\n", "one\ntwo\nthree\nfour\n", 0, NULL },
		{ "\r\r\n\n", "", 0, NULL },
		{ "  - a\tb", "  - a\tb", 0, NULL },
		{ times("y", 5000), times("y", 5000), 0, NULL },
		{ times("y", 5001), NULL, 0, "At most 5000 characters, please; this has 5001." },
		/* A line end counts as one, however it was sent. */
		{ times("\r\nz", 2500), times("\nz", 2500), 0, NULL },
	};

	(void)state;
	TRY(F(.kind = FIELD_LINES), cases);
}

static void
secret(void **state)
{
	const struct kind_case cases[] = {
		{ " pass word ", " pass word ", 0, NULL },
		{ "   ", NULL, 0, "At least 8 characters, please." },
		{ "         ", "         ", 0, NULL },
		{ "", "", 0, NULL },
		{ "line\nend-of-it", NULL, 0, "One line without tabs, please." },
		{ times("p", 201), NULL, 0, "At most 200 characters, please; this has 201." },
	};

	(void)state;
	TRY(F(.kind = FIELD_SECRET, .min = 8), cases);
}

static void
mail(void **state)
{
#define NO "That does not look like an email address."
#define PLAIN "Plain letters only, please: a name such as m\xc3\xbcller.de is " \
	      "written xn--mller-kva.de."
	const struct kind_case cases[] = {
		{ "client@example.org", "client@example.org", 0, NULL },
		{ " Client+Tag@EXAMPLE.Org ", "Client+Tag@example.org", 0, NULL },
		{ "o'hara@a-b.example.co.uk", "o'hara@a-b.example.co.uk", 0, NULL },
		{ "a@xn--mller-kva.de", "a@xn--mller-kva.de", 0, NULL },
		{ "a@1and1.com", "a@1and1.com", 0, NULL },
		{ "", "", 0, NULL },
		{ "client", NULL, 0, NO },
		{ "@example.org", NULL, 0, NO },
		{ "a@", NULL, 0, NO },
		{ "a@b", NULL, 0, NO },
		{ "a@@b.org", NULL, 0, NO },
		{ "a@b@c.org", NULL, 0, NO },
		{ ".a@b.org", NULL, 0, NO },
		{ "a.@b.org", NULL, 0, NO },
		{ "a..b@c.org", NULL, 0, NO },
		{ "a@b..org", NULL, 0, NO },
		{ "a@.b.org", NULL, 0, NO },
		{ "a@b.org.", NULL, 0, NO },
		{ "a@-b.org", NULL, 0, NO },
		{ "a@b-.org", NULL, 0, NO },
		{ "a@127.0.0.1", NULL, 0, NO },
		{ "a@[127.0.0.1]", NULL, 0, NO },
		{ "a b@c.org", NULL, 0, NO },
		{ "a@b c.org", NULL, 0, NO },
		{ "Clara <a@b.org>", NULL, 0, NO },
		{ "a@b.org,c@d.org", NULL, 0, NO },
		{ "\"a\"@b.org", NULL, 0, NO },
		{ "a@b.org\r\nBcc: c@d.org", NULL, 0, NO },
		{ "a\n@b.org", NULL, 0, NO },
		{ "a@b_c.org", NULL, 0, NO },
		{ "a@m\xc3\xbcller.de", NULL, 0, PLAIN },
		{ "\xc3\xa9@example.org", NULL, 0, PLAIN },
		{ arena_fmt(cx.mem, "%s@b.org", times("l", 64)),
		    arena_fmt(cx.mem, "%s@b.org", times("l", 64)), 0, NULL },
		{ arena_fmt(cx.mem, "%s@b.org", times("l", 65)), NULL, 0, NO },
		{ arena_fmt(cx.mem, "a@%s.org", times("d", 63)),
		    arena_fmt(cx.mem, "a@%s.org", times("d", 63)), 0, NULL },
		{ arena_fmt(cx.mem, "a@%s.org", times("d", 64)), NULL, 0, NO },
		{ arena_fmt(cx.mem, "ab@%sorg", times("1234567.", 31)),
		    arena_fmt(cx.mem, "ab@%sorg", times("1234567.", 31)), 0, NULL },
		{ arena_fmt(cx.mem, "abc@%sorg", times("1234567.", 31)), NULL, 0,
		    "At most 254 characters, please; this has 255." },
	};

	(void)state;
	TRY(F(.kind = FIELD_MAIL), cases);
}

static void
whole(void **state)
{
	static const char not[] = "Please enter a whole number.";
	const struct kind_case cases[] = {
		{ "0", "0", 0, NULL },
		{ " 42 ", "42", 42, NULL },
		{ "007", "007", 7, NULL },
		{ "9223372036854775807", "9223372036854775807", INT64_MAX, NULL },
		{ "9223372036854775808", NULL, 0, not },
		{ "-1", NULL, 0, "Please enter a number of at least 0." },
		{ "", "", 0, NULL },
		{ "1.5", NULL, 0, not },
		{ "1e3", NULL, 0, not },
		{ "0x10", NULL, 0, not },
		{ "+5", NULL, 0, not },
		{ "5 5", NULL, 0, not },
		{ "-", NULL, 0, not },
		{ "--1", NULL, 0, not },
		{ "\xd9\xa1", NULL, 0, not },
	};
	const struct kind_case bounds[] = {
		{ "-3", NULL, 0, "Please enter a number from -2 to 10." },
		{ "-2", "-2", -2, NULL },
		{ "10", "10", 10, NULL },
		{ "11", NULL, 0, "Please enter a number from -2 to 10." },
	};
	const struct kind_case least[] = {
		{ "0", NULL, 0, "Please enter a number of at least 1." },
		{ "1", "1", 1, NULL },
		{ "1000000000000", "1000000000000", 1000000000000, NULL },
	};
	const struct kind_case ids[] = {
		{ "1", "1", 1, NULL },
		{ "9223372036854775807", "9223372036854775807", INT64_MAX, NULL },
		{ "0", NULL, 0, "Choose one of the options." },
		{ "01", NULL, 0, "Choose one of the options." },
		{ "-1", NULL, 0, "Choose one of the options." },
		{ "9223372036854775808", NULL, 0, "Choose one of the options." },
		{ "1 or 1=1", NULL, 0, "Choose one of the options." },
	};

	(void)state;
	TRY(F(.kind = FIELD_INT), cases);
	TRY(F(.kind = FIELD_INT, .min = -2, .max = 10), bounds);
	TRY(F(.kind = FIELD_INT, .min = 1), least);
	TRY(F(.kind = FIELD_ID), ids);
}

static void
amount(void **state)
{
	static const char not[] = "Please enter an amount such as 80 or 80.50.";
	static const char range[] = "Please enter an amount from €5.00 to €100.00.";
	const struct kind_case cases[] = {
		{ "80", "80", 8000, NULL },
		{ " 80.50 ", "80.50", 8050, NULL },
		{ "80,5", "80,5", 8050, NULL },
		{ "80.505", NULL, 0, not },
		{ "EUR 80", NULL, 0, not },
		{ "eighty", NULL, 0, not },
		{ "99999999999999999999", NULL, 0, not },
		{ "", "", 0, NULL },
	};
	const struct kind_case bounds[] = {
		{ "4.99", NULL, 0, range },
		{ "5", "5", 500, NULL },
		{ "100", "100", 10000, NULL },
		{ "100.01", NULL, 0, range },
	};

	(void)state;
	TRY(F(.kind = FIELD_MONEY), cases);
	TRY(F(.kind = FIELD_MONEY, .min = 500, .max = 10000), bounds);
}

static void
calendar(void **state)
{
	static const char not_date[] = "Please enter a date such as 2026-10-15.";
	static const char not_month[] = "Please enter a month such as 2026-10.";
	const struct kind_case dates[] = {
		{ "2026-10-15", "2026-10-15", civil_days(2026, 10, 15), NULL },
		{ "2024-02-29", "2024-02-29", civil_days(2024, 2, 29), NULL },
		{ "1961-04-12", "1961-04-12", civil_days(1961, 4, 12), NULL },
		{ "2026-02-29", NULL, 0, not_date },
		{ "2026-2-9", NULL, 0, not_date },
		{ "15.10.2026", NULL, 0, not_date },
		{ "2026-10-15T10:00", NULL, 0, not_date },
		{ "0001-01-01", NULL, 0, not_date },
		{ "3000-01-01", NULL, 0, not_date },
		{ "", "", 0, NULL },
	};
	const struct kind_case early[] = {
		{ "2026-01-01", NULL, 0, "Please choose another date; this one is out of range." },
		{ "2026-01-02", "2026-01-02", civil_days(2026, 1, 2), NULL },
	};
	const struct kind_case months[] = {
		{ "2026-10", "2026-10", civil_days(2026, 10, 1), NULL },
		{ "2026-13", NULL, 0, not_month },
		{ "2026-1", NULL, 0, not_month },
		{ "2026-10-01", NULL, 0, not_month },
		{ "10/2026", NULL, 0, not_month },
	};
	const struct kind_case instants[] = {
		{ "1790000000", "1790000000", 1790000000, NULL },
		{ "-1", NULL, 0, "Please choose a time." },
		{ "10:00", NULL, 0, "Please choose a time." },
		{ "253402300800", NULL, 0, "Please choose a time." },
	};

	(void)state;
	TRY(F(.kind = FIELD_DATE), dates);
	TRY(F(.kind = FIELD_DATE, .min = civil_days(2026, 1, 2)), early);
	TRY(F(.kind = FIELD_MONTH), months);
	TRY(F(.kind = FIELD_TIME), instants);
}

static void
words(void **state)
{
	static const char *const choices[] = { "weekly", "monthly", NULL };
	static const char not_slug[] =
	    "Small letters, digits and hyphens only, please, and no hyphen first.";
	static const char not_token[] = "That is not complete. Please copy all of it.";
	static const char not_no[] = "That does not look like one of our numbers.";
	const struct kind_case zones[] = {
		{ "Europe/Berlin", "Europe/Berlin", 0, NULL },
		{ "Mars/Base", NULL, 0, "Please choose a time zone from the list." },
		{ "../../etc/passwd", NULL, 0, "Please choose a time zone from the list." },
	};
	const struct kind_case picks[] = {
		{ "weekly", "weekly", 0, NULL },
		{ "Weekly", NULL, 0, "Choose one of the options." },
		{ "weekl", NULL, 0, "Choose one of the options." },
		{ "", "", 0, NULL },
	};
	const struct kind_case slugs[] = {
		{ "clara-2", "clara-2", 0, NULL },
		{ "2", "2", 0, NULL },
		{ "-a", NULL, 0, not_slug },
		{ "A", NULL, 0, not_slug },
		{ "a_b", NULL, 0, not_slug },
		{ times("s", 80), times("s", 80), 0, NULL },
		{ times("s", 81), NULL, 0, "At most 80 characters, please; this has 81." },
	};
	const struct kind_case tokens[] = {
		{ "abcDEF0123456_-z", "abcDEF0123456_-z", 0, NULL },
		{ "abcDEF0123456_-", NULL, 0, not_token },
		{ "abcDEF0123456_-.", NULL, 0, not_token },
		{ times("t", 128), times("t", 128), 0, NULL },
		{ times("t", 129), NULL, 0, not_token },
	};
	const struct kind_case numbers[] = {
		{ "b-7f3k", "B-7F3K", 0, NULL },
		{ times("9", 20), times("9", 20), 0, NULL },
		{ times("9", 21), NULL, 0, not_no },
		{ "B.7", NULL, 0, not_no },
		{ "\xc4\xb1", NULL, 0, not_no },
	};

	(void)state;
	TRY(F(.kind = FIELD_ZONE), zones);
	TRY(F(.kind = FIELD_CHOICE, .choices = choices), picks);
	TRY(F(.kind = FIELD_SLUG), slugs);
	TRY(F(.kind = FIELD_TOKEN), tokens);
	TRY(F(.kind = FIELD_NO), numbers);
}

static void
missing(void **state)
{
	static const struct {
		enum field_kind	 kind;
		const char	*label, *body, *sentence;
	} cases[] = {
		{ FIELD_TEXT, "your name", "", "Please enter your name." },
		{ FIELD_TEXT, NULL, "f=", "Please enter f." },
		{ FIELD_TEXT, "your name", "f=+%09", "Please enter your name." },
		{ FIELD_MAIL, "your email address", "f=", "Please enter your email address." },
		{ FIELD_SECRET, "your password", "f=", "Please enter your password." },
		{ FIELD_CHOICE, "a day", "f=", "Please choose a day." },
		{ FIELD_ID, "a service", "", "Please choose a service." },
		{ FIELD_ZONE, "a zone", "", "Please choose a zone." },
		{ FIELD_FILE, "a picture", "f=x.png", "Please choose a picture." },
		{ FIELD_FLAG, "the terms", "", "Please tick the box." },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct field fields[] = { { .name = "f", .kind = cases[i].kind, .required = true,
			.label = cases[i].label }, { .name = NULL } };
		struct input *in = post(fields, cases[i].body);

		assert_false(input_ok(in));
		assert_string_equal(input_fault_of(in, 0), cases[i].sentence);
	}
}

static void
flag(void **state)
{
	static const struct field fields[] = { { .name = "f", .kind = FIELD_FLAG },
		{ .name = NULL } };

	(void)state;
	assert_true(input_flag(post(fields, "f=on"), 0));
	assert_true(input_flag(post(fields, "f="), 0));
	assert_true(input_flag(post(fields, "f"), 0));
	assert_false(input_flag(post(fields, "g=on"), 0));
	assert_false(input_flag(post(fields, ""), 0));
}

static int
setup(void **state)
{
	(void)state;
	cx.mem = arena_new();
	cx.site.currency = "EUR";
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(cx.mem);
	return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text), TEST(lines), TEST(secret), TEST(mail), TEST(whole), TEST(amount),
		TEST(calendar), TEST(words), TEST(missing), TEST(flag),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
