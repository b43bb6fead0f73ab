#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Security: the password, the second step with its recovery codes, the sessions."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import PASSWORD, Site, tap, totp  # noqa: E402

PAGE = "/account/security"
FRESH = "copper-meadow-71"
site = Site()


def key_of(page):
    return re.search(r"<code>([A-Z2-7 ]+)</code>", page.text).group(1).replace(" ", "")


def codes_of(page):
    return re.findall(r"<li>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</li>", page.text)


def second(account):
    return site.sql("select totp_at is not null, totp_sealed is not null from account where id = %d"
                    % account.id)[0]


def password():
    clara = site.account("Clara Client")
    me, phone = site.person().sign_in(clara), site.person().sign_in(clara)
    page = me.get(PAGE)
    tap.ok('autocomplete="current-password"' in page.text and
           'autocomplete="new-password"' in page.text, "password managers know the fields")
    wrong = me.post(PAGE, do="password", old="not-my-password", new=FRESH)
    tap.ok(wrong.status == 422 and "not your present password" in wrong.text, "the old one is needed")
    for new, says in (("short", "At least 10 characters"), ("qwertyuiop", "first passwords"),
                      (PASSWORD, "the password you have"), (clara.mail, "Not your email address")):
        page = me.post(PAGE, do="password", old=PASSWORD, new=new)
        tap.ok(page.status == 422 and says in page.text, "%r: %s" % (new[:12], says),
               (page.status, page.words[:300]))
    tap.equal(me.post(PAGE, token="", do="password", old=PASSWORD, new=FRESH).status, 403,
              "without the form's token: refused")
    before = me.cookies["__Host-session"]
    answer = me.post(PAGE, do="password", old=PASSWORD, new=FRESH)
    tap.equal((answer.status, answer.to), (303, PAGE), "it is changed")
    tap.ok(me.cookies["__Host-session"] != before, "this session has a new token")
    tap.has(me.follow(answer), "Your password is changed", "and goes on")
    tap.equal(phone.get(PAGE).status, 303, "the others have ended")
    thief = site.person()
    thief.cookies["__Host-session"] = before
    tap.equal(thief.get(PAGE).status, 303, "the old token is dead")
    login = site.person()
    tap.equal(login.post("/login", do="login", mail=clara.mail, password=PASSWORD).status, 422,
              "the old password is worth nothing")
    tap.equal(login.post("/login", do="login", mail=clara.mail, password=FRESH).status, 303,
              "the new one is")
    tap.ok(site.mails(clara.mail, wait=15), "a mail says so")


def sessions():
    site.forget_attempts()
    dora = site.account("Dora Devices")
    me, phone, tablet = (site.person() for _ in range(3))
    phone.agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15" \
                  " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
    tablet.agent = "<script>alert(1)</script>"
    for p in (me, phone, tablet):
        p.sign_in(dora)
    page = me.get(PAGE)
    tap.has(page, "Firefox on Linux", "this device is listed")
    tap.has(page, "Safari on iPhone", "and the phone")
    tap.lacks(page, "<script>alert", "a browser's name is only text")
    tap.equal(page.text.count('value="revoke"'), 2, "others can be signed out, this one not")
    ids = re.findall(r'name="session" value="([0-9a-f]{64})"', page.text)
    stranger = site.person().sign_in(site.account("Stranger Stan"))
    stranger.post(PAGE, do="revoke", session=ids[0])
    tap.equal((phone.get(PAGE).status, tablet.get(PAGE).status), (200, 200),
              "nobody else can sign them out")
    answer = me.post(PAGE, do="revoke", session=ids[0])
    tap.equal(answer.to, PAGE, "one is signed out")
    tap.equal(sorted((phone.get(PAGE).status, tablet.get(PAGE).status)), [200, 303], "only that one")
    me.post(PAGE, do="revoke-others")
    tap.equal((me.get(PAGE).status, phone.get(PAGE).status, tablet.get(PAGE).status),
              (200, 303, 303), "all others at once, this one stays")


