#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An admin's view of coaches: counted chips, search, pages, decisions with reasons, new profiles."""

import html
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World
from instance import Instance
from postbox import Post

t = Tap()
ALL = "/practice/coaches"


def rows(page):
    return [html.unescape(x) for x in re.findall(
        r'<th scope="row"><a href="/practice/coaches/\d+">([^<]*)</a>', page)]


def chips(page):
    return {name: (int(n), "aria-current" in tag) for tag, name, n in re.findall(
        r'<a (class="chip[^>]*)>(\w+) <b>(\d+)</b></a>', page)}


def path(coach):
    return "%s/%d" % (ALL, coach)


def status(w, coach):
    return w.one("select status from coach where id = %d" % coach)


def public(w, coach="maya"):
    """What everybody sees: the profile's status, and is the coach in the directory?"""
    w.sql("delete from attempt")
    listed = w.one("select count(*) from listing where tenant_id = 101 and slug = '%s'" % coach)
    return w.visitor().get("/coaches/" + coach)[0], int(listed)


def four(w):
    """One coach of each status beside maya and omar, who are approved."""
    made = {}
    for name, state in (("pia", "Pending"), ("rolf", "Rejected"), ("susi", "Suspended")):
        w.account(name, "Europe/Berlin", {101: 3})
        made[name] = w.coach(101, name, "Europe/Berlin", "Berlin", "DE", status=state)
    w.sql("update coach set status_reason = 'Was rude' where id = %d" % made["susi"])
    return made


def roles(w, made):
    for who, wanted in (("clara", 403), ("maya", 403), ("boss", 200), ("root", 200)):
        got = [w.person(who).get(p)[0] for p in (ALL, path(w.maya), ALL + "/new")]
        t.same(got, [wanted] * 3, "%s: %d (A-79)" % (who, wanted))
    v = w.visitor()
    v.get(ALL)
    t.ok(v.status == 303 and v.location.startswith("/login?back="), "a visitor signs in")
    t.same(w.person("boss").get(path(w.sven))[0], 404, "another tenant's coach is not there")
    t.same(w.person("chief").get(path(w.maya))[0], 404, "nor this one for the other admin")
    t.same(w.person("boss").get(ALL + "/abc")[0], 404, "nor is what is no number")
    boss = w.person("boss")
    for who in ("clara", "maya"):
        got = w.person(who).post(path(made["pia"]), {"do": "approve"})[0]
        t.same(got, 403, "%s cannot approve" % who)
    t.same(boss.post(path(w.sven), {"do": "suspend", "reason": "x"})[0], 404,
           "another tenant's coach cannot be suspended")
    t.same(status(w, w.sven), "Approved", "and is not")


