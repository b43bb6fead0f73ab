# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small world for tests of booking pages: two tenants, coaches, clients, a clock to turn.

    with Instance(JOBS="no", DEMO_DATA="no") as inst:
        w = World(inst)
        client = w.person("clara")
        status, body = client.get("/book/maya/career")
        w.at(MONDAY + 3600)

Everything happens around MONDAY, 1 March 2027, 08:00 UTC, so that no result depends on today."""

import ctypes
import hashlib
import html
import http.client
import json
import os
import re
import time
import urllib.parse

MONDAY = 1803888000             # 2027-03-01T08:00:00Z
HOUR, DAY = 3600, 86400
POLICY = [{"hours": 72, "percent": 100, "move": True, "moves": 2},
          {"hours": 24, "percent": 50, "move": True, "moves": 1},
          {"hours": 0, "percent": 0, "move": False, "moves": 0}]


class Tap:
    def __init__(self):
        self.n = self.bad = 0

    def ok(self, good, name, *more):
        self.n += 1
        if not good:
            self.bad += 1
        print("%sok %d - %s" % ("" if good else "not ", self.n, name), flush=True)
        if not good:
            for m in more:
                for line in str(m)[:3000].split("\n"):
                    print("# " + line)
        return good

    def same(self, got, want, name):
        return self.ok(got == want, name, "got  %r" % (got,), "want %r" % (want,))

    def done(self):
        print("1..%d" % self.n)
        raise SystemExit(1 if self.bad else 0)


def stamp(t):
    return time.strftime("'%Y-%m-%d %H:%M:%S'", time.gmtime(t))


def text_of(page):
    """What a person reads: main without tags, one blank between words."""
    m = re.search(r"<main.*?</main>", page, re.S)
    inner = re.sub(r"<svg.*?</svg>", " ", m.group(0) if m else page, flags=re.S)
    inner = re.sub(r"</?(span|b|i|em|strong|time|a)\b[^>]*>", "", inner)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inner)).split())


class Person:
    """Somebody with a browser: cookies, forms with their token; follows no redirect."""

    def __init__(self, world, host, session=None, cookies=None):
        self.world, self.host = world, host
        self.cookies = dict(cookies or {})
        if session:
            self.cookies["__Host-session"] = session
        self.location = self.status = None
        self.body = ""

    def send(self, method, path, body=None, headers=None):
        u = urllib.parse.urlparse(self.world.inst.url)
        c = http.client.HTTPConnection(u.hostname, u.port, timeout=60)
        h = {"Host": self.host, "Connection": "close"}
        if self.cookies:
            h["Cookie"] = "; ".join("%s=%s" % x for x in self.cookies.items())
        if method == "POST":
            h["Origin"] = "http://" + self.host
            h["Content-Type"] = "application/x-www-form-urlencoded"
        h.update(headers or {})
        c.request(method, path, body, h)
        r = c.getresponse()
        self.status, self.body = r.status, r.read().decode("utf-8", "replace")
        self.location = r.getheader("Location")
        for line in r.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if "Max-Age=0" in line:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        c.close()
        return self.status, self.body

    def get(self, path):
        return self.send("GET", path)

    def text(self, path=None):
        """The page in words; without a path the last answer."""
        if path is not None:
            self.get(path)
        return text_of(self.body)

    def token(self, page):
        self.get(page)
        m = re.search(r'name="token" value="([^"]+)"', self.body)
        return m.group(1) if m else ""

    def post(self, path, fields, form=None, token=None):
        """Press a button of the form on the page `form` (default: /account/settings carries one)."""
        if token is None:
            token = self.token(form or "/account/settings")
        return self.send("POST", path, urllib.parse.urlencode({"token": token, **fields}))


class World:
    def __init__(self, inst):
        self.inst = inst
        self.accounts, self.hosts = {}, {}
        self.numbers = 0
        # An instance may have begun with the demonstration; this world is alone in its own.
        inst.sql("set foreign_key_checks = 0; " + " ".join(
            "delete from %s;" % r[0] for r in inst.sql("show tables") if r[0] != "migration"))
        self.at(MONDAY)
        for number, name in ((101, "north"), (102, "south")):
            self.tenant(number, name)
        for name, zone, roles in (
                ("clara", "Europe/Berlin", {101: 1}), ("paul", "Europe/Berlin", {101: 1}),
                ("nina", "America/New_York", {101: 1}), ("maya", "Europe/Berlin", {101: 3}),
                ("omar", "America/New_York", {101: 3}), ("stranger", "UTC", {102: 1}),
                ("sven", "Europe/Berlin", {102: 3})):
            self.account(name, zone, roles)
        self.maya = self.coach(101, "maya", "Europe/Berlin", "Berlin", "DE")
        self.omar = self.coach(101, "omar", "America/New_York", "New York", "US")
        self.sven = self.coach(102, "sven", "Europe/Berlin", "Hamburg", "DE")
        self.career = self.service(101, self.maya, "career", "Career session", 8000)
        self.short = self.service(101, self.maya, "short", "Short call", 3000, minutes=30)
        self.first = self.service(101, self.maya, "first", "First conversation", 0, minutes=30,
                                  discovery=1)
        self.walk = self.service(101, self.maya, "walk", "Walk and talk", 12000, mode="in-person",
                                 place="Linienstr. 12, 10178 Berlin", place_public="Berlin Mitte",
                                 access_note="Ring at Lindqvist", meeting_url="")
        self.wide = self.service(101, self.omar, "wide", "Wide view", 9000)
        self.other = self.service(102, self.sven, "career", "Career session", 8000)

    # ---- the clock -----------------------------------------------------------------------

    def at(self, t):
        """It is t now, and stays so for nearly a second of real time."""
        # Not in its first hundredths: the clock that programs read may lag behind by a tick.
        while not 0.02 < time.time() % 1 < 0.1:
            time.sleep(0.005)
        path = self.inst.clock + ".new"
        with open(path, "w") as f:
            f.write("%d\n" % (t - int(time.time())))
        os.rename(path, self.inst.clock)

    def now(self):
        with open(self.inst.clock) as f:
            return int(time.time()) + int(f.read())

    def exactly(self, t, act):
        """The answer of act() given in the second t: done again when a second has passed."""
        for _ in range(20):
            self.at(t)
            got = act()
            if self.now() == t:
                return got
        raise RuntimeError("this machine is too slow to act within one second")

    # ---- rows ------------------------------------------------------------------------------

    def sql(self, text):
        return self.inst.sql(text)

    def one(self, text):
        rows = self.sql(text)
        return rows[0][0] if rows else None

    def row(self, text):
        rows = self.sql(text)
        return rows[0] if rows else None

    def insert(self, table, **values):
        def lit(v):
            if v is None:
                return "null"
            if isinstance(v, (int, bool)):
                return str(int(v))
            if v.startswith("'"):
                return v
            return "'" + v.replace("\\", "\\\\").replace("'", "''") + "'"
        return int(self.one("insert into %s (%s) values (%s); select last_insert_id()" % (
            table, ", ".join(values), ", ".join(lit(v) for v in values.values()))))

    def tenant(self, number, name):
        host = name + ".test"
        self.hosts[number] = host
        self.insert("tenant", id=number, name=name.title(), address="http://" + host,
                    zone="Europe/Berlin", currency="EUR", mail_from="hello@" + host,
                    support="help@" + host, fee_bp=1500, created_at=stamp(MONDAY - 400 * DAY))
        self.insert("tenant_host", host=host, tenant_id=number)
        self.insert("audit_head", tenant_id=number, version=0)
        for kind in ("terms", "privacy", "imprint"):
            self.insert("tenant_text", tenant_id=number, kind=kind, version=1, title=kind.title(),
                        body_md="Words.", published_at=stamp(MONDAY - 300 * DAY))

    def account(self, name, zone, roles, verified=True):
        number = self.insert("account", mail=name + "@example.org", name=name.title(), zone=zone,
                             verified_at=stamp(MONDAY - DAY) if verified else None,
                             created_at=stamp(MONDAY - 300 * DAY))
        for tenant, bits in roles.items():
            self.insert("membership", tenant_id=tenant, account_id=number, roles=bits,
                        joined_at=stamp(MONDAY - 300 * DAY))
        self.accounts[name] = (number, next(iter(roles)))
        return number

    def coach(self, tenant, name, zone, city, country, status="Approved"):
        number = self.insert("coach", tenant_id=tenant, account_id=self.accounts[name][0],
                             slug=name, status=status, status_at=stamp(MONDAY - DAY),
                             name=name.title() + " Coach", zone=zone, city=city, country=country,
                             picture="", created_at=stamp(MONDAY - 300 * DAY))
        self.insert("calendar", tenant_id=tenant, coach_id=number)
        for day in range(1, 6):
            self.insert("weekly_hours", tenant_id=tenant, coach_id=number, weekday=day,
                        from_min=540, to_min=1020)
        return number

    def service(self, tenant, coach, slug, name, price, **more):
        values = dict(minutes=60, mode="online", meeting_url="https://meet.example/{no}",
                      after_min=15, notice_min=720, horizon_days=60, step_min=30,
                      policy=json.dumps(POLICY, separators=(",", ":")))
        values.update(more)
        return self.insert("service", tenant_id=tenant, coach_id=coach, slug=slug, name=name,
                           price_minor=price, currency="EUR", created_at=stamp(MONDAY - 99 * DAY),
                           **values)

    def booking(self, client, service, starts, state="Confirmed", **more):
        """A booking with its order, block and, when priced and paid, payment and ledger rows."""
        account, tenant = self.accounts[client]
        s = self.row("select coach_id, price_minor, minutes, before_min, after_min, name, mode,"
                     " meeting_url, place, access_note, policy, discovery from service"
                     " where id = %d" % service)
        coach = self.row("select zone, name from coach where id = %s" % s[0])
        price, minutes, before, after = (int(x) for x in s[1:5])
        self.numbers += 1
        no = more.pop("no", "B%07d" % self.numbers)
        hold = more.pop("hold_until", self.now() + 35 * 60)
        paid = state in ("Confirmed", "Completed", "NoShow") or more.pop("paid", False)
        order = self.insert("client_order", tenant_id=tenant, no="O" + no, account_id=account,
                            state="paid" if paid else "open", total_minor=price, currency="EUR",
                            hold_until=stamp(hold), created_at=stamp(self.now() - HOUR),
                            paid_at=stamp(self.now() - HOUR) if paid else None)
        fee = (price * 1500 + 5000) // 10000
        values = dict(
            tenant_id=tenant, no=no, order_id=order, coach_id=int(s[0]), service_id=service,
            account_id=account, state=state, starts_at=stamp(starts),
            ends_at=stamp(starts + minutes * 60), before_min=before, after_min=after,
            zone=coach[0], zone_client="Europe/Berlin", coach_name=coach[1],
            client_name=client.title(), service_name=s[5], mode=s[6], meeting_url=s[7],
            place=s[8], access_note=s[9], price_minor=price, fee_minor=fee,
            payout_minor=price - fee, currency="EUR", policy=s[10], discovery=int(s[11]),
            created_at=stamp(self.now() - HOUR),
            confirmed_at=stamp(self.now() - HOUR) if paid else None)
        values.update(more)
        number = self.insert("booking", **values)
        if state in ("Pending", "Confirmed"):
            self.insert("block", tenant_id=tenant, coach_id=int(s[0]), booking_id=number,
                        starts_at=stamp(starts - before * 60),
                        ends_at=stamp(starts + (minutes + after) * 60),
                        hold_until=None if paid else stamp(hold))
        if paid and price:
            pay = self.insert("payment", tenant_id=tenant, order_id=order, attempt=1, state="paid",
                              amount_minor=price, currency="EUR", session_ref="cs_" + no,
                              intent_ref="pi_" + no, card="Visa 4242",
                              receipt_url="https://pay.example/receipt/" + no,
                              expires_at=stamp(self.now()), created_at=stamp(self.now() - HOUR),
                              paid_at=stamp(self.now() - HOUR))
            self.insert("ledger", tenant_id=tenant, once="paid:%d" % number, from_account="client",
                        to_account="held", amount_minor=price, currency="EUR", order_id=order,
                        booking_id=number, payment_id=pay, at=stamp(self.now() - HOUR))
        return no

    def password(self, name, typed):
        """Hashed as the programs do it; sign-ins cost time, so only who really signs in has one."""
        out = ctypes.create_string_buffer(200)
        size = ctypes.c_size_t
        if ctypes.CDLL("libargon2.so.1").argon2id_hash_encoded(
                ctypes.c_uint32(2), ctypes.c_uint32(19456), ctypes.c_uint32(1), typed.encode(),
                size(len(typed)), b"0123456789abcdef", size(16), size(32), out, size(200)):
            raise RuntimeError("libargon2 refuses")
        self.sql("update account set password = '%s' where id = %d" % (
            out.value.decode(), self.accounts[name][0]))

    # ---- people ------------------------------------------------------------------------------

    def person(self, name, tenant=None):
        """Signed in at their tenant, or at another."""
        account, home = self.accounts[name]
        token = hashlib.sha256(("%s %s" % (name, time.time())).encode()).hexdigest()[:43]
        self.insert("session", hash=hashlib.sha256(token.encode()).hexdigest(), account_id=account,
                    created_at=stamp(MONDAY - DAY), seen_at="'2037-01-01 00:00:00'",
                    expires_at="'2037-12-31 00:00:00'", proven_at=stamp(MONDAY - DAY))
        return Person(self, self.hosts[tenant or home], token)

    def visitor(self, tenant=101, **cookies):
        return Person(self, self.hosts[tenant], cookies=cookies)
