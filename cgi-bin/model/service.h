/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a coach sells. */

#ifndef MODEL_SERVICE_H
#define MODEL_SERVICE_H

#include "lib/ctx.h"

struct service {
	int64_t		 id, coach;
	const char	*slug, *name, *description;
	int64_t		 price_minor;		/* 0: free */
	const char	*currency;
	int		 minutes;
	const char	*mode;			/* "online" or "in-person" */
	const char	*meeting_url;		/* fixed room or a pattern with {no}; private */
	const char	*place, *place_public, *access_note, *prepare_note;
	int		 before_min, after_min, notice_min, horizon_days, daily_cap, step_min;
	const char	*policy;		/* JSON, see model/policy.h */
	bool		 discovery, premium, active;
	/* of its coach */
	const char	*coach_slug, *coach_name, *coach_zone, *coach_picture;
	const char	*coach_city, *coach_country;
	int64_t		 coach_account;
};

/* A service that can be booked now: the coach is approved, the service active. Anybody's eyes. */
enum outcome	 service_offered(struct ctx *, const char *coach_slug, const char *slug,
		    struct service *) MUST_USE;
/* The active services of an approved coach, in the coach's order; at most 50. */
enum outcome	 services_offered(struct ctx *, int64_t coach, struct service **,
		    size_t *) MUST_USE;
/* One of my own (the coach's), active or not. */
enum outcome	 service_mine(struct ctx *, int64_t id, struct service *) MUST_USE;
enum outcome	 services_mine(struct ctx *, struct service **, size_t *) MUST_USE;
/* Of a booking of mine, as its client or coach, active or not; the coach is approved. */
enum outcome	 service_of_booking(struct ctx *, int64_t booking, struct service *) MUST_USE;

#endif