def grid(w, made):
    boss = w.person("boss")
    boss.get(ALL)
    t.same(chips(boss.body), {"All": (5, True), "Pending": (1, False), "Approved": (2, False),
                              "Suspended": (1, False), "Rejected": (1, False)},
           "five chips, All is the sum of four (A-80, U-11)")
    t.same(rows(boss.body), ["Maya Coach", "Omar Coach", "Pia Coach", "Rolf Coach", "Susi Coach"],
           "all of them, by name")
    for name, who in (("Pending", "Pia"), ("Suspended", "Susi"), ("Rejected", "Rolf")):
        boss.get(ALL + "?status=" + name)
        t.ok(rows(boss.body) == [who + " Coach"] and chips(boss.body)[name] == (1, True),
             "%s only (A-81)" % name)
    classes = set(re.findall(r'class="state (\w+)">(\w+)<', boss.get(ALL)[1]))
    t.ok(len({c for c, _ in classes}) == 4 and {s for _, s in classes} == {
        "Pending", "Approved", "Suspended", "Rejected"}, "four badges, each of its own (A-05)",
         classes)
    t.ok(boss.body.count("#calendar-week") == 5 and boss.text().count("Local calendar") == 5,
         "the calendar as icon and text")
    line = re.search(r"Maya Coach maya@example.org Approved Local calendar (\d+) (\d+)", boss.text())
    t.same(line and line.groups(), ("4", "0"), "services and bookings")
    w.sql("update service set active = 0 where id = %d" % w.short)
    w.booking("clara", w.career, MONDAY + 2 * DAY + 2 * HOUR)
    w.booking("clara", w.career, MONDAY + 3 * DAY, "Cancelled", cancelled_by="client", paid=True)
    line = re.search(r"Local calendar (\d+) (\d+)", boss.text(ALL))
    t.same(line and line.groups(), ("3", "2"),
           "only active services; cancelled bookings count too (A-82)")
    boss.get(ALL + "?q=omar%40exam")
    t.ok(rows(boss.body) == ["Omar Coach"] and chips(boss.body)["All"][0] == 1, "found by mail")
    boss.get(ALL + "?q=OACH&status=Pending")
    t.ok(rows(boss.body) == ["Pia Coach"] and "status=Rejected&amp;q=OACH" in boss.body,
         "by a part of the name; chips keep the search")
    t.ok("No coach here" in boss.text(ALL + "?q=100%25_"), "a sign of the database is a letter")
    t.ok(boss.get(ALL + "?status=Pending")[1].count('value="approve"') == 1 and
         'value="approve"' not in boss.get(ALL + "?status=Approved")[1],
         "pending rows can be decided in the list (A-89)")
    w.sql("insert into account (mail, name, zone, created_at) select concat('x', seq, '@x.test'),"
          " 'X', 'UTC', now() from seq_1_to_45; insert into membership select 101, id, 3, now() from"
          " account where mail like '%@x.test'; insert into coach (tenant_id, account_id, slug,"
          " status, status_at, name, zone, created_at) select 101, id, concat('x-', id),"
          " 'Rejected', now(), 'Xaver', 'UTC', now() from account where mail like '%@x.test'")
    seen, at = [], ALL + "?q=xaver&status=Rejected"
    while at:
        boss.get(at)
        seen.append(re.findall(r'<a href="/practice/coaches/(\d+)">Xaver', boss.body))
        m = re.search(r'rel="next" href="([^"]+)"', boss.body)
        at = html.unescape(m.group(1)) if m else None
    flat = [x for p in seen for x in p]
    t.ok([len(p) for p in seen] == [20, 20, 5] and len(set(flat)) == 45,
         "in pages of twenty, also when all have one name", [len(p) for p in seen])
    w.sql("delete from coach where name = 'Xaver'")


def detail(w, made):
    boss = w.person("boss")
    text = boss.text(path(made["susi"]))
    t.ok("Suspended since" in text and "(Berlin time)" in text and "Was rude" in text,
         "status, its date and its reason (A-66)", text)
    text = boss.text(path(w.maya))
    t.ok("Career session" in text and "€80.00" in text and "Inactive" in text and
         "Clara" in text and "Berlin, Germany" in text, "profile, services, last bookings", text)
    t.same(sorted(re.findall(r'name="do" value="(\w+)"', boss.body)), ["suspend"],
           "what can be done now, and nothing else")


def decide(w, made, post):
    boss, pia = w.person("boss"), made["pia"]
    at = path(pia)
    w.sql("delete from weekly_hours where coach_id = %d" % pia)
    text = boss.text(at)
    t.ok("At least one active service" in text and "Opening hours" in text and
         'value="approve"' not in boss.body, "what is missing stands there (A-93)")
    boss.post(at, {"do": "approve"}, at)
    t.ok(boss.status == 422 and "at least one active service, and opening hours" in boss.text(),
         "and is refused with the list", boss.status, boss.text())
    free = w.service(101, pia, "free", "Free talk", 0)
    w.sql("insert into weekly_hours values (101, %d, 2, 540, 1020)" % pia)
    t.same(public(w, "pia"), (404, 0), "pending: nobody sees the coach (A-06)")
    boss.post(at, {"do": "approve"}, at)
    t.same((boss.status, boss.location), (303, at), "approved")
    t.ok("Pia Coach is approved" in boss.text(at), "with a word about it")
    t.same(public(w, "pia"), (200, 1), "listed at once (A-03)")
    boss.post(at, {"do": "approve"}, at)
    t.ok(boss.status == 422 and "is Approved by now" in boss.text(), "once, not twice")
    other = made["rolf"]
    for name, coach in (("reject", w.coach_of("nele")), ("suspend", w.maya)):
        for reason in ("", "  \n ", "x" * 401):
            boss.post(path(coach), {"do": name, "reason": reason}, path(coach))
            t.ok(boss.status == 422 and ("tell the coach why" in boss.text() if len(reason) < 400
                                         else "x" * 401 in boss.body),
                 "%s: a reason of %d (A-90, A-91)" % (name, len(reason)), boss.status)
        t.ok(status(w, coach) in ("Pending", "Approved"), "nothing was done")
    nele = w.coach_of("nele")
    why = "Not our\nkind of <b>\"coaching\"</b>"
    boss.post(path(nele), {"do": "reject", "reason": why}, path(nele))
    t.ok(boss.status == 303 and status(w, nele) == "Rejected", "rejected")
    t.ok("&lt;b&gt;" in boss.get(path(nele))[1] and "<b>\"" not in boss.body, "its words are text")
    t.same(re.findall(r'name="do" value="(\w+)"', boss.body), [], "a rejection is final")
    boss.post(path(other), {"do": "reactivate"}, path(other))
    t.ok(boss.status == 422 and status(w, other) == "Rejected", "no way around it")
    suspend(w, boss)
    return free