def set_up():
    site.forget_attempts()
    tom = site.account("Tom Totp")
    me = site.person().sign_in(tom)
    tap.equal(me.post(PAGE, do="totp-start").status, 303, "it can be set up")
    tap.equal(second(tom), ["0", "1"], "a key is there, but not in force")
    page = me.get(PAGE)
    qr = re.search(r'<svg class="qr" viewBox="0 0 (\d+) \1".*?<path d="([^"]*)"', page.text)
    tap.ok(qr and re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", qr.group(2)), "there is a code to scan")
    tap.ok(" style=" not in page.text, "without inline style")
    key = key_of(page)
    tap.equal(len(key), 32, "and the key in letters")
    sealed = site.sql("select totp_sealed from account where id = %d" % tom.id)[0][0]
    tap.ok(key not in sealed, "which the database keeps sealed")
    tap.equal(me.post(PAGE, do="totp-confirm", first="123456").status, 422, "a wrong code is refused")
    tap.equal(second(tom), ["0", "1"], "and switches nothing on")
    tap.equal(key_of(me.get(PAGE)), key, "the key stays the same")
    code = totp(key, site.now())
    answer = me.post(PAGE, do="totp-confirm", first=code)
    tap.equal(answer.status, 303, "the right code switches it on")
    tap.equal(second(tom), ["1", "1"], "it is in force")
    page = me.follow(answer)
    codes = codes_of(page)
    tap.equal(len(set(codes)), 10, "ten recovery codes are shown")
    tap.equal(codes_of(me.get(PAGE)), [], "once")
    rows = site.sql("select hash from recovery_code where account_id = %d" % tom.id)
    tap.ok(len(rows) == 10 and not any(c in str(rows) for c in codes), "the database keeps hashes")
    tap.has(me.get(PAGE), "10 of 10 recovery codes", "how many are left is said")
    tap.ok(site.mails(tom.mail, wait=15), "a mail says that it is on")
    thief = site.person()
    thief.post("/login", do="login", mail=tom.mail, password=PASSWORD)
    tap.equal(thief.post("/login/code", do="code", code=code).status, 422,
              "the code that switched it on opens nothing")
    tap.equal(me.post(PAGE, do="totp-start").status, 409, "a key in force is not replaced")
    return tom, me, key, codes


def turn_off(tom, me, key, codes):
    for typed, says in (({}, "not your password"), ({"proof": "not-mine-at-all"}, "not your password"),
                        ({"proof": PASSWORD}, "code is not right"),
                        ({"proof": PASSWORD, "proof-code": "000000"}, "code is not right")):
        page = me.post(PAGE, do="totp-off", **typed)
        tap.ok(page.status == 422 and says in page.text, "turning it off with %s: %s" %
               (sorted(typed), says), (page.status, page.words[:300]))
    tap.equal(me.post(PAGE, do="totp-cancel").status, 409, "giving up setting it up does not turn it off")
    tap.equal(second(tom), ["1", "1"], "it is still on")
    site.move_clock(60)
    try:
        answer = me.post(PAGE, do="codes", **{"proof": PASSWORD, "proof-code": totp(key, site.now())})
        fresh = codes_of(me.follow(answer))
        tap.ok(len(fresh) == 10 and not set(fresh) & set(codes), "ten other recovery codes can be had")
        page = me.post(PAGE, do="totp-off", **{"proof": PASSWORD, "proof-code": codes[0]})
        tap.equal(page.status, 422, "the old ones are worth nothing")
        answer = me.post(PAGE, do="totp-off", **{"proof": PASSWORD, "proof-code": fresh[0]})
        tap.equal(answer.status, 303, "password and a recovery code turn it off")
    finally:
        site.move_clock(-60)
    tap.equal(second(tom), ["0", "0"], "the key is gone")
    tap.equal(site.sql("select count(*) from recovery_code where account_id = %d" % tom.id), [["0"]],
              "and so are the codes")
    tap.equal(site.person().post("/login", do="login", mail=tom.mail, password=PASSWORD).to,
              "/account/bookings", "the password alone signs in again")


def asks_again():
    site.forget_attempts()
    vera = site.account("Vera Versed")
    me = site.person().sign_in(vera)
    site.move_clock(11 * 60)
    try:
        tap.has(me.get(PAGE), 'name="proof"', "ten minutes behind signing in the password is asked for")
        page = me.post(PAGE, do="totp-start")
        tap.ok(page.status == 422 and "not your password" in page.text, "setting up needs it")
        tap.equal(second(vera), ["0", "0"], "nothing has begun")
        tap.equal(me.post(PAGE, do="totp-start", proof=PASSWORD).status, 303, "with it, it begins")
        me.post(PAGE, do="totp-cancel")
        tap.equal(second(vera), ["0", "0"], "and can be given up")
    finally:
        site.move_clock(-11 * 60)


def refuses():
    visitor = site.person()
    tap.equal(visitor.get(PAGE).to, "/login?back=%2Faccount%2Fsecurity", "visitors sign in first")
    tap.equal(visitor.post(PAGE, page="/login", do="revoke-others").status, 403, "and cannot post")
    _, host = site.add_tenant("b")
    there = site.person(host)
    there.cookies = dict(site.person().sign_in(site.account("Far Away")).cookies)
    tap.equal(there.get(PAGE).status, 403, "who is no member of a site has no page there")


password()
sessions()
turn_off(*set_up())
asks_again()
refuses()
tap.done()
