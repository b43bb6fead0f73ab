#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""My bookings: upcoming and past, in pages, nobody else's."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World
from instance import Instance

t = Tap()


def numbers(page):
    return re.findall(r'href="/booking/([A-Z0-9]+)"', page)


def walk(person, path):
    """All numbers over all pages, and how many pages there were."""
    got, pages = [], 0
    while path and pages < 20:
        person.get(path)
        got += numbers(person.body)
        pages += 1
        m = re.search(r'rel="next" href="([^"]+)"', person.body)
        path = "/account/bookings" + m.group(1).replace("&amp;", "&") if m else None
    return got, pages


def lists(w):
    clara = w.person("clara")
    text = clara.text("/account/bookings")
    t.ok("No session is coming up" in text and "Find a coach" in text, "nothing yet")
    t.ok("Nothing here yet" in clara.text("/account/bookings?show=past"), "nor behind")
    soon = w.booking("clara", w.career, MONDAY + 2 * DAY + 2 * HOUR)
    held = w.booking("clara", w.short, MONDAY + DAY + 2 * HOUR, "Pending")
    place = w.booking("clara", w.walk, MONDAY + 3 * DAY + 2 * HOUR)
    over = w.booking("clara", w.career, MONDAY - DAY, "Completed")
    gone = w.booking("clara", w.career, MONDAY + 5 * DAY, "Cancelled", cancelled_by="coach",
                     paid=True)
    missed = w.booking("clara", w.career, MONDAY - 3 * DAY, "NoShow")
    w.booking("paul", w.career, MONDAY + 4 * DAY + 2 * HOUR)
    clara.get("/account/bookings")
    t.same(numbers(clara.body), [held, soon, place], "upcoming, the next first, nobody else's")
    text = clara.text()
    t.ok("Career session with Maya Coach" in text and "Confirmed" in text and
         "Wednesday 3 March 2027, 11:00 to 12:00 (Berlin time)" in text, "what, when and its state",
         text)
    t.ok("Waiting for payment" in text and "Pay until 09:35 Europe/Berlin" in text,
         "what is kept says until when")
    clara.get("/account/bookings?show=past")
    t.same(numbers(clara.body), [gone, over, missed], "past, the latest first (C-13)")
    t.ok(all(x in clara.text() for x in ("Cancelled", "Completed", "No show")), "each with its state")
    t.ok("17:00 to 18:00 (Berlin time)" not in w.person("nina").text("/account/bookings"),
         "another member sees none of it")
    t.ok("No session is coming up" in w.person("stranger").text("/account/bookings"),
         "nor does another tenant")
    t.same(w.visitor().get("/account/bookings")[0], 303, "a visitor signs in")
    end = MONDAY + 2 * DAY + 3 * HOUR
    t.ok(w.exactly(end - 1, lambda: soon in numbers(clara.get("/account/bookings")[1])),
         "upcoming until its last second")
    t.ok(w.exactly(end, lambda: soon in numbers(clara.get("/account/bookings?show=past")[1]) and
                   soon not in numbers(clara.get("/account/bookings")[1])), "then past")
    w.at(MONDAY)


def pages(w):
    nina = w.person("nina")
    # Five at the same moment with different coaches' clocks would need five coaches; two do.
    made = []
    for i in range(45):
        made.append(w.booking("nina", w.short if i % 2 else w.wide,
                              MONDAY + (8 + i // 2) * DAY + 2 * HOUR))
    got, n = walk(nina, "/account/bookings")
    t.ok(got == made or sorted(got) == sorted(made), "all of them over the pages, each once",
         len(got), len(set(got)))
    t.same(n, 3, "forty-five on three pages")
    w.sql("update booking set state = 'Completed' where account_id = %d" % w.accounts["nina"][0])
    got, n = walk(nina, "/account/bookings?show=past")
    t.ok(len(got) == 45 and set(got) == set(made) and n == 3, "past ones too", len(got), n)
    t.ok("Back to the start" in nina.text() and 'rel="next"' not in nina.body, "the last page")
    for key in ("x", "1-", "-1", "99999999999999999999-1", "1-2-3", "%00", "' or 1"):
        status, page = nina.get("/account/bookings?show=past&after=" + key.replace(" ", "+"))
        t.ok(status == 400 or len(numbers(page)) == 20, "no key: " + key, status)
    t.ok(nina.get("/account/bookings?show=all")[0] in (200, 400), "no such list")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    world = World(inst)
    lists(world)
    pages(world)
t.done()
