/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From the raw request to fields: sources, doubles, limits, paths, cookies. */

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/form.h"
#include "lib/input.h"
#include "lib/str.h"

static const char URLENCODED[] = "application/x-www-form-urlencoded";

static struct ctx cx;

static enum outcome
read_as(const struct field *fields, struct raw raw, struct input **in)
{
	if (raw.body != NULL && raw.len == 0)
		raw.len = strlen(raw.body);
	return input_read(&cx, fields, &raw, in);
}
#define READ(fields, in, ...) read_as(fields, (struct raw){ __VA_ARGS__ }, in)
#define POST(fields, in, b) READ(fields, in, .method = "POST", .type = URLENCODED, .body = (b))
#define GET(fields, in, q) READ(fields, in, .method = "GET", .query = (q))

static const struct field one[] = { { .name = "f", .kind = FIELD_LINES }, { .name = NULL } };

/* What urlencoded text means: the value of f, or NULL when the whole request is refused. */
static const struct {
	const char *sent, *value;
} decoded[] = {
	{ "f=a", "a" },
	{ "f=a+b", "a b" },
	{ "f=a%20b", "a b" },
	{ "f=a%2Bb", "a+b" },
	{ "f=%26%3D%25", "&=%" },
	{ "f=a=b", "a=b" },
	{ "f", "" },
	{ "f=", "" },
	{ "", "" },
	{ "&&f=x&&", "x" },
	{ "%66=x", "x" },
	{ "F=x", "" },
	{ "f;g=x", "" },
	{ "=x&f=y", "y" },
	{ "f=%C3%A9", "\xc3\xa9" },
	{ "f=\xc3\xa9", "\xc3\xa9" },
	{ "f=%0D%0A%09", "" },
	{ "f=a%0D%0Ab", "a\nb" },
	{ "f=%", NULL },
	{ "f=%4", NULL },
	{ "f=%4g", NULL },
	{ "f=%-1", NULL },
	{ "f=% 1", NULL },
	{ "f=%u0041", NULL },
	{ "f=%00", NULL },
	{ "f=%1B", NULL },
	{ "f=%7F", NULL },
	{ "f=\x01", NULL },
	{ "f=%C3", NULL },
	{ "f=%C0%AF", NULL },
	{ "f=%ED%A0%80", NULL },
	{ "f=%F4%90%80%80", NULL },
	{ "f=%C2%85", NULL },
	{ "f=%FF", NULL },
	{ "f=x&g=%", NULL },
	{ "f=x&%FF=1", NULL },
	{ "f=1&f=2", NULL },
	{ "f=1&%66=2", NULL },
	{ "f&f", NULL },
	{ "g=1&g=2&f=x", "x" },
	{ "do=a&do=b", NULL },
	{ "token=a&token=b", NULL },
	{ "back=a&back=b", NULL },
};

static void
decoding(void **state)
{
	struct input *in;
	enum outcome body, query;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(decoded) / sizeof(decoded[0]); i++) {
		body = POST(one, &in, decoded[i].sent);
		if (body == OK && decoded[i].value != NULL)
			assert_string_equal(input_text(in, 0), decoded[i].value);
		query = GET(one, &in, decoded[i].sent);
		if (query == OK && decoded[i].value != NULL)
			assert_string_equal(input_text(in, 0), decoded[i].value);
		if (body != query || body != (decoded[i].value != NULL ? OK : INVALID))
			fail_msg("'%s' gave %d and %d", decoded[i].sent, body, query);
	}
}

static void
refused_whole(void **state)
{
	struct input *in;

	(void)state;
	assert_int_equal(POST(one, &in, "do=save&token=t&f=x&g=%"), INVALID);
	assert_false(input_ok(in));
	assert_string_equal(input_fault_of(in, -1),
	    "This did not arrive in one piece. Please try again.");
	assert_string_equal(input_act(in), "");
	assert_string_equal(input_hidden(in, "token"), "");
	assert_false(input_has(in, 0));
	assert_null(input_typed(in, 0));
	assert_string_equal(input_text(in, 0), "");
	/* A NUL byte in the body itself. */
	assert_int_equal(READ(one, &in, .method = "POST", .type = URLENCODED, .body = "f=a\0b",
	    .len = 5), INVALID);
}

