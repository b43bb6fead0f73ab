/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What a template file must look like before the engine gets it: closes the holes of its
 * auto-escape.
 */

#ifndef LIB_TEMPLATE_H
#define LIB_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

struct template_scan {
	bool	 plain;		/* text of a mail: nothing is escaped, so nothing is HTML */
	bool	 styled;	/* HTML of a mail: may bring a style sheet, of fixed text only */
	/* each {{>NAME}}; may be NULL */
	void	(*include)(void *to, const char *name, size_t len);
	void	(*keep)(void *to, size_t at);	/* where ":pre_escape" belongs; may be NULL */
	void	*to;
	int	 line;		/* where it stopped, from 1 */
	char	 fault[120];	/* and why */
};

/*
 * Is the text sound? Refused are: pragmas and other delimiters; a modifier but url_query_escape,
 * and :none on a NAME_MD; a variable anywhere but in text or a quoted attribute, or in an address
 * before its scheme is settled; a section that does not end in the context it began in; an include
 * outside plain text; inline script, style (but see styled) and on*=. A file begins and ends in
 * text.
 *
 * The engine's own escape turns line ends into blanks. Where they matter (text, textarea, value="",
 * data-x="") keep() is told the offset of the }} before which its sister belongs that does not.
 */
bool	 template_check(struct template_scan *, const char *text, size_t len);

/*
 * The same text as the engine wants it, into out (at least len + 1 bytes); returns its length. A
 * line with nothing but one section mark or include gives no line; the blanks before an include are
 * dropped since the engine would put them before each line of it, inside a textarea too.
 */
size_t	 template_tidy(const char *text, size_t len, char *out);

#endif
