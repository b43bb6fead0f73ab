#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help: each guide opens, says what the program does, and leads on to pages that exist."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import Site, tap  # noqa: E402

site = Site()
me = site.person()
GUIDES = ("booking", "payments", "cancel", "online", "privacy")


def index():
    """C-43"""
    page = me.get("/help")
    tap.equal(page.status, 200, "the list opens")
    for guide in GUIDES:
        tap.has(page, 'href="/help/%s"' % guide, "it leads to %s" % guide)
    tap.has(page, "mailto:help@" + site.host, "the tenant's address for questions")


def guides():
    """C-12"""
    links = set()
    for guide in GUIDES:
        page = me.get("/help/" + guide)
        tap.equal(page.status, 200, "%s opens" % guide)
        tap.equal((page.text.count("<h1"), page.text.count('aria-current="page"')), (1, 1),
                  "%s has one headline and is marked" % guide)
        links |= set(re.findall(r'href="(/(?:help|legal|coaches)[^"#]*)"', page.text))
    for link in sorted(links - {"/legal/terms", "/legal/privacy", "/legal/imprint"}):
        tap.equal(me.get(link).status, 200, "%s exists" % link)
    tap.has(me.get("/help/booking"), "35 minutes", "the hold is as long as the program's")
    tap.has(me.get("/help/online"), "15 minutes before", "the join button too")


def refuses():
    tap.equal(me.get("/help/nothing").status, 404, "no such guide")
    tap.equal(me.get("/help/booking/more").status, 404, "no longer address")
    tap.equal(me.get("/help/..%2fbooking").status, 404, "no other address")


index()
guides()
refuses()
tap.done()
