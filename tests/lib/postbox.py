# SPDX-License-Identifier: AGPL-3.0-or-later
"""The outgoing mail of a World (bookable.py): jobs run by hand, the mailbox, what goes wrong, calendars.

    post = Post(w)
    post.queue("confirmed", "clara", booking, "confirmed:%d:client" % booking)
    post.work("outbox")                         # until nothing is due
    mail = post.mails("clara@example.org")[-1]"""

import datetime
import json
import os
import signal
import subprocess
import urllib.parse
import urllib.request


class Post:
    def __init__(self, world):
        self.w, self.inst = world, world.inst
        self.running = []

    # ---- jobs ------------------------------------------------------------------------------

    def env(self, **more):
        with open(os.path.join(self.inst.dir, "secret", "work")) as f:
            password = f.read().strip()
        return dict(os.environ, PRAXIS_CONF=self.inst.conf, PRAXIS_DB_USER="praxis_work",
                    PRAXIS_DB_PASSWORD=password, **more)

    def start(self, job, *args, **more):
        log = open(os.path.join(self.inst.dir, "log", "work", job + ".log"), "a")
        p = subprocess.Popen([os.path.join(self.inst.build, "cgi-bin", "work", job), *args],
                             env=self.env(**more), stdout=log, stderr=log)
        log.close()
        self.running.append(p)
        return p

    def work(self, job, seconds=120, **more):
        """All rounds that have something to do; the exit status."""
        return self.start(job, "--once", **more).wait(seconds)

    def end(self):
        for p in self.running:
            if p.poll() is None:
                p.send_signal(signal.SIGKILL)
                p.wait()

    # ---- the queue -------------------------------------------------------------------------

    def queue(self, tmpl, who, booking=None, once=None, data="", tenant=101):
        once = once or "%s:%s:%s" % (tmpl, who, self.w.one("select count(*) from outbox"))
        self.w.insert("outbox", tenant_id=tenant, once=once, kind="mail", template=tmpl,
                      account_id=self.w.accounts[who][0], booking_id=booking, data=data,
                      due_at=stamp(self.w.now()), created_at=stamp(self.w.now()))
        return once

    def row(self, once):
        names = "state", "answer", "tries", "due", "leased", "template", "account", "booking"
        got = self.w.row(
            "select state, answer, tries, timestampdiff(second, '1970-01-01', due_at),"
            " coalesce(timestampdiff(second, '1970-01-01', leased_until), 0), template,"
            " account_id, booking_id from outbox where once = '%s'" % once)
        row = dict(zip(names, got))
        for n in "tries", "due", "leased":
            row[n] = int(row[n])
        return row

    def states(self):
        return dict(self.w.sql("select once, state from outbox order by id"))

    def booking_id(self, no):
        return int(self.w.one("select id from booking where no = '%s'" % no))

    # ---- the other end ---------------------------------------------------------------------

    def control(self, method, path, body=None):
        r = urllib.request.Request(self.inst.stub + "/control" + path, method=method,
                                   data=json.dumps(body).encode() if body is not None else None)
        with urllib.request.urlopen(r, timeout=60) as f:
            return json.load(f)

    def mails(self, to="", subject=""):
        """Oldest first."""
        q = urllib.parse.urlencode({"to": to, "subject": subject})
        return self.control("GET", "/mail?" + q)["mail"]

    def clear(self):
        self.control("DELETE", "/mail")
        self.control("DELETE", "/mail/faults")

    def fault(self, **wish):
        self.control("POST", "/mail/faults", wish)


def stamp(t):
    then = datetime.datetime.fromtimestamp(t, datetime.timezone.utc)
    return then.strftime("'%Y-%m-%d %H:%M:%S'")


def header(mail, name):
    return [v for k, v in mail["headers"] if k.lower() == name.lower()]


# ---- calendars (RFC 5545), read strictly ---------------------------------------------------------

def unescape(text):
    out, i = "", 0
    while i < len(text):
        if text[i] == "\\":
            i += 1
            out += {"n": "\n", "N": "\n"}.get(text[i], text[i])
        else:
            out += text[i]
        i += 1
    return out


def calendar(text):
    """(properties of the calendar, [properties of each event]); a property is name -> (params, value)."""
    if not text.endswith("\r\n") or "\n" in text.replace("\r\n", ""):
        raise ValueError("line ends")
    stack, top, events = [], {}, []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        if len(line) == 0:
            raise ValueError("an empty line")
        quoted, at = False, 0
        while quoted or line[at] != ":":
            quoted ^= line[at] == '"'
            at += 1
        name, _, params = line[:at].partition(";")
        value = line[at + 1:]
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            if stack.pop() != value:
                raise ValueError("nesting")
        elif stack == ["VCALENDAR"]:
            top[name] = value
        elif stack[-1] == "VEVENT":
            if name in events[-1]:
                raise ValueError("%s twice" % name)
            events[-1][name] = (params, unescape(value))
    for line in text.split("\r\n"):
        if len(line.encode()) > 75:
            raise ValueError("a line that is not folded")
    if stack:
        raise ValueError("not closed")
    return top, events


def instant(value):
    """UTC seconds of 20270301T080000Z."""
    then = datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ")
    return int(then.replace(tzinfo=datetime.timezone.utc).timestamp())
