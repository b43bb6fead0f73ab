/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Calendar files: read back by the library and by the letter of RFC 5545. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <libical/ical.h>

#include "lib/arena.h"
#include "lib/ical.h"
#include "lib/str.h"

static struct arena *mem;

static const struct ical_event full = { .uid = "b-7F3K@coach.example",
	.sequence = 2,
	.stamp = 1760515200,
	.starts = 1760518800,
	.ends = 1760522400,
	.summary = "Coaching; \"Focus\", part 1",
	.location = "Room 3\\4, Berlin",
	.description = "First line\nsecond, line; with \\ all\r\nthird",
	.status = "CONFIRMED",
	.url = "https://coach.example/booking/7F3K?a=1,2;3",
	.organizer_name = "Dr. \"Zoe\" M\xc3\xbcller: Co",
	.organizer_mail = "zoe@coach.example",
	.attendee_name = "Ann, Bob; Co",
	.attendee_mail = "ann@example.org",
	.rsvp = true,
	.alarm_minutes = 30 };

/* Every line ends in CRLF, none is longer than 75 bytes, and no character is cut in two. */
static void
check_lines(const char *text, size_t len)
{
	const char *p = text, *e;

	assert_int_equal(strlen(text), len);
	for (; *p != '\0'; p = e + 2) {
		e = strstr(p, "\r\n");
		assert_non_null(e);
		assert_null(memchr(p, '\n', (size_t)(e - p)));
		assert_true(e - p <= 75);
		assert_true(str_is_utf8(p, (size_t)(e - p)));
	}
}

static icalcomponent *
parse(const char *text)
{
	icalcomponent *cal = icalparser_parse_string(text);

	assert_non_null(cal);
	assert_int_equal(icalcomponent_count_errors(cal), 0);
	return cal;
}

static void
test_request(void **state)
{
	size_t len;
	char *text = ical_write(mem, "REQUEST", NULL, &full, 1, &len);
	icalcomponent *cal = parse(text), *ev =
	    icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT);
	icalproperty *p;

	(void)state;
	check_lines(text, len);
	assert_int_equal(icalcomponent_get_method(cal), ICAL_METHOD_REQUEST);
	assert_string_equal(icalcomponent_get_uid(ev), full.uid);
	assert_int_equal(icalcomponent_get_sequence(ev), 2);
	assert_string_equal(icalcomponent_get_summary(ev), full.summary);
	assert_string_equal(icalcomponent_get_location(ev), full.location);
	assert_string_equal(icalcomponent_get_description(ev),
	    "First line\nsecond, line; with \\ all\nthird");
	assert_int_equal(icaltime_as_timet(icalcomponent_get_dtstart(ev)), full.starts);
	assert_int_equal(icaltime_as_timet(icalcomponent_get_dtend(ev)), full.ends);
	assert_non_null(strstr(text, "DTSTAMP:20251015T080000Z\r\n"));
	assert_non_null(strstr(text, "DTSTART:20251015T090000Z\r\n"));
	assert_non_null(strstr(text, "DTEND:20251015T100000Z\r\n"));
	assert_int_equal(icalcomponent_get_status(ev), ICAL_STATUS_CONFIRMED);
	p = icalcomponent_get_first_property(ev, ICAL_URL_PROPERTY);
	assert_string_equal(icalproperty_get_url(p), full.url);
	p = icalcomponent_get_first_property(ev, ICAL_ORGANIZER_PROPERTY);
	assert_string_equal(icalproperty_get_organizer(p), "mailto:zoe@coach.example");
	assert_string_equal(icalparameter_get_cn(
	    icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER)), "Dr. 'Zoe' M\xc3\xbcller: Co");
	p = icalcomponent_get_first_property(ev, ICAL_ATTENDEE_PROPERTY);
	assert_string_equal(icalproperty_get_attendee(p), "mailto:ann@example.org");
	assert_string_equal(icalparameter_get_cn(
	    icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER)), "Ann, Bob; Co");
	assert_int_equal(icalparameter_get_rsvp(
	    icalproperty_get_first_parameter(p, ICAL_RSVP_PARAMETER)), ICAL_RSVP_TRUE);
	assert_non_null(strstr(text, "BEGIN:VALARM\r\n"));
	assert_non_null(strstr(text, "TRIGGER:-PT30M\r\n"));
	icalcomponent_free(cal);
}

