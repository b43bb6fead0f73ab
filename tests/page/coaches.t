#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The directory: who is in it, what each filter does, orders, pages, and what a person may type."""

import html
import os
import re
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from coaches import Coaches  # noqa: E402
from visit import Site, tap  # noqa: E402

site = Site()
me = site.person()


def names(answer):
    return [html.unescape(n) for n in
            re.findall(r'<a class="cover" href="/coaches/[a-z0-9-]+">([^<]*)</a>', answer.text)]


def find(_who=None, **query):
    answer = (_who or me).get("/coaches?" + urllib.parse.urlencode(query))
    if answer.status != 200:
        tap.ok(False, "the directory answers", "%d for %r" % (answer.status, query))
    return answer


def only_approved():
    """A-06"""
    t, host = site.add_tenant("status")
    shelf = Coaches(site, t)
    for status in ("Approved", "Pending", "Suspended", "Rejected"):
        shelf.add("Zora %s" % status, status, ["Habits"])
    shelf.add("Zora Idle", services=[dict(active=0)])
    shelf.list()
    visitor = site.person(host)
    for query in ({}, {"q": "zora"}, {"topic": "Habits"}, {"sort": "name"}, {"sort": "price"}):
        tap.equal(names(find(visitor, **query)), ["Zora Approved"], "one approved: %r" % query)
    tap.equal(names(find()), [], "and nobody in another tenant")
    tap.lacks(find(visitor, q="zora"), "Set-Cookie", "no cookie for who only looks")
    site.sql("update coach set status = 'Suspended' where tenant_id = %d" % t)
    shelf.list()
    tap.equal(names(find(visitor)), [], "a suspended coach is gone")


def fill():
    shelf = Coaches(site)
    shelf.add("Ana Ström", specialties=["Career change", "Sleep"], languages=["Swedish", "English"],
              city="Malmö", country="SE", headline="Calm work on rest",
              services=[dict(price_minor=12000)])
    shelf.add("Wei Ng", specialties=["Founders"], languages=["Mandarin"], city="London",
              country="GB", bio="Once a cellist.", services=[dict(price_minor=3000,
              mode="in-person", place="Secret Lane 1", place_public="Soho", meeting_url="")])
    shelf.add("Li O'Hara-Quist", specialties=["Sleep"], city="Berlin",
              services=[dict(price_minor=0, discovery=1, minutes=30),
                        dict(price_minor=7000, mode="in-person", meeting_url="")])
    shelf.add("Late <b>Larry</b>", specialties=["Founders & friends"], city="São Paulo",
              country="BR", zone="America/Sao_Paulo",
              services=[dict(price_minor=9000, notice_min=14400, name="Rehearsal")])
    shelf.list()


def search():
    """C-01: by a service one comes to the coach, as by the coach to the service."""
    everybody = {"Ana Ström", "Wei Ng", "Li O'Hara-Quist", "Late <b>Larry</b>"}
    tap.equal(set(names(find())), everybody, "without a filter: everybody")
    for typed, wanted in (("ana", "Ana Ström"), ("strom", "Ana Ström"), ("STRÖM ana", "Ana Ström"),
                          ("ng", "Wei Ng"), ("li", "Li O'Hara-Quist"), ("hara", "Li O'Hara-Quist"),
                          ("celli", "Wei Ng"), ("calm rest", "Ana Ström"), ("soho", "Wei Ng"),
                          ("a coach for founders", None), ("sweden", "Ana Ström"),
                          ("larry", "Late <b>Larry</b>"), ("rehearsal", "Late <b>Larry</b>")):
        got = names(find(q=typed))
        if wanted is None:
            tap.equal(set(got), {"Wei Ng", "Late <b>Larry</b>"}, "found by %r" % typed)
        else:
            tap.equal(got, [wanted], "found by %r" % typed)
    tap.equal(names(find(q="ana cellist")), [], "all words must be there")
    tap.equal(names(find(q="secret")), [], "a private address is not searched")
    for typed in ('+', '-"', '*a*', '(((', '~ < > @4', "a" * 100, "\u2013 \u201cx\u201d", "%_", "' or 1=1"):
        find(q=typed)
    tap.ok(True, "operators and quotes are only text")


