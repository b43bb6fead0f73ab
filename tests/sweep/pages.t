#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 5
"""Laws that every program obeys, known or new: who may, what is forged, what is shown, how it
looks, and what it does when the floor gives way."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

import wellformed  # noqa: E402
from client import Browser  # noqa: E402
from instance import Instance  # noqa: E402
from money import Jobs, poll  # noqa: E402
from seed import ADMIN, CLIENT, World  # noqa: E402
from tap import Tap  # noqa: E402

DAY = 86400
MARK = "<b onmouseover=x>&'\""
ROOM = "https://x.example/?<b onmouseover=x>&'\""
POLICY = {"content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff",
          "x-frame-options": "DENY", "referrer-policy": "strict-origin-when-cross-origin",
          "permissions-policy": "camera=()", "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin"}
# Beside their own address: a program whose path has another shape than /name or /area/name.
ADDRESSES = {
    "home": "/", "coach": "/coaches/{coach}", "book": "/book/{coach}/{service}",
    "hold": "/hold/{coach}/{service}?start={start}", "checkout": "/checkout/{open}",
    "checkout-done": "/checkout/{paid}/done", "booking": "/booking/{booking}",
    "move": "/move/{booking}", "invite": "/booking/{booking}.ics", "join": "/join/{token}",
    "feed": "/feed/{token}.ics", "answer": "/answer/{token}", "verify": "/verify/{token}",
    "recover": "/recover", "help": "/help/payments", "legal": "/legal/terms", "demo": "/demo"}
AREAS = ("account", "practice", "library", "backoffice")
ROLES = ("anonymous", "client", "coach", "admin")


class Program:
    def __init__(self, kind, name, told):
        self.kind, self.name = kind, name
        self.__dict__.update(told)

    def path(self, world):
        if self.kind == "hook":
            return "/hook/" + self.name
        area, _, word = self.name.partition("-")
        shape = ADDRESSES.get(self.name)
        if shape is None:
            shape = "/%s/%s" % (area, word) if area in AREAS and word else "/" + self.name
        return shape.format(**world)


class Sweep:
    def __init__(self, t, inst):
        self.t, self.inst = t, inst
        self.programs = []
        with open(os.path.join(inst.build, "programs")) as f:
            for line in f.read().split():
                kind, _, name = line.partition("/")
                if kind in ("page", "hook"):
                    told = subprocess.run(
                        [os.path.join(inst.build, "cgi-bin", line), "--describe"],
                        stdout=subprocess.PIPE, text=True, check=True)
                    self.programs.append(Program(kind, name, json.loads(told.stdout)))
        self.seed()
        self.seen = {}          # signature of a page: faults were told already
        self.raw, self.shown = [], 0
        self.forms = {}         # (where it goes, its button) as met on the way: (role, path, names)

    # A marketplace in which every stored text is markup.

    def seed(self):
        w = self.w = World(self.inst, word="mark")
        self.other = World(self.inst, word="other")
        coach = self.coach = w.coach(slug="cora")
        s = self.service = w.service(coach, price=8000, slug="talk")
        place = w.service(coach, price=0, slug="walk", mode="in-person", place="Street 1",
                          meeting_url="", place_public="Mitte", access_note="Ring",
                          prepare_note="Bring shoes")
        self.people = {"client": w.client("Carla"), "coach": coach.person,
                       "admin": w.people(["Alma"], CLIENT | ADMIN)[0]}
        self.stranger = w.client("Stranger")
        self.helper = w.coach(slug="carl")
        w.service(self.helper, price=500, slug="chat")
        now = int(time.time()) // DAY * DAY
        c = self.people["client"]
        made = w.bookings([
            (c, s, now + 6 * DAY, "Confirmed"), (c, place, now + 7 * DAY, "Confirmed"),
            (c, s, now + 8 * DAY, "Pending"), (c, s, now - 5 * DAY, "Completed"),
            (c, s, now - 6 * DAY, "NoShow"), (c, s, now + 9 * DAY, "Cancelled"),
            (c, place, int(time.time()) // 900 * 900 + 900, "Confirmed")])
        w.insert("coach_tag", "tenant_id, coach_id, kind, tag", [
            (w.id, coach.id, "specialty", "Calm"), (w.id, coach.id, "language", "en")])
        w.insert("away", "tenant_id, coach_id, starts_at, ends_at, note", [
            (w.id, coach.id, "2030-01-01", "2030-01-02", "x")])
        # While nobody has paid in the past, the job has nothing to put right here.
        self.sql_listing()
        self.at = {"coach": "cora", "service": "talk", "start": now + 5 * DAY,
                   "paid": made[0][0], "booking": made[0][1], "open": made[2][0], "token": "x" * 43}
        self.made = made
        Jobs(self.inst).once("sweep")
        self.stain()
        self.base = Browser(self.inst.url, w.host)

    def sql_listing(self):
        self.inst.sql(
            "insert ignore into listing (tenant_id, coach_id, slug, name, headline, picture, city,"
            " country, zone, specialties, languages, online, in_person, price_minor, currency,"
            " words, checked_at, stale) select tenant_id, id, slug, name, headline, picture, city,"
            " country, zone, '', '', 0, 0, 0, 'EUR', '', '2020-01-01', 1 from coach"
            " where tenant_id = %d" % self.w.id)

    def stain(self):
        """Every text column that people or partners fill; words of ours are ascii."""
        columns = self.inst.sql(
            "select table_name, column_name from information_schema.columns where table_schema ="
            " 'praxis' and character_set_name = 'utf8mb4' and table_name in (select table_name"
            " from information_schema.columns where table_schema = 'praxis' and column_name ="
            " 'tenant_id') and not (table_name = 'outbox' and column_name = 'data')"
            " and not (table_name = 'audit' and column_name = 'detail')")
        for table, column in columns:
            self.inst.sql("update ignore `%s` set `%s` = '%s' where tenant_id = %d and"
                          " '%s' not in ('specialties', 'languages')" % (
                              table, column, MARK.replace("'", "\\'"), self.w.id, column))
        mark, room = MARK.replace("'", "\\'"), ROOM.replace("'", "\\'")
        self.inst.sql(
            "update account a join membership m on m.account_id = a.id set a.name = '%s'"
            " where m.tenant_id = %d; update tenant set name = '%s', claim = '%s' where id = %d;"
            " update service set meeting_url = '%s' where tenant_id = %d and mode = 'online';"
            " update booking set meeting_url = '%s' where tenant_id = %d and mode = 'online';"
            " update payment set receipt_url = '%s' where tenant_id = %d;"
            " update session set agent = '%s'; update listing set specialties = '%s',"
            " languages = 'en' where tenant_id = %d"
            % (mark, self.w.id, mark, mark, self.w.id, room, self.w.id, room, self.w.id, room,
               self.w.id, mark, mark, self.w.id))

    def browser(self, role):
        person = self.people.get(role)
        return person.browser() if person else Browser(self.inst.url, self.w.host)

    # Every answer.

    def judge(self, answer, who):
        """Its faults, each kind of page told once."""
        wrong = []
        kind = answer.header("Content-Type")
        for name, part in POLICY.items():
            if part not in answer.header(name):
                wrong.append("header %s: %r" % (name, answer.header(name)))
        if "unsafe" in answer.header("content-security-policy"):
            wrong.append("unsafe policy")
        if answer.all("Set-Cookie") and "public" in answer.header("Cache-Control"):
            wrong.append("a cookie in a shared answer")
        for cookie in answer.all("Set-Cookie"):
            if "SameSite=Lax" not in cookie or "Secure" not in cookie:
                wrong.append("cookie: " + cookie)
        if answer.status in (301, 302, 303):
            where = urllib.parse.urlsplit(answer.location)
            if where.netloc and not answer.location.startswith(self.inst.stub + "/pay/"):
                wrong.append("leads away: " + answer.location)
            return wrong, []
        if not kind.startswith("text/html"):
            return wrong, []
        r = wellformed.read(answer.html)
        wrong += r.wrong
        if "<b onmouse" in answer.html:
            self.raw.append((who, answer.url))
        self.shown += answer.html.count("&lt;b onmouse")
        return wrong, r.links

    def told(self, what, faults):
        """One line for each page, however many roles saw it."""
        self.t.ok(not faults, what, *faults[:12])

    # The laws.

    def access(self):
        wanted = {"public": "ok ok ok ok", "visitor": "ok ok ok ok", "member": "in ok ok ok",
                  "coach": "in no ok no", "admin": "in no no ok", "signed": "401 401 401 401"}
        for p in self.programs:
            faults = []
            for role, expected in zip(ROLES, wanted[p.access].split()):
                a = self.browser(role).get(p.path(self.at))
                faults += ["%s: %s" % (role, x) for x in self.judge(a, role)[0]]
                good = {"ok": a.status in (200, 303, 404, 405, 410) and not
                        a.location.startswith("/login?back="),
                        "in": a.status == 303 and a.location.startswith("/login?back="),
                        "no": a.status in (403, 404), "401": a.status == 401}[expected]
                if role in ("client", "coach") and p.name in self.rich() and a.status != 200:
                    good = good and role == "coach" and p.name in ("checkout", "checkout-done",
                                                                    "hold")
                if not good:
                    faults.append("%s (%s): %r" % (role, expected, a))
            self.told("%s/%s: access %s" % (p.kind, p.name, p.access), faults)

    def rich(self):
        """Those that must really show something to the one whose it is."""
        return ("home", "coaches", "coach", "book", "hold", "checkout", "booking", "move", "help",
                "legal", "account-settings", "account-security", "account-bookings", "invite")

    def tables(self):
        names = [x[0] for x in self.inst.sql(
            "select table_name from information_schema.tables where table_schema = 'praxis' and"
            " table_type = 'BASE TABLE' and table_name <> 'session'")]
        return self.inst.sql("checksum table " + ", ".join("praxis.`%s`" % n for n in names))

    def forged(self):
        for p in self.programs:
            if p.kind == "hook" or not p.post:
                continue
            role = {"coach": "coach", "admin": "admin", "visitor": "anonymous"}.get(
                p.access, "client")
            b, path, faults = self.browser(role), p.path(self.at), []
            if p.name == "logout":
                b = self.browser("client")
            # A page that needs a token in its address has the same form as the others.
            usual = "/account/settings" if "__Host-session" in b.cookies else "/login"
            thief = self.stranger.browser() if usual != "/login" else self.browser("anonymous")
            foreign = thief.token_from(usual)
            b.get(path)
            token = b.token_from(path) or b.token_from(usual)
            if not token or not foreign or token == foreign:
                self.told("%s/%s: forged forms" % (p.kind, p.name),
                          ["no tokens to try with: %s %s" % (token, foreign)])
                continue
            own = {"do": p.actions[0]} if p.actions else {}
            before = self.tables()
            tries = {
                "no token": b.post(path, own),
                "an empty token": b.post(path, dict(own, token="")),
                "a foreign token": b.post(path, dict(own, token=foreign)),
                "a foreign origin": b.post(path, dict(own, token=token),
                                           headers={"Origin": "http://evil.example"}),
                "a longer origin": b.post(path, dict(own, token=token),
                                          headers={"Origin": "http://%s.evil.example" % b.host}),
                "origin null": b.post(path, dict(own, token=token), headers={"Origin": "null"}),
                "no origin": b.post(path, dict(own, token=token), headers={"Origin": None}),
                "a foreign referrer": b.post(path, dict(own, token=token), headers={
                    "Origin": None, "Referer": "http://evil.example/" + b.host}),
                "a token in the address": b.post(path + ("&" if "?" in path else "?") + "token=" +
                                                 token, own)}
            for name, a in tries.items():
                if a.status != 403:
                    faults.append("%s: %r" % (name, a))
            faults += self.judge(tries["no token"], role)[0]
            if self.tables() != before:
                faults.append("something was changed")
            # The honest form is let in, or the refusals above would prove nothing.
            if p.name != "logout":
                a = b.post(path, dict(own, token=token))
                if a.status == 403:
                    faults.append("the honest form: %r" % a)
            self.told("%s/%s: forged forms" % (p.kind, p.name), faults)

    def methods(self):
        for p in self.programs:
            path, faults = p.path(self.at), []
            role = p.access if p.access in ("coach", "admin") else "client"
            b = self.browser(role)
            a = b.request("PUT", path, b"x=1", {"Content-Type": "text/plain"})
            if a.status != 405:
                faults.append("PUT: %r" % a)
            faults += self.judge(a, role)[0]
            got, head = b.get(path), b.request("HEAD", path)
            if (head.status, head.body) != (got.status, b"") or \
                    head.header("Content-Type") != got.header("Content-Type"):
                faults.append("HEAD %d %d bytes %s, GET %d %s" % (
                    head.status, len(head.body), head.header("Content-Type"), got.status,
                    got.header("Content-Type")))
            big = b.post(path, b"x=" + b"y" * 400000)
            if big.status != 413:
                faults.append("400 kB: %r" % big)
            faults += self.judge(big, role)[0]
            huge = b.post(path, b"x=" + b"y" * 1200000)
            if huge.status != 413:
                faults.append("1.2 MB: %r" % huge)
            faults += self.judge(huge, role)[0]
            self.told("%s/%s: HEAD, PUT, large bodies" % (p.kind, p.name), faults)

    def strangers(self):
        """What is not mine, and what belongs to another marketplace, does not exist."""
        order, no = self.made[0]
        mine = ["/checkout/" + self.made[2][0], "/checkout/%s/done" % order, "/booking/" + no,
                "/booking/%s.ics" % no, "/move/" + no]
        elsewhere = [p.id for p in self.people.values()]
        self.other.insert("membership", "tenant_id, account_id, roles, joined_at", [
            (self.other.id, key, 7, "2020-01-01") for key in elsewhere])
        faults = []
        for path in mine:
            own = self.people["client"].browser().get(path)
            if own.status not in (200, 303):
                faults.append("mine: %r" % own)
            for who, b in (("a stranger", self.stranger.browser()),
                           ("another coach", self.helper.person.browser()),
                           ("another marketplace", self.people["client"].browser(self.other.host)),
                           ("its coach there", self.coach.person.browser(self.other.host))):
                a = b.get(path)
                if a.status != 404:
                    faults.append("%s: %r" % (who, a))
        for path in ("/coaches/cora", "/book/cora/talk", "/hold/cora/talk?start=%d"
                     % self.at["start"]):
            a = self.people["client"].browser(self.other.host).get(path)
            if a.status != 404:
                faults.append("another marketplace: %r" % a)
        a = Browser(self.inst.url, "nobody.test").get("/coaches")
        if a.status != 404:
            faults.append("unknown host: %r" % a)
        faults += self.judge(a, "unknown host")[0]
        self.told("what is not mine is not there", faults)

    SAMPLES = {"mail": "m%d@typed.example", "secret": "long enough 1", "zone": "Europe/Berlin",
               "flag": "1", "int": "1", "id": "1", "money": "12.50", "date": "2027-01-05",
               "month": "2027-01", "time": "1900000000", "slug": "cora", "token": "x" * 43,
               "no": "7ZZZZZZZ"}
    ODD = (MARK, "", " ", "x" * 6000, "\x00\x01\x1b[2J", b"\xff\xfe\xc0\xaf", "-1", "1e9",
           "99999999999999999999", "2026-13-45", "\u2603\U0001f9d8", "a\r\nSet-Cookie: x=y",
           "../../etc/passwd", "%00", "' or 1=1 -- ")

    def fitting(self, p, number):
        """What a well-meaning person types, with markup where text may stand."""
        return [(f["name"], f["choices"][0] if f["choices"] else
                 self.SAMPLES.get(f["kind"], MARK).replace("%d", str(number)))
                for f in p.fields if not f["path"] and f["kind"] != "file"]

    def typed(self):
        """Whatever is typed: an answer, never a fault of ours, and never shown raw."""
        for number, p in enumerate(self.programs):
            if p.kind == "hook":
                continue
            role = {"coach": "coach", "admin": "admin", "visitor": "anonymous",
                    "public": "anonymous"}.get(p.access, "client")
            faults, path = [], p.path(self.at)
            sets = [[(f["name"], x) for f in p.fields if not f["path"]] for x in self.ODD]
            sets.append(self.fitting(p, number))
            for fields in sets:
                b = self.browser(role)
                pairs = urllib.parse.urlencode(fields)
                answers = [b.get(path + ("&" if "?" in path else "?") + pairs)] if len(pairs) < 7000 \
                    else []
                usual = "/account/settings" if "__Host-session" in b.cookies else "/login"
                for do in (p.actions or [None]) if p.post and p.name != "logout" else []:
                    b = self.browser(role)
                    token = b.token_from(usual)
                    own = [("token", token)] + ([("do", do)] if do else [])
                    answers.append(b.post(path, own + fields))
                for a in answers:
                    if a.status >= 500 or "Set-Cookie" in a.html[:200] or a.header("x-injected"):
                        faults.append("%r for %.80r" % (a, fields))
                    if a.status != 405:
                        faults += ["%.60s: %s" % (a.url, x) for x in self.judge(a, role)[0]]
                b.close()
            self.told("%s/%s: odd and fitting input" % (p.kind, p.name), faults)
        # A session that such a form may have ended is signed in again for what follows.
        self.inst.sql("delete from session")
        self.w.sessions([*self.people.values(), self.stranger, self.helper.person])
        self.t.ok(not self.raw, "no page shows what was typed raw", *self.raw[:10])

    def crawl(self):
        """From the start page along every link that a person can press, in each role."""
        before = self.tables()
        for role in ROLES:
            b, todo, done, faults = self.browser(role), ["/"], set(), []
            todo += [p.path(self.at) for p in self.programs if p.kind == "page" and p.get]
            if role == "client":
                todo += ["/booking/" + no for _, no in self.made]
                todo += ["/checkout/" + order for order, _ in self.made]
            start, source = len(todo), {}
            while todo and len(done) < 160:
                path = todo.pop(0)
                if path in done:
                    continue
                done.add(path)
                a = b.get(path)
                wrong, links = self.judge(a, role)
                faults += ["%s: %s" % (path, x) for x in wrong if (self.shape(path), x) not in
                           self.seen]
                self.seen.update({(self.shape(path), x): 1 for x in wrong})
                if len(done) > start and a.status not in (200, 303):
                    faults.append("%s, linked on %s: %d" % (path, source.get(path), a.status))
                if a.status >= 500:
                    faults.append("%r" % a)
                for form in a.forms if "text/html" in a.header("Content-Type") else []:
                    for button in (form.buttons or [(None, "")]) if form.method == "post" else []:
                        where = b.local(urllib.parse.urljoin(path, form.action or path))
                        self.forms.setdefault((self.shape(where), button),
                                              (role, where, form.names - {"token", "do"}))
                for tag, link in links:
                    to = urllib.parse.urlsplit(urllib.parse.urljoin(path, link))
                    if tag != "a" or to.netloc or to.scheme:
                        continue
                    link = to.path + ("?" + to.query if to.query else "")
                    if link.startswith(("/css", "/img", "/js")) or self.known(link, done, todo):
                        continue
                    source[link] = path
                    todo.append(link)
            self.told("%s: %d pages, each link leads somewhere" % (role, len(done)), faults)
        after = self.tables()
        self.t.ok(before == after, "and looking has changed nothing",
                  [x for x, y in zip(after, before) if x != y])

    def all_forms(self):
        """Each form that a person has met: forged it does nothing, and odd input is no fault."""
        faults, tries = [], 0
        for (shape, button), (role, path, names) in sorted(self.forms.items(), key=str):
            do = [button] if button[0] else []
            usual = "/account/settings" if role != "anonymous" else "/login"
            b, thief = self.browser(role), self.browser("anonymous")
            if role != "anonymous":
                thief = self.stranger.browser()
            own, foreign = b.token_from(usual), thief.token_from(usual)
            before = self.tables()
            for name, a in (("no token", b.post(path, do)),
                            ("a foreign token", b.post(path, do + [("token", foreign)])),
                            ("a foreign origin", b.post(path, do + [("token", own)], headers={
                                "Origin": "http://evil.example"}))):
                tries += 1
                if a.status != 403:
                    faults.append("%s: %r" % (name, a))
            if self.tables() != before:
                faults.append("%s %s: something was changed" % (path, button))
            if path.startswith("/logout"):
                continue
            for odd in self.ODD:
                a = b.post(path, do + [("token", own)] + [(n, odd) for n in sorted(names)])
                tries += 1
                if a.status >= 500:
                    faults.append("%s %.60r: %r" % (button, odd, a))
                faults += ["%.60s: %s" % (a.url, x) for x in self.judge(a, role)[0]]
            b.close()
        self.told("%d forms met on the way, %d tries" % (len(self.forms), tries), faults)
        self.t.ok(len(self.forms) > 12, "there were forms", *map(str, self.forms))

    @staticmethod
    def shape(path):
        return re.sub(r"[0-9]{2,}|[A-Z0-9]{8}", "#", path.split("?")[0])

    def known(self, link, done, todo):
        """Not the same page for every day of the calendar."""
        like = re.sub(r"[0-9]+", "#", link)
        return link in done or link in todo or sum(
            re.sub(r"[0-9]+", "#", x) == like for x in list(done) + todo) >= 3

    def marked(self):
        self.t.ok(not self.raw, "no page shows a stored text raw", *self.raw[:10])
        self.t.ok(self.shown > 40, "stored markup was shown as text, %d times" % self.shown)

    def complete(self):
        """Nothing that a template asked for was missing; nothing else went wrong unseen."""
        lines = []
        for p in self.programs:
            lines += [x for x in self.inst.log("%s/%s" % (p.kind, p.name)).splitlines()
                      if "level=fault" in x]
        self.t.ok(not lines, "no error in any log", *lines[:10])

    # When the floor gives way.

    def children(self, name):
        with open(os.path.join(self.inst.dir, "run", name + ".pid")) as f:
            parent = f.read().strip()
        with open("/proc/%s/task/%s/children" % (parent, parent)) as f:
            return set(map(int, f.read().split()))

    def killed(self):
        b = self.browser("anonymous")
        b.get("/login")
        before = self.children("page/login")
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        back = poll(lambda: b.get("/login").status == 200, 5)
        self.t.ok(back, "killed workers come back")
        self.t.ok(not self.children("page/login") & before, "and they are new ones")

    def terminated(self):
        """TERM while a request waits for a lock: it is answered, then the worker ends."""
        b = self.browser("client")
        path = "/hold/%s?start=%d" % (self.service.path, self.at["start"])
        token = b.token_from("/account/settings")
        lock = subprocess.Popen(
            ["mariadb", "--no-defaults", "--socket=" + self.inst.db_socket, "--user=root",
             "--database=praxis", "--batch", "--unbuffered"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        lock.stdin.write("start transaction; update calendar set version = version + 1 where"
                         " coach_id = %d; select 'locked';\n" % self.coach.id)
        lock.stdin.flush()
        while "locked\n" != lock.stdout.readline():
            pass
        got = []
        thread = threading.Thread(target=lambda: got.append(b.post(path, {"token": token})))
        thread.start()
        waits = poll(lambda: self.inst.sql(
            "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'"
        ) != [["0"]], 5, 0.05)
        before = self.children("page/hold")
        for pid in before:
            os.kill(pid, signal.SIGTERM)
        time.sleep(0.5)
        lock.stdin.write("rollback;\n")
        lock.stdin.close()
        thread.join(30)
        lock.wait()
        self.t.ok(waits and got and got[0].status == 303, "TERM: the request in hand is finished",
                  waits, got)
        poll(lambda: not self.children("page/hold") & before, 5)
        self.t.ok(not self.children("page/hold") & before, "TERM: then the workers are new")

    def without_database(self):
        b, member = self.browser("anonymous"), self.browser("client")
        member.get("/account/settings")
        self.inst.db_stop()
        faults = []
        for who, path in ((b, "/login"), (b, "/coaches?word=x"), (member, "/account/settings"),
                          (member, "/booking/" + self.made[0][1]), (b, "/healthz")):
            a = who.get(path)
            if a.status != 503 or not a.header("Retry-After"):
                faults.append("%r Retry-After %r" % (a, a.header("Retry-After")))
            if path != "/healthz":
                faults += ["%s: %s" % (path, x) for x in self.judge(a, "nobody")[0]]
                if "praxis.css" not in a.html or "try again" not in a.text:
                    faults.append("not in the look of the house: %r" % a)
        a = b.request("POST", "/hook/stripe", b"{}", {"Stripe-Signature": "t=1,v1=00"})
        if a.status not in (401, 503):
            faults.append("%r" % a)
        self.inst.db_start()
        began = time.monotonic()
        for who, path in ((b, "/login"), (b, "/coaches?word=y"), (member, "/account/settings")):
            if not poll(lambda: who.get(path).status == 200, 10):
                faults.append("%s does not come back" % path)
        self.told("without a database: a calm 503; back by itself (%.1f s)"
                  % (time.monotonic() - began), faults)


def main():
    t = Tap()
    with Instance(JOBS="no") as inst:
        s = Sweep(t, inst)
        t.ok(len(s.programs) > 15, "%d programs" % len(s.programs))
        laws = [s.access, s.crawl, s.marked, s.strangers, s.forged, s.methods,
                s.killed, s.terminated, s.typed, s.all_forms, s.complete, s.without_database]
        for law in laws:
            if len(sys.argv) < 2 or law.__name__ in sys.argv[1:]:
                began = time.monotonic()
                law()
                t.say("%s: %.1f s" % (law.__name__, time.monotonic() - began))
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
