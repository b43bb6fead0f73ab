#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 8
"""Three hundred bookings while everything goes wrong: events lost, doubled, out of order, late and
forged, cards declined, clients gone, a partner that fails, workers and the database killed. When it
is quiet again, the books agree to the cent."""

import collections
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from client import Stub  # noqa: E402
from instance import Instance  # noqa: E402
from money import Books, Buyer, Jobs, poll  # noqa: E402
from seed import World  # noqa: E402
from tap import Tap  # noqa: E402

SEED = int(os.environ.get("PRAXIS_SEED", "20260302"))
BUYERS, AT_ONCE = 300, 8
DAY = 86400
EVENTS = {"duplicate": 2, "duplicate_p": 0.3, "twin": 0.1, "drop": 0.25, "reorder": True,
          "reorder_seconds": 2.0, "wrong_signature": 0.05, "old_timestamp": 0.05, "delay": 0.1}
API = [{"fault": "429", "p": 0.03}, {"fault": "503", "p": 0.03}, {"fault": "500", "p": 0.02},
       {"fault": "500_after", "p": 0.02}, {"fault": "409", "p": 0.01},
       {"fault": "timeout_before", "p": 0.01, "seconds": 1},
       {"fault": "timeout_after", "p": 0.02, "seconds": 1}, {"fault": "garbage", "p": 0.01}]
KINDS = (("pay", 30), ("silent", 15), ("declined", 10), ("declined_gone", 5), ("leave", 5),
         ("leave_session", 8), ("abandon", 7), ("only_hold", 4), ("late", 10), ("cancel", 12),
         ("twice", 6), ("pay_and_leave", 6))
VICTIMS = ("page/hold", "page/checkout", "page/checkout-done", "page/booking",
           "hook/stripe",
           "work/settle", "work/outbox", "work/sweep")


class Killer(threading.Thread):
    """SIGKILL to a worker, chosen by chance, again and again."""

    def __init__(self, inst, pause=0.25):
        super().__init__(daemon=True)
        self.inst, self.pause, self.random = inst, pause, random.Random(SEED)
        self.killed, self.ended = collections.Counter(), threading.Event()

    def run(self):
        while not self.ended.wait(self.random.uniform(0, 2 * self.pause)):
            name = self.random.choice(VICTIMS)
            try:
                with open(os.path.join(self.inst.dir, "run", name + ".pid")) as f:
                    parent = f.read().strip()
                with open("/proc/%s/task/%s/children" % (parent, parent)) as f:
                    children = f.read().split()
                if children:
                    os.kill(int(self.random.choice(children)), signal.SIGKILL)
                    self.killed[name] += 1
            except (OSError, ValueError):
                continue

    def end(self):
        self.ended.set()
        self.join()


