#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One booking: who sees it, what each state offers, and cancelling by the policy to the second."""

import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World, stamp
from instance import Instance

t = Tap()
START = MONDAY + 8 * DAY + 2 * HOUR         # Tuesday 9 March 2027, 11:00 in Berlin


def page(person, no):
    return person.text("/booking/" + no)


def shown(person, no):
    """Which buttons the page offers."""
    person.get("/booking/" + no)
    return {word for word, mark in (("move", 'href="/move/'), ("cancel", 'value="cancel"'),
                                    ("calendar", ".ics"), ("join", 'href="/join/'),
                                    ("pay", 'href="/checkout/'), ("rule", "mailto:help@"))
            if mark in person.body}


def preview(person, no):
    """The refund that the question shows, in minor units and in words."""
    person.get("/booking/%s?do=cancel" % no)
    m = re.search(r'name="refund" value="(\d+)"', person.body)
    return int(m.group(1)) if m else None


def cancel(person, no, reason="", refund=None):
    if refund is None:
        refund = preview(person, no)
    return person.post("/booking/" + no, {"do": "cancel", "reason": reason,
                                          "refund": "" if refund is None else refund})[0]


def state(w, no):
    return w.row("select b.state, b.cancelled_by, b.refund_minor, (select count(*) from block k"
                 " where k.booking_id = b.id) from booking b where b.no = '%s'" % no)


def reach(w):
    no = w.booking("clara", w.career, START, note="My words for Maya")
    for who, why in (("paul", "another client"), ("omar", "another coach"), ("nina", "a member")):
        t.same(w.person(who).get("/booking/" + no)[0], 404, why + " finds nothing")
        t.same(cancel(w.person(who), no, refund=8000), 404, why + " cancels nothing")
    t.same(w.person("stranger").get("/booking/" + no)[0], 404, "nor does another tenant")
    t.ok(w.visitor().get("/booking/" + no)[0] == 303, "a visitor is asked to sign in")
    for odd in ("", "/" + no + "/more", "/NONE0000", "/B-"):
        t.ok(w.person("clara").get("/booking" + odd)[0] == 404, "no booking: " + odd)
    text = page(w.person("clara"), no)
    t.ok("Career session with Maya Coach" in text and "Confirmed" in text and
         "Tuesday 9 March 2027, 11:00 to 12:00 (Berlin time)" in text, "its client sees it", text)
    t.ok("Paid with Visa 4242" in text and "Left to pay €0.00" in text and "€68.00" not in text
         and "receipt/" + no in w.person("clara").get("/booking/" + no)[1],
         "with payment and receipt, without the coach's share")
    text = page(w.person("maya"), no)
    t.ok("Career session with Clara" in text and "Fee of the platform -€12.00" in text and
         "Your share €68.00" in text and "My words for Maya" in text and "clara@example.org" in text
         and "Visa" not in text, "its coach sees client, note and earnings, not the card", text)
    t.same(state(w, no), ["Confirmed", "NULL", "0", "1"], "looking changes nothing")


def two_zones(w):
    no = w.booking("nina", w.career, START + DAY)
    text = page(w.person("nina"), no)
    t.ok("Your time Wednesday 10 March 2027, 05:00 to 06:00 (New York time)" in text and
         "Time of Maya Coach Wednesday 10 March 2027, 11:00 to 12:00 (Berlin time)" in text,
         "both times, each with its zone (U-06)", text)


