/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Letters: to the stand-in's mailbox, read by a parser that is not ours, and to a rude server. */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
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
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "lib/conf.h"
#include "lib/ctx.h"
#include "lib/fetch.h"
#include "lib/mail.h"
#include "lib/mail_text.h"
#include "lib/sql.h"
#include "lib/str.h"

static struct ctx cx = { .now = 1760515200 };
static char dir[] = "/tmp/praxis-mail-XXXXXX";
static char stub_base[60];
static pid_t stub;

static const struct mail letter = { .from_name = "Praxis",
	.from = "hello@praxis.example",
	.to_name = "Ann",
	.to = "ann@example.org",
	.subject = "Hello",
	.text = "Hello Ann,\n\nbye.\n",
	.message_id = "1.test@praxis.example" };

bool
sql_in_tx(const struct ctx *c)
{
	(void)c;
	return false;
}

static int
listener(int *port)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof(a)) != 0 || listen(fd, 4) != 0 ||
	    getsockname(fd, (struct sockaddr *)&a, &len) != 0)
		return -1;
	*port = ntohs(a.sin_port);
	return fd;
}

static bool
await(const char *path, pid_t pid)
{
	const struct timespec pause = { 0, 20 * 1000 * 1000 };
	struct stat st;
	int i;

	for (i = 0; i < 1000; i++) {
		if (stat(path, &st) == 0)
			return true;
		if (waitpid(pid, NULL, WNOHANG) != 0)
			return false;
		(void)nanosleep(&pause, NULL);
	}
	return false;
}

static int
set_up(void **state)
{
	const char *src = getenv("PRAXIS_SRC");
	char program[400], http[60], smtp[40], ready[80];
	int a, b, hp, sp;

	(void)state;
	a = listener(&hp);
	b = listener(&sp);
	if (mkdtemp(dir) == NULL || a < 0 || b < 0)
		return -1;
	snprintf(program, sizeof(program), "%s/tests/stub/stub", src == NULL ? "." : src);
	snprintf(http, sizeof(http), "127.0.0.1:%d", hp);
	snprintf(smtp, sizeof(smtp), "127.0.0.1:%d", sp);
	snprintf(ready, sizeof(ready), "%s/ready", dir);
	(void)close(a);
	(void)close(b);
	if ((stub = fork()) == 0) {
		(void)dup2(STDERR_FILENO, STDOUT_FILENO);
		execl(program, "stub", "--http", http, "--smtp", smtp, "--stripe-key", "k",
		    "--webhook-secret", "s", "--ready-file", ready, (char *)NULL);
		perror(program);
		_exit(127);
	}
	snprintf(stub_base, sizeof(stub_base), "http://127.0.0.1:%d", hp);
	setenv("PRAXIS_CONF", "/dev/null", 1);
	setenv("PRAXIS_MODE", "test", 1);
	setenv("PRAXIS_STRIPE_BASE", stub_base, 1);
	snprintf(http, sizeof(http), "smtp://127.0.0.1:%d", sp);
	setenv("PRAXIS_MAIL_URL", http, 1);
	conf_load();
	cx.mem = arena_new();
	return await(ready, stub) ? 0 : -1;
}

static int
tear_down(void **state)
{
	char cmd[80];

	(void)state;
	arena_free(cx.mem);
	(void)kill(stub, SIGTERM);
	(void)waitpid(stub, NULL, 0);
	snprintf(cmd, sizeof(cmd), "rm -rf %s", dir);
	return system(cmd);
}

static json_t *
control(const char *method, const char *path, const char *body)
{
	struct fetch_request rq = {
		.method = method, .body = body, .len = body == NULL ? 0 : strlen(body)
	};
	struct fetch_answer a;
	json_t *j;

	rq.url = arena_fmt(cx.mem, "%s/control%s", stub_base, path);
	assert_int_equal(fetch(&cx, &rq, &a), OK);
	assert_int_equal(a.status, 200);
	j = json_loads(a.body, 0, NULL);
	assert_non_null(j);
	return j;
}

/* Send, and read what arrived as the stand-in understands it. */
static json_t *
sent(const struct mail *m)
{
	struct mail_answer a;
	json_t *box, *res;

	json_decref(control("DELETE", "/mail", NULL));
	assert_int_equal(mail_send(&cx, m, &a), OK);
	assert_int_equal(a.code, 250);
	assert_true(str_starts(a.text, "2.0.0 OK"));
	box = control("GET", "/mail", NULL);
	assert_int_equal(json_array_size(json_object_get(box, "mail")), 1);
	res = json_incref(json_array_get(json_object_get(box, "mail"), 0));
	json_decref(box);
	return res;
}

