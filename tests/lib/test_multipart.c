/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* multipart/form-data: what browsers send, what they never send, and the limits. */

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/form.h"
#include "lib/input.h"
#include "lib/multipart.h"
#include "lib/str.h"

#define TYPE "multipart/form-data; boundary=b"
#define HEAD(x) "--b\r\nContent-Disposition: form-data; " x "\r\n"
#define PART(x, body) HEAD(x) "\r\n" body "\r\n"
#define END "--b--\r\n"

static struct arena *mem;
static struct form form;

static enum outcome
parse(const char *type, const char *body, size_t len)
{
	memset(&form, 0, sizeof(form));
	return multipart_read(mem, type, body, len, &form);
}

static const struct {
	const char *body;
	int n;			/* pairs; -1: refused */
	const char *name, *value;	/* of the first */
} texts[] = {
	{ PART("name=\"f\"", "a") END, 1, "f", "a" },
	{ PART("name=\"f\"", "a") "--b--", 1, "f", "a" },
	{ PART("name=f", "a") END, 1, "f", "a" },
	{ PART("name=\"f\"", "") END, 1, "f", "" },
	{ PART("name=\"f\"", "a\r\nb\r\n") END, 1, "f", "a\r\nb\r\n" },
	{ PART("name=\"f\"", "a+b%20") END, 1, "f", "a+b%20" },
	{ PART("name=\"f\"", "--b") END, 1, "f", "--b" },
	{ PART("name=\"f\"", "x--b--\r") END, 1, "f", "x--b--\r" },
	{ PART("name=\"f\"", "a") PART("name=\"g\"", "b") END, 2, "f", "a" },
	{ PART("name=\"a%22b%0D%0a%20%\"", "x") END, 1, "a\"b\r\n%20%", "x" },
	{ PART("name=\"a\\\"b\"", "x") END, 1, "a\"b", "x" },
	{ PART("name=\"a;b=c\"", "x") END, 1, "a;b=c", "x" },
	{ PART("NAME=\"f\"", "x") END, 1, "f", "x" },
	{ "--b\r\ncontent-DISPOSITION:form-data ; name=\"f\"\r\n\r\nx\r\n" END, 1, "f", "x" },
	{ HEAD("name=\"f\"") "Content-Type: text/plain\r\n\r\nx\r\n" END, 1, "f", "x" },
	{ HEAD("name=\"f\"") "X-Other: 1\r\n\r\nx\r\n" END, 1, "f", "x" },
	{ HEAD("name=\"f\"") "Content-Transfer-Encoding: 8BIT\r\n\r\nx\r\n" END, 1, "f", "x" },
	{ "preamble\r\n" PART("name=\"f\"", "a") END "epilogue", 1, "f", "a" },
	{ "--bb\r\n" PART("name=\"f\"", "a") END, -1, NULL, NULL },
	{ "--b \t\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\na\r\n--b-- ", 1, "f", "a" },
	{ END, 0, NULL, NULL },
	{ "--b--", 0, NULL, NULL },

	{ "", -1, NULL, NULL },
	{ "--b", -1, NULL, NULL },
	{ "--b-", -1, NULL, NULL },
	{ "--b\r\n", -1, NULL, NULL },
	{ "--c--\r\n", -1, NULL, NULL },
	{ "--b--x", -1, NULL, NULL },
	{ PART("name=\"f\"", "a"), -1, NULL, NULL },
	{ PART("name=\"f\"", "a") "--b", -1, NULL, NULL },
	{ PART("name=\"f\"", "a") "--c--\r\n", -1, NULL, NULL },
	{ PART("name=\"f\"", "a\r\n--bc") END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") END, -1, NULL, NULL },
	{ "--b\nContent-Disposition: form-data; name=\"f\"\n\na\n--b--\n", -1, NULL, NULL },
	{ "--b\r\n\r\na\r\n" END, -1, NULL, NULL },
	{ "--b\r\nContent-Type: text/plain\r\n\r\na\r\n" END, -1, NULL, NULL },
	{ PART("nome=\"f\"", "a") END, -1, NULL, NULL },
	{ PART("name", "a") END, -1, NULL, NULL },
	{ PART("name=", "a") END, -1, NULL, NULL },
	{ PART("name=\"f", "a") END, -1, NULL, NULL },
	{ PART("name=\"f\"x", "a") END, -1, NULL, NULL },
	{ PART("name=\"f\";", "a") END, -1, NULL, NULL },
	{ PART("name=\"f\" filename=\"x\"", "a") END, -1, NULL, NULL },
	{ PART("name=\"f\"; name=\"g\"", "a") END, -1, NULL, NULL },
	{ PART("name=\"f\"; filename=\"a\"; filename=\"b\"", "a") END, -1, NULL, NULL },
	{ "--b\r\nContent-Disposition: attachment; name=\"f\"\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ "--b\r\nContent-Disposition: form-datax; name=\"f\"\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") HEAD("name=\"g\"") "\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "Content-Disposition: form-data; name=\"g\"\r\n\r\nx\r\n" END, -1,
	    NULL, NULL },
	{ HEAD("name=\"f\"") "Content-Transfer-Encoding: base64\r\n\r\neA==\r\n" END, -1, NULL,
	    NULL },
	{ HEAD("name=\"f\"") " folded: 1\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "no colon\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "Bad Name: 1\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "X: a\rb\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "X: a\nb\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ HEAD("name=\"f\"") "X: \x01\r\n\r\nx\r\n" END, -1, NULL, NULL },
	{ PART("name=\"\xff\"", "a") END, -1, NULL, NULL },
	{ PART("name=\"f\"", "\xff") END, -1, NULL, NULL },
	{ PART("name=\"f\"", "\x01") END, -1, NULL, NULL },
};

