/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* HTTP to partners, against a small server of our own that behaves and misbehaves. */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/conf.h"
#include "lib/ctx.h"
#include "lib/fetch.h"
#include "lib/sql.h"
#include "lib/str.h"

static struct ctx cx;
static char base[60];
static pid_t server;
static int *connections;	/* shared with the server */
static bool in_tx;

bool
sql_in_tx(const struct ctx *c)
{
	(void)c;
	return in_tx;
}

/* One request: its head, and what its Content-Length says. Returns its length, or 0 at the end. */
static size_t
receive(int fd, char *text, size_t size)
{
	size_t have = 0, want = 0;
	char *body, *length;
	ssize_t n;

	while ((n = read(fd, text + have, size - 1 - have)) > 0) {
		have += (size_t)n;
		text[have] = '\0';
		if ((body = strstr(text, "\r\n\r\n")) == NULL)
			continue;
		length = strcasestr(text, "\r\ncontent-length:");
		want = (size_t)(body + 4 - text) + (length == NULL ? 0 :
		    strtoul(length + 17, NULL, 10));
		if (have >= want)
			return have;
	}
	return 0;
}

static void
say(int fd, const char *text)
{
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
}

/* Answer by path; false closes the connection. */
static bool
answer(int fd, const char *rq)
{
	char *p;

	if (strstr(rq, " /slow") != NULL) {
		(void)pause();
		return false;
	}
	if (strstr(rq, " /cut") != NULL) {
		say(fd, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
		return false;
	}
	if (strstr(rq, " /gone") != NULL)
		return false;
	if (strstr(rq, " /away") != NULL) {
		say(fd, "HTTP/1.1 302 Found\r\nLocation: /echo\r\nContent-Length: 0\r\n\r\n");
		return true;
	}
	if (strstr(rq, " /limit") != NULL) {
		say(fd, "HTTP/1.1 100 Continue\r\nRetry-After: 99\r\n\r\n"
		    "HTTP/1.1 429 Too Many\r\nX-Retry-After: 5\r\nretry-after:  7 \r\n"
		    "Stripe-Should-Retry: true\r\nContent-Length: 2\r\n\r\n{}");
		return true;
	}
	if (strstr(rq, " /large") != NULL) {
		say(fd, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
		for (int i = 0; i < 500; i++)
			say(fd, "0123456789");
		return true;
	}
	p = malloc(strlen(rq) + 200);
	sprintf(p, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s", strlen(rq), rq);
	say(fd, p);
	free(p);
	return true;
}

static void
serve(int listener)
{
	char rq[8192];
	int fd;

	(void)signal(SIGCHLD, SIG_IGN);
	(void)signal(SIGPIPE, SIG_IGN);
	while ((fd = accept(listener, NULL, NULL)) >= 0) {
		++*connections;
		if (fork() == 0) {
			while (receive(fd, rq, sizeof(rq)) > 0 && answer(fd, rq))
				;
			_exit(0);
		}
		(void)close(fd);
	}
	_exit(1);
}

static int
set_up(void **state)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	(void)state;
	connections = mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
	    -1, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&a, sizeof(a)), 0);
	assert_int_equal(listen(fd, 16), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&a, &len), 0);
	snprintf(base, sizeof(base), "http://127.0.0.1:%d", ntohs(a.sin_port));
	if ((server = fork()) == 0) {
		(void)setpgid(0, 0);
		serve(fd);
	}
	(void)setpgid(server, server);
	(void)close(fd);
	setenv("PRAXIS_CONF", "/dev/null", 1);
	setenv("PRAXIS_MODE", "test", 1);
	setenv("PRAXIS_STRIPE_BASE", base, 1);
	conf_load();
	cx.mem = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(cx.mem);
	(void)kill(-server, SIGKILL);
	return waitpid(server, NULL, 0) == server ? 0 : -1;
}

static enum outcome
get(const char *path, struct fetch_answer *a)
{
	struct fetch_request rq = { .url = arena_fmt(cx.mem, "%s%s", base, path), .timeout_ms =
	    300 };

	return fetch(&cx, &rq, a);
}

static void
test_exchange(void **state)
{
	static const char *const headers[] = { "X-Mine: a b", "Idempotency-Key: k-1", NULL };
	struct fetch_request rq = { .method = "POST", .headers = headers, .body = "a=1&b\0c", .len =
	    5 };
	struct fetch_answer a;

	(void)state;
	rq.url = arena_fmt(cx.mem, "%s/echo?q=secret", base);
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_int_equal(a.status, 200);
	assert_int_equal(a.error, FETCH_NONE);
	assert_int_equal(a.len, strlen(a.body));
	assert_true(str_starts(a.body, "POST /echo?q=secret HTTP/1.1\r\n"));
	assert_non_null(strstr(a.body, "\r\nX-Mine: a b\r\n"));
	assert_null(strstr(a.body, "Expect"));
	assert_string_equal(strstr(a.body, "\r\n\r\n") + 4, "a=1&b");
	rq.body = NULL;
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_non_null(strcasestr(a.body, "\r\nContent-Length: 0\r\n"));
	rq.method = "DELETE";
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_true(str_starts(a.body, "DELETE "));
	rq.method = NULL;
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_true(str_starts(a.body, "GET "));
	assert_null(strstr(a.body, "a=1"));
}

