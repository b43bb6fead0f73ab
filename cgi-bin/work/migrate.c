/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Bring the schema up to date: numbered files, forward only, each applied once, never changed. */

#include <sys/stat.h>

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"

static const struct sql LOCK = SQL_SHARED(
    "select coalesce(get_lock('praxis.migrate', 60), 0)");
static const struct sql HAS_TABLE = SQL_SHARED(
    "select count(*) from information_schema.tables"
    " where table_schema = database() and table_name = 'migration'");
static const struct sql MAKE_TABLE = SQL_SHARED(
    "create table if not exists migration ("
    "  number int not null primary key,"
    "  name varchar(120) character set ascii not null,"
    "  sha256 char(64) character set ascii not null,"
    "  applied_at datetime null comment 'null: begun, and not known to have ended'"
    ") engine=innodb");
static const struct sql APPLIED = SQL_SHARED(
    "select number, name, sha256, applied_at from migration order by number limit 10000");
static const struct sql BEGIN = SQL_SHARED(
    "insert into migration (number, name, sha256) values (?, ?, ?)");
static const struct sql DONE = SQL_SHARED(
    "update migration set applied_at = utc_timestamp() where number = ?");

struct step {			/* a file, or a row about one */
	int64_t		 number;
	const char	*name;	/* "0001-account.sql" */
	const char	*sha256;
	const char	*text;	/* files only */
	int64_t		 at;	/* rows only; 0: not finished */
};

struct steps {
	struct step	*p;
	size_t		 n;
};

static void
load_number(struct row *r, void *to)
{
	*(int64_t *)to = row_int(r);
}

static void
load_step(struct row *r, void *to)
{
	struct step *s = to;

	s->number = row_int(r);
	s->name = row_str(r);
	s->sha256 = row_str(r);
	s->at = row_time(r);
}

static int __attribute__((format(printf, 1, 2)))
refuse(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)fputs("migrate: ", stderr);
	(void)vfprintf(stderr, fmt, ap);
	(void)fputc('\n', stderr);
	va_end(ap);
	return 1;
}

/* Four digits, a dash, a name, ".sql". */
static bool
is_step(const char *name)
{
	size_t len = strlen(name), digits = strspn(name, "0123456789");

	return digits == 4 && name[4] == '-' && len > 9 && strcmp(name + len - 4, ".sql") == 0 &&
	    strspn(name + 5, "abcdefghijklmnopqrstuvwxyz0123456789-") == len - 9;
}

static bool
read_step(struct ctx *cx, const char *dir, const char *name, struct step *s)
{
	const char *path = arena_fmt(cx->mem, "%s/%s", dir, name);
	struct stat st;
	FILE *f = fopen(path, "re");
	char *text;
	size_t n;

	if (f == NULL || fstat(fileno(f), &st) != 0) {
		if (f != NULL)
			(void)fclose(f);
		return false;
	}
	text = arena_get(cx->mem, (size_t)st.st_size + 1);
	n = fread(text, 1, (size_t)st.st_size, f);
	(void)fclose(f);
	s->number = atoi(name);
	s->name = arena_str(cx->mem, name);
	s->text = text;
	s->sha256 = crypt_sha256(cx->mem, text, n);
	return n == (size_t)st.st_size;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct step *)a)->name, ((const struct step *)b)->name);
}

/* Every file that begins with a digit; false when one is not as it should be. */
static bool
collect(struct ctx *cx, const char *dir, DIR *d, struct steps *files)
{
	struct step s = { 0 };
	struct dirent *e;
	struct buf b;

	buf_init(&b, cx->mem);
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] < '0' || e->d_name[0] > '9')
			continue;
		if (!is_step(e->d_name)) {
			(void)refuse("%s: the name must be like 0001-account.sql", e->d_name);
			return false;
		}
		if (!read_step(cx, dir, e->d_name, &s)) {
			(void)refuse("%s cannot be read", e->d_name);
			return false;
		}
		buf_add(&b, &s, sizeof(s));
		files->n++;
	}
	files->p = (struct step *)(void *)b.p;
	return true;
}

/* The files of the directory in their order. */
static bool
read_files(struct ctx *cx, const char *dir, struct steps *files)
{
	DIR *d = opendir(dir);
	bool ok = d != NULL && collect(cx, dir, d, files);
	size_t i;

	if (d == NULL || (ok && files->n == 0))
		(void)refuse("there are no numbered files in %s", dir);
	if (d != NULL)
		(void)closedir(d);
	if (!ok || files->n == 0)
		return false;
	qsort(files->p, files->n, sizeof(*files->p), by_name);
	for (i = 1; i < files->n; i++)
		if (files->p[i - 1].number == files->p[i].number) {
			(void)refuse("%s and %s have the same number", files->p[i - 1].name,
			    files->p[i].name);
			return false;
		}
	return true;
}

