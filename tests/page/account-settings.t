#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: name, zone, notices; a new address by proof; the calendar's address."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import PASSWORD, Site, tap  # noqa: E402

PAGE = "/account/settings"
site = Site()


def stored(account):
    return site.sql("select name, zone, language, notices, mail from account where id = %d"
                    % account.id)[0]


def works():
    clara = site.account("Clara Client")
    me = site.person().sign_in(clara)
    page = me.get(PAGE)
    tap.equal((page.status, page.value("name")), (200, "Clara Client"), "the page shows what is stored")
    tap.has(page, '<option value="Europe/Berlin" selected>', "the zone too")
    tap.equal(page.text.count(" checked"), 3, "all notices are on at first")
    answer = me.post(PAGE, do="save", name="Clara <b>", zone="America/New_York", language="en",
                     **{"day-before": "1"})
    tap.equal((answer.status, answer.to), (303, PAGE), "saving answers with a redirect")
    tap.equal(stored(clara)[:4], ["Clara <b>", "America/New_York", "en", "1"], "all of it is stored")
    page = me.follow(answer)
    tap.has(page, "New York time", "times are in the new zone at once")
    tap.ok("Clara <b>" not in page.text and "Clara &lt;b&gt;" in page.text, "a name is only text")
    tap.equal(page.text.count(" checked"), 1, "the notices are as chosen")
    site.sql("update account set zone = 'Asia/Calcutta' where id = %d" % clara.id)
    tap.has(me.get(PAGE), '<option value="Asia/Calcutta" selected>',
            "an old name of a zone stays chosen")


def refuses():
    nora = site.account("Nora Nice")
    me = site.person().sign_in(nora)
    before = stored(nora)
    page = me.post(PAGE, do="save", name="", zone="America/New_York", language="en", news="1")
    tap.equal(page.status, 422, "a name is needed")
    tap.has(page, "Please enter your name", "a sentence says so")
    tap.has(page, '<option value="America/New_York" selected>', "what was chosen is still there")
    tap.equal(page.text.count(" checked"), 1, "what was not ticked stays so")
    tap.equal(me.post(PAGE, do="save", name="N", zone="Mars/Base", language="en").status, 422,
              "no such zone")
    tap.equal(me.post(PAGE, do="save", name="N", zone="UTC", language="xx").status, 422,
              "no such language")
    tap.equal(me.post(PAGE, do="nothing").status, 400, "no such button")
    tap.equal(me.post(PAGE, token="", do="save", name="N", zone="UTC", language="en").status, 403,
              "without the form's token: refused")
    tap.equal(stored(nora), before, "none of it changed anything")
    visitor = site.person()
    tap.equal(visitor.get(PAGE).to, "/login?back=%2Faccount%2Fsettings", "visitors sign in first")
    tap.equal(visitor.post(PAGE, page="/login", do="save", name="N", zone="UTC",
                           language="en").status, 403, "and cannot post")
    other = site.account("Other Olaf")
    him = site.person().sign_in(other)
    tap.lacks(him.get(PAGE), nora.mail, "everybody sees their own")


def new_address():
    site.forget_attempts()
    olga = site.account("Olga Old")
    fresh = "olga.fresh.%s@mail.example" % site.mark
    me = site.person().sign_in(olga)
    page = me.post(PAGE, do="address", address=olga.mail.upper())
    tap.ok(page.status == 422 and "your address already" in page.text, "not the one they have")
    tap.equal(page.value("name"), "Olga Old", "the other form keeps its values")
    answer = me.post(PAGE, do="address", address=fresh)
    tap.has(me.follow(answer), "We have written to %s" % fresh, "it is asked for at the new address")
    link = site.link(fresh, "verify")
    tap.equal(stored(olga)[4], olga.mail, "the old one stays until then")
    old = site.mails(olga.mail, wait=15)
    tap.ok(old and fresh in str(old) and "/verify/" not in str(old), "the old one gets a note", old)
    visitor = site.person()
    tap.equal(visitor.get(link).to, "/login?back=" + link, "who opens the link signs in first")
    stranger = site.person().sign_in(site.account("Stranger Sue"))
    tap.equal(stranger.get(link).status, 404, "another account finds nothing there")
    tap.equal(stranger.post(link, page=PAGE, do="confirm").status, 404, "and can press nothing")
    tap.has(me.get(link), fresh, "the owner sees the new address and a button")
    tap.equal(stored(olga)[4], olga.mail, "opening it changes nothing")
    tap.equal(me.post(link, do="confirm").to, PAGE, "pressing changes it")
    tap.equal(stored(olga)[4], fresh, "it is the account's now")
    tap.equal(me.get(link).status, 410, "the link works once")
    tap.equal(site.person().post("/login", do="login", mail=fresh, password=PASSWORD).status, 303,
              "one signs in with it")
    tap.equal(site.person().post("/login", do="login", mail=olga.mail, password=PASSWORD).status, 422,
              "and not with the old one")


