#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 3
"""Around every change of the clocks from 2026 to 2028: the times that the page offers are those of
the coach's wall clock, on the reader's days, counted here by another program's zone data."""

import datetime
import os
import re
import sys
import time
import zoneinfo

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from client import Browser  # noqa: E402
from instance import Instance  # noqa: E402
from seed import World  # noqa: E402
from tap import Tap  # noqa: E402

COACHES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland",
           "Asia/Kathmandu", "UTC")
READERS = ("America/New_York", "Asia/Kathmandu")
UTC = datetime.timezone.utc
START = re.compile(r'name="start" value="(\d+)"[^>]*>(\d\d:\d\d)')
ONE = datetime.timedelta(days=1)


def changes(name):
    """Dates on which the zone's offset changes."""
    zone, day, out = zoneinfo.ZoneInfo(name), datetime.date(2026, 1, 1), []
    while day.year < 2029:
        at = datetime.datetime(day.year, day.month, day.day, tzinfo=zone)
        if at.utcoffset() != (at + ONE).utcoffset():
            out.append(day)
        day += ONE
    return out


def rule(name, day, minutes=60):
    """Every full hour of the wall clock that exists, its first occurrence."""
    zone, out = zoneinfo.ZoneInfo(name), set()
    for hour in range(0, 24 * 60, minutes):
        wall = datetime.datetime(day.year, day.month, day.day, hour // 60, hour % 60, tzinfo=zone)
        utc = wall.astimezone(UTC)
        if utc.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
            out.add(int(utc.timestamp()))
    return out


def local(name, start):
    return datetime.datetime.fromtimestamp(start, zoneinfo.ZoneInfo(name))


def main():
    t = Tap()
    with Instance(JOBS="no") as inst:
        w = World(inst, zone="UTC")
        pages = gaps = 0
        for name in COACHES:
            coach = w.coach(zone=name)
            s = w.service(coach, minutes=60, step=60, notice_min=0, horizon_days=60)
            wrong = []
            days = changes(name) or changes("Europe/Berlin")
            for change in days:
                noon = datetime.datetime(change.year, change.month, change.day, tzinfo=UTC)
                with open(inst.clock + ".new", "w") as f:
                    f.write("%d\n" % (int((noon - 4 * ONE).timestamp()) - int(time.time())))
                os.rename(inst.clock + ".new", inst.clock)
                for reader in dict.fromkeys((name,) + READERS):
                    b = Browser(inst.url, w.host)
                    for day in (change - ONE, change, change + ONE):
                        wanted = set().union(*(rule(name, day + n * ONE) for n in (-1, 0, 1)))
                        wanted = {x for x in wanted if local(reader, x).date() == day}
                        gaps += len(rule(name, day)) < 24
                        a = b.get("/book/%s?day=%s&zone=%s" % (s.path, day, reader))
                        got = {int(x): hhmm for x, hhmm in START.findall(a.html)}
                        pages += 1
                        if set(got) != wanted:
                            wrong.append("%s read in %s: %s too many, %s missing" % (
                                day, reader, sorted(set(got) - wanted), sorted(wanted - set(got))))
                        wrong += ["%s read in %s: %s is shown as %s" % (day, reader, x, hhmm)
                                  for x, hhmm in got.items()
                                  if local(reader, x).strftime("%H:%M") != hhmm]
                    b.close()
            t.ok(not wrong, "%s, around %d changes of the clock" % (name, len(days)), *wrong[:8])
        t.ok(pages > 250 and gaps > 20, "%d pages, %d days with an hour that does not exist"
             % (pages, gaps))
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
