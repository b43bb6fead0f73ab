/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The only file that knows libfcgi. It has no CGI fallback in fcgiapp.h, so the branch is here. */

#include "lib/fcgi.h"

#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static FCGX_Request request;
static bool started, cgi, served, in_hand;
static volatile sig_atomic_t ending;

/* Finish what is in hand, then go: libfcgi leaves accept() when a signal interrupts it. */
static void
on_term(int sig)
{
	(void)sig;
	ending = 1;
	FCGX_ShutdownPending();
}

static void
start(void)
{
	struct sigaction sa = { .sa_handler = on_term };

	started = true;
	cgi = FCGX_IsCGI();
	if (cgi)
		return;
	(void)sigemptyset(&sa.sa_mask);
	(void)sigaction(SIGTERM, &sa, NULL);
	(void)sigaction(SIGUSR1, &sa, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		exit(1);
}

bool
fcgi_next(void)
{
	if (!started)
		start();
	if (cgi) {
		bool first = !served;

		served = true;
		return first;
	}
	if (ending)
		return false;
	in_hand = FCGX_Accept_r(&request) == 0;
	return in_hand;
}

bool
fcgi_is_cgi(void)
{
	if (!started)
		start();
	return cgi;
}

const char *
fcgi_env(const char *name)
{
	return cgi ? getenv(name) : FCGX_GetParam(name, request.envp);
}

size_t
fcgi_read(void *p, size_t n)
{
	int got;

	if (cgi)
		return fread(p, 1, n, stdin);
	got = FCGX_GetStr(p, (int)n, request.in);
	return got < 0 ? 0 : (size_t)got;
}

void
fcgi_write(const void *p, size_t n)
{
	if (cgi)
		(void)fwrite(p, 1, n, stdout);
	else
		(void)FCGX_PutStr(p, (int)n, request.out);
}

void
fcgi_done(void)
{
	if (cgi)
		(void)fflush(stdout);
	else if (in_hand)
		FCGX_Finish_r(&request);
	in_hand = false;
}
