/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* All coaches of a tenant in every status, as an admin sees and changes them. */

#ifndef MODEL_ROSTER_H
#define MODEL_ROSTER_H

#include <stddef.h>

#include "lib/ctx.h"

enum {
	ROSTER_PAGE = 20,
	ROSTER_REASON = 400	/* characters: it stands in the audit trail twice */
};

struct roster_query {
	const char	*status;	/* "": all */
	const char	*text;		/* part of a name or of a mail address; "": everybody */
	int64_t		 after;		/* by key: the last coach of the page before; 0: none */
};
struct roster_row {
	int64_t		 id;
	const char	*name, *mail, *status, *driver;
	int64_t		 services, bookings;	/* active ones; all there ever were */
};
/* By name; at most ROSTER_PAGE + 1: one more than a page says that there is a next one. */
enum outcome	 roster_find(struct ctx *, const struct roster_query *, struct roster_row **,
		    size_t *) MUST_USE;

/* How many a search finds in each status; all is their sum (U-11). */
struct roster_counts {
	int64_t		 all, pending, approved, suspended, rejected;
};
enum outcome	 roster_count(struct ctx *, const char *text, struct roster_counts *) MUST_USE;

struct roster_coach {
	int64_t		 id, account;
	const char	*slug, *name, *mail, *status, *reason;
	int64_t		 status_at, created;
	const char	*headline, *bio, *custom_specialty, *city, *country, *zone, *picture;
	const char	*driver;
	const char	*specialties, *languages;	/* parted by line feeds */
};
enum outcome	 roster_coach(struct ctx *, int64_t id, struct roster_coach *) MUST_USE;

struct roster_service {
	const char	*name, *currency, *mode;
	int64_t		 price_minor;
	int		 minutes;
	bool		 active;
};
/* In the coach's order, at most 100. */
enum outcome	 roster_services(struct ctx *, int64_t coach, struct roster_service **,
		    size_t *) MUST_USE;

/* The bookings with the latest starts, at most 10. */
struct roster_booking {
	const char	*no, *client, *service, *state, *cancelled_by, *currency;
	int64_t		 starts, ends, hold_until, price_minor;
};
enum outcome	 roster_bookings(struct ctx *, int64_t coach, struct roster_booking **,
		    size_t *) MUST_USE;

/* What an approved coach must have, and what of it there is not. */
struct roster_lack {
	bool		 service, hours;
};
enum outcome	 roster_lack(struct ctx *, int64_t coach, struct roster_lack *) MUST_USE;

/*
 * Approve a pending coach, reject one, suspend an approved one, reactivate a suspended one: action
 * is "approve", "reject", "suspend" or "reactivate". The coach gets mail 'coach-status', the audit
 * trail a row, the directory what is true now. CONFLICT: the coach is in another status, or lacks
 * something. Bookings stay as they are.
 */
enum outcome	 roster_change(struct ctx *, int64_t coach, const char *action,
		    const char *reason) MUST_USE;
/* Can it be done from this status? */
bool		 roster_may(const char *action, const char *status);

/* Members by part of a name or mail address, with the coach profile they have (0: none). */
struct roster_member {
	int64_t		 account, coach;
	const char	*name, *mail;
};
enum { ROSTER_MEMBERS = 20 };
/* At most ROSTER_MEMBERS + 1. */
enum outcome	 roster_members(struct ctx *, const char *text, struct roster_member **,
		    size_t *) MUST_USE;
/*
 * A profile for a member, Pending, and the role that goes with it. CONFLICT: has one
 * already; NOT_FOUND: no member here.
 */
enum outcome	 roster_create(struct ctx *, int64_t account, int64_t *coach) MUST_USE;

#endif
