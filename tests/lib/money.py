# SPDX-License-Identifier: AGPL-3.0-or-later
"""Buying as a person does, jobs by hand, and the books: what must be true of all money at any
moment of rest, read from our tables and from the stand-in independently."""

import os
import re
import subprocess
import urllib.parse

from seed import poll  # noqa: F401  (tests of money import it from here)


class Buyer:
    """One signed-in person and one order after the other."""

    def __init__(self, person, stub):
        self.person, self.stub, self.b = person, stub, person.browser()
        self.no = self.cs = None
        self.summary = None     # the checkout page as last seen

    def hold(self, service, start):
        """To the checkout page of a kept time; the number of the order."""
        page = self.b.get("/hold/%s?start=%d" % (service.path, start))
        got = self.b.submit(page, follow=False)
        if got.status != 303 or "/checkout/" not in got.location:
            raise AssertionError("not held: %r" % got)
        self.no, self.cs = got.location.rsplit("/", 1)[1], None
        self.summary = self.b.get("/checkout/" + self.no)
        return self.no

    def press_pay(self):
        """The answer to the button, pressed on the page as it was last seen."""
        got = self.b.submit(self.summary, do="pay", follow=False, terms="1")
        if got.status == 303 and "/pay/" in got.location:
            self.cs = self.stub.session_of(got.location)
        return got

    def to_partner(self):
        got = self.press_pay()
        if not self.cs:
            raise AssertionError("not sent to the partner: %r" % got)
        return self.cs

    def pay(self, cs=None):
        self.stub.post("/sessions/%s/pay" % (cs or self.cs))

    def leave(self):
        return self.b.submit(self.summary, do="leave", follow=False)

    def done(self):
        return self.b.get("/checkout/%s/done" % self.no, follow=True)

    def buy(self, service, start):
        self.hold(service, start)
        self.to_partner()
        self.pay()
        return self.done()


class Jobs:
    """work/NAME --once, as cron would, with the rights of the daemons."""

    def __init__(self, inst):
        self.inst = inst
        with open(os.path.join(inst.dir, "secret", "work")) as f:
            self.env = {"PATH": os.environ["PATH"], "PRAXIS_CONF": inst.conf, "TZ": "UTC",
                        "PRAXIS_DB_USER": "praxis_work", "PRAXIS_DB_PASSWORD": f.read().strip()}

    def once(self, *names):
        for name in names:
            out = subprocess.run([os.path.join(self.inst.build, "cgi-bin/work", name), "--once"],
                                 env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                 text=True, timeout=60)
            self.said = out.stdout
            if out.returncode:
                raise AssertionError("%s --once: %d\n%s" % (name, out.returncode,
                                                            out.stdout[-1500:]))

    def all(self):
        self.once("settle", "sweep", "outbox", "settle", "outbox")


def statements(source, *names):
    """Constants of a model, as they stand in its source."""
    with open(source) as f:
        text = f.read()
    out = {}
    for name in names:
        body = re.search(r"\b%s = SQL_\w+\(\s*((?:\"(?:[^\"\\]|\\.)*\"\s*)+)\)" % name, text)
        out[name] = "".join(re.findall(r"\"((?:[^\"\\]|\\.)*)\"", body.group(1)))
    return out


