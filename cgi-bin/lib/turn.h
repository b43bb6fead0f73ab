/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A few places at something heavy, shared by all processes of this host. */

#ifndef LIB_TURN_H
#define LIB_TURN_H

#include "lib/ctx.h"

/*
 * Wait for one of the places, at most so many milliseconds: BUSY when none came free. The places
 * are locks on files in the directory of the setting "files", so a crash gives its place back.
 */
enum outcome	 turn_take(struct ctx *, const char *what, int places, int ms, int *turn) MUST_USE;
void		 turn_end(int turn);

#endif
