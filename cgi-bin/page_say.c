/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What pages may ask of a request and say about its answer. */

#include "page_life.h"

#include <string.h>

#include "lib/conf.h"
#include "lib/str.h"

enum outcome
in_fault(struct req *rq, int field, const char *sentence)
{
	input_fault(rq->in, field, sentence);
	return INVALID;
}

enum outcome
go(struct req *rq, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	rq->ans->to = arena_vfmt(rq->cx->mem, fmt, ap);
	va_end(ap);
	return OK;
}

enum outcome
go_out(struct req *rq, const char *url)
{
	/* A partner's word is no reason to send a person to anything but a web page. */
	if (!str_starts(url, "https://") && (conf_is_live() || !str_starts(url, "http://")))
		return BROKEN;
	if (strpbrk(url, "\r\n") != NULL)
		return BROKEN;
	rq->ans->to = arena_str(rq->cx->mem, url);
	return OK;
}

void
page_notice(struct req *rq, const char *sentence)
{
	rq->ans->notice = sentence;
}

void
page_title(struct req *rq, const char *title)
{
	rq->ans->title = title;
}

void
page_status(struct req *rq, int status)
{
	rq->ans->status = status;
}

enum outcome
page_bytes(struct req *rq, const char *type, const char *file, const char *bytes, size_t len)
{
	rq->ans->type = type;
	rq->ans->file = file;
	rq->ans->bytes = bytes;
	rq->ans->len = len;
	rq->ans->has_bytes = true;
	return OK;
}

void
page_session(struct req *rq, const char *token, int64_t max_age)
{
	answer_cookie(rq->ans, "__Host-session", token != NULL ? token : "",
	    token != NULL ? (long)max_age : 0, false);
}

void
page_cookie(struct req *rq, const char *name, const char *value, int64_t max_age)
{
	if (strpbrk(value, " \t\r\n\",;\\") == NULL)
		answer_cookie(rq->ans, name, value, (long)max_age, !str_starts(name, "__Host-"));
}

const char *
page_get_cookie(struct req *rq, const char *name)
{
	return cookie_get(rq->cx->mem, rq->raw->cookies, name);
}

const char *
page_header(struct req *rq, const char *cgi_name)
{
	(void)rq;
	return life_env(cgi_name);
}

void
page_no_cache(struct req *rq)
{
	rq->ans->shared = false;
}

bool
page_is_proven(struct req *rq)
{
	return rq->cx->session != NULL && life_now->session.proven + SESSION_PROVEN >= rq->cx->now;
}
