#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 5
"""Twenty thousand requests on one worker: what it holds in memory after two thousand is what it
holds at the end."""

import os
import socket
import sys
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from instance import Instance  # noqa: E402
from seed import World  # noqa: E402
from tap import Tap  # noqa: E402

FIRST, ALL, BATCH = 2000, 20000, 50
DAY = 86400


class Hose:
    """One connection after the other with many requests each, asked for in batches."""

    def __init__(self, browser, paths):
        self.b, self.paths, self.n, self.statuses = browser, paths, 0, {}

    def ask(self):
        path = self.paths[self.n % len(self.paths)]
        self.n += 1
        return "GET %s HTTP/1.1\r\n%s\r\n" % (
            path, "".join("%s: %s\r\n" % x for x in self.b.head_lines().items()))

    def run(self, number):
        left = number
        while left > 0:
            with socket.create_connection((self.b.address, self.b.port), timeout=30) as s:
                for _ in range(10):
                    size = min(BATCH, left)
                    if size == 0:
                        break
                    s.sendall("".join(self.ask() for _ in range(size)).encode())
                    self.take(s, size)
                    left -= size

    def take(self, s, number):
        """So many answers; each says how long it is, or comes in chunks."""
        got = b""
        while number:
            head, found, rest = got.partition(b"\r\n\r\n")
            end = self.end_of(head, rest) if found else None
            if end is None:
                more = s.recv(262144)
                if not more:
                    raise RuntimeError("the connection ended")
                got += more
                continue
            status = int(head.split(b" ", 2)[1])
            self.statuses[status] = self.statuses.get(status, 0) + 1
            got, number = rest[end:], number - 1

    @staticmethod
    def end_of(head, rest):
        low = head.lower()
        at = low.find(b"content-length: ")
        if at >= 0:
            size = int(low[at + 16:].split(b"\r\n")[0])
            return size if len(rest) >= size else None
        end = rest.find(b"0\r\n\r\n")
        return end + 5 if end >= 0 else None


def memory(pid):
    with open("/proc/%d/status" % pid) as f:
        for line in f:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


def main():
    t = Tap()
    with Instance(JOBS="no", WORKERS=1) as inst:
        w = World(inst)
        coach = w.coach()
        s = w.service(coach)
        people = w.clients(2)
        now = int(time.time()) // DAY * DAY
        w.bookings([(people[0], s, now + (4 + i % 20) * DAY + i // 20 * 7200, "Confirmed")
                    for i in range(80)])
        path = "/book/" + s.path
        # Signed in, so that no cache stands in between; days, zones, faults and strangers mixed.
        days = [time.strftime("%Y-%m-%d", time.gmtime(now + d * DAY)) for d in range(40)]
        paths = [path + "?day=" + d for d in days]
        paths += [path + "?day=%s&zone=%s" % (d, z) for d, z in zip(days, (
            "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe") * 5)]
        paths += [path, path + "?month=2027-13", path + "?day=x", "/book/nobody/nothing"]
        hoses = [Hose(p.browser(), paths) for p in people]
        # The first request opens the connection; then there is one worker, and it stays.
        hoses[0].run(1)
        pids = inst.workers("page/book")
        t.same(len(pids), 1, "there is one worker")
        marks, began, done = [], time.monotonic(), 1
        for goal in (FIRST, ALL // 2, ALL):
            share = (goal - done) // 2
            threads = [threading.Thread(target=h.run, args=(share,)) for h in hoses]
            for x in threads:
                x.start()
            for x in threads:
                x.join()
            done += 2 * share
            marks.append(memory(pids[0]) if inst.workers("page/book") == pids else 0)
        seconds = time.monotonic() - began
        statuses = {}
        for h in hoses:
            for k, v in h.statuses.items():
                statuses[k] = statuses.get(k, 0) + v
        t.same(inst.workers("page/book"), pids, "the same worker did all of it")
        t.ok(set(statuses) <= {200, 400, 404, 422} and statuses.get(200, 0) > 0.9 * ALL and
             sum(statuses.values()) >= ALL - 2, "answers: %s, %d a second" % (
                 statuses, done / seconds), statuses)
        growth = 100.0 * (marks[2] - marks[0]) / marks[0] if marks[0] else 100
        t.ok(abs(growth) <= 3, "memory after 2,000, 10,000 and 20,000 requests: %d, %d, %d kB"
             " (%+.1f %%)" % (*marks, growth))
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