static void
limits(void **state)
{
	char name[FORM_NAME + 2];
	struct input *in;
	struct buf b;
	int i;

	(void)state;
	buf_init(&b, cx.mem);
	for (i = 0; i < FORM_PAIRS; i++)
		buf_str(&b, "x=1&");
	assert_int_equal(POST(one, &in, b.p), OK);
	buf_str(&b, "x=1");
	assert_int_equal(POST(one, &in, b.p), INVALID);

	memset(name, 'n', sizeof(name) - 1);
	name[FORM_NAME + 1] = '\0';
	assert_int_equal(GET(one, &in, name), INVALID);
	assert_int_equal(GET(one, &in, name + 1), OK);
}

/* Which source a field has, and when it is asked for. */
static void
sources(void **state)
{
	static const struct field fields[] = {
		{ .name = "a", .kind = FIELD_TEXT, .required = true, .label = "a" },
		{ .name = "q", .kind = FIELD_INT, .query = true },
		{ .name = NULL },
	};
	struct input *in;

	(void)state;
	assert_int_equal(READ(fields, &in, .method = "POST", .type = URLENCODED, .query = "a=1&q=2",
	    .body = "a=3&q=4"), OK);
	assert_string_equal(input_text(in, 0), "3");
	assert_int_equal(input_int(in, 1), 2);

	assert_int_equal(GET(fields, &in, "a=1&q=2"), OK);
	assert_string_equal(input_text(in, 0), "1");
	assert_int_equal(input_int(in, 1), 2);

	assert_int_equal(READ(fields, &in, .method = "GET", .query = "q=2", .type = URLENCODED,
	    .body = "a=3"), OK);
	assert_true(input_ok(in));
	assert_false(input_has(in, 0));
	assert_null(input_typed(in, 0));

	assert_int_equal(POST(fields, &in, "q=4"), OK);
	assert_false(input_ok(in));
	assert_string_equal(input_fault_of(in, 0), "Please enter a.");
	assert_false(input_has(in, 1));

	/* Another type has no fields; a query is checked on a POST too. */
	assert_int_equal(READ(one, &in, .method = "POST", .type = "application/json",
	    .body = "f=%"), OK);
	assert_false(input_has(in, 0));
	assert_int_equal(READ(one, &in, .method = "POST", .type = "text/plain", .body = "f=x"), OK);
	assert_false(input_has(in, 0));
	assert_int_equal(READ(one, &in, .method = "POST", .query = "x=%", .type = URLENCODED,
	    .body = "f=x"), INVALID);
	assert_int_equal(READ(one, &in, .method = "POST", .body = "f=y",
	    .type = "Application/X-WWW-Form-Urlencoded; charset=UTF-8"), OK);
	assert_string_equal(input_text(in, 0), "y");
	assert_int_equal(READ(one, &in, .method = "POST", .body = "f=y",
	    .type = "application/x-www-form-urlencodedx"), OK);
	assert_false(input_has(in, 0));
	assert_int_equal(READ(NULL, &in, .method = NULL), OK);
	assert_true(input_ok(in));
}

static void
acts(void **state)
{
	enum { NAME, MAIL, NOTE };
	static const struct field fields[] = {
		[NAME] = { .name = "name", .kind = FIELD_TEXT, .required = true, .act = "rename" },
		[MAIL] = { .name = "mail", .kind = FIELD_MAIL, .required = true, .act = "invite" },
		[NOTE] = { .name = "note", .kind = FIELD_TEXT, .max = 3 },
		{ .name = NULL },
	};
	struct input *in;

	(void)state;
	assert_int_equal(POST(fields, &in, "do=rename&token=T&name=N&mail=bad&back=%2Fx"), OK);
	assert_true(input_ok(in));
	assert_string_equal(input_act(in), "rename");
	assert_string_equal(input_hidden(in, "do"), "rename");
	assert_string_equal(input_hidden(in, "token"), "T");
	assert_string_equal(input_hidden(in, "back"), "/x");
	assert_string_equal(input_hidden(in, "name"), "");
	assert_string_equal(input_text(in, NAME), "N");
	assert_string_equal(input_text(in, MAIL), "");
	assert_string_equal(input_typed(in, MAIL), "bad");
	assert_false(input_has(in, MAIL));

	assert_int_equal(POST(fields, &in, "do=invite&mail=bad&note=long"), OK);
	assert_null(input_fault_of(in, NAME));
	assert_non_null(input_fault_of(in, MAIL));
	assert_non_null(input_fault_of(in, NOTE));
	assert_null(input_fault_of(in, -1));

	/* "do" in an address starts nothing. */
	assert_int_equal(GET(fields, &in, "do=invite&mail=bad&back=%2Fy"), OK);
	assert_true(input_ok(in));
	assert_string_equal(input_act(in), "");
	assert_string_equal(input_hidden(in, "back"), "/y");
	assert_int_equal(READ(fields, &in, .method = "POST", .query = "do=invite&token=T",
	    .type = URLENCODED, .body = ""), OK);
	assert_string_equal(input_act(in), "");
	assert_string_equal(input_hidden(in, "token"), "");
}

