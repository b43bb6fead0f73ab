/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Addresses within this site that came from outside. */

#include "lib/path.h"

#include <string.h>

#include "lib/str.h"

enum { PATH_MAX_LENGTH = 500 };

/* "//host" and "/\host" are other people's; browsers drop tabs and line ends before they look. */
bool
path_is_own(const char *path)
{
	static const char fine[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				   "/?&=%._~-:,+@!$'()*;";

	return path[0] == '/' && path[1] != '/' && strlen(path) <= PATH_MAX_LENGTH &&
	    path[strspn(path, fine)] == '\0';
}