def buttons(w):
    no = w.booking("clara", w.career, START + 2 * DAY)
    clara, maya, at = w.person("clara"), w.person("maya"), START + 2 * DAY
    everything = {"move", "cancel", "calendar", "join"}
    for when, client, why in (
            (at - 72 * HOUR, everything, "72 hours before"),
            (at - 72 * HOUR + 1, everything, "a second later"),
            (at - 24 * HOUR, everything, "24 hours before"),
            (at - 24 * HOUR + 1, {"calendar", "join", "rule"}, "behind the cutoff (C-50)"),
            (at + 1, {"calendar", "join", "rule"}, "when it has begun"),
            (at + 2 * HOUR, {"rule"}, "when it is over")):
        t.same(w.exactly(when, lambda: shown(clara, no)), client, "for the client " + why)
    for when in (at - 72 * HOUR, at - 24 * HOUR + 1, at + 1):
        t.same(w.exactly(when, lambda: shown(maya, no)), everything,
               "the coach may at any time (U-24)")
    for when, what in ((at - 15 * 60 - 1, "The room opens"), (at - 15 * 60, "The room is open")):
        t.ok(what in w.exactly(when, lambda: page(clara, no)), "the room: " + what)
    t.ok("could be cancelled or moved online until Wednesday 10 March 2027, 11:00 (Berlin time)" in
         w.exactly(at - 24 * HOUR + 1, lambda: page(clara, no)), "the rule is told with its date")
    for when, words in ((at - 72 * HOUR, "€80.00 back, or move it (twice) Until Monday 8 March"),
                        (at - 72 * HOUR + 1, "€40.00 back, or move it (once) Until Wednesday")):
        text = w.exactly(when, lambda: page(clara, no))
        t.ok(words in text and text.index(words) == text.index(words.split(" back")[0]),
             "the present step comes first: " + words, text)
    w.at(MONDAY)
    w.sql("update booking set moves = 2 where no = '%s'" % no)
    t.ok("move" not in shown(clara, no) and "cancel" in shown(clara, no) and
         "moved it 2 times; its policy allows no further move" in page(clara, no),
         "moves that are used up")
    w.sql("update booking set moves = 1 where no = '%s'" % no)
    t.ok("You have moved it once; you can move it once more." in page(clara, no), "moves left")


def states(w):
    clara, maya = w.person("clara"), w.person("maya")
    until = MONDAY + 20 * 60
    no = w.booking("clara", w.walk, START + 3 * DAY, "Pending", hold_until=until)
    t.same(shown(clara, no), {"pay"}, "pending: pay, nothing else")
    text = page(clara, no)
    t.ok("kept until 09:20 Europe/Berlin" in text and "Linienstr" not in clara.body and
         "The address comes with the confirmation" in text, "until when, and no address yet", text)
    t.ok(shown(maya, no) == set() and "has not confirmed and paid yet" in page(maya, no),
         "the coach sees that it is not paid")
    t.same(w.exactly(until, lambda: shown(clara, no)), set(), "over in the second shown")
    t.ok("not paid in time" in page(clara, no) and "Not paid" in page(clara, no), "and it says so")
    w.at(MONDAY)
    no = w.booking("clara", w.walk, START + 4 * DAY)
    t.ok("Linienstr. 12, 10178 Berlin" in page(clara, no) and "Ring at Lindqvist" in clara.text(),
         "confirmed: address and how to get in (C-17)")
    w.booking("clara", w.career, MONDAY - DAY, "Completed", no="DONE0001")
    t.ok(shown(clara, "DONE0001") == set() and "Completed" in clara.text(), "completed: no buttons")
    t.same(cancel(clara, "DONE0001", refund=8000), 422, "and not cancelled behind its back")
    t.ok("has changed meanwhile" in clara.text() and state(w, "DONE0001")[0] == "Completed",
         "with a sentence")


def money(w, no):
    """The same sum in the row, the refund, the ledger and what the mail is told."""
    row = w.row("select b.id, b.refund_minor, b.price_minor, b.account_id from booking b"
                " where b.no = '%s'" % no)
    refund = w.row("select amount_minor, state, cause from refund where booking_id = " + row[0])
    ledger = dict((a, int(b)) for a, b in w.sql(
        "select to_account, sum(amount_minor) from ledger where booking_id = %s"
        " and once not like 'paid:%%' group by 1" % row[0]))
    mails = sorted(x[0] for x in w.sql("select template from outbox where booking_id = %s and"
                                       " kind = 'mail'" % row[0]))
    job = w.one("select count(*) from outbox where booking_id = %s and kind = 'refund'" % row[0])
    return int(row[1]), refund, ledger, mails, int(job)


