/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * One request after the other, from FastCGI or as one plain CGI call: the same program serves both.
 */

#ifndef LIB_FCGI_H
#define LIB_FCGI_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Wait for the next request; false when the program should end (asked to, or the one CGI call is
 * done).
 */
bool		 fcgi_next(void);
bool		 fcgi_is_cgi(void);

/*
 * A variable of the request such as "REQUEST_METHOD"; NULL when absent. Valid until the next
 * request.
 */
const char	*fcgi_env(const char *name);

/* Up to n bytes of the body; fewer only at its end or when the client went away. */
size_t		 fcgi_read(void *, size_t n);

/* A piece of the answer, header lines first. */
void		 fcgi_write(const void *, size_t n);
void		 fcgi_done(void);

#endif
