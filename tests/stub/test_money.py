# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sessions, the pay page, refunds and transfers."""

import time
import urllib.parse

from case import Case


class Sessions(Case):
    def test_expire_call(self):
        s = self.create()
        self.assertIsNone(s["payment_intent"])
        path = "/v1/checkout/sessions/%s/expire" % s["id"]
        self.assertEqual(self.stub.api("POST", path, {}).json["status"], "expired")
        self.refused(self.stub.api("POST", path, {}), 400)
        self.flush()
        self.assertEqual(self.receiver.types(), ["checkout.session.expired"])

    def test_expires_by_the_clock(self):
        s = self.create(expires_at=str(self.stub.now() + 1860))
        self.stub.control("/clock", {"advance": 1861})
        got = self.stub.api("GET", "/v1/checkout/sessions/" + s["id"]).json
        self.assertEqual((got["status"], got["url"]), ("expired", None))
        self.assertEqual(self.stub.send("POST", "/control/sessions/%s/pay" % s["id"],
                                        "{}").status, 409)
        self.assertEqual(self.stub.send("GET", "/pay/" + s["id"]).status, 410)

    def test_expires_though_nobody_looks(self):
        self.create(expires_at=str(self.stub.now() + 1860))
        with open(self.stub.clock, "w", encoding="ascii") as f:
            f.write("1861\n")
        end = time.monotonic() + 10
        while "checkout.session.expired" not in self.receiver.types():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)

    def test_expire_loses_the_race(self):
        s = self.create()
        self.stub.control("/behaviour", {"complete_race": 1})
        self.refused(self.stub.api("POST", "/v1/checkout/sessions/%s/expire" % s["id"], {}), 400)
        got = self.stub.api("GET", "/v1/checkout/sessions/" + s["id"]).json
        self.assertEqual((got["status"], got["payment_status"]), ("complete", "paid"))

    def test_pay_page(self):
        s = self.create()
        where = urllib.parse.urlsplit(s["url"])
        self.assertEqual(where.port, self.stub.http)
        page = self.stub.send("GET", where.path).raw.decode()
        for words in ("Pay", "Pay by bank debit", "Use a card that is declined", "Leave"):
            self.assertIn(">%s</button>" % words, page)
        self.assertNotIn("<script", page)
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        r = self.stub.send("POST", where.path, "do=decline", form)
        self.assertIn("Your card has insufficient funds.", r.raw.decode())
        r = self.stub.send("POST", where.path, "do=leave", form)
        self.assertEqual((r.status, r.headers["Location"]), (303, s["cancel_url"]))
        r = self.stub.send("POST", where.path, "do=pay", form)
        self.assertEqual((r.status, r.headers["Location"]),
                         (303, "http://127.0.0.1:8080/checkout/8812/done?s=" + s["id"]))
        got = self.stub.control("/state")["sessions"][0]
        self.assertEqual((got["payment_status"], got["declined"], got["left"]), ("paid", 1, 1))
        self.assertIn("This payment is made", self.stub.send("GET", where.path).raw.decode())

    def test_pay_page_escapes(self):
        name = "line_items[0][price_data][product_data][name]"
        s = self.create(**{name: "<b>Tea & \"talk\"</b>"})
        page = self.stub.send("GET", "/pay/" + s["id"]).raw.decode()
        self.assertIn("&lt;b&gt;Tea &amp; &quot;talk&quot;&lt;/b&gt;", page)

    def test_foreign_page_cannot_press(self):
        s = self.create()
        r = self.stub.send("POST", "/pay/" + s["id"], "do=pay", {
            "Origin": "http://evil.example", "Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(r.status, 403)

    def test_decline_keeps_it_open(self):
        s = self.create()
        self.stub.control("/sessions/%s/decline" % s["id"], {})
        self.flush()
        self.assertEqual(sorted(self.receiver.types()), [
            "charge.failed", "payment_intent.created", "payment_intent.payment_failed"])
        self.stub.control("/sessions/%s/pay" % s["id"], {})
        self.flush()
        self.assertEqual(self.receiver.types().count("payment_intent.created"), 1)
        self.assertEqual(self.stub.control("/state?summary=1")["totals"]["eur"]["charged"], 9000)

    def test_delayed(self):
        for act, status, last in (("settle-delayed", "paid", "succeeded"),
                                  ("fail-delayed", "unpaid", "failed")):
            s = self.create()
            got = self.stub.control("/sessions/%s/delayed" % s["id"], {})
            self.assertEqual((got["status"], got["payment_status"]), ("complete", "unpaid"))
            pi = self.stub.api("GET", "/v1/payment_intents/" + got["payment_intent"]).json
            self.assertEqual(pi["status"], "processing")
            r = self.stub.api("POST", "/v1/refunds", {"payment_intent": pi["id"]})
            self.refused(r, 400, "payment_intent_unexpected_state", "payment_intent")
            got = self.stub.control("/sessions/%s/%s" % (s["id"], act), {})
            self.assertEqual(got["payment_status"], status)
            self.flush()
            self.assertIn("checkout.session.async_payment_" + last, self.receiver.types())

    def test_only_cards(self):
        s = self.create(**{"allowed_payment_method_types[0]": "card"})
        page = self.stub.send("GET", "/pay/" + s["id"]).raw.decode()
        self.assertNotIn("bank debit", page)
        r = self.stub.send("POST", "/control/sessions/%s/delayed" % s["id"], "{}")
        self.assertEqual(r.status, 409)


class Money(Case):
    def test_refunds_to_the_cent(self):
        s = self.paid()
        pi = s["payment_intent"]
        a = self.stub.api("POST", "/v1/refunds", {"payment_intent": pi, "amount": "4000"}).json
        self.assertEqual((a["amount"], a["status"]), (4000, "succeeded"))
        r = self.stub.api("POST", "/v1/refunds", {"payment_intent": pi, "amount": "5001"})
        self.refused(r, 400, None, "amount")
        self.assertEqual(self.stub.api("POST", "/v1/refunds",
                                       {"payment_intent": pi}).json["amount"], 5000)
        for p in ({"payment_intent": pi}, {"charge": a["charge"], "amount": "1"}):
            self.refused(self.stub.api("POST", "/v1/refunds", p), 400, "charge_already_refunded")
        ch = self.stub.api("GET", "/v1/charges/" + a["charge"]).json
        self.assertEqual((ch["amount_refunded"], ch["refunded"]), (9000, True))
        got = self.stub.api("GET", "/v1/refunds?payment_intent=" + pi).json["data"]
        self.assertEqual([r["amount"] for r in got], [5000, 4000])
        totals = self.stub.control("/state?summary=1")["totals"]["eur"]
        self.assertEqual((totals["charged"], totals["refunded"]), (9000, 9000))
        self.refused(self.stub.api("POST", "/v1/refunds", {}), 400, "parameter_missing")

    def test_refund_events(self):
        s = self.paid()
        self.flush()
        self.receiver.clear()
        self.stub.api("POST", "/v1/refunds", {"payment_intent": s["payment_intent"]}, "r1")
        self.flush()
        self.assertEqual(sorted(self.receiver.types()),
                         ["charge.refunded", "refund.created", "refund.updated"])
        made = [e for e in self.receiver.events() if e["type"] == "refund.created"][0]
        self.assertEqual(made["request"]["idempotency_key"], "r1")

    def test_refund_pends_and_fails(self):
        s = self.paid()
        self.stub.control("/behaviour", {"refund_status": "pending"})
        r = self.stub.api("POST", "/v1/refunds", {"payment_intent": s["payment_intent"]}).json
        self.assertEqual(r["status"], "pending")
        self.stub.control("/refunds/%s/fail" % r["id"], {})
        self.flush()
        self.assertIn("refund.failed", self.receiver.types())
        ch = self.stub.api("GET", "/v1/charges/" + r["charge"]).json
        self.assertEqual((ch["amount_refunded"], ch["refunded"]), (0, False))

    def test_transfers(self):
        s = self.paid()
        ch = self.stub.api("GET", "/v1/payment_intents/" + s["payment_intent"]).json[
            "latest_charge"]
        p = {"amount": "7200", "currency": "eur", "destination": "acct_coach",
             "source_transaction": ch, "metadata[booking]": "4711"}
        self.refused(self.stub.api("POST", "/v1/transfers", p), 400, "resource_missing",
                     "destination")
        self.stub.control("/accounts", {"id": "acct_coach", "ready": False})
        self.refused(self.stub.api("POST", "/v1/transfers", p), 400,
                     "insufficient_capabilities_for_transfer", "destination")
        self.stub.control("/accounts/acct_coach/ready", {})
        tr = self.stub.api("POST", "/v1/transfers", p).json
        self.assertEqual(tr["transfer_group"], "order-8812")
        self.refused(self.stub.api("POST", "/v1/transfers", dict(p, amount="1801")), 400, None,
                     "amount")
        back = "/v1/transfers/%s/reversals" % tr["id"]
        self.assertEqual(self.stub.api("POST", back, {"amount": "3000"}).json["amount"], 3000)
        self.refused(self.stub.api("POST", back, {"amount": "4201"}), 400, None, "amount")
        self.stub.control("/accounts/acct_coach/payout", {})
        self.refused(self.stub.api("POST", back, {}), 400, "balance_insufficient")
        got = self.stub.api("GET", "/v1/transfers/" + tr["id"]).json
        self.assertEqual((got["amount_reversed"], got["reversed"]), (3000, False))

    def test_balance_adds_up(self):
        s = self.paid()
        self.stub.api("POST", "/v1/refunds",
                      {"payment_intent": s["payment_intent"], "amount": "1000"})
        got = self.stub.api("GET", "/v1/balance_transactions?limit=100").json["data"]
        self.assertEqual([(t["type"], t["amount"]) for t in got],
                         [("refund", -1000), ("charge", 9000)])
        fee = got[1]["fee"]
        self.assertEqual(self.stub.api("GET", "/v1/balance").json["available"][0]["amount"],
                         8000 - fee)
