# SPDX-License-Identifier: AGPL-3.0-or-later
"""Payments from before: those of the demonstration are known, quiet, and can be refunded."""

import json
import os
import unittest

from harness import HERE, Receiver, Stub

FILE = os.path.join(HERE, "..", "..", "schema", "demo-payments.json")


class Seed(unittest.TestCase):
    def setUp(self):
        with open(FILE, encoding="utf-8") as f:
            self.rows = json.load(f)
        self.receiver = Receiver()
        self.stub = Stub("--notify", self.receiver.url, "--seed", FILE)

    def tearDown(self):
        self.assertEqual(self.stub.stop(), 0)
        self.receiver.stop()

    def test_known_and_refunded(self):
        self.assertTrue(self.rows)
        for row in self.rows:
            s = self.stub.api("GET", "/v1/checkout/sessions/" + row["session"]).json
            self.assertEqual((s["payment_status"], s["amount_total"], s["payment_intent"]),
                             ("paid", row["amount"], row["intent"]))
        self.assertEqual(self.receiver.events(), [], "nothing is announced")
        left = next(r for r in self.rows if "refund" not in r)
        r = self.stub.api("POST", "/v1/refunds", {"payment_intent": left["intent"],
                                                  "amount": str(left["amount"])})
        self.assertEqual((r.status, r.json["status"]), (200, "succeeded"), r.raw)
        gone = next(r for r in self.rows if r.get("refunded") == r["amount"])
        r = self.stub.api("POST", "/v1/refunds", {"payment_intent": gone["intent"]})
        self.assertEqual(r.error["code"], "charge_already_refunded")


if __name__ == "__main__":
    unittest.main()
