# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts the parts together: one world, two listeners, one end."""

import asyncio
import functools
import logging
import os
import signal

from aiohttp import web

import control
import mail
import pages
import seed
from bank import Bank
from clock import Clock
from events import Events
from faults import Faults
from store import KINDS, Store
from stripe import Stripe


class World:
    def __init__(self, options):
        self.options = options
        host, port = options.http
        self.base = (options.public or "http://%s:%d" % (host, port)).rstrip("/")
        self.clock = Clock(options.clock)
        self.store = Store(options.state_dir)
        self.faults = Faults()
        self.end = asyncio.Event()

    def parts(self):
        """Made inside the running loop."""
        self.events = Events(self)
        self.bank = Bank(self)
        self.stripe = Stripe(self)
        self.mailbox = mail.Mailbox(self)
        if self.options.seed:
            seed.load(self, self.options.seed)

    def reset(self, keep_mail=False):
        self.events.reset()
        self.store.coming.clear()
        self.store.clear([k for k in KINDS if k != "mail" or not keep_mail])
        self.faults.reset()
        self.bank.reset()
        self.stripe.reset()
        self.mailbox.faults, self.mailbox.slow = [], 0.0

    async def tick(self):
        """Sessions end by the clock although nobody looks; changes reach the disk."""
        while True:
            await asyncio.sleep(0.5)
            try:
                self.bank.expire_due()
                self.store.flush()
            except Exception:
                logging.exception("tick")

    def application(self):
        app = web.Application(client_max_size=4 * 1024 * 1024, middlewares=[control.same_origin])
        app["world"] = self
        app.router.add_route("*", "/v1/{rest:.*}", self.stripe.handle)
        control.routes(self, app.router)
        pages.routes(self, app.router)
        return app

    async def run(self):
        logging.basicConfig(level=logging.WARNING, format="stub: %(name)s: %(message)s")
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.end.set)
        self.parts()
        runner = web.AppRunner(self.application(), access_log=None)
        await runner.setup()
        await self.events.start()
        await web.TCPSite(runner, *self.options.http, shutdown_timeout=2,
                          backlog=512).start()
        smtp = await loop.create_server(functools.partial(mail.server, self.mailbox, loop),
                                        *self.options.smtp, backlog=512)
        ticking = loop.create_task(self.tick())
        self.ready()
        await self.end.wait()
        ticking.cancel()
        smtp.close()
        await self.events.stop()
        await runner.cleanup()
        self.store.flush()

    def ready(self):
        print("stub: http %s:%d, smtp %s:%d, pid %d"
              % (*self.options.http, *self.options.smtp, os.getpid()), flush=True)
        if self.options.ready_file:
            with open(self.options.ready_file + ".new", "w", encoding="ascii") as f:
                f.write("%d\n" % os.getpid())
            os.rename(self.options.ready_file + ".new", self.options.ready_file)