class Storm:
    def __init__(self, t, inst):
        self.t, self.inst, self.stub = t, inst, Stub(inst.stub)
        self.w = World(inst)
        self.books = Books(self.w, self.stub)
        self.coaches = [self.w.coach("Coach %d" % i) for i in range(6)]
        self.services = [self.w.service(c, price=p, minutes=30, before_min=0)
                         for c, p in zip(self.coaches, (8000, 4999, 12345, 100, 7777, 6050))]
        self.base = int(time.time()) // DAY * DAY + 20 * DAY
        people = self.w.clients(BUYERS + 40)
        self.buyers = [Buyer(p, Stub(inst.stub)) for p in people]
        self.extra = self.buyers[BUYERS:]
        self.random = random.Random(SEED)
        self.kinds = self.random.choices([k for k, _ in KINDS], [n for _, n in KINDS], k=BUYERS)
        self.late, self.outcomes = [], collections.Counter()
        self.slowest, self.lock = 0.0, threading.Lock()

    # What a person does when the site stumbles: press again.

    def insist(self, what, tries=12):
        for _ in range(tries):
            try:
                began = time.monotonic()
                got = what()
                with self.lock:
                    self.slowest = max(self.slowest, time.monotonic() - began)
                if getattr(got, "status", 200) < 500:
                    return got
            except (AssertionError, LookupError, OSError, RuntimeError, ValueError):
                pass
            time.sleep(0.3)
        return None

    def hold(self, buyer, rng):
        """Some time of some coach; wanted ones are wanted by others, too."""
        for _ in range(10):
            service = rng.choice(self.services)
            start = self.base + 1800 * rng.randrange(70)
            if self.insist(lambda: buyer.hold(service, start), 3):
                buyer.service, buyer.start = service, start
                return True
        return False

    def to_partner(self, buyer):
        def press():
            buyer.summary = buyer.b.get("/checkout/" + buyer.no)
            return buyer.to_partner()
        return self.insist(press)

    def pay(self, buyer):
        return self.insist(lambda: buyer.stub.post("/sessions/%s/pay" % buyer.cs), 2)

    def decline(self, buyer):
        self.insist(lambda: buyer.stub.post("/sessions/%s/decline" % buyer.cs), 2)

    def leave(self, buyer):
        def press():
            buyer.summary = buyer.b.get("/checkout/" + buyer.no)
            return buyer.leave()
        return self.insist(press, 4)

    def cancel(self, buyer):
        no = self.w.sql("select b.no from booking b join client_order o on o.id = b.order_id"
                        " where o.tenant_id = %d and o.no = '%s'" % (self.w.id, buyer.no))

        def press():
            page = buyer.b.get("/booking/" + no[0][0])
            return buyer.b.submit(page, do="cancel", follow=False, reason="chaos")
        return self.insist(press, 4)

    def one(self, i):
        buyer, kind, rng = self.buyers[i], self.kinds[i], random.Random(SEED * 1000 + i)
        done = "no time"
        if self.hold(buyer, rng):
            done = kind if getattr(self, "do_" + kind)(buyer, rng) else kind + " (gave up)"
        with self.lock:
            self.outcomes[done] += 1
        buyer.b.close()

    def do_pay(self, b, rng):
        return self.to_partner(b) and self.pay(b) and self.insist(b.done)

    def do_silent(self, b, rng):
        return self.to_partner(b) and self.pay(b)

    def do_declined(self, b, rng):
        if not self.to_partner(b):
            return False
        for _ in range(rng.randrange(1, 3)):
            self.decline(b)
        return self.do_pay(b, rng)

    def do_declined_gone(self, b, rng):
        if not self.to_partner(b):
            return False
        self.decline(b)
        return True

    def do_leave(self, b, rng):
        return self.leave(b)

    def do_leave_session(self, b, rng):
        return self.to_partner(b) and self.leave(b)

    def do_abandon(self, b, rng):
        return self.to_partner(b)

    def do_only_hold(self, b, rng):
        return True

    def do_late(self, b, rng):
        if not self.to_partner(b):
            return False
        with self.lock:
            self.late.append(b)
        return True

    def do_cancel(self, b, rng):
        return self.do_pay(b, rng) and self.cancel(b)

    def do_twice(self, b, rng):
        """Two tabs press the button in one moment."""
        b.summary = self.insist(lambda: b.b.get("/checkout/" + b.no))
        other = Buyer(b.person, b.stub)
        other.no, other.summary = b.no, b.summary
        tab = threading.Thread(target=lambda: self.to_partner(other))
        tab.start()
        ok = self.to_partner(b)
        tab.join()
        return ok and self.pay(b) and self.insist(b.done)

    def do_pay_and_leave(self, b, rng):
        """One tab leaves while another pays."""
        if not self.to_partner(b):
            return False
        other = Buyer(b.person, Stub(self.inst.stub))
        other.cs = b.cs
        tab = threading.Thread(target=lambda: self.pay(other))
        tab.start()
        self.leave(b)
        tab.join()
        return True

    # The course of the whole.

    def run(self):
        self.stub.post("/faults", seed=SEED, events=EVENTS, api=API)
        self.stub.post("/notify", retry=0.5)
        for wish in ({"when": "rcpt", "code": 451, "p": 0.05}, {"when": "cut", "p": 0.03},
                     {"when": "data", "code": 452, "p": 0.03}):
            self.stub.post("/mail/faults", **wish)
        killer = Killer(self.inst)
        killer.start()
        todo, threads = iter(range(BUYERS)), []

        def work():
            while True:
                with self.lock:
                    i = next(todo, None)
                if i is None:
                    return
                self.one(i)
        for _ in range(AT_ONCE):
            threads.append(threading.Thread(target=work))
            threads[-1].start()
        restarted, moved = False, 0
        while any(x.is_alive() for x in threads):
            time.sleep(0.5)
            if moved < 20 * 60:
                self.stub.advance(20)
                moved += 20
            if not restarted and sum(self.outcomes.values()) > BUYERS / 2:
                self.inst.db_restart("KILL")
                restarted = True
        for x in threads:
            x.join()
        self.t.ok(restarted, "the database was killed and started in the middle")
        self.t.say("outcomes: " + ", ".join("%s %d" % x for x in sorted(self.outcomes.items())))
        self.after_the_hold()
        time.sleep(3)
        killer.end()
        self.killed = killer.killed
        self.t.say("killed: " + ", ".join("%s %d" % x for x in sorted(killer.killed.items())))

    def after_the_hold(self):
        """Money that comes when the hold has gone: half of the times are somebody else's by then."""
        self.inst.program_stop("work/settle")
        paid = [x for x in self.late if self.pay(x)]
        self.t.ok(len(paid) > 5, "%d paid late" % len(paid))
        self.stub.advance(36 * 60)
        taken = 0
        for mine, theirs in zip(self.extra, paid[::2]):
            if self.insist(lambda: mine.hold(theirs.service, theirs.start), 4):
                taken += bool(self.do_pay(mine, None))
        self.t.ok(taken > 2, "%d of their times were taken by others meanwhile" % taken)
        self.inst.program_start("work/settle")

    # Rest.

    def waiting(self):
        """What still moves, by kind; the clock decides what may."""
        return dict(zip(
            ("inbox", "outbox", "payments", "orders", "bookings", "refunds"),
            map(int, self.w.sql(
                "select (select count(*) from inbox where tenant_id = %d and state = 'new'),"
                " (select count(*) from outbox where tenant_id = %d and state = 'queued'),"
                " (select count(*) from payment where tenant_id = %d and state in ('new', 'open')),"
                " (select count(*) from client_order where tenant_id = %d and state = 'open'),"
                " (select count(*) from booking where tenant_id = %d and state = 'Pending'),"
                " (select count(*) from refund where tenant_id = %d and state in"
                " ('queued', 'sent'))" % ((self.w.id,) * 6))[0])))

    def rest(self):
        self.stub.delete("/faults")
        self.stub.delete("/mail/faults")
        self.stub.post("/flush", hurry=True, timeout=20)
        for _ in range(30):
            self.stub.advance(900)
            quiet = poll(lambda: not any(self.waiting().values()), 4, 0.3)
            if quiet:
                break
        # Once more: what was sent behind our back a moment ago has its say, too.
        self.stub.post("/flush", hurry=True, timeout=20)
        poll(lambda: not any(self.waiting().values()), 10, 0.3)
        return self.t.ok(not any(self.waiting().values()), "quiet again", self.waiting())

    def account(self):
        wrong = self.books.faults()
        self.t.ok(not wrong, "ledger, bookings and partner agree to the cent: took %d, gave %d"
                  % (self.books.took, self.books.gave), *wrong[:20])
        self.t.same(self.books.self_check(),
                    {"PAID_WITHOUT": 0, "BOOKED_WITHOUT": 0, "UNEXPLAINED": 0},
                    "the product's own checks count nothing")
        given = dict(self.w.sql("select cause, count(*) from refund where tenant_id = %d"
                                " group by cause" % self.w.id))
        states = dict(self.w.sql("select state, count(*) from booking where tenant_id = %d"
                                 " group by state" % self.w.id))
        self.t.ok(int(given.get("late", 0)) > 0, "some late money went back")
        self.t.ok(int(states.get("Confirmed", 0)) > 100, "most are booked")
        review = self.w.number("select count(*) from refund where tenant_id = %d and state ="
                               " 'review'" % self.w.id)
        self.t.same(review, 0, "no refund needs a person")
        twice = self.books.same_letters()
        self.t.ok(not twice, "no letter was written twice", twice[:5])
        unsent = self.w.sql("select template, state, answer from outbox where tenant_id = %d"
                            " and state not in ('done', 'dropped')" % self.w.id)
        self.t.ok(not unsent, "every letter was sent", unsent[:5])
        doubles = self.books.double_mails()
        extra = sum(x[2] - 1 for x in doubles)
        self.t.ok(extra <= self.killed["work/outbox"] + 1,
                  "%d letters came twice, for %d killed senders" % (
                      extra, self.killed["work/outbox"]), doubles[:5])
        self.t.ok(self.slowest < 40, "the slowest answer took %.1f s" % self.slowest)
        print("# summary: %d bookings tried, %s; refunds %s; %d workers killed; client money in"
              " %d, back %d" % (BUYERS, states, given, sum(self.killed.values()),
                                self.books.took, self.books.gave))

    def inject(self):
        """A payment that books nothing, by hand: is it named?"""
        no = self.w.sql("select o.no, p.id from client_order o join payment p on p.order_id = o.id"
                        " where o.tenant_id = %d and o.state = 'lapsed' and p.state = 'ended'"
                        " limit 1" % self.w.id)[0]
        self.inst.sql("update payment set state = 'paid', intent_ref = 'pi_none', paid_at ="
                      " utc_timestamp() where id = %s" % no[1])
        self.t.ok(self.books.self_check()["PAID_WITHOUT"] == 1 and
                  any(no[0] in x for x in self.books.faults()),
                  "a payment without a booking is named", self.books.faults())
        self.inst.sql("update payment set state = 'ended', intent_ref = null, paid_at = null"
                      " where id = %s" % no[1])


