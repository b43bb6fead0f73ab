#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The door to a session: countdown, room, place, and what it says when there is nothing to open."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import Post  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR
MINUTE = 60


def doors(w, post, no, client="clara", coach="maya"):
    """The two addresses as the mails carry them."""
    b, found = post.booking_id(no), []
    post.clear()
    was = w.one("select mode from booking where id = %d" % b)
    w.sql("update booking set mode = 'online' where id = %d" % b)
    post.queue("confirmed", client, b, "c:%d" % b)
    post.queue("booked", coach, b, "b:%d" % b)
    post.work("outbox")
    w.sql("update booking set mode = '%s' where id = %d" % (was, b))
    for who in client, coach:
        mail, = post.mails(who + "@example.org")
        found.append(re.search(r"/(?:join)/[\w-]+", mail["text"]).group(0))
    return found


def room(w, post):
    no = w.booking("nina", w.career, START, zone_client="America/New_York")
    client, coach = doors(w, post, no, "nina")
    p = w.visitor()
    w.at(START - HOUR)
    words = p.text(client)
    tap.ok(p.status == 200 and "not open yet" in words and
           "Thursday 4 March 2027, 08:45 (New York time)" in words and "meet.example" not in p.body,
           "an hour before: when it opens, and no way in", words)
    tap.ok(0 < words.find("09:00 to 10:00 (New York time)") < words.find("(Berlin time)"),
           "the client's time first, the coach's second, without signing in", words)
    tap.ok("Career session with Maya Coach" in words, "what and with whom")
    tap.ok('data-until="%d"' % (START - 15 * MINUTE) in p.body and re.search(
        r'data-now="\d+"', p.body), "a countdown on the server's clock")
    words = p.text(coach)
    tap.ok("14:45 (Berlin time)" in words and "with Nina" in words and
           0 < words.find("15:00 to 16:00 (Berlin time)") < words.find("(New York time)"),
           "the coach's door speaks in the coach's time", words)
    w.exactly(START - 15 * MINUTE - 1, lambda: p.get(client))
    tap.ok("Join now" not in p.body, "one second before a quarter to: closed")
    w.exactly(START - 15 * MINUTE, lambda: p.get(client))
    tap.ok("The room is open" in p.body, "a quarter to: open")
    m = re.search(r'<a class="btn large" href="(https://meet\.example/[^"]+)" rel="([^"]*)"', p.body)
    tap.ok(m and m.group(1).startswith("https://meet.example/%s-" % no) and
           m.group(2) == "noopener noreferrer", "a plain link to the room, without a way back",
           p.body)
    hers = w.visitor()
    hers.get(coach)
    tap.ok(m and m.group(1) in hers.body, "the same room for the coach")
    w.at(START + HOUR + 29 * MINUTE)
    tap.ok("Join now" in p.get(client)[1], "half an hour past the end: still open")
    w.at(START + HOUR + 31 * MINUTE)
    words = p.text(client)
    tap.ok("This session is over" in words and "meet.example" not in p.body
           and "/booking/" + no in p.body, "then it is over, and leads to the booking", words)
    w.at(MONDAY)
    return no, client


def changes(w, post, no, client):
    """The old address leads to the new time and the new room (C-41, U-16)."""
    p = w.visitor()
    w.sql("update booking set sequence = 1, starts_at = starts_at + interval 1 day,"
          " ends_at = ends_at + interval 1 day, meeting_url = 'https://other.example/r'"
          " where no = '%s'" % no)
    w.at(START - 5 * MINUTE)
    words = p.text(client)
    tap.ok("was moved" in words and "Friday 5 March 2027" in words and "not open yet" in words,
           "moved: the old link says so and tells the time that counts", words)
    w.at(START + DAY - 5 * MINUTE)
    p.get(client)
    tap.ok('href="https://other.example/r"' in p.body, "and opens the present room")
    w.sql("update booking set meeting_url = 'javascript:alert(1)' where no = '%s'" % no)
    words = p.text(client)
    tap.ok("javascript" not in p.body and "There is no room yet" in words,
           "what is no web address is no door", words)
    w.sql("update booking set state = 'Cancelled', cancelled_by = 'coach', ended_at = now()"
          " where no = '%s'" % no)
    words = p.text(client)
    tap.ok("was cancelled" in words and "Find another time" in words and
           "other.example" not in p.body, "cancelled: it says so", words)
    w.at(MONDAY)


def person(w, post):
    no = w.booking("clara", w.walk, START + 2 * DAY)
    client, _ = doors(w, post, no)
    p = w.visitor()
    words = p.text(client)
    tap.ok("Linienstr. 12, 10178 Berlin" in words and "Ring at Lindqvist" in words,
           "in person: the place, and how to get in", words)
    no = w.booking("clara", w.short, START + 3 * HOUR, state="Pending", hold_until=START)
    w.sql("update booking set state = 'Confirmed' where no = '%s'" % no)
    client, _ = doors(w, post, no)
    w.sql("update booking set state = 'Pending' where no = '%s'" % no)
    tap.ok("not confirmed yet" in p.text(client), "not paid: no door")
    return client


def refuses(w, client):
    p = w.visitor()
    no, sign = client.rsplit("-", 1)
    for what, path in (("a wrong signature", no + "-" + sign[::-1]), ("no signature", no),
                       ("another booking's", "/join/B0000002-" + sign), ("nothing", "/join/"),
                       ("half of it", client[:-4])):
        tap.same(p.get(path)[0], 404, what + " opens nothing")
    tap.same(w.visitor(102).get(client)[0], 404, "the other tenant does not know it")
    tap.same(p.send("POST", client, "do=x")[0] in (403, 405), True, "there is nothing to post")
    status, body = p.send("HEAD", client)
    tap.same((status, body), (200, ""), "HEAD answers without a body")
    tap.ok('style="' not in p.get(client)[1], "no inline style")


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        post = Post(w)
        try:
            no, client = room(w, post)
            changes(w, post, no, client)
            refuses(w, person(w, post))
        finally:
            post.end()
    tap.done()


main()
