/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Sign out: a press, never a link. */

#include "model/session.h"
#include "page.h"

static enum outcome
show(struct req *rq, struct view *v)
{
	(void)v;
	return rq->cx->me == 0 ? go(rq, "/") : OK;
}

static enum outcome
sign_out(struct req *rq)
{
	enum outcome res = rq->cx->session != NULL ? session_end(rq->cx, rq->cx->session) : OK;

	if (res != OK)
		return res;
	page_session(rq, NULL, 0);
	page_notice(rq, "You are signed out.");
	return go(rq, "/");
}

const struct page page = {
	.name = "logout",
	.title = "Sign out",
	.access = ACCESS_VISITOR,
	.get = show,
	.post = sign_out,
};
