/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How a coach is shown: as a card in a list, and at the head of the profile. */

#ifndef PART_COACH_H
#define PART_COACH_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/coach.h"
#include "model/listing.h"

/* For templates/part/coach-card.tpl. */
void	part_coach_card(struct ctx *, struct view *, const struct listing *);

/* For templates/page/coach.tpl: name, place, languages, specialties, the bio in paragraphs. */
void	part_coach(struct ctx *, struct view *, const struct coach *);

/*
 * The picture, or the initials of somebody who has none: the sections FACE (FACE_PICTURE) and
 * INITIALS (FACE_INITIALS) in this view.
 */
void	part_face(struct ctx *, struct view *, const char *name, const char *picture);

/* "Berlin, Germany", either of them, or "". */
char	*part_place(struct ctx *, const char *city, const char *country);

#endif
