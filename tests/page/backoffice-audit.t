#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit trail and the health of the books: who may look, filters, pages, the chain."""

import html
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World
from instance import Instance

t = Tap()
AUDIT, HEALTH = "/backoffice/audit", "/backoffice/health"
FINE = "0 payments without booking, 0 bookings without payment, 0 cents unexplained"


def actions(page):
    return re.findall(r'<th scope="row">([^<]*)</th>', page)


def roles(w):
    for path in (AUDIT, HEALTH):
        for who, wanted in (("clara", 403), ("maya", 403), ("boss", 200), ("root", 200)):
            t.same(w.person(who).get(path)[0], wanted, "%s: %s %d" % (path, who, wanted))
        v = w.visitor()
        v.get(path)
        t.ok(v.status == 303 and v.location.startswith("/login?back="), "a visitor signs in")
    boss = w.person("boss")
    boss.send("POST", AUDIT, "token=" + boss.token("/account/settings"))
    t.same(boss.status, 405, "nothing can be written here")


def act(w, boss, what, reason=""):
    at = "/practice/coaches/%d" % w.maya
    boss.post(at, {"do": what, "reason": reason}, at)
    if boss.status != 303:
        raise RuntimeError("%s: %d %s" % (what, boss.status, boss.text()))


def rows(w):
    boss = w.person("boss")
    t.ok("Nothing was written down yet" in boss.text(AUDIT), "empty")
    w.at(MONDAY + 12 * HOUR)
    act(w, boss, "suspend", "<b>Loud</b>")
    w.at(MONDAY + DAY + 12 * HOUR)
    act(w, boss, "reactivate")
    text = boss.text(AUDIT)
    t.same(actions(boss.body), ["Coach reactivated", "Coach suspended"], "newest first")
    t.ok("Mon 1 Mar 2027, 21:00 (Berlin time) Boss Coach suspended Coach %d" % w.maya in text,
         "when, who, what, of what (A-113)", text)
    t.ok("status: Approved →became Suspended" in text.replace("→ became", "→became") and
         "reason: nothing" in text and "&lt;b&gt;Loud" in boss.body, "before and after", text)
    t.ok("Chain complete up to Tuesday 2 March 2027, 21:00 (Berlin time). The last 2 rows checked."
         in text, "the chain was checked", text)
    t.ok("Coach suspended" not in w.person("chief").text(AUDIT), "another tenant sees none of it")
    for query, wanted in (("action=coach.suspend", ["Coach suspended"]),
                          ("action=nothing", []), ("from=2027-03-02", ["Coach reactivated"]),
                          ("to=2027-03-01", ["Coach suspended"]),
                          ("from=2027-03-01&to=2027-03-02",
                           ["Coach reactivated", "Coach suspended"]), ("from=2027-03-03", [])):
        boss.get(AUDIT + "?" + query)
        t.same(actions(boss.body), wanted, query)
    t.ok('value="coach.suspend" selected' in boss.get(AUDIT + "?action=coach.suspend")[1],
         "the choice stays")
    boss.get(AUDIT + "?from=2027-13-77")
    t.ok('id="from-error"' in boss.body and 'value="2027-13-77"' in boss.body,
         "a date that is none comes back with a sentence")


def pages(w):
    boss = w.person("boss")
    for _ in range(14):
        act(w, boss, "suspend", "Again")
        act(w, boss, "reactivate")
    seen, at = [], AUDIT + "?action=coach.suspend"
    boss.get(at)
    t.ok(len(actions(boss.body)) == 15 and 'rel="next"' not in boss.body, "15 of one kind")
    at = AUDIT + "?from=2027-03-01"
    while at:
        boss.get(at)
        seen.append(len(actions(boss.body)))
        m = re.search(r'rel="next" href="([^"]+)"', boss.body)
        at = html.unescape(m.group(1)) if m else None
        t.ok(not at or "from=2027-03-01" in at, "the filter goes along")
    t.same(seen, [25, 5], "in pages")
    t.ok("Back to the newest" in boss.text(), "and back")


def chain(w):
    boss = w.person("boss")
    t.ok("The last 30 rows checked" in boss.text(AUDIT), "whole")
    ids = [int(r[0]) for r in w.sql("select id from audit where tenant_id = 101 order by id")]
    for what, change, back in (
            ("a changed detail", "update audit set detail = '{}' where id = %d" % ids[9], "detail"),
            ("another person", "update audit set account_id = 1 where id = %d" % ids[9],
             "account_id"),
            ("another time", "update audit set at = '2027-03-01 01:00:00' where id = %d" % ids[9],
             "at")):
        before = w.one("select quote(%s) from audit where id = %d" % (back, ids[9]))
        w.sql(change)
        text = boss.text(AUDIT)
        t.ok("The chain is broken at row %d" % ids[9] in text and "Chain complete up to" in text,
             what + " is found", text)
        w.sql("update audit set %s = %s where id = %d" % (back, before.replace("\\\\", "\\"),
                                                          ids[9]))
        t.ok("The last 30 rows checked" in boss.text(AUDIT), "put back: whole again")
    w.sql("delete from audit where id = %d" % ids[4])
    t.ok("The chain is broken at row %d" % ids[5] in boss.text(AUDIT), "a missing row is found")


def health(w):
    boss = w.person("boss")
    no = w.booking("clara", w.career, MONDAY + 3 * DAY + 2 * HOUR)
    t.ok(FINE in boss.text(HEALTH) and "In time" in boss.text(), "the line (P-02)", boss.text())
    w.sql("delete from ledger where booking_id = (select id from booking where no = '%s')" % no)
    text = boss.text(HEALTH)
    t.ok("1 payments without booking, 1 bookings without payment, 0 cents" in text,
         "a fault is named", text)
    t.ok(FINE in w.person("chief").text(HEALTH), "another tenant's books are their own")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    w = World(inst)
    for name, bits in (("boss", {101: 5}), ("root", {101: 9}), ("chief", {102: 5})):
        w.account(name, "Europe/Berlin", bits)
    roles(w)
    rows(w)
    pages(w)
    chain(w)
    health(w)
t.done()
