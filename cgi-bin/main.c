/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The main of every page and hook: it sits in the library and is linked where a program has none. */

#include "page_run.h"

int
main(int argc, char **argv)
{
	return page_run(&page, argc, argv);
}
