#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Services of a coach: the grid, every field with its limits, the policy, deleting (A-21 to A-43)."""

import html
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from coaches import Coaches  # noqa: E402
from visit import Account, Site, tap  # noqa: E402

PAGE = "/practice/services"
NEW = PAGE + "/new"
site = Site()
shelf = Coaches(site)


def owner(coach):
    mail = site.sql("select mail from account where id = %d" % coach["account_id"])[0][0]
    return site.person().sign_in(Account(coach["account_id"], "", mail))


def fields(**more):
    got = {"do": "save", "name": "Career session", "price": "80", "minutes": "60", "mode": "online",
           "description": "", "meeting-url": "https://meet.example/{no}", "place": "",
           "place-public": "", "access-note": "", "prepare-note": "", "before": "0", "after": "15",
           "notice": "12", "horizon": "60", "cap": "0", "step": "30", "hours1": "72",
           "percent1": "100", "moves1": "2", "hours2": "24", "percent2": "50", "moves2": "1"}
    got.update({k.replace("_", "-"): v for k, v in more.items()})
    return {k: v for k, v in got.items() if v is not None}


def services(coach):
    return site.sql("select slug, name, price_minor, minutes, mode, active from service where"
                    " coach_id = %d order by id" % coach["id"])


def last(coach):
    return int(site.sql("select max(id) from service where coach_id = %d" % coach["id"])[0][0])


