#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A calendar to subscribe to: whose sessions, which of them, and when the address dies."""

import hashlib
import hmac
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import calendar, instant  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR


def address(w, who):
    """As the settings show it."""
    p = w.person(who)
    p.get("/account/settings")
    m = re.search(r"/feed/[\w-]+\.ics", p.body)
    if m is None:
        raise RuntimeError("no feed in the settings: " + p.text())
    return m.group(0)


def events(w, path):
    p = w.visitor()
    status, body = p.get(path)
    if status != 200:
        raise RuntimeError("%s: %d" % (path, status))
    top, found = calendar(body)
    return top, {e["UID"][1].split("@")[0]: e for e in found}, found


def whose(w):
    one = w.booking("clara", w.career, START)
    walk = w.booking("clara", w.walk, START + DAY)
    w.booking("paul", w.career, START + 3 * HOUR)
    pending = w.booking("clara", w.short, START + 5 * HOUR, state="Pending")
    away = w.booking("clara", w.wide, START + 2 * DAY, state="Cancelled", cancelled_by="coach",
                     ended_at=stamp(MONDAY), sequence=1, confirmed_at=stamp(MONDAY))
    old = w.booking("clara", w.wide, MONDAY - 59 * DAY, state="Completed")
    older = w.booking("clara", w.wide, MONDAY - 61 * DAY, state="Completed")
    far = w.booking("clara", w.wide, MONDAY + 399 * DAY)
    farther = w.booking("clara", w.wide, MONDAY + 401 * DAY)
    path = address(w, "clara")
    top, by_no, found = events(w, path)
    tap.same((top["METHOD"], top["VERSION"], top["X-WR-CALNAME"]), ("PUBLISH", "2.0", "North"),
             "a calendar with the tenant's name")
    tap.same(sorted(by_no), sorted([one, walk, away, old, far]),
             "mine, confirmed, from 60 days back to 400 ahead")
    tap.ok(pending not in by_no and older not in by_no and farther not in by_no, "nothing else")
    starts = [instant(e["DTSTART"][1]) for e in found]
    tap.same(starts, sorted(starts), "in their order")
    e = by_no[one]
    tap.same((instant(e["DTSTART"][1]), instant(e["DTEND"][1])), (START, START + HOUR), "the time")
    tap.same(e["SUMMARY"][1], "Career session with Maya Coach", "what it is")
    tap.ok(e["LOCATION"][1].startswith("http://north.test/join/%s-" % one), "online: the door")
    tap.same(by_no[walk]["LOCATION"][1], "Linienstr. 12, 10178 Berlin", "in person: the place")
    tap.same((by_no[away]["STATUS"][1], by_no[away]["SEQUENCE"][1]), ("CANCELLED", "1"),
             "cancelled ones say so")
    tap.same(len(found), len(by_no), "each once")
    top, hers, _ = events(w, address(w, "maya"))
    tap.ok({one, walk} <= set(hers) and far not in hers and
           hers[one]["SUMMARY"][1] == "Career session with Clara", "the coach's has the clients")
    return path


def doors(w, path):
    ident, sign = path[len("/feed/"):-4].split("-")
    with open(os.path.join(w.inst.dir, "secret", "app")) as f:
        key = f.read().split()[0]
    tap.ok(len(sign) >= 32, "a long signature")
    p = w.visitor()
    for what, bad in (("another account with this signature", "/feed/%d-%s.ics" % (int(ident) + 1,
                                                                                  sign)),
                      ("half a signature", "/feed/%s-%s.ics" % (ident, sign[:30])),
                      ("no signature", "/feed/%s.ics" % ident), ("words", "/feed/words.ics"),
                      ("a hash without the key", "/feed/%s-%s.ics" % (ident, hmac.new(
                          b"", (ident + ":0").encode(), hashlib.sha256).hexdigest()))):
        tap.same(p.get(bad)[0], 404, what + " is nothing")
    tap.ok(key not in p.body, "and tells nothing")
    south = w.visitor(102)
    tap.same((south.get(path)[0], south.body.count("BEGIN:VEVENT")), (200, 0),
             "in another tenant it has none of these sessions")
    w.sql("update account set feed_epoch = feed_epoch + 1 where name = 'Clara'")
    tap.same(p.get(path)[0], 404, "a new address makes the old one dead")
    fresh = address(w, "clara")
    tap.ok(fresh != path and p.get(fresh)[0] == 200, "and works itself")
    w.sql("update account set closed_at = created_at where name = 'Clara'")
    tap.same(p.get(fresh)[0], 404, "a closed account has none")


def many(w):
    order, coach = w.row("select id, (select id from coach where slug = 'omar') from client_order"
                         " limit 1")
    w.sql("insert into booking (tenant_id, no, order_id, coach_id, service_id, account_id, state,"
          " starts_at, ends_at, before_min, after_min, zone, zone_client, coach_name, client_name,"
          " service_name, mode, price_minor, fee_minor, payout_minor, currency, policy, created_at,"
          " confirmed_at) select 101, concat('M', seq), %s, %s, %d, %d, 'Confirmed', %s + interval"
          " seq hour, %s + interval seq + 1 hour, 0, 0, 'UTC', 'UTC', 'Ömar, \\\\; \"Ö\"',"
          " 'Nina', repeat('Größe ', 19), 'online', 0, 0, 0, 'EUR', '[]', '2020-01-01',"
          " '2020-01-01' from seq_1_to_700" % (order, coach, w.wide, w.accounts["nina"][0],
                                               stamp(START), stamp(START)))
    _, by_no, found = events(w, address(w, "nina"))
    tap.same((len(found), "M1" in by_no, "M501" in by_no), (500, True, False),
             "at most 500, the nearest")
    tap.same(found[0]["SUMMARY"][1], "Größe " * 19 + ' with Ömar, \\; "Ö"',
             "long names with odd characters survive")


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        path = whose(w)
        p = w.visitor()
        p.get(path)
        doors(w, path)
        many(w)
    tap.done()


main()
