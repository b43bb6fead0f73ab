/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One letter over SMTP through libcurl, over one handle that keeps its connection. */

#include "lib/mail.h"

#include <assert.h>
#include <ctype.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "lib/conf.h"
#include "lib/ctx.h"
#include "lib/log.h"
#include "lib/mail_text.h"
#include "lib/sql.h"
#include "lib/str.h"

enum { TIMEOUT_MS = 30000, CONNECT_MS = 10000, REPLY_MAX = 300 };

/* What the server said: the last refusal, else the last consent. */
struct talk {
	struct ctx	*cx;
	int		 code;
	struct buf	 line;		/* a reply of several lines, as far as it is read */
	const char	*text;
	bool		 asked;		/* whether it takes mail for this person */
};

static CURL *curl;

/* libcurl hands every line of the server's to the header function. */
static size_t
take_reply(char *p, size_t one, size_t n, void *arg)
{
	struct talk *t = arg;
	size_t len = n;
	int code;

	(void)one;
	while (len > 0 && (p[len - 1] == '\r' || p[len - 1] == '\n'))
		len--;
	if (len < 3 || !isdigit((unsigned char)p[0]))
		return n;
	code = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
	if (t->line.len > 0)
		buf_char(&t->line, ' ');
	if (t->line.len < REPLY_MAX && len > 4)
		buf_add(&t->line, p + 4, len - 4 < REPLY_MAX ? len - 4 : REPLY_MAX);
	if (len > 3 && p[3] == '-')
		return n;
	/* Behind a refusal come the answers to our farewell. */
	if (code >= 400 || (code == 250 && t->code < 400)) {
		t->code = code;
		t->text = mail_line(t->cx->mem, t->line.p);
	}
	buf_init(&t->line, t->cx->mem);
	return n;
}

/* And every line of ours to the trace. */
static int
see_command(CURL *h, curl_infotype type, char *p, size_t n, void *arg)
{
	struct talk *t = arg;

	(void)h;
	if (type == CURLINFO_HEADER_OUT && n > 5 && strncmp(p, "RCPT ", 5) == 0)
		t->asked = true;
	return 0;
}

static void
free_list(void *list)
{
	curl_slist_free_all(list);
}

static void
free_mime(void *mime)
{
	curl_mime_free(mime);
}

static struct curl_slist *
head(struct ctx *cx, const struct mail *m)
{
	struct arena *mem = cx->mem;
	struct curl_slist *l = NULL;

	l = curl_slist_append(
	    l, arena_fmt(mem, "From: %s", mail_person(mem, m->from_name, m->from)));
	l = curl_slist_append(l, arena_fmt(mem, "To: %s", mail_person(mem, m->to_name, m->to)));
	if (!str_is_empty(m->reply_to))
		l = curl_slist_append(l, arena_fmt(mem, "Reply-To: <%s>", m->reply_to));
	l = curl_slist_append(l, arena_fmt(mem, "Subject: %s", mail_word(mem, m->subject)));
	l = curl_slist_append(l, arena_fmt(mem, "Date: %s", mail_date(mem, cx->now)));
	l = curl_slist_append(l, arena_fmt(mem, "Message-ID: <%s>", m->message_id));
	l = curl_slist_append(l, "Auto-Submitted: auto-generated");
	if (!str_is_empty(m->unsubscribe)) {
		l = curl_slist_append(l, arena_fmt(mem, "List-Unsubscribe: <%s>", m->unsubscribe));
		l = curl_slist_append(l, "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
	}
	ctx_defer(cx, free_list, l);
	return l;
}

static curl_mimepart *
add_part(curl_mime *to, const char *type, const char *encoder, const char *bytes)
{
	curl_mimepart *p = curl_mime_addpart(to);

	curl_mime_data(p, bytes, CURL_ZERO_TERMINATED);
	curl_mime_type(p, type);
	curl_mime_encoder(p, encoder);
	return p;
}

/*
 * mixed( alternative( text, html, calendar ), invite.ics ): the calendar among the alternatives is
 * what mail programs show with buttons, the attachment what the others can open.
 */
static curl_mime *
body(struct ctx *cx, const struct mail *m)
{
	curl_mime *mixed = curl_mime_init(curl), *alt = curl_mime_init(curl);
	curl_mimepart *p = curl_mime_addpart(mixed);
	struct arena *mem = cx->mem;

	ctx_defer(cx, free_mime, mixed);
	curl_mime_subparts(p, alt);
	curl_mime_type(p, "multipart/alternative");
	add_part(alt, "text/plain; charset=UTF-8", "quoted-printable", mail_crlf(mem, m->text));
	if (!str_is_empty(m->html))
		add_part(
		    alt, "text/html; charset=UTF-8", "quoted-printable", mail_crlf(mem, m->html));
	if (!str_is_empty(m->ics)) {
		add_part(alt,
		    arena_fmt(mem, "text/calendar; charset=UTF-8; method=%s", m->ics_method),
		    "base64", m->ics);
		p = add_part(mixed, "application/ics; name=\"invite.ics\"", "base64", m->ics);
		curl_mime_filename(p, "invite.ics");
	}
	return mixed;
}

/* Only to ourselves does a letter, or a password, go unencrypted without being asked to. */
static bool
needs_tls(const char *url)
{
	static const char *const near[] = { "smtp://127.0.0.1", "smtp://localhost",
		"smtp://[::1]" };
	const char *tls = conf_get("mail_tls", NULL);
	size_t i, n;

	if (tls != NULL)
		return !str_eq(tls, "none");
	for (i = 0; i < sizeof(near) / sizeof(near[0]); i++) {
		n = strlen(near[i]);
		if (str_starts(url, near[i]) && (url[n] == '\0' || strchr(":/", url[n]) != NULL))
			return false;
	}
	return true;
}

/* Servers want to be greeted with a name: the sender's domain, unless the address has one. */
static char *
server_url(struct arena *mem, const char *from)
{
	const char *url = conf_need("mail_url"), *host = strstr(url, "://");

	if (host != NULL && strchr(host + 3, '/') != NULL)
		return arena_str(mem, url);
	return arena_fmt(mem, "%s/%s", url, strchr(from, '@') + 1);
}

static void
set_options(struct ctx *cx, const struct mail *m, struct talk *t)
{
	char *url = server_url(cx->mem, m->from);
	struct curl_slist *to = curl_slist_append(NULL, arena_fmt(cx->mem, "<%s>", m->to));

	ctx_defer(cx, free_list, to);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)TIMEOUT_MS);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
	if (needs_tls(url))
		curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	if (conf_get("mail_ca", NULL) != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, conf_get("mail_ca", NULL));
	if (!str_is_empty(conf_get("mail_user", NULL))) {
		curl_easy_setopt(curl, CURLOPT_USERNAME, conf_get("mail_user", NULL));
		curl_easy_setopt(curl, CURLOPT_PASSWORD, conf_get("mail_password", ""));
	}
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, arena_fmt(cx->mem, "<%s>", m->from));
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, head(cx, m));
	curl_easy_setopt(curl, CURLOPT_MIMEPOST, body(cx, m));
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_reply);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, t);
	curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, see_command);
	curl_easy_setopt(curl, CURLOPT_DEBUGDATA, t);
}

