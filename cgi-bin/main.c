/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The main of every program that has none: it sits in the library. A program is a page or a job. */

#include <stddef.h>

#include "page_run.h"
#include "work.h"

/* The one that the program does not define is absent. */
#pragma weak page
#pragma weak work

int
main(int argc, char **argv)
{
	return &work != NULL ? work_run(&work, argc, argv) : page_run(&page, argc, argv);
}