static void
text_parts(void **state)
{
	enum outcome res, want;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		res = parse(TYPE, texts[i].body, strlen(texts[i].body));
		want = texts[i].n < 0 ? INVALID : OK;
		if (res != want)
			fail_msg("case %zu gave %d: %s", i, res, texts[i].body);
		if (texts[i].n < 0)
			continue;
		assert_int_equal(form.n, texts[i].n);
		if (form.n == 0)
			continue;
		assert_string_equal(form.pair[0].name, texts[i].name);
		assert_string_equal(form.pair[0].value, texts[i].value);
		assert_null(form.pair[0].file);
	}
	/* A NUL byte in a text, in a header. */
	assert_int_equal(parse(TYPE, PART("name=\"f\"", "a\0b") END,
	    sizeof(PART("name=\"f\"", "a\0b") END) - 1), INVALID);
	assert_int_equal(parse(TYPE, PART("name=\"f\0\"", "a") END,
	    sizeof(PART("name=\"f\0\"", "a") END) - 1), INVALID);
}

static const struct {
	const char *sent, *name;
} names[] = {
	{ "me.png", "me.png" },
	{ "a b.png", "a b.png" },
	{ "C:\\Users\\Clara\\me.png", "me.png" },
	{ "\\\\\\\\server\\\\share\\\\me.png", "me.png" },
	{ "/home/clara/me.png", "me.png" },
	{ "../../etc/passwd", "passwd" },
	{ "..\\..\\boot.ini", "boot.ini" },
	{ "a\\\"b.png", "a\"b.png" },
	{ "a%22b.png", "a\"b.png" },
	{ "a%0D%0AX: 1.png", "a  X: 1.png" },
	{ "100%25.png", "100%25.png" },
	{ "%2e%2e%2fx", "%2e%2e%2fx" },
	{ "b\xc3\xa4r.png", "b\xc3\xa4r.png" },
	{ "dir/", "" },
	{ "..", "" },
	{ ".", "" },
	{ "a\\", "" },
	{ "", "" },
};

static void
file_names(void **state)
{
	const char *body;
	struct buf b;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		body = arena_fmt(mem, PART("name=\"f\"; filename=\"%s\"", "x") END, names[i].sent);
		if (parse(TYPE, body, strlen(body)) != OK)
			fail_msg("refused: %s", names[i].sent);
		assert_int_equal(form.n, 1);
		assert_string_equal(form.pair[0].file->name, names[i].name);
	}
	/* Cut, but not in the middle of a character. */
	buf_init(&b, mem);
	for (i = 0; i < MULTIPART_FILE_NAME; i++)
		buf_str(&b, i == 0 ? "x" : "\xc3\xa4");
	body = arena_fmt(mem, PART("name=\"f\"; filename=\"%s\"", "x") END, b.p);
	assert_int_equal(parse(TYPE, body, strlen(body)), OK);
	assert_int_equal(strlen(form.pair[0].file->name), MULTIPART_FILE_NAME - 1);
	assert_true(str_is_utf8(form.pair[0].file->name, MULTIPART_FILE_NAME - 1));
}

