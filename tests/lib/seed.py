# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tenants, people, coaches and services straight into the tables: hundreds in one statement each,
and sessions without the password's cost.

    w = World(inst)                     # a tenant of its own beside whatever is there
    coach = w.coach("Ada Coach")
    s = w.service(coach, price=8000)
    anna = w.client("Anna")             # anna.browser() is signed in"""

import base64
import hashlib
import json
import os
import random
import time

from client import Browser

CLIENT, COACH, ADMIN, SYSTEM = 1, 2, 4, 8
POLICY = [{"hours": 72, "percent": 100, "move": True, "moves": 2},
          {"hours": 24, "percent": 50, "move": True, "moves": 1},
          {"hours": 0, "percent": 0, "move": False, "moves": 0}]


def quote(value):
    if value is None:
        return "null"
    if isinstance(value, (int, float)):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


class Person:
    def __init__(self, world, key, name, mail, token):
        self.world, self.id, self.name, self.mail, self.token = world, key, name, mail, token

    def browser(self, host=None):
        return Browser(self.world.inst.url, host or self.world.host, self.token)


class Thing:
    def __init__(self, **what):
        self.__dict__.update(what)


class World:
    count = 0

    def __init__(self, inst, name="Proof", zone="Europe/Berlin", currency="EUR", fee_bp=1000,
                 fee_minor=0, word=None):
        World.count += 1
        self.inst, self.zone, self.currency = inst, zone, currency
        self.port = int(inst.url.rsplit(":", 1)[1])
        self.word = word or "w%d" % World.count
        self.host = "%s.test:%d" % (self.word, self.port)
        self.id = int(inst.sql("select 1 + greatest(1000, coalesce(max(id), 0)) from tenant")[0][0])
        self.next = 100000 * self.id
        self.random = random.Random(self.word)
        inst.sql("insert into tenant (id, name, claim, address, zone, currency, mail_from, support,"
                 " fee_bp, fee_minor, created_at) values (%d, %s, 'Proof', 'http://%s', '%s', '%s',"
                 " 'hello@%s.example', 'help@%s.example', %d, %d, utc_timestamp());"
                 "insert into tenant_host values ('%s', %d);"
                 "insert into tenant_text values (%d, 'terms', 1, 'Terms', 'Be kind.', '2020-01-01'),"
                 " (%d, 'privacy', 1, 'Privacy', 'We keep little.', '2020-01-01'),"
                 " (%d, 'imprint', 1, 'Imprint', 'Us.', '2020-01-01');"
                 "insert ignore into audit_head values (%d, 0)"
                 % (self.id, quote(name), self.host, zone, currency, self.word, self.word, fee_bp,
                    fee_minor, self.host, self.id, self.id, self.id, self.id, self.id))

    def sql(self, text):
        return self.inst.sql(text)

    def number(self, text):
        return int(self.inst.sql(text)[0][0])

    def key(self):
        self.next += 1
        return self.next

    # People.

    def people(self, names, roles=CLIENT, zone=None, signed_in=True, verified=True, notices=7):
        """One statement per table, however many."""
        out = []
        for name in names:
            key = self.key()
            raw = hashlib.sha256(("%s %d %s" % (self.word, key, os.getpid())).encode()).digest()
            token = base64.urlsafe_b64encode(raw).decode().rstrip("=")
            out.append(Person(self, key, name, "p%d@%s.example" % (key, self.word), token))
        self.insert("account", "id, mail, name, zone, verified_at, notices, created_at", [
            (p.id, p.mail, p.name, zone or self.zone, "2020-01-01" if verified else None, notices,
             "2020-01-01") for p in out])
        self.insert("membership", "tenant_id, account_id, roles, joined_at", [
            (self.id, p.id, roles, "2020-01-01") for p in out])
        if signed_in:
            self.sessions(out)
        return out

    def sessions(self, people):
        now = time.time() + int(open(self.inst.clock).read().strip() or 0)
        then, end = stamp(now), stamp(now + 80 * 86400)
        self.insert("session", "hash, account_id, created_at, seen_at, expires_at, proven_at", [
            (hashlib.sha256(p.token.encode()).hexdigest(), p.id, then, then, end, then)
            for p in people])

    def client(self, name="Carl Client", **more):
        return self.people([name], **more)[0]

    def clients(self, n, **more):
        return self.people(["Client %d" % (i + 1) for i in range(n)], **more)

    def admin(self, name="Alma Admin"):
        return self.people([name], CLIENT | ADMIN)[0]

    def insert(self, table, columns, rows):
        if rows:
            self.sql("insert into %s (%s) values %s" % (table, columns, ",\n".join(
                "(%s)" % ", ".join(quote(v) for v in row) for row in rows)))

    # What is sold.

    def coach(self, name="Cora Coach", slug=None, zone=None, hours=((0, 1440),), status="Approved",
              bio="Listens.", headline="Calm"):
        """Open every day between these minutes."""
        p = self.people([name], CLIENT | COACH)[0]
        key = self.key()
        slug = slug or "coach-%d" % key
        zone = zone or self.zone
        self.insert("coach", "tenant_id, id, account_id, slug, status, status_at, name, headline,"
                    " bio, city, country, zone, created_at", [
                        (self.id, key, p.id, slug, status, "2020-01-01", name, headline, bio,
                         "Berlin", "DE", zone, "2020-01-01")])
        self.insert("calendar", "tenant_id, coach_id", [(self.id, key)])
        self.insert("weekly_hours", "tenant_id, coach_id, weekday, from_min, to_min", [
            (self.id, key, day, a, b) for day in range(1, 8) for a, b in hours])
        return Thing(id=key, slug=slug, person=p, name=name, zone=zone)

    def service(self, coach, price=8000, minutes=60, step=30, slug=None, name="Talk", **more):
        key = self.key()
        slug = slug or "service-%d" % key
        row = dict(mode="online", meeting_url="https://meet.example/{no}", place="",
                   before_min=0, after_min=0, notice_min=0, horizon_days=60, daily_cap=0,
                   policy=json.dumps(POLICY, separators=(",", ":")), discovery=0)
        row.update(more)
        self.insert("service", "tenant_id, id, coach_id, slug, name, description, price_minor,"
                    " currency, minutes, step_min, created_at, " + ", ".join(row), [
                        [self.id, key, coach.id, slug, name, "A talk.", price, self.currency,
                         minutes, step, "2020-01-01"] + list(row.values())])
        return Thing(id=key, slug=slug, coach=coach, price=price, minutes=minutes,
                     path="%s/%s" % (coach.slug, slug))

    def bookings(self, wanted):
        """Stored bookings with order and block, as pages would have left them: free, or paid by a
        payment that the stand-in does not know. wanted: (client, service, start, state). Their
        (order number, booking number). Not while pages book: ids are counted on here."""
        ids = {x: self.number("select coalesce(max(id), 0) from " + x)
               for x in ("client_order", "booking", "payment")}
        notes = {}
        orders, rows, blocks, payments, ledger, out = [], [], [], [], [], []
        hold, then = stamp(time.time() + 2100), "2020-01-01"
        for i, (client, s, start, state) in enumerate(wanted, 1):
            order, key, payment = (ids[x] + i for x in ("client_order", "booking", "payment"))
            if s.id not in notes:
                notes[s.id] = self.sql("select before_min, after_min, policy, mode, meeting_url"
                                       " from service where id = %d" % s.id)[0]
            before, after, policy, mode, room = notes[s.id]
            before, after, paid = int(before), int(after), state != "Pending"
            ended = stamp(start) if state not in ("Pending", "Confirmed") else None
            fee = s.price // 10
            out.append((code(order), code(key)))
            orders.append((self.id, order, out[-1][0], client.id, "paid" if paid else "open",
                           s.price, self.currency, hold, then, then if paid else None))
            rows.append((self.id, key, out[-1][1], order, s.coach.id, s.id, client.id, state,
                         stamp(start), stamp(start + s.minutes * 60), before, after, s.coach.zone,
                         self.zone, s.coach.name, client.name, "Talk", mode, room, s.price, fee,
                         s.price - fee, self.currency, policy, then, then if paid else None, ended,
                         "client" if state == "Cancelled" else None))
            if state != "Cancelled":
                blocks.append((self.id, s.coach.id, key, stamp(start - 60 * before),
                               stamp(start + 60 * (s.minutes + after)), None if paid else hold))
            if paid and s.price:
                payments.append((self.id, payment, order, 1, "paid", s.price, self.currency,
                                 "cs_seed_%d" % payment, "pi_seed_%d" % payment, then, then, then))
                move = (s.price, self.currency, order, key, payment, then)
                ledger.append((self.id, "paid:%d" % key, "client", "held") + move)
        self.insert("client_order", "tenant_id, id, no, account_id, state, total_minor, currency,"
                    " hold_until, created_at, paid_at", orders)
        self.insert("booking", "tenant_id, id, no, order_id, coach_id, service_id, account_id,"
                    " state, starts_at, ends_at, before_min, after_min, zone, zone_client,"
                    " coach_name, client_name, service_name, mode, meeting_url, price_minor,"
                    " fee_minor, payout_minor, currency, policy, created_at, confirmed_at,"
                    " ended_at, cancelled_by", rows)
        self.insert("block", "tenant_id, coach_id, booking_id, starts_at, ends_at, hold_until",
                    blocks)
        self.insert("payment", "tenant_id, id, order_id, attempt, state, amount_minor, currency,"
                    " session_ref, intent_ref, expires_at, created_at, paid_at", payments)
        self.insert("ledger", "tenant_id, once, from_account, to_account, amount_minor, currency,"
                    " order_id, booking_id, payment_id, at", ledger)
        return out

    # Truths that do not depend on what the database refuses.

    def overlaps(self):
        """Pairs of blocks of one coach that share time, and confirmed bookings that do."""
        return self.number(
            "select (select count(*) from praxis.block a join praxis.block b"
            "  on b.tenant_id = a.tenant_id and b.coach_id = a.coach_id and b.id > a.id"
            "  and a.starts_at < b.ends_at and b.starts_at < a.ends_at where a.tenant_id = %d)"
            " + (select count(*) from booking a join booking b on b.tenant_id = a.tenant_id"
            "  and b.coach_id = a.coach_id and b.id > a.id and a.starts_at < b.ends_at"
            "  and b.starts_at < a.ends_at where a.tenant_id = %d and a.state = 'Confirmed'"
            "  and b.state = 'Confirmed')" % (self.id, self.id))


def code(n):
    """A number as the product draws them, from ours."""
    letters, out = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", ""
    for _ in range(8):
        n, digit = divmod(n, 32)
        out = letters[digit] + out
    return out


def stamp(seconds):
    return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(seconds))


def poll(what, seconds, pause=0.1):
    """Until what() is true: its value; the last one when the time is over."""
    end = time.monotonic() + seconds
    while True:
        got = what()
        if got or time.monotonic() > end:
            return got
        time.sleep(pause)
