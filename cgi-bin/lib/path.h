/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Addresses within this site that came from outside. */

#ifndef LIB_PATH_H
#define LIB_PATH_H

#include <stdbool.h>

/*
 * A path of ours with its query, such as "/book/maya/career?day=2026-10-15": nothing that leads a
 * browser elsewhere.
 */
bool	path_is_own(const char *);

#endif