static const char *
header(json_t *mail, const char *name)
{
	const char *res = NULL;
	json_t *h;
	size_t i;

	json_array_foreach(json_object_get(mail, "headers"), i, h)
		if (strcasecmp(json_string_value(json_array_get(h, 0)), name) == 0) {
			assert_null(res);
			res = json_string_value(json_array_get(h, 1));
		}
	return res;
}

static const char *
field(json_t *o, const char *name)
{
	return json_string_value(json_object_get(o, name));
}

static void
test_letter(void **state)
{
	struct mail m = letter;
	json_t *got;

	(void)state;
	m.from_name = "Z\xc3\xb6" "e \"the coach\" M\xc3\xbcller";
	m.to_name = "Ann \\ \"A.\" (x), <Bob>";
	m.subject =
	    "Termin best\xc3\xa4tigt: \xf0\x9f\x98\x80 am Mittwoch, 15. Oktober 2026, um zehn Uhr "
	    "in der gro\xc3\x9f"
	    "en Stra\xc3\x9f"
	    "e, und vieles, vieles mehr \xe2\x82\xac";
	m.text = "Gr\xc3\xbc\xc3\x9f" "e,\n\n.\n..two\r\nFrom here = there\ttab \nend\x01";
	m.html = "<p>Gr\xc3\xbc\xc3\x9f"
	         "e &amp; <a href=\"https://a.example/?a=1&amp;b=2\">more</a></p>\n";
	m.reply_to = "coach@example.org";
	got = sent(&m);
	assert_string_equal(header(got, "From"),
	    "\"Z\xc3\xb6"
	    "e \\\"the coach\\\" M\xc3\xbcller\" <hello@praxis.example>");
	assert_string_equal(
	    header(got, "To"), "\"Ann \\\\ \\\"A.\\\" (x), <Bob>\" <ann@example.org>");
	assert_string_equal(header(got, "Subject"), m.subject);
	assert_string_equal(field(got, "subject"), m.subject);
	assert_string_equal(header(got, "Reply-To"), "coach@example.org");
	assert_string_equal(header(got, "Date"), "Wed, 15 Oct 2025 08:00:00 +0000");
	assert_string_equal(header(got, "Message-ID"), "<1.test@praxis.example>");
	assert_string_equal(header(got, "Auto-Submitted"), "auto-generated");
	assert_string_equal(header(got, "MIME-Version"), "1.0");
	assert_null(header(got, "List-Unsubscribe"));
	assert_string_equal(field(got, "from"), "hello@praxis.example");
	assert_string_equal(
	    json_string_value(json_array_get(json_object_get(got, "to"), 0)), "ann@example.org");
	assert_string_equal(field(got, "text"),
	    "Gr\xc3\xbc\xc3\x9f" "e,\r\n\r\n.\r\n..two\r\nFrom here = there\ttab \r\nend\x01");
	assert_non_null(strstr(field(got, "html"),
	    "Gr\xc3\xbc\xc3\x9f"
	    "e &amp; <a href=\"https://a.example/?a=1&amp;b=2\">"));
	json_decref(got);
	m.html = NULL;
	m.to_name = NULL;
	m.unsubscribe = "https://praxis.example/answer/abc";
	got = sent(&m);
	assert_true(json_is_null(json_object_get(got, "html")));
	assert_string_equal(header(got, "To"), "ann@example.org");
	assert_string_equal(header(got, "List-Unsubscribe"), "<https://praxis.example/answer/abc>");
	json_decref(got);
}

static void
test_invitation(void **state)
{
	static const char ics[] = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Gr\xc3\xbc\xc3\x9f"
	                          "e\r\nEND:VCALENDAR\r\n";
	struct mail m = letter;
	json_t *got, *parts, *p;
	int inline_parts = 0, attached = 0;
	size_t i;

	(void)state;
	m.html = "<p>Hi</p>";
	m.ics = ics;
	m.ics_method = "REQUEST";
	got = sent(&m);
	parts = json_object_get(got, "attachments");
	assert_int_equal(json_array_size(parts), 2);
	json_array_foreach(parts, i, p) {
		assert_string_equal(field(p, "name"), "invite.ics");
		assert_int_equal(json_integer_value(json_object_get(p, "size")), sizeof(ics) - 1);
		if (strcmp(field(p, "type"), "text/calendar") == 0) {
			assert_string_equal(field(p, "method"), "REQUEST");
			assert_string_equal(field(p, "text"), ics);
			inline_parts++;
		}
		attached += strcmp(field(p, "type"), "application/ics") == 0;
	}
	assert_int_equal(inline_parts, 1);
	assert_int_equal(attached, 1);
	assert_string_equal(field(got, "html"), "<p>Hi</p>");
	json_decref(got);
}

