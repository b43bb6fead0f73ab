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

/* "EUR 80.00" written for a reader: "€80.00". */
char	*money_text(struct arena *, struct money);
char	*money_minor_text(struct arena *, int64_t minor, const char *currency);
char	*money_plain(struct arena *, int64_t minor, const char *currency);	/* "80.00" for a form or CSV */

/* "80", "80.5", "80,50" into minor units; false when it is no amount or has too many decimals. */
bool	 money_parse(const char *, const char *currency, int64_t *minor);

/* minor * bp / 10000, rounded half up; exact for every amount below 10^14. */
int64_t	 money_share(int64_t minor, int bp);

#endif
