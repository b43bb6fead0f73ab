/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A session that was sold, or is held while somebody pays. */

#ifndef MODEL_BOOKING_H
#define MODEL_BOOKING_H

#include "lib/ctx.h"
#include "model/policy.h"
#include "model/service.h"

struct booking {
	int64_t		 id, order, coach, service, client, coach_account;
	/* Pending Confirmed Completed Cancelled NoShow */
	const char	*no, *state, *order_no;
	int64_t		 starts, ends, created, confirmed, ended;
	int64_t		 hold_until;			/* Pending only */
	int		 before_min, after_min;
	const char	*zone, *zone_client;
	const char	*coach_name, *coach_slug, *coach_picture, *client_name, *service_name,
	    *service_slug;
	const char	*coach_mail, *client_mail, *client_zone_now, *coach_zone_now;
	const char	*mode, *meeting_url, *place, *access_note, *prepare_note, *note;
	int64_t		 price_minor, fee_minor, payout_minor, refund_minor;
	const char	*currency, *policy;
	bool		 discovery;
	int		 moves, sequence;
	const char	*cancelled_by, *cancel_reason;	/* "client" "coach" "admin" "system"; "" */
};

/* As the client or the coach of it; anybody else gets NOT_FOUND. */
enum outcome	 booking_mine(struct ctx *, const char *no, struct booking *) MUST_USE;
/* For a job, by row. */
enum outcome	 booking_for_job(struct ctx *, int64_t id, struct booking *) MUST_USE;

enum outcome	 bookings_of_order(struct ctx *, int64_t order, struct booking **,
		    size_t *) MUST_USE;

/*
 * My bookings as a client from a key (starts, id) on, upcoming ascending, past descending. At most
 * BOOKINGS_PAGE + 1 rows: one more than is shown tells that there is a next page. A row of a list
 * has neither addresses nor notes nor policy, and its order's number only while it is Pending.
 */
enum { BOOKINGS_PAGE = 20 };
struct booking_key { int64_t starts, id; };
enum outcome	 bookings_upcoming(struct ctx *, struct booking_key after, struct booking **,
		    size_t *) MUST_USE;
enum outcome	 bookings_past(struct ctx *, struct booking_key before, struct booking **,
		    size_t *) MUST_USE;

/* The same for the sessions of my clients, as their coach. */
enum outcome	 bookings_coaching(struct ctx *, struct booking_key after, struct booking **,
		    size_t *) MUST_USE;
enum outcome	 bookings_coached(struct ctx *, struct booking_key before, struct booking **,
		    size_t *) MUST_USE;

/*
 * Its service as a move needs it: length and buffers are the booking's own, notice binds the client
 * only. Also when clients cannot book it any more; NOT_FOUND when its coach is not approved.
 */
enum outcome	 booking_service(struct ctx *, const struct booking *, struct service *) MUST_USE;

bool		 booking_is_client(const struct ctx *, const struct booking *);
bool		 booking_is_coach(const struct ctx *, const struct booking *);

/* What the policy says at this moment: the same function for screen, mail and refund. */
struct verdict	 booking_verdict(struct ctx *, const struct booking *, struct policy *);

/* Take the coach's calendar: the first change of every transaction that touches blocks. */
enum outcome	 calendar_lock(struct ctx *, int64_t coach) MUST_USE;

/* "/join/{token}" and "/feed/{token}.ics" tokens: made and checked, nothing stored. */
char		*booking_join_token(struct ctx *, const struct booking *, bool coach);
enum outcome	 booking_by_join_token(struct ctx *, const char *token, struct booking *,
		    bool *coach) MUST_USE;
/* The join button works from 15 minutes before the start until 30 minutes behind the end. */
enum { JOIN_EARLY = 15 * 60, JOIN_LATE = 30 * 60 };
/* The room: {no} in the pattern replaced. "" when there is none. */
char		*booking_room(struct ctx *, const struct booking *);

#endif
