/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Reads a template as a browser would, to see that no value can land where escaping does not hold.
 */

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/template.h"

enum place { TEXT, TAG, VALUE, RAW, COMMENT };
enum { WORD = 32, DEPTH = 24 };

struct state {
	enum place	 at;
	char		 quote;
	bool		 closing;	/* in </tag> */
	bool		 glued;		/* in a word that began before this point */
	bool		 empty;		/* nothing yet in the value */
	bool		 settled;	/* an address whose scheme can change no more */
	int		 depth;		/* sections open where the value began */
	char		 tag[WORD], attr[WORD], lead[WORD];
};

struct section {
	const char	*name;
	size_t		 len;
	struct state	 before;
};

struct scan {
	struct template_scan *ts;
	const char	*text, *p, *end;
	struct state	 st;
	struct section	 open[DEPTH];
	int		 depth;
};

/* Addresses; the engine looks at the scheme in those of the first row only. */
static const char *const checked[] = { "href", "src", "action", "cite", "background", NULL };
static const char *const address[] = { "href", "src", "action", "cite", "background", "formaction",
	"poster", "srcset", "ping", "xlink:href", "data", "longdesc", "usemap", "manifest", NULL };
static const char *const raw[] = { "script", "style", "title", "textarea", NULL };
static const char *const code[] = { "script", "style", NULL };
static const char *const schemes[] = { "https:", "http:", "mailto:", "tel:", "webcal:", NULL };

