#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each quarter hour of a day is offered or has its reason (P-08); hours, dates and absences are
changed without touching what is booked (C-58)."""

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


EDIT = "/practice/availability/edit"
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def value(page, name):
    m = re.search(r'<input[^>]*name="%s"[^>]*value="([^"]*)"' % name, page)
    return html.unescape(m.group(1)) if m else None


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    w = World(inst)
    maya, paul, omar = w.person("maya"), w.person("paul"), w.person("omar")
    w.insert("listing", tenant_id=101, coach_id=w.maya, slug="maya", name="M", headline="", picture="",
             city="", country="DE", zone="Europe/Berlin", specialties="", languages="", online=1,
             in_person=0, price_minor=1, currency="EUR", words="", checked_at="'2027-03-01'")

    def hours(coach=None):
        return w.sql("select weekday, from_min, to_min from weekly_hours where coach_id = %d"
                     " order by weekday, from_min" % (coach or w.maya))

    def stale():
        got = w.one("select stale from listing where coach_id = %d" % w.maya)
        w.sql("update listing set stale = 0")
        return got == "1"

    def offered(date):
        body = paul.get("/book/maya/career?day=" + date)[1]
        return len(re.findall(r'name="start" value="', body))

    def week(**more):
        return dict(dict.fromkeys(NAMES, ""), do="week", **more)

    def save(fields, who=maya):
        return who.post(EDIT, fields, form=EDIT)[0]

    maya.get(EDIT)
    t.same([value(maya.body, n) for n in NAMES], ["09:00-17:00"] * 5 + ["", ""], "the week as it is")
    t.same(save(week(tuesday="13.30 to 18, 9-12", sunday="22:00\u201324:00")), 303, "saved")
    t.same(hours(), [["2", "540", "720"], ["2", "810", "1080"], ["7", "1320", "1440"]],
           "several stretches a day, however they are written")
    t.ok(stale(), "the directory is computed again")
    t.ok("from now on these hours are offered" in maya.text(EDIT), "and said so")
    t.same([value(maya.body, n) for n in NAMES], ["", "09:00-12:00, 13:30-18:00", "", "", "", "",
           "22:00-24:00"], "read back")
    text = maya.text("/practice/availability")
    t.ok(re.search(r"Tuesday 09:00 to 12:00 ?13:30 to 18:00", text), "told beside", text[-600:])
    t.same([offered("2027-03-08") > 0, offered("2027-03-09") > 0], [False, True], "clients see it")
    before = hours()
    for bad in ("9", "9-", "12-9", "9-9", "9-12, 11-13", "25-26", "9:60-10", "24:01-24:02", "9-12 13-14",
                "nine", ",".join("%d-%d" % (h, h + 1) for h in range(7)), "009-10"):
        t.same(save(week(monday=bad, friday="9-10")), 422, "refused: %r" % bad)
    t.ok(value(maya.body, "monday") == "009-10" and value(maya.body, "friday") == "9-10" and
         'id="monday-error"' in maya.body, "what was typed stays, with a sentence")
    t.same((hours(), hours(w.omar) == before, stale()), (before, False, False), "nothing changed")

    # One date.
    save(week(tuesday="9-17", wednesday="9-17"))
    t.same(save({"do": "date", "date": "2027-03-09", "hours": ""}), 303, "a closed date")
    t.same(save({"do": "date", "date": "2027-03-13", "hours": "10-12, 14-15"}), 303, "an open Saturday")
    t.same((offered("2027-03-09"), offered("2027-03-13") > 0, offered("2027-03-16") > 0),
           (0, True, True), "only those dates change")
    text = maya.text(EDIT)
    t.ok("Tuesday 9 March 2027 Closed" in text and
         "Saturday 13 March 2027 10:00 to 12:00, 14:00 to 15:00" in text, "both are listed", text)
    t.same(save({"do": "date", "date": "2027-03-13", "hours": "9-10"}), 303, "set again")
    t.same(w.sql("select from_min, to_min from date_hours where coach_id = %d and day = '2027-03-13'"
                 % w.maya), [["540", "600"]], "it has the last ones only")
    t.same(save({"do": "undate", "drop-date": "2027-03-09"}), 303, "taken back")
    t.ok(offered("2027-03-09") > 0 and stale(), "it is a Tuesday again")
    t.same([save({"do": "date", "date": d, "hours": h}) for d, h in (
        ("2027-02-28", ""), ("2027-02-30", ""), ("", ""), ("2027-03-20", "x"))], [422] * 4,
        "days that are over, no days, no hours")

    # Away, with a session in it.
    no = w.booking("clara", w.career, MONDAY + 9 * DAY + 2 * HOUR)
    t.same(save({"do": "away", "from": "2027-03-09", "to": "2027-03-10", "note": "Sea <b>"}), 303, "away")
    text = maya.text(EDIT)
    t.ok("1 session is booked in that time, and stays" in text, "what is booked is told (C-58)", text)
    t.ok("Tuesday 9 March 2027 to Wednesday 10 March 2027 Away: Sea <b>" in text, "listed by its dates",
         text)
    t.same(w.sql("select starts_at, ends_at from away where coach_id = %d" % w.maya),
           [["2027-03-08 23:00:00", "2027-03-10 23:00:00"]], "whole days in the coach's zone")
    t.same((offered("2027-03-09"), offered("2027-03-10"), offered("2027-03-16") > 0), (0, 0, True),
           "nothing is offered then")
    t.same(w.one("select state from booking where no = '%s'" % no), "Confirmed", "the booking stays")
    t.ok(no in maya.get("/practice/bookings")[1], "in the list as well")
    t.same([save({"do": "away", "from": a, "to": b}) for a, b in (
        ("2027-03-10", "2027-03-09"), ("2027-02-01", "2027-02-02"), ("", "2027-03-09"))], [422] * 3,
        "backwards, over, half")
    ident = w.one("select id from away where coach_id = %d" % w.maya)
    t.same(save({"do": "unaway", "drop-away": ident}, omar), 404, "another coach cannot end it")
    t.same(w.one("select count(*) from away"), "1", "it is still there")
    t.same(save({"do": "unaway", "drop-away": ident}), 303, "its owner can")
    t.ok(offered("2027-03-09") > 0, "and is offered again")
    other = hours(w.omar)
    save(week(monday="1-2"), omar)
    t.ok(hours(w.omar) == [["1", "60", "120"]] and other != hours(w.omar) and hours()[0][0] == "2",
         "each coach changes their own hours only")
    t.same(w.person("clara").post(EDIT, week(monday="1-2"))[0], 403, "a client has none")
    t.same(maya.get("/practice/availability/nothing")[0], 404, "no such page")
t.done()