def suspend(w, boss):
    """A-07, A-91, A-92: links and forms from before lead nowhere; what is booked stays."""
    clara, at = w.person("clara"), path(w.maya)
    old = w.one("select id from booking where state = 'Confirmed' limit 1")
    start = MONDAY + 4 * DAY + 2 * HOUR
    deep = "/hold/maya/career?start=%d" % start
    t.same(clara.get(deep)[0], 200, "a prepared form of a coach")
    token = re.search(r'name="token" value="([^"]+)"', clara.body).group(1)
    before = w.one("select count(*) from booking")
    boss.post(at, {"do": "suspend", "reason": "Complaints"}, at)
    t.ok(boss.status == 303 and status(w, w.maya) == "Suspended", "suspended")
    t.same(public(w), (404, 0), "hidden")
    clara.post(deep, {"note": ""}, token=token)
    t.ok(clara.status in (404, 409, 422) and len(clara.text()) > 40,
         "the form is refused with a message (A-07)", clara.status, clara.text())
    t.same([clara.get(p)[0] for p in ("/book/maya/career", deep)], [404, 404], "deep links too")
    t.same(w.one("select count(*) from booking"), before, "no booking row")
    t.same(w.one("select state from booking where id = %s" % old), "Confirmed",
           "the booking of before stays (A-91)")
    no = w.one("select no from booking where id = %s" % old)
    t.same([w.person(p).get("/booking/" + no)[0] for p in ("clara", "maya")], [200, 200],
           "and both see it")
    boss.get(at)
    t.ok("Complaints" in boss.text() and "Suspended since" in boss.text(), "the reason stands there")
    boss.post(at, {"do": "reactivate"}, at)
    t.ok(boss.status == 303 and status(w, w.maya) == "Approved", "reactivated (A-92)")
    t.same(public(w), (200, 1), "and listed")
    w.sql("update service set active = 0 where coach_id = %d" % w.omar)
    boss.post(path(w.omar), {"do": "suspend", "reason": "Idle"}, path(w.omar))
    boss.post(path(w.omar), {"do": "reactivate"}, path(w.omar))
    t.ok(boss.status == 422 and "at least one active service" in boss.text(),
         "reactivating checks what is missing, too")


