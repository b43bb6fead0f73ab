/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The database: statements as constants, values bound, transactions run again when they must be. */

#ifndef LIB_SQL_H
#define LIB_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/ctx.h"

struct db;		/* one connection, opened on first use, with its prepared statements */
struct row;		/* the row in hand; columns are read in their order */

/*
 * A statement. Its text may name :tenant, :me and :now, which are bound from the context; every
 * other value is a ? in the order of ARGS. SQL_TENANT must contain :tenant; SQL_SHARED says that
 * the statement reaches across tenants on purpose (tests/lint/shared.txt gives the reason).
 */
struct sql {
	const char	*text;
	bool		 shared;
};
#define SQL_TENANT(x)	{ "" x "", false }
#define SQL_SHARED(x)	{ "" x "", true }

struct arg {
	enum { ARG_END, ARG_INT, ARG_STR, ARG_TIME, ARG_NULL, ARG_BLOB } kind;
	int64_t		 i;
	const char	*s;
	size_t		 len;
};
#define I(x)		((struct arg){ ARG_INT, (x), NULL, 0 })
#define S(x)		sql_arg_str(x)				/* NULL binds null */
/* UTC seconds, bound as datetime. */
#define T(x)		((struct arg){ ARG_TIME, (x), NULL, 0 })
#define NIL		((struct arg){ ARG_NULL, 0, NULL, 0 })
#define BLOB(p, n)	((struct arg){ ARG_BLOB, 0, (p), (n) })
#define ARGS(...)	((const struct arg[]){ __VA_ARGS__, { ARG_END, 0, NULL, 0 } })
#define NO_ARGS		((const struct arg[]){ { ARG_END, 0, NULL, 0 } })
struct arg sql_arg_str(const char *);

typedef void load_fn(struct row *, void *to);

int64_t		 row_int(struct row *);			/* null is 0 */
int64_t		 row_time(struct row *);		/* datetime as UTC seconds; null is 0 */
const char	*row_str(struct row *);			/* in the request's arena; null is "" */
const char	*row_str_or_null(struct row *);
bool		 row_bool(struct row *);
void		 row_skip(struct row *);

/* Exactly one row into to; NOT_FOUND when there is none. */
enum outcome	 sql_one(struct ctx *, const struct sql *, const struct arg *, load_fn *,
		    void *to) MUST_USE;

/* All rows (the statement limits them) into a new array of n elements of size each. */
enum outcome	 sql_all(struct ctx *, const struct sql *, const struct arg *, load_fn *,
		    size_t size,
		    void *array, size_t *n) MUST_USE;

/*
 * A change. found, if not NULL, gets the number of rows found (not altered). CONFLICT when a unique
 * key or WITHOUT OVERLAPS refuses (1062): the transaction goes on and the caller decides.
 */
enum outcome	 sql_run(struct ctx *, const struct sql *, const struct arg *,
		    int64_t *found) MUST_USE;

/*
 * As sql_run, and CONFLICT when not exactly one row was found: the state it starts from has gone.
 */
enum outcome	 sql_change(struct ctx *, const struct sql *, const struct arg *) MUST_USE;

/* The auto_increment id of the last insert. */
int64_t		 sql_new_id(struct ctx *);

/*
 * Run fn in a transaction: OK commits, anything else rolls back and is passed on. After 1213, 1205,
 * 1020 or a lost connection the whole fn runs again, at most SQL_TRIES times, so it must start from
 * its arguments alone and a COMMIT whose answer was lost must be recognised by a key of the
 * caller's. Nested calls join the transaction in hand.
 */
enum { SQL_TRIES = 4 };
typedef enum outcome tx_fn(struct ctx *, void *);
enum outcome	 sql_tx(struct ctx *, tx_fn *, void *) MUST_USE;
/* READ ONLY: a write fails. Each statement sees what was committed when it began. */
enum outcome	 sql_tx_read(struct ctx *, tx_fn *, void *) MUST_USE;
bool		 sql_in_tx(const struct ctx *);

/* The connection of this process. Lazy: nothing is opened before the first statement. */
struct db	*sql_open(void);
void		 sql_close(struct db *);
/* For --describe sweeps: prepare a statement without running it. */
enum outcome	 sql_prepare(struct ctx *, const struct sql *) MUST_USE;
/* Run a file of statements (migrations only). */
enum outcome	 sql_script(struct ctx *, const char *text) MUST_USE;

#endif
