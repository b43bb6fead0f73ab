# SPDX-License-Identifier: AGPL-3.0-or-later
"""The test clock: a file with one integer, the seconds added to the real time.
The programs under test read the same file, so it is read anew on every use."""

import datetime
import os
import tempfile
import time


class NoClock(Exception):
    """We were started without a clock file: the time is real and stays so."""


class Clock:
    def __init__(self, path=None):
        self.path = path
        if path and not os.path.exists(path):
            self.set(0)

    def offset(self):
        if not self.path:
            return 0
        try:
            with open(self.path, encoding="ascii") as f:
                return int(f.read().strip() or 0)
        except FileNotFoundError:
            return 0

    def set(self, seconds):
        if not self.path:
            raise NoClock("started without --clock")
        where = os.path.dirname(os.path.abspath(self.path))
        fd, name = tempfile.mkstemp(prefix=".clock-", dir=where)
        with os.fdopen(fd, "w", encoding="ascii") as f:
            f.write("%d\n" % seconds)
        os.chmod(name, 0o644)
        os.rename(name, self.path)

    def advance(self, seconds):
        self.set(self.offset() + seconds)

    def set_iso(self, text):
        then = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        if then.tzinfo is None:
            then = then.replace(tzinfo=datetime.timezone.utc)
        self.set(int(then.timestamp()) - int(time.time()))

    def now(self):
        return int(time.time()) + self.offset()

    def describe(self):
        now = self.now()
        return {"now": now, "iso": iso(now), "offset": self.offset(), "movable": bool(self.path)}


def iso(seconds):
    then = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


def human(seconds):
    then = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return then.strftime("%a %d %b %Y, %H:%M:%S UTC")
