/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* model/policy: borders to the second; what is said is what is paid. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/clock.h"
#include "lib/money.h"
#include "lib/str.h"
#include "model/policy.h"

static struct arena *mem;

static int
setup(void **state)
{
	(void)state;
	assert_int_equal(setenv("PRAXIS_MODE", "test", 1), 0);
	mem = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static int64_t
at(const char *zone, int year, int month, int day, int hour)
{
	struct local l = { .year = year, .month = month, .day = day, .hour = hour };
	int64_t t[2];

	assert_int_equal(zone_instants(zone, &l, t), 1);
	return t[0];
}

static void
borders_to_the_second(void **state)
{
	int64_t starts = at("Europe/Berlin", 2026, 11, 5, 10);
	static const struct {
		int before; /* seconds before the start */
		int step, refund, moves[2];
		bool cancel;
		int until; /* hours before the start, -1: none */
	} cases[] = {
		{ 90 * DAY, 0, 8001, { 1, 1 }, true, 72 },
		{ 72 * HOUR + MINUTE, 0, 8001, { 1, 1 }, true, 72 },
		{ 72 * HOUR, 0, 8001, { 1, 1 }, true, 72 },
		{ 72 * HOUR - 1, 1, 4001, { 1, 0 }, true, 24 },
		{ 71 * HOUR + 59 * MINUTE, 1, 4001, { 1, 0 }, true, 24 },
		{ 24 * HOUR, 1, 4001, { 1, 0 }, true, 24 },
		{ 24 * HOUR - 1, 2, 0, { 0, 0 }, false, 0 },
		{ 1, 2, 0, { 0, 0 }, false, 0 },
		{ 0, 2, 0, { 0, 0 }, false, 0 },
		{ -1, -1, 0, { 0, 0 }, false, -1 },
		{ -DAY, -1, 0, { 0, 0 }, false, -1 },
	};
	size_t i;
	int moved;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (moved = 0; moved < 2; moved++) {
			struct verdict v = policy_at(
			    &POLICY_DEFAULT, 8001, starts, starts - cases[i].before, moved);

			assert_int_equal(v.step, cases[i].step);
			assert_int_equal(v.refund_minor, cases[i].refund);
			assert_int_equal(v.may_move, cases[i].moves[moved]);
			assert_int_equal(v.may_cancel, cases[i].cancel);
			assert_int_equal(v.until,
			    cases[i].until < 0 ? 0 : starts - (int64_t)cases[i].until * HOUR);
		}
	assert_false(policy_at(&POLICY_DEFAULT, 8001, starts, 0, 2).may_move);
}

static void
what_is_left_open_until_the_start(void **state)
{
	struct policy p = { .n = 1, .step = { { .percent = 100, .may_move = true } } };
	struct verdict v = policy_at(&p, 5000, 1000000, 1000000, 0);

	(void)state;
	assert_true(v.may_cancel);
	assert_false(v.may_move); /* allowed, but not once */
	assert_int_equal(v.refund_minor, 5000);
	v = policy_at(&p, 5000, 1000000, 1000001, 0);
	assert_false(v.may_cancel);
	assert_int_equal(v.refund_minor, 0);
	/* No money, but a move: still inside the cutoff. */
	p.step[0] = (struct policy_step){ .may_move = true, .max_moves = 1 };
	v = policy_at(&p, 5000, 1000000, 0, 0);
	assert_true(v.may_cancel && v.may_move);
	assert_int_equal(v.refund_minor, 0);
	assert_int_equal(policy_at(&POLICY_DEFAULT, -5, 1000000, 0, 0).refund_minor, 0);
	assert_int_equal(policy_at(&POLICY_DEFAULT, 0, 1000000, 0, 0).refund_minor, 0);
}

static const char stored[] = "[{\"hours\":72,\"percent\":100,\"move\":true,\"moves\":2},"
                             "{\"hours\":24,\"percent\":50,\"move\":true,\"moves\":1},"
                             "{\"hours\":0,\"percent\":0,\"move\":false,\"moves\":0}]";

static void
stored_and_read_back(void **state)
{
	struct policy p, q;

	(void)state;
	assert_string_equal(policy_write(mem, &POLICY_DEFAULT), stored);
	assert_int_equal(policy_read(mem, stored, &p), OK);
	assert_memory_equal(&p, &POLICY_DEFAULT, sizeof(p));
	p.no_show_free_move = true;
	assert_int_equal(policy_read(mem, policy_write(mem, &p), &q), OK);
	assert_true(q.no_show_free_move);
	q.no_show_free_move = false;
	assert_memory_equal(&q, &POLICY_DEFAULT, sizeof(q));
}

#define STEP(h, p, m, n) "{\"hours\":" h ",\"percent\":" p ",\"move\":" m ",\"moves\":" n "}"
#define LAST STEP("0", "0", "false", "0")

static void
nonsense_is_refused(void **state)
{
	static const char *const bad[] = { "", "[]", "{}", "null", "[1]", "[[]]", "[{}]", "[" LAST,
		"[" LAST "]x", LAST, "[" STEP("24", "50", "true", "1") "]",
		"[" STEP("24", "50", "true", "1") "," STEP("24", "50", "true", "1") "," LAST "]",
		"[" STEP("24", "50", "true", "1") "," STEP("72", "50", "true", "1") "," LAST "]",
		"[" STEP("24", "50", "true", "1") "," STEP("0", "51", "true", "1") "]",
		"[" STEP("0", "101", "true", "1") "]", "[" STEP("0", "-1", "true", "1") "]",
		"[" STEP("0", "50.0", "true", "1") "]", "[" STEP("0", "\"50\"", "true", "1") "]",
		"[" STEP("0", "50", "1", "1") "]", "[" STEP("0", "50", "true", "21") "]",
		"[" STEP("0", "50", "true", "-1") "]",
		"[" STEP("8761", "50", "true", "1") "," LAST "]",
		"[" STEP("99999999999", "50", "true", "1") "," LAST "]",
		"[{\"hours\":0,\"percent\":0,\"move\":false}]",
		"[{\"hours\":0,\"hours\":0,\"percent\":0,\"move\":false,\"moves\":0}]",
		"[{\"hours\":0,\"percent\":0,\"move\":false,\"moves\":0,\"more\":1}]",
		"[{\"hours\":0,\"percent\":0,\"move\":false,\"moves\":0,\"no_show_move\":false}]",
		"[{\"hours\":0,\"percent\":0,\"move\":false,\"no_show_move\":true}]" };
	struct policy p;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (policy_read(mem, bad[i], &p) != BROKEN)
			fail_msg("%s is a policy", bad[i]);
	assert_int_equal(policy_read(mem, NULL, &p), BROKEN);
	assert_int_equal(policy_read(mem, "[" LAST "]", &p), OK);
}

static void
lines_are(char **lines, int n, const char *const *expect)
{
	int i;

	for (i = 0; i < n && expect[i] != NULL; i++)
		assert_string_equal(lines[i], expect[i]);
	if (i < n || expect[i] != NULL)
		fail_msg("%d lines", n);
}

#define LINES(...) lines_are(lines, n, (const char *const[]){ __VA_ARGS__, NULL })

static void
told_with_dates(void **state)
{
	int64_t starts = at("Europe/Paris", 2026, 10, 15, 10);
	char **lines;
	int n;

	(void)state;
	policy_sentences(mem, &POLICY_DEFAULT, 8000, "EUR", starts, 0, "Europe/Paris", &lines, &n);
	LINES("Until Monday 12 October 2026, 10:00 (Paris time): €80.00 back, or move it (twice)",
	    "Until Wednesday 14 October 2026, 10:00 (Paris time): €40.00 back, or move it (once)",
	    "After that: no refund");
	policy_sentences(mem, &POLICY_DEFAULT, 8000, "EUR", starts, starts - 72 * HOUR + 1,
	    "America/New_York", &lines, &n);
	LINES("Until Wednesday 14 October 2026, 04:00 (New York time): €40.00 back, "
	      "or move it (once)",
	    "After that: no refund");
	policy_sentences(
	    mem, &POLICY_DEFAULT, 8000, "EUR", starts, starts - 1, "Europe/Paris", &lines, &n);
	LINES("Now: no refund");
	policy_sentences(
	    mem, &POLICY_DEFAULT, 8000, "EUR", starts, starts + 1, "Europe/Paris", &lines, &n);
	assert_int_equal(n, 0);
	policy_sentences(mem, &POLICY_DEFAULT, 0, "EUR", starts, 0, "Europe/Paris", &lines, &n);
	LINES("Until Monday 12 October 2026, 10:00 (Paris time): cancel free of charge, "
	      "or move it (twice)",
	    "Until Wednesday 14 October 2026, 10:00 (Paris time): cancel free of charge, "
	    "or move it (once)",
	    "After that: no cancelling or moving online");
}

static void
told_in_the_week_of_the_change(void **state)
{
	int64_t starts = at("Europe/Berlin", 2026, 3, 30, 10);
	char **lines;
	int n;

	(void)state;
	/* 72 hours are 72 hours: an hour earlier on the clock. */
	policy_sentences(mem, &POLICY_DEFAULT, 8000, "EUR", starts, 0, "Europe/Berlin", &lines, &n);
	LINES("Until Friday 27 March 2026, 09:00 (Berlin time): €80.00 back, or move it (twice)",
	    "Until Sunday 29 March 2026, 10:00 (Berlin time): €40.00 back, or move it (once)",
	    "After that: no refund");
	assert_int_equal(
	    policy_at(&POLICY_DEFAULT, 8000, starts, at("Europe/Berlin", 2026, 3, 27, 9), 0)
	        .refund_minor,
	    8000);
	assert_int_equal(
	    policy_at(&POLICY_DEFAULT, 8000, starts, at("Europe/Berlin", 2026, 3, 27, 9) + 1, 0)
	        .refund_minor,
	    4000);
	/* A border in the hour that comes twice says which. */
	starts = at("UTC", 2026, 10, 26, 0) + 30 * MINUTE;
	policy_sentences(mem, &POLICY_DEFAULT, 8000, "EUR", starts, starts - 24 * HOUR,
	    "Europe/Berlin", &lines, &n);
	LINES("Until Sunday 25 October 2026, 02:30 CEST (Berlin time): €40.00 back, "
	      "or move it (once)",
	    "After that: no refund");
}

static void
told_without_dates(void **state)
{
	struct policy p = { .n = 4,
		.no_show_free_move = true,
		.step = { { 168, 100, true, 3 }, { 48, 100, false, 0 }, { 1, 0, true, 1 },
		    { 0, 0, false, 0 } } };
	struct policy odd = { .n = 3,
		.step = { { 9, 10, true, 1 }, { 5, 0, false, 0 }, { 0, 0, true, 1 } } };
	struct policy never = { .n = 2, .step = { { .hours = 5 } } };
	struct policy always = { .n = 1, .step = { { .percent = 100 } } };
	char **lines;
	int n;

	(void)state;
	policy_words(mem, &POLICY_DEFAULT, &lines, &n);
	LINES("Up to 72 hours before: full refund, or move it (twice)",
	    "24 to 72 hours before: 50 % back, or move it (once)",
	    "Less than 24 hours before: no refund");
	policy_words(mem, &p, &lines, &n);
	LINES("Up to 7 days before: full refund, or move it (up to 3 times)",
	    "48 hours to 7 days before: full refund",
	    "1 to 48 hours before: no refund, but you can move it (once)",
	    "Less than 1 hour before: no refund", "If you miss it: one free move");
	policy_sentences(mem, &odd, 0, "EUR", at("UTC", 2026, 5, 1, 9), 0, "UTC", &lines, &n);
	LINES("Until Friday 1 May 2026, 00:00 (UTC): cancel free of charge, or move it (once)",
	    "Until Friday 1 May 2026, 04:00 (UTC): no cancelling or moving online",
	    "Until Friday 1 May 2026, 09:00 (UTC): cancel free of charge, or move it (once)");
	policy_words(mem, &never, &lines, &n);
	LINES("No refund and no move");
	policy_words(mem, &always, &lines, &n);
	LINES("Until it starts: full refund");
}

/* A small generator of its own, so that a failure can be repeated. */
static uint64_t seed = 20261122;

static int
any(int low, int high)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return low + (int)((seed >> 33) % (uint64_t)(high - low + 1));
}

