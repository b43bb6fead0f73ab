/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* HTTP to partners: never inside a transaction, never behind a redirect, never without end. */

#ifndef LIB_FETCH_H
#define LIB_FETCH_H

#include <stddef.h>

#include "lib/outcome.h"

struct ctx;

enum fetch_error {
	FETCH_NONE,		/* there is an answer, of whatever status */
	FETCH_CONNECT,		/* nothing was sent: may be repeated freely */
	FETCH_TIMEOUT,		/* sent, and no answer in time: it may have happened */
	/* sent, and the answer was cut, too large or no HTTP: it may have happened */
	FETCH_OTHER
};

struct fetch_request {
	const char	*method;	/* GET when NULL */
	const char	*url;		/* https, or below a base address of the settings */
	const char	*const *headers;	/* "Name: value", NULL at the end; may be NULL */
	const char	*body;		/* NULL: none */
	size_t		 len;
	int		 timeout_ms;	/* for all of it; 0: 20 seconds, of which 5 to connect */
	size_t		 max_bytes;	/* of the answer's body; 0: 1 MB */
};

struct fetch_answer {			/* in the request's arena */
	enum fetch_error error;
	int		 status;	/* 0 without an answer */
	const char	*body;		/* ends in a zero byte; never NULL */
	size_t		 len;
	const char	*head;		/* the answer's header lines */
};

/*
 * OK: there is an answer, whose status the caller judges. BUSY: there is none, error says how far
 * it went. BROKEN: refused by us (inside a transaction, or an address that is not allowed), nothing
 * sent.
 */
enum outcome	 fetch(struct ctx *, const struct fetch_request *, struct fetch_answer *) MUST_USE;

/* The first header of that name, in the arena; NULL when there is none. */
const char	*fetch_header(struct ctx *, const struct fetch_answer *, const char *name);

#endif
