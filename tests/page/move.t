#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Moving a session: who may until when, what stays, and that one time has one winner."""

import os
import re
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp
from instance import Instance

t = Tap()
GONE = "This time has just been taken or is no longer offered"


def at(day, hour, minute=0):
    return MONDAY + (day - 1) * DAY + (hour - 9) * HOUR + minute * 60


def starts(page):
    return [int(x) for x in re.findall(r'name="start" value="(\d+)"', page)]


def move(person, no, start, reason="A train that does not run", **more):
    return person.post("/move/%s?start=%d" % (no, start), {"reason": reason}, **more)[0]


def row(w, no):
    return w.row("select b.state, unix_timestamp(b.starts_at), unix_timestamp(b.ends_at), b.moves,"
                 " b.sequence, unix_timestamp(k.starts_at), unix_timestamp(k.ends_at), b.price_minor"
                 " from booking b left join block k on k.booking_id = b.id where b.no = '%s'" % no)


def where(w, no):
    return int(row(w, no)[1])


def choosing(w):
    clara = w.person("clara")
    no = w.booking("clara", w.career, at(9, 10))
    status, page = clara.get("/move/" + no)
    text = clara.text()
    t.ok(status == 200 and "Now it is at" in text and
         "Tuesday 9 March 2027, 10:00 to 11:00 (Berlin time)" in text, "where it is now", text)
    got = starts(page)
    t.ok(at(9, 10) not in got, "its own time is no choice")
    t.ok(at(9, 9, 30) in got and at(9, 10, 30) in got and at(9, 11) in got,
         "but times that only it stands in the way of are", got)
    t.ok('action="/move/%s"' % no in page, "the choice leads on")
    text = clara.text("/move/%s?start=%d" % (no, at(10, 14)))
    t.ok("New time" in text and "Wednesday 10 March 2027, 14:00 to 15:00 (Berlin time)" in text and
         "Until now" in text and "Tuesday 9 March 2027, 10:00 to 11:00 (Berlin time)" in text,
         "both times are shown before", text)
    t.ok("Moving costs nothing" in text and "can be moved once more after that" in text,
         "what it costs and what is left")
    t.ok(GONE in clara.text("/move/%s?start=%d" % (no, at(13, 10))), "a closed day is refused")
    _, page = clara.get("/move/%s?zone=Asia/Tokyo" % no)
    t.ok('data-zone="Asia/Tokyo"' in page and re.search(r"&amp;zone=Asia(/|%2F)Tokyo", page),
         "a look in another zone goes on in links")
    for odd in ("start=x", "day=2027-02-31", "month=2027-00"):
        t.same(clara.get("/move/%s?%s" % (no, odd))[0], 200, "odd words: " + odd)
    t.ok(where(w, no) == at(9, 10) and w.one("select count(*) from booking_move") == "0",
         "looking moves nothing")
    nina = w.booking("nina", w.career, at(9, 14))
    text = w.person("nina").text("/move/%s?start=%d" % (nina, at(10, 15)))
    t.ok("09:00 to 10:00 (New York time)" in text and "15:00 to 16:00 (Berlin time)" in text,
         "both zones (U-06)", text)
    text = w.person("maya").text("/move/%s?day=2027-03-10" % nina)
    t.ok("that of Nina in America/New_York" in text, "the coach sees the client's clock", text)


