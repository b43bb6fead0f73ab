# SPDX-License-Identifier: AGPL-3.0-or-later
"""The test's hand on the stand-in: JSON under /control. GET /control lists it."""

import asyncio
import json

from aiohttp import web

from clock import NoClock
from faults import Refused
from form import ApiError

HELP = {
    "GET /control/state": "all objects and totals; ?summary=1 for totals only",
    "POST /control/reset": "forget everything; {keep_mail: true} keeps the mailbox",
    "GET|POST|DELETE /control/faults": "what goes wrong: {seed, events: {...}, api: [{fault, "
        "match, next|p, skip, seconds}]}; events: delay, duplicate, duplicate_p, twin, drop "
        "(chance or 'all'), reorder, reorder_seconds, wrong_signature, old_timestamp, types; "
        "faults: 429, 503, 409 (nothing executed, nothing kept), 500 (not executed, but kept "
        "under the key), 500_after (executed, kept), timeout_before, timeout_after (silence for "
        "seconds, then cut), garbage, slow",
    "POST /control/notify": "{url, connect_url, secret, connect_secret, retry, attempts}",
    "GET /control/requests": "last API requests; ?path= &since= filter",
    "GET /control/events": "events with their deliveries; ?type= filter",
    "POST /control/replay": "{event: id} or {type}, times, forged: wrong|old|none",
    "POST /control/flush": "wait until no event is queued; {timeout, hurry: true}",
    "POST /control/sessions/{id}/{act}": "pay, decline {why}, leave, expire, delayed, "
        "settle-delayed, fail-delayed",
    "POST /control/behaviour": "{complete_race: n, refund_status: succeeded|pending}",
    "POST /control/refunds/{id}/{act}": "succeed or fail {why}",
    "POST /control/accounts": "{id, ready, balance, metadata}: a connected account that exists",
    "POST /control/accounts/{id}/{act}": "ready, restrict {due}, payout {amount}",
    "POST /control/ids": "{prefix: [id, ...]}: the coming ids, e.g. {cs_test_a1: [...]}",
    "GET|POST /control/clock": "{offset} or {advance} or {set_iso}",
    "GET|DELETE /control/mail": "?to= &subject= &since= &wait= (seconds) &count= &raw=1",
    "GET|POST|DELETE /control/mail/faults": "{address, code, times, when: rcpt|data|cut|"
        "lost_answer, p} or {slow: seconds}",
}


@web.middleware
async def same_origin(request, handler):
    """A page of somebody else in the same browser has no business here."""
    origin = request.headers.get("Origin")
    if request.method != "GET" and origin is not None \
            and origin.partition("://")[2] != request.host:
        return web.json_response({"error": "foreign origin"}, status=403)
    return await handler(request)


def routes(world, router):
    c = Control(world)
    for method, path, function in (
            ("GET", "", c.help), ("GET", "/state", c.state), ("POST", "/reset", c.reset),
            ("GET", "/faults", c.faults), ("POST", "/faults", c.faults_set),
            ("DELETE", "/faults", c.faults_clear), ("POST", "/notify", c.notify),
            ("GET", "/requests", c.requests), ("GET", "/events", c.events),
            ("POST", "/replay", c.replay), ("POST", "/flush", c.flush),
            ("POST", "/sessions/{id}/{act}", c.session), ("POST", "/behaviour", c.behaviour),
            ("POST", "/refunds/{id}/{act}", c.refund), ("POST", "/accounts", c.account),
            ("POST", "/accounts/{id}/{act}", c.account_act), ("POST", "/ids", c.ids),
            ("GET", "/clock", c.clock),
            ("POST", "/clock", c.clock_set), ("GET", "/mail", c.mail),
            ("DELETE", "/mail", c.mail_clear), ("GET", "/mail/faults", c.mail_faults),
            ("POST", "/mail/faults", c.mail_faults_set),
            ("DELETE", "/mail/faults", c.mail_faults_clear)):
        router.add_route(method, "/control" + path, wrap(function))


def wrap(function):
    async def run(request):
        try:
            body = {}
            if request.method == "POST":
                raw = await request.read()
                body = json.loads(raw) if raw.strip() else {}
                if not isinstance(body, dict):
                    raise ValueError("the body is a JSON object")
            out = function(request, body)
            if asyncio.iscoroutine(out):
                out = await out
            return web.json_response(out)
        except LookupError as e:
            return web.json_response({"error": "not found: %s" % e}, status=404)
        except (ValueError, TypeError, Refused, NoClock) as e:
            return web.json_response({"error": str(e)}, status=400)
        except ApiError as e:
            return web.json_response({"error": e.message}, status=409)
    return run


