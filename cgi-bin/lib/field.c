/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One short check per kind of field, and its sentence. */

#include "lib/field.h"

#include <stdio.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/money.h"
#include "lib/str.h"

enum {
	TEXT_MAX = 200,
	LINES_MAX = 5000,
	MAIL_MAX = 254,		/* RFC 5321, 4.5.3.1.3, without the angle brackets */
	MAIL_LOCAL_MAX = 64,
	MAIL_LABEL_MAX = 63,
	SLUG_MAX = 80,
	TOKEN_MIN = 16,
	TOKEN_MAX = 128,
	NO_MAX = 20,
	FILE_MAX = 1 << 20,
	YEAR_MIN = 1900,
	YEAR_MAX = 2999
};

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static const char NOT_MAIL[] = "That does not look like an email address.";
static const char NOT_OPTION[] = "Choose one of the options.";

/* Bytes of the blank at p, 0 when there is none: also those that come along with a copied text. */
static size_t
blank_at(const char *p)
{
	static const char *const wide[] = { "\xc2\xa0", "\xe2\x80\xa8", "\xe2\x80\xa9",
		"\xe2\x80\xaf", "\xe3\x80\x80", "\xef\xbb\xbf", NULL };
	int i;

	if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')
		return 1;
	for (i = 0; wide[i] != NULL; i++)
		if (str_starts(p, wide[i]))
			return strlen(wide[i]);
	/* U+2000 to U+200B */
	if (str_starts(p, "\xe2\x80") && (unsigned char)p[2] >= 0x80 && (unsigned char)p[2] <= 0x8b)
		return 3;
	return 0;
}

const char *
field_trim(struct arena *mem, const char *s)
{
	const char *p, *end;
	size_t n;

	while ((n = blank_at(s)) > 0)
		s += n;
	for (p = end = s; *p != '\0'; p += n)
		if ((n = blank_at(p)) == 0)
			end = p + (n = 1);
	return arena_strn(mem, s, (size_t)(end - s));
}

bool
field_is_empty(const struct field *f, const char *typed)
{
	size_t n;

	if (f->kind == FIELD_SECRET)
		return *typed == '\0';
	while ((n = blank_at(typed)) > 0)
		typed += n;
	return *typed == '\0';
}