static void
many(void **state)
{
	static const struct field fields[] = {
		{ .name = "t", .kind = FIELD_TEXT, .many = true, .max = 3 },
		{ .name = "n", .kind = FIELD_INT, .many = true, .required = true },
		{ .name = NULL },
	};
	struct input *in;

	(void)state;
	assert_int_equal(POST(fields, &in, "t=a&n=&t=&n=7&t=c"), OK);
	assert_true(input_ok(in));
	assert_int_equal(input_count(in, 0), 3);
	assert_string_equal(input_nth(in, 0, 0), "a");
	assert_string_equal(input_nth(in, 0, 1), "");
	assert_string_equal(input_nth(in, 0, 2), "c");
	assert_string_equal(input_nth(in, 0, 3), "");
	assert_string_equal(input_nth(in, 0, -1), "");
	assert_int_equal(input_count(in, 1), 2);
	assert_int_equal(input_int(in, 1), 7);

	/* One bad among good ones: none counts, in whatever order they come. */
	assert_int_equal(POST(fields, &in, "t=long&t=a&n=1"), OK);
	assert_false(input_ok(in));
	assert_int_equal(input_count(in, 0), 0);
	assert_false(input_has(in, 0));
	assert_string_equal(input_text(in, 0), "");
	assert_string_equal(input_typed(in, 0), "long");
	assert_int_equal(POST(fields, &in, "n=1&n=x"), OK);
	assert_int_equal(input_int(in, 1), 0);

	assert_int_equal(POST(fields, &in, "n=&n="), OK);
	assert_string_equal(input_fault_of(in, 1), "Please enter n.");
}

static const struct field path[] = {
	{ .name = "coach", .kind = FIELD_SLUG, .path = true, .required = true },
	{ .name = "no", .kind = FIELD_NO, .path = true, .until = ".ics" },
	{ .name = NULL },
};

static const struct {
	const char *path, *coach, *no;		/* NULL: not found */
} paths[] = {
	{ "/clara", "clara", "" },
	{ "/clara/b-1", "clara", "B-1" },
	{ "/clara/b-1.ics", "clara", "B-1" },
	{ "", NULL, NULL },
	{ "/", NULL, NULL },
	{ "//", NULL, NULL },
	{ "/clara/", NULL, NULL },
	{ "//clara", NULL, NULL },
	{ "/clara//b-1", NULL, NULL },
	{ "/clara/b-1/", NULL, NULL },
	{ "/clara/b-1/x", NULL, NULL },
	{ "/clara/.ics", NULL, NULL },
	{ "clara", NULL, NULL },
	{ "/..", NULL, NULL },
	{ "/.", NULL, NULL },
	{ "/clara/../b-1", NULL, NULL },
	{ "/clara\\b-1", NULL, NULL },
	{ "/clara\n", NULL, NULL },
	{ "/cl\xffra", NULL, NULL },
	{ "/Clara", NULL, NULL },
	{ "/ ", NULL, NULL },
	{ "/cla+ra", NULL, NULL },
	/* The server has decoded it: what looks like an escape now is none. */
	{ "/%63lara", NULL, NULL },
	{ "/clara%2Fb-1", NULL, NULL },
};

static const struct field loose[] = {
	{ .name = "word", .kind = FIELD_TEXT, .path = true, .until = ".ics" },
	{ .name = NULL },
};

static const struct {
	const char *path, *text;	/* NULL: not found */
} loose_paths[] = {
	{ "/a+b", "a+b" },
	{ "/a b", "a b" },
	{ "/100%", "100%" },
	{ "/%2e%2e", "%2e%2e" },
	{ "/a%2Fb", "a%2Fb" },
	{ "/a.ics", "a" },
	{ "/.ics", ".ics" },
	{ "/a.icsx", "a.icsx" },
	{ "/...", "..." },
	{ "/..", NULL },
	{ "/.", NULL },
	{ "/a/b", NULL },
	{ "/a\\b", NULL },
	{ "/a\tb", NULL },
	{ "/a\x01" "b", NULL },
	{ "/\xc3", NULL },
	{ "", "" },
	{ "/", "" },
};

