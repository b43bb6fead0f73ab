/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a list is narrowed by: chips that take one choice away, and addresses that keep the rest. */

#ifndef PART_FILTER_H
#define PART_FILTER_H

#include <stddef.h>

#include "lib/ctx.h"
#include "lib/view.h"

enum { FILTERS_MAX = 16 };

struct filters {
	const char	*path;		/* "/coaches" */
	size_t		 n;
	struct filter {
		const char	*name, *value;	/* as in the address */
		const char	*says;		/* on its chip; NULL: has none, such as the order */
	} filter[FILTERS_MAX];
};

void	 filter_add(struct filters *, const char *name, const char *value, const char *says);

/*
 * The address with all choices but one (skip; n or more: with all), and what else it shall carry.
 */
char	*filter_address(struct ctx *, const struct filters *, size_t skip, const char *more);

/* Repeats CHIP (CHIP_SAYS, CHIP_WITHOUT) inside CHIPS (CHIP_COUNT), when there is one. */
void	 part_filters(struct ctx *, struct view *, const struct filters *);

/* Repeats name (OPTION_VALUE, OPTION_SAYS, section CHOSEN): one choice of a select. */
void	 part_option(struct view *, const char *name, const char *value, const char *says,
		    bool chosen);

#endif
