/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A prepared statement: names turned into parameters, values bound, columns read. */

#include "lib/sql_bind.h"

#include <errmsg.h>
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/str.h"

/* ":tenant" and its like become "?"; what stands in quotes is left alone. */
static char *
translate(struct prepared *p, const struct ctx *cx, const char *text)
{
	static const struct { const char *name; char source; } names[] = {
		{ ":tenant", 't' }, { ":me", 'm' }, { ":now", 'n' },
	};
	struct buf b;
	const char *s;
	bool quoted = false;
	size_t i;

	buf_init(&b, cx->mem);
	for (s = text; *s != '\0'; s++) {
		if (*s == '\'')
			quoted = !quoted;
		for (i = 0; !quoted && i < 3; i++)
			if (str_starts(s, names[i].name))
				break;
		if (quoted || (i == 3 && *s != '?')) {
			buf_char(&b, *s);
			continue;
		}
		if (p->params == PARAMS_MAX)
			return NULL;
		p->source[p->params++] = i == 3 ? '?' : names[i].source;
		buf_char(&b, '?');
		if (i < 3)
			s += strlen(names[i].name) - 1;
	}
	return b.p;
}

static bool
is_whole(enum enum_field_types t)
{
	return t == MYSQL_TYPE_TINY || t == MYSQL_TYPE_SHORT || t == MYSQL_TYPE_LONG ||
	    t == MYSQL_TYPE_INT24 || t == MYSQL_TYPE_LONGLONG || t == MYSQL_TYPE_YEAR;
}

static bool
is_time(enum enum_field_types t)
{
	return t == MYSQL_TYPE_DATETIME || t == MYSQL_TYPE_TIMESTAMP || t == MYSQL_TYPE_DATE;
}

static bool
bind_columns(struct prepared *p)
{
	MYSQL_RES *meta = mysql_stmt_result_metadata(p->stmt);
	MYSQL_FIELD *field;
	struct column *c;
	unsigned i;

	if (meta == NULL)
		return true;
	p->columns = mysql_num_fields(meta);
	p->out = calloc(p->columns, sizeof(*p->out));
	p->column = calloc(p->columns, sizeof(*p->column));
	field = mysql_fetch_fields(meta);
	for (i = 0; p->out != NULL && p->column != NULL && i < p->columns; i++) {
		c = &p->column[i];
		p->out[i].length = &c->len;
		p->out[i].is_null = &c->null;
		p->out[i].error = &c->error;
		if (is_whole(field[i].type)) {
			p->out[i].buffer_type = MYSQL_TYPE_LONGLONG;
			p->out[i].buffer = &c->i;
		} else if (is_time(field[i].type)) {
			p->out[i].buffer_type = MYSQL_TYPE_DATETIME;
			p->out[i].buffer = &c->t;
		} else {
			p->out[i].buffer_type = MYSQL_TYPE_STRING;
			p->out[i].buffer = c->text;
			p->out[i].buffer_length = SHORT_TEXT;
		}
	}
	mysql_free_result(meta);
	return p->out != NULL && p->column != NULL && p->columns <= COLUMNS_MAX &&
	    mysql_stmt_bind_result(p->stmt, p->out) == 0;
}

void
prepared_free(struct prepared *p)
{
	if (p->stmt != NULL)
		(void)mysql_stmt_close(p->stmt);
	free(p->out);
	free(p->column);
	free(p);
}

struct prepared *
prepared_new(MYSQL *my, const struct sql *sql, const struct ctx *cx, unsigned *code)
{
	struct prepared *p = calloc(1, sizeof(*p));
	char *text;

	*code = CR_OUT_OF_MEMORY;
	if (p == NULL)
		return NULL;
	p->sql = sql;
	text = translate(p, cx, sql->text);
	p->stmt = mysql_stmt_init(my);
	if (text == NULL || p->stmt == NULL ||
	    mysql_stmt_prepare(p->stmt, text, strlen(text)) != 0 || !bind_columns(p)) {
		if (p->stmt != NULL && mysql_stmt_errno(p->stmt) != 0)
			*code = mysql_stmt_errno(p->stmt);
		log_fault(cx, "sql", "prepare: %u %s: %.200s", *code,
		    p->stmt != NULL ? mysql_stmt_error(p->stmt) : "", sql->text);
		prepared_free(p);
		return NULL;
	}
	return p;
}

static void
bind_time(MYSQL_BIND *b, MYSQL_TIME *t, int64_t when)
{
	struct local l;

	zone_local("UTC", when, &l);
	memset(t, 0, sizeof(*t));
	t->year = (unsigned)l.year;
	t->month = (unsigned)l.month;
	t->day = (unsigned)l.day;
	t->hour = (unsigned)l.hour;
	t->minute = (unsigned)l.minute;
	t->second = (unsigned)l.second;
	t->time_type = MYSQL_TIMESTAMP_DATETIME;
	b->buffer_type = MYSQL_TYPE_DATETIME;
	b->buffer = t;
}