static void
path_fields(void **state)
{
	static const struct field none[] = { { .name = NULL } };
	struct input *in;
	enum outcome res;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		res = READ(path, &in, .method = "GET", .path = paths[i].path);
		if (res != (paths[i].coach != NULL ? OK : NOT_FOUND))
			fail_msg("'%s' gave %d", paths[i].path, res);
		if (res != OK)
			continue;
		assert_string_equal(input_text(in, 0), paths[i].coach);
		assert_string_equal(input_text(in, 1), paths[i].no);
	}
	/* What a kind does not refuse by itself. */
	for (i = 0; i < sizeof(loose_paths) / sizeof(loose_paths[0]); i++) {
		res = READ(loose, &in, .method = "GET", .path = loose_paths[i].path);
		if (res != (loose_paths[i].text != NULL ? OK : NOT_FOUND))
			fail_msg("'%s' gave %d", loose_paths[i].path, res);
		if (res == OK)
			assert_string_equal(input_text(in, 0), loose_paths[i].text);
	}
	/* A path's field cannot be set from elsewhere. */
	assert_int_equal(READ(path, &in, .method = "GET", .path = "/clara", .query = "no=X"), OK);
	assert_string_equal(input_text(in, 0), "clara");
	assert_false(input_has(in, 1));
	assert_int_equal(READ(none, &in, .method = "GET", .path = "/"), OK);
	assert_int_equal(READ(none, &in, .method = "GET", .path = "/x"), NOT_FOUND);
	assert_int_equal(READ(path, &in, .method = "GET"), NOT_FOUND);
}

static void
faults(void **state)
{
	struct input *in;

	(void)state;
	assert_int_equal(POST(one, &in, "f=x"), OK);
	assert_true(input_ok(in));
	input_fault(in, 0, "Somebody has this name already.");
	input_fault(in, 0, "Another thing.");
	assert_false(input_ok(in));
	assert_string_equal(input_fault_of(in, 0), "Somebody has this name already.");
	assert_null(input_fault_of(in, -1));
	assert_string_equal(input_typed(in, 0), "x");
	input_fault(in, -1, "Please look again.");
	assert_string_equal(input_fault_of(in, -1), "Please look again.");
	/* What does not exist has no value and no fault. */
	assert_null(input_fault_of(in, 7));
	assert_string_equal(input_text(in, 7), "");
	assert_null(input_typed(in, 7));
}

static const struct {
	const char *header, *value;
} cookies[] = {
	{ "s=abc", "abc" },
	{ "a=1; s=abc; b=2", "abc" },
	{ "a=1;s=abc", "abc" },
	{ "s=first; s=second", "first" },
	{ "s=", "" },
	{ "s=a=b", "a=b" },
	{ "s=Europe/Berlin", "Europe/Berlin" },
	{ " \ts=abc \t; b=1", "abc" },
	{ "s=bad value; s=good", "good" },
	{ "s=\"abc\"", NULL },
	{ "s=a,b", NULL },
	{ "s=a\\b", NULL },
	{ "s=\xc3\xa9", NULL },
	{ "s=a\x01", NULL },
	{ "S=abc", NULL },
	{ "ss=abc", NULL },
	{ "xs=abc", NULL },
	{ "s", NULL },
	{ "s =abc", NULL },
	{ "a=s=abc", NULL },
	{ "", NULL },
	{ ";;;", NULL },
	{ "; ; s=abc", "abc" },
};

static void
cookie(void **state)
{
	const char *value;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cookies) / sizeof(cookies[0]); i++) {
		value = cookie_get(cx.mem, cookies[i].header, "s");
		if (!str_eq(value, cookies[i].value))
			fail_msg("'%s' gave '%s'", cookies[i].header, value ? value : "nothing");
	}
	assert_null(cookie_get(cx.mem, NULL, "s"));
	assert_null(cookie_get(cx.mem, "=x", ""));
	assert_string_equal(cookie_get(cx.mem, "__Host-s=x", "__Host-s"), "x");
}

static int
setup(void **state)
{
	(void)state;
	cx.mem = arena_new();
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
		TEST(decoding), TEST(refused_whole), TEST(limits), TEST(sources), TEST(acts),
		TEST(many), TEST(path_fields), TEST(faults), TEST(cookie),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