def rows(page):
    return [[" ".join(html.unescape(re.sub(r"<[^>]*>", " ", c)).split())
             for c in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", r, re.S)]
            for r in re.findall(r"<tr>(.*?)</tr>", page.text, re.S)]


def book(coach, service, client):
    mark = "%s%d" % (site.mark[:4].upper(), service)
    order = site.sql("insert into client_order (tenant_id, no, account_id, state, total_minor, currency,"
                     " hold_until, created_at) values (%d, 'O%s', %d, 'paid', 8000, 'EUR',"
                     " utc_timestamp(), utc_timestamp()); select last_insert_id()"
                     % (site.tenant, mark, client.id))[0][0]
    site.sql("insert into booking (tenant_id, no, order_id, coach_id, service_id, account_id, state,"
             " starts_at, ends_at, before_min, after_min, zone, zone_client, coach_name, client_name,"
             " service_name, mode, price_minor, fee_minor, payout_minor, currency, policy, created_at)"
             " select tenant_id, 'B%s', %s, coach_id, id, %d, 'Confirmed', utc_timestamp() + interval 9"
             " day, utc_timestamp() + interval 219 hour, 0, 0, 'UTC', 'UTC', 'C', 'Clara', name, mode,"
             " price_minor, 0, price_minor, 'EUR', policy, utc_timestamp() from service where id = %d"
             % (mark, order, client.id, service))
    return "B" + mark


def works():
    mira = shelf.add("Mira Moon", services=[])
    me = owner(mira)
    tap.has(me.get(PAGE), "No service yet", "an empty list says what to do")
    tap.has(me.get(PAGE), 'href="/practice/services/new"', "and leads to the form (A-27)")
    tap.equal(me.get("/coaches/" + mira["slug"]).words.count("Choose a time"), 0, "nothing to book")
    answer = me.post(NEW, **fields(description="Two <i>hours</i>"))
    tap.equal((answer.status, answer.to), (303, PAGE), "added")
    tap.equal(services(mira), [["career-session", "Career session", "8000", "60", "online", "1"]], "stored")
    tap.equal(site.sql("select count(*) from listing where coach_id = %d" % mira["id"]), [["1"]],
              "who has a service is in the directory at once")
    me.post(NEW, **fields(mode="in-person", place="Street 1", place_public="Mitte",
                          access_note="Ring twice", price="0", meeting_url="", discovery="1"))
    me.post(NEW, **fields(name="Führung & Team!"))
    tap.equal([s[0] for s in services(mira)], ["career-session", "career-session-2", "fuhrung-team"],
              "addresses come from names and are unique")
    page = me.get(PAGE)
    tap.equal(rows(page)[:3], [["Name", "Type", "Price", "Duration", "Status", "Actions"],
              ["Career session", "Online", "€80.00", "60 min", "Active", ""],
              ["Career session", "In Person", "€0.00", "60 min", "Active", ""]],
              "the grid: headings, type, price, duration, status (A-21 to A-25)")
    tap.ok('aria-label="Edit Career session"' in page.text and
           'aria-label="Delete Career session"' in page.text, "both actions have names (A-26)")
    public = me.get("/coaches/" + mira["slug"])
    tap.ok("Two &lt;i&gt;hours&lt;/i&gt;" in public.text, "the description is public text (A-29)")
    tap.ok("Mitte" in public.text and "Street 1" not in public.text and "Ring twice" not in public.text
           and "meet.example" not in public.text, "the address and the room are not (C-17)")


def edits():
    mira = shelf.add("Mira Moon", services=[])
    me = owner(mira)
    me.post(NEW, **fields(name="Walk", mode="in-person", place="Street 1", place_public="Mitte",
                          access_note="Ring", prepare_note="Shoes", description="Air", price="95.50",
                          minutes="90", before="10", after="20", notice="48", horizon="30", cap="3",
                          step="45", no_show="1"))
    ident = last(mira)
    path = "%s/%d" % (PAGE, ident)
    page = me.get(path)
    tap.equal({n: page.value(n) for n in ("name", "price", "minutes", "place", "place-public",
               "access-note", "before", "after", "notice", "horizon", "cap", "hours1", "percent2",
               "moves2", "hours3")},
              {"name": "Walk", "price": "95.50", "minutes": "90", "place": "Street 1",
               "place-public": "Mitte", "access-note": "Ring", "before": "10", "after": "20",
               "notice": "48", "horizon": "30", "cap": "3", "hours1": "72", "percent2": "50",
               "moves2": "1", "hours3": ""}, "every value is there (A-39)")
    tap.ok(re.search(r'value="in-person" checked', page.text) and
           '<option value="45" selected>' in page.text and
           re.search(r'name="no-show" value="1" checked', page.text) and
           re.search(r'name="active" value="1" checked', page.text), "and every choice (A-40)")
    tap.ok("72 hours before" in page.words and "Full refund" in page.words and
           "If you miss it: one free move" in page.words.replace("  ", " ") or
           "miss it" in page.words, "what clients will read stands beside it", page.words)
    clara = site.account("Clara Client")
    no = book(mira, ident, clara)
    answer = me.post(path, **fields(name="Walk on", mode="in-person", place="Street 2", price="120",
                                    active="1", hours1="48", percent1="80", moves1="0",
                                    hours2=None, percent2=None, moves2=None))
    tap.equal((answer.status, answer.to), (303, path), "changed")
    tap.equal(services(mira), [["walk", "Walk on", "12000", "60", "in-person", "1"]],
              "the address stays")
    tap.equal(json.loads(site.sql("select policy from service where id = %d" % ident)[0][0]),
              [{"hours": 48, "percent": 80, "move": False, "moves": 0},
               {"hours": 0, "percent": 0, "move": False, "moves": 0}], "so is the policy")
    tap.equal(site.sql("select service_name, price_minor, json_value(policy, '$[0].hours') from booking"
                       " where no = '%s'" % no), [["Walk", "9550", "72"]],
              "what is booked keeps name, price and policy")
    answer = me.post(path, **fields(name="Walk on"))
    tap.has(me.follow(answer), "nobody can book it", "switched off")
    tap.equal(rows(me.get(PAGE))[1][4], "Inactive", "the grid says so (A-25)")
    tap.lacks(me.get("/coaches/" + mira["slug"]), "Walk on", "it is gone from the profile (A-40)")
    tap.equal(me.get("/book/%s/walk" % mira["slug"]).status, 404, "and cannot be booked")
    tap.equal(site.sql("select state from booking where no = '%s'" % no), [["Confirmed"]], "its booking stays")


def limits():
    mira = shelf.add("Mira Moon", services=[])
    me = owner(mira)
    token = me.token(NEW)

    def status(**more):
        return me.post(NEW, token=token, **fields(**more)).status

    for value in ("15", "30", "480"):
        tap.equal(status(minutes=value), 303, "%s minutes (A-32)" % value)
    for value in ("0", "14", "20", "495", "", "x"):
        tap.equal(status(minutes=value), 422, "%r minutes are refused" % value)
    for value in ("0", "0.01", "80.5", "80,50"):
        tap.equal(status(price=value), 303, "a price of %s (A-30)" % value)
    for value in ("-1", "eighty", "80.005", "", "1000000"):
        tap.equal(status(price=value), 422, "a price of %r is refused" % value)
    before = services(mira)
    for what, more in (("no name (A-28)", dict(name="")), ("no type (A-33)", dict(mode=None)),
                       ("another type", dict(mode="phone")), ("another step", dict(step="7")),
                       ("no address", dict(mode="in-person", place="")),
                       ("a room that is no address", dict(meeting_url="javascript:alert(1)")),
                       ("a room in another alphabet", dict(meeting_url="https://é.example")),
                       ("buffer", dict(before="241")), ("notice", dict(notice="721")),
                       ("horizon", dict(horizon="366")), ("no horizon", dict(horizon="0")),
                       ("cap", dict(cap="51")), ("hours", dict(hours1="8761")),
                       ("percent", dict(percent1="101")), ("moves", dict(moves1="21")),
                       ("half a step", dict(percent2="")), ("twice the same", dict(hours2="72")),
                       ("more back later", dict(percent2="100", percent1="50"))):
        tap.equal(status(**more), 422, "refused: " + what)
    tap.equal(services(mira), before, "and nothing was stored")
    page = me.post(NEW, **fields(name="Typed", minutes="20", mode="in-person", place="Here",
                                 percent2="", step="45"))
    tap.equal([page.value("name"), page.value("minutes"), page.value("place"), page.value("hours2"),
               page.value("price")], ["Typed", "20", "Here", "24", "80"], "what was typed stays")
    tap.ok("multiple of 15" in page.text and "A step needs its hours" in page.text and
           'value="in-person" checked' in page.text and '<option value="45" selected>' in page.text,
           "each fault beside its field", page.words[-900:])
    site.sql("update tenant set price_min_minor = 5000 where id = %d" % site.tenant)
    page = me.post(NEW, **fields(price="49.99"))
    tap.ok(page.status == 422 and "The least price is €50.00" in page.text, "below the minimum (A-31)")
    tap.equal([status(price="50"), status(price="0")], [303, 303], "the minimum, and free (U-12)")
    tap.equal(site.sql("select count(*) from service where coach_id = %d and price_minor = 1"
                       % mira["id"]), [["1"]], "what was cheaper before stays")
    site.sql("update tenant set price_min_minor = 0 where id = %d" % site.tenant)


def words():
    mira = shelf.add("Mira Moon", services=[])
    me = owner(mira)
    page = me.get(NEW + "?hours1=10&percent1=100&moves1=1&hours2=20&percent2=100&moves2=3&price=10")
    tap.ok("Up to 20 hours before" in page.words and "10 to 20 hours before" in page.words,
           "the words follow what is typed, in any order", page.words)
    tap.has(me.get(NEW + "?hours1=10&percent1=100&price=0"), "Free of charge", "free has its own")
    page = me.get(NEW + "?hours1=10")
    tap.ok(page.status == 200 and "A step needs" in page.words, "half a step says so")
    tap.equal(services(mira), [], "asking stores nothing")
    me.post(NEW, **{k: v for k, v in fields().items() if k[:-1] not in ("hours", "percent", "moves")})
    tap.equal(json.loads(site.sql("select policy from service where id = %d" % last(mira))[0][0]),
              [{"hours": 0, "percent": 0, "move": False, "moves": 0}], "no step: nothing back")


def deletes():
    mira = shelf.add("Mira Moon", services=[dict(slug="a", name="Never"), dict(slug="b", name="Once")])
    me = owner(mira)
    (never,), (once,) = site.sql("select id from service where coach_id = %d order by id" % mira["id"])
    no = book(mira, int(once), site.account("Carl Client"))
    path = "%s/%s" % (PAGE, never)
    tap.has(me.get(path + "/delete"), "Nobody has booked it yet", "asked first")
    tap.equal(len(services(mira)), 2, "asking deletes nothing")
    answer = me.post(path, page=path + "/delete", do="delete")
    tap.has(me.follow(answer), "Never is deleted", "deleted (A-42)")
    tap.ok([s[1] for s in services(mira)] == ["Once"] and me.get(path).status == 404, "and gone")
    tap.lacks(me.get("/coaches/" + mira["slug"]), "Never", "from the profile too")
    path = "%s/%s" % (PAGE, once)
    tap.has(me.get(path + "/delete"), "It has 1 booking, so it is not deleted", "a booked one says why not")
    answer = me.post(path, page=path + "/delete", do="delete")
    tap.has(me.follow(answer), "only switched off", "it is switched off and says so (A-43)")
    tap.equal(rows(me.get(PAGE))[1][::4], ["Once", "Inactive"], "the row stays")
    tap.equal(site.sql("select state, service_name from booking where no = '%s'" % no),
              [["Confirmed", "Once"]], "its booking as well")
    tap.equal(site.sql("select count(*) from listing where coach_id = %d" % mira["id"]), [["0"]],
              "without a service nobody is in the directory")


def refuses():
    mira, olaf = shelf.add("Mira Moon"), shelf.add("Olaf Other")
    tenant, _ = site.add_tenant("b")
    una = Coaches(site, tenant).add("Una Elsewhere")
    me = owner(mira)
    for who, coach in (("another coach", olaf), ("another tenant", una)):
        path = "%s/%d" % (PAGE, last(coach))
        tap.equal([me.get(path).status, me.get(path + "/delete").status,
                   me.post(path, page=NEW, **fields()).status,
                   me.post(path, page=NEW, do="delete").status], [404] * 4, "%s's service is not mine" % who)
        tap.equal(services(coach)[0][1::4], ["Session", "1"], "and is as it was")
    tap.equal([me.get(PAGE + "/0").status, me.get(PAGE + "/x").status, me.get(NEW + "/delete").status,
               me.post(PAGE, page=NEW, **fields()).status, me.post(NEW, do="delete").status],
              [404] * 5, "no such service")
    tap.equal(me.post(NEW, token="", **fields()).status, 403, "without the form's token: refused")
    client = site.person().sign_in(site.account("Cleo Client"))
    tap.equal([client.get(PAGE).status, client.post(NEW, page="/account/settings", **fields()).status],
              [403, 403], "a client is no coach")
    tap.equal(site.person().get(PAGE).status, 303, "a visitor signs in")


works()
edits()
limits()
words()
deletes()
refuses()
tap.done()
