/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The life of requests, for main.c and for tests. */

#ifndef PAGE_RUN_H
#define PAGE_RUN_H

#include "page.h"

/* Serve until told to stop, or one plain CGI call; --describe prints the declaration as JSON. */
int	page_run(const struct page *, int argc, char **argv);

/* The declaration as one JSON object on standard output. */
void	page_describe(const struct page *);

#endif
