/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Looks which sessions are near, and queues the reminders that are due. */

#include "model/reminder.h"
#include "work.h"

static enum outcome
round_of(struct ctx *cx)
{
	int64_t n;
	enum outcome res = reminders_queue(cx, &n);

	/* A full batch may have left some: come again at once. */
	return res == OK && n == 0 ? NOT_FOUND : res;
}

const struct work work = {
	.name = "reminders",
	.pause = 20,
	.round = round_of,
};
