# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tests of the stand-in share: one of them running, and a shop to play."""

import unittest

from harness import Receiver, Stub


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.receiver = Receiver()
        cls.stub = Stub("--notify", cls.receiver.url)

    @classmethod
    def tearDownClass(cls):
        code = cls.stub.stop()
        cls.receiver.stop()
        assert code == 0, "the stand-in ended with %d" % code

    def setUp(self):
        self.stub.control("/reset", {})
        self.stub.control("/clock", {"offset": 0})
        self.stub.control("/notify", {"url": self.receiver.url, "retry": 0.05, "attempts": 12})
        self.receiver.clear()

    def order(self, amount=9000, **more):
        p = {"mode": "payment", "line_items[0][price_data][currency]": "eur",
             "line_items[0][price_data][unit_amount]": str(amount),
             "line_items[0][price_data][product_data][name]": "Coaching, 60 min",
             "line_items[0][quantity]": "1", "client_reference_id": "8812",
             "customer_email": "clara@example.org", "metadata[order]": "8812",
             "payment_intent_data[transfer_group]": "order-8812",
             "payment_intent_data[metadata][order]": "8812",
             "success_url": "http://127.0.0.1:8080/checkout/8812/done?s={CHECKOUT_SESSION_ID}",
             "cancel_url": "http://127.0.0.1:8080/checkout/8812"}
        p.update(more)
        return p

    def create(self, amount=9000, key=None, **more):
        r = self.stub.api("POST", "/v1/checkout/sessions", self.order(amount, **more), key)
        self.assertEqual(r.status, 200, r.raw)
        return r.json

    def paid(self, amount=9000):
        s = self.create(amount)
        return self.stub.control("/sessions/%s/pay" % s["id"], {})

    def flush(self):
        self.assertEqual(self.stub.control("/flush", {"timeout": 20})["queued"], 0)

    def refused(self, r, status, code=None, param=None):
        self.assertEqual(r.status, status, r.raw)
        self.assertEqual(r.error.get("code"), code, r.raw)
        self.assertEqual(r.error.get("param"), param, r.raw)
        self.assertTrue(r.headers["Request-Id"].startswith("req_"))
