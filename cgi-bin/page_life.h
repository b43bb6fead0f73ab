/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Inside page*.c only: everything that one request has, and the stations of its life. */

#ifndef PAGE_LIFE_H
#define PAGE_LIFE_H

#include "answer.h"
#include "model/session.h"
#include "page.h"

struct life {
	const struct page *pg;
	const struct action *action;
	struct ctx	 cx;
	struct req	 rq;
	struct raw	 raw;
	struct answer	 ans;
	struct session	 session;
	const char	*host, *visit;
	bool		 post, head, visit_new;
};

/* The request in hand; one at a time per process. */
extern struct life *life_now;

/* A variable of the request; "" when absent. */
const char	*life_env(const char *name);
/* The path as the browser asked for it; never the start of an address of somebody else's. */
const char	*life_path(struct arena *);
const char	*life_login(struct life *);

/* Its id in logs and on error pages. */
const char	*life_request_id(struct arena *);

/* page_read.c: method, body, headers into raw. */
enum outcome	 life_read(struct life *) MUST_USE;
/* page_admit.c: who and where; may they; is the form our own. */
enum outcome	 life_identify(struct life *) MUST_USE;
enum outcome	 life_admit(struct life *) MUST_USE;
bool		 life_is_forged(struct life *);
const char	*life_token(struct life *);
/* page_show.c: the page by GET, a refusal, the sentence for the next page. */
enum outcome	 life_show(struct life *) MUST_USE;
void		 life_refuse(struct life *, int status);
void		 life_leave_notice(struct life *);

#endif