class Control:
    def __init__(self, world):
        self.world, self.store, self.bank = world, world.store, world.bank

    def help(self, request, body):
        return HELP

    def state(self, request, body):
        self.bank.expire_due()
        out = {"clock": self.world.clock.describe(), "totals": self.totals(),
               "counts": self.counts(), "events": self.world.events.describe(),
               "notify": self.world.events.targets[None][0]}
        if not request.query.get("summary"):
            out["sessions"] = [dict(r["session"], declined=r["hidden"]["declined"],
                                    left=r["hidden"]["left"]) for r in self.store.all("session")]
            for name in ("intent", "charge", "refund", "transfer", "reversal"):
                out[name + "s"] = list(self.store.all(name))
            out["accounts"] = [dict(r["account"], balance=r["balance"])
                               for r in self.store.all("account")]
        return out

    def totals(self):
        """Per currency, in minor units; charged minus refunded is what clients paid."""
        sums = {}

        def add(currency, name, amount):
            row = sums.setdefault(currency, dict.fromkeys(
                ("charged", "refunded", "transferred", "reversed", "fees", "balance"), 0))
            row[name] += amount

        for ch in self.store.all("charge"):
            if ch["status"] == "succeeded":
                add(ch["currency"], "charged", ch["amount"])
        for re in self.store.all("refund"):
            if re["status"] not in ("failed", "canceled"):
                add(re["currency"], "refunded", re["amount"])
        for tr in self.store.all("transfer"):
            add(tr["currency"], "transferred", tr["amount"])
            add(tr["currency"], "reversed", tr["amount_reversed"])
        for txn in self.store.all("money"):
            add(txn["currency"], "fees", txn["fee"])
            add(txn["currency"], "balance", txn["net"])
        return sums

    def counts(self):
        out = {k: len(self.store.all(k)) for k in ("intent", "charge", "refund", "transfer",
                                                    "event", "mail")}
        out["session"] = {"open": 0, "complete": 0, "expired": 0}
        for r in self.store.all("session"):
            out["session"][r["session"]["status"]] += 1
        return out

    def reset(self, request, body):
        self.world.reset(keep_mail=bool(body.get("keep_mail")))
        return {"reset": True}

    def faults(self, request, body):
        return self.world.faults.describe()

    def faults_set(self, request, body):
        self.world.faults.set(body)
        return self.world.faults.describe()

    def faults_clear(self, request, body):
        self.world.faults.reset()
        return self.world.faults.describe()

    def notify(self, request, body):
        e = self.world.events
        for name in body:
            if name not in ("url", "connect_url", "secret", "connect_secret", "retry",
                            "attempts"):
                raise ValueError("no such setting: %s" % name)
        for kind, url, secret in ((None, "url", "secret"),
                                  ("connect", "connect_url", "connect_secret")):
            e.targets[kind] = [body.get(url, e.targets[kind][0]),
                               body.get(secret, e.targets[kind][1])]
        e.pause, e.attempts = body.get("retry", e.pause), body.get("attempts", e.attempts)
        return {"url": e.targets[None][0], "connect_url": e.targets["connect"][0],
                "retry": e.pause, "attempts": e.attempts}

    def requests(self, request, body):
        start = request.query.get("path", "")
        since = int(request.query.get("since", 0))
        return {"requests": [r for r in self.world.stripe.log
                             if r["path"].startswith(start) and r["at"] >= since]}

    def events(self, request, body):
        kind = request.query.get("type")
        return {"events": [r for r in self.store.all("event")
                           if not kind or r["event"]["type"] == kind]}

    def replay(self, request, body):
        if body.get("forged") not in (None, "wrong", "old", "none"):
            raise ValueError("forged is wrong, old or none")
        found = [r for r in self.store.all("event")
                 if body.get("event") in (r["id"], "all") or r["event"]["type"] == body.get("type")]
        if not found:
            raise LookupError("no such event")
        for record in found:
            self.world.events.replay(record, int(body.get("times", 1)), body.get("forged"))
        return {"replayed": len(found)}

    async def flush(self, request, body):
        left = await self.world.events.flush(float(body.get("timeout", 60)),
                                             bool(body.get("hurry")))
        return {"queued": left}

    def session(self, request, body):
        record = self.bank.session(request.match_info["id"])
        if not record:
            raise LookupError(request.match_info["id"])
        act = request.match_info["act"]
        if act == "pay":
            self.bank.pay(record)
        elif act == "decline":
            self.bank.decline(record, body.get("why", "insufficient_funds"))
        elif act == "leave":
            self.bank.leave(record)
        elif act == "expire":
            if record["session"]["status"] != "open":
                raise ApiError(400, "This session is %s." % record["session"]["status"])
            self.bank.expire(record)
        elif act == "delayed":
            self.bank.delayed(record)
        elif act in ("settle-delayed", "fail-delayed"):
            self.bank.settle_delayed(record, act == "settle-delayed")
        else:
            raise LookupError(act)
        return record["session"]

    def behaviour(self, request, body):
        if body.get("refund_status", "succeeded") not in ("succeeded", "pending"):
            raise ValueError("refund_status is succeeded or pending")
        self.bank.races = int(body.get("complete_race", self.bank.races))
        self.bank.refund_status = body.get("refund_status", self.bank.refund_status)
        return {"complete_race": self.bank.races, "refund_status": self.bank.refund_status}

    def refund(self, request, body):
        re = self.store.get("refund", request.match_info["id"])
        act = request.match_info["act"]
        if not re or act not in ("succeed", "fail"):
            raise LookupError(request.path)
        self.bank.refund_result(re, "succeeded" if act == "succeed" else "failed",
                                body.get("why", "expired_or_canceled_card"))
        return re

    def account(self, request, body):
        record = self.store.get("account", body["id"])
        if not record:
            self.bank.account({"metadata": body.get("metadata", {}),
                               "email": body.get("email")}, body["id"], body.get("ready", True))
            record = self.store.get("account", body["id"])
        record["balance"] = int(body.get("balance", record["balance"]))
        self.store.put("account", record)
        return dict(record["account"], balance=record["balance"])

    def account_act(self, request, body):
        record = self.store.get("account", request.match_info["id"])
        act = request.match_info["act"]
        if not record or act not in ("ready", "restrict", "payout"):
            raise LookupError(request.path)
        if act == "ready":
            self.bank.finish_onboarding(record)
        elif act == "restrict":
            self.bank.restrict(record, body.get("due", ["individual.verification.document"]))
        else:
            record["balance"] -= int(body.get("amount", record["balance"]))
            self.store.put("account", record)
        return dict(record["account"], balance=record["balance"])

    def ids(self, request, body):
        for prefix, coming in body.items():
            self.store.coming[prefix] = [str(x) for x in coming]
        return self.store.coming

    def clock(self, request, body):
        return self.world.clock.describe()

    def clock_set(self, request, body):
        move_clock(self.world, body)
        return self.world.clock.describe()

    async def mail(self, request, body):
        q, loop = request.query, asyncio.get_running_loop()
        end = loop.time() + float(q.get("wait", 0))
        box = self.world.mailbox
        while True:
            found = box.find(q.get("to", ""), q.get("subject", ""), int(q.get("since", 0)))
            left = end - loop.time()
            if len(found) >= int(q.get("count", 1)) or left <= 0:
                break
            try:
                await asyncio.wait_for(box.arrived.wait(), left)
            except asyncio.TimeoutError:
                pass
        show = (lambda m: dict(box.describe(m), raw=m["raw"])) if q.get("raw") else box.describe
        return {"mail": [show(m) for m in found], "last": box.last, "refused": box.refused}

    def mail_clear(self, request, body):
        self.world.mailbox.clear()
        return {"last": self.world.mailbox.last}

    def mail_faults(self, request, body):
        return {"faults": self.world.mailbox.faults, "slow": self.world.mailbox.slow}

    def mail_faults_set(self, request, body):
        if "slow" in body:
            self.world.mailbox.slow = float(body["slow"])
        else:
            self.world.mailbox.set_fault(body)
        return self.mail_faults(request, body)

    def mail_faults_clear(self, request, body):
        self.world.mailbox.faults, self.world.mailbox.slow = [], 0.0
        return self.mail_faults(request, body)


def move_clock(world, wish):
    if "offset" in wish:
        world.clock.set(int(wish["offset"]))
    elif "advance" in wish:
        world.clock.advance(int(wish["advance"]))
    elif "set_iso" in wish:
        world.clock.set_iso(str(wish["set_iso"]))
    else:
        raise ValueError("offset, advance or set_iso")
    world.bank.expire_due()
