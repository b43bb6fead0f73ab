#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of mail: it is written, reads well in both forms, and no link in it changes anything."""

import html
import os
import re
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import Post, calendar, instant  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR
ACCOUNT = "verify known recover address address-old password-changed totp-changed".split()
DECISIONS = ("approve", "reject", "suspend", "reactivate")
SESSION = ("confirmed booked moved moved-coach cancelled cancelled-coach late-refund reminder-24h"
           " reminder-1h").split()


def send(w, post, tmpl, who, booking=None, once=None, data=""):
    """The one mail that comes of it."""
    post.clear()
    once = post.queue(tmpl, who, booking, once, data)
    post.work("outbox")
    row, mails = post.row(once), post.mails()
    if row["state"] != "done" or len(mails) != 1:
        raise RuntimeError("%s: %r, %d mails" % (tmpl, row, len(mails)))
    return mails[0]


def account_mails(w, post):
    w.account("newbie", "America/New_York", {101: 1}, verified=False)
    for tmpl in ACCOUNT:
        who = "newbie" if tmpl == "verify" else "nina"
        data = {"address": '{"mail":"nina.new@example.org"}', "totp-changed": '{"on":true}',
                "address-old": '{"mail":"nina.old@example.org","new":"nina.new@example.org"}'}
        yield tmpl, send(w, post, tmpl, who, data=data.get(tmpl, ""))
    yield "totp-changed", send(w, post, "totp-changed", "nina", data='{"on":false}')
    for action in DECISIONS:
        yield "coach-status", send(w, post, "coach-status", "maya",
                                   data='{"action":"%s","reason":"%s"}' % (
                                       action, "Too loud" if action in DECISIONS[1:3] else ""))


def session_mails(w, post):
    no = w.booking("nina", w.career, START, note="What I bring", prepare_note="Bring a pen")
    b, was = post.booking_id(no), START - DAY
    yield "confirmed", send(w, post, "confirmed", "nina", b)
    yield "booked", send(w, post, "booked", "maya", b)
    w.sql("update booking set sequence = 1 where id = %d" % b)
    for tmpl, who in (("moved", "nina"), ("moved-coach", "maya")):
        yield tmpl, send(w, post, tmpl, who, b, "moved:%d:1:%s" % (b, who),
                         '{"was":%d,"reason":"A flooded room"}' % was)
    for tmpl, hours in (("reminder-24h", 23), ("reminder-1h", 1)):
        w.at(START - hours * HOUR)
        for who in "nina", "maya":
            once = "%s:%d:%d:%d" % (tmpl, b, START, w.accounts[who][0])
            yield tmpl, send(w, post, tmpl, who, b, once)
    w.at(MONDAY)
    w.sql("update booking set state = 'Cancelled', cancelled_by = 'coach', sequence = 2,"
          " cancel_reason = 'I am ill, sorry', refund_minor = 8000, ended_at = now()"
          " where id = %d" % b)
    for tmpl, who in (("cancelled", "nina"), ("cancelled-coach", "maya")):
        yield tmpl, send(w, post, tmpl, who, b)
    for cause in "late", "double":
        yield "late-refund", send(w, post, "late-refund", "nina", b, cause + ":1",
                                  '{"minor":8000,"currency":"EUR"}')


def shape(tmpl, m):
    head = "%s: " % tmpl
    tap.ok(0 < len(m["subject"]) <= 120 and "\n" not in m["subject"], head + "a subject",
           m["subject"])
    bare = re.sub(r"<style.*?</style>|<[^>]*>", " ", m["html"], flags=re.S)
    for kind, text in (("text", m["text"]), ("HTML", html.unescape(bare))):
        tap.ok("North" in text and "help@north.test" in text, head + kind + " says who writes")
        for hour in re.findall(r".{0,40}\d\d:\d\d.{0,60}", text.replace("\n", " ")):
            tap.ok("time)" in hour or " to " in hour, head + kind + ": no hour without its zone",
                   hour)
        tap.ok("{{" not in text and "(null)" not in text and "  \n" not in text,
               head + kind + " is whole", text)
    tap.ok(not re.search(r"<img|<script|<link|style=|src=|\bon\w+=", m["html"]),
           head + "nothing is fetched from afar")
    tap.ok(all(len(line) <= 120 or "http" in line for line in m["text"].split("\n")),
           head + "lines that fit", m["text"])
    tap.ok("\n\n\n" not in m["text"].replace("\r", ""), head + "no holes", m["text"])


