/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * One line per event on standard error: key=value, with the request's id. Never secrets or private
 * text.
 */

#ifndef LIB_LOG_H
#define LIB_LOG_H

struct ctx;

/* A fault of ours or of a partner. cx may be NULL. what is a constant word such as "sql". */
void	log_fault(const struct ctx *, const char *what, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
void	log_event(const struct ctx *, const char *what, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
void	log_name(const char *program);

#endif