def filters():
    """A-85, C-52"""
    for query, wanted in (
            ({"topic": "Sleep"}, {"Ana Ström", "Li O'Hara-Quist"}),
            ({"topic": "Founders & friends"}, {"Late <b>Larry</b>"}),
            ({"lang": "Swedish"}, {"Ana Ström"}),
            ({"country": "GB"}, {"Wei Ng"}),
            ({"city": "malm"}, {"Ana Ström"}),
            ({"city": "Sao"}, {"Late <b>Larry</b>"}),
            ({"city": "%"}, set()),
            ({"person": "1"}, {"Wei Ng", "Li O'Hara-Quist"}),
            ({"online": "1"}, {"Ana Ström", "Li O'Hara-Quist", "Late <b>Larry</b>"}),
            ({"online": "1", "person": "1"},
             {"Ana Ström", "Wei Ng", "Li O'Hara-Quist", "Late <b>Larry</b>"}),
            ({"from": "100"}, {"Ana Ström"}),
            ({"to": "70,00"}, {"Wei Ng", "Li O'Hara-Quist"}),
            ({"from": "40", "to": "90"}, {"Li O'Hara-Quist", "Late <b>Larry</b>"}),
            ({"topic": "Sleep", "city": "Berlin", "q": "li"}, {"Li O'Hara-Quist"})):
        tap.equal(set(names(find(**query))), wanted, "narrowed by %r" % query)
    tomorrow = time.strftime("%Y-%m-%d", time.gmtime(site.now() + 86400))
    tap.equal(set(names(find(by=tomorrow))), {"Ana Ström", "Wei Ng", "Li O'Hara-Quist"},
              "free by a date: not who needs ten days' notice")
    page = find(topic="Sleep", city="Berlin", sort="price")
    tap.has(page, 'href="/coaches?city=Berlin&amp;sort=price"', "a chip takes one filter away")
    tap.has(page, "One coach matches", "the count is told in words")
    tap.ok(re.search(r'<option value="Sleep" selected', page.text), "the choice stays chosen")
    tap.equal(page.value("city"), "Berlin", "and what was typed stays")
    nobody = find(topic="No such", q="xyzzy")
    tap.has(nobody, "Nobody fits all of this", "an empty result says so")
    tap.has(nobody, 'href="/coaches"', "and has a way on")
    tap.has(nobody, '<option value="No such" selected', "a choice nobody fits is still shown")


def orders():
    tap.equal(names(find(sort="price")),
              ["Wei Ng", "Li O'Hara-Quist", "Late <b>Larry</b>", "Ana Ström"], "by price")
    tap.equal(names(find(sort="name")),
              ["Ana Ström", "Late <b>Larry</b>", "Li O'Hara-Quist", "Wei Ng"], "by name")
    tap.equal(names(find())[-1], "Late <b>Larry</b>", "by the next free time")
    tap.has(find(), "from €70.00", "a free first conversation is not the price")


def wrong():
    page = find(**{"from": "cheap", "by": "2026-02-31", "sort": "magic", "country": "Germany"})
    tap.equal(page.value("from"), "cheap", "a wrong price is still there")
    tap.has(page, 'class="error"', "with a sentence beside it")
    tap.equal(me.get("/coaches?q=%ff").status, 400, "no UTF-8: 400")
    tap.equal(me.get("/coaches?q=a&q=b").status, 400, "twice the same: 400")
    tap.lacks(find(q='"><script>x'), "<script>x", "markup is text")
    tap.lacks(find(), "<b>Larry", "a name is text")
    tap.equal(me.send("POST", "/coaches", b"", {"Origin": "http://" + site.host}).status, 403,
              "nothing can be posted")


def pages():
    t, host = site.add_tenant("many")
    shelf = Coaches(site, t)
    for i in range(45):
        shelf.add("Same Name" if i % 3 else "Other Name", services=[dict(
            slug="s%d" % i, price_minor=5000 + i % 2 * 1000, notice_min=i % 4 * 60)])
    shelf.list()
    visitor = site.person(host)
    for sort in ("free", "price", "name"):
        seen, path, n = [], "/coaches?sort=" + sort, 0
        while path and n < 5:
            answer = visitor.get(path)
            seen.append(re.findall(r'class="cover" href="/coaches/([a-z0-9-]+)"', answer.text))
            more = re.search(r'rel="next" href="([^"]+)"', answer.text)
            path, n = html.unescape(more.group(1)) if more else None, n + 1
        every = [slug for page in seen for slug in page]
        tap.equal([len(p) for p in seen], [20, 20, 5], "three pages by %s" % sort)
        tap.equal(len(set(every)), 45, "everybody once by %s" % sort)
    tap.has(visitor.get("/coaches"), "More than 20 coaches here", "no false precision")


def zones():
    site.sql("update listing set next_free_at = '2030-01-07 09:00:00' where tenant_id = %d"
             " and slug like 'ana%%'" % site.tenant)
    tap.has(find(q="ana", sort="free"), "Mon 7 Jan, 10:00", "shown in the tenant's zone")
    other = site.person()
    other.cookies["zone"] = "Asia/Kathmandu"
    answer = find(other, q="ana", sort="free")
    tap.ok("Mon 7 Jan, 14:45" in answer.text and "Kathmandu time" in answer.text,
           "and in the reader's, with its name", answer.words[-300:])


only_approved()
fill()
search()
filters()
orders()
wrong()
zones()
pages()
tap.done()
