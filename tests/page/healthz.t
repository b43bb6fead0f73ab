#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What machines ask: 200 while pages can be served, 503 while the database is away, jobs beside it."""

import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from instance import Instance  # noqa: E402
from visit import Site, tap  # noqa: E402


def ask(site, host=None):
    time.sleep(2.1)		# the answer before may be kept for two seconds
    return site.person(host).get("/healthz")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS="1") as inst:
    site = Site(inst)
    page = ask(site)
    tap.equal(page.status, 200, "it answers")
    tap.ok(page.headers["Content-Type"].startswith("application/json"), "as JSON")
    said = json.loads(page.text)
    tap.equal((said["status"], said["database"], said["jobs"]), ("ok", "ok", "ok"), "all is well")
    tap.equal(ask(site, "unknown.example").status, 200, "whatever the host is called")
    site.sql("insert into outbox (tenant_id, once, kind, state, due_at, created_at) values"
             " (%d, 'x', 'mail', 'queued', utc_timestamp() - interval 2 hour, utc_timestamp())"
             % site.tenant)
    said = json.loads(ask(site).text)
    tap.equal((said["status"], said["jobs"]), ("ok", "late"), "jobs that lag are told")
    tap.ok(7200 <= said["waiting_seconds"]["outbox"] < 7300, "and for how long", said)
    inst.db_stop()
    tap.equal(ask(site).status, 503, "without its database: 503")
    inst.db_start()
    tap.equal(ask(site).status, 200, "and well again by itself")
tap.done()
