#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The link that proves an address: pressed, not opened; once, within a day, by who signed up."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import PASSWORD, Site, tap  # noqa: E402

site = Site()


def sign_up(name):
    """A person whose mail has arrived, and the link in it."""
    me = site.person()
    mail = "%s.%s@mail.example" % (name.lower(), site.mark)
    me.post("/signup", do="signup", name=name, mail=mail, password=PASSWORD, zone="Europe/Berlin")
    return me, mail, site.link(mail, "verify")


def is_verified(mail):
    return site.sql("select verified_at is not null from account where mail = '%s'" % mail) == [["1"]]


def once():
    me, mail, link = sign_up("Once")
    for _ in range(3):
        page = site.person().get(link)
    tap.ok(page.status == 200 and not is_verified(mail), "a scanner that opens the link changes nothing")
    page = me.get(link)
    tap.has(page, "Confirm and sign in", "a person finds a button")
    tap.lacks(page, 'type="password"', "and no more, where they signed up")
    tap.equal(me.post(link, token="", do="confirm").status, 403, "without the form's token: refused")
    before = me.cookies.get("__Host-session")
    answer = me.post(link, do="confirm")
    tap.equal(answer.status, 303, "pressing confirms")
    tap.ok(is_verified(mail) and before is None and me.cookies.get("__Host-session"),
           "the address is proven and the person signed in")
    tap.has(me.follow(me.get("/account/settings")), "Once", "the session works")
    page = site.person().get(link)
    tap.equal(page.status, 410, "the link works once")
    tap.has(page, "used already", "and says so")
    other = site.person()
    tap.equal(other.post(link, page="/login", do="confirm").status, 410, "nor can it be pressed again")
    tap.ok("__Host-session" not in other.cookies, "it signs nobody in")
    path = site.sql("select count(*) from mail_token where hash = '%s'" % link.rsplit("/", 1)[1])
    tap.equal(path, [["0"]], "the token itself is not in the database")
    token = link.rsplit("/", 1)[1]
    tap.lacks(type("Log", (), {"text": site.inst.log("page/verify") + site.inst.log("access")}),
              token, "nor in a log")


def elsewhere():
    _, mail, link = sign_up("Elsewhere")
    phone = site.person()
    page = phone.get(link)
    tap.ok('name="password"' in page.text, "another browser is asked for the password")
    tap.has(page, 'autocomplete="current-password"', "which its manager may know")
    tap.equal(phone.post(link, do="confirm").status, 422, "a press alone is not enough there")
    page = phone.post(link, do="confirm", password="not-the-password")
    tap.ok(page.status == 422 and "not the password chosen" in page.text, "nor is a wrong one")
    tap.ok(not is_verified(mail), "nothing has changed so far")
    tap.equal(phone.post(link, do="confirm", password=PASSWORD).status, 303, "the right one is")
    tap.ok(is_verified(mail) and "__Host-session" in phone.cookies, "and signs in")


def too_late():
    me, mail, link = sign_up("Late")
    site.move_clock(24 * 3600 - 60)
    try:
        tap.equal(me.get(link).status, 200, "after 23 hours and 59 minutes it still works")
        site.move_clock(120)
        try:
            page = me.get(link)
            tap.equal(page.status, 410, "after a day it does not")
            tap.has(page, "Send a new link", "but offers another")
            tap.equal(me.post(link, page="/login", do="confirm").status, 410, "pressing it is refused")
            tap.ok(not is_verified(mail), "and proves nothing")
            answer = me.post("/signup?sent=1", page=link, do="again", mail=mail)
            tap.equal(answer.to, "/signup?sent=1", "another can be had")
            fresh = site.link(mail, "verify", count=2)
            tap.ok(fresh != link, "it is a new one")
            tap.equal(me.post(fresh, do="confirm", password=PASSWORD).status, 303, "and works")
        finally:
            site.move_clock(-120)
    finally:
        site.move_clock(-24 * 3600 + 60)


def nonsense():
    me = site.person()
    page = me.get("/verify/" + "x" * 43)
    tap.equal(page.status, 404, "a link we never made")
    tap.has(page, "does not work any more", "is answered kindly")
    tap.equal(me.get("/verify").status, 404, "no link at all: nothing there")
    tap.equal(me.get("/verify/short").status, 404, "half a link: nothing there")
    clara = site.account("Recover Me")
    me.post("/recover", do="write", mail=clara.mail)
    link = site.link(clara.mail, "recover").replace("/recover/", "/verify/")
    tap.equal(me.get(link).status, 404, "a link for a new password proves no address")
    tap.equal(me.post(link, page="/login", do="confirm").status, 404, "and does not sign in")


site.forget_attempts()
once()
elsewhere()
too_late()
nonsense()
tap.done()
