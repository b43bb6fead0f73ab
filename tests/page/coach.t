#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The public profile: what everybody may know of a coach, and what nobody may."""

import calendar
import os
import re
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from coaches import Coaches  # noqa: E402
from visit import Site, tap  # noqa: E402

site = Site()
me = site.person()
shelf = Coaches(site)
maya = shelf.add(
    "Maya Public", specialties=["Career change", "Sleep & rest"], languages=["English", "Swedish"],
    headline="One step at a time", bio="First line\nsecond line\n\n<script>alert(1)</script>",
    city="Kathmandu", country="NP", zone="Asia/Kathmandu", custom_specialty="Juggling",
    picture="/img/people/01.svg", services=[
        dict(slug="first", name="First talk", price_minor=0, discovery=1, minutes=30),
        dict(slug="talk", name="Long talk", description="About one thing.", minutes=90),
        dict(slug="walk", name="Walk", mode="in-person", meeting_url="", price_minor=11000,
             place="Hidden Street 7", place_public="Old town", access_note="Ring twice"),
        dict(slug="old", name="Retired service", active=0)])


def get(slug, who=me):
    return who.get("/coaches/" + slug)


def shows():
    """A-86, C-17"""
    page = get(maya["slug"])
    tap.equal(page.status, 200, "the profile opens")
    for text in ("Maya Public", "One step at a time", "Kathmandu, Nepal", "English, Swedish",
                 "Career change", "Sleep &amp; rest", "Juggling", "/img/people/01.svg",
                 "First talk", "Long talk", "About one thing.", "€80.00", "€110.00", "90 minutes",
                 "In person, Old town", "Once per client"):
        tap.has(page, text, "it shows %s" % text)
    for text in ("Retired service", "secret-room", "Hidden Street", "Ring twice",
                 "<script>alert"):
        tap.lacks(page, text, "it does not show %s" % text)
    tap.ok(re.search(r"First line<br>\s*second line", page.text), "line breaks of the bio stay")
    tap.has(page, 'href="/book/%s/talk"' % maya["slug"], "a way to book")
    tap.lacks(page, "Set-Cookie", "no cookie")
    tap.equal(page.text.count("<h1"), 1, "one headline")


def policy():
    """C-12, and the policy in words"""
    page = get(maya["slug"])
    tap.has(page, "Up to 72 hours before", "until when")
    tap.has(page, "50 % back", "and what comes back")
    tap.has(page, "Free of charge. Cancel it online until 24 hours before it starts.",
            "a free session says so")
    tap.has(page, 'href="/help/payments"', "C-12: the guide to payments is linked")


def times():
    """C-07, U-06"""
    page = get(maya["slug"])
    found = re.findall(r'href="/book/%s/(\w+)\?day=\d{4}-\d\d-\d\d"><time datetime="([0-9T:Z-]+)"'
                       % maya["slug"], page.text)
    for word in ("first", "talk", "walk"):
        tap.equal(len([1 for s, _ in found if s == word]), 3, "three free times of %s" % word)
    tap.ok(all(t.endswith((":15:00Z", ":45:00Z")) for _, t in found),
           "on the coach's grid", found)
    tap.has(page, "Berlin time", "the reader's zone has its name")
    tap.has(page, "Kathmandu time", "and the coach's")
    tap.ok(re.search(r"\d\d:\d\d \(\d\d:\d\d Kathmandu time\)", page.words), "both times are shown",
           page.words)
    tap.has(page, 'Next free, in <span class="tz">Berlin time</span>', "the zone stands beside them")
    there = site.person()
    there.cookies["zone"] = "Asia/Kathmandu"
    tap.lacks(get(maya["slug"], there), " Kathmandu time)", "one time when the zones are the same")
    busy = shelf.add("Bo Never", hours=())
    tap.has(get(busy["slug"]), "Nothing free in the next four weeks", "no time: it says so")
    idle = shelf.add("Ida Idle", services=[dict(active=0)])
    tap.has(get(idle["slug"]), "Nothing to book at the moment", "no service: it says so")
    tap.has(get(idle["slug"]), ">II</span>", "no picture: initials")


def taken():
    """A time that somebody keeps is offered to nobody, here and in the directory."""
    row = shelf.add("Tea Taken", services=[dict(after_min=30)])
    shelf.list()
    listed = "select next_free_at from listing where coach_id = %d" % row["id"]
    first = re.search(r'<time datetime="([0-9T:Z-]+)"', get(row["slug"]).text).group(1)
    before = site.sql(listed)[0][0]
    tap.equal(before, first.replace("T", " ").rstrip("Z"), "profile and directory agree")
    start = calendar.timegm(time.strptime(first, "%Y-%m-%dT%H:%M:%SZ"))
    clara = site.person().sign_in(site.account("Clara Client"))
    hold = "/hold/%s/session?start=%d" % (row["slug"], start)
    answer = clara.post(hold, note="")
    tap.equal(answer.status, 303, "somebody keeps the first time")
    time.sleep(2.1)		# the page before may be kept for two seconds
    tap.lacks(get(row["slug"]), 'datetime="%s"' % first, "it is gone from the profile")
    end = time.monotonic() + 15
    while site.sql(listed)[0][0] == before and time.monotonic() < end:
        time.sleep(0.1)
    tap.ok(site.sql(listed)[0][0] > before, "and soon from the directory")


def refuses():
    """A-06"""
    for status in ("Pending", "Suspended", "Rejected"):
        row = shelf.add("Not %s" % status, status)
        tap.equal(get(row["slug"]).status, 404, "%s: not there" % status)
    _, host = site.add_tenant("other")
    tap.equal(get(maya["slug"], site.person(host)).status, 404, "not in another tenant")
    tap.equal(get("nobody-at-all").status, 404, "unknown: not there")
    tap.equal(get(maya["slug"] + "/more").status, 404, "no longer address")


shows()
policy()
times()
taken()
refuses()
tap.done()