def cancelling(w):
    clara, at = w.person("clara"), START + 9 * DAY
    for when, back, why in ((at - 72 * HOUR, 8000, "all of it"),
                            (at - 72 * HOUR + 1, 4000, "half a second later"),
                            (at - 24 * HOUR, 4000, "half in the last second")):
        no = w.booking("clara", w.career, at)
        seen = w.exactly(when, lambda: preview(clara, no))
        t.same(seen, back, "the question shows " + why)
        t.ok(("You get back €%d.00" % (back // 100)) in clara.text(), "in words too")
        w.at(when)
        t.same(cancel(clara, no, "Ill"), 303, "cancelled")
        t.same(state(w, no), ["Cancelled", "client", str(back), "0"], "the time is free again")
        want = {"client": back}
        if back < 8000:
            want.update(coach=3400, fee=600)
        t.same(money(w, no), (back, [str(back), "queued", "cancelled"], want,
                              ["cancelled", "cancelled-coach"], 1),
               "booking, refund, ledger and mail agree")
        clara.get("/booking/" + no)
        t.ok("The session is cancelled" in clara.text() and "You cancelled this session" in
             clara.text() and "€%d.00 goes back to the card" % (back // 100) in clara.text(),
             "the page says what happens with the money", clara.text())
        t.ok(cancel(clara, no, refund=back) == 422 and len(w.sql(
            "select 1 from refund r join booking b on b.id = r.booking_id where b.no = '%s'" % no))
            == 1, "a second press cancels nothing")
    no = w.booking("clara", w.career, at)
    t.same(w.exactly(at - 24 * HOUR + 1, lambda: cancel(clara, no, refund=4000)), 422,
           "one second behind the cutoff it is refused")
    t.ok("too late to cancel" in clara.text() and state(w, no)[0] == "Confirmed" and
         "help@north.test" in clara.text(), "with the rule and whom to write to")
    w.at(at - 72 * HOUR + 10)
    t.same(cancel(clara, no, "Still ill", refund=8000), 422,
           "a step that ended between looking and pressing takes nothing away unseen")
    t.ok("has changed since you looked" in clara.text() and "€40.00" in clara.text() and
         "Still ill" in clara.body and state(w, no)[0] == "Confirmed",
         "the new sum and the words typed are there again")
    w.at(MONDAY)


def by_the_coach(w):
    maya, at = w.person("maya"), START + 10 * DAY
    no = w.booking("clara", w.career, at)
    w.at(at - 10 * 60)
    t.same(preview(maya, no), 8000, "the coach gives everything back, however late")
    for reason in ("", "   ", " \r\n\t ", "\u00a0"):
        t.ok(cancel(maya, no, reason) == 422 and "Please tell your client why" in maya.text() and
             state(w, no)[0] == "Confirmed", "a reason is needed (A-48): %r" % reason)
    t.same(cancel(maya, no, "x" * 501), 422, "not one of more than 500 characters")
    t.ok("x" * 501 in maya.body, "which comes back as it was typed")
    t.same(cancel(maya, no, "  I have caught a cold  "), 303, "cancelled with a reason")
    t.same(state(w, no), ["Cancelled", "coach", "8000", "0"], "by the coach, everything back")
    t.same(money(w, no)[2], {"client": 8000}, "nothing is kept")
    text = page(w.person("clara"), no)
    t.ok("Maya Coach cancelled this session" in text and "I have caught a cold" in text and
         "€80.00 goes back" in text, "the client reads who, why and how much", text)
    for word, says in (("sent", "is on its way back"), ("succeeded", "went back to the card"),
                       ("review", "release it by hand")):
        w.sql("update refund set state = '%s', done_at = '2027-03-10 10:00:00'"
              " order by id desc limit 1" % word)
        t.ok(says in page(w.person("clara"), no), "the money: " + word)
    w.at(MONDAY)


def free_ones(w):
    clara = w.person("clara")
    no = w.booking("clara", w.first, START + 11 * DAY)
    t.ok("This session is free" in page(clara, no), "a free session has no payment")
    t.same(cancel(clara, no), 303, "and is cancelled")
    t.ok(money(w, no)[:3] == (0, None, {}) and "goes back" not in page(clara, no),
         "without any money")


def forged(w):
    clara = w.person("clara")
    no = w.booking("clara", w.career, START + 13 * DAY)
    t.same(clara.post("/booking/" + no, {"do": "cancel", "refund": "8000"}, token="x")[0], 403,
           "a forged button")
    for fields in ({"do": "cancel"}, {"do": "cancel", "refund": "-1"},
                   {"do": "cancel", "refund": "all"}):
        t.same(clara.post("/booking/" + no, fields)[0], 422, "not without the sum that was seen")
    t.same(clara.post("/booking/" + no, {"do": "explode"})[0], 400, "no such button")
    t.same(clara.get("/booking/%s?do=cancel" % no)[0], 200, "the question is a page")
    clara.get("/booking/%s?do=cancel&reason=x&refund=8000" % no)
    t.same(state(w, no), ["Confirmed", "NULL", "0", "1"], "an address alone cancels nothing")
    w.sql("update booking set note = '<script>alert(1)</script>', prepare_note = '<b>x</b>'"
          " where no = '%s'" % no)
    page(clara, no)
    t.ok("<script>alert" not in clara.body and "<b>x</b>" not in clara.body, "words stay words")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=2) as inst:
    world = World(inst)
    for part in (reach, two_zones, buttons, states, cancelling, by_the_coach, free_ones, forged):
        part(world)
t.done()
