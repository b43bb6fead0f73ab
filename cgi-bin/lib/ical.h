/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Calendar files (RFC 5545): invitations, cancellations and feeds. Written only, never read. */

#ifndef LIB_ICAL_H
#define LIB_ICAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * Texts may hold anything; what iCalendar cannot carry is left out. NULL and "" give no property.
 */
struct ical_event {
	const char	*uid;		/* the same for all messages about one booking; needed */
	int		 sequence;	/* grows with every change, or calendars ignore it */
	int64_t		 stamp;		/* when this was written; UTC seconds as all times here */
	int64_t		 starts, ends;
	const char	*summary, *description, *location;
	const char	*url;		/* ASCII, percent-encoded */
	const char	*organizer_name, *organizer_mail;
	const char	*attendee_name, *attendee_mail;
	/* ask for an answer; else the attendee has agreed already */
	bool		 rsvp;
	const char	*status;	/* CONFIRMED, TENTATIVE or CANCELLED */
	int		 alarm_minutes;	/* remind so long before; 0: do not */
};

/*
 * One VCALENDAR with CRLF line ends. method: REQUEST, CANCEL or PUBLISH; name of the calendar or
 * NULL.
 */
char	*ical_write(struct arena *, const char *method, const char *name, const struct ical_event *,
	    size_t n, size_t *len);

#endif