def moving(w):
    clara = w.person("clara")
    no = "B0000001"
    before = w.row("select id, order_id, price_minor, fee_minor, policy from booking"
                   " where no = '%s'" % no)
    t.same(move(clara, no, at(10, 14)), 303, "the client moves it")
    t.same(clara.location, "/booking/" + no, "and sees it where it is")
    t.same(row(w, no), ["Confirmed", str(at(10, 14)), str(at(10, 15)), "1", "1", str(at(10, 14)),
                        str(at(10, 15, 15)), "8000"],
           "one booking, one block with its buffer, at the new time")
    t.same(w.row("select id, order_id, price_minor, fee_minor, policy from booking where no = '%s'"
                 % no), before, "number, order and price stay (D-07)")
    t.same(w.sql("select count(*), sum(amount_minor) from ledger where booking_id = " + before[0]),
           [["1", "8000"]], "no money moves")
    t.same(w.one("select count(*) from payment where order_id = " + before[1]), "1",
           "no second payment")
    t.same(sorted(x[0] for x in w.sql("select template from outbox where booking_id = " + before[0])),
           ["moved", "moved-coach"], "both get a mail")
    clara.get("/booking/" + no)
    t.ok("The session has moved" in clara.text() and "Tue 9 Mar 2027, 10:00 (Berlin time)" in
         clara.text() and "You have moved it once" in clara.text(), "its page tells where it was",
         clara.text())
    paul = w.person("paul")
    paul.get("/book/maya/career?day=2027-03-09")
    t.ok(at(9, 10) in starts(paul.body), "the old time is free for others")
    paul.get("/book/maya/career?day=2027-03-10")
    t.ok(at(10, 14) not in starts(paul.body), "the new one is not")
    t.same(move(clara, no, at(10, 14, 30)), 303, "into its own old block")
    t.same(where(w, no), at(10, 14, 30), "it has moved by half an hour")
    t.same(move(clara, no, at(11, 10)), 422, "a third move is too many")
    t.ok("as often as its policy allows" in clara.text() and where(w, no) == at(10, 14, 30),
         "with the reason")
    maya = w.person("maya")
    for reason in ("", "  \r\n ", "x" * 301):
        t.ok(move(maya, no, at(11, 10), reason) == 422 and where(w, no) == at(10, 14, 30) and
             ("x" * 301 in maya.body or "Please tell your client why" in maya.text()),
             "the coach says why (U-24): %r" % reason[:5], maya.text())
    t.same(move(maya, no, at(11, 10), "Room \"7\" is\r\nflooded"), 303, "the coach can still move it")
    t.ok('"reason":"Room \\"7\\" is' in w.inst.sql(
        "select replace(data, '\\\\n', ' ') from outbox where template = 'moved' order by id desc"
        " limit 1")[0][0].replace("\\\\", "\\"), "the reason goes into the mail",
         w.sql("select data from outbox where template = 'moved' order by id desc limit 1"))
    clara.get("/booking/" + no)
    t.ok('Maya Coach' in clara.text() and 'Room "7" is flooded' in clara.text(),
         "and stands in the history")
    t.same(row(w, no)[3:5], ["2", "3"], "which is none of the client's moves")


def borders(w):
    clara, maya = w.person("clara"), w.person("maya")
    start = at(23, 10)
    no = w.booking("clara", w.career, start)
    for when, good, why in ((start - 72 * HOUR, True, "72 hours before"),
                            (start - 72 * HOUR + 1, True, "less than that, once"),
                            (start - 24 * HOUR, True, "24 hours before"),
                            (start - 24 * HOUR + 1, False, "a second later"),
                            (start + 1, False, "when it has begun")):
        w.sql("update booking set moves = 0 where no = '%s'" % no)
        text = w.exactly(when, lambda: clara.text("/move/%s?start=%d" % (no, at(26, 10))))
        t.same("Move the session" in text, good, "the client " + why)
    t.ok("The session has begun" in clara.text(), "with the reason")
    w.sql("update booking set moves = 1 where no = '%s'" % no)
    text = w.exactly(start - 72 * HOUR + 1, lambda: clara.text("/move/" + no))
    t.ok("as often as its policy allows at this point" in text, "the second move only in the first step")
    t.same(w.exactly(start - 24 * HOUR + 1, lambda: move(clara, no, at(26, 10))), 422,
           "a second behind the cutoff a prepared button moves nothing")
    t.same(where(w, no), start, "it stays")
    w.at(start - 10 * 60)
    t.same(move(maya, no, at(23, 13)), 303, "the coach moves it ten minutes before (D-08)")
    t.same(where(w, no), at(23, 13), "to two hours later, whatever the notice")
    t.same(row(w, no)[3], "1", "and uses no move of the client")
    w.at(MONDAY)


