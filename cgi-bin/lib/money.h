/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Money: whole minor units and a currency. No fractions, ever. */

#ifndef LIB_MONEY_H
#define LIB_MONEY_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct money {
	int64_t		 minor;
	const char	*currency;	/* ISO 4217, "EUR" */
};

/* Written for a reader: "€1,280.00", "-$5.00", "¥8,000", "CHF 80.00" (a no-break space). */
char	*money_text(struct arena *, struct money);
char	*money_minor_text(struct arena *, int64_t minor, const char *currency);
/* "1280.00" for a form or CSV */
char	*money_plain(struct arena *, int64_t minor, const char *currency);

/*
 * "80", "80.5", "80,50" into minor units, below 10^14; false when it is no amount or has too many
 * decimals. Both signs mean decimals: "1,250" euros is refused, not guessed.
 */
bool	 money_parse(const char *, const char *currency, int64_t *minor);

/* minor * bp / 10000 (bp 0..10000), rounded half up; exact below 10^14. share(-x) is -share(x). */
int64_t	 money_share(int64_t minor, int bp);

#endif
