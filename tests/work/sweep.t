#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sweep and the directory: what is stale or past is computed again, who must go goes."""

import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from coaches import Coaches  # noqa: E402
from instance import Instance  # noqa: E402
from visit import Site, tap  # noqa: E402


def sweep(inst):
    """Everything that is due, once, as cron would."""
    done = subprocess.run([inst.build + "/cgi-bin/work/sweep", "--once"],
                          env=dict(inst.env, PATH=os.environ["PATH"], PRAXIS_CONF=inst.conf),
                          stderr=subprocess.PIPE, text=True, timeout=120)
    if done.returncode != 0:
        tap.ok(False, "the sweep ends well", done.stderr[-1000:])


def row(site, coach):
    got = site.sql("select stale, next_free_at, price_minor, online, in_person, specialties"
                   " from listing where coach_id = %d" % coach)
    return got[0] if got else None


def refreshes(site, inst):
    shelf = Coaches(site)
    maya = shelf.add("Maya One", specialties=["Sleep"], services=[
        dict(price_minor=9000), dict(price_minor=4000, mode="in-person"),
        dict(price_minor=0, discovery=1)])["id"]
    list_all(site)
    sweep(inst)
    now = site.sql("select utc_timestamp()")[0][0]
    first = row(site, maya)
    tap.ok(first[0] == "0" and now < first[1] < "2030", "a stale row is computed", first)
    tap.equal(first[2:], ["4000", "1", "1", "Sleep"], "from services and tags")
    return maya, first


def busy(site, inst, maya, first):
    """Whatever takes the first free time moves it, once the row is marked."""
    site.sql("insert into away (tenant_id, coach_id, starts_at, ends_at) values"
             " (%d, %d, utc_timestamp(), utc_timestamp() + interval 3 day)" % (site.tenant, maya))
    sweep(inst)
    tap.equal(row(site, maya), first, "without a mark nothing is computed")
    site.sql("update listing set stale = 1 where coach_id = %d" % maya)
    sweep(inst)
    tap.ok(row(site, maya)[1] > first[1], "marked: the next free time has moved", row(site, maya))


def past(site, inst, maya):
    site.sql("update listing set next_free_at = utc_timestamp() - interval 1 minute"
             " where coach_id = %d" % maya)
    sweep(inst)
    now = site.sql("select utc_timestamp()")[0][0]
    tap.ok(row(site, maya)[1] > now, "a time that has passed is computed again")
    site.sql("update listing set next_free_at = '9999-01-01', checked_at = utc_timestamp()"
             " - interval 7 hour where coach_id = %d" % maya)
    sweep(inst)
    tap.ok(row(site, maya)[1] < "9999", "what was not looked at for hours is looked at")


def goes(site, inst, maya):
    facets = "select value from listing_facet where tenant_id = %d and kind = '%s' order by value"
    tap.equal(site.sql(facets % (site.tenant, "specialty")), [["Sleep"]], "a topic can be chosen")
    tap.equal(site.sql(facets % (site.tenant, "place")), [["Berlin"]], "and a place")
    site.sql("update service set active = 0 where coach_id = %d;"
             "update listing set stale = 1 where coach_id = %d" % (maya, maya))
    sweep(inst)
    tap.equal(row(site, maya), None, "without a service nobody is in the directory")
    site.sql("update listing_facet set checked_at = checked_at - interval 2 hour")
    sweep(inst)
    tap.equal(site.sql(facets % (site.tenant, "specialty")), [], "what nobody has goes too")
    tap.equal(site.sql(facets % (site.tenant, "place")), [], "places as well")


def many_at_once(site, inst):
    """Several workers share the work; each row is computed, none waits for another."""
    shelf = Coaches(site)
    for i in range(30):
        shelf.add("Coach %d" % i)
    list_all(site)
    began = time.monotonic()
    env = dict(inst.env, PATH=os.environ["PATH"], PRAXIS_CONF=inst.conf)
    workers = [subprocess.Popen([inst.build + "/cgi-bin/work/sweep", "--once"], env=env)
               for _ in range(4)]
    tap.equal([w.wait(60) for w in workers], [0] * 4, "four sweeps end well")
    # A row that another holds is skipped, so what was held last may be left for the next round.
    sweep(inst)
    left = site.sql("select count(*) from listing where stale = 1")
    tap.equal(left, [["0"]], "nothing is left (%.1f s)" % (time.monotonic() - began))


def old_rows(site, inst):
    account = site.account("Clara").id
    site.sql("insert into session (hash, account_id, created_at, seen_at, expires_at, proven_at)"
             " select sha2(concat('h', seq), 256), %d, utc_timestamp(), utc_timestamp(),"
             " utc_timestamp() + interval if(seq <= 300, -1, 1) hour, utc_timestamp()"
             " from seq_1_to_303" % account)
    sweep(inst)
    tap.equal(site.sql("select count(*) from session"), [["3"]], "sessions that are over are gone")


def list_all(site):
    site.sql("insert ignore into listing (tenant_id, coach_id, slug, name, headline, picture, city,"
             " country, zone, specialties, languages, online, in_person, price_minor, currency,"
             " words, checked_at, stale) select tenant_id, id, slug, name, '', '', '', '', zone,"
             " '', '', 0, 0, 0, 'EUR', '', utc_timestamp(), 1 from coach where tenant_id = %d"
             % site.tenant)


with Instance(JOBS="no", DEMO_DATA="no", WORKERS="1") as inst:
    site = Site(inst)
    maya, first = refreshes(site, inst)
    busy(site, inst, maya, first)
    past(site, inst, maya)
    goes(site, inst, maya)
    many_at_once(site, inst)
    old_rows(site, inst)
tap.done()
