/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A page: a declaration and one or two short functions. What it declares, the library enforces. */

#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/ctx.h"
#include "lib/input.h"
#include "lib/view.h"

enum access {
	/* anybody, and the answer may be shared from the cache when nobody is signed in */
	ACCESS_PUBLIC = 1,
	ACCESS_VISITOR,		/* anybody; never cached */
	ACCESS_MEMBER,		/* signed in, any role in this tenant */
	ACCESS_COACH,		/* a coach of this tenant */
	ACCESS_ADMIN,		/* an admin of this tenant */
	ACCESS_SIGNED		/* a partner: .signed_by judges the raw body */
};

struct req {
	struct ctx	*cx;
	struct input	*in;
	const struct raw *raw;
	struct answer	*ans;		/* the library's: what will be sent */
};

typedef enum outcome req_fn(struct req *);

/* One button: <button name="do" value="NAME">. Each part but post may be NULL. */
struct action {
	const char	*name;
	/* ahead of the transaction: counts attempts, judges passwords */
	req_fn		*before;
	req_fn		*post;		/* in a transaction; OK commits, anything else rolls back */
	req_fn		*after;		/* behind the commit; may talk to partners */
};

struct page {
	const char	*name;		/* the program and its template page/NAME.tpl */
	const char	*title;		/* the document's title; page_title() for others */
	enum access	 access;
	const char	*feature;	/* tenant feature that must be on, or NULL */
	const struct field *fields;
	/*
	 * Talk to partners before GET shows their truth; no transaction is open. Must be
	 * idempotent.
	 */
	req_fn		*sync;
	enum outcome	(*get)(struct req *, struct view *);	/* in a read-only transaction */
	/* as in struct action, when there is one button only */
	req_fn		*before, *post, *after;
	const struct action *actions;	/* instead, when there are several; ends with a NULL name */
	req_fn		*signed_by;	/* ACCESS_SIGNED: OK or DENIED (401) */
	/* .get has answered by page_bytes(), there is no template */
	bool		 anywhere;	/* answers under a host name that is no tenant's, too */
	bool		 bare;
	int64_t		 body_max;	/* default 64 kB */
};

/* Every page program defines it. */
extern const struct page page;

/* Fields of this request; i is the enum constant of the declaration. */
#define in_text(rq, i)	input_text((rq)->in, (i))
#define in_int(rq, i)	input_int((rq)->in, (i))
#define in_id(rq, i)	input_int((rq)->in, (i))
#define in_flag(rq, i)	input_flag((rq)->in, (i))
#define in_has(rq, i)	input_has((rq)->in, (i))
#define in_file(rq, i)	input_file((rq)->in, (i))

/* "Wrong": put the sentence beside the field (-1: above the form) and answer INVALID. */
enum outcome	 in_fault(struct req *, int field, const char *sentence);

/* Where to go after a POST: a path of ours such as "/account/bookings". Answers OK. */
enum outcome	 go(struct req *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* To a partner's address (Stripe). */
enum outcome	 go_out(struct req *, const char *url);
/* A sentence to be shown once, on the next page. */
void		 page_notice(struct req *, const char *sentence);

void		 page_title(struct req *, const char *);
/*
 * Answer with bytes of our own making instead of a template. file, if not NULL, makes it a
 * download.
 */
enum outcome	 page_bytes(struct req *, const char *type, const char *file, const char *bytes,
		    size_t len);
/* Start or end a session (sets the cookie). token is plain; NULL ends it. */
void		 page_session(struct req *, const char *token, int64_t max_age);
/*
 * A small, lasting choice of the visitor such as the zone; scripts cannot read one named
 * "__Host-..".
 */
void		 page_cookie(struct req *, const char *name, const char *value, int64_t max_age);
const char	*page_get_cookie(struct req *, const char *name);
/* A request header such as "HTTP_STRIPE_SIGNATURE" (CGI name); "" when absent. */
const char	*page_header(struct req *, const char *cgi_name);
/* Keep the answer of an ACCESS_PUBLIC page out of the shared cache. */
void		 page_no_cache(struct req *);
/* The status of the answer when the outcome alone does not say it (a 410, a 201). */
void		 page_status(struct req *, int status);
/* Was the password or a code typed within the last ten minutes? Sensitive changes need it. */
bool		 page_is_proven(struct req *);

#endif
