/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Passwords: which will do, and judging them a few at a time. */

#include "model/password.h"

#include <stdlib.h>
#include <string.h>

#include "lib/crypt.h"
#include "lib/str.h"
#include "lib/turn.h"

enum { PLACES = 4, WAIT_MS = 5000, VARIETY_MIN = 5, SHORT_NAME = 4 };

/* The most common ones of ten characters or more; runs and repetitions are found by looking. */
static const char *const COMMON[] = {
	"0987654321", "1029384756", "1122334455", "123456789a", "123456789q", "1234554321",
	"147258369a", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "abcd123456", "abc123456789",
	"administrator", "aa12345678", "azerty12345", "azertyuiop", "baseball123", "basketball",
	"changeme123", "charlie123", "chocolate1", "computer123", "dragon12345", "football123",
	"freedom123", "hallo12345", "iloveyou12", "iloveyou123", "iloveyou1234", "internet123",
	"jessica123", "letmein123", "letmein1234", "liverpool1", "manchester", "michael123",
	"monkey12345", "motdepasse", "motdepasse1", "p@ssw0rd123", "p@ssword123", "passw0rd123",
	"passwort12", "passwort123", "password01", "password10", "password11", "password12",
	"password123", "password1234", "password12345", "password123456", "passwordpassword",
	"princess123", "q1w2e3r4t5", "q1w2e3r4t5y6", "qazwsxedcrfv", "qwer123456", "qwerty1234",
	"qwerty12345", "qwerty123456", "qwertyuiop", "qwertyuiop123", "qwertz1234", "qwertz12345",
	"qwertzuiop", "schatz12345", "sonnenschein", "starwars123", "sunshine123", "superman123",
	"test123456", "testtest12", "trustno1234", "unknown123", "welcome123", "welcome1234",
	"whatever123", "zaq12wsxcde3", NULL
};

static bool
is_common(const char *lower)
{
	const char *const *p;

	for (p = COMMON; *p != NULL; p++)
		if (strcmp(*p, lower) == 0)
			return true;
	return false;
}

/* "1234567890", "abcdefghij", "9876543210": each character follows the one before. */
static bool
is_run(const char *s)
{
	size_t i, n = strlen(s), up = 0, down = 0;

	for (i = 1; i < n; i++) {
		up += s[i] == s[i - 1] + 1 || (s[i - 1] == '9' && s[i] == '0');
		down += s[i] == s[i - 1] - 1 || (s[i - 1] == '0' && s[i] == '9');
	}
	return n > 2 && (up + 2 >= n || down + 2 >= n);
}

static size_t
variety(const char *s)
{
	size_t n = 0;
	const char *p;

	for (p = s; *p != '\0'; p++)
		n += memchr(s, *p, (size_t)(p - s)) == NULL;
	return n;
}

static char *
plain(struct arena *mem, const char *s)
{
	char *out = arena_get(mem, strlen(s) + 1), *p = out;

	for (; *s != '\0'; s++)
		if (*s != ' ')
			*p++ = *s;
	return str_lower(mem, out);
}

/* The word itself, or the word and not much else. */
static bool
is_about(struct arena *mem, const char *typed, const char *word)
{
	const char *w = plain(mem, word);
	size_t n = strlen(w);

	return n >= SHORT_NAME && strstr(typed, w) != NULL && strlen(typed) <= n + PASSWORD_MIN / 2;
}

const char *
password_fault(struct ctx *cx, const char *typed, const char *mail, const char *name)
{
	const char *s = plain(cx->mem, typed);
	const char *local = arena_strn(cx->mem, mail, strcspn(mail, "@"));

	if (is_about(cx->mem, s, mail) || is_about(cx->mem, s, local))
		return "Not your email address, please: it is the first thing anybody would try.";
	if (is_about(cx->mem, s, name))
		return "Not your name, please: it is the first thing anybody would try.";
	if (is_common(s) || is_run(s) || variety(s) < VARIETY_MIN)
		return "That is one of the first passwords anybody would try. Three or four words "
		       "that do not belong together are better.";
	return NULL;
}

enum outcome
password_judge(struct ctx *cx, const char *encoded, const char *typed, bool *right)
{
	enum outcome res;
	int turn;

	*right = false;
	if ((res = turn_take(cx, "password", PLACES, WAIT_MS, &turn)) != OK)
		return res;
	*right = crypt_password_ok(encoded, typed);
	turn_end(turn);
	return OK;
}

enum outcome
password_make(struct ctx *cx, const char *typed, const char **encoded)
{
	enum outcome res;
	int turn;

	if ((res = turn_take(cx, "password", PLACES, WAIT_MS, &turn)) != OK)
		return res;
	*encoded = crypt_password(cx->mem, typed);
	turn_end(turn);
	return OK;
}
