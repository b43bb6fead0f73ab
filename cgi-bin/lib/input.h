/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a person sent: declared fields, read strictly into typed values or a sentence per field. */

#ifndef LIB_INPUT_H
#define LIB_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/ctx.h"

enum field_kind {
	FIELD_TEXT = 1,	/* one line of UTF-8, trimmed; .max counts bytes (default 200) */
	FIELD_LINES,	/* several lines; line ends become \n (default 5000) */
	FIELD_SECRET,	/* a password or code: never echoed back, never trimmed */
	FIELD_MAIL,	/* an address we can send to: no CR LF, one @, at most 254 */
	FIELD_INT,	/* decimal between .min and .max */
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
	FIELD_FILE	/* an upload, at most .max bytes; see in_file() */
};

struct field {
	const char	*name;
	enum field_kind	 kind;
	bool		 path;		/* from the address behind the program's name, in order of declaration */
	bool		 query;		/* on a GET and a POST alike, from the address's query */
	bool		 required;
	const char	*act;		/* only for this value of "do"; NULL for all */
	int64_t		 min, max;
	const char *const *choices;	/* NULL-terminated */
	const char	*label;		/* for sentences: "Please enter {label}." default: name */
	bool		 many;		/* may come several times: in_count(), in_nth() */
	const char	*until;		/* path only: a suffix cut off, such as ".ics" */
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
 * Read the declared fields. act is the value of "do" (POST) or NULL. Always gives an input; whether
 * it is sound says in_ok(). NOT_FOUND when the path does not fit its declaration, INVALID when the
 * request itself is malformed (bad escape, bad multipart, too many parts, body that is not UTF-8).
 */
enum outcome	 input_read(struct ctx *, const struct field *, const struct raw *, struct input **) MUST_USE;
const char	*input_act(struct input *);				/* the value of "do" or "" */
const char	*input_hidden(struct input *, const char *name);	/* "token" and such, before declaration */

bool		 input_ok(const struct input *);
void		 input_fault(struct input *, int field, const char *sentence);	/* field -1: the whole form */
const char	*input_fault_of(const struct input *, int field);		/* NULL when sound */
const char	*input_typed(const struct input *, int field);			/* as typed, for the form; never a secret */

int64_t		 input_int(const struct input *, int field);	/* INT ID MONEY DATE MONTH TIME; 0 when absent */
const char	*input_text(const struct input *, int field);	/* "" when absent */
bool		 input_flag(const struct input *, int field);
bool		 input_has(const struct input *, int field);	/* sent and sound */
int		 input_count(const struct input *, int field);
const char	*input_nth(const struct input *, int field, int n);
const struct upload *input_file(const struct input *, int field);	/* NULL when absent */

/* One cookie's value from a Cookie header, or NULL. Exact name, first one wins, malformed pairs are passed over. */
const char	*cookie_get(struct arena *, const char *header, const char *name);

#endif
