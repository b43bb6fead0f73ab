/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a fallible call answers, everywhere: the program, the page and the status follow from it. */

#ifndef LIB_OUTCOME_H
#define LIB_OUTCOME_H

enum outcome {
	OK,
	INVALID,	/* a person typed something wrong; the field carries the sentence (422) */
	NOT_FOUND,	/* does not exist, or is not theirs: nobody can tell which (404) */
	DENIED,		/* they may not, whatever they type (403) */
	CONFLICT,	/* somebody was faster, or the state has moved on (409) */
	LIMITED,	/* too often; later is fine (429) */
	BUSY,		/* a machine or partner we need does not answer now (503) */
	BROKEN		/* our own fault; already logged where it happened (500) */
};

#define MUST_USE __attribute__((warn_unused_result))

#endif
