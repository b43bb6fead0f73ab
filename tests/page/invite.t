#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One booking as a calendar file: right time, place and link, for those it belongs to (C-40)."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import calendar, instant  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR


def event(p, no):
    status, body = p.get("/booking/%s.ics" % no)
    if status != 200:
        raise RuntimeError("%s: %d" % (no, status))
    top, (e,) = calendar(body)
    return top, e


def works(w):
    no = w.booking("nina", w.career, START, prepare_note="Bring a pen; a red one, please\nThanks")
    top, e = event(w.person("nina"), no)
    tap.same(top["METHOD"], "PUBLISH", "a file to keep")
    tap.same((instant(e["DTSTART"][1]), instant(e["DTEND"][1])), (START, START + HOUR),
             "the right time")
    tap.ok(e["LOCATION"][1].startswith("http://north.test/join/%s-" % no), "the right place")
    tap.same(e["URL"][1], "http://north.test/booking/" + no, "the right link")
    tap.same((e["UID"][1], e["SEQUENCE"][1], e["STATUS"][1]), (no + "@north.test", "0",
                                                             "CONFIRMED"),
             "the same event as in the mails")
    tap.ok("Bring a pen; a red one, please\nThanks" in e["DESCRIPTION"][1], "with its notes",
           e["DESCRIPTION"])
    _, hers = event(w.person("maya"), no)
    tap.same(hers["SUMMARY"][1], "Career session with Nina", "the coach's names the client")
    tap.ok(hers["LOCATION"][1] != e["LOCATION"][1] and "pen" not in hers["DESCRIPTION"][1],
           "and has the coach's own door")
    walk = w.booking("clara", w.walk, START + DAY)
    _, e = event(w.person("clara"), walk)
    tap.ok(e["LOCATION"][1] == "Linienstr. 12, 10178 Berlin" and "/join/" not in
           e["DESCRIPTION"][1] and "Ring at Lindqvist" in e["DESCRIPTION"][1],
           "in person: the address and how to get in", e)
    w.sql("update booking set sequence = 3, state = 'Cancelled', cancelled_by = 'client',"
          " ended_at = %s where no = '%s'" % (stamp(MONDAY), no))
    _, e = event(w.person("nina"), no)
    tap.same((e["STATUS"][1], e["SEQUENCE"][1]), ("CANCELLED", "3"), "cancelled says so")
    return walk


def refuses(w, walk):
    path = "/booking/%s.ics" % walk
    p = w.visitor()
    tap.same((p.get(path)[0], p.location), (303, "/login?back=%2Fbooking%2F" + walk + ".ics"),
             "a visitor is asked to sign in")
    tap.same(w.person("paul").get(path)[0], 404, "another client's is nothing")
    tap.same(w.person("omar").get(path)[0], 404, "nor another coach's")
    tap.ok(w.person("stranger").get(path)[0] in (303, 404), "nor another tenant's person")
    tap.ok(w.person("clara", 102).get(path)[0] in (303, 403, 404), "nor in another tenant")
    tap.same(w.person("clara").get("/booking/NONE.ics")[0], 404, "what is not there is nothing")
    pending = w.booking("clara", w.short, START + 3 * HOUR, state="Pending")
    tap.same(w.person("clara").get("/booking/%s.ics" % pending)[0], 404,
             "what is not paid is in no calendar")
    tap.same(w.person("clara").send("POST", path, "x=1")[0] in (403, 405), True,
             "there is nothing to post")


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        refuses(w, works(w))
    tap.done()


main()
