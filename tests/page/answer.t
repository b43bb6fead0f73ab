#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which reminders somebody wants, answered from a mail: opening changes nothing, the button does."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World  # noqa: E402
from instance import Instance  # noqa: E402
from postbox import Post  # noqa: E402

tap = Tap()
START = MONDAY + 3 * DAY + 6 * HOUR


def address(w, post):
    """As the reminder carries it."""
    no = w.booking("clara", w.career, START)
    w.sql("update booking set confirmed_at = '2020-01-01' where no = '%s'" % no)
    w.at(START - DAY)
    post.work("reminders")
    post.work("outbox")
    mail, = post.mails("clara@example.org")
    return re.search(r"/answer/[\w-]+", mail["text"]).group(0)


def notices(w):
    return int(w.one("select notices from account where name = 'Clara'"))


def checked(p):
    return [m.group(1) for m in re.finditer(r'<input type="checkbox" name="(\w+)"[^>]* checked',
                                            p.body)]


def works(w, path):
    p = w.visitor()
    p.get(path)
    tap.ok(p.status == 200 and "clara@example.org" in p.text(), "it opens without signing in")
    tap.same(checked(p), ["day", "hour"], "both are on")
    p.send("HEAD", path)
    tap.same(notices(w), 7, "opening it changes nothing")
    p.post(path, {"do": "save", "hour": "1"}, form=path)
    tap.same((p.status, p.location), (303, path), "one is switched off")
    tap.same(notices(w), 6, "the other, and the news, stay")
    words = p.text(path)
    tap.ok("Saved." in words and checked(p) == ["hour"], "the page shows it", words)
    p.post(path, {"do": "save"}, form=path)
    tap.same(notices(w), 4, "both off")
    p.post(path, {"do": "save", "day": "1", "hour": "1"}, form=path)
    tap.same(notices(w), 7, "and on again")


def refuses(w, path):
    ident, sign = path[len("/answer/"):].split("-")
    p = w.visitor()
    for what, bad in (("another account", "/answer/%d-%s" % (int(ident) + 1, sign)),
                      ("another signature", "/answer/%s-%s" % (ident, sign[::-1])),
                      ("half of it", path[:-3]), ("nothing", "/answer/")):
        tap.same(p.get(bad)[0], 404, what + " opens nothing")
        if bad != "/answer/":
            p.post(bad, {"do": "save"}, form=path)
            tap.same((p.status, notices(w)), (404, 7), what + " changes nothing")
    south = w.visitor(102)
    tap.same(south.get(path)[0], 404, "the other tenant does not know it")
    tap.same(p.post(path, {"do": "save"}, token="forged")[0], 403, "a forged form is refused")
    p.token(path)
    stolen = p.send("POST", path, "token=%s&do=save" % p.token(path),
                    {"Origin": "http://elsewhere.example"})
    tap.same((stolen[0], notices(w)), (403, 7), "so is one from elsewhere")
    w.sql("update account set closed_at = created_at where name = 'Clara'")
    tap.same(p.get(path)[0], 404, "a closed account has no wishes")


def main():
    with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
        w = World(inst)
        post = Post(w)
        try:
            path = address(w, post)
            works(w, path)
            refuses(w, path)
        finally:
            post.end()
    tap.done()


main()
