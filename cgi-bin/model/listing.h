/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The directory: one row per approved coach with an active service, made for finding. */

#ifndef MODEL_LISTING_H
#define MODEL_LISTING_H

#include "lib/ctx.h"

enum { LISTING_PAGE = 20 };

enum listing_sort {
	LISTING_FREE,		/* next free time first */
	LISTING_PRICE,		/* cheapest first */
	LISTING_NAME,
	LISTING_SORTS
};

/* What is asked for; zero and "" (or NULL) mean "whatever". */
struct listing_query {
	const char	*text;			/* as typed: a name, a goal, a topic */
	const char	*specialty, *language;
	const char	*country, *city;	/* two letters; the beginning of a city's name */
	bool		 online, in_person;	/* both: either will do */
	int64_t		 price_from, price_to;	/* minor units */
	int64_t		 free_before;		/* UTC seconds: has a free start before it */
	enum listing_sort sort;
	int64_t		 after;			/* by key: the last coach of the page before */
	const char	*at;			/* and what listing_at() gave for them */
};

struct listing {
	int64_t		 coach;
	const char	*slug, *name, *headline, *picture, *city, *country, *zone;
	const char	*specialties;		/* the first few, parted by line feeds */
	bool		 online, in_person;
	int64_t		 price_minor;		/* the least; first conversations do not count */
	const char	*currency;
	int64_t		 next_free;		/* 0: nothing free, or not known at this moment */
	int64_t		 sort_free;		/* as stored, for listing_at() */
};

/* At most LISTING_PAGE + 1 rows: one more than a page says that there is a next one. */
enum outcome	 listing_find(struct ctx *, const struct listing_query *, struct listing **,
		    size_t *) MUST_USE;

/* The sort value of a row as text for the address, to go on behind it. */
char		*listing_at(struct ctx *, enum listing_sort, const struct listing *);

/* What can be chosen: languages, places and specialties of listed coaches, each kind in order. */
struct choice {
	const char	*kind;			/* "language" "place" "specialty" */
	const char	*country, *value;	/* value: the tag, or the city ("": none) */
};
enum outcome	 listing_choices(struct ctx *, struct choice **, size_t *) MUST_USE;

/* What this coach can be found by can be chosen. Part of listing_refresh(). */
enum outcome	 listing_add_facets(struct ctx *, int64_t coach) MUST_USE;

/* Something changed that moves the next free time; computed again within seconds by a job. */
enum outcome	 listing_mark_stale(struct ctx *, int64_t coach) MUST_USE;

/* Compute a coach's row anew, or take it away when they must not be found. In a transaction. */
enum outcome	 listing_refresh(struct ctx *, int64_t coach) MUST_USE;

/* A job's round: the next row that is due, in any tenant. NOT_FOUND when there is none. */
enum outcome	 listing_sweep(struct ctx *) MUST_USE;
/* The same for a choice that nobody may have any more. */
enum outcome	 listing_sweep_facet(struct ctx *) MUST_USE;

#endif
