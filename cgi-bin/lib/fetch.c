/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* HTTP to partners through libcurl, over one handle that keeps its connections. */

#include "lib/fetch.h"

#include <assert.h>
#include <curl/curl.h>
#include <string.h>
#include <strings.h>

#include "lib/conf.h"
#include "lib/ctx.h"
#include "lib/log.h"
#include "lib/sql.h"
#include "lib/str.h"

enum { TIMEOUT_MS = 20000, CONNECT_MS = 5000, HEAD_MAX = 32 * 1024, BODY_MAX = 1024 * 1024 };

struct exchange {
	struct buf	 head, body;
	size_t		 max;
	bool		 too_large;
};

/* Made at the first use: setting up libcurl takes longer than many a page. */
static CURL *curl;

static size_t
take_head(char *p, size_t one, size_t n, void *arg)
{
	struct exchange *x = arg;

	(void)one;
	/* An interim answer (100) has a head of its own. */
	if (n > 5 && strncmp(p, "HTTP/", 5) == 0)
		buf_init(&x->head, x->head.mem);
	if (x->head.len + n > HEAD_MAX) {
		x->too_large = true;
		return 0;
	}
	buf_add(&x->head, p, n);
	return n;
}

static size_t
take_body(char *p, size_t one, size_t n, void *arg)
{
	struct exchange *x = arg;

	(void)one;
	if (x->body.len + n > x->max) {
		x->too_large = true;
		return 0;
	}
	buf_add(&x->body, p, n);
	return n;
}

static bool
is_one_line(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return false;
	return true;
}

/* Below a base address: what follows may not lengthen its host or port. */
static bool
is_below(const char *url, const char *base)
{
	size_t n;

	if (str_is_empty(base) || !str_starts(url, base))
		return false;
	n = strlen(base);
	return base[n - 1] == '/' || url[n] == '\0' || strchr("/?", url[n]) != NULL;
}

static bool
may_call(const char *url)
{
	static const char *const bases[] = { "stripe_base", "caleu_base", "blob_base" };
	const char *p;
	size_t i;

	for (p = url; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || (unsigned char)*p >= 0x7f)
			return false;
	for (i = 0; i < sizeof(bases) / sizeof(bases[0]); i++)
		if (is_below(url, conf_get(bases[i], NULL)))
			return true;
	return str_starts(url, "https://") &&
	    memchr(url + 8, '@', strcspn(url + 8, "/?#")) == NULL;
}

/* The list must live as long as the transfer; the arena's end gives it back. */
static void
free_list(void *list)
{
	curl_slist_free_all(list);
}

static enum outcome
set_headers(struct ctx *cx, const struct fetch_request *rq, bool changes)
{
	/* Without it curl waits a second for a "100 Continue" before a larger body. */
	struct curl_slist *list = curl_slist_append(NULL, "Expect:");
	const char *const *h;
	bool once = false;

	for (h = rq->headers; h != NULL && *h != NULL; h++) {
		if (!is_one_line(*h)) {
			curl_slist_free_all(list);
			log_fault(cx, "fetch", "a header with a line end");
			return BROKEN;
		}
		once |= strncasecmp(*h, "Idempotency-Key:", 16) == 0;
		list = curl_slist_append(list, *h);
	}
	/* On a kept connection that turns out dead, curl sends again by itself. */
	curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, changes && !once ? 1L : 0L);
	ctx_defer(cx, free_list, list);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	return OK;
}

static void
set_method(const struct fetch_request *rq, const char *method)
{
	if (rq->body != NULL || str_eq(method, "POST")) {
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, rq->body == NULL ? "" : rq->body);
		curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
		    (curl_off_t)(rq->body == NULL ? 0 : rq->len));
	} else if (str_eq(method, "HEAD")) {
		curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
	}
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
}

