#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 4
"""Paying, step by step: whatever is lost, late, doubled or forged, one end comes of it. The jobs
run by hand here, so nothing depends on who is faster."""

import hashlib
import hmac
import json
import os
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from client import Browser, Stub  # noqa: E402
from instance import Instance  # noqa: E402
from money import Books, Buyer, Jobs  # noqa: E402
from seed import World  # noqa: E402
from tap import Tap  # noqa: E402

DAY = 86400


class Case:
    def __init__(self, inst):
        self.inst, self.stub, self.jobs = inst, Stub(inst.url and inst.stub), Jobs(inst)
        self.w = World(inst)
        self.coach = self.w.coach()
        self.service = self.w.service(self.coach, price=8000, slug="talk")
        self.books = Books(self.w, self.stub)
        self.slot = int(time.time()) // DAY * DAY + 5 * DAY
        self.n = 0
        self.stub.post("/faults", seed=7)

    def start(self):
        """A time that nobody has."""
        self.slot += 3600
        return self.slot

    def buyer(self, **more):
        self.n += 1
        return Buyer(self.w.client("Buyer %d" % self.n, **more), self.stub)

    def booking(self, no):
        rows = self.w.sql("select b.no, b.state, b.cancelled_by, b.price_minor, o.state,"
                          " b.confirmed_at is not null, unix_timestamp(b.confirmed_at),"
                          " (select count(*) from praxis.block k where k.booking_id = b.id)"
                          " from booking b join client_order o on o.tenant_id = b.tenant_id"
                          " and o.id = b.order_id where o.tenant_id = %d and o.no = '%s'"
                          % (self.w.id, no))
        names = ("no", "state", "by", "price", "order", "was", "at", "blocks")
        return dict(zip(names, rows[0]))

    def refunds(self, no):
        return self.w.sql("select r.cause, r.state, r.amount_minor from refund r join payment p"
                          " on p.tenant_id = r.tenant_id and p.id = r.payment_id"
                          " join client_order o on o.tenant_id = p.tenant_id and"
                          " o.id = p.order_id where o.tenant_id = %d and o.no = '%s' order by r.id"
                          % (self.w.id, no))

    def sound(self):
        wrong = self.books.faults()
        assert not wrong, wrong

    def events(self, **wish):
        self.stub.post("/faults", events=wish)

    def fresh(self):
        self.stub.delete("/faults")
        self.stub.post("/behaviour", complete_race=0, refund_status="succeeded")


def all_events_lost(c):
    """D-03 all events are lost and nobody comes back: booked by the sweep within 6 minutes"""
    c.events(drop="all")
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    c.stub.advance(60)
    a.pay()
    paid = c.stub.now()
    c.jobs.once("settle")
    assert c.booking(a.no)["state"] == "Pending"
    c.stub.advance(300)
    c.jobs.all()
    b = c.booking(a.no)
    assert b["state"] == "Confirmed" and b["order"] == "paid", b
    assert int(b["at"]) - paid <= 360, (b, paid)
    assert len(c.stub.mail(to=a.person.mail, subject="Confirmed")) == 1
    c.sound()


def event_confirms(c):
    """The event alone confirms, and the same event again changes nothing"""
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    a.pay()
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    assert c.booking(a.no)["state"] == "Confirmed"
    before = c.w.sql("select count(*), sum(amount_minor) from ledger; select count(*) from outbox")
    c.stub.post("/replay", type="checkout.session.completed", times=3)
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    assert before == c.w.sql("select count(*), sum(amount_minor) from ledger;"
                             " select count(*) from outbox")
    c.sound()


def late_and_taken(c):
    """D-04 the money comes when the hold is over and the time is somebody else's: all of it back"""
    c.events(drop="all")
    start = c.start()
    a, b = c.buyer(), c.buyer()
    a.hold(c.service, start)
    a.to_partner()
    c.stub.advance(31 * 60)
    a.pay()                             # within the partner's 32 minutes; nobody tells us
    c.stub.advance(5 * 60)
    b.hold(c.service, start)            # takes the time: the hold of 35 minutes is over
    b.to_partner()
    b.pay()
    assert "You are booked" in b.done().text
    back = a.done()
    assert back.status == 200 and "money is on its way back" in back.text, back
    again = a.b.get("/checkout/" + a.no, follow=True)
    assert "money is on its way back" in again.text and "Nothing was charged" not in again.text
    c.jobs.all()
    one = c.booking(a.no)
    assert one["state"] == "Cancelled" and one["blocks"] == "0" and one["order"] == "lapsed", one
    assert c.refunds(a.no) == [["late", "succeeded", "8000"]], c.refunds(a.no)
    assert len(c.stub.mail(to=a.person.mail)) == 1, c.stub.mail(to=a.person.mail)
    c.events(drop=0.0)
    c.stub.post("/replay", type="checkout.session.completed", times=2)
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    a.done()
    c.jobs.all()
    assert c.refunds(a.no) == [["late", "succeeded", "8000"]]
    assert len(c.stub.mail(to=a.person.mail)) == 1
    c.sound()


