#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing in and out: what works, what is refused, and that refusals tell nothing."""

import os
import re
import statistics
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import ADMIN, CLIENT, PASSWORD, Site, tap, totp  # noqa: E402

site = Site()
clara = site.account("Clara Client")


def works():
    me = site.person()
    page = me.get("/login")
    tap.equal(page.status, 200, "the page opens")
    tap.ok('autocomplete="username"' in page.text and 'autocomplete="current-password"' in page.text,
           "password managers know the fields")
    tap.lacks(page, "style=", "no inline style")
    answer = me.post("/login", do="login", mail=clara.mail, password=PASSWORD)
    tap.equal((answer.status, answer.to), (303, "/account/bookings"), "the right password signs in")
    cookie = [c for c in answer.headers.get_all("Set-Cookie") if c.startswith("__Host-session=")][0]
    tap.ok(all(w in cookie for w in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/")),
           "the cookie is out of reach", cookie)
    tap.has(me.get("/account/settings"), "Clara Client", "a member's page opens")
    tap.equal(me.get("/login").to, "/account/bookings", "who is signed in is not asked again")
    stored = site.sql("select count(*) from session where hash = '%s'" % me.cookies["__Host-session"])
    tap.equal(stored, [["0"]], "the token itself is not in the database")
    upper = site.person().post("/login", do="login", mail=clara.mail.upper(), password=PASSWORD)
    tap.equal(upper.status, 303, "capitals in the address do not matter")


def fixation():
    me = site.person().sign_in(clara)
    before = me.cookies["__Host-session"]
    other = site.person()
    other.cookies["__Host-session"] = "A" * 43
    other.post("/login", do="login", mail=clara.mail, password=PASSWORD)
    tap.ok(other.cookies["__Host-session"] != "A" * 43, "a planted token is not taken")
    # Signed in without a role here: the form is shown, and signing in again gives a new token.
    _, host = site.add_tenant("fix")
    again = site.person(host)
    again.cookies["__Host-session"] = before
    answer = again.post("/login", do="login", mail=clara.mail, password=PASSWORD)
    tap.equal(answer.status, 303, "signing in once more works")
    tap.ok(again.cookies["__Host-session"] != before, "it gives another token")
    tap.equal(me.get("/account/settings").status, 303, "the token from before is dead")


def refuses():
    me = site.person()
    wrong = me.post("/login", do="login", mail=clara.mail, password="something-else")
    tap.equal(wrong.status, 422, "a wrong password is refused")
    tap.equal(wrong.value("mail"), clara.mail, "the address is still there")
    tap.lacks(wrong, "something-else", "the password is not")
    nobody = me.post("/login", do="login", mail="nobody.%s@mail.example" % site.mark,
                     password="something-else")

    def sentence(a):
        return a.words.replace(clara.mail, "").split("Sign in")[0]

    tap.equal((nobody.status, sentence(nobody)), (422, sentence(wrong)),
              "an unknown address is refused with the same words")
    empty = me.post("/login", do="login", mail="", password="")
    tap.has(empty, "Please enter your email address", "empty fields are named")
    site.sql("update account set closed_at = utc_timestamp() where id = %d" % clara.id)
    tap.equal(me.post("/login", do="login", mail=clara.mail, password=PASSWORD).status, 422,
              "a closed account is refused")
    site.sql("update account set closed_at = null where id = %d" % clara.id)
    bare = me.post("/login", do="login", token="", mail=clara.mail, password=PASSWORD)
    tap.equal(bare.status, 403, "without the form's token: refused")
    foreign = me.post("/login", headers={"Origin": "https://evil.example"}, do="login",
                      mail=clara.mail, password=PASSWORD)
    tap.equal(foreign.status, 403, "from another site: refused")
    borrowed = site.person().token("/login")
    tap.equal(me.post("/login", token=borrowed, do="login", mail=clara.mail,
                      password=PASSWORD).status, 403, "with another visitor's token: refused")
    tap.ok("__Host-session" not in me.cookies, "none of it signed in")


def same_time():
    times = {"known": [], "unknown": []}
    me = site.person()
    token = me.token("/login")
    for i in range(9):
        site.forget_attempts()
        for kind, mail in (("known", clara.mail), ("unknown", "x%d.%s@mail.example" % (i, site.mark))):
            times[kind].append(me.post("/login", token=token, do="login", mail=mail,
                                       password="wrong-wrong-wrong").seconds)
    known, unknown = (statistics.median(times[k]) for k in ("known", "unknown"))
    tap.ok(0.5 < known / unknown < 2, "unknown addresses take as long as known ones",
           "%.1f ms and %.1f ms" % (known * 1000, unknown * 1000))


def back():
    def to(path):
        return site.person().post("/login", do="login", mail=clara.mail, password=PASSWORD,
                                  back=path).to

    tap.equal(to("/book/maya/career?day=2026-10-15"), "/book/maya/career?day=2026-10-15",
              "it leads back to where the person was")
    for evil in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)",
                 "/\t/evil.example", "\\\\evil.example", "/%0d%0aSet-Cookie:x=1\r\nX: y"):
        tap.equal(to(evil), "/account/bookings", "not to %r" % evil)
    page = site.person().get("/login?back=%2Fbook%2Fmaya")
    tap.equal(page.value("back"), "/book/maya", "the form carries it on")
    tap.has(page, 'href="/signup?back=/book/maya"', "and so does the way to a new account")


