# SPDX-License-Identifier: AGPL-3.0-or-later
"""For the tests of the web server: TAP, a bare HTTP client, an instance with one empty tenant."""

import http.client
import os
import sys
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from instance import Instance  # noqa: E402,F401

TENANT = """
insert into tenant (name, address, zone, currency, mail_from, support, created_at)
  values ('Site under test', '%s', 'Europe/Berlin', 'EUR', 'hello@example.org',
    'help@example.org', utc_timestamp());
insert into tenant_host (host, tenant_id) values ('%s', last_insert_id());
"""


def with_tenant(**settings):
    """An instance without demonstration data whose only tenant answers at its address."""
    inst = Instance(DEMO_DATA="no", DB_TEMPLATE="", **settings)
    try:
        inst.sql(TENANT % (inst.url, host(inst)))
    except BaseException:
        inst.end()
        raise
    return inst


def host(inst):
    return urllib.parse.urlsplit(inst.url).netloc


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def one(self, name):
        """The only value of a header; None when absent or doubled."""
        values = self.headers.get_all(name) or []
        return values[0] if len(values) == 1 else None

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


def ask(inst, path, method="GET", body=None, timeout=20, **headers):
    """One request on a connection of its own; underscores in header names become hyphens."""
    c = http.client.HTTPConnection(host(inst), timeout=timeout)
    try:
        c.request(method, path, body=body,
                  headers={k.replace("_", "-"): v for k, v in headers.items()})
        r = c.getresponse()
        return Answer(r.status, r.headers, r.read())
    finally:
        c.close()


def until(seconds, condition):
    """Ask again and again; true as soon as the condition holds, false when it never did."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


class Tap:
    def __init__(self):
        self.n = self.bad = 0

    def ok(self, held, what, *why):
        self.n += 1
        print("%s %d - %s" % ("ok" if held else "not ok", self.n, what), flush=True)
        if not held:
            self.bad += 1
            for w in why:
                print("# " + str(w)[:2000].replace("\n", "\n# "), flush=True)

    def done(self):
        print("1..%d" % self.n)
        sys.exit(1 if self.bad else 0)
