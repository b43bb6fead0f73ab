#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A coach's own page: badge, tabs, card, and what the public reads (A-01 to A-05, A-08 to A-14)."""

import html
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from coaches import Coaches  # noqa: E402
from visit import CLIENT, COACH, Account, Site, tap  # noqa: E402

PAGE = "/practice/profile"
TABS = [("/practice/profile", "Profile"), ("/practice/services", "Services"),
        ("/practice/bookings", "Bookings"), ("/practice/integrations", "Integrations")]
site = Site()
shelf = Coaches(site)


def owner(coach):
    mail, name = site.sql("select mail, name from account where id = %d" % coach["account_id"])[0]
    return site.person().sign_in(Account(coach["account_id"], name, mail))


def fields(**more):
    return dict(dict(do="save", name="Mira Moon", headline="", bio="", specialties="", custom="",
                     city="", country="", languages="", zone="Europe/Berlin"), **more)


def card(page):
    return html.unescape(re.sub(r"\s+", " ", re.sub(
        r"<[^>]*>", " ", re.search(r"<aside.*?</aside>", page.text, re.S).group(0))))


def tags(coach, kind):
    return [r[0] for r in site.sql("select tag from coach_tag where coach_id = %d and kind = '%s'"
                                   " order by position" % (coach["id"], kind))]


