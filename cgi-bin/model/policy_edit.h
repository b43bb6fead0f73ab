/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A policy as a person writes it: a few rows in any order, the end of it left out. */

#ifndef MODEL_POLICY_EDIT_H
#define MODEL_POLICY_EDIT_H

#include "model/policy.h"

enum { POLICY_ROWS = POLICY_STEPS - 1 };

struct policy_row {		/* "up to so many hours before: so much back, so many moves" */
	bool	used;
	int	hours, percent, moves;
};

/*
 * The policy of the rows in use, whatever their order, with its end: nothing back, no move. NULL
 * when it is sound, else a sentence.
 */
const char	*policy_from_rows(const struct policy_row[POLICY_ROWS], struct policy *);

/* The rows of a policy, without an end that offers nothing. */
void		 policy_to_rows(const struct policy *, struct policy_row[POLICY_ROWS]);

#endif
