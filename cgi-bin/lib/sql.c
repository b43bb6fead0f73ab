/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The database: one connection, its prepared statements, and transactions that run again. */

#include "lib/sql_bind.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/conf.h"
#include "lib/log.h"
#include "lib/str.h"

enum { CONNECT_SECONDS = 3, TALK_SECONDS = 30, WSREP_NOT_READY = 1047 };

struct db {
	MYSQL		*my;
	struct prepared	*prepared;
	bool		 in_tx;
	bool		 only_reads;	/* as the server has been told */
	bool		 again;		/* the transaction is gone and has to be run again */
	int64_t		 new_id;
};

struct db *
sql_open(void)
{
	struct db *db = calloc(1, sizeof(*db));

	if (db == NULL)
		_exit(1);
	return db;
}

static void
hang_up(struct db *db)
{
	struct prepared *p;

	while ((p = db->prepared) != NULL) {
		db->prepared = p->next;
		prepared_free(p);
	}
	if (db->my != NULL)
		mysql_close(db->my);
	db->my = NULL;
	db->only_reads = false;
}

void
sql_close(struct db *db)
{
	hang_up(db);
	free(db);
	mysql_library_end();
}

static bool
is_lost(unsigned code)
{
	return code == CR_SERVER_GONE_ERROR || code == CR_SERVER_LOST ||
	    code == CR_CONNECTION_ERROR || code == CR_CONN_HOST_ERROR ||
	    code == ER_SERVER_SHUTDOWN || code == ER_CONNECTION_KILLED ||
	    code == WSREP_NOT_READY;
}

static bool
is_retried(unsigned code)
{
	return code == ER_LOCK_DEADLOCK || code == ER_LOCK_WAIT_TIMEOUT || code == ER_CHECKREAD ||
	    is_lost(code);
}

/*
 * Times are UTC on both sides. Writers read committed rows: what they check is what stands there
 * once they hold the calendar row, and looking something up beforehand pins no old snapshot. Where
 * a statement asks for a higher level, snapshot isolation refuses stale writes (1020).
 */
static const char HELLO[] =
    "set time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', innodb_snapshot_isolation = on, "
    "innodb_lock_wait_timeout = 10, max_statement_time = 20, tx_isolation = 'READ-COMMITTED'";