def taken_address():
    site.forget_attempts()
    paul, rita = site.account("Paul Plain"), site.account("Rita Right")
    me = site.person().sign_in(paul)
    answer = me.post(PAGE, do="address", address=rita.mail)
    tap.has(me.follow(answer), "We have written to %s" % rita.mail,
            "an address that has an account looks like any other")
    mail = site.mails(rita.mail, wait=15)
    tap.ok(mail and "/verify/" not in str(mail), "but its owner is only told", mail)
    fresh = "paul.fresh.%s@mail.example" % site.mark
    me.post(PAGE, do="address", address=fresh)
    link = site.link(fresh, "verify")
    site.sql("update account set mail = '%s' where id = %d" % (fresh, rita.id))
    page = me.post(link, do="confirm")
    tap.ok(page.status == 422 and "Another account has this address" in page.text,
           "one that was taken meanwhile is refused", (page.status, page.words))
    tap.equal(stored(paul)[4], paul.mail, "and nothing has changed")


def asks_again():
    site.forget_attempts()
    vera = site.account("Vera Versed")
    me = site.person().sign_in(vera)
    fresh = "vera.fresh.%s@mail.example" % site.mark
    tap.lacks(me.get(PAGE), 'name="password"', "right behind signing in no password is asked")
    site.move_clock(11 * 60)
    try:
        tap.has(me.get(PAGE), 'name="password"', "ten minutes later it is")
        tap.equal(me.post(PAGE, do="address", address=fresh).status, 422, "without it: refused")
        page = me.post(PAGE, do="address", address=fresh, password="not-mine-at-all")
        tap.ok(page.status == 422 and "not your password" in page.text, "with a wrong one too")
        tap.equal(page.value("address"), fresh, "what was typed is still there")
        tap.equal(site.sql("select count(*) from outbox where account_id = %d" % vera.id), [["0"]],
                  "nobody was written to")
        tap.equal(me.post(PAGE, do="address", address=fresh, password=PASSWORD).status, 303,
                  "with the right one it works")
        tap.lacks(me.get(PAGE), 'name="password"', "and counts for ten minutes")
        token = me.token(PAGE)
        site.forget_attempts()
        site.move_clock(11 * 60)
        try:
            seen = [me.post(PAGE, token=token, do="address", address=fresh,
                            password="guess-%d-guess" % i).status for i in range(11)]
            tap.equal(seen, [422] * 10 + [429], "guessing it here is limited like anywhere")
        finally:
            site.move_clock(-11 * 60)
    finally:
        site.move_clock(-11 * 60)
        site.forget_attempts()


def feed():
    fay = site.account("Fay Feed")
    me = site.person().sign_in(fay)

    def address():
        return re.search(r'value="(http[^"]*/feed/[^"]*)"', me.get(PAGE).text).group(1)

    first = address()
    tap.ok(re.fullmatch(r"http://%s/feed/%d-[0-9a-f]{64}\.ics" % (re.escape(site.host), fay.id), first),
           "the calendar's address names the account and is signed", first)
    tap.equal(address(), first, "it stays")
    answer = me.post(PAGE, do="feed")
    tap.equal(answer.to, PAGE, "it can be changed")
    tap.ok(address() != first, "and is another one then")


works()
refuses()
new_address()
taken_address()
asks_again()
feed()
tap.done()
