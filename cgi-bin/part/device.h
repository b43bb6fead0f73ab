/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody signed in with, in words. */

#ifndef PART_DEVICE_H
#define PART_DEVICE_H

struct arena;

/* "Firefox on Linux" from a User-Agent header; "Unknown device" when it says nothing we know. */
char	*part_device(struct arena *, const char *agent);

#endif
