/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Preloaded into a program: it is killed at the n-th word that it sends to the database or to a
 * partner, before the word goes out or right behind it. So every step of a job can be its last.
 * KILL_AT=n KILL_WHEN=before|after
 */

#define _GNU_SOURCE
#include <sys/socket.h>

#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long
wanted(void)
{
	const char *n = getenv("KILL_AT");

	return n != NULL ? strtol(n, NULL, 10) : 0;
}

static int
is_now(int after)
{
	static long sent;
	const char *when = getenv("KILL_WHEN");

	if (!after)
		sent++;
	return sent == wanted() && (when != NULL && strcmp(when, "after") == 0) == after;
}

/* glibc's macros may send either name here. */
ssize_t
sendto(int fd, const void *p, size_t n, int flags, const struct sockaddr *to, socklen_t len)
{
	static ssize_t (*real)(int, const void *, size_t, int, const struct sockaddr *, socklen_t);
	ssize_t got;

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "sendto");
	if (is_now(0))
		(void)kill(getpid(), SIGKILL);
	got = real(fd, p, n, flags, to, len);
	if (is_now(1))
		(void)kill(getpid(), SIGKILL);
	return got;
}

ssize_t
send(int fd, const void *p, size_t n, int flags)
{
	return sendto(fd, p, n, flags, NULL, 0);
}
