# SPDX-License-Identifier: AGPL-3.0-or-later
"""The API is as strict as the real one: parameters, keys, lists, accounts."""

import concurrent.futures
import shutil
import tempfile
import unittest
import urllib.parse

from case import Case
from harness import KEY, Stub


class Requests(Case):
    def test_key(self):
        for said in ({}, {"Authorization": "Bearer sk_test_other"}, {"Authorization": "x"}):
            self.assertEqual(self.stub.send("GET", "/v1/charges", None, said).status, 401)

    def test_unknown_parameters(self):
        for name in ("application_fee_amount", "payment_intent_data[transfer_data][destnation]",
                     "line_items[0][price_data][product_data][nmae]", "payment_method_types[0]"):
            r = self.stub.api("POST", "/v1/checkout/sessions", self.order(**{name: "1"}))
            self.refused(r, 400, "parameter_unknown", name.replace("[0]", "", 1)
                         if name.startswith("payment_method") else name)
        r = self.stub.api("GET", "/v1/refunds?chrage=ch_1")
        self.refused(r, 400, "parameter_unknown", "chrage")

    def test_types(self):
        price = "line_items[0][price_data][unit_amount]"
        for name, value, code in (
                (price, "90.50", "parameter_invalid_integer"),
                (price, "-1", "parameter_invalid_integer"), ("mode", "pay", None),
                ("client_reference_id", "x" * 201, None), ("success_url", "nowhere", "url_invalid"),
                ("customer_email", "clara", "email_invalid"), ("locale", "xx", None),
                ("client_reference_id", "", "parameter_invalid_empty")):
            r = self.stub.api("POST", "/v1/checkout/sessions", self.order(**{name: value}))
            self.refused(r, 400, code, name)

    def test_required(self):
        for name, told in (("success_url", "success_url"),
                           ("line_items[0][quantity]", "line_items[0][quantity]"),
                           ("line_items[0][price_data][currency]",
                            "line_items[0][price_data][currency]")):
            p = self.order()
            del p[name]
            self.refused(self.stub.api("POST", "/v1/checkout/sessions", p), 400,
                         "parameter_missing", told)

    def test_too_small(self):
        r = self.stub.api("POST", "/v1/checkout/sessions", self.order(49))
        self.refused(r, 400, "amount_too_small")
        self.create(50)

    def test_expires_at(self):
        self.stub.control("/clock", {"offset": 86400 * 40})
        now = self.stub.now()
        for shift, status in ((1790, 400), (1860, 200), (86340, 200), (86460, 400), (-1, 400)):
            r = self.stub.api("POST", "/v1/checkout/sessions",
                              self.order(expires_at=str(now + shift)))
            self.assertEqual(r.status, status, (shift, r.raw))
            if status == 400:
                self.assertEqual(r.error["param"], "expires_at")

    def test_version_and_encoding(self):
        auth = {"Authorization": "Bearer " + KEY}
        r = self.stub.send("GET", "/v1/charges", None, dict(
            auth, **{"Stripe-Version": "2020-01-01"}))
        self.assertEqual(r.status, 400)
        r = self.stub.send("POST", "/v1/refunds", "{}", dict(
            auth, **{"Content-Type": "application/json"}))
        self.assertEqual(r.status, 400)

    def test_lists_page_by_key(self):
        made = [self.create()["id"] for _ in range(5)]
        seen, after = [], ""
        while True:
            r = self.stub.api("GET", "/v1/checkout/sessions?limit=2" + after).json
            seen += [s["id"] for s in r["data"]]
            if not r["has_more"]:
                break
            after = "&starting_after=" + seen[-1]
        self.assertEqual(seen, made[::-1])
        r = self.stub.api("GET", "/v1/checkout/sessions?ending_before=%s&limit=2" % made[0]).json
        self.assertEqual([s["id"] for s in r["data"]], [made[2], made[1]])
        self.assertTrue(r["has_more"])
        self.assertEqual(self.stub.api("GET", "/v1/charges?limit=101").status, 400)
        self.assertEqual(self.stub.api("GET", "/v1/charges?limit=0").status, 400)

    def test_expand(self):
        s = self.paid()
        path = "/v1/checkout/sessions/%s" % s["id"]
        self.assertIsInstance(self.stub.api("GET", path).json["payment_intent"], str)
        r = self.stub.api("GET", path + "?expand[]=payment_intent.latest_charge"
                          "&expand[]=line_items").json
        self.assertEqual(r["payment_intent"]["latest_charge"]["amount"], 9000)
        self.assertEqual(r["line_items"]["data"][0]["amount_total"], 9000)
        self.assertEqual(self.stub.api("GET", path + "?expand[]=wallet").status, 400)


