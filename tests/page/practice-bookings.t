#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The coach's list: clients, times, shares; what was never paid does not stay in it."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World
from instance import Instance

t = Tap()


def numbers(page):
    return re.findall(r'href="/booking/([A-Z0-9]+)"', page)


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    w = World(inst)
    maya = w.person("maya")
    t.ok("No session is coming up" in maya.text("/practice/bookings"), "nothing yet")
    t.ok("Nothing here yet" in maya.text("/practice/bookings?show=past"), "nor behind")
    a = w.booking("clara", w.career, MONDAY + 2 * DAY + 2 * HOUR)
    b = w.booking("nina", w.walk, MONDAY + DAY + 2 * HOUR)
    held = w.booking("paul", w.short, MONDAY + 3 * DAY + 2 * HOUR, "Pending",
                     hold_until=MONDAY + HOUR)
    w.booking("clara", w.wide, MONDAY + 4 * DAY + 8 * HOUR)
    done = w.booking("clara", w.career, MONDAY - DAY, "Completed")
    half = w.booking("clara", w.career, MONDAY + 5 * DAY, "Cancelled", cancelled_by="client",
                     refund_minor=4000, paid=True)
    w.booking("clara", w.career, MONDAY + 6 * DAY, "Cancelled", cancelled_by="system")
    maya.get("/practice/bookings")
    t.same(numbers(maya.body), [b, a, held], "my clients' sessions, the next first")
    text = maya.text()
    t.ok("Nina Tuesday 2 March 2027, 11:00 to 12:00 (Berlin time) Walk and talk In person Confirmed"
         " €102.00" in text, "who, when, what, state and share", text)
    t.ok("Waiting for payment" in text, "what is only kept says so (U-02)")
    t.ok(w.exactly(MONDAY + HOUR, lambda: held not in numbers(maya.get("/practice/bookings")[1])),
         "and goes in the second its keeping ends")
    w.at(MONDAY)
    maya.get("/practice/bookings?show=past")
    t.same(numbers(maya.body), [half, done], "past ones; what was never paid is no history")
    t.ok("€34.00" in maya.text() and "€68.00" in maya.text(),
         "half refunded leaves half of the share", maya.text())
    t.ok(numbers(w.person("omar").get("/practice/bookings")[1]) == ["B0000004"],
         "another coach sees their own")
    t.ok("No session is coming up" in w.person("sven").text("/practice/bookings"),
         "nor does another tenant's coach see any")
    t.same(w.person("clara").get("/practice/bookings")[0], 403, "a client is no coach")
    t.same(w.visitor().get("/practice/bookings")[0], 303, "a visitor signs in")
    for i in range(25):
        w.booking("nina", w.short, MONDAY + (8 + i) * DAY + 2 * HOUR)
    maya.get("/practice/bookings")
    first = numbers(maya.body)
    m = re.search(r'rel="next" href="([^"]+)"', maya.body)
    maya.get("/practice/bookings" + m.group(1).replace("&amp;", "&"))
    rest = numbers(maya.body)
    t.ok(len(first) == 20 and len(rest) == 8 and not set(first) & set(rest), "in pages of twenty",
         len(first), len(rest))
    t.ok("Back to the start" in maya.text(), "and back")
t.done()