def hub():
    mira = shelf.add("Mira Moon", city="", country="", specialties=["Calm", "Focus"])
    me = owner(mira)
    page = me.get(PAGE)
    tap.ok(re.search(r"<h1>Mira Moon</h1>\s*<span class=\"state approved\">Approved</span>",
                     page.text), "the display name with its badge (A-01)")
    nav = re.search(r'<nav class="tabs" aria-label="Practice">(.*?)</nav>', page.text, re.S).group(1)
    tap.equal(re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', nav), TABS, "four tabs in order")
    for path, name in TABS:
        page = me.get(path)
        tap.ok(page.status == 200 and 'href="%s" aria-current="page">%s' % (path, name) in page.text,
               "%s has its address" % name, page.status)
    page = me.get(PAGE)
    tap.ok("Not specified" in card(page), "no place: the card says so (A-68)", card(page))
    tap.ok('<li class="chip">Calm</li><li class="chip">Focus</li>' in page.text,
           "specialties are chips (A-69)")
    tap.ok("Cal.eu is not connected" in card(page) and "Stripe is not connected" in card(page),
           "connections in words too (A-67)", card(page))
    looks = set()
    for status in ("Pending", "Approved", "Suspended", "Rejected"):
        site.sql("update coach set status = '%s', status_reason = 'Because <i>%s</i>', status_at ="
                 " '2026-02-03 12:00:00' where id = %d" % (status, status, mira["id"]))
        page = me.get(PAGE)
        m = re.search(r'</h1>\s*<span class="state ([a-z]+)">([A-Za-z]+)</span>', page.text)
        looks.add(m.group(1))
        tap.equal(m.group(2), status, "badge %s (A-02 to A-05)" % status)
        tap.ok("Because <i>%s</i>" % status in card(page) and "3 February 2026" in card(page),
               "with reason and date (A-66)", card(page))
    tap.equal(len(looks), 4, "each has a look of its own")
    tap.equal(me.get("/coaches/" + mira["slug"]).status, 404, "who is not approved is not public")
    answer = me.post(PAGE, **fields(headline="Still mine"))
    tap.has(me.follow(answer), "as soon as you are approved", "a profile can be edited in every status")
    site.sql("update calendar set driver = 'caleu' where coach_id = %d" % mira["id"])
    tap.ok("Cal.eu is connected" in card(me.get(PAGE)), "a calendar at Cal.eu is told (A-67)")
    page = me.get("/practice/integrations")
    tap.ok("Connected" in page.words and "Your times come from Cal.eu" in page.words, "there as well")


def edits():
    mira = shelf.add("Mira Moon", specialties=["Old"], bio="Before")
    shelf.list()
    me = owner(mira)
    public = "/coaches/" + mira["slug"]
    answer = me.post(PAGE, **fields(
        name="Mira M. <b>", headline="Clear heads", bio="One <b>bold</b>\r\nTwo\r\n\r\nThree",
        specialties="Focus, calm , FOCUS,,Calm, \"Quotes\" \\ slash", custom="Board & chess",
        city="Lyon", country="FR", languages="English, Français", zone="Europe/Paris"))
    tap.equal((answer.status, answer.to), (303, PAGE), "saved (A-19)")
    page = me.follow(answer)
    tap.has(page, "Saved.", "and said so")
    tap.equal([page.value("name"), page.value("headline"), page.value("city"),
               page.value("languages"), page.value("custom")],
              ["Mira M. <b>", "Clear heads", "Lyon", "English, Français", "Board & chess"],
              "everything is kept")
    tap.equal(page.value("specialties"), 'Focus, calm, "Quotes" \\ slash',
              "no word twice, whatever its case (A-10)")
    tap.has(page, '<option value="FR" selected>France</option>', "the country from a list (A-14)")
    tap.has(page, '<option value="Europe/Paris" selected>', "the zone")
    tap.ok("Lyon, France" in card(page), "the card has the place", card(page))
    seen = me.get(public)
    tap.ok("One &lt;b&gt;bold&lt;/b&gt;<br>Two</p>" in seen.text and "<p>Three</p>" in seen.text,
           "line breaks and literal characters (A-09)")
    tap.ok("Mira M. &lt;b&gt;" in seen.text and "Lyon, France" in seen.words, "name and place are public")
    tap.ok('<li class="chip">Board &amp; chess</li>' in seen.text and
           re.search(r'<a class="chip" href="[^"]*topic=Focus">', seen.text),
           "the specialty of one's own stands apart (A-12)")
    tap.equal(site.sql("select name, city, country, specialties, zone, stale from listing where"
                       " coach_id = %d" % mira["id"]),
              [["Mira M. <b>", "Lyon", "FR", 'Focus\\ncalm\\n"Quotes" \\\\ slash', "Europe/Paris", "0"]],
              "the directory has it at once")
    me.post(PAGE, **fields(specialties="calm, naïve, NAIVE"))
    tap.equal(tags(mira, "specialty"), ["calm", "naïve"], "removed is gone, an accent is no new word (A-11)")
    tap.equal(tags(mira, "language"), [], "none is none")
    tap.has(me.get(PAGE), '<a class="btn second" href="/practice/profile">Reset</a>',
            "Reset opens what is saved (A-20)")


def refuses():
    mira = shelf.add("Mira Moon", headline="Mine")
    other = shelf.add("Olaf Other", headline="His")
    stored = "select name, headline, city, country, zone from coach where id = %d" % mira["id"]
    before = site.sql(stored)
    me = owner(mira)
    page = me.post(PAGE, **fields(name=" ", headline="Typed", specialties="a, b", country="FR"))
    tap.ok(page.status == 422 and "Please enter your display name" in page.text,
           "a name is needed (A-08)", page.words[:300])
    tap.equal([page.value("headline"), page.value("specialties")], ["Typed", "a, b"], "what was typed stays")
    tap.has(page, '<option value="FR" selected>', "what was chosen too")
    tap.has(page, "<h1>Mira Moon</h1>", "the stored name still stands above")
    for what, more in (("no such country", dict(country="QQ")), ("no such zone", dict(zone="Mars/Base")),
                       ("a tag too long", dict(specialties="x" * 61)),
                       ("too many tags", dict(specialties=",".join("t%d" % i for i in range(13)))),
                       ("a bio too long", dict(bio="x" * 5001))):
        tap.equal(me.post(PAGE, **fields(**more)).status, 422, what)
    tap.equal(me.post(PAGE, **fields(specialties=",".join("ä" * 59 + "%d" % i for i in range(2)))).status,
              303, "sixty characters are no bytes")
    site.sql("update coach set headline = 'Mine' where id = %d" % mira["id"])
    tap.equal(site.sql(stored)[0][2:], ["", "", "Europe/Berlin"], "and only that was stored")
    tap.equal(site.sql("select headline from coach where id = %d" % other["id"]), [["His"]],
              "another coach's row is untouched")
    tap.equal(len(before), 1, "one row of mine")
    tap.equal(me.post(PAGE, token="", **fields()).status, 403, "without the form's token: refused")
    client = site.person().sign_in(site.account("Cleo Client"))
    tap.equal(client.get(PAGE).status, 403, "a client is no coach")
    tap.equal(client.get("/practice/integrations").status, 403, "nowhere here")
    tap.equal(client.post(PAGE, page="/account/settings", **fields()).status, 403, "nor by post")
    tap.equal(site.person().get(PAGE).status, 303, "a visitor signs in")
    tap.equal(site.person().sign_in(site.account("Nadia New", CLIENT | COACH)).get(PAGE).status, 404,
              "a coach without an entry has no page")
    tenant, host = site.add_tenant("b")
    away = Coaches(site, tenant).add("Una Elsewhere")
    there = site.sql("select mail from account where id = %d" % away["account_id"])[0][0]
    answer = site.person(host).post("/login", do="login", mail=there, password="violet-kettle-9")
    tap.equal(answer.status, 303, "another tenant's coach signs in there")
    tap.equal(site.person().sign_in(Account(away["account_id"], "Una", there)).get(PAGE).status, 403,
              "and is no coach here")


hub()
edits()
refuses()
tap.done()