static void
test_headers_of_answer(void **state)
{
	struct fetch_answer a;

	(void)state;
	assert_int_equal(get("/limit", &a), OK);
	assert_int_equal(a.status, 429);
	assert_string_equal(fetch_header(&cx, &a, "Retry-After"), "7");
	assert_string_equal(fetch_header(&cx, &a, "stripe-should-retry"), "true");
	assert_null(fetch_header(&cx, &a, "Request-Id"));
	assert_null(fetch_header(&cx, &a, "Retry"));
	assert_string_equal(a.body, "{}");
}

static void
test_no_redirect(void **state)
{
	struct fetch_answer a;

	(void)state;
	assert_int_equal(get("/away", &a), OK);
	assert_int_equal(a.status, 302);
	assert_int_equal(a.len, 0);
}

static void
test_no_answer(void **state)
{
	struct fetch_request rq = { .url = "https://127.0.0.1:1/", .timeout_ms = 300 };
	struct fetch_answer a;

	(void)state;
	assert_int_equal(get("/slow", &a), BUSY);
	assert_int_equal(a.error, FETCH_TIMEOUT);
	assert_int_equal(a.status, 0);
	assert_string_equal(a.body, "");
	assert_int_equal(get("/cut", &a), BUSY);
	assert_int_equal(a.error, FETCH_OTHER);
	assert_string_equal(a.body, "");
	assert_int_equal(get("/gone", &a), BUSY);
	assert_int_equal(a.error, FETCH_OTHER);
	assert_int_equal(fetch(&cx, &rq, &a), BUSY);
	assert_int_equal(a.error, FETCH_CONNECT);
	assert_null(fetch_header(&cx, &a, "Retry-After"));
}

static void
test_size(void **state)
{
	struct fetch_request rq = { .url = arena_fmt(cx.mem, "%s/large", base), .max_bytes = 5000 };
	struct fetch_answer a;

	(void)state;
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_int_equal(a.len, 5000);
	rq.max_bytes = 4999;
	assert_int_equal(fetch(&cx, &rq, &a), BUSY);
	assert_int_equal(a.error, FETCH_OTHER);
	assert_int_equal(a.len, 0);
}

/* Connections are kept, but not for what may not happen twice. */
static void
test_keeps_connection(void **state)
{
	struct fetch_request rq = { .method = "POST", .body = "x", .len = 1 };
	struct fetch_answer a;
	int before, i;

	(void)state;
	assert_int_equal(get("/echo", &a), OK);
	before = *connections;
	for (i = 0; i < 5; i++)
		assert_int_equal(get("/echo", &a), OK);
	assert_int_equal(*connections, before);
	rq.url = arena_fmt(cx.mem, "%s/echo", base);
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_int_equal(*connections, before + 1);
}

static void
test_refuses(void **state)
{
	static const char *const split[] = { "X-Mine: a\r\nX-Other: b", NULL };
	const char *bad[] = { "http://127.0.0.1:9/", "ftp://a.example/", "file:///etc/passwd", "",
		"https://a@b.example/", "https://a.example/ b", "https://a.example/\r\nX: y",
		"gopher://x/", NULL, NULL, NULL };
	struct fetch_request rq = { .url = base, .headers = split };
	struct fetch_answer a;
	int status;
	pid_t pid;
	size_t i;

	(void)state;
	bad[8] = arena_fmt(cx.mem, "%s@evil.example/", base);
	bad[9] = arena_fmt(cx.mem, "%s0/", base);
	assert_int_equal(fetch(&cx, &rq, &a), BROKEN);
	rq.headers = NULL;
	for (i = 0; bad[i] != NULL; i++) {
		rq.url = bad[i];
		assert_int_equal(fetch(&cx, &rq, &a), BROKEN);
	}
	/* Inside a transaction: loud here, refused where people are served. */
	rq.url = base;
	if ((pid = fork()) == 0) {
		in_tx = true;
		(void)signal(SIGABRT, SIG_DFL);
		_exit(fetch(&cx, &rq, &a) == OK);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exchange),
		cmocka_unit_test(test_headers_of_answer),
		cmocka_unit_test(test_no_redirect),
		cmocka_unit_test(test_no_answer),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_keeps_connection),
		cmocka_unit_test(test_refuses),
	};

	return cmocka_run_group_tests_name("fetch", tests, set_up, tear_down);
}
