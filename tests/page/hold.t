#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeping a time: who may, what is stored, and that one slot has one winner."""

import os
import re
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp
from instance import Instance

t = Tap()
TAKEN = "This time has just been taken or is no longer offered"


def at(day, hour, minute=0):
    return MONDAY + (day - 1) * DAY + (hour - 9) * HOUR + minute * 60


def path(start, service="career", coach="maya"):
    return "/hold/%s/%s?start=%d" % (coach, service, start)


def hold(person, start, service="career", note="", **more):
    return person.post(path(start, service), {"note": note}, **more)[0]


def rows(w, client=None):
    return int(w.one("select count(*) from booking%s" % (
        " where account_id = %d" % w.accounts[client][0] if client else "")))


def refused(w, person, start, why, says, service="career"):
    before = rows(w)
    status = hold(person, start, service)
    t.ok(status == 422 and says in person.text() and rows(w) == before, why, status, person.text())


def signing_in(w):
    v = w.visitor()
    status, _ = v.get(path(at(2, 10)))
    t.ok(status == 303 and v.location.startswith("/login?back="), "who is not signed in goes there",
         status, v.location)
    w.password("paul", "demo-demo-1")
    v.get(v.location)
    token = re.search(r'name="token" value="([^"]+)"', v.body).group(1)
    back = re.search(r'name="back" value="([^"]+)"', v.body)
    fields = {"mail": "paul@example.org", "password": "demo-demo-1"}
    if back:
        fields["back"] = back.group(1)
    do = re.search(r'<button[^>]*name="do" value="([^"]+)"', v.body)
    if do:
        fields["do"] = do.group(1)
    v.post("/login", fields, token=token)
    t.ok(v.status == 303 and v.location == path(at(2, 10)), "and comes back with the time chosen",
         v.status, v.location)
    t.ok("Tuesday 2 March 2027, 10:00 to 11:00 (Berlin time)" in v.text(path(at(2, 10))),
         "which stands there with its zone")


def looking(w):
    clara, nina = w.person("clara"), w.person("nina")
    text = clara.text(path(at(5, 10)))
    t.ok("Friday 5 March 2027, 10:00 to 11:00 (Berlin time)" in text and "Time of" not in text,
         "the choice is echoed with its zone (C-03)", text)
    t.ok("Until Tuesday 2 March 2027, 10:00 (Berlin time)" in text and "€80.00 back" in text,
         "the policy in absolute dates (C-42)")
    t.ok("kept for you for 35 minutes" in text, "how long it will be kept")
    text = nina.text(path(at(5, 10)))
    t.ok("Friday 5 March 2027, 04:00 to 05:00 (New York time)" in text and
         "Friday 5 March 2027, 10:00 to 11:00 (Berlin time)" in text, "two zones, both named", text)
    t.ok("at night where you are" in text, "a time at night is asked about")
    t.ok(TAKEN in clara.text(path(at(6, 10))) and "Keep this time" not in clara.text(),
         "a time that is not offered cannot be kept")
    t.ok(clara.get("/hold/maya/career")[0] == 303 and clara.location == "/book/maya/career",
         "without a time back to the month")
    t.ok("is free" in clara.text(path(at(5, 10), "first")), "a free session says so")
    t.same(rows(w), 0, "looking books nothing")


def keeping(w):
    clara = w.person("clara")
    t.same(hold(clara, at(5, 10), note="  About my\r\nnext step "), 303, "a free time is kept")
    to = clara.location
    row = w.row("select b.state, b.starts_at, b.ends_at, b.price_minor, b.fee_minor, b.zone,"
                " b.zone_client, b.note, k.starts_at, k.ends_at, k.hold_until, o.hold_until,"
                " o.state, o.total_minor, o.no from booking b"
                " join client_order o on o.id = b.order_id join block k on k.booking_id = b.id")
    t.same(to, "/checkout/" + row[14], "and paid for on the next page")
    t.same(row[:8], ["Pending", "2027-03-05 09:00:00", "2027-03-05 10:00:00", "8000", "1200",
                     "Europe/Berlin", "Europe/Berlin", "About my\\nnext step"],
           "the booking has its own copy of everything")
    t.same(row[8:10], ["2027-03-05 09:00:00", "2027-03-05 10:15:00"],
           "the block covers the buffer")
    t.ok(row[10] == row[11] and row[12:14] == ["open", "8000"],
         "order and block end in the same moment")
    t.same(w.one("select timestampdiff(minute, created_at, hold_until) from client_order"), "35",
           "thirty-five minutes later")
    t.same(hold(clara, at(5, 10)), 303, "pressed twice")
    t.ok(clara.location == to and rows(w) == 1, "it is the same order")
    t.ok(clara.get(path(at(5, 10)))[0] == 303 and clara.location == to,
         "and looking back leads to it")
    paul = w.person("paul")
    t.ok(TAKEN in paul.text(path(at(5, 10))), "others see that it has gone")
    refused(w, paul, at(5, 10), "and cannot take it", TAKEN)
    refused(w, paul, at(5, 11), "nor another service in its buffer (C-38)", TAKEN, "short")
    refused(w, paul, at(5, 9, 30), "nor one that would run into it", TAKEN)
    t.same(hold(paul, at(5, 11, 30), "short"), 303, "behind the buffer they can")