static const struct step *
find(const struct steps *in, int64_t number)
{
	size_t i;

	for (i = 0; i < in->n; i++)
		if (in->p[i].number == number)
			return &in->p[i];
	return NULL;
}

/* Does what was applied still stand in the files, unchanged? */
static int
compare(struct ctx *cx, const struct steps *files, const struct steps *rows)
{
	int64_t last = rows->n > 0 ? rows->p[rows->n - 1].number : 0;
	size_t i;

	for (i = 0; i < rows->n; i++) {
		const struct step *r = &rows->p[i], *f = find(files, r->number);

		if (r->at == 0)
			return refuse("%s was begun and did not end: repair the schema by hand,"
			    " then"
			    " delete its row from the table migration (to run it again) or set"
			    " applied_at (when it is complete)", r->name);
		if (f == NULL || strcmp(f->name, r->name) != 0)
			return refuse("%s was applied on %s, but the file is missing", r->name,
			    clock_iso(cx->mem, r->at));
		if (strcmp(f->sha256, r->sha256) != 0)
			return refuse("%s was changed after it had been applied on %s: put it back"
			    " and write a new file with the next number", r->name,
			    clock_iso(cx->mem, r->at));
	}
	for (i = 0; i < files->n; i++)
		if (files->p[i].number < last && find(rows, files->p[i].number) == NULL)
			return refuse("%s is new, but %04" PRId64 " is applied already: give it a"
			    " number above that", files->p[i].name, last);
	return 0;
}

/* Again before every file: a connection that was lost and made anew has lost the lock too. */
static bool
lock(struct ctx *cx)
{
	int64_t got = 0;

	if (sql_one(cx, &LOCK, NO_ARGS, load_number, &got) != OK)
		return false;
	if (got == 0)
		(void)refuse("another migration has been running for a minute");
	return got != 0;
}

static int
apply(struct ctx *cx, const struct step *f)
{
	if (!lock(cx))
		return 1;
	if (sql_run(cx, &BEGIN, ARGS(I(f->number), S(f->name), S(f->sha256)), NULL) != OK ||
	    sql_script(cx, f->text) != OK || sql_change(cx, &DONE, ARGS(I(f->number))) != OK)
		return refuse("%s failed; the line above says why", f->name);
	(void)printf("applied %s\n", f->name);
	return 0;
}

static int
migrate(struct ctx *cx, const char *dir, bool check)
{
	struct steps files = { NULL, 0 }, rows = { NULL, 0 };
	int64_t there = 0;
	size_t i, todo = 0;

	if (!read_files(cx, dir, &files) || !lock(cx))
		return 1;
	if (!check && sql_script(cx, "set max_statement_time = 0") != OK)
		return 1;
	if (sql_one(cx, &HAS_TABLE, NO_ARGS, load_number, &there) != OK)
		return 1;
	if (there == 0 && !check && sql_run(cx, &MAKE_TABLE, NO_ARGS, NULL) != OK)
		return 1;
	if ((there != 0 || !check) && sql_all(cx, &APPLIED, NO_ARGS, load_step,
	    sizeof(*rows.p), &rows.p, &rows.n) != OK)
		return 1;
	if (compare(cx, &files, &rows) != 0)
		return 1;
	for (i = 0; i < files.n; i++) {
		if (find(&rows, files.p[i].number) != NULL)
			continue;
		todo++;
		if (check)
			(void)printf("to apply: %s\n", files.p[i].name);
		else if (apply(cx, &files.p[i]) != 0)
			return 1;
	}
	if (todo == 0)
		(void)printf("the schema is up to date: %zu files\n", files.n);
	return check && todo > 0 ? 1 : 0;
}

int
main(int argc, char **argv)
{
	bool check = argc > 1 && strcmp(argv[1], "--check") == 0;
	struct ctx cx = { .zone = "UTC", .request = "migrate", .my_name = "", .my_mail = "",
	    .net = "" };
	int status;

	if (argc != (check ? 3 : 2) || argv[argc - 1][0] == '-') {
		(void)fputs("usage: migrate [--check] DIRECTORY\n"
		    "Applies the numbered .sql files that are not applied yet.\n"
		    "--check: changes nothing; 1 when something is to do or wrong.\n", stderr);
		return 64;	/* EX_USAGE of sysexits.h */
	}
	log_name("migrate");
	(void)setenv("PRAXIS_DB_SECONDS", "86400", 0);	/* a big table takes its time */
	conf_load();
	cx.mem = arena_new();
	cx.now = clock_now();
	cx.db = sql_open();
	status = migrate(&cx, argv[argc - 1], check);
	sql_close(cx.db);
	arena_free(cx.mem);
	return status;
}
