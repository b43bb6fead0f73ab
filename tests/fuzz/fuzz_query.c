/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Path, query and urlencoded body, one per line, into a field of every kind. */

#include <string.h>

#include "fuzz.h"
#include "lib/input.h"
#include "lib/str.h"

static const char *const choices[] = { "one", "two", NULL };

static const struct field fields[] = {
	{ .name = "p", .kind = FIELD_SLUG, .path = true },
	{ .name = "n", .kind = FIELD_NO, .path = true, .until = ".ics" },
	{ .name = "x", .kind = FIELD_TEXT, .path = true },
	{ .name = "t", .kind = FIELD_TEXT, .many = true },
	{ .name = "l", .kind = FIELD_LINES },
	{ .name = "s", .kind = FIELD_SECRET, .min = 2 },
	{ .name = "m", .kind = FIELD_MAIL },
	{ .name = "i", .kind = FIELD_INT, .min = -5, .max = 500 },
	{ .name = "d", .kind = FIELD_ID },
	{ .name = "y", .kind = FIELD_MONEY },
	{ .name = "a", .kind = FIELD_DATE, .query = true },
	{ .name = "o", .kind = FIELD_MONTH, .query = true },
	{ .name = "h", .kind = FIELD_TIME },
	{ .name = "z", .kind = FIELD_ZONE },
	{ .name = "c", .kind = FIELD_CHOICE, .choices = choices, .required = true },
	{ .name = "f", .kind = FIELD_FLAG, .act = "g" },
	{ .name = "u", .kind = FIELD_SLUG },
	{ .name = "k", .kind = FIELD_TOKEN },
	{ .name = "r", .kind = FIELD_NO },
	{ .name = "e", .kind = FIELD_FILE },
	{ .name = NULL },
};

static void
judge_text(const struct field *f, const char *s)
{
	MUST(str_is_utf8(s, strlen(s)));
	if (f->kind != FIELD_LINES)
		MUST(strpbrk(s, "\t\r\n") == NULL);
	MUST(strchr(s, '\r') == NULL);
	if (f->path)
		MUST(strpbrk(s, "/\\") == NULL && strcmp(s, "..") != 0 && *s != '\0');
	if (f->kind == FIELD_MAIL && *s != '\0')
		MUST(strlen(s) <= 254 && strchr(s, '@') == strrchr(s, '@') && *s != '@');
}

static void
judge(const struct input *in)
{
	int i, n;

	for (i = 0; fields[i].name != NULL; i++) {
		if (input_fault_of(in, i) != NULL)
			MUST(!input_ok(in) && !input_has(in, i) && input_count(in, i) == 0);
		for (n = 0; n < input_count(in, i); n++)
			judge_text(&fields[i], input_nth(in, i, n));
		if (fields[i].kind == FIELD_INT)
			MUST(input_int(in, i) >= -5 && input_int(in, i) <= 500);
		else if (input_has(in, i) && fields[i].kind == FIELD_ID)
			MUST(input_int(in, i) > 0);
		MUST(input_file(in, i) == NULL);
		MUST(fields[i].many || input_count(in, i) <= 1);
	}
}

/* The bytes up to the next line end, as text: what a header or variable can hold. */
static char *
line(struct arena *mem, const char **at, const char *end)
{
	const char *nl = *at < end ? memchr(*at, '\n', (size_t)(end - *at)) : NULL;
	char *s = arena_strn(mem, *at, (size_t)((nl != NULL ? nl : end) - *at));

	*at = nl != NULL ? nl + 1 : end;
	return s;
}

static void
read_as(struct ctx *cx, const char *method, struct raw raw)
{
	struct input *in;
	enum outcome res;

	raw.method = method;
	res = input_read(cx, fields, &raw, &in);
	MUST(res == OK || res == INVALID || res == NOT_FOUND);
	MUST(res == OK || !input_ok(in));
	MUST(str_is_utf8(input_act(in), strlen(input_act(in))));
	judge(in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct ctx cx = { .mem = arena_new(), .site.currency = "EUR" };
	char *copy = arena_strn(cx.mem, (const char *)p, n);
	const char *at = copy, *end = copy + n;
	struct raw raw = { .type = "application/x-www-form-urlencoded" };

	raw.path = line(cx.mem, &at, end);
	raw.query = line(cx.mem, &at, end);
	/* Without a zero byte, so that the sanitizers see a step too far. */
	raw.len = (size_t)(end - at);
	raw.body = raw.len == 0 ? NULL : memcpy(arena_get(cx.mem, raw.len), at, raw.len);
	read_as(&cx, "GET", raw);
	read_as(&cx, "POST", raw);
	/* Without the path, so that its many refusals do not hide the rest. */
	raw.path = "";
	read_as(&cx, "POST", raw);
	arena_free(cx.mem);
	return 0;
}
