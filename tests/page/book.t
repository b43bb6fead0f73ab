#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The month of free times: what is offered, to whom, in which zone."""

import html
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp, text_of
from instance import Instance

t = Tap()


def words(piece):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", piece)).split())


def day_link(page, day):
    m = re.search(r'<a href="\?day=%s[^>]*>(.*?)</a>' % day, page, re.S)
    return words(m.group(1)) if m else None


def times(page):
    """[(seconds, what is read)] of the times of the chosen day."""
    return [(int(a), words(b)) for a, b in re.findall(
        r'<label class="time"><input type="radio" name="start" value="(\d+)".*?>(.*?)</label>',
        page, re.S)]


def starts(page):
    return [x[0] for x in times(page)]


def at(day, hour, minute=0):
    """An hour of Berlin's winter on a day of March 2027."""
    return MONDAY + (day - 1) * DAY + (hour - 9) * HOUR + minute * 60


def first_look(w):
    v = w.visitor()
    status, page = v.get("/book/maya/career")
    t.same(status, 200, "a visitor sees the page")
    t.ok('data-zone="Europe/Berlin" data-zone-from="guess"' in page,
         "without a choice in the coach's zone, and the script may offer the browser's")
    t.same(day_link(page, "2027-03-02"), "Tuesday 2 March, 15 free times",
           "a day with free times is a link that says so")
    t.ok("Saturday 6 March, no free times" in text_of(page) and
         day_link(page, "2027-03-06") is None, "a day without is none")
    t.ok(day_link(page, "2027-03-01") is None, "nothing inside the notice of twelve hours")
    t.same(starts(page), [at(2, 9 + i // 2, 30 * (i % 2)) for i in range(15)],
           "it opens on the first free day with each start between opening and closing")
    t.ok(all(x.endswith("Europe/Berlin") for _, x in times(page)), "the zone stands by every time",
         times(page)[:2])
    t.ok('action="/hold/maya/career"' in page, "the way on keeps the time chosen")
    t.ok("Full refund" in page and "Up to 72 hours before" in page, "the policy is told in words")
    v.get("/book/maya/career?start=%d" % at(3, 10))
    t.ok("checked" in v.body and "Wednesday 3 March, 10:00 to 11:00 Europe/Berlin" in v.text(),
         "a time chosen before is said in full with its zone")


def zones(w):
    v = w.visitor()
    _, page = v.get("/book/maya/career?zone=America/New_York&day=2027-03-02")
    t.same(times(page)[0], (at(2, 9), "03:00 America/New_York09:00 Europe/Berlin"),
           "in another zone: the reader's time first, the coach's beside it")
    t.same(v.cookies.get("zone"), "America/New_York", "a visitor's choice is kept")
    _, page = v.get("/book/maya/career?day=2027-03-02")
    t.ok('data-zone="America/New_York" data-zone-from="choice"' in page, "and used again")
    _, page = w.visitor(zone="Asia/Kathmandu").get("/book/maya/career?day=2027-03-02")
    t.same(times(page)[0][1], "13:45 Asia/Kathmandu09:00 Europe/Berlin",
           "a zone of quarter hours")
    _, page = w.visitor(zone="Europe/Paris").get("/book/maya/career?day=2027-03-02")
    t.same(times(page)[0][1], "09:00 Europe/Paris", "no second time when the clocks agree")
    _, page = w.visitor(zone="Pacific/Auckland").get("/book/maya/career?day=2027-03-03")
    t.ok(any("day before" in x for _, x in times(page)),
         "another day at the coach's is said")
    status, page = w.visitor().get("/book/maya/career?zone=Mars/City")
    t.ok(status == 200 and 'data-zone="Europe/Berlin"' in page, "no zone of that name: none chosen")
    _, page = w.visitor().get("/book/maya/career?choose=1&day=2027-03-02")
    t.ok('<option value="Europe/Berlin" selected>' in page and
         '<option value="America/New_York">' in page and "<button" in page,
         "zones to choose from without script")
    nina = w.person("nina")
    _, page = nina.get("/book/maya/career?zone=Asia/Tokyo&day=2027-03-02")
    t.ok(len(re.findall(r"&amp;zone=Asia(/|%2F)Tokyo", page)) > 10, "for a member the zone of this look goes on in links")
    _, page = nina.get("/book/maya/career?day=2027-03-02")
    t.ok('data-zone="America/New_York"' in page and "zone=" not in
         "".join(re.findall(r'href="\?day[^"]*"', page)), "and their own zone stays as it was")


def taken(w):
    paul = w.person("paul")
    w.booking("clara", w.career, at(9, 10))
    _, page = paul.get("/book/maya/short?day=2027-03-09")
    t.ok(at(9, 11) not in starts(page) and at(9, 11, 30) in starts(page),
         "a session with its buffer keeps other services of the coach away (C-38)")
    t.ok(at(9, 9, 30) not in starts(page) and at(9, 9) in starts(page),
         "and the other's own buffer counts in front of it")
    until = MONDAY + 2 * HOUR
    w.booking("clara", w.career, at(10, 10), "Pending", hold_until=until)

    def offered():
        return at(10, 10) in starts(paul.get("/book/maya/career?day=2027-03-10")[1])

    t.same(w.exactly(until - 1, offered), False, "a hold keeps its time until its last second")
    t.same(w.exactly(until, offered), True, "and frees it at the moment shown (D-02)")
    w.at(MONDAY)


def ends_of_the_month(w):
    paul = w.person("paul")
    _, page = paul.get("/book/maya/career")
    t.ok('href="?month=2027-04" rel="next"' in page and 'rel="prev"' not in page,
         "from this month only forward")
    _, page = paul.get("/book/maya/career?month=2027-04")
    t.ok("April 2027" in page and 'href="?month=2027-03" rel="prev"' in page and
         'rel="next"' not in page, "not behind the horizon of sixty days")
    t.ok(day_link(page, "2027-04-30") is not None and "2027-05" not in page,
         "the last day of the horizon is offered")
    text = paul.text("/book/maya/career?day=2027-03-06")
    t.ok("Saturday 6 March has no free time" in text and "Show Tuesday 2 March" in text,
         "a full day names the next free one", text)
    for odd in ("day=2027-02-30", "month=2027-13", "start=yesterday", "day=9999-12-31",
                "month=0001-01"):
        t.same(paul.get("/book/maya/career?" + odd)[0], 200, "odd words in the address: " + odd)


def clocks(w):
    w.insert("weekly_hours", tenant_id=101, coach_id=w.maya, weekday=7, from_min=60, to_min=300)
    paul = w.person("paul")
    _, page = paul.get("/book/maya/short?day=2027-03-28")
    t.same([x.split(" ")[0] for _, x in times(page)], ["01:00", "01:30", "03:00", "03:30", "04:00",
                                                       "04:30"],
           "an hour that the clock skips is not offered")
    t.ok("The clocks change on this day" in page and "01:30 CET" in page and "03:00 CEST" in page,
         "and each time names its clock")
    w.at(MONDAY + 230 * DAY)
    _, page = paul.get("/book/maya/short?day=2027-10-31")
    read = [x for _, x in times(page)]
    t.ok([x[:10].strip() for x in read].count("02:30 CEST") == 1 and
         not any(x.startswith("02:30 CET") for x in read),
         "of an hour that comes twice the first is offered", read)
    w.at(MONDAY)
    w.sql("delete from weekly_hours where coach_id = %d and weekday = 7" % w.maya)


def not_for_you(w):
    v = w.visitor()
    for path, why in (("/book/sven/career", "another tenant's coach"),
                      ("/book/maya/nothing", "no such service"), ("/book/nobody/x", "no such coach")):
        status, page = v.get(path)
        t.ok(status == 404 and "This session cannot be booked" in page, why)
    t.same(w.visitor(102).get("/book/sven/career")[0], 200, "there it is offered")
    for path in ("/book", "/book/maya", "/book/maya/career/more", "/book/MAYA!/career"):
        t.same(v.get(path)[0], 404, "no such address: " + path)
    for state in ("Pending", "Suspended", "Rejected"):
        w.sql("update coach set status = '%s' where id = %d" % (state, w.maya))
        t.same(w.person("paul").get("/book/maya/career")[0], 404, "a coach who is " + state)
    w.sql("update coach set status = 'Approved' where id = %d" % w.maya)
    w.sql("update service set active = 0 where id = %d" % w.walk)
    t.same(w.person("paul").get("/book/maya/walk")[0], 404, "a service that is off")
    w.sql("update service set active = 1 where id = %d" % w.walk)
    t.ok("Berlin Mitte" in v.get("/book/maya/walk")[1] and "Linienstr" not in v.body and
         "Lindqvist" not in v.body, "in person: the quarter, not the address (C-17)")
    t.ok(v.send("POST", "/book/maya/career", "start=1")[0] in (403, 405), "nothing to post here")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    world = World(inst)
    for part in (first_look, zones, taken, ends_of_the_month, clocks, not_for_you):
        part(world)
    t.same(world.sql("select (select count(*) from client_order where no not like 'OB%'),"
                     " (select sum(version) from calendar)"), [["0", "0"]], "looking changes nothing")
t.done()
