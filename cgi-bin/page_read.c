/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Reading a request: method, headers, and the whole body before anything is answered. */

#include "page_life.h"

#include <string.h>

#include "lib/crypt.h"
#include "lib/fcgi.h"
#include "lib/str.h"

enum { BODY_MAX = 64 * 1024, COOKIES_MAX = 8 * 1024 };

const char *
life_env(const char *name)
{
	const char *value = fcgi_env(name);

	return value == NULL ? "" : value;
}

/* The path as the browser asked for it; never the start of an address of somebody else's. */
const char *
life_path(struct arena *mem)
{
	const char *uri = life_env("REQUEST_URI");

	while (uri[0] == '/' && (uri[1] == '/' || uri[1] == '\\'))
		uri++;
	return uri[0] == '/' ? arena_strn(mem, uri, strcspn(uri, "?#")) : "/";
}

/* nginx's id when it sent one, so that its log and ours tell of the same request. */
const char *
life_request_id(struct arena *mem)
{
	const char *id = life_env("REQUEST_ID");

	if (strlen(id) == 32 && strspn(id, "0123456789abcdef") == 32)
		return arena_str(mem, id);
	return arena_strn(mem, crypt_token(mem), 32);
}

/* /24 of an IPv4 address, the first four groups of an IPv6 one: what limits count by. */
static const char *
network(struct arena *mem, const char *address)
{
	char *p = arena_str(mem, address);
	char sep = strchr(p, ':') != NULL ? ':' : '.';
	int keep = sep == ':' ? 4 : 3;
	char *s;

	for (s = p; *s != '\0'; s++)
		if (*s == sep && --keep == 0)
			break;
	*s = '\0';
	return p;
}

/* The whole body is taken before anything is answered: nginx would report 502 otherwise. */
static enum outcome
read_body(struct life *l)
{
	int64_t len = 0, max = l->pg->body_max > 0 ? l->pg->body_max : BODY_MAX;
	char waste[4096], *p;
	size_t got;

	if (*life_env("CONTENT_LENGTH") != '\0' &&
	    !str_to_int(life_env("CONTENT_LENGTH"), 0, INT64_MAX, &len))
		return INVALID;
	if (len > max) {
		while (fcgi_read(waste, sizeof(waste)) == sizeof(waste))
			continue;
		l->ans.status = 413;
		return INVALID;
	}
	p = arena_get(l->cx.mem, (size_t)len + 1);
	got = len > 0 ? fcgi_read(p, (size_t)len) : 0;
	l->raw.body = p;
	l->raw.len = got;
	return got == (size_t)len ? OK : INVALID;
}

enum outcome
life_read(struct life *l)
{
	struct arena *mem = l->cx.mem;
	const char *method = life_env("REQUEST_METHOD");

	l->raw.method = arena_str(mem, method);
	l->raw.path = arena_str(mem, life_env("PATH_INFO"));
	l->raw.query = arena_str(mem, life_env("QUERY_STRING"));
	l->raw.cookies = strlen(life_env("HTTP_COOKIE")) > COOKIES_MAX ? "" :
	    arena_str(mem, life_env("HTTP_COOKIE"));
	l->raw.type = arena_str(mem, life_env("CONTENT_TYPE"));
	l->raw.body = "";
	l->host = str_lower(mem, life_env(*life_env("HTTP_HOST") != '\0' ? "HTTP_HOST" :
	    "SERVER_NAME"));
	l->cx.net = network(mem, life_env("REMOTE_ADDR"));
	l->post = str_eq(method, "POST");
	l->head = str_eq(method, "HEAD");
	if (!l->post && !l->head && !str_eq(method, "GET")) {
		l->ans.status = 405;
		return INVALID;
	}
	return l->post ? read_body(l) : OK;
}