static void
any_policy(struct policy *p)
{
	int i, hours = any(100, 400), percent = 100;

	memset(p, 0, sizeof(*p));
	p->n = any(1, POLICY_STEPS);
	for (i = 0; i < p->n; i++) {
		struct policy_step *s = &p->step[i];

		s->hours = i == p->n - 1 ? 0 : hours;
		s->percent = percent;
		s->may_move = any(0, 1) == 1;
		s->max_moves = any(0, 4);
		hours -= any(1, 12);
		percent = any(0, 3) == 0 ? 0 : any(0, percent);
	}
}

/* The amount that a line promises, in cents. */
static int64_t
promised(const char *line)
{
	const char *p = strstr(line, "€");
	char digits[32];
	int64_t minor;
	size_t i = 0;

	if (p == NULL) {
		assert_non_null(strstr(line, ": no refund"));
		return 0;
	}
	for (p += strlen("€"); *p != ' '; p++)
		if (*p != ',' && i < sizeof(digits) - 1)
			digits[i++] = *p;
	digits[i] = '\0';
	assert_true(str_starts(p, " back"));
	assert_true(money_parse(digits, "EUR", &minor));
	return minor;
}

/* Each line names its last second, and what is paid then; a second later the next line holds. */
static void
lines_match(const struct policy *p, int64_t price, int64_t starts, const char *zone)
{
	char **lines, **later;
	int i, n, left;

	policy_sentences(mem, p, price, "EUR", starts, 0, zone, &lines, &n);
	assert_in_range(n, 1, p->n);
	for (i = 0; i < n; i++) {
		int64_t until = starts - (int64_t)p->step[i].hours * HOUR;
		struct verdict v = policy_at(p, price, starts, until, 0);

		assert_int_equal(promised(lines[i]), v.refund_minor);
		assert_int_equal(v.refund_minor, (price * p->step[i].percent + 50) / 100);
		assert_true(v.refund_minor <= price);
		if (str_starts(lines[i], "Until ")) {
			assert_non_null(strstr(lines[i], clock_full(mem, until, zone)));
			assert_int_equal(v.may_cancel, v.percent > 0 || v.may_move);
		} else
			assert_true(!v.may_cancel && i == n - 1);
		assert_int_equal(strstr(lines[i], "move it") != NULL, v.may_move);
		policy_sentences(mem, p, price, "EUR", starts, until, zone, &later, &left);
		assert_int_equal(promised(later[0]), v.refund_minor);
		if (i + 1 == p->n)
			continue;
		v = policy_at(p, price, starts, until + 1, 0);
		assert_int_equal(v.step, i + 1);
		if (i + 1 < n)
			assert_int_equal(promised(lines[i + 1]), v.refund_minor);
		else
			assert_int_equal(v.refund_minor, 0);
	}
}