def told(w, post):
    """A-113, A-119."""
    trail = w.sql("select action, object, detail, account_id from audit where tenant_id = 101"
                  " order by id")
    maya = "coach:%d" % w.maya
    mine = [(r[0], json.loads(r[2].replace("\\\\", "\\")), r[3]) for r in trail if r[1] == maya]
    boss = str(w.accounts["boss"][0])
    t.same(mine, [
        ("coach.suspend", {"before": {"status": "Approved", "reason": ""},
                           "after": {"status": "Suspended", "reason": "Complaints"}}, boss),
        ("coach.reactivate", {"before": {"status": "Suspended", "reason": "Complaints"},
                              "after": {"status": "Approved", "reason": ""}}, boss)],
           "who, what, before and after (A-113)")
    t.same([r[0] for r in trail], ["coach.approve", "coach.reject", "coach.suspend",
                                   "coach.reactivate", "coach.suspend"], "a row for each change")
    post.work("outbox")
    got = {}
    for m in post.mails():
        got.setdefault(m["to"][0] if isinstance(m["to"], list) else m["to"], []).append(m)
    subjects = [m["subject"] for who in ("pia", "nele", "maya")
                for m in got.get(who + "@example.org", [])]
    t.same(subjects, ["Your coach profile at North is approved",
                      "Your coach profile at North is not accepted",
                      "Your coach profile at North is suspended",
                      "Your coach profile at North is active again"], "four changes, four mails")
    text = "".join(m["text"] for m in got.get("nele@example.org", []))
    t.ok("Not our" in text and '"coaching"' in text and "time)" in text,
         "with the reason, word for word (A-119)", text)
    body = "".join(m["html"] for m in got.get("nele@example.org", []))
    t.ok("&lt;b&gt;" in body, "as text in HTML, too")


def create(w):
    boss, paul = w.person("boss"), w.person("paul")
    t.same(paul.get("/practice/bookings")[0], 403, "paul is no coach yet")
    at = ALL + "/new"
    t.ok("Find a member" in boss.text(at), "first a search (A-94)")
    t.ok("No member found" in boss.text(at + "?q=stranger"), "not in other marketplaces")
    for q in ("PAUL", "paul%40exam"):
        t.ok("Paul paul@example.org Create profile" in boss.text(at + "?q=" + q), "by " + q)
    t.ok("Is a coach" in boss.text(at + "?q=maya"), "who has one gets no second")
    number = w.accounts["paul"][0]
    w.sql("update account set name = 'Paul Größ-O''Neill' where id = %d" % number)
    boss.post(at + "?q=paul", {"do": "create", "account": number}, at)
    made = w.row("select id, slug, status, zone from coach where tenant_id = 101 and account_id = %d"
                 % number)
    t.ok(boss.status == 303 and made and boss.location == path(int(made[0])), "a profile",
         boss.status, boss.text())
    t.same(made[1:], ["paul-groess-o-neill", "Pending", "Europe/Berlin"], "pending, with an address")
    t.same(w.one("select count(*) from calendar where coach_id = %s" % made[0]), "1", "a calendar")
    t.same(paul.get("/practice/bookings")[0], 200, "the session has the role at once")
    boss.post(at + "?q=paul", {"do": "create", "account": number}, at)
    t.ok(boss.status == 422 and "has a coach profile already" in boss.text(), "one per person")
    for who in (w.accounts["stranger"][0], 99999999):
        boss.post(at, {"do": "create", "account": who}, at)
        t.ok(boss.status == 422 and "no such member" in boss.text(), "no member, no profile")
    w.account("paul2", "UTC", {101: 1})
    w.sql("update account set name = 'Paul Größ O Neill' where mail = 'paul2@example.org'")
    boss.post(at, {"do": "create", "account": w.accounts["paul2"][0]}, at)
    t.same(w.one("select slug from coach where account_id = %d" % w.accounts["paul2"][0]),
           "paul-groess-o-neill-2", "namesakes have addresses of their own")
    row = w.row("select action, object, detail from audit where tenant_id = 101 order by id desc"
                " limit 1, 1")
    t.same(row, ["coach.create", "coach:" + made[0],
                 '{"before":{"status":null,"account":null},"after":{"status":"Pending",'
                 '"account":"%d"}}' % number], "and it is written down")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    w = World(inst)
    for name, bits in (("boss", {101: 5}), ("root", {101: 9}), ("chief", {102: 5}),
                       ("nele", {101: 3})):
        w.account(name, "Europe/Berlin", bits)
    w.coach_of = lambda name: int(w.one("select id from coach where slug = '%s'" % name))
    post = Post(w)
    made = four(w)
    roles(w, made)
    grid(w, made)
    w.coach(101, "nele", "Europe/Berlin", "Bonn", "DE", status="Pending")
    detail(w, made)
    decide(w, made, post)
    told(w, post)
    create(w)
    post.end()
t.done()