class Steps:
    """Jobs that die at every single word that they say, before it or behind it."""

    def __init__(self, storm, where):
        self.s, self.jobs = storm, Jobs(storm.inst)
        self.shim = os.path.join(where, "kill_at.so")
        source = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../lib/kill_at.c")
        subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-o", self.shim,
                        source, "-ldl"], check=True)

    def die(self, job, n, when):
        """True when it died of it."""
        env = dict(self.jobs.env, LD_PRELOAD=self.shim, KILL_AT=str(n), KILL_WHEN=when)
        out = subprocess.run([os.path.join(self.s.inst.build, "cgi-bin/work", job), "--once"],
                             env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             timeout=60)
        return out.returncode == -signal.SIGKILL

    def run(self):
        s, t = self.s, self.s.t
        for job in ("settle", "outbox", "sweep"):
            s.inst.program_stop("work/" + job)
        died = collections.Counter()
        clients = [Buyer(p, s.stub) for p in s.w.clients(64)]
        day = s.base + 10 * DAY
        s.stub.post("/faults", events={"drop": 0.0})
        for i, b in enumerate(clients):
            b.hold(s.services[i % 6], day + 1800 * (i // 6))
            b.to_partner()
            b.pay()
        s.stub.post("/flush", hurry=True)
        for n in range(1, 49):
            for when in ("before", "after"):
                died["settle"] += self.die("settle", n, when)
        t.ok(died["settle"] > 80, "work/settle died at %d of 96 steps" % died["settle"])
        # Late money, so that settling means giving back, and giving back means calling.
        given = s.w.number("select count(*) from refund where tenant_id = %d and cause = 'late'"
                           % s.w.id)
        late = [Buyer(p, s.stub) for p in s.w.clients(16)]
        s.stub.post("/faults", events={"drop": "all"})
        for i, b in enumerate(late):
            b.hold(s.services[0], day + DAY + 1800 * i)
            b.to_partner()
            b.pay()
        s.stub.advance(36 * 60)
        for i, b in enumerate(Buyer(p, s.stub) for p in s.w.clients(16)):
            b.buy(s.services[0], day + DAY + 1800 * i)
        for n in range(4, 52):
            died["late"] += self.die("settle", n, "after" if n % 2 else "before")
            s.stub.advance(61)
        t.ok(died["late"] > 20, "giving back died at %d steps" % died["late"])
        for job in ("settle", "sweep"):
            s.inst.program_start("work/" + job)
        for n in range(3, 40):
            for when in ("before", "after"):
                died["outbox"] += self.die("outbox", n, when)
            s.stub.advance(121)
        t.ok(died["outbox"] > 30, "work/outbox died at %d steps" % died["outbox"])
        t.same(s.w.number("select count(*) from refund where tenant_id = %d and cause = 'late'"
                          % s.w.id) - given, len(late), "all of the late money goes back")
        s.killed["work/outbox"] += died["outbox"]
        s.inst.program_start("work/outbox")


def main():
    t = Tap()
    t.say("seed %d" % SEED)
    where = tempfile.mkdtemp(prefix="praxis-shim-")
    try:
        with Instance(DB_FLUSH=1) as inst:
            s = Storm(t, inst)
            s.run()
            if s.rest():
                s.account()
                s.inject()
            t.say("%.0f s" % (time.monotonic() - t.began))
            Steps(s, where).run()
            if s.rest():
                s.account()
    finally:
        shutil.rmtree(where)
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