def checksums(w):
    tables = [r[0] for r in w.sql("select table_name from information_schema.tables where"
                                  " table_schema = 'praxis' and table_type = 'BASE TABLE'")]
    return dict(w.sql("checksum table " + ", ".join(tables)))


def links(w, kept):
    """A scanner opens every link, with and without somebody's cookies (D-17)."""
    before, seen = checksums(w), set()
    people = [w.visitor(), w.person("nina"), w.person("maya")]
    before = checksums(w)
    for tmpl, m in kept:
        for link in m["links"]:
            u = urllib.parse.urlsplit(link)
            if u.scheme == "mailto" or link in seen:
                continue
            seen.add(link)
            tap.ok(u.netloc == "north.test", "%s: %s is ours" % (tmpl, link))
            got = []
            for p in people:
                p.cookies.pop("__Host-visit", None)
                got += [p.send(method, u.path or "/")[0] for method in ("HEAD", "GET")]
            tap.ok({200, 303} & set(got) and max(got) < 405, "%s: %s leads somewhere" % (
                tmpl, u.path), got)
    tap.ok(len(seen) > 10, "links were there to be opened", len(seen))
    after = checksums(w)
    tap.same([t for t in after if after[t] != before[t]], [], "opening all of them changed nothing")


def contents(kept):
    mails = {}
    for tmpl, m in kept:
        mails.setdefault(tmpl, m)
    c = mails["cancelled"]
    for words in ("I am ill, sorry", "€80.00 of €80.00", "five to ten days", "Maya Coach had to",
                  "09:00 to 10:00 (New York time)"):
        tap.ok(words in c["text"].replace("\n", " ") and
               words in html.unescape(re.sub("<[^>]*>", "", c["html"])),
               "cancelled: " + words, c["text"])
    for tmpl, method, sequence, status in (("moved", "REQUEST", "1", "CONFIRMED"),
                                           ("cancelled", "CANCEL", "2", "CANCELLED")):
        ics = [a for a in mails[tmpl]["attachments"] if a["type"] == "text/calendar"][0]
        top, (e,) = calendar(ics["text"])
        tap.same((top["METHOD"], ics["method"], e["SEQUENCE"][1], e["STATUS"][1],
                  instant(e["DTSTART"][1])), (method, method, sequence, status, START),
                 tmpl + ": its invitation")
    tap.ok("Reason: A flooded room" in mails["moved"]["text"] and
           "A flooded room" in mails["moved"]["html"] and
           "flooded" not in mails["moved-coach"]["text"], "moved: the coach's reason for the client")
    m = mails["moved"]["text"]
    tap.ok(0 < m.find("Wednesday 3 March 2027, 09:00") < m.find("Thursday 4 March 2027, 09:00"),
           "moved: the old time and the new", m)
    tap.same(mails["address"]["to"], ["nina.new@example.org"], "address: to the new one")
    tap.same(mails["address-old"]["to"], ["nina.old@example.org"], "address-old: to the old one")
    tap.ok("Newbie" not in mails["verify"]["text"] + mails["verify"]["html"],
           "verify: a stranger's words reach nobody by us")


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        post = Post(w)
        try:
            kept = list(account_mails(w, post)) + list(session_mails(w, post))
            tap.same(sorted({t for t, _ in kept}), sorted(ACCOUNT + SESSION + ["coach-status"]), "every kind there is")
            files = os.listdir(os.path.join(inst.src, "templates", "mail"))
            tap.same(sorted({f.split(".")[0] for f in files if ".subject." in f}),
                     sorted(ACCOUNT + SESSION + ["coach-status"]), "and no template that is not tried here")
            for tmpl, m in kept:
                shape(tmpl, m)
            contents(kept)
            links(w, kept)
            keep = os.environ.get("PRAXIS_ARTEFACTS")
            if keep:
                os.makedirs(os.path.join(keep, "mail"), exist_ok=True)
                for n, (tmpl, m) in enumerate(kept):
                    for kind, ext in (("html", "html"), ("text", "txt")):
                        path = os.path.join(keep, "mail", "%02d-%s.%s" % (n, tmpl, ext))
                        with open(path, "w") as f:
                            f.write(m[kind])
        finally:
            post.end()
    tap.done()


main()
