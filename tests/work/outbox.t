#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Mail on its way: written from what is true when it is sent, retried, refused, never lost."""

import os
import re
import signal
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import Post, calendar, header, instant  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR     # Thursday 4 March 2027, 15:00 in Berlin, 09:00 in New York


def until(what, seconds=20):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise RuntimeError("it did not happen")
        time.sleep(0.02)


def confirmed(w, post, who="clara", **more):
    """A booking with both mails queued, as booking_confirm() leaves it."""
    no = w.booking(who, more.pop("service", w.career), more.pop("starts", START), **more)
    b = post.booking_id(no)
    post.queue("confirmed", who, b, "confirmed:%d:client" % b)
    post.queue("booked", "maya", b, "confirmed:%d:coach" % b)
    return no, b


def zones(w, post):
    """Each reader's own time first, the other's second (U-06), place and door, policy with dates."""
    no, b = confirmed(w, post, "nina", note="I am changing jobs.")
    post.work("outbox")
    mine, = post.mails("nina@example.org")
    hers, = post.mails("maya@example.org")
    own, other = "09:00 to 10:00 (New York time)", "15:00 to 16:00 (Berlin time)"
    for name, mail, first, second in (("client", mine, own, other), ("coach", hers, other, own)):
        for kind in "text", "html":
            text = mail[kind]
            tap.ok(0 <= text.find(first) < text.find(second),
                   "%s, %s: the reader's time first, the other's second" % (name, kind), text)
    tap.same(mine["subject"],
             "Confirmed: Career session with Maya Coach, Thu 4 Mar 2027, 09:00 (New York time)",
             "the subject says what and when")
    tap.ok("/booking/%s" % no in mine["text"] and "/join/%s-" % no in mine["text"],
           "links to booking and door", mine["text"])
    tap.ok("Until Monday 1 March 2027, 09:00 (New York time)" in mine["text"]
           and "€80.00" in mine["text"], "the policy with absolute dates in the reader's zone",
           mine["text"])
    tap.ok("I am changing jobs." in hers["text"] and "I am changing jobs." in hers["html"],
           "the coach reads the client's words")
    tap.ok("If something comes up" not in hers["text"], "the client's policy is not for the coach")
    doors = [re.search(r"/join/[\w-]+", m["text"]).group(0) for m in (mine, hers)]
    tap.ok(doors[0] != doors[1], "each has a door of their own")
    return no, b, mine, hers


def invitation(w, post, no, mine, hers):
    for name, mail in (("client", mine), ("coach", hers)):
        ics = [a for a in mail["attachments"] if a["type"] in ("text/calendar", "application/ics")]
        tap.same(sorted(a["type"] for a in ics), ["application/ics", "text/calendar"],
                 "%s: the invitation among the alternatives and as a file" % name)
        top, (e,) = calendar([a for a in ics if a["type"] == "text/calendar"][0]["text"])
        tap.same((top["METHOD"], ics[0]["method"] or ics[1]["method"]), ("REQUEST", "REQUEST"),
                 "%s: METHOD is REQUEST in file and header" % name)
        tap.same((instant(e["DTSTART"][1]), instant(e["DTEND"][1])), (START, START + HOUR),
                 "%s: start and end" % name)
        tap.same((e["UID"][1], e["SEQUENCE"][1], e["STATUS"][1]),
                 (no + "@north.test", "0", "CONFIRMED"), "%s: identity" % name)
        tap.ok(e["LOCATION"][1].startswith("http://north.test/join/" + no), "%s: place" % name)
        tap.same(e["URL"][1], "http://north.test/booking/" + no, "%s: link" % name)
        tap.ok(mail["to"][0] in e["ATTENDEE"][1] and "north.test" in e["ORGANIZER"][1],
               "%s: who" % name, e)
    tap.same(e["SUMMARY"][1], "Career session with Nina", "the coach's says whom they meet")


def envelope(mine):
    tap.ok("North" in header(mine, "From")[0] and "hello@north.test" in header(mine, "From")[0],
           "from the tenant")
    tap.ok("help@north.test" in header(mine, "Reply-To")[0], "answers go to its help")
    tap.same(header(mine, "Auto-Submitted"), ["auto-generated"], "no machine answers it")
    tap.ok(re.fullmatch(r"<[0-9a-f]{40}@north\.test>", header(mine, "Message-ID")[0]),
           "an id of its own", header(mine, "Message-ID"))
    tap.ok(mine["text"] and mine["html"] and "<img" not in mine["html"]
           and "style=" not in mine["html"], "text and HTML, no pictures")


def in_person(w, post):
    no, _ = confirmed(w, post, "clara", service=w.walk, starts=START + DAY)
    post.clear()
    post.work("outbox")
    mail, = post.mails("clara@example.org")
    tap.ok("Linienstr. 12, 10178 Berlin" in mail["text"] and "Ring at Lindqvist" in mail["text"]
           and "/join/" not in mail["text"], "in person: the address instead of a link",
           mail["text"])
    _, (e,) = calendar([a for a in mail["attachments"] if a["type"] == "text/calendar"][0]["text"])
    tap.same(e["LOCATION"][1], "Linienstr. 12, 10178 Berlin", "and in the calendar")
    tap.ok("New York" not in mail["text"] and mail["text"].count("Berlin time") >= 1
           and "for Maya" not in mail["text"], "one zone where the clocks agree")