static void
uploads(void **state)
{
	static const char body[] = PART("name=\"t\"", "text") HEAD("name=\"f\"; filename=\"x.bin\"")
	    "Content-Type: image/png; x=y\r\n\r\n\0\xff\r\n--\r\n-b\r\n--a\r\n"
	    HEAD("name=\"g\"; filename=\"\"") "Content-Type: application/octet-stream\r\n\r\n\r\n"
	    PART("name=\"h\"; filename=\"empty.txt\"", "") END;
	const struct upload *up;

	(void)state;
	assert_int_equal(parse(TYPE, body, sizeof(body) - 1), OK);
	assert_int_equal(form.n, 3);
	up = form_nth(&form, "f", true, 0)->file;
	assert_string_equal(up->name, "x.bin");
	assert_string_equal(up->type, "image/png; x=y");
	assert_int_equal(up->len, 15);
	assert_memory_equal(up->bytes, "\0\xff\r\n--\r\n-b\r\n--a", 15);
	assert_null(form_nth(&form, "f", false, 0));
	assert_null(form_nth(&form, "g", true, 0));
	assert_int_equal(form_nth(&form, "h", true, 0)->file->len, 0);
	assert_int_equal(form_count(&form, "t", false), 1);
	assert_int_equal(form_count(&form, "t", true), 0);
}

static const struct {
	const char *type, *line;	/* the boundary's, so that it could be found */
	enum outcome res;
} types[] = {
	{ "multipart/form-data; boundary=b", "--b", OK },
	{ "Multipart/Form-Data;boundary=\"b\"", "--b", OK },
	{ "multipart/form-data; charset=utf-8; Boundary=b", "--b", OK },
	{ "multipart/form-data; boundary=\"a b:c\"", "--a b:c", OK },
	{ "multipart/form-data; boundary=----WebKitFormBoundaryAaB03x",
	    "------WebKitFormBoundaryAaB03x", OK },
	{ "multipart/form-data; boundary="
	  "1234567890123456789012345678901234567890123456789012345678901234567890",
	    "--1234567890123456789012345678901234567890123456789012345678901234567890", OK },
	{ "multipart/form-data; boundary="
	  "12345678901234567890123456789012345678901234567890123456789012345678901",
	    "--12345678901234567890123456789012345678901234567890123456789012345678901",
	    INVALID },
	{ "multipart/form-data", "--b", INVALID },
	{ "multipart/form-data;", "--b", INVALID },
	{ "multipart/form-data; boundary=", "--", INVALID },
	{ "multipart/form-data; boundary=\"\"", "--", INVALID },
	{ "multipart/form-data; boundary=\"a \"", "--a ", INVALID },
	{ "multipart/form-data; boundary=\"a;\"", "--a;", INVALID },
	{ "multipart/form-data; boundary=a;b", "--a", INVALID },
	{ "multipart/form-data; boundary=a b", "--a b", INVALID },
	{ "multipart/form-data; boundary=b; boundary=b", "--b", INVALID },
	{ "multipart/form-data; boundary=\"b", "--b", INVALID },
	{ "multipart/form-data boundary=b", "--b", INVALID },
	{ "multipart/form-datax; boundary=b", "--b", INVALID },
	{ "multipart/mixed; boundary=b", "--b", INVALID },
	{ "", "--b", INVALID },
};

static void
boundaries(void **state)
{
	enum outcome res;
	const char *body;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		body = arena_fmt(mem, "%s--\r\n", types[i].line);
		res = parse(types[i].type, body, strlen(body));
		if (res != types[i].res)
			fail_msg("'%s' gave %d", types[i].type, res);
	}
}

