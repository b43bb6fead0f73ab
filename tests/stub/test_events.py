# SPDX-License-Identifier: AGPL-3.0-or-later
"""Events are signed, sent until taken, and broken on demand; so is the API."""

import hashlib
import hmac
import http.client
import json
import re

from case import Case
from harness import SECRET


class Webhooks(Case):
    def verify(self, said, raw, secret=SECRET):
        """Independent of the program's own signer; gives t."""
        m = re.fullmatch(r"t=(\d+),v1=([0-9a-f]{64})", said)
        self.assertIsNotNone(m, said)
        mac = hmac.new(secret.encode(), m.group(1).encode() + b"." + raw, hashlib.sha256)
        self.assertEqual(mac.hexdigest(), m.group(2))
        return int(m.group(1))

    def test_payment(self):
        self.stub.control("/clock", {"offset": 1000000})
        s = self.paid()
        self.flush()
        self.assertEqual(sorted(self.receiver.types()), [
            "charge.succeeded", "checkout.session.completed", "payment_intent.created",
            "payment_intent.succeeded"])
        for said, raw in self.receiver.got:
            self.assertLess(abs(self.verify(said, raw) - self.stub.now()), 5)
            self.assertEqual(json.loads(raw)["api_version"], "2026-10-28.endive")
        done = [e for e in self.receiver.events() if e["type"] == "checkout.session.completed"][0]
        self.assertEqual(done["data"]["object"]["id"], s["id"])
        self.assertEqual(done["data"]["object"]["metadata"], {"order": "8812"})

    def test_order_is_shuffled(self):
        orders = set()
        for _ in range(12):
            self.paid()
            self.flush()
            orders.add(tuple(self.receiver.types()))
            self.receiver.clear()
        self.assertGreater(len(orders), 3)
        self.assertGreater(len({o[0] for o in orders}), 1)

    def test_sent_again_until_taken(self):
        self.receiver.refuse = 3
        s = self.create()
        self.stub.api("POST", "/v1/checkout/sessions/%s/expire" % s["id"], {})
        self.flush()
        self.assertEqual(len(self.receiver.got), 4)
        self.assertEqual(len({e["id"] for e in self.receiver.events()}), 1)
        tries = self.stub.control("/events")["events"][0]["tries"]
        self.assertEqual(tries, [500, 500, 500, 200])
        got = self.stub.api("GET", "/v1/events?delivery_success=true&types[]=checkout.session.*")
        self.assertEqual(len(got.json["data"]), 1)

    def test_attempts_are_capped(self):
        self.stub.control("/notify", {"attempts": 3})
        self.receiver.refuse = 100
        s = self.create()
        self.stub.api("POST", "/v1/checkout/sessions/%s/expire" % s["id"], {})
        self.flush()
        self.assertEqual(len(self.receiver.got), 3)
        self.assertEqual(len(self.stub.api("GET", "/v1/events?delivery_success=false")
                             .json["data"]), 1)

    def test_dropped_and_replayed(self):
        self.stub.control("/faults", {"events": {"drop": "all"}})
        self.paid()
        self.flush()
        self.assertEqual(self.receiver.got, [])
        self.assertEqual(len(self.stub.api("GET", "/v1/events").json["data"]), 4)
        self.stub.control("/replay", {"type": "checkout.session.completed", "times": 2})
        self.flush()
        self.assertEqual(self.receiver.types(), ["checkout.session.completed"] * 2)

    def test_doubled(self):
        self.stub.control("/faults", {"events": {"duplicate": 2, "types": ["charge.succeeded"]}})
        self.paid()
        self.flush()
        self.assertEqual(self.receiver.types().count("charge.succeeded"), 3)
        self.assertEqual(len(self.receiver.got), 6)

    def test_twins(self):
        self.stub.control("/faults", {"events": {"twin": 1}})
        self.paid()
        self.flush()
        self.assertEqual(len({e["id"] for e in self.receiver.events()}), 8)

    def test_forged(self):
        self.paid()
        self.flush()
        for how in ("wrong", "old", "none"):
            self.receiver.clear()
            self.stub.control("/replay", {"type": "charge.succeeded", "forged": how})
            self.flush()
            said, raw = self.receiver.got[0]
            if how == "none":
                self.assertIsNone(said)
            elif how == "wrong":
                with self.assertRaises(AssertionError):
                    self.verify(said, raw)
            else:
                self.assertGreater(self.stub.now() - self.verify(said, raw), 3000)

    def test_delay_and_hurry(self):
        self.stub.control("/faults", {"events": {"delay": 3600}})
        self.paid()
        self.assertEqual(self.stub.control("/flush", {"timeout": 0.3})["queued"], 4)
        self.assertEqual(self.receiver.got, [])
        self.assertEqual(self.stub.control("/flush", {"timeout": 10, "hurry": True})["queued"], 0)
        self.assertEqual(len(self.receiver.got), 4)

    def test_same_seed_same_faults(self):
        runs = []
        for _ in range(2):
            self.stub.control("/reset", {})
            self.stub.control("/faults", {"seed": 7, "events": {"drop": 0.5}})
            for _ in range(6):
                self.paid()
                self.flush()    # what goes out together depends on how busy the machine is
            runs.append([(r["event"]["type"], r["dropped"])
                         for r in self.stub.control("/events")["events"]])
        self.assertEqual(runs[0], runs[1])
        self.assertEqual({dropped for _, dropped in runs[0]}, {True, False})

    def test_account_events_stay_apart(self):
        a = self.stub.api("POST", "/v1/accounts", {"type": "express", "country": "DE"}).json
        self.stub.control("/accounts/%s/ready" % a["id"], {})
        self.flush()
        self.assertEqual(self.receiver.got, [])
        self.stub.control("/notify", {"connect_url": self.receiver.url, "connect_secret": "w2"})
        self.stub.control("/accounts/%s/restrict" % a["id"], {})
        self.flush()
        self.assertEqual(self.receiver.types(), ["account.updated"])
        self.assertEqual(self.receiver.events()[0]["account"], a["id"])
        self.verify(*self.receiver.got[0], secret="w2")