def refusal(w, post):
    """One address is refused: that stays visible, and the others are served (D-16)."""
    post.clear()
    post.fault(address="clara@example.org", code=550)
    _, b = confirmed(w, post, "clara", starts=START + 2 * HOUR)
    post.queue("recover", "paul")
    post.work("outbox")
    row = post.row("confirmed:%d:client" % b)
    tap.ok(row["state"] == "refused" and row["answer"].startswith("550 5.1.1 Mailbox unavailable"),
           "refused for good, with the server's words", row)
    tap.same(post.row("confirmed:%d:coach" % b)["state"], "done", "the coach has theirs")
    tap.same(len(post.mails("paul@example.org")), 1, "so has everybody else")
    tap.ok(post.row("confirmed:%d:coach" % b)["answer"].startswith("250 2.0.0 OK"),
           "what was accepted carries the server's words too")
    post.control("DELETE", "/mail/faults")
    w.at(w.now() + DAY)
    post.work("outbox")
    tap.same(post.mails("clara@example.org"), [], "what was refused is not tried again")
    w.at(MONDAY)


def later(w, post):
    """451: again later, each time later; given up after about a day."""
    post.clear()
    post.fault(address="paul@example.org", code=451, times=1)
    once = post.queue("password-changed", "paul")
    post.work("outbox")
    row = post.row(once)
    tap.ok(row["state"] == "queued" and row["answer"].startswith("451 "), "451 waits", row)
    tap.ok(23 <= row["due"] - w.now() <= 37, "about half a minute", row["due"] - w.now())
    post.work("outbox")
    tap.same(post.row(once)["tries"], 1, "not before it is due")
    w.at(row["due"])
    post.work("outbox")
    tap.same((post.row(once)["state"], len(post.mails("paul@example.org"))), ("done", 1),
             "then it is taken")
    post.fault(address="paul@example.org", code=451)
    once, begun, waits = post.queue("password-changed", "paul"), w.now(), []
    while post.row(once)["state"] == "queued" and len(waits) < 20:
        before = w.now()
        w.at(max(before, post.row(once)["due"]))
        waits.append(w.now() - before)
        post.work("outbox")
    tap.same(post.row(once)["state"], "given-up", "after a day it is given up")
    tap.ok(20 * HOUR < w.now() - begun < 27 * HOUR, "a day", w.now() - begun)
    grows = [b > a * 0.7 for a, b in zip(waits[1:], waits[2:])]
    tap.ok(all(grows) and waits[2] > 2 * waits[1], "each wait longer than the last", waits)
    w.at(MONDAY)
    post.clear()


def down(w, post):
    once = post.queue("password-changed", "clara")
    status = post.work("outbox", PRAXIS_MAIL_URL="smtp://127.0.0.1:1")
    row = post.row(once)
    tap.ok(row["state"] == "queued" and row["answer"] != "" and status == 0,
           "no server: it waits, and says why", row)
    w.at(row["due"])
    post.work("outbox")
    tap.same(post.row(once)["state"], "done", "the server is back: it goes out")
    w.at(MONDAY)


def slow(w, post):
    """A slow mail server keeps no refund waiting."""
    post.clear()
    for i in range(4):
        post.queue("password-changed", "clara", once="slow:%d" % i)
    w.insert("outbox", tenant_id=101, once="refund:404:1", kind="refund", refund_id=404,
             due_at="'2027-03-01 08:00:00'", created_at="'2027-03-01 08:00:00'")
    post.fault(slow=1.5)
    p = post.start("outbox")
    until(lambda: post.row("refund:404:1")["tries"] > 0)
    left = list(post.states()[x] for x in ("slow:1", "slow:2", "slow:3"))
    tap.ok(left.count("queued") >= 2, "the refund had its turn between two mails", left)
    until(lambda: post.states()["slow:3"] == "done", 30)
    tap.same(len(post.mails("clara@example.org")), 4, "and slow mails arrive, each once")
    p.send_signal(signal.SIGTERM)
    tap.same(p.wait(30), 0, "asked to end, it ends well")
    w.sql("delete from outbox where kind = 'refund'")