/* What people typed stays in its line. */
static void
test_no_injection(void **state)
{
	struct mail m = letter;
	struct mail_answer a;
	json_t *got;

	(void)state;
	m.subject = "x\r\nBcc: evil@example.org\r\n\r\nbody";
	m.to_name = "Ann\r\nBcc: evil@example.org";
	m.from_name = "P\nX: y\xff";
	got = sent(&m);
	assert_string_equal(field(got, "subject"), "x  Bcc: evil@example.org    body");
	assert_null(header(got, "Bcc"));
	assert_null(header(got, "X"));
	assert_int_equal(json_array_size(json_object_get(got, "to")), 1);
	assert_string_equal(field(got, "text"), "Hello Ann,\r\n\r\nbye.\r\n");
	json_decref(got);
	m.to = "ann@example.org>\r\nRCPT TO:<evil@example.org";
	assert_int_equal(mail_send(&cx, &m, &a), DENIED);
	assert_int_equal(a.code, 0);
	m.to = letter.to;
	m.message_id = "a@b>\r\nBcc: x@y.example";
	assert_int_equal(mail_send(&cx, &m, &a), BROKEN);
	m.message_id = letter.message_id;
	m.reply_to = "a@b.example\r\nBcc: x@y.example";
	assert_int_equal(mail_send(&cx, &m, &a), BROKEN);
	m.reply_to = NULL;
	m.unsubscribe = "https://x>\r\nBcc: x@y.example";
	assert_int_equal(mail_send(&cx, &m, &a), BROKEN);
	m.unsubscribe = NULL;
	m.from = "nobody";
	assert_int_equal(mail_send(&cx, &m, &a), BROKEN);
}

static void
check_fault(const char *fault, enum outcome expected, int code, const char *words)
{
	struct mail_answer a;

	json_decref(control("POST", "/mail/faults", fault));
	assert_int_equal(mail_send(&cx, &letter, &a), expected);
	assert_int_equal(a.code, code);
	if (strstr(a.text, words) == NULL)
		fail_msg("%s: %s", fault, a.text);
	json_decref(control("DELETE", "/mail/faults", NULL));
}

static void
test_refusals(void **state)
{
	(void)state;
	check_fault("{\"address\": \"ann@example.org\", \"code\": 550, \"when\": \"rcpt\"}", DENIED,
	    550, "5.1.1 Mailbox unavailable");
	check_fault("{\"address\": \"ann@example.org\", \"code\": 451, \"when\": \"rcpt\"}", BUSY,
	    451, "4.2.0 Try again later");
	check_fault("{\"address\": \"*\", \"code\": 554, \"when\": \"data\"}", DENIED, 554,
	    "refused on demand");
	check_fault("{\"address\": \"*\", \"code\": 452, \"when\": \"data\"}", BUSY, 452,
	    "refused on demand");
	check_fault("{\"address\": \"*\", \"code\": 451, \"when\": \"lost_answer\"}", BUSY, 0, "");
	check_fault("{\"address\": \"*\", \"code\": 451, \"when\": \"cut\"}", BUSY, 0, "");
	/* And the next one goes through, on a new connection or the old. */
	json_decref(sent(&letter));
	json_decref(sent(&letter));
}

enum { REPLIES = 4 };

/* A server that says these things, one on arrival and one to each command, and then no more. */
static pid_t
rude(const char *const replies[REPLIES], char *url, size_t size)
{
	char text[400];
	int i, port = 0, fd = listener(&port);
	pid_t pid;

	assert_true(fd >= 0);
	snprintf(url, size, "smtp://127.0.0.1:%d", port);
	if ((pid = fork()) == 0) {
		(void)alarm(30);
		fd = accept(fd, NULL, NULL);
		for (i = 0; i < REPLIES && replies[i] != NULL; i++)
			if ((i > 0 && read(fd, text, sizeof(text)) <= 0) ||
			    write(fd, replies[i], strlen(replies[i])) <= 0)
				break;
		if (i > 1)
			(void)!read(fd, text, sizeof(text));
		_exit(0);
	}
	(void)close(fd);
	return pid;
}

