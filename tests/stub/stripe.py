# SPDX-License-Identifier: AGPL-3.0-or-later
"""The payment service's API under /v1: keys, versions, idempotency, errors and
expansion as the real one does them. What an address does is in endpoints.py, what
happens to the money in bank.py."""

import asyncio
import base64
import collections
import hashlib
import json

from aiohttp import web

from endpoints import Endpoints
from form import ApiError, accept, decode
from objects import API_VERSION, listed

DAY = 86400
EXPANDABLE = {"payment_intent": "intent", "latest_charge": "charge", "charge": "charge",
              "balance_transaction": "money", "transfer": "transfer", "refund": "refund",
              "transfer_reversal": "reversal", "application_fee": "fee",
              "source_transaction": "charge", "destination": "account",
              "failure_balance_transaction": "money", "source_refund": "refund"}


class Call:
    """One request under way."""

    def __init__(self, world, method, path, headers, raw):
        self.method, self.path, self.headers, self.raw = method, path, headers, raw
        self.id = world.store.new_id("req_", 14)
        self.key = headers.get("Idempotency-Key")
        self.rule, self.replayed = None, False

    def origin(self):
        return {"id": self.id, "idempotency_key": self.key}


class Stripe:
    def __init__(self, world):
        self.world, self.store = world, world.store
        self.clock, self.faults = world.clock, world.faults
        self.busy = set()
        self.log = collections.deque(maxlen=5000)
        self.routes = Endpoints(world).routes

    def reset(self):
        self.log.clear()

    # The way of one request.

    async def handle(self, request):
        raw = await request.read()
        call = Call(self.world, request.method, request.path, request.headers, raw)
        call.query = request.rel_url.raw_query_string.encode()
        call.rule = self.faults.for_request(call.method, call.path)
        fault = call.rule and call.rule["fault"]
        if fault == "timeout_before":
            return await self.hang(request, call)
        status, body = await self.answer(call)
        self.note(call, status, body)
        if fault == "timeout_after":
            return await self.hang(request, call)
        if fault == "garbage":
            return web.Response(status=200, body=b"<html>\xff\x00{\"id\": \"cs_",
                                content_type="text/html")
        return self.response(call, status, body)

    async def hang(self, request, call):
        """Say nothing for a while, then cut the connection."""
        if call.rule["fault"] == "timeout_before":
            self.note(call, 0, {})
        await asyncio.sleep(call.rule.get("seconds", 30))
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)

    def response(self, call, status, body):
        headers = {"Request-Id": call.id, "Stripe-Version": API_VERSION}
        if call.key:
            headers["Idempotency-Key"] = call.key[:255]
        if call.replayed:
            headers["Idempotent-Replayed"] = "true"
        if status in (409, 429) or status >= 500:
            headers["Stripe-Should-Retry"] = "true"
        return web.Response(status=status, headers=headers, content_type="application/json",
                            charset="utf-8",
                            text=json.dumps(body, indent=2, ensure_ascii=False) + "\n")

    def note(self, call, status, body):
        self.log.append({
            "at": self.clock.now(), "id": call.id, "method": call.method, "path": call.path,
            "params": (call.raw or call.query).decode("ascii", "replace"),
            "idempotency_key": call.key, "status": status, "replayed": call.replayed,
            "fault": call.rule and call.rule["fault"],
            "object": body.get("id"), "error": body.get("error", {}).get("message")})

    async def answer(self, call):
        fault = call.rule and call.rule["fault"]
        try:
            self.authenticate(call)
            if fault == "429":
                raise ApiError(429, "Too many requests in a row. Use an exponential backoff.",
                               "rate_limit", kind="rate_limit_error")
            if fault == "503":
                raise ApiError(503, "The service is unavailable for a moment.", kind="api_error")
            if fault == "409":
                raise ApiError(409, "This object cannot be accessed right now because another "
                               "request is changing it.", "lock_timeout")
            spec, function, words = self.find(call)
            tree = decode(call.raw if call.method == "POST" else call.query)
            if call.method == "POST":
                if call.query:
                    raise ApiError(400, "Parameters of a POST belong in its body.")
                return await self.once(call, spec, function, words, tree)
            return 200, self.run(call, function, words, accept(spec, tree))
        except ApiError as e:
            return e.status, e.body(call.id)

    def authenticate(self, call):
        said = call.headers.get("Authorization", "")
        word, _, key = said.partition(" ")
        if word.lower() == "basic":
            try:
                key = base64.b64decode(key, validate=True).decode().partition(":")[0]
            except ValueError:
                key = ""
        elif word.lower() != "bearer":
            raise ApiError(401, "You did not provide an API key. You need to provide your API key "
                           "in the Authorization header, using Bearer auth.")
        if key.strip() != self.world.options.stripe_key:
            raise ApiError(401, "Invalid API Key provided: %s***" % key[:8])
        version = call.headers.get("Stripe-Version", API_VERSION)
        if version != API_VERSION:
            raise ApiError(400, "Invalid Stripe API version: %s (played here: %s)"
                           % (version, API_VERSION))
        if call.headers.get("Stripe-Account"):
            raise ApiError(403, "Requests on behalf of a connected account are not played here.",
                           "account_invalid")
        if call.key is not None and not 0 < len(call.key) <= 255:
            raise ApiError(400, "Idempotency keys have 1 to 255 characters.",
                           kind="idempotency_error")
        kind = call.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if call.raw and kind != "application/x-www-form-urlencoded":
            raise ApiError(400, "Invalid request (check that your POST content type is "
                           "application/x-www-form-urlencoded).")

    def find(self, call):
        words = call.path.split("/")[2:]
        for route, (spec, function) in self.routes.items():
            if route[0] != call.method or len(route) != len(words) + 1:
                continue
            if all(r in ("*", w) and w for r, w in zip(route[1:], words)):
                return spec, function, [w for r, w in zip(route[1:], words) if r == "*"]
        raise ApiError(404, "Unrecognized request URL (%s: %s)." % (call.method, call.path))

    async def once(self, call, spec, function, words, tree):
        """Same key: the stored answer. Other parameters, or a twin under way: an error."""
        if not call.key:
            return await self.execute(call, function, words, accept(spec, tree))
        print_ = hashlib.sha256(json.dumps([call.path, tree], sort_keys=True).encode()).hexdigest()
        kept = self.store.get("idempotency", call.key)
        if kept and kept["at"] + DAY > self.clock.now():
            if kept["print"] != print_:
                raise ApiError(400, "Keys for idempotent requests can only be used with the same "
                               "parameters they were first used with. Try using a key other than "
                               "'%s' if you meant to execute a different request." % call.key,
                               kind="idempotency_error")
            call.replayed = True
            return kept["status"], kept["body"]
        if call.key in self.busy:
            raise ApiError(409, "There is currently another in-progress request using this "
                           "idempotency key (that probably means you submitted twice, and the "
                           "other request is still going through): %s." % call.key,
                           "idempotency_key_in_use", kind="idempotency_error")
        accepted = accept(spec, tree)
        self.busy.add(call.key)
        try:
            status, body = await self.execute(call, function, words, accepted)
            self.store.put("idempotency", {"at": self.clock.now(), "print": print_,
                                           "status": status, "body": body}, call.key)
        finally:
            self.busy.discard(call.key)
        return status, body

    async def execute(self, call, function, words, accepted):
        rule = call.rule or {"fault": None}
        if rule["fault"] == "slow":
            await asyncio.sleep(rule.get("seconds", 3))
        broken = ApiError(500, "An unknown error occurred.", kind="api_error").body(call.id)
        if rule["fault"] == "500":
            return 500, broken
        try:
            body = self.run(call, function, words, accepted)
        except ApiError as e:
            return e.status, e.body(call.id)
        return (500, broken) if rule["fault"] == "500_after" else (200, body)

    def run(self, call, function, words, accepted):
        expand = accepted.pop("expand", [])
        # A copy: what is answered, and kept under a key, must not change with the object.
        thing = json.loads(json.dumps(function(call, accepted, *words)))
        for path in expand:
            self.expand(thing, path.split("."), path)
        return thing

    # Expansion.

    def expand(self, thing, path, whole):
        if len(path) > 4:
            raise ApiError(400, "You cannot expand more than 4 levels of a property (%s)." % whole,
                           param="expand")
        word, rest = path[0], path[1:]
        if word == "data" and thing.get("object") == "list":
            for item in thing["data"]:
                self.expand(item, rest, whole)
            return
        if word == "line_items" and thing.get("object") == "checkout.session":
            lines = self.store.get("session", thing["id"])["hidden"]["line_items"]
            thing[word] = listed(lines, "/v1/checkout/sessions/%s/line_items" % thing["id"])
            return
        if word not in EXPANDABLE or word not in thing:
            raise ApiError(400, "This property cannot be expanded (%s)." % whole, param="expand")
        if isinstance(thing[word], str):
            found = self.store.get(EXPANDABLE[word], thing[word])
            if EXPANDABLE[word] == "account" and found:
                found = found["account"]
            thing[word] = json.loads(json.dumps(found))
        if rest and isinstance(thing[word], dict):
            self.expand(thing[word], rest, whole)
