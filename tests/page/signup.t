#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing up: the same answer for every address; who owns it learns the rest by mail."""

import os
import statistics
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import PASSWORD, Site, tap  # noqa: E402

site = Site()


def address(name):
    return "%s.%s@mail.example" % (name, site.mark)


def sign_up(me, who, to, **other):
    fields = dict(do="signup", name=who, mail=to, password=PASSWORD, zone="Asia/Kathmandu")
    fields.update(other)
    return me.post("/signup", **fields)


def works():
    me = site.person()
    page = me.get("/signup")
    tap.equal(page.status, 200, "the page opens")
    tap.ok('autocomplete="name"' in page.text and 'autocomplete="new-password"' in page.text,
           "browsers know the fields")
    tap.has(page, '<option value="Europe/Berlin" selected>', "the site's zone is offered first")
    mail = address("nora")
    answer = sign_up(me, "Nora Neu", mail)
    tap.equal((answer.status, answer.to), (303, "/signup?sent=1"), "it is accepted")
    page = me.follow(answer)
    tap.has(page, "We have written to <b>%s</b>" % mail, "and says where it has written to")
    row = site.sql("select name, zone, verified_at, left(password, 9) from account where mail = '%s'"
                   % mail)
    tap.equal(row, [["Nora Neu", "Asia/Kathmandu", "NULL", "$argon2id"]], "the account waits for proof")
    link = site.link(mail, "verify")
    tap.ok(link.startswith("/verify/"), "the mail has the link")
    again = me.post("/signup?sent=1", do="again", mail=mail)
    tap.equal(again.to, "/signup?sent=1", "the mail can be sent again")
    tap.has(me.follow(again), "written to you again", "and a sentence says so")
    tap.equal(len(site.mails(mail, wait=15, count=2)), 2, "it is")
    answer = me.post(site.link(mail, "verify", count=2), do="confirm")
    tap.equal((answer.status, answer.to), (303, "/coaches"), "the link confirms and signs in")
    tap.has(me.get("/account/settings"), "Nora Neu", "as the one who signed up")
    tap.equal(me.get("/signup").to, "/account/bookings", "who is signed in is not asked again")


def known():
    clara = site.account("Clara Client")
    me = site.person()
    answer = sign_up(me, "Somebody Else", clara.mail)
    tap.equal((answer.status, answer.to), (303, "/signup?sent=1"), "a known address: the same answer")
    page = me.follow(answer)
    tap.has(page, "We have written to <b>%s</b>" % clara.mail, "and the same page")
    mail = site.mails(clara.mail, wait=15)[0]
    tap.ok("/verify/" not in str(mail) and "/login" in str(mail),
           "its owner is told that there is an account already", mail)
    tap.equal(site.sql("select name from account where mail = '%s'" % clara.mail),
              [["Clara Client"]], "nothing of the account has changed")
    tap.ok("__Host-session" not in me.cookies, "nobody is signed in")


def later_try_counts():
    mail = address("squat")
    squatter, owner = site.person(), site.person()
    sign_up(squatter, "Squatter", mail, password="squatters-own-word")
    first = site.link(mail, "verify")
    sign_up(owner, "Olga Owner", mail)
    tap.equal(site.sql("select name from account where mail = '%s'" % mail), [["Olga Owner"]],
              "as long as nobody has proven the address the last one counts")
    tap.equal(owner.get(first).status, 404, "and links from before are dead")
    second = site.link(mail, "verify", count=2)
    tap.equal(squatter.post(second, do="confirm").status, 422,
              "who signed up earlier cannot confirm with a press")
    tap.equal(owner.post(second, do="confirm").status, 303, "who signed up last can")