static bool
is_one_of(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static bool
starts(const struct scan *s, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(s->end - s->p) >= n && strncasecmp(s->p, with, n) == 0;
}

static bool
is_name(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Add a character to a word, in lower case; too long a word keeps its beginning. */
static void
append(char word[WORD], char c)
{
	size_t n = strlen(word);

	if (n < WORD - 1) {
		word[n] = (char)tolower((unsigned char)c);
		word[n + 1] = '\0';
	}
}

static const char *
enter_tag(struct scan *s, bool closing)
{
	struct state *st = &s->st;

	memset(st, 0, sizeof(*st));
	st->at = TAG;
	st->closing = closing;
	st->glued = true;
	while (s->p < s->end && (isalnum((unsigned char)*s->p) || *s->p == '-' || *s->p == ':'))
		append(st->tag, *s->p++);
	return NULL;
}

static const char *
feed_text(struct scan *s)
{
	bool closing;

	if (*s->p++ != '<')
		return NULL;
	if (starts(s, "!--")) {
		s->p += 3;
		s->st.at = COMMENT;
		return NULL;
	}
	closing = s->p < s->end && *s->p == '/';
	if (s->p < s->end && (closing || *s->p == '!'))
		s->p++;
	if (s->p == s->end || !isalpha((unsigned char)*s->p))
		return "a < that opens no tag (write &lt;)";
	return enter_tag(s, closing);
}

static const char *
enter_value(struct scan *s)
{
	struct state *st = &s->st;

	if (st->attr[0] == '\0' || st->glued)
		return "a = without a name right before it";
	if (strncmp(st->attr, "on", 2) == 0 || strcmp(st->attr, "style") == 0 ||
	    strcmp(st->attr, "srcdoc") == 0)
		return "an attribute that holds script, style or a document";
	if (s->p == s->end || (*s->p != '"' && *s->p != '\''))
		return "an attribute without quotes";
	st->at = VALUE;
	st->quote = *s->p++;
	st->empty = true;
	st->settled = false;
	st->lead[0] = '\0';
	st->depth = s->depth;
	return NULL;
}

static const char *
feed_tag(struct scan *s)
{
	struct state *st = &s->st;
	char c = *s->p++;

	if (c == '=')
		return enter_value(s);
	if (c == '<' || c == '"' || c == '\'')
		return "a stray < or quote inside a tag";
	if (c == '>') {
		st->at = !st->closing && is_one_of(st->tag, raw) ? RAW : TEXT;
	} else if (is_blank(c) || c == '/') {
		st->attr[0] = '\0';
		st->glued = false;
	} else if (st->glued) {
		return "a name glued to what stands before it";
	} else {
		append(st->attr, c);
	}
	return NULL;
}

static const char *
feed_value(struct scan *s)
{
	struct state *st = &s->st;
	char c = *s->p++;

	if (c == st->quote) {
		st->at = TAG;
		st->attr[0] = '\0';
		st->glued = false;
		return NULL;
	}
	st->empty = false;
	if (st->settled || !is_one_of(st->attr, address))
		return NULL;
	append(st->lead, c);
	if (c == '/' || c == '?' || c == '#')
		st->settled = true;
	if (c == ':' && !(st->settled = is_one_of(st->lead, schemes)))
		return "an address with a scheme that is not allowed";
	return NULL;
}

static const char *
feed_raw(struct scan *s)
{
	size_t n = strlen(s->st.tag);

	if (starts(s, "</") && (size_t)(s->end - s->p) > n + 2 &&
	    strncasecmp(s->p + 2, s->st.tag, n) == 0 && !isalnum((unsigned char)s->p[n + 2])) {
		s->p += 2;
		return enter_tag(s, true);
	}
	if (is_one_of(s->st.tag, code) && !is_blank(*s->p) &&
	    !(s->ts->styled && strcmp(s->st.tag, "style") == 0))
		return "inline script or style";
	s->p++;
	return NULL;
}

static const char *
feed(struct scan *s)
{
	switch (s->st.at) {
	case TEXT:
		return feed_text(s);
	case TAG:
		return feed_tag(s);
	case VALUE:
		return feed_value(s);
	case RAW:
		return feed_raw(s);
	case COMMENT:
		if (starts(s, "-->")) {
			s->p += 2;
			s->st.at = TEXT;
		}
		s->p++;
		return NULL;
	}
	return "lost";
}

/* Escaping for an address holds only when the engine checks its scheme or the text has fixed it. */
static const char *
variable_in_value(struct scan *s, bool query)
{
	struct state *st = &s->st;
	bool first = st->empty && st->depth == s->depth && !query;

	st->empty = false;
	if (strncmp(st->attr, "hx-", 3) == 0)
		return "a variable in an attribute that is code";
	if (!is_one_of(st->attr, address) || st->settled)
		return NULL;
	if (first && is_one_of(st->attr, checked))
		return NULL;
	return "a variable in an address before its scheme is settled";
}

static bool
is_word(const char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!is_name(p[i]))
			return false;
	return n > 0;
}

/*
 * Which line ends would be missed? An address keeps the engine's own escape, which sees its scheme.
 */
static bool
keeps_lines(const struct state *st)
{
	return st->at == TEXT || st->at == RAW || (st->at == VALUE &&
	    (strcmp(st->attr, "value") == 0 || strncmp(st->attr, "data-", 5) == 0));
}

static const char *
variable_here(struct scan *s, bool md, bool query)
{
	if (s->ts->plain)
		return md ? "rendered Markdown in plain text" : NULL;
	if (s->st.at == TEXT)
		return NULL;
	if (md)
		return "rendered Markdown outside text";
	if (s->st.at == RAW && !is_one_of(s->st.tag, code))
		return NULL;
	if (s->st.at == VALUE)
		return variable_in_value(s, query);
	return "a variable outside text and quoted attributes";
}

static const char *
variable(struct scan *s, const char *name, size_t len)
{
	const char *colon = memchr(name, ':', len), *fault;
	size_t n = colon == NULL ? len : (size_t)(colon - name);
	bool md = n > 3 && memcmp(name + n - 3, "_MD", 3) == 0;
	bool none = len - n == 5 && memcmp(name + n, ":none", 5) == 0;
	bool query = len - n == 17 && memcmp(name + n, ":url_query_escape", 17) == 0;

	if (!is_word(name, n))
		return "a name that is not of A-Z, 0-9 and _";
	if (colon != NULL && !none && !query)
		return "a modifier that is not allowed";
	if (md != none)
		return "a _MD name without :none, or :none without a _MD name";
	if ((fault = variable_here(s, md, query)) != NULL)
		return fault;
	if (colon == NULL && s->ts->keep != NULL && !s->ts->plain && keeps_lines(&s->st))
		s->ts->keep(s->ts->to, (size_t)(name + len - s->text));
	return NULL;
}

/* A name that stands right before a section's edge must end there, shown or not. */
static void
end_word(struct state *st)
{
	if (st->at == TAG && st->attr[0] != '\0') {
		st->attr[0] = '\0';
		st->glued = true;
	}
}

static const char *
open_section(struct scan *s, const char *name, size_t len)
{
	struct state *st = &s->st;

	if (!is_word(name, len))
		return "a section whose name is not of A-Z, 0-9 and _";
	if (st->at == COMMENT || (st->at == RAW && is_one_of(st->tag, code)))
		return "a section in a comment, script or style";
	if (s->depth == DEPTH)
		return "sections nested too deeply";
	end_word(st);
	s->open[s->depth++] = (struct section){ name, len, *st };
	return NULL;
}

static bool
is_same_place(const struct state *a, const struct state *b)
{
	if (a->at != b->at || a->at == TEXT)
		return a->at == b->at;
	if (strcmp(a->tag, b->tag) != 0 || a->closing != b->closing)
		return false;
	return a->at != VALUE || (strcmp(a->attr, b->attr) == 0 && a->quote == b->quote &&
	    a->depth == b->depth);
}

/* Shown once, many times or not at all, a section must leave the reader where it found him. */
static const char *
close_section(struct scan *s, const char *name, size_t len)
{
	const struct section *sec;
	struct state *st = &s->st;

	if (s->depth == 0)
		return "an end of a section that was not opened";
	sec = &s->open[--s->depth];
	if (sec->len != len || memcmp(sec->name, name, len) != 0)
		return "an end of another section than the last opened";
	if (!is_same_place(&sec->before, st))
		return "a section that ends in another context than it began";
	end_word(st);
	st->glued |= sec->before.glued;
	st->settled = sec->before.settled;
	memcpy(st->lead, sec->before.lead, WORD);
	return NULL;
}

static const char *
include(struct scan *s, const char *name, size_t len)
{
	if (!is_word(name, len))
		return "an include whose name is not of A-Z, 0-9 and _";
	if (s->st.at != TEXT)
		return "an include outside text";
	if (s->ts->include != NULL)
		s->ts->include(s->ts->to, name, len);
	return NULL;
}

static const char *
marker(struct scan *s)
{
	const char *p = s->p + 2;
	const char *e = memmem(p, (size_t)(s->end - p), "}}", 2);

	if (e == NULL || e == p)
		return "a {{ without its }}";
	s->p = e + 2;
	switch (*p) {
	case '!':
		return NULL;
	case '%':
	case '=':
		return "a pragma or other delimiters";
	case '#':
		return open_section(s, p + 1, (size_t)(e - p) - 1);
	case '/':
		return close_section(s, p + 1, (size_t)(e - p) - 1);
	case '>':
		return include(s, p + 1, (size_t)(e - p) - 1);
	default:
		return variable(s, p, (size_t)(e - p));
	}
}

static const char *
finish(const struct scan *s)
{
	if (s->depth > 0)
		return "a section without its end";
	return s->st.at == TEXT ? NULL : "an end inside a tag, script or comment";
}

bool
template_check(struct template_scan *ts, const char *text, size_t len)
{
	struct scan s = { .ts = ts, .text = text, .p = text, .end = text + len };
	const char *fault = NULL, *p, *at = text;

	while (fault == NULL && s.p < s.end) {
		at = s.p;
		if (starts(&s, "{{"))
			fault = marker(&s);
		else if (ts->plain)
			s.p++;
		else
			fault = feed(&s);
	}
	if (fault == NULL)
		fault = finish(&s);
	ts->line = 1;
	for (p = text; p < at; p++)
		ts->line += *p == '\n';
	snprintf(ts->fault, sizeof(ts->fault), "%s", fault == NULL ? "" : fault);
	return fault == NULL;
}
