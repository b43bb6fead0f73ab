/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Countries by their two letters, from the table that comes with the system's zone data. */

#ifndef LIB_COUNTRY_H
#define LIB_COUNTRY_H

struct country {
	const char	*code, *name;
};

/* All of them by name, n in number; live for ever. */
const struct country *country_all(int *n);

/* "Germany" for "DE"; the code itself when nobody knows it, "" for "". Lives for ever. */
const char	*country_name(const char *code);

#endif
