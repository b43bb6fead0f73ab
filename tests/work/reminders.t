#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reminders: at the right time, once, never stale, and as cheap after ten years as on the first day."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import Post  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR
MINUTE = 60


class Case:
    """One booking, and what was queued and sent about it."""

    def __init__(self, w, post, who="clara", starts=START, **more):
        self.w, self.post, self.starts = w, post, starts
        w.sql("delete from outbox")
        post.clear()
        more.setdefault("confirmed_at", stamp(starts - 10 * DAY))
        self.no = w.booking(who, more.pop("service", w.career), starts, **more)
        self.id = post.booking_id(self.no)

    def at(self, t):
        self.w.at(t)
        status = self.post.work("reminders")
        if status != 0:
            raise RuntimeError("reminders ended with %d" % status)
        return self

    def send(self):
        self.post.work("outbox")
        return self

    def queued(self):
        return sorted((r[0], r[1]) for r in self.w.sql(
            "select o.template, a.name from outbox o join account a on a.id = o.account_id"
            " where o.booking_id = %d and o.template like 'reminder%%'" % self.id))

    def sent(self, to="clara@example.org"):
        return [m["subject"] for m in self.post.mails(to)]

    def away(self):
        """Out of the way of the next case."""
        self.w.sql("delete from block where booking_id = %d;"
                   "update booking set state = 'Completed', ended_at = ends_at where id = %d"
                   % (self.id, self.id))
        self.w.at(MONDAY)


DAY_BEFORE = [("reminder-24h", "Clara"), ("reminder-24h", "Maya")]
BOTH = [("reminder-1h", "Clara"), ("reminder-1h", "Maya")] + DAY_BEFORE


def default(w, post):
    c = Case(w, post)
    tap.same(c.at(START - DAY - 5).queued(), [], "a day and five seconds before: none")
    tap.same(c.at(START - DAY).queued(), DAY_BEFORE, "24 hours before: client and coach")
    c.send()
    tap.same(c.at(START - DAY + MINUTE).queued(), DAY_BEFORE, "only once")
    tap.same(c.at(START - HOUR - 5).queued(), DAY_BEFORE, "nothing in between")
    tap.same(c.at(START - HOUR).queued(), BOTH, "one hour before: the second")
    c.send().at(START - 30 * MINUTE).send().at(START + HOUR).send()
    tap.same(c.sent(), ["Coming up: Career session with Maya Coach, Thu 4 Mar 2027, 15:00"
                        " (Berlin time)",
                        "Soon: Career session with Maya Coach, Thu 4 Mar 2027, 15:00 (Berlin time)"],
             "the client got two in all")
    tap.same(len(c.sent("maya@example.org")), 2, "so did the coach")
    c.away()


def zone(w, post):
    c = Case(w, post, "nina", confirmed_at=stamp(START - 10 * DAY))
    c.at(START - DAY).send()
    text = post.mails("nina@example.org")[0]["text"]
    tap.ok(0 < text.find("09:00 to 10:00 (New York time)") < text.find("(Berlin time)"),
           "in the reader's zone, the coach's second", text)
    c.away()


def cancelled(w, post):
    end = ("update booking set state = 'Cancelled', cancelled_by = 'client', ended_at = now()"
           " where id = %d")
    c = Case(w, post)
    w.sql(end % c.id)
    tap.same(c.at(START - DAY).queued(), [], "cancelled: none")
    w.sql("update booking set state = 'Completed', cancelled_by = null where id = %d" % c.id)
    c.away()
    c = Case(w, post, starts=START + 8 * HOUR)
    c.at(c.starts - DAY)
    w.sql(end % c.id)
    c.send()
    tap.same((c.sent(), set(post.states().values())), ([], {"dropped"}),
             "cancelled between queue and sending: dropped")
    w.sql("update booking set state = 'Completed', cancelled_by = null where id = %d" % c.id)
    c.away()


def moved(w, post):
    """Two days later: the old reminder is not sent any more, the new time has one of its own."""
    c = Case(w, post)
    c.at(START - DAY)
    w.sql("update booking set starts_at = starts_at + interval 2 day, sequence = 1,"
          " ends_at = ends_at + interval 2 day where id = %d" % c.id)
    c.send()
    tap.same(c.sent(), [], "moved between queue and sending: dropped")
    tap.same(c.at(START - HOUR).send().sent(), [], "nothing at the old time")
    c.at(START + DAY).send().at(START + DAY + HOUR).send()
    tap.same(c.sent(), ["Coming up: Career session with Maya Coach, Sat 6 Mar 2027, 15:00"
                        " (Berlin time)"], "one a day before the new time")
    c.at(START + 2 * DAY - HOUR).send()
    tap.same(len(c.sent()), 2, "and one an hour before it")
    c.away()
    c = Case(w, post)
    c.at(START - DAY).send()
    w.at(START - DAY + HOUR)
    w.sql("update booking set starts_at = starts_at + interval 30 minute, sequence = 1,"
          " ends_at = ends_at + interval 30 minute where id = %d" % c.id)
    for tmpl, who in (("moved", "clara"), ("moved-coach", "maya")):
        post.queue(tmpl, who, c.id, "moved:%d:1:%s" % (c.id, who), '{"was":%d}' % START)
    c.at(START - DAY + 2 * HOUR).send()
    tap.same([s.split(":")[0] for s in c.sent()], ["Coming up", "Moved"],
             "moved to a time that near: the news of it reminds enough")
    c.at(START - 30 * MINUTE).send()
    tap.same([s.split(":")[0] for s in c.sent()], ["Coming up", "Moved", "Soon"],
             "the hour before still does")
    c.away()


