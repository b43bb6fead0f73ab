/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A few places at something heavy. */

#include "lib/turn.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "lib/conf.h"
#include "lib/log.h"

enum { NAP_MS = 5 };

/* 1: ours, 0: taken, -1: there is no such file and none can be made. */
static int
try(struct ctx *cx, const char *what, int place, int *turn)
{
	const char *path = arena_fmt(cx->mem, "%s/.%s-%d", conf_need("files"), what, place);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd == -1) {
		log_fault(cx, "turn", "%s: %s", path, strerror(errno));
		return -1;
	}
	if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
		*turn = fd;
		return 1;
	}
	(void)close(fd);
	return 0;
}

enum outcome
turn_take(struct ctx *cx, const char *what, int places, int ms, int *turn)
{
	const struct timespec nap = { 0, NAP_MS * 1000000L };
	int got, i;

	for (;; ms -= NAP_MS) {
		for (i = 0; i < places; i++)
			if ((got = try(cx, what, i, turn)) != 0)
				return got == 1 ? OK : BROKEN;
		if (ms <= 0)
			return BUSY;
		(void)nanosleep(&nap, NULL);
	}
}

void
turn_end(int turn)
{
	(void)close(turn);
}
