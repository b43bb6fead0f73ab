/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a letter is written: header words, addresses, line ends. */

#ifndef LIB_MAIL_TEXT_H
#define LIB_MAIL_TEXT_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* One line of sound UTF-8: line ends and controls become blanks, broken bytes question marks. */
char	*mail_line(struct arena *, const char *);

/* Text for a header (RFC 2047): as it is when short ASCII, else encoded words on folded lines. */
char	*mail_word(struct arena *, const char *);

/* "Name <address>"; the name quoted or encoded as it needs, or left out when empty. */
char	*mail_person(struct arena *, const char *name, const char *address);

/* "Wed, 15 Oct 2026 08:00:00 +0000", whatever the locale. */
char	*mail_date(struct arena *, int64_t t);

/* Every line end as CRLF, which the quoted-printable encoder must have. */
char	*mail_crlf(struct arena *, const char *);

/* One token without blanks, quotes, brackets or control characters: for ids and addresses in <>. */
bool	 mail_is_token(const char *);

#endif