def limits():
    site.forget_attempts()
    me = site.person()
    token = me.token("/login")
    seen = [me.post("/login", token=token, do="login", mail=clara.mail,
                    password="guess-number-%d" % i).status for i in range(11)]
    tap.equal(seen, [422] * 10 + [429], "the eleventh guess within a quarter of an hour is refused")
    answer = me.post("/login", token=token, do="login", mail=clara.mail, password=PASSWORD)
    tap.equal(answer.status, 429, "now even the right password waits")
    tap.has(answer, "Please wait a few minutes", "and a sentence says so")
    tap.ok(answer.headers.get("Retry-After"), "machines are told too")
    other = site.account("Other Person")
    tap.equal(me.post("/login", token=token, do="login", mail=other.mail, password=PASSWORD).status,
              303, "other accounts are not shut out")
    site.move_clock(16 * 60)
    try:
        tap.equal(site.person().post("/login", do="login", mail=clara.mail,
                                     password=PASSWORD).status, 303,
                  "a quarter of an hour later it works")
        for i in range(12):
            answer = site.person().post("/login", do="login", mail=clara.mail, password=PASSWORD)
        tap.equal(answer.status, 303, "signing in often is no guessing")
    finally:
        site.move_clock(-16 * 60)
    rows = site.sql("select who from attempt")
    tap.ok(all(len(r[0]) == 64 for r in rows) and rows, "the counts name nobody", rows)


