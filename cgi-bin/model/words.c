/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Words for the full-text index of the directory. */

#include "model/words.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/str.h"

enum {
	WORD_MIN = 3,		/* innodb_ft_min_token_size */
	WORD_MAX = 40,		/* bytes that say enough */
	QUERY_WORDS = 8
};

/* What InnoDB's index leaves out of its own accord, and what says nothing about a coach. */
static const char *const COMMON[] = {
	"a", "about", "an", "are", "as", "at", "be", "by", "com", "de", "en", "for", "from", "how",
	"i", "in", "is", "it", "la", "of", "on", "or", "that", "the", "this", "to", "und", "was",
	"what", "when", "where", "who", "will", "with", "www",
};
static const char *const SAID_BY_ALL[] = { "and", "coach", "coaches", "coaching", "me", "my" };

static bool
is_among(const char *word, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(word, list[i]) == 0)
			return true;
	return false;
}
#define AMONG(word, list) is_among((word), (list), sizeof(list) / sizeof((list)[0]))

/* Letters, digits, what is not ASCII; but no spaces, dashes, quotes of U+00A0 and U+2000 on. */
static size_t
letter(const unsigned char *s)
{
	if (s[0] < 0x80)
		return isalnum(s[0]) ? 1 : 0;
	if ((s[0] == 0xc2 && s[1] >= 0xa0 && s[1] <= 0xbf) || (s[0] == 0xe2 && s[1] == 0x80))
		return 0;
	return s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
}

static size_t
gap(const unsigned char *s)
{
	return s[0] < 0x80 ? 1 : s[0] == 0xe2 ? 3 : 2;
}

static size_t
characters(const char *word)
{
	size_t n = 0;

	for (; *word != '\0'; word++)
		n += ((unsigned char)*word & 0xc0) != 0x80;
	return n;
}

/* The next word of clean UTF-8, in lower case, or NULL. */
static char *
next(struct arena *mem, const char **text)
{
	const unsigned char *s = (const unsigned char *)*text, *from;
	size_t n = 0, step;

	while (*s != '\0' && letter(s) == 0)
		s += gap(s);
	for (from = s; *s != '\0' && (step = letter(s)) > 0; s += step)
		if ((size_t)(s - from) + step <= WORD_MAX)
			n = (size_t)(s - from) + step;
	*text = (const char *)s;
	return n == 0 ? NULL : str_lower(mem, arena_strn(mem, (const char *)from, n));
}

static bool
is_left_out(const char *word)
{
	return characters(word) < WORD_MIN || AMONG(word, COMMON);
}

char *
words_index(struct arena *mem, const char *text)
{
	struct buf b;
	char *word;

	buf_init(&b, mem);
	buf_str(&b, "");
	while ((word = next(mem, &text)) != NULL)
		buf_fmt(&b, "%s%s%s", b.len > 0 ? " " : "", word, is_left_out(word) ? "__" : "");
	return b.p;
}

static char *
query(struct arena *mem, const char *typed, bool all)
{
	struct buf b;
	char *word;
	int n = 0;

	buf_init(&b, mem);
	buf_str(&b, "");
	while (n < QUERY_WORDS && (word = next(mem, &typed)) != NULL) {
		if (!all && (AMONG(word, COMMON) || AMONG(word, SAID_BY_ALL)))
			continue;
		buf_fmt(&b, "%s+%s%s", n++ > 0 ? " " : "", word, is_left_out(word) ? "__" : "*");
	}
	return b.p;
}

/* "a coach for founders" asks for founders; "who" alone asks for "who". */
char *
words_query(struct arena *mem, const char *typed)
{
	char *q = query(mem, typed, false);

	return *q != '\0' ? q : query(mem, typed, true);
}