static void
set_limits(const struct fetch_request *rq, struct exchange *x)
{
	int ms = rq->timeout_ms > 0 ? rq->timeout_ms : TIMEOUT_MS;

	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_PROXY, conf_get("http_proxy", ""));
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)ms);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
	    (long)(ms < CONNECT_MS ? ms : CONNECT_MS));
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "Praxis");
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_head);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, x);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, x);
}

/* How far did it get? Before the first byte of ours left, nothing can have happened over there. */
static enum fetch_error
error_of(CURLcode code)
{
	curl_off_t sent = 0;

	if (code == CURLE_OK)
		return FETCH_NONE;
	curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &sent);
	if (sent == 0)
		return FETCH_CONNECT;
	return code == CURLE_OPERATION_TIMEDOUT ? FETCH_TIMEOUT : FETCH_OTHER;
}

/* Paths hold ids at most; queries may hold names and addresses and are left out. */
static void
note(struct ctx *cx, const struct fetch_request *rq, const char *method, CURLcode code, int status,
    size_t len)
{
	curl_off_t us = 0;

	curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME_T, &us);
	log_event(cx, "fetch", "method=%s url=%.*s status=%d ms=%lld bytes=%zu%s%s", method,
	    (int)strcspn(rq->url, "?#"), rq->url, status, (long long)(us / 1000), len,
	    code == CURLE_OK ? "" : " error=", code == CURLE_OK ? "" : curl_easy_strerror(code));
}

static enum outcome
refuse(struct ctx *cx, const struct fetch_request *rq)
{
	if (sql_in_tx(cx)) {
		log_fault(cx, "fetch", "a partner called inside a transaction");
		assert(conf_is_live());
		return BROKEN;
	}
	if (!may_call(rq->url)) {
		log_fault(cx, "fetch", "address not allowed: %.*s", (int)strcspn(rq->url, "?#"),
		    rq->url);
		return BROKEN;
	}
	if (curl == NULL && (curl = curl_easy_init()) == NULL) {
		log_fault(cx, "fetch", "curl does not start");
		return BROKEN;
	}
	return OK;
}

enum outcome
fetch(struct ctx *cx, const struct fetch_request *rq, struct fetch_answer *a)
{
	struct exchange x = { .max = rq->max_bytes > 0 ? rq->max_bytes : BODY_MAX };
	const char *method = rq->method == NULL ? "GET" : rq->method;
	enum outcome res;
	CURLcode code;
	long status = 0;

	*a = (struct fetch_answer){ .error = FETCH_CONNECT, .body = "", .head = "" };
	if ((res = refuse(cx, rq)) != OK)
		return res;
	buf_init(&x.head, cx->mem);
	buf_init(&x.body, cx->mem);
	curl_easy_reset(curl);	/* options only: connections stay */
	curl_easy_setopt(curl, CURLOPT_URL, rq->url);
	set_method(rq, method);
	set_limits(rq, &x);
	if ((res = set_headers(cx, rq, str_eq(method, "POST") || str_eq(method, "PATCH"))) != OK)
		return res;
	code = curl_easy_perform(curl);
	a->error = error_of(code);
	if (a->error == FETCH_NONE) {
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
		a->status = (int)status;
		a->head = x.head.len > 0 ? x.head.p : "";
		a->body = x.body.len > 0 ? x.body.p : "";
		a->len = x.body.len;
	}
	note(cx, rq, method, code, a->status, x.body.len);
	if (x.too_large)
		log_fault(cx, "fetch", "the answer is larger than %zu bytes", x.max);
	return a->error == FETCH_NONE ? OK : BUSY;
}

const char *
fetch_header(struct ctx *cx, const struct fetch_answer *a, const char *name)
{
	size_t n = strlen(name);
	const char *p, *e;

	for (p = a->head; *p != '\0'; p = e + strspn(e, "\r\n")) {
		e = p + strcspn(p, "\r\n");
		if ((size_t)(e - p) > n && p[n] == ':' && strncasecmp(p, name, n) == 0)
			return str_trim(cx->mem, arena_strn(cx->mem, p + n + 1,
			    (size_t)(e - p) - n - 1));
	}
	return NULL;
}
