/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From the raw request to the declared fields: where each comes from, and what came. */

#include "lib/input.h"

#include <string.h>
#include <strings.h>

#include "lib/field.h"
#include "lib/form.h"
#include "lib/multipart.h"
#include "lib/str.h"

struct value {
	bool			 has;		/* sent, not empty and sound */
	const char		*typed;		/* NULL when not sent */
	const char		*fault;		/* NULL when sound */
	int64_t			 i;
	const char		**text;		/* n of them when sound */
	int			 n;
	const struct upload	*file;
};

struct input {
	struct ctx		*cx;
	const struct field	*fields;
	int			 n;		/* fields */
	struct value		*value;
	struct form		 query, body;
	const struct form	*main;		/* what has neither .path nor .query is here */
	bool			 is_post;
	const char		*act;
	const char		*fault;		/* of the whole form */
	bool			 is_faulty;
};

static const char URLENCODED[] = "application/x-www-form-urlencoded";

/* What every form may carry undeclared. */
static const char *const HIDDEN[] = { "do", "token", "back", NULL };

static const char *
text_or(const char *s, const char *otherwise)
{
	return s != NULL ? s : otherwise;
}

static bool
is_urlencoded(const char *type)
{
	size_t n = sizeof(URLENCODED) - 1;

	return strncasecmp(type, URLENCODED, n) == 0 &&
	    (type[n] == '\0' || strchr("; \t", type[n]) != NULL);
}

/* A body of another type (a partner's JSON) has no fields; its program reads it itself. */
static enum outcome
read_body(struct input *in, const struct raw *raw)
{
	const char *type = text_or(raw->type, ""), *body = text_or(raw->body, "");

	if (multipart_is(type))
		return multipart_read(in->cx->mem, type, body, raw->len, &in->body);
	if (is_urlencoded(type))
		return form_read(in->cx->mem, body, raw->len, &in->body);
	return OK;
}

static const struct form *
form_of(const struct input *in, const struct field *f)
{
	return f->query ? &in->query : in->main;
}

/* What may come once must not come twice: nobody can tell which of the two was meant. */
static enum outcome
refuse_doubles(const struct input *in)
{
	const struct field *f;
	int i;

	for (i = 0; HIDDEN[i] != NULL; i++)
		if (form_count(in->main, HIDDEN[i], false) > 1)
			return INVALID;
	for (f = in->fields; f->name != NULL; f++)
		if (!f->path && !f->many &&
		    form_count(form_of(in, f), f->name, f->kind == FIELD_FILE) > 1)
			return INVALID;
	return OK;
}

static void
set_fault(struct input *in, struct value *v, const char *sentence)
{
	if (v->fault == NULL)
		v->fault = sentence;
	v->has = false;
	in->is_faulty = true;
}

/* One text for the field; an empty one keeps its place among many. */
static void
take(struct input *in, const struct field *f, struct value *v, const char *typed)
{
	struct check c = { .cx = in->cx, .f = f, .typed = typed };
	const char *sentence;

	v->text[v->n++] = "";
	if (f->kind != FIELD_FLAG && field_is_empty(f, typed))
		return;
	if ((sentence = field_check(&c)) != NULL) {
		set_fault(in, v, sentence);
		return;
	}
	v->text[v->n - 1] = c.text;
	if (!v->has)
		v->i = c.i;
	v->has = v->fault == NULL;
}

static void
take_file(struct input *in, const struct field *f, struct value *v, const struct pair *p)
{
	const char *sentence;

	if (p == NULL)
		return;
	if ((sentence = field_check_file(in->cx, f, p->file)) != NULL) {
		set_fault(in, v, sentence);
		return;
	}
	v->file = p->file;
	v->has = true;
}

static void
read_field(struct input *in, const struct field *f, struct value *v)
{
	const struct form *form = form_of(in, f);
	const struct pair *p;
	int n = form_count(form, f->name, false), i;

	if (f->kind != FIELD_FILE && n > 0)
		v->typed = form_nth(form, f->name, false, 0)->value;
	if (f->act != NULL && strcmp(f->act, in->act) != 0)
		return;
	if (f->kind == FIELD_FILE) {
		take_file(in, f, v, form_nth(form, f->name, true, 0));
	} else {
		v->text = arena_get(in->cx->mem, (size_t)n * sizeof(*v->text));
		for (i = 0; i < n && (p = form_nth(form, f->name, false, i)) != NULL; i++)
			take(in, f, v, p->value);
	}
	/* A GET opens the form; nothing of its own can be missing yet. */
	if (f->required && !v->has && (in->is_post || f->query))
		set_fault(in, v, field_missing(in->cx, f));
}

static char *
cut(struct arena *mem, const char *s, const char *end)
{
	size_t n = strlen(s), m = end != NULL ? strlen(end) : 0;

	if (m > 0 && n > m && strcmp(s + n - m, end) == 0)
		n -= m;
	return arena_strn(mem, s, n);
}

