/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Does the money add up, and do the jobs keep up? */

#include "lib/clock.h"
#include "model/health.h"
#include "model/ledger.h"
#include "page.h"

static void
show_job(struct req *rq, struct view *v, const char *name, const char *words, int64_t late)
{
	struct view *job = view_add(v, "JOB");

	view_set(job, "JOB_NAME", name);
	view_set(job, "JOB_DOES", words);
	if (late > 0)
		view_set(view_add(job, "LATE"), "LATE_FOR", clock_ago(rq->cx->mem, late));
	else
		view_show(job, "IN_TIME");
}

static enum outcome
show(struct req *rq, struct view *v)
{
	struct ledger_health money;
	struct health jobs;
	struct view *line;
	bool sound;
	enum outcome res;

	if ((res = ledger_check(rq->cx, &money)) != OK || (res = health_read(rq->cx, &jobs)) != OK)
		return res;
	sound = money.paid_without_booking == 0 && money.booked_without_payment == 0 &&
	    money.unexplained_minor == 0;
	line = view_add(v, sound ? "SOUND" : "FAULTY");
	view_fmt(line, "LINE", "%lld payments without booking, %lld bookings without payment, "
	    "%lld cents unexplained", (long long)money.paid_without_booking,
	    (long long)money.booked_without_payment, (long long)money.unexplained_minor);
	view_set(v, "CHECKED_AT", clock_full(rq->cx->mem, rq->cx->now, rq->cx->zone));
	show_job(rq, v, "Outbox", "Mails and refunds that go out", jobs.outbox);
	show_job(rq, v, "Inbox", "Messages of partners that are worked on", jobs.inbox);
	show_job(rq, v, "Directory", "Next free times that are looked up again", jobs.directory);
	return OK;
}

const struct page page = {
	.name = "backoffice-health",
	.title = "Health",
	.access = ACCESS_ADMIN,
	.get = show,
};