static void
test_cancel(void **state)
{
	struct ical_event e = full;
	icalcomponent *cal;
	size_t len;
	char *text;

	(void)state;
	e.status = "CANCELLED";
	e.sequence = 3;
	e.rsvp = false;
	text = ical_write(mem, "CANCEL", "", &e, 1, &len);
	cal = parse(text);
	check_lines(text, len);
	assert_int_equal(icalcomponent_get_method(cal), ICAL_METHOD_CANCEL);
	assert_non_null(strstr(text, "STATUS:CANCELLED\r\n"));
	assert_non_null(strstr(text, "SEQUENCE:3\r\n"));
	assert_null(strstr(text, "VALARM"));
	assert_null(strstr(text, "X-WR-CALNAME"));
	icalcomponent_free(cal);
}

static void
test_feed(void **state)
{
	struct ical_event many[40];
	icalcomponent *cal;
	size_t len, i;
	char *text;

	(void)state;
	for (i = 0; i < 40; i++)
		many[i] = (struct ical_event){ .uid = arena_fmt(mem, "u%zu", i), .stamp = 1,
			.starts = 4102444800 + (int64_t)i * 3600, .ends =
			    4102444800 + (int64_t)(i + 1) * 3600 };
	text = ical_write(mem, "PUBLISH", "Zoe's; calendar\nand more", many, 40, &len);
	cal = parse(text);
	check_lines(text, len);
	assert_int_equal(icalcomponent_count_components(cal, ICAL_VEVENT_COMPONENT), 40);
	assert_non_null(strstr(text, "X-PUBLISHED-TTL:PT1H\r\n"));
	assert_non_null(strstr(text, "\r\nX-WR-CALNAME:Zoe's"));
	assert_non_null(strstr(text, "DTSTART:21000101T000000Z\r\n"));
	assert_null(strstr(text, "SUMMARY"));
	assert_null(strstr(text, "ATTENDEE"));
	icalcomponent_free(cal);
	text = ical_write(mem, "PUBLISH", NULL, NULL, 0, &len);
	check_lines(text, len);
	assert_non_null(strstr(text, "END:VCALENDAR\r\n"));
}

/* Letters of two, three and four bytes across every place where a line may be folded. */
static void
test_folds_letters_whole(void **state)
{
	static const char *const letters[] = { "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80" };
	struct ical_event e = full;
	icalcomponent *cal, *ev;
	size_t len, i, lead;
	char text[400], *ics;

	(void)state;
	for (i = 0; i < 3; i++) {
		for (lead = 0; lead < 8; lead++) {
			memset(text, 'x', lead);
			text[lead] = '\0';
			while (strlen(text) < 300)
				strcat(text, letters[i]);
			e.summary = e.description = text;
			ics = ical_write(mem, "REQUEST", NULL, &e, 1, &len);
			check_lines(ics, len);
			cal = parse(ics);
			ev = icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT);
			assert_string_equal(icalcomponent_get_summary(ev), text);
			assert_string_equal(icalcomponent_get_description(ev), text);
			icalcomponent_free(cal);
		}
	}
}

/* No value becomes a property of its own. */
static void
test_no_injection(void **state)
{
	static const char evil[] =
	    "x\r\nATTENDEE:mailto:evil@example.org\nEND:VEVENT\r\rBEGIN:VALARM\x01\x7f";
	struct ical_event e = full;
	icalcomponent *cal;
	size_t len;
	char *text;

	(void)state;
	e.uid = e.summary = e.description = e.location = e.url = evil;
	e.organizer_name = e.organizer_mail = e.attendee_name = e.attendee_mail = evil;
	e.status = "";
	e.alarm_minutes = 0;
	text = ical_write(mem, "REQUEST", evil, &e, 1, &len);
	check_lines(text, len);
	cal = parse(text);
	assert_null(strstr(text, "\r\nATTENDEE"));
	assert_null(strstr(text, "\r\nURL"));
	assert_null(strstr(text, "\r\nORGANIZER"));
	assert_null(strstr(text, "\r\nBEGIN:VALARM"));
	assert_int_equal(icalcomponent_count_components(cal, ICAL_VEVENT_COMPONENT), 1);
	icalcomponent_free(cal);
	e.attendee_mail = "ann@example.org";
	text = ical_write(mem, "REQUEST", NULL, &e, 1, &len);
	cal = parse(text);
	assert_null(strstr(text, "\nATTENDEE:mailto:evil"));
	assert_non_null(strstr(text, "\r\nATTENDEE;CN="));
	icalcomponent_free(cal);
	e.summary = "bad \xff\xc3 bytes";
	text = ical_write(mem, "REQUEST", NULL, &e, 1, &len);
	assert_non_null(strstr(text, "SUMMARY:bad ?? bytes\r\n"));
}

static int
set_up(void **state)
{
	(void)state;
	mem = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(mem);
	icalmemory_free_ring();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_request),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_feed),
		cmocka_unit_test(test_folds_letters_whole),
		cmocka_unit_test(test_no_injection),
	};

	return cmocka_run_group_tests_name("ical", tests, set_up, tear_down);
}