def late(w, post):
    c = Case(w, post, confirmed_at=stamp(START - 3 * HOUR))
    tap.same(c.at(START - 3 * HOUR + 5).queued(), [], "booked three hours before: none for the day")
    tap.same(c.at(START - HOUR).queued(), BOTH[:2], "but the hour before")
    c.away()
    c = Case(w, post, confirmed_at=stamp(START - 50 * MINUTE))
    tap.same(c.at(START - 45 * MINUTE).queued(), [], "booked 50 minutes before: none at all")
    c.away()
    c = Case(w, post)
    tap.same(c.at(START - 90 * MINUTE).queued(), [],
             "jobs were down for a day: 24 hours before is not told 90 minutes before")
    tap.same(c.at(START - 5 * MINUTE).queued(), BOTH[:2], "the last hour is, late as it is")
    tap.same(c.at(START + MINUTE).send().sent(), [], "but never after the start")
    c.away()


def wishes(w, post):
    for bits, want in ((0, []), (1, ["reminder-24h"]), (2, ["reminder-1h"]), (4, [])):
        w.sql("update account set notices = %d where name = 'Clara'" % bits)
        c = Case(w, post)
        got = c.at(START - DAY).at(START - HOUR).queued()
        tap.same([t for t, who in got if who == "Clara"], want, "wishes %d are followed" % bits)
        c.away()
    w.sql("update account set notices = 7 where name = 'Clara'")
    c = Case(w, post)
    c.at(START - DAY)
    w.sql("update account set notices = 4 where name = 'Clara'")
    tap.same(c.send().sent(), [], "unwished between queue and sending: dropped")
    w.sql("update account set notices = 7 where name = 'Clara'")
    c.away()
    c = Case(w, post, state="Pending", confirmed_at=None, hold_until=START)
    tap.same(c.at(START - DAY).queued(), [], "not paid: none")
    c.away()


def tenants(w, post):
    c = Case(w, post, "stranger", service=w.other)
    c.at(START - DAY)
    tap.same(w.sql("select tenant_id, count(*) from outbox group by tenant_id"), [["102", "2"]],
             "each row belongs to its booking's tenant")
    c.send()
    tap.ok("hello@south.test" in str(post.mails("stranger@example.org")[0]["headers"]),
           "and is sent in its name")
    c.away()


def many(w, post, n, days, state="Confirmed", first=0):
    """So many bookings, the first so many days from START on, a minute apart."""
    order, coach = w.row("select id, (select id from coach where slug = 'maya') from client_order"
                         " limit 1")
    w.sql("insert into booking (tenant_id, no, order_id, coach_id, service_id, account_id, state,"
          " starts_at, ends_at, before_min, after_min, zone, zone_client, coach_name, client_name,"
          " service_name, mode, price_minor, fee_minor, payout_minor, currency, policy, created_at,"
          " confirmed_at, ended_at) select 101, concat('M', %d + seq), %s, %s, %d, %d, '%s',"
          " %s + interval seq minute, %s + interval seq + 60 minute, 0, 0, 'UTC', 'UTC', 'M', 'C',"
          " 'S', 'online', 0, 0, 0, 'EUR', '[]', '2020-01-01', '2020-01-01', null"
          " from seq_1_to_%d" % (first, order, coach, w.career, w.accounts["clara"][0], state,
                                 stamp(START + days * DAY), stamp(START + days * DAY), n))


def reads(w, post):
    def count():
        return sum(int(r[1]) for r in w.sql("show global status like 'Handler_read%'"))
    before = count()
    own = count() - before
    before = count()
    post.work("reminders")
    return count() - before - own


def crowd(w, post):
    """More than a batch at once, two workers, and a long history behind."""
    c = Case(w, post)
    many(w, post, 450, 30)
    w.at(START + 30 * DAY - DAY + 450 * MINUTE)
    workers = [post.start("reminders", "--once") for _ in range(2)]
    tap.same([p.wait(60) for p in workers], [0, 0], "two workers at once end well")
    tap.same(w.one("select count(*) from outbox"), "900", "450 sessions, client and coach: 900")
    idle = reads(w, post)
    many(w, post, 40000, -3000, "Completed", 1000)
    many(w, post, 5000, 40, "Confirmed", 50000)
    w.sql("analyze table booking")
    old = reads(w, post)
    tap.ok(old < idle * 1.2 + 200, "ten years of history cost nothing", "%d, %d" % (idle, old))
    c.away()


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        post = Post(w)
        try:
            for case in default, zone, cancelled, moved, late, wishes, tenants, crowd:
                case(w, post)
        finally:
            post.end()
    tap.done()


main()