class Faults(Case):
    def fault(self, name, **more):
        self.stub.control("/faults", {"api": [dict({"fault": name, "next": 1,
                                                    "match": "POST /v1/checkout"}, **more)]})

    def sessions(self):
        return len(self.stub.control("/state")["sessions"])

    def test_refusals_keep_nothing(self):
        for name in ("429", "503", "409"):
            self.fault(name)
            r = self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k" + name)
            self.assertEqual((r.status, r.headers["Stripe-Should-Retry"]), (int(name), "true"))
            r = self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k" + name)
            self.assertEqual(r.status, 200)
        self.assertEqual(self.sessions(), 3)

    def test_500_is_kept(self):
        for name, made in (("500", 0), ("500_after", 1)):
            self.fault(name)
            for _ in range(2):
                r = self.stub.api("POST", "/v1/checkout/sessions", self.order(), name)
                self.assertEqual((r.status, r.error["type"]), (500, "api_error"))
            self.assertEqual(self.sessions(), made)

    def test_silence(self):
        for name, made in (("timeout_before", 0), ("timeout_after", 1)):
            self.fault(name, seconds=0.2)
            with self.assertRaises((http.client.HTTPException, ConnectionError)):
                self.stub.api("POST", "/v1/checkout/sessions", self.order(), name)
            self.assertEqual(self.sessions(), made)
            r = self.stub.api("POST", "/v1/checkout/sessions", self.order(), name)
            self.assertEqual(r.status, 200)
            self.assertEqual(r.headers["Idempotent-Replayed"], "true" if made else None)
            self.assertEqual(self.sessions(), 1)
            self.stub.control("/reset", {})

    def test_garbage(self):
        self.fault("garbage")
        r = self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k")
        with self.assertRaises(ValueError):
            json.loads(r.raw)
        self.assertEqual(self.stub.api("POST", "/v1/checkout/sessions", self.order(), "k").status,
                         200)
        self.assertEqual(self.sessions(), 1)

    def test_wrong_switches_are_refused(self):
        for wish in ({"evnets": {}}, {"events": {"dorp": 1}}, {"api": [{"fault": "x", "p": 1}]},
                     {"api": [{"fault": "429"}]}):
            self.assertEqual(self.stub.send("POST", "/control/faults",
                                            json.dumps(wish)).status, 400)

    def test_requests_are_logged(self):
        self.create(key="k1")
        r = self.stub.control("/requests?path=/v1/checkout")["requests"]
        self.assertEqual([(x["idempotency_key"], x["status"]) for x in r], [("k1", 200)])
