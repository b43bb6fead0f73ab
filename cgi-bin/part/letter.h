/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mail as it is written at the moment of sending, from what is true then (D-15). */

#ifndef PART_LETTER_H
#define PART_LETTER_H

#include "part/letter_session.h"

/*
 * Fills templates/mail/NAME.{subject,text,html}.tpl in the reader's zone. Links that open something
 * get their token here. cx acts in the tenant of the errand. BROKEN: a template or a row is not
 * sound.
 */
enum outcome	 part_letter(struct ctx *, const struct errand *, struct letter *) MUST_USE;

#endif