class Books:
    """What is wrong with the money of a tenant: a list of sentences, empty when all is well.
    Only while nothing is under way."""

    def __init__(self, world, stub):
        self.w, self.stub = world, stub
        self.own = statements(os.path.join(world.inst.src, "cgi-bin/model/ledger.c"),
                              "PAID_WITHOUT", "BOOKED_WITHOUT", "UNEXPLAINED")

    def self_check(self):
        """What the product's own statements count: 0 each when all is well."""
        return {name: int(self.w.sql(text.replace(":tenant", str(self.w.id)))[0][0])
                for name, text in self.own.items()}

    def rows(self, text):
        return self.w.sql(text.replace(":tenant", str(self.w.id)))

    def faults(self):
        wrong = ["%s = %d" % x for x in self.self_check().items() if x[1]]
        if self.w.overlaps():
            wrong.append("blocks overlap")
        state = self.stub.state()
        numbers = {r[0] for r in self.rows("select no from client_order where tenant_id = :tenant")}
        sessions = {s["id"]: s for s in state["sessions"] if s["client_reference_id"] in numbers}
        wrong += self.payments(sessions)
        wrong += self.refunds(sessions, state)
        wrong += self.people(sessions, state)
        wrong += self.sums(sessions, state)
        return wrong

    def payments(self, sessions):
        """Ours are paid exactly where theirs are, with their amount and number."""
        rows = self.rows("select p.session_ref, p.state, p.amount_minor, lower(p.currency),"
                         " p.intent_ref, o.no from payment p join client_order o"
                         " on o.tenant_id = p.tenant_id and o.id = p.order_id"
                         " where p.tenant_id = :tenant and p.session_ref is not null"
                         " and p.session_ref not like 'cs\\_seed\\_%'")
        wrong, ours = [], {}
        for ref, how, minor, currency, intent, no in rows:
            ours[ref] = how
            s = sessions.get(ref)
            if s is None:
                wrong.append("session %s of %s is unknown to the partner" % (ref, no))
            elif (how == "paid") != (s["payment_status"] == "paid"):
                wrong.append("%s: %s here, %s there" % (no, how, s["payment_status"]))
            elif how == "paid" and (int(minor), currency, intent, no) != (
                    s["amount_total"], s["currency"], s["payment_intent"],
                    s["client_reference_id"]):
                wrong.append("%s: %s %s here, %d %s there" % (no, minor, currency,
                                                              s["amount_total"], s["currency"]))
        wrong += ["paid at the partner, unknown here: %s" % k for k, s in sessions.items()
                  if s["payment_status"] == "paid" and ours.get(k) != "paid"]
        wrong += ["payment %s is still %s" % x for x in ours.items() if x[1] in ("new", "open")]
        return wrong

    def refunds(self, sessions, state):
        """One of ours is one of theirs, of the same amount; theirs carry our number once."""
        intents = {s["payment_intent"] for s in sessions.values() if s["payment_intent"]}
        theirs = {r["id"]: r for r in state["refunds"] if r["payment_intent"] in intents}
        wrong, seen = [], set()
        for r in theirs.values():
            mark = r["metadata"].get("refund")
            if mark in seen and r["status"] != "failed":
                wrong.append("refunded twice: %s" % mark)
            seen.add(mark)
        ours = set()
        for key, how, minor, ref, cause in self.rows(
                "select r.id, r.state, r.amount_minor, r.ref, r.cause from refund r join payment p"
                " on p.tenant_id = r.tenant_id and p.id = r.payment_id where r.tenant_id = :tenant"
                " and p.session_ref not like 'cs\\_seed\\_%'"):
            r = theirs.get(ref)
            ours.add(ref)
            if how not in ("succeeded", "review"):
                wrong.append("refund %s (%s) is still %s" % (key, cause, how))
            if how == "succeeded" and (r is None or r["amount"] != int(minor) or
                                       r["status"] != "succeeded"):
                wrong.append("refund %s of %s has no equal at the partner" % (key, minor))
        wrong += ["refund %s is unknown here" % k for k in theirs if k not in ours]
        return wrong

    def people(self, sessions, state):
        """For every paid session somebody is booked, or was by the policy, or has it all back."""
        back = {}
        for r in state["refunds"]:
            if r["status"] == "succeeded":
                back[r["payment_intent"]] = back.get(r["payment_intent"], 0) + r["amount"]
        paid, wrong = {}, []
        for s in sessions.values():
            if s["payment_status"] == "paid":
                paid.setdefault(s["client_reference_id"], []).append(
                    s["amount_total"] - back.get(s["payment_intent"], 0))
        for no, minor in self.rows(
                "select o.no, coalesce(sum(if(b.state = 'Cancelled', if(b.confirmed_at is null, 0,"
                " b.price_minor - b.refund_minor), b.price_minor)), 0)"
                " from client_order o join booking b on b.tenant_id = o.tenant_id"
                " and b.order_id = o.id and b.state <> 'Pending' where o.tenant_id = :tenant"
                " and o.id not in (select order_id from payment where session_ref like"
                " 'cs\\_seed\\_%') group by o.id"):
            kept = sum(paid.pop(no, []))
            if kept != int(minor):
                wrong.append("order %s: the client is out %d, booked is %s" % (no, kept, minor))
        wrong += ["order %s: paid %s, and there is no booking" % x for x in paid.items()
                  if sum(x[1])]
        return wrong

    def sums(self, sessions, state):
        """What the ledger took from clients is what the partner took, less what went back."""
        seeded = ("(select id from payment where tenant_id = :tenant and session_ref like"
                  " 'cs\\_seed\\_%')")
        there = sum(s["amount_total"] for s in sessions.values() if s["payment_status"] == "paid")
        intents = {s["payment_intent"] for s in sessions.values() if s["payment_intent"]}
        gone = sum(r["amount"] for r in state["refunds"]
                   if r["payment_intent"] in intents and r["status"] != "failed")
        took, gave, held, coach, fee = map(int, self.rows(
            "select coalesce(sum(if(from_account = 'client', amount_minor, 0)), 0),"
            " coalesce(sum(if(to_account = 'client', amount_minor, 0)), 0),"
            " coalesce(sum(if(to_account = 'held', amount_minor, 0) -"
            " if(from_account = 'held', amount_minor, 0)), 0),"
            " coalesce(sum(if(to_account = 'coach', amount_minor, 0)), 0),"
            " coalesce(sum(if(to_account = 'fee', amount_minor, 0)), 0)"
            " from ledger l where l.tenant_id = :tenant and (l.payment_id is null or l.payment_id"
            " not in " + seeded + ") and l.order_id not in (select order_id from payment"
            " where tenant_id = :tenant and session_ref like 'cs\\_seed\\_%')")[0])
        self.took, self.gave, self.held = took, gave, held
        wrong = []
        if took != there:
            wrong.append("ledger took %d, the partner took %d" % (took, there))
        if gave != gone:
            wrong.append("ledger gave back %d, the partner gave back %d" % (gave, gone))
        if took - gave != held + coach + fee:
            wrong.append("%d - %d is not %d + %d + %d" % (took, gave, held, coach, fee))
        return wrong

    def double_mails(self):
        """(recipient, subject, number) of letters that came more than once."""
        seen = {}
        for m in self.stub.mail():
            if m["to"][0].endswith("@%s.example" % self.w.word):
                ident = dict(m["headers"]).get("Message-ID")
                seen.setdefault(ident, []).append((m["to"][0], m["subject"]))
        return [(v[0][0], v[0][1], len(v)) for v in seen.values() if len(v) > 1]

    def same_letters(self):
        """(recipient, subject) that were written more than once: as different letters, where a
        letter that was only sent twice has one number."""
        seen = {}
        for m in self.stub.mail():
            if m["to"][0].endswith("@%s.example" % self.w.word):
                seen.setdefault((m["to"][0], m["subject"]), set()).add(
                    dict(m["headers"]).get("Message-ID"))
        return [k for k, v in seen.items() if len(v) > 1]


def query(location):
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(location).query))
