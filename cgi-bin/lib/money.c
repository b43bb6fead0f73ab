/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Money in whole minor units, written and read. */

#include "lib/money.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/str.h"

static const int64_t LIMIT = INT64_C(100000000000000); /* 10^14 minor units */

/* ISO 4217: currencies whose minor unit is not a hundredth. */
static int
decimals(const char *currency)
{
	static const char none[] =
	    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
	static const char three[] = "BHD IQD JOD KWD LYD OMR TND";

	if (currency == NULL || strlen(currency) != 3)
		return 2;
	if (strstr(none, currency) != NULL)
		return 0;
	return strstr(three, currency) != NULL ? 3 : 2;
}

/* What stands before the digits: a sign that means one currency only, or its code and a space. */
static const char *
sign_of(struct arena *mem, const char *currency)
{
	static const struct {
		const char *code, *sign;
	} signs[] = {
		{ "EUR", "€" },
		{ "GBP", "£" },
		{ "USD", "$" },
		{ "JPY", "¥" },
		{ "INR", "₹" },
		{ "AUD", "A$" },
		{ "CAD", "CA$" },
		{ "NZD", "NZ$" },
	};
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (str_eq(signs[i].code, currency))
			return signs[i].sign;
	/* A no-break space (U+00A0). */
	return str_is_empty(currency) ? "" : arena_fmt(mem, "%s\xc2\xa0", currency);
}

/* minor as "1250.00", the thousands set apart by comma, which may be "". */
static char *
digits(struct arena *mem, uint64_t minor, int places, const char *comma)
{
	uint64_t scale = places == 3 ? 1000 : places == 2 ? 100 : 1;
	char *whole = arena_fmt(mem, "%llu", (unsigned long long)(minor / scale));
	size_t i, n = strlen(whole);
	struct buf b;

	buf_init(&b, mem);
	for (i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			buf_str(&b, comma);
		buf_char(&b, whole[i]);
	}
	if (places > 0)
		buf_fmt(&b, ".%0*llu", places, (unsigned long long)(minor % scale));
	return b.p;
}

char *
money_minor_text(struct arena *mem, int64_t minor, const char *currency)
{
	uint64_t size = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;

	return arena_fmt(mem, "%s%s%s", minor < 0 ? "-" : "", sign_of(mem, currency),
	    digits(mem, size, decimals(currency), ","));
}

char *
money_text(struct arena *mem, struct money m)
{
	return money_minor_text(mem, m.minor, m.currency);
}

char *
money_plain(struct arena *mem, int64_t minor, const char *currency)
{
	uint64_t size = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;

	return arena_fmt(
	    mem, "%s%s", minor < 0 ? "-" : "", digits(mem, size, decimals(currency), ""));
}

bool
money_parse(const char *s, const char *currency, int64_t *minor)
{
	int places = decimals(currency), after = 0;
	int64_t v = 0;
	bool point = false;

	if (s == NULL)
		return false;
	while (*s == ' ')
		s++;
	if (!isdigit((unsigned char)*s))
		return false;
	for (; *s != '\0' && *s != ' '; s++) {
		if ((*s == '.' || *s == ',') && !point && isdigit((unsigned char)s[1])) {
			point = true;
			continue;
		}
		if (!isdigit((unsigned char)*s) || (point && ++after > places) || v >= LIMIT / 10)
			return false;
		v = v * 10 + (*s - '0');
	}
	for (; after < places; after++) {
		if (v >= LIMIT / 10)
			return false;
		v *= 10;
	}
	while (*s == ' ')
		s++;
	*minor = v;
	return *s == '\0';
}

int64_t
money_share(int64_t minor, int bp)
{
	/* The other way round for what goes back, so that a share and its return cancel out. */
	if (minor < 0)
		return -money_share(-minor, bp);
	return (minor * bp + 5000) / 10000;
}
