/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What goes back to the browser: status, headers, bytes. */

#include "answer.h"

#include "lib/fcgi.h"

static const struct { int status; const char *phrase; } phrases[] = {
	{ 200, "OK" }, { 303, "See Other" }, { 400, "Bad Request" }, { 401, "Unauthorized" },
	{ 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" },
	{ 409, "Conflict" }, { 410, "Gone" }, { 413, "Content Too Large" },
	{ 422, "Unprocessable Content" }, { 429, "Too Many Requests" },
	{ 500, "Internal Server Error" }, { 503, "Service Unavailable" },
};

static const struct { int status; struct refusal says; } refusals[] = {
	{ 400, { "That request makes no sense to us",
	    "Something in the address or the form was damaged on its way. Going back and trying "
	    "again usually helps.", false, false, true } },
	{ 401, { "Not signed as expected",
	    "This address is for partners and their signed messages.",
	    false, false, false } },
	{ 403, { "That is not allowed",
	    "The form was opened in another session or too long ago, or your account may not do "
	    "this. Nothing was changed.", true, true, false } },
	{ 404, { "There is nothing here",
	    "The page does not exist, or it belongs to somebody else.", false, false, true } },
	{ 405, { "That cannot be done here", "This address does not take that kind of request.",
	    false, false, false } },
	{ 409, { "Somebody was faster",
	    "This has changed since you opened the page. Nothing of yours was lost; please look "
	    "at it again.", true, false, true } },
	{ 410, { "This link has had its day",
	    "It was used already or has expired. A fresh one can be sent at any time.",
	    false, true, false } },
	{ 413, { "That is too large", "What was sent is larger than we take. Nothing was stored.",
	    false, false, false } },
	{ 422, { "Please look at that again", "Something in the form needs another look.",
	    true, false, false } },
	{ 429, { "One moment, please",
	    "That was tried very often in a short time. Please wait a few minutes.",
	    true, false, false } },
	{ 503, { "We are catching our breath",
	    "A part of the system does not answer right now. Nothing was lost; please try again "
	    "in a few seconds.", true, false, false } },
	{ 500, { "That went wrong on our side",
	    "The fault is written down with the number below. Nothing was half done.",
	    true, false, false } },
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

const struct refusal *
answer_refusal(int status)
{
	size_t i;

	for (i = 0; i < COUNT(refusals) - 1; i++)
		if (refusals[i].status == status)
			break;
	return &refusals[i].says;
}

int
answer_status(enum outcome res)
{
	switch (res) {
	case OK:
		return 200;
	case INVALID:
		return 422;
	case NOT_FOUND:
		return 404;
	case DENIED:
		return 403;
	case CONFLICT:
		return 409;
	case LIMITED:
		return 429;
	case BUSY:
		return 503;
	case BROKEN:
		break;
	}
	return 500;
}

void
answer_init(struct ctx *cx, struct answer *a)
{
	buf_init(&a->headers, cx->mem);
}

/*
 * __Host-: this host only, whole site, https (loopback counts as safe). open: scripts may read it.
 */
void
answer_cookie(struct answer *a, const char *name, const char *value, long max_age, bool open)
{
	buf_fmt(&a->headers, "Set-Cookie: %s=%s; Path=/; Secure; SameSite=Lax; Max-Age=%ld%s\r\n",
	    name, value, max_age, open ? "" : "; HttpOnly");
}

static const char *
phrase(int status)
{
	size_t i;

	for (i = 0; i < COUNT(phrases); i++)
		if (phrases[i].status == status)
			return phrases[i].phrase;
	return "Status";
}

void
answer_send(struct ctx *cx, struct answer *a, bool head)
{
	struct buf b;

	buf_init(&b, cx->mem);
	buf_fmt(&b, "Status: %d %s\r\n", a->status, phrase(a->status));
	buf_add(&b, a->headers.p, a->headers.len);
	if (a->to != NULL)
		buf_fmt(&b, "Location: %s\r\n", a->to);
	if (a->status == 503 || a->status == 429)
		buf_str(&b, "Retry-After: 10\r\n");
	/* nginx counts in whole seconds: what it may keep for 1 is less than 2 seconds old. */
	if (a->shared && a->status == 200)
		buf_str(&b, "Cache-Control: no-cache\r\nX-Accel-Expires: 1\r\n");
	else
		buf_str(&b, "Cache-Control: private, no-store\r\n");
	if (a->file != NULL)
		buf_fmt(&b, "Content-Disposition: attachment; filename=\"%s\"\r\n", a->file);
	buf_fmt(&b, "X-Request-Id: %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n",
	    cx->request, a->type, a->len);
	if (!head)
		buf_add(&b, a->bytes, a->len);
	fcgi_write(b.p, b.len);
}