static void
bind_arg(MYSQL_BIND *b, MYSQL_TIME *t, const struct arg *a)
{
	switch (a->kind) {
	case ARG_INT:
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = (void *)(uintptr_t)&a->i;
		break;
	case ARG_TIME:
		bind_time(b, t, a->i);
		break;
	case ARG_STR:
	case ARG_BLOB:
		b->buffer_type = a->kind == ARG_STR ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
		b->buffer = (void *)(uintptr_t)a->s;
		b->buffer_length = a->len;
		break;
	case ARG_NULL:
	case ARG_END:
		b->buffer_type = MYSQL_TYPE_NULL;
		break;
	}
}

unsigned
prepared_run(struct prepared *p, struct ctx *cx, const struct arg *args)
{
	MYSQL_BIND in[PARAMS_MAX];
	MYSQL_TIME times[PARAMS_MAX];
	unsigned i;

	memset(in, 0, p->params * sizeof(*in));
	for (i = 0; i < p->params; i++) {
		switch (p->source[i]) {
		case 't':
			in[i].buffer_type = MYSQL_TYPE_LONGLONG;
			in[i].buffer = &cx->tenant;
			break;
		case 'm':
			in[i].buffer_type = MYSQL_TYPE_LONGLONG;
			in[i].buffer = &cx->me;
			break;
		case 'n':
			bind_time(&in[i], &times[i], cx->now);
			break;
		default:
			if (args->kind == ARG_END) {
				log_fault(cx, "sql", "too few values: %.200s", p->sql->text);
				return CR_PARAMS_NOT_BOUND;
			}
			bind_arg(&in[i], &times[i], args++);
		}
	}
	if (args->kind != ARG_END) {
		log_fault(cx, "sql", "too many values: %.200s", p->sql->text);
		return CR_PARAMS_NOT_BOUND;
	}
	if (p->params > 0 && mysql_stmt_bind_param(p->stmt, in) != 0)
		return mysql_stmt_errno(p->stmt);
	if (mysql_stmt_execute(p->stmt) != 0)
		return mysql_stmt_errno(p->stmt);
	return 0;
}

/*
 * The next column, or NULL when it is null. Asking for more columns than there are is our mistake.
 */
static struct column *
next_column(struct row *r)
{
	struct column *c;

	if (r->next >= r->p->columns) {
		log_fault(r->cx, "sql", "more columns read than selected: %.200s", r->p->sql->text);
		abort();
	}
	c = &r->p->column[r->next++];
	return c->null ? NULL : c;
}

const char *
row_str_or_null(struct row *r)
{
	unsigned at = r->next;
	struct column *c = next_column(r);
	MYSQL_BIND whole;
	my_bool null, error;
	unsigned long len;
	char *p;

	if (c == NULL)
		return NULL;
	if (r->p->out[at].buffer_type == MYSQL_TYPE_LONGLONG)
		return arena_fmt(r->cx->mem, "%lld", (long long)c->i);
	if (c->len <= SHORT_TEXT)
		return arena_strn(r->cx->mem, c->text, c->len);
	p = arena_get(r->cx->mem, c->len + 1);
	memset(&whole, 0, sizeof(whole));
	whole.buffer_type = MYSQL_TYPE_STRING;
	whole.buffer = p;
	whole.buffer_length = c->len;
	whole.length = &len;
	whole.is_null = &null;
	whole.error = &error;
	if (mysql_stmt_fetch_column(r->p->stmt, &whole, at, 0) != 0)
		return "";
	return p;
}

const char *
row_str(struct row *r)
{
	const char *s = row_str_or_null(r);

	return s == NULL ? "" : s;
}

int64_t
row_int(struct row *r)
{
	unsigned at = r->next;
	struct column *c = next_column(r);
	char text[32];

	if (c == NULL)
		return 0;
	if (r->p->out[at].buffer_type == MYSQL_TYPE_LONGLONG)
		return c->i;
	if (c->len >= sizeof(text))
		return 0;
	/* sum() answers a decimal, which arrives as text. */
	memcpy(text, c->text, c->len);
	text[c->len] = '\0';
	return strtoll(text, NULL, 10);
}

bool
row_bool(struct row *r)
{
	return row_int(r) != 0;
}

int64_t
row_time(struct row *r)
{
	struct column *c = next_column(r);

	if (c == NULL)
		return 0;
	return civil_days((int)c->t.year, (int)c->t.month, (int)c->t.day) * DAY +
	    (int64_t)c->t.hour * HOUR + (int64_t)c->t.minute * MINUTE + (int64_t)c->t.second;
}

void
row_skip(struct row *r)
{
	(void)next_column(r);
}
