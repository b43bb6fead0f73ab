# SPDX-License-Identifier: AGPL-3.0-or-later
"""Events: recorded at once, sent from a queue of their own, signed anew for each
attempt, sent again with growing pauses until somebody answers 2xx."""

import asyncio
import hashlib
import hmac
import json
import logging

import aiohttp

from objects import API_VERSION

log = logging.getLogger("events")
PAUSE_MOST = 60.0
AT_ONCE = 6


def signature(secret, when, raw):
    """The value of the Stripe-Signature header."""
    mac = hmac.new(secret.encode(), b"%d." % when + raw, hashlib.sha256)
    return "t=%d,v1=%s" % (when, mac.hexdigest())


class Events:
    def __init__(self, world):
        self.world, self.store, self.faults = world, world.store, world.faults
        o = world.options
        self.targets = {None: [o.notify, o.webhook_secret],
                        "connect": [o.notify_connect, o.connect_secret or ""]}
        self.pause, self.attempts = o.retry, o.attempts
        self.tasks = set()
        self.http = None

    async def start(self):
        self.gate = asyncio.Semaphore(AT_ONCE)
        self.hurry = asyncio.Event()
        self.http = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=20), auto_decompress=False,
            connector=aiohttp.TCPConnector(limit=0))
        for record in list(self.store.all("event")):
            if record["wanted"] and not record["delivered"]:
                self._queue(record, 0.0)

    async def stop(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.http.close()

    def reset(self):
        for task in self.tasks:
            task.cancel()

    # Making events.

    def emit(self, *wishes, request=None):
        """Each wish is (type, object[, options]); options: before, account, late."""
        batch = [self._record(w[0], w[1], request, **(w[2] if len(w) > 2 else {}))
                 for w in wishes]
        for record, late in self.faults.shuffle(batch):
            self._plan(record, late)

    def _record(self, kind, thing, request, before=None, account=None, late=0.0):
        data = {"object": json.loads(json.dumps(thing))}
        if before is not None:
            data["previous_attributes"] = before
        event = {"id": self.store.new_id("evt_1" if account else "evt_3"), "object": "event"}
        if account:
            event["account"] = account
        event.update(api_version=API_VERSION, created=self.world.clock.now(), data=data,
                     livemode=False, pending_webhooks=1,
                     request=request or {"id": None, "idempotency_key": None}, type=kind)
        record = {"id": event["id"], "event": event, "wanted": False, "dropped": False,
                  "delivered": False, "tries": []}
        return self.store.put("event", record), late

    def _plan(self, record, late):
        kind = record["event"]["type"]
        if not self._target(record)[0]:
            record["event"]["pending_webhooks"] = 0
            return
        if self.faults.drops(kind):
            record["dropped"] = True
            return
        record["wanted"] = True
        for _ in range(1 + self.faults.copies(kind)):
            self._queue(record, late + self.faults.delay(kind))
        if self.faults.twins(kind):
            event = dict(record["event"], id=self.store.new_id("evt_3"))
            twin = dict(record, id=event["id"], event=event, tries=[])
            self._queue(self.store.put("event", twin), late + self.faults.delay(kind))

    # Sending them.

    def _target(self, record):
        return self.targets["connect" if record["event"].get("account") else None]

    def _queue(self, record, late, forged=None):
        task = asyncio.get_running_loop().create_task(self._deliver(record, late, forged))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _rest(self, seconds):
        if seconds <= 0:
            return
        try:
            await asyncio.wait_for(self.hurry.wait(), seconds)
        except asyncio.TimeoutError:
            pass

    async def _deliver(self, record, late, forged):
        await self._rest(late)
        pause = self.pause
        for number in range(self.attempts):
            if number:
                await self._rest(pause)
                pause = min(pause * 2, PAUSE_MOST)
            async with self.gate:
                status = await self._attempt(record, forged)
            record["tries"].append(status)
            self.store.put("event", record)
            if isinstance(status, int) and 200 <= status < 300:
                record["delivered"] = True
                record["event"]["pending_webhooks"] = 0
                return
            if forged:
                return
        log.warning("gave up on %s %s", record["event"]["type"], record["id"])

    async def _attempt(self, record, forged):
        url, secret = self._target(record)
        if not url:
            return "no address"
        event = record["event"]
        raw = json.dumps(dict(event, pending_webhooks=1), indent=2, ensure_ascii=False).encode()
        when = self.world.clock.now()
        if forged == "old" or (not forged and self.faults.strikes("old_timestamp",
                                                                  event["type"])):
            when -= 3600
        if forged == "wrong" or (not forged and self.faults.strikes("wrong_signature",
                                                                    event["type"])):
            secret += "x"
        headers = {"Content-Type": "application/json; charset=utf-8",
                   "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
                   "Stripe-Signature": signature(secret, when, raw)}
        if forged == "none":
            del headers["Stripe-Signature"]
        try:
            async with self.http.post(url, data=raw, headers=headers,
                                      allow_redirects=False) as answer:
                await answer.read()
                return answer.status
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as e:
            return type(e).__name__

    # For control.

    def replay(self, record, times=1, forged=None):
        for _ in range(times):
            self._queue(record, 0.0, forged)

    async def flush(self, timeout, hurry):
        """Wait until nothing is queued. Hurry cuts all pauses short, retries too."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while self.tasks and loop.time() < end:
            if hurry:
                self.hurry.set()
                self.hurry = asyncio.Event()
            await asyncio.wait(list(self.tasks), timeout=0.2 if hurry else end - loop.time())
        return len(self.tasks)

    def describe(self):
        counts = {"queued": len(self.tasks), "delivered": 0, "dropped": 0, "undelivered": 0}
        for r in self.store.all("event"):
            if r["dropped"]:
                counts["dropped"] += 1
            elif r["delivered"]:
                counts["delivered"] += 1
            else:
                counts["undelivered"] += 1
        return counts