static void
test_rude_servers(void **state)
{
	static const struct {
		const char *says[REPLIES], *tls;
		enum outcome expected;
		int code;
	} t[] = {
		/* Whether it wants us says nothing about the letter. */
		{ { "554 no service\r\n" }, "none", BUSY, 554 },
		{ { "421 too busy\r\n" }, "none", BUSY, 421 },
		{ { "220 hi\r\n", "550 who are you\r\n" }, "none", BUSY, 550 },
		{ { "220 hi\r\n", "250-rude\r\n250 HELP\r\n" }, "none", BUSY, 0 },
		{ { "220 hi\r\n", "250 rude\r\n", "553 not you\r\n" }, "none", BUSY, 553 },
		{ { "220 hi\r\n", "250 rude\r\n", "250 ok\r\n", "550-no\r\n550 body\r\n" }, "none",
		    DENIED, 550 },
		{ { "220 hi\r\n", "250 rude\r\n", "250 ok\r\n", "450 later\r\n" }, "none", BUSY,
		    450 },
		{ { "HTTP/1.1 200 OK\r\n" }, "none", BUSY, 0 },
		/* Encryption was demanded, and the server has none: nothing is sent. */
		{ { "220 hi\r\n", "250-rude\r\n250 HELP\r\n" }, "required", BUSY, 0 },
	};
	char url[60];
	int status;
	pid_t server, pid;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		server = rude(t[i].says, url, sizeof(url));
		/* The settings are read once in a process: each case has its own. */
		if ((pid = fork()) == 0) {
			execl("/proc/self/exe", "test_mail", "once", url, t[i].tls, (char *)NULL);
			_exit(99);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_int_equal(waitpid(server, NULL, 0), server);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), (int)t[i].expected * 10 + t[i].code / 100);
	}
}

/* Another process, other settings: one letter; the exit status tells how it went. */
static int
once(const char *url, const char *tls)
{
	struct mail_answer a;
	enum outcome res;

	setenv("PRAXIS_CONF", "/dev/null", 1);
	setenv("PRAXIS_MODE", "test", 1);
	setenv("PRAXIS_MAIL_URL", url, 1);
	setenv("PRAXIS_MAIL_TLS", tls, 1);
	conf_load();
	cx.mem = arena_new();
	res = mail_send(&cx, &letter, &a);
	arena_free(cx.mem);
	return (int)res * 10 + a.code / 100;
}

static void
test_addresses(void **state)
{
	static const char *const good[] = { "a@b.example", "a.b+c@x-y.example.org",
		"o'neil@example.org", "1@2.org", "a_b@EXAMPLE.ORG", NULL };
	static const char *const bad[] = { "", "a", "@b.example", "a@", "a@b", "a b@c.example",
		"a@b.example\r\n", "a@b@c.example", "<a@b.example>", ".a@b.example", "a.@b.example",
		"a..b@c.example", "a@.example", "a@b..example", "a@b.example.", "a@-b.example",
		"a@b-.example", "\"a\"@b.example", "a@[127.0.0.1]", "\xc3\xa4@b.example",
		"a@\xc3\xa4.example", "a,b@c.example", NULL };
	size_t i;

	(void)state;
	for (i = 0; good[i] != NULL; i++)
		if (!mail_is_address(good[i]))
			fail_msg("refused: %s", good[i]);
	for (i = 0; bad[i] != NULL; i++)
		if (mail_is_address(bad[i]))
			fail_msg("taken: %s", bad[i]);
	assert_false(mail_is_address(NULL));
}

/* No line of a header beyond 78 characters of ours, no encoded word beyond 75, letters whole. */
static void
test_words(void **state)
{
	static const char *const units[] = { "a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80" };
	char text[500], *w, *line, *save;
	size_t i, lead;

	(void)state;
	assert_string_equal(mail_word(cx.mem, "Plain"), "Plain");
	assert_string_equal(mail_word(cx.mem, ""), "");
	assert_true(str_starts(mail_word(cx.mem, "=?UTF-8?Q?x?="), "=?UTF-8?B?"));
	assert_string_equal(mail_word(cx.mem, "\xc3\xa4"), "=?UTF-8?B?w6Q=?=");
	for (i = 0; i < 4; i++)
		for (lead = 0; lead < 4; lead++) {
			memset(text, 'x', lead);
			text[lead] = '\0';
			while (strlen(text) < 400)
				strcat(text, units[i]);
			w = mail_word(cx.mem, text);
			for (line = strtok_r(w, "\r\n", &save); line != NULL;
			     line = strtok_r(NULL, "\r\n", &save)) {
				assert_true(strlen(line) <= 76);
				assert_non_null(strstr(line, "=?UTF-8?B?"));
			}
		}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letter),
		cmocka_unit_test(test_invitation),
		cmocka_unit_test(test_no_injection),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_rude_servers),
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_words),
	};

	if (argc == 4 && strcmp(argv[1], "once") == 0)
		return once(argv[2], argv[3]);
	return cmocka_run_group_tests_name("mail", tests, set_up, tear_down);
}
