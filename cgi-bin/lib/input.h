/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a person sent: declared fields, read strictly into typed values or a sentence per field. */

#ifndef LIB_INPUT_H
#define LIB_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/ctx.h"

enum field_kind {
	FIELD_TEXT = 1,	/* one line, trimmed; .min and .max count characters (default 200) */
	FIELD_LINES,	/* several lines; line ends become \n (default 5000) */
	FIELD_SECRET,	/* a password or code: never echoed back, never trimmed (default 200) */
	FIELD_MAIL,	/* an address we can send to: no CR LF, one @, at most 254 */
	FIELD_INT,	/* decimal between .min and .max; not negative unless .min says so */
	FIELD_ID,	/* a positive row number */
	FIELD_MONEY,	/* "80", "80.00", "80,50": minor units between .min and .max */
	FIELD_DATE,	/* YYYY-MM-DD, kept as text and as .i = civil days */
	FIELD_MONTH,	/* YYYY-MM, .i = civil days of its first */
	FIELD_TIME,	/* UTC seconds, decimal */
	FIELD_ZONE,	/* an IANA name that the system knows */
	FIELD_CHOICE,	/* one of .choices */
	FIELD_FLAG,	/* a checkbox: present is true */
	FIELD_SLUG,	/* [a-z0-9-], at most 80 */
	FIELD_TOKEN,	/* [A-Za-z0-9_-], 16 to 128 */
	FIELD_NO,	/* a public number: [0-9A-Z-], at most 20; lower case is raised */
	FIELD_FILE	/* an upload, at most .max bytes (default 1 MB); see in_file() */
};

struct field {
	const char	*name;
	enum field_kind	 kind;
	bool		 path;		/* from what follows the program's name, in this order */
	bool		 query;		/* on a GET and a POST alike, from the address's query */
	bool		 required;
	const char	*act;		/* only for this value of "do"; NULL for all */
	int64_t		 min, max;
	const char *const *choices;	/* NULL-terminated */
	const char	*label;		/* for sentences: "Please enter {label}." default: name */
	bool		 many;		/* may come several times: in_count(), in_nth() */
	const char	*until;		/* path only: cut off if it ends so, such as ".ics" */
};

struct value;			/* opaque: one per declared field */
struct upload {			/* bytes in the arena, not trusted in any way but their count */
	const char	*name;		/* base name as sent, for display only */
	const char	*type;		/* as sent, never believed */
	const char	*bytes;
	size_t		 len;
};

/* The raw request as the front end gave it; the library fills it, tests make their own. */
struct raw {
	const char	*method, *path, *query, *cookies, *type;	/* type: CONTENT_TYPE */
	const char	*body;
	size_t		 len;
};

struct input;			/* all values of one request */

/*
 * Read the declared fields: those of .path from the path, of .query from the query, others from the
 * body of a POST or the query of a GET. Always gives an input; whether it is sound says input_ok().
 * .required is asked of a field of .path or .query always, of others on a POST only. A field with
 * .act is looked at when "do" has that value; else only input_typed() knows it.
 * NOT_FOUND when the path does not fit its declaration. INVALID when the request is malformed (bad
 * escape, bad multipart, too many parts, no UTF-8, one value sent twice): then no field has any.
 */
enum outcome	 input_read(struct ctx *, const struct field *, const struct raw *,
		    struct input **) MUST_USE;
/* The value of "do" in a POST, or "". */
const char	*input_act(struct input *);
/* What every form may carry undeclared: "do", "token", "back"; or "". */
const char	*input_hidden(struct input *, const char *name);

bool		 input_ok(const struct input *);
/* The first sentence stays. Field -1: the whole form. */
void		 input_fault(struct input *, int field, const char *sentence);
const char	*input_fault_of(const struct input *, int field);	/* NULL when sound */
/* As typed, for the form; NULL when not sent, "" for a secret. */
const char	*input_typed(const struct input *, int field);

/* INT ID MONEY DATE MONTH TIME; 0 when absent. */
int64_t		 input_int(const struct input *, int field);
const char	*input_text(const struct input *, int field);	/* "" when absent */
bool		 input_flag(const struct input *, int field);
bool		 input_has(const struct input *, int field);	/* sent, not empty, and sound */
/* Of a field with .many; none when one of them is not sound. An empty one keeps its place: "". */
int		 input_count(const struct input *, int field);
const char	*input_nth(const struct input *, int field, int n);
const struct upload *input_file(const struct input *, int field);	/* NULL when absent */

/* One cookie's value from a Cookie header, or NULL. The first wins; malformed ones do not count. */
const char	*cookie_get(struct arena *, const char *header, const char *name);

#endif