/* A mistake in the letter that no server should see. */
static const char *
mistake(struct ctx *cx, const struct mail *m)
{
	if (sql_in_tx(cx))
		return "a letter sent inside a transaction";
	if (!mail_is_address(m->from))
		return "the sender's address is none";
	if (!str_is_empty(m->reply_to) && !mail_is_address(m->reply_to))
		return "the address for answers is none";
	if (!mail_is_token(m->message_id) || strchr(m->message_id, '@') == NULL)
		return "a letter without an id";
	if (m->text == NULL || m->subject == NULL)
		return "a letter without text or subject";
	if (!str_is_empty(m->unsubscribe) && !mail_is_token(m->unsubscribe))
		return "an address for unsubscribing that is none";
	if (!str_is_empty(m->ics) && !mail_is_token(m->ics_method))
		return "a calendar file without its method";
	return NULL;
}

static enum outcome
judge(CURLcode code, struct talk *t)
{
	if (code == CURLE_OK) {
		if (t->code == 0)
			t->code = 250;
		return OK;
	}
	if (t->code < 400) {
		t->code = 0;
		t->text = curl_easy_strerror(code);
		return BUSY;
	}
	/* Refused before it heard for whom: it is us or our password that it does not like. */
	if (t->code < 500 || !t->asked || t->code == 530)
		return BUSY;
	return DENIED;
}

static enum outcome
start(struct ctx *cx, const struct mail *m, struct mail_answer *a)
{
	const char *why = mistake(cx, m);

	*a = (struct mail_answer){ .code = 0, .text = "" };
	if (why != NULL) {
		log_fault(cx, "mail", "%s", why);
		assert(conf_is_live() || !sql_in_tx(cx));
		a->text = why;
		return BROKEN;
	}
	if (!mail_is_address(m->to)) {
		a->text = "not an address that mail can be sent to";
		return DENIED;
	}
	if (curl == NULL && (curl = curl_easy_init()) == NULL) {
		log_fault(cx, "mail", "curl does not start");
		return BROKEN;
	}
	return OK;
}

enum outcome
mail_send(struct ctx *cx, const struct mail *m, struct mail_answer *a)
{
	struct talk t = { .cx = cx, .text = "" };
	curl_off_t us = 0;
	enum outcome res;
	CURLcode code;

	if ((res = start(cx, m, a)) != OK)
		return res;
	buf_init(&t.line, cx->mem);
	curl_easy_reset(curl);	/* options only: the connection stays */
	set_options(cx, m, &t);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME_T, &us);
	/* The lists and parts go with the arena: the handle must not look at them again. */
	curl_easy_reset(curl);
	res = judge(code, &t);
	a->code = t.code;
	a->text = t.text;
	/* Who got it is the outbox's to know; the log has the id only. */
	log_event(cx, "mail", "id=%s code=%d ms=%lld%s%s", m->message_id, t.code,
	    (long long)(us / 1000), code == CURLE_OK ? "" : " error=",
	    code == CURLE_OK ? "" : curl_easy_strerror(code));
	return res;
}