def killed(w, post):
    """kill -9 in the middle of sending: nothing is lost, and twice is the same letter."""
    post.clear()
    post.fault(slow=4)
    once = post.queue("password-changed", "clara", once="killed:1")
    p = post.start("outbox")
    until(lambda: post.row(once)["leased"] > 0)
    p.send_signal(signal.SIGKILL)
    p.wait()
    post.fault(slow=0)
    post.work("outbox")
    row = post.row(once)
    tap.same((row["state"], row["tries"]), ("queued", 1), "the lease keeps it for two minutes")
    w.at(row["leased"] + 1)
    post.work("outbox")
    got = post.mails("clara@example.org")
    tap.ok(post.row(once)["state"] == "done" and len(got) >= 1, "then another worker sends it", got)
    tap.same(len({header(m, "Message-ID")[0] for m in got}), 1, "always under one id")
    post.clear()
    post.fault(address="clara@example.org", when="lost_answer", times=1)
    once = post.queue("password-changed", "clara", once="lost:1")
    post.work("outbox")
    w.at(post.row(once)["due"])
    post.work("outbox")
    got = post.mails("clara@example.org")
    tap.ok(post.row(once)["state"] == "done" and len(got) == 2
           and header(got[0], "Message-ID") == header(got[1], "Message-ID"),
           "an answer that got lost: sent again, under the same id", got)
    w.at(MONDAY)


def fatal(w, post):
    """A letter of which workers die is given up some day; money never is."""
    post.clear()
    once = post.queue("password-changed", "clara", once="fatal:1")
    w.sql("update outbox set tries = 30 where once = 'fatal:1'")
    w.insert("outbox", tenant_id=101, once="refund:405:1", kind="refund", refund_id=405, tries=30,
             due_at="'2027-03-01 08:00:00'", created_at="'2027-01-01 08:00:00'")
    post.work("outbox")
    tap.same((post.row(once)["state"], post.mails("clara@example.org")), ("given-up", []),
             "a mail that broke off thirty times is given up")
    row = post.row("refund:405:1")
    tap.ok(row["state"] == "queued" and HOUR < row["due"] - w.now() < 11 * HOUR,
           "a refund is tried on, two months later too", row)
    w.sql("delete from outbox where kind = 'refund'")


def restart(w, post):
    """The database goes and comes back: the worker stays and goes on."""
    post.clear()
    p = post.start("outbox")
    once = post.queue("password-changed", "clara", once="restart:1")
    until(lambda: post.row(once)["state"] == "done")
    w.inst.db_restart()
    once = post.queue("password-changed", "clara", once="restart:2")
    until(lambda: post.row(once)["state"] == "done", 30)
    tap.same((p.poll(), len(post.mails("clara@example.org"))), (None, 2),
             "behind a restart of the database the same worker sends on")
    p.send_signal(signal.SIGTERM)
    p.wait(30)


def together(w, post):
    post.clear()
    for i in range(40):
        post.queue("password-changed", "paul", once="both:%d" % i)
    workers = [post.start("outbox", "--once") for _ in range(3)]
    tap.same([p.wait(60) for p in workers], [0, 0, 0], "three workers at once end well")
    tap.same(len(post.mails("paul@example.org")), 40, "each mail once")
    tries = w.one("select max(tries) from outbox where once like 'both:%'")
    tap.same(tries, "1", "each tried once")


def dropped(w, post):
    """What is not true any more is not sent (D-15)."""
    post.clear()
    no, b = confirmed(w, post, "clara", starts=START + 5 * HOUR)
    w.sql("update booking set state = 'Cancelled', cancelled_by = 'client', ended_at = now()"
          " where id = %d" % b)
    no2, b2 = confirmed(w, post, "paul", starts=START + 7 * HOUR)
    w.sql("update booking set sequence = 2, starts_at = starts_at + interval 1 day,"
          " ends_at = ends_at + interval 1 day where id = %d" % b2)
    post.queue("moved", "paul", b2, "moved:%d:1:client" % b2, '{"was":%d}' % START)
    post.queue("moved", "paul", b2, "moved:%d:2:client" % b2, '{"was":%d}' % (START + DAY))
    w.account("gone", "UTC", {101: 1})
    w.sql("update account set closed_at = created_at where name = 'Gone'")
    closed = post.queue("password-changed", "gone")
    stranger = post.queue("confirmed", "omar", b2, "confirmed:%d:other" % b2)
    proven = post.queue("verify", "clara")
    post.work("outbox")
    for once, why in (("confirmed:%d:client" % b, "the session was cancelled meanwhile"),
                      ("confirmed:%d:client" % b2, "the session was moved meanwhile"),
                      ("moved:%d:1:client" % b2, "the session was moved again meanwhile"),
                      (closed, "the account is closed"),
                      (stranger, "the reader has no part in this booking any more"),
                      (proven, "the address was proven meanwhile")):
        row = post.row(once)
        tap.same((row["state"], row["answer"]), ("dropped", why), "dropped: " + why)
    tap.same([m["subject"].split(":")[0] for m in post.mails()], ["Moved"], "only the truth is sent")


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        post = Post(w)
        try:
            no, _, mine, hers = zones(w, post)
            invitation(w, post, no, mine, hers)
            envelope(mine)
            for case in in_person, refusal, later, down, slow, killed, fatal, restart, together,\
                    dropped:
                case(w, post)
        finally:
            post.end()
    tap.done()


main()
