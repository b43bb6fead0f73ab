#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A forgotten password: a link by mail, once, within an hour; all sessions end."""

import os
import statistics
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import PASSWORD, Site, tap  # noqa: E402

FRESH = "copper-meadow-71"
site = Site()


def works():
    clara = site.account("Clara Client")
    old = site.person().sign_in(clara)
    me = site.person()
    answer = me.post("/recover", do="write", mail=clara.mail)
    tap.equal((answer.status, answer.to), (303, "/recover?sent=1"), "it is accepted")
    tap.has(me.follow(answer), "If there is an account with that address", "and says no more than that")
    link = site.link(clara.mail, "recover")
    page = me.get(link)
    tap.ok(page.status == 200 and 'autocomplete="new-password"' in page.text, "the link opens a form")
    tap.equal(old.get("/account/settings").status, 200, "opening it changes nothing")
    weak = me.post(link, do="set", password="1234567890")
    tap.ok(weak.status == 422 and "first passwords" in weak.text, "a weak password is refused", weak.words)
    tap.equal(me.post(link, do="set", password=clara.mail).status, 422, "the address is none")
    tap.equal(me.post(link, token="", do="set", password=FRESH).status, 403,
              "without the form's token: refused")
    answer = me.post(link, do="set", password=FRESH)
    tap.equal((answer.status, answer.to), (303, "/login"), "a good one is taken")
    tap.ok("__Host-session" not in me.cookies, "a link alone signs nobody in")
    tap.equal(old.get("/account/settings").status, 303, "all sessions have ended")
    tap.equal(me.post("/login", do="login", mail=clara.mail, password=PASSWORD).status, 422,
              "the old password is worth nothing")
    tap.equal(me.post("/login", do="login", mail=clara.mail, password=FRESH).status, 303,
              "the new one is")
    tap.equal(site.person().get(link).status, 410, "the link works once")
    tap.equal(me.post(link, page="/account/settings", do="set", password=PASSWORD).status, 410,
              "however often it is pressed")
    subjects = [m["subject"] for m in site.mails(clara.mail, wait=15, count=2)]
    tap.equal(len(subjects), 2, "a mail says that the password was changed")


def all_links_at_once():
    fred = site.account("Fred Forget")
    me = site.person()
    me.post("/recover", do="write", mail=fred.mail)
    me.post("/recover", do="write", mail=fred.mail)
    first, second = (site.link(fred.mail, "recover", n, count=2) for n in (0, 1))
    tap.equal((me.get(first).status, me.get(second).status), (200, 200), "the earlier mail still works")
    me.post(first, do="set", password=FRESH)
    tap.equal(me.get(second).status, 410, "until one of them was used")


def too_late():
    lena = site.account("Lena Late")
    me = site.person()
    me.post("/recover", do="write", mail=lena.mail)
    link = site.link(lena.mail, "recover")
    token = me.token(link)
    site.move_clock(3600 + 5)
    try:
        page = me.get(link)
        tap.equal(page.status, 410, "after an hour it is too late")
        tap.has(page, "Get a new link", "another can be had")
        tap.equal(me.post(link, token=token, do="set", password=FRESH).status, 410,
                  "also for a form that was open")
    finally:
        site.move_clock(-3600 - 5)
    tap.equal(me.post("/login", do="login", mail=lena.mail, password=PASSWORD).status, 303,
              "the old password has stayed")


def proves_the_address():
    una = site.account("Una Unverified", verified=False)
    me = site.person()
    me.post("/recover", do="write", mail=una.mail)
    me.post(site.link(una.mail, "recover"), do="set", password=FRESH)
    tap.equal(me.post("/login", do="login", mail=una.mail, password=FRESH).to, "/account/bookings",
              "who opened the mail has proven the address")


def tells_nothing():
    site.forget_attempts()
    clara = site.account("Quiet Quinn")
    me = site.person()
    token = me.token("/recover")
    nobody = "nobody.%s@mail.example" % site.mark
    answer = me.post("/recover", token=token, do="write", mail=nobody)
    tap.equal((answer.status, answer.to), (303, "/recover?sent=1"), "an unknown address: the same answer")
    times = {"known": [], "unknown": []}
    for i in range(11):
        site.forget_attempts()
        for kind, mail in (("known", clara.mail), ("unknown", "n%d%s" % (i, nobody))):
            times[kind].append(me.post("/recover", token=token, do="write", mail=mail).seconds)
    a, b = statistics.median(times["known"]), statistics.median(times["unknown"])
    tap.ok(0.5 < a / b < 2, "and it takes as long", "%.1f ms and %.1f ms" % (a * 1000, b * 1000))
    tap.equal(site.mails(nobody), [], "nobody is written to")
    wrong = me.post("/recover", token=token, do="write", mail="no address")
    tap.ok(wrong.status == 422 and wrong.value("mail") == "no address", "what was typed is still there")


def limits():
    site.forget_attempts()
    me = site.person()
    token = me.token("/recover")
    seen = [me.post("/recover", token=token, do="write", mail="x.%s@mail.example" % site.mark).status
            for _ in range(6)]
    tap.equal(seen, [303] * 5 + [429], "an address is written to five times in an hour")
    tap.equal(site.person().get("/recover/" + "x" * 43).status, 410, "a link we never made opens nothing")
    site.forget_attempts()


site.forget_attempts()
works()
all_links_at_once()
too_late()
proves_the_address()
tells_nothing()
limits()
tap.done()
