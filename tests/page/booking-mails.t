#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What became of each mail, on the booking page of those it concerns (P-10)."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp, text_of  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import Post  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR


def rows(p, no):
    """The table's rows in words."""
    import html
    import re
    p.get("/booking/" + no)
    body = p.body[p.body.find("Mail about this booking</caption>"):]
    body = body[:body.find("</table>")]
    return [" ".join(html.unescape(re.sub(r"<[^>]*>", " ", r)).split())
            for r in re.findall(r"<tr><th scope=\"row\">.*?</tr>", body, re.S)]


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        post = Post(w)
        try:
            no = w.booking("clara", w.career, START, confirmed_at=stamp(MONDAY - HOUR))
            b = post.booking_id(no)
            post.queue("confirmed", "clara", b, "confirmed:%d:client" % b)
            post.queue("booked", "maya", b, "confirmed:%d:coach" % b)
            clara, maya = w.person("clara"), w.person("maya")
            got = rows(clara, no)
            tap.ok(len(got) == 3 and got[0].startswith("Confirmation with invitation") and
                   got[0].endswith("On its way"), "queued: on its way", got)
            tap.ok(got[1:] and "Reminder a day before Wed 3 Mar 2027, 15:00 (Berlin time) Planned"
                   == got[1] and "Thu 4 Mar 2027, 14:00 (Berlin time) Planned" in got[2],
                   "both reminders are planned", got)
            post.fault(address="clara@example.org", code=451, times=1)
            post.work("outbox")
            got = rows(clara, no)
            tap.ok("we keep trying 451 4.2.0 Try again later" in got[0], "tried: the server's words",
                   got)
            tap.ok("Accepted by the mail server 250" in rows(maya, no)[0], "the coach's was taken",
                   rows(maya, no))
            tap.ok(not any("Confirmation" in r for r in rows(maya, no)),
                   "what goes well with the other side is not shown")
            post.fault(address="clara@example.org", code=550)
            w.at(post.row("confirmed:%d:client" % b)["due"])
            post.work("outbox")
            got = rows(clara, no)
            tap.ok("Refused by the mail server 550 5.1.1 Mailbox unavailable" in got[0],
                   "refused: visible to the receiver", got)
            got = rows(maya, no)
            tap.ok(any("to Clara" in r and "Refused by the mail server" in r for r in got)
                   and not any("550" in r for r in got),
                   "and to the sender, without the server's words", got)
            w.sql("update account set notices = 4 where name = 'Clara'")
            tap.ok(not any("Planned" in r for r in rows(clara, no)), "unwished ones are not planned")
            tap.ok("Mail about" in text_of(clara.body), "the table has its caption")
        finally:
            post.end()
    tap.done()


main()