/* The address either fits or is not one of ours: no sentences here. */
static enum outcome
read_path(struct input *in, const char *path)
{
	const char *segment[FORM_SEGMENTS];
	enum outcome res;
	int i, n, max = 0, at = 0;

	for (i = 0; i < in->n; i++)
		max += in->fields[i].path;
	if ((res = form_path(in->cx->mem, path, max, segment, &n)) != OK)
		return res;
	for (i = 0; i < in->n; i++) {
		const struct field *f = &in->fields[i];
		struct value *v = &in->value[i];

		if (!f->path)
			continue;
		if (at < n) {
			v->typed = cut(in->cx->mem, segment[at++], f->until);
			v->text = arena_get(in->cx->mem, sizeof(*v->text));
			take(in, f, v, v->typed);
			if (!v->has)
				return NOT_FOUND;
		} else if (f->required) {
			return NOT_FOUND;
		}
	}
	return OK;
}

static enum outcome
read_all(struct input *in, const struct raw *raw)
{
	const char *query = text_or(raw->query, "");
	enum outcome res;
	int i;

	if ((res = read_path(in, text_or(raw->path, ""))) != OK)
		return res;
	if ((res = form_read(in->cx->mem, query, strlen(query), &in->query)) != OK)
		return res;
	if (in->is_post && (res = read_body(in, raw)) != OK)
		return res;
	if ((res = refuse_doubles(in)) != OK)
		return res;
	if (in->is_post)
		in->act = input_hidden(in, "do");
	for (i = 0; i < in->n; i++)
		if (!in->fields[i].path)
			read_field(in, &in->fields[i], &in->value[i]);
	return OK;
}

enum outcome
input_read(struct ctx *cx, const struct field *fields, const struct raw *raw, struct input **to)
{
	static const struct field none[] = { { .name = NULL } };
	struct input *in = arena_get(cx->mem, sizeof(*in));
	enum outcome res;

	*to = in;
	in->cx = cx;
	in->fields = fields != NULL ? fields : none;
	while (in->fields[in->n].name != NULL)
		in->n++;
	in->value = arena_get(cx->mem, (size_t)in->n * sizeof(*in->value));
	in->is_post = str_eq(raw->method, "POST");
	in->main = in->is_post ? &in->body : &in->query;
	in->act = "";
	if ((res = read_all(in, raw)) != OK) {
		memset(in->value, 0, (size_t)in->n * sizeof(*in->value));
		in->query.n = in->body.n = 0;
		in->act = "";
		input_fault(in, -1, "This did not arrive in one piece. Please try again.");
	}
	return res;
}

const char *
input_act(struct input *in)
{
	return in->act;
}

const char *
input_hidden(struct input *in, const char *name)
{
	const struct pair *p = NULL;
	int i;

	for (i = 0; HIDDEN[i] != NULL; i++)
		if (strcmp(HIDDEN[i], name) == 0)
			p = form_nth(in->main, name, false, 0);
	return p != NULL ? p->value : "";
}

bool
input_ok(const struct input *in)
{
	return !in->is_faulty;
}

void
input_fault(struct input *in, int field, const char *sentence)
{
	if (field >= 0 && field < in->n) {
		set_fault(in, &in->value[field], sentence);
		return;
	}
	if (in->fault == NULL)
		in->fault = sentence;
	in->is_faulty = true;
}

static const struct value *
value_of(const struct input *in, int field)
{
	static const struct value nothing;

	return field >= 0 && field < in->n ? &in->value[field] : &nothing;
}

const char *
input_fault_of(const struct input *in, int field)
{
	return field < 0 ? in->fault : value_of(in, field)->fault;
}

const char *
input_typed(const struct input *in, int field)
{
	const struct value *v = value_of(in, field);

	return v->typed != NULL && in->fields[field].kind == FIELD_SECRET ? "" : v->typed;
}

int64_t
input_int(const struct input *in, int field)
{
	return input_has(in, field) ? value_of(in, field)->i : 0;
}

const char *
input_text(const struct input *in, int field)
{
	return input_count(in, field) > 0 ? value_of(in, field)->text[0] : "";
}

bool
input_flag(const struct input *in, int field)
{
	return input_has(in, field);
}

bool
input_has(const struct input *in, int field)
{
	return value_of(in, field)->has;
}

int
input_count(const struct input *in, int field)
{
	const struct value *v = value_of(in, field);

	return v->fault == NULL ? v->n : 0;
}

const char *
input_nth(const struct input *in, int field, int n)
{
	return n >= 0 && n < input_count(in, field) ? value_of(in, field)->text[n] : "";
}

const struct upload *
input_file(const struct input *in, int field)
{
	return input_has(in, field) ? value_of(in, field)->file : NULL;
}
