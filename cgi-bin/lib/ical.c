/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Calendar files through libical, which escapes and folds; what it passes unseen is cleaned here.
 */

#include "lib/ical.h"

#include <assert.h>
#include <libical/ical.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/str.h"

/* Line ends become \n, other control characters go, and broken UTF-8 becomes question marks. */
static char *
clean(struct arena *mem, const char *s)
{
	char *res = arena_str(mem, s), *o = res;
	const char *p;

	for (p = res; *p != '\0'; p++) {
		if (*p == '\r' && p[1] == '\n')
			continue;
		if (*p == '\r' || *p == '\n')
			*o++ = '\n';
		else if (*p == '\t' || ((unsigned char)*p >= ' ' && *p != 0x7f))
			*o++ = *p;
	}
	*o = '\0';
	if (!str_is_utf8(res, (size_t)(o - res)))
		for (o = res; *o != '\0'; o++)
			if ((unsigned char)*o >= 0x80)
				*o = '?';
	return res;
}

/* A parameter cannot hold a quote or a line end (RFC 5545, 3.2). */
static char *
clean_name(struct arena *mem, const char *s)
{
	char *res = clean(mem, s), *p;

	for (p = res; *p != '\0'; p++) {
		if (*p == '"')
			*p = '\'';
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	}
	return res;
}

/* Addresses are written as they are: one blank, and the rest would be another property. */
static bool
is_uri(const char *s)
{
	if (str_is_empty(s))
		return false;
	for (; *s != '\0'; s++)
		if (*s <= ' ' || *s >= 0x7f || *s == '"')
			return false;
	return true;
}

static void
add(icalcomponent *to, icalproperty *p)
{
	icalcomponent_add_property(to, p);
}

static struct icaltimetype
utc(int64_t t)
{
	return icaltime_from_timet_with_zone((time_t)t, 0, icaltimezone_get_utc_timezone());
}

static void
add_people(struct arena *mem, icalcomponent *ev, const struct ical_event *e)
{
	icalproperty *p;

	if (is_uri(e->organizer_mail)) {
		p = icalproperty_new_organizer(arena_fmt(mem, "mailto:%s", e->organizer_mail));
		if (!str_is_empty(e->organizer_name))
			icalproperty_add_parameter(p,
			    icalparameter_new_cn(clean_name(mem, e->organizer_name)));
		add(ev, p);
	}
	if (is_uri(e->attendee_mail)) {
		p = icalproperty_new_attendee(arena_fmt(mem, "mailto:%s", e->attendee_mail));
		if (!str_is_empty(e->attendee_name))
			icalproperty_add_parameter(p,
			    icalparameter_new_cn(clean_name(mem, e->attendee_name)));
		icalproperty_add_parameter(p, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
		icalproperty_add_parameter(p, icalparameter_new_partstat(
		    e->rsvp ? ICAL_PARTSTAT_NEEDSACTION : ICAL_PARTSTAT_ACCEPTED));
		icalproperty_add_parameter(p,
		    icalparameter_new_rsvp(e->rsvp ? ICAL_RSVP_TRUE : ICAL_RSVP_FALSE));
		add(ev, p);
	}
}

static void
add_alarm(struct arena *mem, icalcomponent *ev, const struct ical_event *e)
{
	icalcomponent *al = icalcomponent_new_valarm();
	struct icaltriggertype when = icaltriggertype_from_int(-60 * e->alarm_minutes);

	add(al, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	add(al, icalproperty_new_description(
	    str_is_empty(e->summary) ? "Reminder" : clean(mem, e->summary)));
	add(al, icalproperty_new_trigger(when));
	icalcomponent_add_component(ev, al);
}

static icalcomponent *
event(struct arena *mem, const struct ical_event *e, bool cancel)
{
	icalcomponent *ev = icalcomponent_new_vevent();

	assert(!str_is_empty(e->uid));
	add(ev, icalproperty_new_uid(clean(mem, e->uid)));
	add(ev, icalproperty_new_sequence(e->sequence));
	add(ev, icalproperty_new_dtstamp(utc(e->stamp)));
	add(ev, icalproperty_new_dtstart(utc(e->starts)));
	add(ev, icalproperty_new_dtend(utc(e->ends)));
	if (!str_is_empty(e->summary))
		add(ev, icalproperty_new_summary(clean(mem, e->summary)));
	if (!str_is_empty(e->description))
		add(ev, icalproperty_new_description(clean(mem, e->description)));
	if (!str_is_empty(e->location))
		add(ev, icalproperty_new_location(clean(mem, e->location)));
	if (is_uri(e->url))
		add(ev, icalproperty_new_url(e->url));
	add_people(mem, ev, e);
	if (!str_is_empty(e->status))
		add(ev, icalproperty_new_status(icalproperty_string_to_status(e->status)));
	add(ev, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
	if (e->alarm_minutes > 0 && !cancel)
		add_alarm(mem, ev, e);
	return ev;
}

/* Names that libical has no function for: readers of feeds know them. */
static void
add_x(icalcomponent *cal, const char *name, const char *value)
{
	icalproperty *p = icalproperty_new_x(value);

	icalproperty_set_x_name(p, name);
	add(cal, p);
}

char *
ical_write(struct arena *mem, const char *method, const char *name, const struct ical_event *e,
    size_t n, size_t *len)
{
	icalcomponent *cal = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	char *text, *res;
	size_t i;

	add(cal, icalproperty_new_version("2.0"));
	add(cal, icalproperty_new_prodid("-//Praxis//Praxis//EN"));
	add(cal, icalproperty_new_calscale("GREGORIAN"));
	add(cal, icalproperty_new_method(icalproperty_string_to_method(method)));
	if (!str_is_empty(name))
		add_x(cal, "X-WR-CALNAME", clean_name(mem, name));
	if (str_eq(method, "PUBLISH"))
		add_x(cal, "X-PUBLISHED-TTL", "PT1H");
	for (i = 0; i < n; i++)
		icalcomponent_add_component(cal, event(mem, &e[i], str_eq(method, "CANCEL")));
	text = icalcomponent_as_ical_string_r(cal);
	res = arena_str(mem, text);
	*len = strlen(res);
	icalmemory_free_buffer(text);
	icalcomponent_free(cal);
	return res;
}