class Idempotency(Case):
    def test_same_key_same_answer(self):
        a = self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k1")
        b = self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k1")
        self.assertEqual(a.raw, b.raw)
        self.assertEqual(b.headers["Idempotent-Replayed"], "true")
        self.assertIsNone(a.headers["Idempotent-Replayed"])
        self.assertEqual(len(self.stub.control("/state")["sessions"]), 1)

    def test_other_parameters(self):
        self.create(key="k1")
        r = self.stub.api("POST", "/v1/checkout/sessions", self.order(5000), "k1")
        self.refused(r, 400)
        self.assertEqual(r.error["type"], "idempotency_error")

    def test_errors_of_execution_are_kept(self):
        s = self.create()
        refund = {"payment_intent": "pi_nobody"}
        a = self.stub.api("POST", "/v1/refunds", refund, "r1")
        self.refused(a, 404, "resource_missing", "payment_intent")
        self.assertEqual(self.stub.api("POST", "/v1/refunds", refund, "r1").raw, a.raw)
        self.assertIsNotNone(s)

    def test_refused_parameters_are_not_kept(self):
        bad = self.order(mode="pay")
        self.assertEqual(self.stub.api("POST", "/v1/checkout/sessions", bad, "k1").status, 400)
        self.create(key="k1")

    def test_a_day_later_it_runs_anew(self):
        a = self.create(key="k1")
        self.stub.control("/clock", {"advance": 86400 + 5})
        self.assertNotEqual(self.create(key="k1")["id"], a["id"])

    def test_concurrent_twin(self):
        self.stub.control("/faults", {"api": [{"fault": "slow", "seconds": 0.6, "next": 1}]})
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            calls = [pool.submit(self.stub.api, "POST", "/v1/checkout/sessions", self.order(), "k")
                     for _ in range(2)]
            got = sorted((c.result() for c in calls), key=lambda r: r.status)
        self.assertEqual([r.status for r in got], [200, 409])
        self.refused(got[1], 409, "idempotency_key_in_use")
        self.assertEqual(self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k").raw,
                         got[0].raw)

    def test_key_too_long(self):
        self.assertEqual(self.stub.api("POST", "/v1/checkout/sessions", self.order(),
                                       "k" * 256).status, 400)


class Accounts(Case):
    def test_onboarding(self):
        a = self.stub.api("POST", "/v1/accounts", {"type": "express", "country": "DE",
                                                   "capabilities[transfers][requested]": "true"})
        key = a.json["id"]
        self.assertEqual(a.json["capabilities"], {"transfers": "inactive"})
        self.assertEqual(self.stub.api("POST", "/v1/accounts/%s/login_links" % key,
                                       {}).status, 400)
        p = {"account": key, "type": "account_onboarding", "refresh_url": "http://x.example/again",
             "return_url": "http://x.example/back"}
        path = urllib.parse.urlsplit(self.stub.api("POST", "/v1/account_links", p).json["url"]).path
        self.assertEqual(self.stub.send("GET", path).status, 200)
        r = self.stub.send("GET", path)
        self.assertEqual((r.status, r.headers["Location"]), (303, "http://x.example/again"))
        r = self.stub.send("POST", path, "do=finish",
                           {"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual((r.status, r.headers["Location"]), (303, "http://x.example/back"))
        got = self.stub.api("GET", "/v1/accounts/" + key).json
        self.assertTrue(got["charges_enabled"] and got["payouts_enabled"])
        self.assertEqual(self.stub.api("POST", "/v1/accounts/%s/login_links" % key,
                                       {}).status, 200)
        self.assertTrue(self.stub.api("DELETE", "/v1/accounts/" + key).json["deleted"])
        self.assertEqual(self.stub.api("GET", "/v1/accounts/" + key).status, 403)


class Restart(unittest.TestCase):
    def test_state_survives(self):
        where = tempfile.mkdtemp(prefix="stub-")
        self.addCleanup(shutil.rmtree, where)
        first = Stub("--state-dir", where + "/state", where=where)
        p = Case.order(self)
        s = first.api("POST", "/v1/checkout/sessions", p, "k1").json
        s = first.control("/sessions/%s/pay" % s["id"], {})
        self.assertEqual(first.stop(), 0)
        second = Stub("--state-dir", where + "/state", where=where)
        try:
            again = second.api("POST", "/v1/checkout/sessions", p, "k1")
            self.assertEqual(again.json["id"], s["id"])
            r = second.api("POST", "/v1/refunds", {"payment_intent": s["payment_intent"]})
            self.assertEqual(r.json["amount"], 9000)
        finally:
            self.assertEqual(second.stop(), 0)
