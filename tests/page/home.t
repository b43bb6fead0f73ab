#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The start: a search, topics that lead to somebody, who is free next."""

import html
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from coaches import Coaches  # noqa: E402
from visit import Site, tap  # noqa: E402

site = Site()
me = site.person()


def empty():
    page = me.get("/")
    tap.equal(page.status, 200, "a tenant without coaches has a start")
    tap.has(page, 'action="/coaches"', "with a search")
    tap.lacks(page, "Next free times", "and no empty shelf")


def full():
    t, host = site.add_tenant("full")
    site.sql("update tenant set claim = 'Rest & <i>run</i>' where id = %d" % t)
    shelf = Coaches(site, t)
    for i in range(8):
        shelf.add("Coach %s" % "ABCDEFGH"[i], specialties=["Topic & %d" % (i % 3)],
                  services=[dict(notice_min=60 * i)])
    shelf.add("Hidden One", "Pending", ["Nothing"])
    shelf.list()
    page = site.person(host).get("/")
    tap.equal(page.status, 200, "the start opens")
    tap.has(page, "Rest &amp; &lt;i&gt;run&lt;/i&gt;.", "the tenant's own claim, as text")
    tap.equal(page.text.count('class="card coach"'), 6, "six coaches")
    tap.has(page, "Coach A", "the one who is free first")
    tap.lacks(page, "Hidden One", "nobody who is not approved")
    tap.lacks(page, "Nothing", "nor their topics")
    links = [html.unescape(a) for a in re.findall(r'href="(/coaches\?topic=[^"]+)"', page.text)]
    tap.equal(len(links), 3, "each topic once")
    for link in links:
        tap.has(site.person(host).get(link), "match", "%s leads to somebody" % link)
    tap.has(page, 'href="/help/payments"', "the guide to payments is linked")
    tap.equal(me.get("/home").status, 404, "there is one address for it")


empty()
full()
tap.done()