static int64_t
characters(const char *s)
{
	int64_t n = 0;

	for (; *s != '\0'; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

static bool
consists_of(const char *s, const char *set)
{
	return s[strspn(s, set)] == '\0';
}

/* Lengths are counted in characters: what a person sees, and what a varchar holds. */
static const char *
check_length(struct check *c, int64_t otherwise)
{
	int64_t max = c->f->max > 0 ? c->f->max : otherwise, n = characters(c->text);

	if (n > max)
		return arena_fmt(c->cx->mem, "At most %jd characters, please; this has %jd.",
		    (intmax_t)max, (intmax_t)n);
	if (n < c->f->min)
		return arena_fmt(c->cx->mem, "At least %jd characters, please.",
		    (intmax_t)c->f->min);
	return NULL;
}

static const char *
check_text(struct check *c)
{
	c->text = field_trim(c->cx->mem, c->typed);
	if (strpbrk(c->text, "\t\r\n") != NULL)
		return "One line without tabs, please.";
	return check_length(c, TEXT_MAX);
}

/* Browsers send CR LF; lone CRs are line ends too. */
static const char *
check_lines(struct check *c)
{
	const char *s = c->typed;
	char *out = arena_get(c->cx->mem, strlen(s) + 1);

	c->text = out;
	for (; *s != '\0'; s++) {
		if (*s == '\r' && s[1] == '\n')
			continue;
		*out++ = *s == '\r' ? '\n' : *s;
	}
	return check_length(c, LINES_MAX);
}

static const char *
check_secret(struct check *c)
{
	c->text = c->typed;
	if (strpbrk(c->text, "\t\r\n") != NULL)
		return "One line without tabs, please.";
	return check_length(c, TEXT_MAX);
}

static bool
is_local_part(const char *s, size_t n)
{
	static const char atext[] = LOWER UPPER DIGITS "!#$%&'*+/=?^_`{|}~-.";

	return n > 0 && n <= MAIL_LOCAL_MAX && strspn(s, atext) >= n && s[0] != '.' &&
	    s[n - 1] != '.' && strstr(s, "..") == NULL;
}

/* At least two labels of letters, digits and inner hyphens, the last not all digits. */
static bool
is_domain(const char *s)
{
	size_t n;
	int labels;

	for (labels = 1;; labels++) {
		n = strcspn(s, ".");
		if (n == 0 || n > MAIL_LABEL_MAX || strspn(s, LOWER DIGITS "-") != n ||
		    s[0] == '-' || s[n - 1] == '-')
			return false;
		if (s[n] == '\0')
			return labels > 1 && strspn(s, DIGITS) != n;
		s += n + 1;
	}
}

static const char *
check_mail(struct check *c)
{
	const char *s = field_trim(c->cx->mem, c->typed), *at = strchr(s, '@'), *p;
	const char *domain, *sentence;

	for (p = s; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80)
			return "Plain letters only, please: a name such as m\xc3\xbcller.de is "
			       "written xn--mller-kva.de.";
	c->text = s;
	if ((sentence = check_length(c, MAIL_MAX)) != NULL)
		return sentence;
	if (at == NULL || strlen(s) > MAIL_MAX || !is_local_part(s, (size_t)(at - s)))
		return NOT_MAIL;
	domain = str_lower(c->cx->mem, at + 1);
	if (!is_domain(domain))
		return NOT_MAIL;
	c->text = arena_fmt(c->cx->mem, "%.*s@%s", (int)(at - s), s, domain);
	return NULL;
}

/* Without .min and .max everything from 0 on is fine; without .max everything from .min on. */
static int64_t
most(const struct field *f)
{
	return f->max < f->min || (f->min == 0 && f->max == 0) ? INT64_MAX : f->max;
}

/* The sentence for a number outside its bounds, which are given as text. */
static const char *
out_of_bounds(struct check *c, const char *what, const char *min, const char *max)
{
	if (most(c->f) == INT64_MAX)
		return arena_fmt(c->cx->mem, "Please enter %s of at least %s.", what, min);
	return arena_fmt(c->cx->mem, "Please enter %s from %s to %s.", what, min, max);
}

static bool
is_out_of_bounds(const struct check *c)
{
	return c->i < c->f->min || c->i > most(c->f);
}

static const char *
check_int(struct check *c)
{
	c->text = field_trim(c->cx->mem, c->typed);
	if (!str_to_int(c->text, INT64_MIN, INT64_MAX, &c->i))
		return "Please enter a whole number.";
	if (is_out_of_bounds(c))
		return out_of_bounds(c, "a number",
		    arena_fmt(c->cx->mem, "%jd", (intmax_t)c->f->min),
		    arena_fmt(c->cx->mem, "%jd", (intmax_t)c->f->max));
	return NULL;
}

static const char *
check_id(struct check *c)
{
	c->text = c->typed;
	if (*c->text == '0' || !str_to_int(c->text, 1, INT64_MAX, &c->i))
		return NOT_OPTION;
	return NULL;
}

static const char *
check_money(struct check *c)
{
	const char *currency = c->cx->site.currency;

	if (str_is_empty(currency))
		currency = "EUR";
	c->text = field_trim(c->cx->mem, c->typed);
	if (!money_parse(c->text, currency, &c->i))
		return "Please enter an amount such as 80 or 80.50.";
	if (is_out_of_bounds(c))
		return out_of_bounds(c, "an amount",
		    money_minor_text(c->cx->mem, c->f->min, currency),
		    money_minor_text(c->cx->mem, c->f->max, currency));
	return NULL;
}

/* text is YYYY-MM-DD; .min and .max, if any, are civil days. */
static bool
read_days(struct check *c, const char *text)
{
	int year, month, day;

	if (!clock_parse_ymd(text, &year, &month, &day) || year < YEAR_MIN || year > YEAR_MAX)
		return false;
	c->i = civil_days(year, month, day);
	return true;
}

static bool
is_other_day(const struct check *c)
{
	return (c->f->min != 0 && c->i < c->f->min) || (c->f->max != 0 && c->i > c->f->max);
}

static const char *
check_date(struct check *c)
{
	c->text = field_trim(c->cx->mem, c->typed);
	if (!read_days(c, c->text))
		return "Please enter a date such as 2026-10-15.";
	return is_other_day(c) ? "Please choose another date; this one is out of range." : NULL;
}

static const char *
check_month(struct check *c)
{
	c->text = field_trim(c->cx->mem, c->typed);
	if (strlen(c->text) != strlen("YYYY-MM") ||
	    !read_days(c, arena_fmt(c->cx->mem, "%s-01", c->text)))
		return "Please enter a month such as 2026-10.";
	return is_other_day(c) ? "Please choose another month; this one is out of range." : NULL;
}

static const char *
check_time(struct check *c)
{
	static const int64_t last = 253402300799;	/* the end of the year 9999 */

	c->text = c->typed;
	if (!str_to_int(c->text, 0, last, &c->i) || is_other_day(c))
		return "Please choose a time.";
	return NULL;
}

static const char *
check_zone(struct check *c)
{
	c->text = field_trim(c->cx->mem, c->typed);
	return zone_is(c->text) ? NULL : "Please choose a time zone from the list.";
}

static const char *
check_choice(struct check *c)
{
	const char *const *p;

	c->text = c->typed;
	for (p = c->f->choices; p != NULL && *p != NULL; p++)
		if (strcmp(*p, c->typed) == 0)
			return NULL;
	return NOT_OPTION;
}

static const char *
check_flag(struct check *c)
{
	c->text = "1";
	c->i = 1;
	return NULL;
}

static const char *
check_slug(struct check *c)
{
	c->text = field_trim(c->cx->mem, c->typed);
	if (*c->text == '-' || !consists_of(c->text, LOWER DIGITS "-"))
		return "Small letters, digits and hyphens only, please, and no hyphen first.";
	return check_length(c, SLUG_MAX);
}

static const char *
check_token(struct check *c)
{
	size_t n;

	c->text = field_trim(c->cx->mem, c->typed);
	n = strlen(c->text);
	if (n < TOKEN_MIN || n > TOKEN_MAX || !consists_of(c->text, LOWER UPPER DIGITS "_-"))
		return "That is not complete. Please copy all of it.";
	return NULL;
}

static const char *
check_no(struct check *c)
{
	const char *s = field_trim(c->cx->mem, c->typed);
	char *p = arena_str(c->cx->mem, s);

	c->text = p;
	for (; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - ('a' - 'A'));
	if (strlen(c->text) > NO_MAX || !consists_of(c->text, UPPER DIGITS "-"))
		return "That does not look like one of our numbers.";
	return NULL;
}

const char *
field_check(struct check *c)
{
	static const char *(*const checks[])(struct check *) = {
		[FIELD_TEXT] = check_text,
		[FIELD_LINES] = check_lines,
		[FIELD_SECRET] = check_secret,
		[FIELD_MAIL] = check_mail,
		[FIELD_INT] = check_int,
		[FIELD_ID] = check_id,
		[FIELD_MONEY] = check_money,
		[FIELD_DATE] = check_date,
		[FIELD_MONTH] = check_month,
		[FIELD_TIME] = check_time,
		[FIELD_ZONE] = check_zone,
		[FIELD_CHOICE] = check_choice,
		[FIELD_FLAG] = check_flag,
		[FIELD_SLUG] = check_slug,
		[FIELD_TOKEN] = check_token,
		[FIELD_NO] = check_no,
	};

	c->text = "";
	c->i = 0;
	return checks[c->f->kind](c);
}

static const char *
size_text(struct arena *mem, int64_t n)
{
	if (n < 1 << 10)
		return arena_fmt(mem, "%jd bytes", (intmax_t)n);
	if (n < 1 << 20)
		return arena_fmt(mem, "%jd kB", (intmax_t)((n + 1023) >> 10));
	/* Rounded up, so that what is too big never reads like the limit. */
	n = ((n * 10) + (1 << 20) - 1) >> 20;
	if (n % 10 == 0)
		return arena_fmt(mem, "%jd MB", (intmax_t)(n / 10));
	return arena_fmt(mem, "%jd.%jd MB", (intmax_t)(n / 10), (intmax_t)(n % 10));
}

const char *
field_check_file(struct ctx *cx, const struct field *f, const struct upload *up)
{
	int64_t max = f->max > 0 ? f->max : FILE_MAX, n = (int64_t)up->len;

	if (n > max)
		return arena_fmt(cx->mem, "At most %s, please; this file has %s.",
		    size_text(cx->mem, max), size_text(cx->mem, n));
	return NULL;
}

const char *
field_missing(struct ctx *cx, const struct field *f)
{
	const char *label = f->label != NULL ? f->label : f->name;

	switch (f->kind) {
	case FIELD_FLAG:
		return "Please tick the box.";
	case FIELD_CHOICE:
	case FIELD_FILE:
	case FIELD_ID:
	case FIELD_TIME:
	case FIELD_ZONE:
		return arena_fmt(cx->mem, "Please choose %s.", label);
	default:
		return arena_fmt(cx->mem, "Please enter %s.", label);
	}
}