static void
what_is_said_is_what_is_paid(void **state)
{
	static const char *const zones[] = { "Europe/Berlin", "America/New_York",
		"Australia/Lord_Howe", "Asia/Kathmandu", "UTC" };
	struct policy p, q;
	int i;

	(void)state;
	for (i = 0; i < 10000; i++) {
		int64_t price = any(1, 50000), now;
		/* Every other start lies in the days around a change of the clocks. */
		int64_t starts = i % 2 == 0 ? at("UTC", 2026, 10, 24, 0) + any(0, 12 * DAY)
		                            : at("UTC", 2026, 1, 20, 0) + any(0, 700 * DAY);
		struct verdict v;

		any_policy(&p);
		assert_true(policy_is_sound(&p));
		assert_int_equal(policy_read(mem, policy_write(mem, &p), &q), OK);
		assert_memory_equal(&p, &q, sizeof(p));
		lines_match(&p, price, starts, zones[i % 5]);
		now = starts - any(-10, 500 * HOUR);
		v = policy_at(&p, price, starts, now, 0);
		assert_true(v.step < 0 ? now > starts : now <= v.until);
		assert_true(v.step < 1 || now > starts - (int64_t)p.step[v.step - 1].hours * HOUR);
		arena_reset(mem);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(borders_to_the_second),
		cmocka_unit_test(what_is_left_open_until_the_start),
		cmocka_unit_test(stored_and_read_back),
		cmocka_unit_test(nonsense_is_refused),
		cmocka_unit_test(told_with_dates),
		cmocka_unit_test(told_in_the_week_of_the_change),
		cmocka_unit_test(told_without_dates),
		cmocka_unit_test(what_is_said_is_what_is_paid),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
