#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each quarter hour of a day is offered or has its reason (P-08)."""

import html
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World
from instance import Instance

t = Tap()


def minutes(word):
    return int(word[:2]) * 60 + int(word[3:5])


def table(page):
    """{minute of the day: [reasons]}; an offered one has none."""
    out = {}
    for head, cells in re.findall(r'<tr><th scope="row" class="num">(.*?)</th>(.*?)</tr>', page, re.S):
        ends = [minutes(x) for x in head.split(" to ")]
        why = [" ".join(html.unescape(re.sub(r"<[^>]*>", "", x)).split())
               for x in re.findall(r"<p>(.*?)</p>", cells, re.S)]
        offered = ">Offered<" in cells
        if offered == bool(why):
            return None
        for q in range(ends[0], ends[-1] + 1, 15):
            out[q] = why
    return out


def at(hour, minute=0):
    return hour * 60 + minute


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    w = World(inst)
    maya, paul = w.person("maya"), w.person("paul")

    def day(date, service):
        maya.get("/practice/availability?service=%d&day=%s" % (service, date))
        return table(maya.body)

    got = day("2027-03-05", w.career)
    t.same(sorted(got), list(range(0, 1440, 15)), "every quarter hour has a line")
    t.same([q for q in got if not got[q]], [at(9) + 30 * i for i in range(15)],
           "offered is what the rules offer")
    t.ok("15 starts are offered" in maya.text(), "counted")
    t.ok("opening hours" in got[at(8)][0] and "other minutes" in got[at(9, 15)][0],
         "outside the hours, between the steps", got[at(8)], got[at(9, 15)])
    paul.get("/book/maya/career?day=2027-03-05")
    public = [int(x) for x in re.findall(r'name="start" value="(\d+)"', paul.body)]
    t.same([(x - MONDAY - 4 * DAY) // 60 + at(9) for x in public], [q for q in got if not got[q]],
           "the same that clients see")
    no = w.booking("clara", w.career, MONDAY + 4 * DAY + 2 * HOUR)
    got = day("2027-03-05", w.short)
    t.ok("Something else is in the calendar" in got[at(11)][0] and "Booking " + no in got[at(11)][0]
         and 'href="/booking/%s"' % no in maya.body, "a booking in the way is named", got[at(11)])
    t.ok("buffers" in got[at(10, 30)][0], "and one whose buffer is", got[at(10, 30)])
    t.ok("Something else" in got[at(12)][0] and got[at(12, 30)] == [],
         "its own buffer belongs to it", got[at(12)])
    w.insert("away", tenant_id=101, coach_id=w.maya, starts_at="'2027-03-08 11:00:00'",
             ends_at="'2027-03-08 13:00:00'", note="Dentist")
    got = day("2027-03-08", w.career)
    t.ok("away" in got[at(12)][0] and "Dentist" in got[at(12)][0] and got[at(14)] == [],
         "an absence with its note", got[at(12)])
    t.ok("notice" in " ".join(day("2027-03-01", w.career)[at(14)]), "too short notice")
    t.ok("too soon" in maya.text() or "notice" in maya.text(), "in words")
    t.ok("already" in " ".join(day("2027-02-26", w.career)[at(10)]).lower() or
         "past" in " ".join(day("2027-02-26", w.career)[at(10)]).lower(), "the past",
         day("2027-02-26", w.career)[at(10)])
    t.ok("further ahead" in " ".join(day("2027-06-01", w.career)[at(10)]), "behind the horizon")
    w.sql("update service set daily_cap = 1 where id = %d" % w.short)
    t.ok("as many sessions" in " ".join(day("2027-03-05", w.short)[at(14)]), "the cap of the day")
    w.insert("date_hours", tenant_id=101, coach_id=w.maya, day="2027-03-09", from_min=0, to_min=0)
    w.insert("date_hours", tenant_id=101, coach_id=w.maya, day="2027-03-10", from_min=600,
             to_min=720)
    t.ok(all(day("2027-03-09", w.career).values()), "a closed date offers nothing")
    text = maya.text()
    t.ok("Monday 09:00 to 17:00" in text and "Saturday Closed" in text and
         "Tuesday 9 March 2027 Closed" in text and "Wednesday 10 March 2027 10:00 to 12:00" in text
         and "Away: Dentist" in text and "12:00 (Berlin time)" in text, "the hours stand beside it",
         text)
    w.insert("weekly_hours", tenant_id=101, coach_id=w.maya, weekday=7, from_min=0, to_min=360)
    got = day("2027-03-28", w.career)
    t.ok(at(2) not in got and len(got) == 92, "a day of 23 hours has 92 quarters", len(got))
    w.sql("update service set active = 0 where id = %d" % w.walk)
    day("2027-03-05", w.walk)
    t.ok("This service is not active" in maya.text(), "a service that is off says so")
    t.same(maya.get("/practice/availability?service=%d" % w.wide)[0], 404,
           "another coach's service is not mine")
    t.same(maya.get("/practice/availability?service=%d" % w.other)[0], 404, "nor another tenant's")
    status, _ = maya.get("/practice/availability?day=2027-02-30")
    t.ok(status == 200 and 'aria-invalid="true"' in maya.body and 'value="2027-02-30"' in maya.body,
         "no such day: a sentence, and what was typed", status)
    t.ok("Monday 1 March 2027" in maya.text("/practice/availability"), "today without a question")
    t.same(w.person("clara").get("/practice/availability")[0], 403, "a client is no coach")
    t.same(w.visitor().get("/practice/availability")[0], 303, "a visitor signs in")
    w.account("newt", "UTC", {101: 3})
    w.coach(101, "newt", "UTC", "", "", status="Pending")
    t.ok("No service yet" in w.person("newt").text("/practice/availability"), "a coach without one")
t.done()