/* A body of n parts whose first has a header of so many bytes. */
static enum outcome
sized(int n, int header)
{
	struct buf b;
	int i;

	buf_init(&b, mem);
	for (i = 0; i < n; i++) {
		buf_str(&b, HEAD("name=\"f\""));
		if (i == 0)
			buf_fmt(&b, "X: %0*d\r\n", header, 0);
		buf_str(&b, "\r\nx\r\n");
	}
	buf_str(&b, END);
	return parse(TYPE, b.p, b.len);
}

static void
limits(void **state)
{
	char name[FORM_NAME + 2];
	const char *body;

	(void)state;
	assert_int_equal(sized(MULTIPART_PARTS, 1), OK);
	assert_int_equal(form.n, MULTIPART_PARTS);
	assert_int_equal(sized(MULTIPART_PARTS + 1, 1), INVALID);
	assert_int_equal(sized(1, MULTIPART_HEADERS - 100), OK);
	assert_int_equal(sized(1, MULTIPART_HEADERS), INVALID);
	memset(name, 'n', sizeof(name) - 1);
	name[FORM_NAME + 1] = '\0';
	body = arena_fmt(mem, PART("name=\"%s\"", "x") END, name);
	assert_int_equal(parse(TYPE, body, strlen(body)), INVALID);
	body = arena_fmt(mem, PART("name=\"%s\"", "x") END, name + 1);
	assert_int_equal(parse(TYPE, body, strlen(body)), OK);
}

/* Through the declared fields: files and texts do not stand in for each other. */
static void
fields(void **state)
{
	enum { TITLE, FILE_, PICTURE };
	static const struct field declared[] = {
		[TITLE] = { .name = "title", .kind = FIELD_TEXT },
		[FILE_] = { .name = "file", .kind = FIELD_FILE, .max = 4, .required = true,
		    .label = "a file" },
		[PICTURE] = { .name = "picture", .kind = FIELD_FILE },
		{ .name = NULL },
	};
	static const char good[] = PART("name=\"do\"", "save") PART("name=\"title\"", "T")
	    PART("name=\"file\"; filename=\"a.txt\"", "1234")
	    PART("name=\"picture\"", "text") END;
	static const char big[] = PART("name=\"title\"; filename=\"t\"", "T")
	    PART("name=\"file\"; filename=\"a.txt\"", "12345") END;
	static const char none[] = PART("name=\"file\"; filename=\"\"", "") END;
	static const char two[] = PART("name=\"file\"; filename=\"a\"", "1")
	    PART("name=\"file\"; filename=\"b\"", "2") END;
	struct ctx cx = { .mem = mem };
	struct raw raw = { .method = "POST", .type = TYPE, .body = good, .len = sizeof(good) - 1 };
	struct input *in;

	(void)state;
	assert_int_equal(input_read(&cx, declared, &raw, &in), OK);
	assert_true(input_ok(in));
	assert_string_equal(input_act(in), "save");
	assert_string_equal(input_text(in, TITLE), "T");
	assert_int_equal(input_file(in, FILE_)->len, 4);
	assert_string_equal(input_file(in, FILE_)->name, "a.txt");
	assert_null(input_typed(in, FILE_));
	assert_null(input_file(in, PICTURE));

	raw.body = big, raw.len = sizeof(big) - 1;
	assert_int_equal(input_read(&cx, declared, &raw, &in), OK);
	assert_string_equal(input_fault_of(in, FILE_),
	    "At most 4 bytes, please; this file has 5 bytes.");
	assert_null(input_file(in, FILE_));
	assert_false(input_has(in, TITLE));

	raw.body = none, raw.len = sizeof(none) - 1;
	assert_int_equal(input_read(&cx, declared, &raw, &in), OK);
	assert_string_equal(input_fault_of(in, FILE_), "Please choose a file.");

	raw.body = two, raw.len = sizeof(two) - 1;
	assert_int_equal(input_read(&cx, declared, &raw, &in), INVALID);
	raw.type = "multipart/form-data";
	assert_int_equal(input_read(&cx, declared, &raw, &in), INVALID);
}

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

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_parts), TEST(file_names), TEST(uploads), TEST(boundaries), TEST(limits),
		TEST(fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
