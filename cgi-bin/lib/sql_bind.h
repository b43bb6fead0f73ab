/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Inside lib/sql only: a prepared statement with its bound parameters and columns. */

#ifndef LIB_SQL_BIND_H
#define LIB_SQL_BIND_H

#include <mysql.h>

#include "lib/sql.h"

enum { PARAMS_MAX = 48, COLUMNS_MAX = 48, SHORT_TEXT = 256 };

struct column {
	int64_t		 i;
	MYSQL_TIME	 t;
	char		 text[SHORT_TEXT];
	unsigned long	 len;
	my_bool		 null, error;
};

struct prepared {
	struct prepared	*next;
	const struct sql *sql;
	MYSQL_STMT	*stmt;
	char		 source[PARAMS_MAX];	/* '?', or 't', 'm', 'n' for the three names */
	unsigned	 params, columns;
	MYSQL_BIND	*out;
	struct column	*column;
};

struct row {
	struct ctx	*cx;
	struct prepared	*p;
	unsigned	 next;
};

/* Prepare a statement on a connection; NULL with the error in *code. */
struct prepared	*prepared_new(MYSQL *, const struct sql *, const struct ctx *, unsigned *code);
void		 prepared_free(struct prepared *);

/* Bind and execute; 0 or the error number of the server or client. */
unsigned	 prepared_run(struct prepared *, struct ctx *, const struct arg *);

#endif
