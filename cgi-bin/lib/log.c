/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One line per event on standard error. */

#include "lib/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/ctx.h"

static const char *program = "praxis";

void
log_name(const char *name)
{
	program = name;
}

static void line(const char *, const struct ctx *, const char *, const char *, va_list)
    __attribute__((format(printf, 4, 0)));

/* Written with one write(2), so that the lines of many workers do not mix. */
static void
line(const char *level, const struct ctx *cx, const char *what, const char *fmt, va_list ap)
{
	char text[900], out[1100], stamp[32], *p;
	struct tm tm;
	time_t now = time(NULL);
	int n;

	(void)vsnprintf(text, sizeof(text), fmt, ap);
	for (p = text; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20)
			*p = ' ';
	(void)gmtime_r(&now, &tm);
	(void)strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%SZ", &tm);
	n = snprintf(out, sizeof(out), "at=%s level=%s program=%s pid=%ld request=%s what=%s %s\n",
	    stamp, level, program, (long)getpid(),
	    cx != NULL && cx->request != NULL ? cx->request : "-", what, text);
	if (n >= (int)sizeof(out)) {
		n = (int)sizeof(out) - 1;
		out[n - 1] = '\n';
	}
	if (n > 0 && write(STDERR_FILENO, out, (size_t)n) < 0)
		return;
}

void
log_fault(const struct ctx *cx, const char *what, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line("fault", cx, what, fmt, ap);
	va_end(ap);
}

void
log_event(const struct ctx *cx, const char *what, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line("info", cx, what, fmt, ap);
	va_end(ap);
}