def taken(w):
    clara, paul = w.person("clara"), w.person("paul")
    a = w.booking("clara", w.career, at(18, 10))
    b = w.booking("paul", w.career, at(18, 12))
    for start, why in ((at(18, 12), "onto another booking"), (at(18, 11, 30), "into it"),
                       (at(18, 13), "into its buffer"), (at(18, 10), "to where it is"),
                       (at(18, 9, 10), "between the steps"), (at(20, 10), "to a closed day"),
                       (at(1, 10), "inside the notice"), (at(18, 10) - 100 * DAY, "into the past")):
        status = move(clara, a, start)
        t.ok(status == 422 and GONE in clara.text() and where(w, a) == at(18, 10),
             "not " + why, status, clara.text()[:300])
        t.ok('name="start"' in clara.body, "and the month is there to choose again")
    t.same(clara.post("/move/" + a, {})[0], 422, "nothing chosen")
    t.same(move(clara, a, at(19, 10), token="x"), 403, "a forged button")
    w.booking("nina", w.career, at(19, 10), "Pending", hold_until=MONDAY - 60)
    t.same(move(paul, b, at(19, 10)), 303, "a hold that is over is not in the way")
    t.same(where(w, b), at(19, 10), "it has moved there")


def race(w):
    people = [w.person("clara"), w.person("paul")]
    w.account("rita", "Europe/Berlin", {101: 1})
    people.append(w.person("rita"))
    nos = [w.booking(n, w.career, at(24, h)) for n, h in (("clara", 9), ("paul", 11), ("rita", 13))]
    tokens = [p.token("/account/settings") for p in people]
    gate = threading.Barrier(3)

    def go(p, no, token, start):
        gate.wait()
        move(p, no, start, token=token)

    threads = [threading.Thread(target=go, args=x) for x in
               zip(people, nos, tokens, (at(25, 10), at(25, 10, 30), at(25, 11)))]
    for x in threads:
        x.start()
    for x in threads:
        x.join()
    t.same(sorted(p.status for p in people), [303, 422, 422], "three at once into one time: one winner")
    t.same(sum(where(w, n) >= at(25, 0) for n in nos), 1, "two stay where they were")
    t.same(w.one("select count(*) from block a join block b on a.coach_id = b.coach_id and a.id < b.id"
                 " and a.starts_at < b.ends_at and b.starts_at < a.ends_at"), "0", "nothing overlaps")


def not_these(w):
    no = w.booking("clara", w.career, at(30, 10))
    clara = w.person("clara")
    for who in ("paul", "omar", "nina", "stranger"):
        p = w.person(who)
        t.ok(p.get("/move/" + no)[0] == 404 and move(p, no, at(31, 10)) == 404, who + " finds nothing")
    t.same(w.visitor().get("/move/" + no)[0], 303, "a visitor signs in first")
    w.sql("update service set active = 0 where id = %d" % w.career)
    t.ok("Now it is at" in clara.text("/move/" + no) and starts(clara.body),
         "a service that is no longer sold can still be moved")
    w.sql("update service set active = 1, minutes = 90, after_min = 60 where id = %d" % w.career)
    t.same(move(clara, no, at(31, 10)), 303, "a service that has become longer")
    t.same(row(w, no)[1:3] + row(w, no)[5:7], [str(at(31, 10)), str(at(31, 11)), str(at(31, 10)),
                                              str(at(31, 11, 15))], "the session keeps its own length")
    w.sql("update service set minutes = 60, after_min = 15 where id = %d" % w.career)
    w.sql("update coach set status = 'Suspended' where id = %d" % w.maya)
    t.ok("takes no sessions through us at present" in clara.text("/move/" + no) and
         move(clara, no, at(31, 14)) == 422 and where(w, no) == at(31, 10),
         "with a suspended coach there is no time to choose, and it says so")
    w.sql("update coach set status = 'Approved' where id = %d" % w.maya)
    for state in ("Pending", "Completed", "Cancelled"):
        no = w.booking("clara", w.short, at(26, 9 + 2 * ("Pending", "Completed", "Cancelled").index(
            state)), state, **({"cancelled_by": "client"} if state == "Cancelled" else {}))
        was = where(w, no)
        t.ok("Only a confirmed session" in clara.text("/move/" + no) and
             move(clara, no, at(29, 15)) == 422 and where(w, no) == was, "not one that is " + state)


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=2) as inst:
    world = World(inst)
    for part in (choosing, moving, borders, taken, race, not_these):
        part(world)
t.done()
