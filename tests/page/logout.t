#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing out: by a button only, and then the session is gone everywhere."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from instance import Instance  # noqa: E402
from visit import PASSWORD, Site, tap  # noqa: E402

with Instance(JOBS="no", DEMO_DATA="no", WORKERS="1") as inst:
    site = Site(inst)
    clara = site.account("Clara")
    me = site.person()
    me.post("/login", do="login", mail=clara.mail, password=PASSWORD)
    tap.equal(me.get("/account/settings").status, 200, "signed in")
    me.get("/logout")
    tap.equal(me.get("/account/settings").status, 200, "looking at the page signs nobody out")
    rows = "select count(*) from session s join account a on a.id = s.account_id where a.mail = '%s'"
    tap.equal(site.sql(rows % clara.mail), [["1"]], "there is one session")
    tap.equal(me.post("/logout").status, 303, "the button does")
    tap.equal(site.sql(rows % clara.mail), [["0"]], "the session is gone, not only its cookie")
    tap.equal(me.get("/account/settings").status, 303, "and sign-in is asked for")
tap.done()
