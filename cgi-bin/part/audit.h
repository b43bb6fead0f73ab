/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How the audit trail is shown. */

#ifndef PART_AUDIT_H
#define PART_AUDIT_H

#include "lib/ctx.h"
#include "lib/view.h"
#include "model/audit.h"

/* An action in words; the action itself when there are none for it. */
const char	*part_audit_action(const char *action);

/* AT, AT_ISO, WHO, WHAT, OBJECT or a link to it, and a VALUE with before and after for each. */
void		 part_audit_row(struct ctx *, struct view *, const struct audit_row *);

/* CHAIN_WHOLE, CHAIN_BROKEN or CHAIN_EMPTY. */
void		 part_audit_chain(struct ctx *, struct view *, const struct audit_chain *);

#endif
