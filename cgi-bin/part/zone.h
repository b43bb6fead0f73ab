/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The choice of a time zone. */

#ifndef PART_ZONE_H
#define PART_ZONE_H

#include "lib/view.h"

/* {{#ZONE_OPTION}} with {{ZONE_NAME}} and {{#CHOSEN}}: the options of a select. */
void	part_zone_options(struct view *, const char *chosen);

#endif
