#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings of a marketplace: who may, limits, the fee of the next booking, what is written down."""

import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from bookable import DAY, HOUR, MONDAY, Tap, World
from instance import Instance

t = Tap()
AT = "/backoffice/settings"
GOOD = {"name": "North", "claim": "Calm", "support": "help@north.test", "fee": "15",
        "fixed": "0", "minimum": "0", "refunds": "auto"}


def stored(w, tenant=101):
    return w.row("select name, claim, support, fee_bp, fee_minor, price_min_minor, refund_mode"
                 " from tenant where id = %d" % tenant)


def roles(w):
    before = stored(w)
    for who, wanted in (("clara", 403), ("maya", 403), ("boss", 200), ("root", 200)):
        t.same(w.person(who).get(AT)[0], wanted, "%s: %d" % (who, wanted))
    for who in ("clara", "maya"):
        t.same(w.person(who).post(AT, GOOD)[0], 403, "%s saves nothing" % who)
    v = w.visitor()
    v.get(AT)
    t.ok(v.status == 303 and v.location.startswith("/login?back="), "a visitor signs in")
    t.same(stored(w), before, "nothing was changed")


def limits(w):
    boss, before = w.person("boss"), stored(w)
    for field, bad in (("name", ""), ("name", "x" * 121), ("claim", "x" * 201), ("support", ""),
                       ("support", "nobody"), ("fee", ""), ("fee", "101"), ("fee", "100.01"),
                       ("fee", "-1"), ("fee", "1.234"), ("fee", "ten"), ("fixed", "-1"),
                       ("fixed", "x"), ("minimum", "1,250.5"), ("minimum", "9999999"),
                       ("refunds", "never")):
        boss.post(AT, dict(GOOD, **{field: bad}), AT)
        t.ok(boss.status == 422 and 'class="error"' in boss.body and
             (field == "refunds" or 'value="%s"' % bad in boss.body),
             "%s: %.20r comes back with a sentence" % (field, bad), boss.status)
    t.same(stored(w), before, "nothing was changed")
    t.same(w.one("select count(*) from audit"), "0", "nor written down")


def fee_of(w, hour):
    """Of a booking that a client makes now."""
    clara = w.person("clara")
    path = "/hold/maya/career?start=%d" % (MONDAY + 3 * DAY + hour * HOUR)
    clara.get(path)
    token = re.search(r'name="token" value="([^"]+)"', clara.body).group(1)
    clara.post(path, {"note": ""}, token=token)
    return w.one("select concat(fee_minor, ' ', payout_minor) from booking order by id desc limit 1")


def save(w):
    boss = w.person("boss")
    t.same(fee_of(w, 1), "1200 6800", "15 percent of 80.00")
    boss.post(AT, dict(GOOD, name="New <North>", claim="", fee="12,5", fixed="0.30",
                       minimum="20", refunds="queue", support="hi@north.test"), AT)
    t.same((boss.status, boss.location), (303, AT), "saved")
    text = boss.text(AT)
    t.ok("Saved" in text and 'value="12.50"' in boss.body and 'value="0.30"' in boss.body and
         "New &lt;North&gt;" in boss.body, "and shown", boss.body)
    t.ok('value="queue"' not in boss.body, "waiting refunds are not offered: no page releases them")
    t.same(stored(w), ["New <North>", "", "hi@north.test", "1250", "30", "2000", "queue"], "stored")
    t.same(stored(w, 102)[0], "South", "another tenant's are their own")
    t.same(fee_of(w, 4), "1030 6970", "the next booking carries the new fee (A-99)")
    t.same(w.one("select fee_minor from booking order by id limit 1"), "1200", "the older one its own")
    row = w.row("select action, object, detail, account_id from audit where tenant_id = 101")
    t.same([row[0], row[1], row[3]], ["settings.save", "settings", str(w.accounts["boss"][0])],
           "who and what")
    t.same(json.loads(row[2]), {
        "before": {"name": "North", "claim": w.claim, "support": "help@north.test",
                   "refunds": "auto", "fee percent": "15", "fee fixed": "0.00",
                   "minimum price": "0.00"} if w.claim else {
                       "name": "North", "support": "help@north.test", "refunds": "auto",
                       "fee percent": "15", "fee fixed": "0.00", "minimum price": "0.00"},
        "after": dict({"name": "New <North>", "support": "hi@north.test", "refunds": "queue",
                       "fee percent": "12.50", "fee fixed": "0.30", "minimum price": "20.00"},
                      **({"claim": ""} if w.claim else {}))}, "before and after (A-113)")
    boss.post(AT, dict(GOOD, name="New <North>", claim="", fee="12.5", fixed="0.30",
                       minimum="20", refunds="queue", support="hi@north.test"), AT)
    t.ok(boss.status == 303 and w.one("select count(*) from audit") == "1",
         "saving the same writes nothing down")
    boss.post(AT, dict(GOOD, name="'" * 120, claim='"' * 200, support="a" * 60 + "@" + "b" * 60 +
                       "." + "c" * 60 + ".example"), AT)
    boss.post(AT, dict(GOOD, name='"' * 120, claim="\\" * 200, support="c" * 60 + "@" + "b" * 60 +
                       "." + "a" * 60 + ".example"), AT)
    t.same(w.one("select count(*) from audit"), "3", "the longest texts fit the trail")
    t.ok("The last 3 rows checked" in boss.text("/backoffice/audit") and "fee percent" in boss.text(),
         "and are seen in it")


with Instance(JOBS="no", DEMO_DATA="no", WORKERS=1) as inst:
    w = World(inst)
    for name, bits in (("boss", {101: 5}), ("root", {101: 9})):
        w.account(name, "Europe/Berlin", bits)
    w.claim = w.one("select claim from tenant where id = 101")
    roles(w)
    limits(w)
    save(w)
t.done()