def late_and_free(c):
    """Late money for a time that is still free is seated again, not given back"""
    c.events(drop="all")
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    c.stub.advance(31 * 60)
    a.pay()
    c.stub.advance(20 * 60)
    # Somebody else's wish for another time of this coach ends the hold.
    c.buyer().hold(c.service, c.start())
    assert c.booking(a.no)["state"] == "Cancelled"
    c.jobs.all()
    assert c.booking(a.no)["state"] == "Confirmed" and not c.refunds(a.no)
    c.stub.advance(40 * 60)
    c.jobs.all()
    c.sound()


def late_after_the_start(c):
    """Late money for a session that has begun meanwhile goes back"""
    c.events(drop="all")
    a = c.buyer()
    now = c.stub.now()
    soon = (now // 1800 + 1) * 1800 + 1800
    a.hold(c.service, soon)
    a.to_partner()
    c.stub.advance(31 * 60)
    a.pay()
    c.stub.advance(6 * 60)
    c.w.sql("delete from praxis.block where tenant_id = %d and hold_until is not null" % c.w.id)
    c.stub.advance(soon - c.stub.now() + 60)
    c.jobs.all()
    assert c.booking(a.no)["state"] == "Cancelled", c.booking(a.no)
    assert [r[0] for r in c.refunds(a.no)] == ["late"], c.refunds(a.no)
    c.sound()


def leaving_frees(c):
    """U-03 leaving ends the partner's session and frees the time at once"""
    start = c.start()
    a, b = c.buyer(), c.buyer()
    a.hold(c.service, start)
    cs = a.to_partner()
    a.summary = a.b.get("/checkout/" + a.no)
    got = a.leave()
    assert got.status == 303 and "/book/" in got.location, got
    assert "left" in a.b.follow(got).text
    assert c.booking(a.no)["state"] == "Cancelled" and c.booking(a.no)["by"] == "client"
    assert c.stub.try_post("/sessions/%s/pay" % cs).status == 409
    b.hold(c.service, start)
    assert "no longer kept" in a.b.get("/checkout/" + a.no).text
    b.leave()
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()


def leaving_loses_the_race(c):
    """U-03 leaving in the moment of paying: paid wins, and the client is booked"""
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    a.summary = a.b.get("/checkout/" + a.no)
    c.stub.post("/behaviour", complete_race=1)
    page = a.b.follow(a.leave())
    assert page.status == 200, page
    assert c.booking(a.no)["state"] == "Confirmed", c.booking(a.no)
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()


def leaving_without_partner(c):
    """Leaving while the partner is silent: said so, and the time is free when the hold ends"""
    start = c.start()
    a, b = c.buyer(), c.buyer()
    a.hold(c.service, start)
    a.to_partner()
    a.summary = a.b.get("/checkout/" + a.no)
    c.stub.post("/faults", api=[{"fault": "503", "match": "POST", "next": 9}])
    page = a.b.follow(a.leave())
    assert page.status == 200 and "becomes free by itself" in page.text, page
    c.fresh()
    c.stub.advance(36 * 60)
    c.jobs.all()
    assert c.booking(a.no)["state"] == "Cancelled", c.booking(a.no)
    b.hold(c.service, start)
    b.leave()
    c.sound()


def price_is_frozen(c):
    """C-44 a price that changes during the checkout does not reach it"""
    s = c.w.service(c.coach, price=5000)
    a = c.buyer()
    a.hold(s, c.start())
    c.w.sql("update service set price_minor = 9900 where id = %d" % s.id)
    c.w.sql("update tenant set fee_bp = 5000 where id = %d" % c.w.id)
    page = a.b.get("/checkout/" + a.no)
    assert "€50.00" in page.text and "€99" not in page.text, page.text
    a.to_partner()
    a.pay()
    assert "You are booked" in a.done().text
    row = c.w.sql("select b.price_minor, b.fee_minor, p.amount_minor from booking b join payment p"
                  " on p.order_id = b.order_id join client_order o on o.id = b.order_id"
                  " where o.no = '%s'" % a.no)
    assert row == [["5000", "500", "5000"]], row
    c.w.sql("update tenant set fee_bp = 1000 where id = %d" % c.w.id)
    c.jobs.all()
    c.sound()


def free_session(c):
    """C-46 a free session is booked without any word to the partner"""
    s = c.w.service(c.coach, price=0)
    a = c.buyer()
    before = len(c.stub.get("/requests")["requests"])
    a.hold(s, c.start())
    got = a.press_pay()
    assert got.status == 303 and "/booking/" in got.location, got
    assert c.booking(a.no)["state"] == "Confirmed"
    c.jobs.all()
    assert len(c.stub.get("/requests")["requests"]) == before
    assert len(c.stub.mail(to=a.person.mail, subject="Confirmed")) == 1
    c.sound()


def declined_card(c):
    """C-47 a declined card: the partner's words, the time kept, another try goes through"""
    a = c.buyer()
    a.hold(c.service, c.start())
    cs = a.to_partner()
    c.stub.post("/sessions/%s/decline" % cs, why="expired_card")
    a.summary = a.b.get("/checkout/" + a.no)
    assert "did not go through" in a.summary.text and "expired" in a.summary.text, a.summary.text
    assert c.booking(a.no)["blocks"] == "1" and c.booking(a.no)["state"] == "Pending"
    assert a.to_partner() == cs
    a.pay()
    assert "You are booked" in a.done().text
    c.jobs.all()
    c.sound()


def session_ran_out(c):
    """A payment page that ran out leaves the time kept, and a new one can be had"""
    a = c.buyer()
    a.hold(c.service, c.start())
    first = a.to_partner()
    c.stub.advance(33 * 60)
    a.summary = a.b.get("/checkout/" + a.no)
    second = a.to_partner()
    assert second != first
    a.pay()
    assert "You are booked" in a.done().text
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()


def paid_twice(c):
    """Two payments for one order: one books, the other goes back"""
    c.events(drop="all")
    a = c.buyer()
    a.hold(c.service, c.start())
    first = a.to_partner()
    c.stub.advance(31 * 60)
    a.pay(first)
    c.stub.advance(2 * 60)
    got = a.press_pay()         # on the page as it was: it has not heard of the first payment
    if got.status == 303 and "/pay/" in got.location:
        a.pay()
    a.done()
    c.stub.advance(10 * 60)
    c.jobs.all()
    assert c.booking(a.no)["state"] == "Confirmed"
    refunds = c.refunds(a.no)
    assert refunds == ([] if a.cs == first else [["double", "succeeded", "8000"]]), refunds
    c.sound()


def forged_events(c):
    """Events without our signature, or an old one, are 401 and leave nothing"""
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    c.events(drop="all")
    a.pay()
    rows = c.w.number("select count(*) from inbox")
    b = Browser(c.inst.url)
    with open(os.path.join(c.inst.dir, "secret", "webhook")) as f:
        secret = "whsec_" + f.read().strip()
    body = json.dumps({"id": "evt_forged", "object": "event", "type": "checkout.session.completed",
                       "data": {"object": {"id": a.cs, "object": "checkout.session"}}}).encode()

    def send(raw, when, key, name="Stripe-Signature", version="v1"):
        mac = hmac.new(key.encode(), b"%d." % when + raw, hashlib.sha256).hexdigest()
        return b.request("POST", "/hook/stripe", body, {
            "Content-Type": "application/json",
            name: "t=%d,%s=%s" % (when, version, mac)}).status

    now = c.stub.now()
    got = [send(body, now, secret + "x"), send(body, now - 3600, secret),
           send(body, now, secret, name="X-Other"), send(body + b" ", now, secret),
           send(body, now, secret, version="v0"), b.request("POST", "/hook/stripe", body).status]
    assert got == [401] * 6, got
    assert c.w.number("select count(*) from inbox") == rows
    # The same bytes with our signature are taken: so it was the signature.
    assert send(body, now, secret) == 200
    assert c.w.number("select count(*) from inbox") == rows + 1
    c.jobs.all()
    assert c.booking(a.no)["state"] == "Confirmed"
    c.sound()


def foreign_account(c):
    """An event of a connected account, and one about a stranger's session, change nothing"""
    rows = c.w.number("select count(*) from inbox")
    with open(os.path.join(c.inst.dir, "secret", "webhook")) as f:
        secret = "whsec_" + f.read().strip()
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    for event in ({"id": "evt_conn", "account": "acct_1x", "data": {"object": {"id": a.cs}}},
                  {"id": "evt_strange", "data": {"object": {"id": "cs_test_stranger"}}}):
        raw = json.dumps(dict(event, object="event", livemode=False,
                              type="checkout.session.completed")).encode()
        mac = hmac.new(secret.encode(), b"%d." % c.stub.now() + raw, hashlib.sha256).hexdigest()
        got = Browser(c.inst.url).request("POST", "/hook/stripe", raw, {
            "Content-Type": "application/json",
            "Stripe-Signature": "t=%d,v1=%s" % (c.stub.now(), mac)})
        assert got.status == 200, got
    assert c.w.number("select count(*) from inbox") == rows + 1
    c.jobs.all()
    assert c.w.sql("select state from inbox where event_ref = 'evt_strange'") == [["ignored"]]
    assert c.booking(a.no)["state"] == "Pending"
    a.summary = a.b.get("/checkout/" + a.no)
    a.leave()
    c.jobs.all()
    c.sound()


def strangers_return(c):
    """The return page of somebody else's order is 404, and a foreign session_id grants nothing"""
    a, b = c.buyer(), c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    a.pay()
    b.hold(c.service, c.start())
    b.to_partner()
    assert b.b.get("/checkout/%s/done" % a.no).status == 404
    assert b.b.get("/checkout/%s" % a.no).status == 404
    page = b.b.get("/checkout/%s/done?session_id=%s" % (b.no, a.cs))
    assert page.status == 200 and "being confirmed" in page.text, page
    assert c.booking(b.no)["state"] == "Pending" and c.booking(b.no)["order"] == "open"
    got = b.b.post("/checkout/" + a.no, dict(b.summary.form("leave").fields, do="leave"))
    assert got.status == 404, got
    assert c.booking(a.no)["state"] != "Cancelled"
    other = World(c.inst)
    shop = a.person.browser(other.host)
    assert shop.get("/checkout/%s/done" % a.no, follow=True).status in (403, 404)
    assert Browser(c.inst.url, c.w.host).get("/checkout/%s/done" % a.no).status == 303
    assert "You are booked" in a.done().text
    b.summary = b.b.get("/checkout/" + b.no)
    b.leave()
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()


def partner_is_down(c):
    """The partner fails when Pay is pressed: a page that says so, and the same button works later"""
    for fault in ({"fault": "503"}, {"fault": "429"}, {"fault": "500"}, {"fault": "garbage"},
                  {"fault": "timeout_before", "seconds": 1},
                  {"fault": "timeout_after", "seconds": 1}, {"fault": "500_after"}):
        a = c.buyer()
        a.hold(c.service, c.start())
        c.stub.post("/faults", api=[dict(fault, match="POST /v1/checkout/sessions", next=9)])
        a.summary = a.press_pay()
        assert a.summary.status == 422, (fault, a.summary)
        assert "does not answer" in a.summary.text and "still kept" in a.summary.text, a.summary
        assert c.booking(a.no)["blocks"] == "1"
        c.stub.delete("/faults")
        a.to_partner()
        a.pay()
        assert "You are booked" in a.done().text, fault
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()


def partner_is_down_at_return(c):
    """The partner is silent when the client comes back: being confirmed, then booked"""
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    a.pay()
    c.stub.post("/faults", api=[{"fault": "503", "match": "GET", "next": 99}])
    page = a.done()
    assert page.status == 200 and "being confirmed" in page.text, page
    assert a.b.get("/checkout/" + a.no).status == 200
    c.stub.delete("/faults")
    assert "You are booked" in a.done().text
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()


def refund_meets_faults(c):
    """A refund that meets every fault of the partner is made once"""
    for fault in ({"fault": "503"}, {"fault": "500"}, {"fault": "500_after"}, {"fault": "409"},
                  {"fault": "timeout_after", "seconds": 1}):
        c.events(drop="all")
        start = c.start()
        a, b = c.buyer(), c.buyer()
        a.hold(c.service, start)
        a.to_partner()
        c.stub.advance(31 * 60)
        a.pay()
        c.stub.advance(5 * 60)
        b.buy(c.service, start)
        a.done()
        c.stub.post("/faults", api=[dict(fault, match="POST /v1/refunds", next=2)])
        c.jobs.all()
        for _ in range(4):
            c.stub.advance(1200)
            c.jobs.all()
        assert c.refunds(a.no) == [["late", "succeeded", "8000"]], (fault, c.refunds(a.no))
        c.stub.delete("/faults")
        c.sound()


def refund_takes_time(c):
    """A refund that the partner finishes later, or never: known although the events are lost"""
    c.stub.post("/behaviour", refund_status="pending")
    for act, wanted in (("succeed", "succeeded"), ("fail", "review")):
        c.events(drop="all")
        start = c.start()
        a, b = c.buyer(), c.buyer()
        a.hold(c.service, start)
        a.to_partner()
        c.stub.advance(31 * 60)
        a.pay()
        c.stub.advance(5 * 60)
        b.buy(c.service, start)
        a.done()
        c.jobs.all()
        assert c.refunds(a.no) == [["late", "sent", "8000"]], c.refunds(a.no)
        mine = [r["id"] for r in c.stub.state()["refunds"] if r["status"] == "pending"]
        assert len(mine) == 1, mine
        c.stub.post("/refunds/%s/%s" % (mine[0], act))
        c.stub.advance(3700)
        c.jobs.all()
        assert c.refunds(a.no) == [["late", wanted, "8000"]], (act, c.refunds(a.no))
    # What failed is a person's business now: the partner still has that money, and says so.
    wrong = c.books.faults()
    assert len(wrong) == 2 and "out 8000" in wrong[0] and "gave back" in wrong[1], wrong


def check_finds(c):
    """The product's own check and ours both name a payment without a booking"""
    a = c.buyer()
    a.hold(c.service, c.start())
    a.to_partner()
    a.pay()
    a.done()
    c.stub.post("/flush", hurry=True)
    c.jobs.all()
    c.sound()
    c.w.sql("update client_order set state = 'lapsed' where tenant_id = %d and no = '%s'"
            % (c.w.id, a.no))
    assert c.books.self_check()["PAID_WITHOUT"] == 1
    c.jobs.once("sweep")
    assert "what=ledger tenant=%d paid_without_booking=1" % c.w.id in c.jobs.said, c.jobs.said
    c.w.sql("update client_order set state = 'paid' where tenant_id = %d and no = '%s'"
            % (c.w.id, a.no))
    keep = c.w.sql("select id, amount_minor from ledger where tenant_id = %d order by id desc"
                   " limit 1" % c.w.id)[0]
    c.w.sql("update ledger set amount_minor = amount_minor - 1 where id = %s" % keep[0])
    found = c.books.self_check()
    assert found["PAID_WITHOUT"] == 1 and found["BOOKED_WITHOUT"] == 1, found
    assert found["UNEXPLAINED"] == 1, found
    assert any("ledger took" in x for x in c.books.faults())
    c.w.sql("update ledger set amount_minor = amount_minor + 1 where id = %s" % keep[0])
    c.sound()
    c.jobs.once("sweep")
    assert "what=ledger tenant=%d " % c.w.id not in c.jobs.said, c.jobs.said


CASES = (all_events_lost, event_confirms, late_and_taken, late_and_free, late_after_the_start,
         leaving_frees, leaving_loses_the_race, leaving_without_partner, price_is_frozen,
         free_session, declined_card, session_ran_out, paid_twice, forged_events, foreign_account,
         strangers_return, partner_is_down, partner_is_down_at_return, refund_meets_faults,
         check_finds, refund_takes_time)


def main():
    t = Tap()
    with Instance(JOBS="no") as inst:
        c = Case(inst)
        for case in CASES:
            if len(sys.argv) > 1 and case.__name__ not in sys.argv[1:]:
                continue
            if not t.case(case, c):
                # What it left half done is no fault of the next.
                c.w = World(inst)
                c.coach = c.w.coach()
                c.service = c.w.service(c.coach, price=8000, slug="talk")
                c.books = Books(c.w, c.stub)
            c.fresh()
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