def at_once():
    """Guesses that arrive in one moment cannot slip past the count."""
    site.forget_attempts()
    victim = site.account("Victor Victim")
    me = site.person()
    token = me.token("/login")
    seen = []

    def guess(i):
        one = site.person()
        one.cookies = dict(me.cookies)
        seen.append(one.post("/login", token=token, do="login", mail=victim.mail,
                             password="guess-number-%d" % i).status)

    threads = [threading.Thread(target=guess, args=(i,)) for i in range(40)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    tap.equal((seen.count(422), seen.count(429), len(seen)), (10, 30, 40),
              "of forty guesses in one moment ten are judged")
    site.forget_attempts()


def unverified():
    site.forget_attempts()
    fresh = site.account("Fresh Face", verified=False)
    me = site.person()
    answer = me.post("/login", do="login", mail=fresh.mail, password=PASSWORD)
    tap.equal((answer.status, answer.to), (303, "/signup?sent=1"),
              "an address that is not proven is proven first")
    tap.has(me.follow(answer), "not confirmed yet", "and a sentence says so")
    tap.ok("__Host-session" not in me.cookies, "there is no session before that")
    tap.equal(site.sql("select template from outbox where account_id = %d" % fresh.id),
              [["verify"]], "the mail is on its way again")


def other_tenant():
    site.forget_attempts()
    boss = site.account("Boss", roles=CLIENT | ADMIN)
    tenant, host = site.add_tenant("b")
    there = site.person(host)
    answer = there.post("/login", do="login", mail=boss.mail, password=PASSWORD)
    tap.equal(answer.status, 303, "one account signs in at every site")
    tap.equal(site.sql("select tenant_id, roles from membership where account_id = %d"
                       " order by tenant_id" % boss.id),
              [[str(site.tenant), "5"], [str(tenant), "1"]], "but is only a client at the new one")
    tap.equal(there.get("/account/settings").status, 200, "and has its pages there")
    stranger = site.person(host)
    stranger.cookies["__Host-session"] = site.person().sign_in(clara).cookies["__Host-session"]
    tap.equal(stranger.get("/account/settings").status, 403,
              "a session carried to a site without membership opens nothing")


def switch_on(account):
    """The second factor through the page that does it: its key and recovery codes."""
    me = site.person().sign_in(account)
    me.post("/account/security", do="totp-start")
    page = me.get("/account/security")
    key = re.search(r"<code>([A-Z2-7 ]+)</code>", page.text).group(1).replace(" ", "")
    answer = me.post("/account/security", do="totp-confirm", first=totp(key, site.now()))
    assert answer.status == 303, answer.words
    shown = me.follow(answer)
    return key, re.findall(r"<li>([0-9A-Z-]{14})</li>", shown.text)


def second_step():
    site.forget_attempts()
    safe = site.account("Safe Sam")
    key, codes = switch_on(safe)
    site.move_clock(60)
    try:
        me = site.person()
        answer = me.post("/login", do="login", mail=safe.mail, password=PASSWORD, back="/help")
        tap.equal((answer.status, answer.to), (303, "/login/code?back=%2Fhelp"),
                  "the password leads to the second step")
        tap.ok("__Host-session" not in me.cookies, "there is no session yet")
        tap.equal(me.get("/account/settings").status, 303, "and nothing opens yet")
        page = me.get("/login/code?back=%2Fhelp")
        tap.has(page, 'autocomplete="one-time-code"', "the phone can offer the code")
        wrong = me.post("/login/code", do="code", code="000000")
        tap.equal(wrong.status, 422, "a wrong code is refused")
        code = totp(key, site.now())
        answer = me.post("/login/code", do="code", code=code[:3] + " " + code[3:], back="/help")
        tap.equal((answer.status, answer.to), (303, "/help"), "the right code signs in, and leads back")
        tap.ok("__Host-session" in me.cookies and "__Host-step" not in me.cookies,
               "the half step is gone")
        thief = site.person()
        thief.post("/login", do="login", mail=safe.mail, password=PASSWORD)
        tap.equal(thief.post("/login/code", do="code", code=code).status, 422,
                  "a code that was used is refused")
        tap.equal(thief.post("/login/code", do="code", recovery=codes[0].lower()).status, 303,
                  "a recovery code opens instead")
        late = site.person()
        late.post("/login", do="login", mail=safe.mail, password=PASSWORD)
        page = late.post("/login/code", do="code", recovery=codes[0])
        tap.ok(page.status == 422 and "<details open>" in page.text, "once", page.status)
        tap.equal(late.post("/login/code", do="code").status, 422, "no code at all is none")
        token = late.token("/login/code")
        site.move_clock(6 * 60)
        try:
            answer = late.post("/login/code", token=token, do="code", code=totp(key, site.now()))
            tap.equal(answer.to, "/login", "after five minutes one starts again")
        finally:
            site.move_clock(-6 * 60)
        tap.equal(site.person().get("/login/code").to, "/login", "there is no second step without a first")
        forged = site.person()
        forged.cookies["__Host-step"] = "0" * 64 + ".3939393939"
        tap.equal(forged.get("/login/code").to, "/login", "nor with one of one's own making")
        site.forget_attempts()
        guess = site.person()
        guess.post("/login", do="login", mail=safe.mail, password=PASSWORD)
        token = guess.token("/login/code")
        seen = [guess.post("/login/code", token=token, do="code", code="00000%d" % (i % 10)).status
                for i in range(11)]
        tap.equal(seen[-1], 429, "codes cannot be guessed for long")
    finally:
        site.move_clock(-60)
        site.forget_attempts()


def out():
    me = site.person().sign_in(clara)
    old = dict(me.cookies)
    page = me.get("/logout")
    tap.equal(page.status, 200, "GET only asks")
    tap.equal(me.get("/account/settings").status, 200, "and changes nothing")
    tap.equal(me.post("/logout", token="").status, 403, "without the token: refused")
    answer = me.post("/logout")
    tap.equal((answer.status, answer.to), (303, "/"), "POST signs out")
    tap.ok("__Host-session" not in me.cookies, "the cookie is gone")
    me.cookies = old
    tap.equal(me.get("/account/settings").status, 303, "and the session is dead, not only forgotten")


works()
fixation()
refuses()
same_time()
back()
limits()
at_once()
unverified()
other_tenant()
second_step()
out()
tap.done()