def refuses():
    site.forget_attempts()
    me = site.person()
    mail = address("zoe")
    for field, value, says in (
            ("name", "", "Please enter your name"),
            ("mail", "zoe@nowhere", "does not look like an email address"),
            ("password", "short", "At least 10 characters"),
            ("password", "x" * 129, "At most 128 characters"),
            ("password", "1234567890", "first passwords anybody would try"),
            ("password", "password123", "first passwords anybody would try"),
            ("password", "aaaaaaaaaaaa", "first passwords anybody would try"),
            ("password", mail, "Not your email address"),
            ("password", "zoe zimmermann", "Not your name"),
            ("zone", "Mars/Olympus", "choose a time zone")):
        page = sign_up(me, "Zoe Zimmermann", mail, **{field: value})
        tap.ok(page.status == 422 and says in page.text, "%s %r: %s" % (field, value[:20], says),
               (page.status, page.words[:400]))
    page = sign_up(me, "Zoe Zimmermann", mail, password="short")
    tap.equal((page.value("name"), page.value("mail")), ("Zoe Zimmermann", mail),
              "what was typed is still there")
    tap.has(page, '<option value="Asia/Kathmandu" selected>', "the zone too")
    tap.ok('aria-invalid="true"' in page.text and 'id="password-error"' in page.text,
           "the sentence stands at its field")
    tap.lacks(page, 'value="short"', "the password does not come back")
    tap.equal(sign_up(me, "Zoe", mail, token="").status, 403, "without the form's token: refused")
    tap.equal(sign_up(me, "Zoe", mail, headers={"Origin": "null"}).status, 403,
              "from nowhere: refused")
    tap.equal(site.sql("select count(*) from account where mail = '%s'" % mail), [["0"]],
              "none of it made an account")
    answer = sign_up(me, "Robot", mail, website="https://spam.example")
    tap.equal((answer.status, answer.to), (303, "/signup?sent=1"), "a machine is thanked")
    tap.equal(site.sql("select count(*) from account where mail = '%s'" % mail), [["0"]],
              "and ignored")


def same_time():
    clara = site.account("Tick Tock")
    times = {"known": [], "new": []}
    me = site.person()
    token = me.token("/signup")
    for i in range(7):
        site.forget_attempts()
        for kind, mail in (("known", clara.mail), ("new", address("new%d" % i))):
            times[kind].append(sign_up(me, "Tick Tock", mail, token=token).seconds)
    a, b = statistics.median(times["known"]), statistics.median(times["new"])
    tap.ok(0.5 < a / b < 2, "known and new addresses take as long",
           "%.1f ms and %.1f ms" % (a * 1000, b * 1000))


def limits():
    site.forget_attempts()
    me = site.person()
    token = me.token("/signup")
    seen = [sign_up(me, "Eager Ed", address("ed"), token=token).status for _ in range(6)]
    tap.equal(seen, [303] * 5 + [429], "an address is written to five times in an hour")
    answer = me.post("/signup?sent=1", token=token, do="again", mail=address("ed"))
    tap.equal(answer.status, 429, "asking for the mail again counts too")
    tap.has(answer, "Please wait a few minutes", "a sentence says so")
    tap.equal(sign_up(me, "Other", address("other"), token=token).status, 303,
              "other addresses are not shut out")
    site.forget_attempts()


def leads_on():
    me = site.person()
    page = me.get("/signup?back=%2Fbook%2Fmaya%2Fcareer")
    tap.equal(page.value("back"), "/book/maya/career", "the way back is carried")
    mail = address("back")
    sign_up(me, "Back Again", mail, back="/book/maya/career")
    answer = me.post(site.link(mail, "verify"), do="confirm")
    tap.equal(answer.to, "/book/maya/career", "to behind the mail")
    evil = site.person()
    mail = address("evil")
    sign_up(evil, "Evil Eve", mail, back="//evil.example/")
    tap.equal(evil.post(site.link(mail, "verify"), do="confirm").to, "/coaches",
              "but never to another site")


works()
known()
later_try_counts()
refuses()
same_time()
limits()
leads_on()
tap.done()