static enum outcome
dial(struct ctx *cx)
{
	struct db *db = cx->db;
	unsigned seconds = CONNECT_SECONDS, talk;
	const char *host = conf_get("db_host", NULL), *port = conf_get("db_port", "3306");
	int64_t n = 3306, patience = TALK_SECONDS;

	if (db->my != NULL)
		return OK;
	if ((db->my = mysql_init(NULL)) == NULL)
		return BROKEN;
	(void)mysql_options(db->my, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
	/* A migration may take hours; everybody else should not hang for long. */
	(void)str_to_int(conf_get("db_seconds", ""), 1, 86400, &patience);
	talk = (unsigned)patience;
	(void)mysql_options(db->my, MYSQL_OPT_READ_TIMEOUT, &talk);
	(void)mysql_options(db->my, MYSQL_OPT_WRITE_TIMEOUT, &talk);
	(void)mysql_options(db->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	(void)str_to_int(port, 1, 65535, &n);
	if (mysql_real_connect(db->my, host, conf_need("db_user"), conf_get("db_password", ""),
	    conf_need("db_name"), host != NULL ? (unsigned)n : 0, conf_get("db_socket", NULL),
	    CLIENT_FOUND_ROWS) == NULL ||
	    mysql_query(db->my, HELLO) != 0) {
		log_fault(cx, "database", "connect: %u %s", mysql_errno(db->my),
		    mysql_error(db->my));
		hang_up(db);
		return BUSY;
	}
	return OK;
}

/* What an error number means to the caller; the connection is dropped when it is of no more use. */
static enum outcome
judge(struct ctx *cx, const struct sql *sql, struct prepared *p, unsigned code)
{
	struct db *db = cx->db;

	if (code == ER_DUP_ENTRY || code == ER_DUP_ENTRY_WITH_KEY_NAME)
		return CONFLICT;
	log_fault(cx, "sql", "%u %s: %.120s", code,
	    p != NULL ? mysql_stmt_error(p->stmt) : mysql_error(db->my), sql->text);
	if (is_retried(code)) {
		db->again = db->in_tx;
		if (is_lost(code))
			hang_up(db);
		return BUSY;
	}
	return BROKEN;
}

static enum outcome
plain(struct ctx *cx, const char *text)
{
	static const struct sql nothing = SQL_SHARED("transaction");
	struct db *db = cx->db;

	if (db->my == NULL)
		return BUSY;
	if (mysql_query(db->my, text) != 0)
		return judge(cx, &nothing, NULL, mysql_errno(db->my));
	return OK;
}

/* Told only when it changes: most programs read all day long. */
static enum outcome
only_reads(struct ctx *cx, bool yes)
{
	struct db *db = cx->db;
	enum outcome res;

	if (db->only_reads == yes)
		return OK;
	res = plain(cx, yes ? "set session transaction read only" :
	    "set session transaction read write");
	if (res == OK)
		db->only_reads = yes;
	else if (!yes && db->my == NULL)
		return OK;	/* the next connection begins with both */
	return res;
}

static struct prepared *
find(struct ctx *cx, const struct sql *sql, unsigned *code)
{
	struct db *db = cx->db;
	struct prepared *p;

	for (p = db->prepared; p != NULL; p = p->next)
		if (p->sql == sql)
			return p;
	if ((p = prepared_new(db->my, sql, cx, code)) != NULL) {
		p->next = db->prepared;
		db->prepared = p;
	}
	return p;
}

/* Execute; once more on a fresh connection when the old one had died before our first statement. */
static enum outcome
execute(struct ctx *cx, const struct sql *sql, const struct arg *args, struct prepared **to)
{
	struct db *db = cx->db;
	unsigned code = 0;
	int tries;

	if (db->again)
		return BUSY;
	for (tries = 0; tries < 2; tries++) {
		enum outcome res = dial(cx);

		if (res != OK)
			return res;
		if ((*to = find(cx, sql, &code)) != NULL)
			code = prepared_run(*to, cx, args);
		if (code == 0)
			return OK;
		if (!is_lost(code) || db->in_tx || tries > 0 || code == CR_SERVER_LOST)
			break;
		hang_up(db);
	}
	return judge(cx, sql, *to, code);
}

/* Rows, one after the other, into each; at most most of them are read. */
static enum outcome
fetch(struct ctx *cx, struct prepared *p, load_fn *load, struct buf *into, void *one, size_t size,
    size_t *n)
{
	struct row r = { cx, p, 0 };
	void *to = one != NULL ? one : arena_get(cx->mem, size);
	int got;

	*n = 0;
	while ((got = mysql_stmt_fetch(p->stmt)) == 0 || got == MYSQL_DATA_TRUNCATED) {
		if (one != NULL && *n == 1) {
			*n = 2;
			break;
		}
		if (one == NULL)
			memset(to, 0, size);
		r.next = 0;
		load(&r, to);
		if (one == NULL)
			buf_add(into, to, size);
		(*n)++;
	}
	if (got == 1) {
		unsigned code = mysql_stmt_errno(p->stmt);

		return judge(cx, p->sql, p, code);
	}
	(void)mysql_stmt_free_result(p->stmt);
	return OK;
}

enum outcome
sql_one(struct ctx *cx, const struct sql *sql, const struct arg *args, load_fn *load, void *to)
{
	struct prepared *p = NULL;
	enum outcome res;
	size_t n;

	if ((res = execute(cx, sql, args, &p)) != OK)
		return res;
	if ((res = fetch(cx, p, load, NULL, to, 0, &n)) != OK)
		return res;
	if (n > 1) {
		log_fault(cx, "sql", "more than one row: %.200s", sql->text);
		return BROKEN;
	}
	return n == 0 ? NOT_FOUND : OK;
}

enum outcome
sql_all(struct ctx *cx, const struct sql *sql, const struct arg *args, load_fn *load, size_t size,
    void *array, size_t *n)
{
	struct prepared *p = NULL;
	struct buf rows;
	enum outcome res;

	*n = 0;
	*(void **)array = NULL;
	if ((res = execute(cx, sql, args, &p)) != OK)
		return res;
	buf_init(&rows, cx->mem);
	if ((res = fetch(cx, p, load, &rows, NULL, size, n)) != OK)
		return res;
	*(void **)array = rows.p;
	return OK;
}

enum outcome
sql_run(struct ctx *cx, const struct sql *sql, const struct arg *args, int64_t *found)
{
	struct prepared *p = NULL;
	enum outcome res;

	if (found != NULL)
		*found = 0;
	if (!cx->db->in_tx && (res = only_reads(cx, false)) != OK)
		return res;
	if ((res = execute(cx, sql, args, &p)) != OK)
		return res;
	cx->db->new_id = (int64_t)mysql_stmt_insert_id(p->stmt);
	if (found != NULL)
		*found = (int64_t)mysql_stmt_affected_rows(p->stmt);
	return OK;
}

enum outcome
sql_change(struct ctx *cx, const struct sql *sql, const struct arg *args)
{
	int64_t found;
	enum outcome res = sql_run(cx, sql, args, &found);

	return res != OK ? res : found == 1 ? OK : CONFLICT;
}

int64_t
sql_new_id(struct ctx *cx)
{
	return cx->db->new_id;
}

bool
sql_in_tx(const struct ctx *cx)
{
	return cx->db != NULL && cx->db->in_tx;
}

enum outcome
sql_prepare(struct ctx *cx, const struct sql *sql)
{
	enum outcome res;
	unsigned code = 0;

	if ((res = dial(cx)) != OK)
		return res;
	return find(cx, sql, &code) != NULL ? OK : BROKEN;
}

/*
 * A reading transaction is nothing but the rule that nothing is written: every statement sees what
 * is committed when it begins anyway. So beginning and ending it cost no word with the server.
 */
static enum outcome
begin(struct ctx *cx, bool read_only)
{
	struct db *db = cx->db;
	enum outcome res = BUSY;
	int tries;

	for (tries = 0; tries < 2 && res == BUSY; tries++) {
		if ((res = dial(cx)) != OK)
			return res;
		res = only_reads(cx, read_only);
		if (res == OK && !read_only)
			res = plain(cx, "start transaction");
	}
	db->in_tx = res == OK;
	db->again = false;
	return res;
}

static enum outcome
finish(struct ctx *cx, enum outcome res, bool read_only)
{
	struct db *db = cx->db;

	if (res == OK && !db->again && !read_only)
		res = plain(cx, "commit");
	if ((res != OK || db->again) && !read_only && db->my != NULL &&
	    mysql_query(db->my, "rollback") != 0)
		hang_up(db);
	db->in_tx = false;
	return res;
}

static enum outcome
transact(struct ctx *cx, tx_fn *fn, void *arg, bool read_only)
{
	struct db *db = cx->db;
	enum outcome res = BUSY;
	int tries;

	if (db->in_tx)
		return fn(cx, arg);
	for (tries = 0; tries < SQL_TRIES; tries++) {
		if (tries > 0)
			(void)usleep((useconds_t)(5000 << tries));
		if ((res = begin(cx, read_only)) != OK)
			return res;
		res = finish(cx, fn(cx, arg), read_only);
		if (!db->again)
			return res;
	}
	db->again = false;
	return BUSY;
}

enum outcome
sql_tx(struct ctx *cx, tx_fn *fn, void *arg)
{
	return transact(cx, fn, arg, false);
}

enum outcome
sql_tx_read(struct ctx *cx, tx_fn *fn, void *arg)
{
	return transact(cx, fn, arg, true);
}

enum outcome
sql_script(struct ctx *cx, const char *text)
{
	struct db *db = cx->db;
	enum outcome res;
	MYSQL_RES *rows;
	int more;

	if ((res = dial(cx)) != OK)
		return res;
	if (mysql_set_server_option(db->my, MYSQL_OPTION_MULTI_STATEMENTS_ON) != 0)
		return BROKEN;
	if ((res = plain(cx, text)) != OK)
		return res;
	do {
		if ((rows = mysql_store_result(db->my)) != NULL)
			mysql_free_result(rows);
		more = mysql_next_result(db->my);
	} while (more == 0);
	if (more > 0) {
		log_fault(cx, "sql", "script: %u %s", mysql_errno(db->my), mysql_error(db->my));
		return BROKEN;
	}
	return OK;
}

struct arg
sql_arg_str(const char *s)
{
	if (s == NULL)
		return NIL;
	return (struct arg){ ARG_STR, 0, s, strlen(s) };
}
