# SPDX-License-Identifier: AGPL-3.0-or-later
"""Coaches for tests of the directory and of profiles, in a tenant of visit.Site.

    shelf = Coaches(site)
    maya = shelf.add("Maya Lind", specialties=["Habits"], services=[dict(price_minor=5000)])
    shelf.list()                                # their rows are in the directory, computed"""

import json
import re
import time

from visit import CLIENT, COACH, quote

POLICY = json.dumps([
    {"hours": 72, "percent": 100, "move": True, "moves": 2},
    {"hours": 24, "percent": 50, "move": True, "moves": 1},
    {"hours": 0, "percent": 0, "move": False, "moves": 0}])
SERVICE = dict(slug="session", name="Session", description="", price_minor=8000, currency="EUR",
               minutes=60, mode="online", meeting_url="https://meet.example/secret-room", place="",
               place_public="", access_note="", notice_min=0, step_min=60, policy=POLICY,
               horizon_days=30, discovery=0, active=1, position=0)


class Coaches:
    count = 0

    def __init__(self, site, tenant=None):
        self.site, self.tenant = site, tenant or site.tenant

    def add(self, name, status="Approved", specialties=(), languages=("English",), services=({},),
            hours=tuple((d, 0, 1440) for d in range(1, 8)), **more):
        """A coach who is always open, unless hours = [(weekday, from, to)] say else."""
        Coaches.count += 1
        who = self.site.account("Coach %d" % Coaches.count, CLIENT | COACH, self.tenant)
        row = dict(tenant_id=self.tenant, account_id=who.id, name=name, status=status,
                   slug=re.sub(r"[^a-z]+", "-", name.lower()) + "-%d" % Coaches.count, headline="",
                   bio="", city="Berlin", country="DE", zone="Europe/Berlin", picture="")
        row.update(more)
        coach = self.insert("coach", row, "created_at", "status_at")
        self.site.sql("insert into calendar (tenant_id, coach_id) values (%d, %d)"
                      % (self.tenant, coach))
        for kind, tags in (("specialty", specialties), ("language", languages)):
            for i, tag in enumerate(tags):
                self.insert("coach_tag", dict(tenant_id=self.tenant, coach_id=coach, kind=kind,
                                              tag=tag, position=i))
        for weekday, start, end in hours:
            self.insert("weekly_hours", dict(tenant_id=self.tenant, coach_id=coach,
                                             weekday=weekday, from_min=start, to_min=end))
        for i, s in enumerate(services):
            self.insert("service", dict(SERVICE, tenant_id=self.tenant, coach_id=coach,
                                        **({"slug": "session-%d" % i} if i else {})) | dict(s),
                        "created_at")
        row["id"] = coach
        return row

    def insert(self, table, row, *now):
        names = list(row) + list(now)
        values = [quote(v) for v in row.values()] + ["utc_timestamp()"] * len(now)
        return int(self.site.sql("insert into %s (%s) values (%s); select last_insert_id()" % (
            table, ", ".join(names), ", ".join(values)))[0][0])

    def list(self):
        """A stale row for everybody, whoever they are: the job decides who stays."""
        self.site.sql(
            "insert into listing (tenant_id, coach_id, slug, name, headline, picture, city, country,"
            " zone, specialties, languages, online, in_person, price_minor, currency, words,"
            " checked_at, stale) select tenant_id, id, slug, name, headline, picture, city, country,"
            " zone, '', '', 0, 0, 0, 'EUR', '', utc_timestamp(), 1 from coach where tenant_id = %d"
            " on duplicate key update stale = 1" % self.tenant)
        end = time.monotonic() + 20
        while self.site.sql("select count(*) from listing where tenant_id = %d and stale = 1"
                            % self.tenant) != [["0"]]:
            if time.monotonic() > end:
                raise RuntimeError("the directory was not computed within 20 seconds")
            time.sleep(0.05)
