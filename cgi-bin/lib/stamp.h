/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Short-lived words that we hand to a browser and trust when they come back: signed, dated, not
 * secret.
 */

#ifndef LIB_STAMP_H
#define LIB_STAMP_H

#include <stdint.h>

struct arena;

/* For a cookie or a hidden field, good until then. purpose keeps uses apart. */
char	*stamp_make(struct arena *, const char *purpose, const char *text, int64_t until);

/* The text, or NULL when it is not ours, too old or NULL. */
char	*stamp_read(struct arena *, const char *purpose, const char *stamp, int64_t now);

#endif
