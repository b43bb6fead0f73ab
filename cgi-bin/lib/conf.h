/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Settings: one file, environment first. A program that lacks a setting says which and ends. */

#ifndef LIB_CONF_H
#define LIB_CONF_H

#include <stdbool.h>

/* Read PRAXIS_CONF (default /etc/praxis/praxis.conf). Ends the process with a sentence on error. */
void		 conf_load(void);

/* A setting that must be there; ends the process naming it when it is not. Lives for ever. */
const char	*conf_need(const char *key);

/* A setting or its default (which may be NULL). */
const char	*conf_get(const char *key, const char *otherwise);

bool		 conf_is_live(void);	/* mode = live: no test clock, no banner */
bool		 conf_is_demo(void);

#endif
