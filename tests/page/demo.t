#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page about the demonstration: there in a demonstration only, with addresses that work."""

import json
import os
import re
import subprocess
import sys
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import Site, tap  # noqa: E402

site = Site()
tap.equal(site.person().get("/demo").status, 404, "elsewhere there is no such page")

# The program itself, as plain CGI, told that this is a demonstration.
env = {"PATH": os.environ["PATH"], "PRAXIS_CONF": site.inst.conf, "PRAXIS_MODE": "demo",
       "REQUEST_METHOD": "GET", "REQUEST_URI": "/demo", "HTTP_HOST": site.host,
       "REMOTE_ADDR": "127.0.0.1", "GATEWAY_INTERFACE": "CGI/1.1"}
out = subprocess.run([site.inst.build + "/cgi-bin/page/demo"], env=env, stdout=subprocess.PIPE,
                     stdin=subprocess.DEVNULL, text=True)
head, _, body = out.stdout.replace("\r\n", "\n").partition("\n\n")
tap.ok("404" not in head and body.count("<h1") == 1, "in a demonstration there is", head)
for mail in ("client@example.org", "coach@example.org", "admin@example.org"):
    tap.ok(mail in body, "%s may be used" % mail)
links = set(re.findall(r'href="(http://127[^"]+)"', body))
tap.equal(len(links), 3, "three addresses of the stand-in")
for link in sorted(links):
    with urllib.request.urlopen(link) as answer:
        tap.equal(answer.status, 200, "%s opens" % link)

# Every account of the page is there, with that password.
rows = site.sql("select mail, password is not null, verified_at is not null from account"
                " where mail in ('client@example.org', 'coach@example.org', 'admin@example.org')")
tap.equal(len(rows), 3, "the three accounts are loaded")
someone = site.person("127.0.0.1:8080")
answer = someone.post("/login", do="login", mail="client@example.org", password="demo-demo-1")
tap.equal(answer.status, 303, "the password works")

# What was loaded fits together, and fits what the stand-in knows.
with open(os.path.join(site.inst.src, "schema", "demo-payments.json"), encoding="utf-8") as f:
    known = [[p["session"], p["intent"], p["charge"], str(p["amount"])] for p in json.load(f)]
stored = site.sql("select session_ref, intent_ref, charge_ref, amount_minor from payment"
                  " where intent_ref like 'pi_demo%' order by id")
tap.equal(stored, known, "the stand-in knows every payment of the demonstration")
held = site.sql("select coalesce(sum(if(l.to_account = 'held', 1, -1) * l.amount_minor), 0)"
                " from ledger l where l.tenant_id = 1 and 'held' in (l.from_account, l.to_account)")
ahead = site.sql("select coalesce(sum(price_minor), 0) from booking"
                 " where tenant_id = 1 and state = 'Confirmed'")
tap.equal(held, ahead, "what is held is the price of what is ahead")
states = {s for s, in site.sql("select distinct state from booking where tenant_id = 1")}
tap.ok(states >= {"Confirmed", "Completed", "Cancelled", "NoShow"}, "bookings in all states", states)
pictures = site.sql("select picture from coach where tenant_id = 1 and picture <> ''")
tap.equal(len(pictures), 24, "24 coaches have a portrait")
tap.ok(all(os.path.exists(site.inst.src + "/htdocs" + p) for p, in pictures), "and all of them exist")
listed = site.sql("select count(*) from listing where tenant_id = 1 and next_free_at < '9999-01-01'")
tap.ok(int(listed[0][0]) >= 24, "all of them are in the directory with a free time", listed)
tap.done()
