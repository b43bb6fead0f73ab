/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* multipart/form-data (RFC 7578 over RFC 2046): a body into texts and uploads. */

#ifndef LIB_MULTIPART_H
#define LIB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/form.h"
#include "lib/outcome.h"

enum {
	MULTIPART_PARTS = 50,
	MULTIPART_HEADERS = 4096,	/* bytes of one part's headers */
	MULTIPART_FILE_NAME = 200	/* bytes; longer names are cut */
};

/* Is this CONTENT_TYPE multipart/form-data, with or without a boundary? */
bool		 multipart_is(const char *type);

/*
 * Add the parts to the form. Bytes of uploads stay where they are, in body, which must live as long
 * as the arena. A field in which no file was chosen (no name, no bytes) is left out. INVALID for
 * whatever breaks the standards or the limits.
 */
enum outcome	 multipart_read(struct arena *, const char *type, const char *body, size_t len,
		    struct form *) MUST_USE;

#endif