def expiry(w):
    clara, paul = w.person("clara"), w.person("paul")
    ends = int(w.one("select timestampdiff(second, '2027-03-01 08:00:00', max(hold_until))"
                     " from client_order where account_id = %d" % w.accounts["clara"][0])) + MONDAY
    start = at(5, 10)
    w.exactly(ends - 1, lambda: hold(paul, start))
    t.same(rows(w, "paul"), 1, "until its last second nobody else gets the time")
    w.at(ends)
    t.same(hold(paul, start), 303, "from then on they do (D-02)")
    t.same(w.row("select b.state, b.cancelled_by, o.state, (select count(*) from block k"
                 " where k.booking_id = b.id) from booking b join client_order o"
                 " on o.id = b.order_id where b.account_id = %d" % w.accounts["clara"][0]),
           ["Cancelled", "system", "lapsed", "0"], "and the old hold is written off")
    refused(w, clara, start, "who held it before is too late", TAKEN)
    w.at(MONDAY)


def not_these(w):
    clara = w.person("clara")
    for start, why in ((at(1, 10), "inside the notice"), (at(5, 9) - 70 * DAY, "in the past"),
                       (at(9, 9, 10), "between the steps"), (at(9, 8), "before opening"),
                       (at(9, 16, 30), "running past closing"), (at(6, 10), "on a closed day"),
                       (at(9, 10) + 365 * DAY, "behind the horizon")):
        refused(w, clara, start, "not " + why, TAKEN)
    refused(w, w.person("maya"), at(9, 10), "a coach does not book their own service",
            "your own service")
    w.account("ulla", "Europe/Berlin", {101: 1}, verified=False)
    refused(w, w.person("ulla"), at(9, 10), "an address must be proven first (D-25)",
            "confirm your email address")
    status = hold(clara, at(9, 10), note="x" * 501)
    t.ok(status == 422 and "x" * 501 in clara.body and rows(w, "clara") == 1,
         "a note too long comes back as it was typed", status)
    t.same(hold(clara, at(9, 10), token="forged"), 403, "a forged button")
    t.same(clara.send("POST", path(at(9, 10)), "token=" + clara.token("/account/settings"),
                      {"Origin": "http://evil.test"})[0], 403, "a button on another site")


def suspended(w):
    clara = w.person("clara")
    token = clara.token(path(at(9, 10)))
    t.ok("Keep this time" in clara.text(), "a form is open")
    w.sql("update coach set status = 'Suspended' where id = %d" % w.maya)
    before = rows(w)
    status = hold(clara, at(9, 10), token=token)
    t.ok(status in (404, 422) and "cannot be booked" in clara.text() and rows(w) == before,
         "then the coach is suspended: refused, no booking (A-07)", status, clara.text())
    t.ok(clara.get(path(at(9, 10)))[0] == 404 and "cannot be booked" in clara.text(),
         "and the deep link leads nowhere")
    w.sql("update coach set status = 'Approved' where id = %d" % w.maya)
    sven = "/hold/sven/career?start=%d" % at(9, 10)
    t.ok(clara.get(sven)[0] == 404 and clara.post(sven, {})[0] in (404, 422) and rows(w) == before,
         "another tenant's coach is nobody here")
    stranger = w.person("stranger", 101)
    t.ok(stranger.get(path(at(9, 10)))[0] in (403, 404), "who is no member here keeps nothing")


def first_once(w):
    nina = w.person("nina")
    t.same(hold(nina, at(12, 10), "first"), 303, "a first conversation")
    refused(w, nina, at(12, 12), "not a second one, even while the first waits (C-53)",
            "first conversation with this coach", "first")
    w.sql("update booking set state = 'Completed' where discovery = 1")
    refused(w, nina, at(12, 12), "nor behind it", "first conversation with this coach", "first")
    w.sql("update booking set state = 'Cancelled', cancelled_by = 'client' where discovery = 1;"
          " delete from block where booking_id in (select id from booking where discovery = 1)")
    t.same(hold(nina, at(12, 12), "first"), 303, "but when the first was cancelled")


def three_at_most(w):
    omar = w.person("omar")
    for hour in (9, 11, 13):
        t.same(hold(omar, at(16, hour)), 303, "one more time kept")
    refused(w, omar, at(16, 15), "the fourth is too much", "keeping three times already")


def race(w):
    names = ["racer%d" % i for i in range(8)]
    for n in names:
        w.account(n, "Europe/Berlin", {101: 1})
    people = [w.person(n) for n in names]
    tokens = [p.token("/account/settings") for p in people]
    before, gate = rows(w), threading.Barrier(len(people))

    def go(p, token, start):
        gate.wait()
        hold(p, start, token=token)

    threads = [threading.Thread(target=go, args=(p, k, at(17, 10, 30 * (i % 2))))
               for i, (p, k) in enumerate(zip(people, tokens))]
    for x in threads:
        x.start()
    for x in threads:
        x.join()
    got = sorted(p.status for p in people)
    t.same(got, [303] + [422] * 7, "eight at once for overlapping times: one winner")
    t.ok(all(TAKEN in p.text() for p in people if p.status == 422), "seven clear answers")
    t.same(rows(w), before + 1, "and one booking")


def too_often(w):
    w.account("bot", "Europe/Berlin", {101: 1})
    bot = w.person("bot")
    token = bot.token("/account/settings")
    for _ in range(30):
        hold(bot, at(6, 10), token=token)
    t.ok(hold(bot, at(18, 10), token=token) == 422 and "very often" in bot.text(),
         "taking times again and again is stopped")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=4) as inst:
    world = World(inst)
    for part in (signing_in, looking, keeping, expiry, not_these, suspended, first_once,
                 three_at_most, race, too_often):
        part(world)
t.done()
