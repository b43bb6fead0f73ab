# SPDX-License-Identifier: AGPL-3.0-or-later
"""What page tests need: TAP, a tenant of their own, people with cookies who fill in forms, their mail.

    site = Site()                               # the shared instance, a new tenant in it
    clara = site.account("Clara")               # a proven account, password PASSWORD
    me = site.person()
    me.post("/login", do="login", mail=clara.mail, password=PASSWORD)
    tap.equal(me.get("/account/settings").status, 200, "signed in")
    tap.done()"""

import hashlib
import hmac
import html
import http.client
import json
import os
import random
import re
import struct
import sys
import time
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import instance  # noqa: E402

PASSWORD = "violet-kettle-9"
# PASSWORD as the programs keep it; making it takes argon2.
ENCODED = ("$argon2id$v=19$m=19456,t=2,p=1$4EPw0S/rNSGgnKhTsRNZMw$BhbgGp"
           "V3jGH2VvRyvZ1U+j+ZkOggChpSUSSjBA+0Usw")
CLIENT, COACH, ADMIN, SYSTEM = 1, 2, 4, 8


class Tap:
    def __init__(self):
        self.n = self.failed = 0

    def ok(self, good, name, note=""):
        self.n += 1
        self.failed += not good
        print("%s %d - %s" % ("ok" if good else "not ok", self.n, name), flush=True)
        if not good and note:
            print("# " + str(note).replace("\n", "\n# "), flush=True)
        return bool(good)

    def equal(self, got, wanted, name):
        return self.ok(got == wanted, name, "got %r, wanted %r" % (got, wanted))

    def has(self, answer, text, name):
        return self.ok(text in answer.text, name, "status %d, no %r in: %s" %
                       (answer.status, text, answer.words[:600]))

    def lacks(self, answer, text, name):
        return self.ok(text not in answer.text, name, "%r is there" % text)

    def done(self):
        print("1..%d" % self.n, flush=True)
        sys.exit(1 if self.failed else 0)


tap = Tap()


def quote(value):
    """A value for SQL."""
    if value is None:
        return "null"
    if isinstance(value, (int, float)):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "''") + "'"


def totp(secret, at):
    """The code of RFC 6238 that an app shows at a time."""
    import base64
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    o = mac[-1] & 15
    return "%06d" % ((struct.unpack(">I", mac[o:o + 4])[0] & 0x7fffffff) % 1000000)


class Answer:
    def __init__(self, status, headers, body, seconds):
        self.status, self.headers, self.body, self.seconds = status, headers, body, seconds
        self.text = body.decode("utf-8", "replace")
        self.to = headers.get("Location")

    @property
    def words(self):
        """What a person reads."""
        main = re.search(r"<main.*?</main>", self.text, re.S)
        text = re.sub(r"<(script|style|svg).*?</\1>", " ", main.group(0) if main else self.text,
                      flags=re.S)
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))).strip()

    def value(self, name):
        """The value of an input of that name, or None."""
        for tag in re.findall(r"<input[^>]*>", self.text):
            if re.search(r'\bname="%s"' % re.escape(name), tag):
                m = re.search(r'\bvalue="([^"]*)"', tag)
                return html.unescape(m.group(1)) if m else ""
        return None


class Person:
    """A browser without script: cookies, forms with their token, an origin."""

    def __init__(self, site, host=None):
        self.site, self.host, self.cookies = site, host or site.host, {}
        self.agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"

    def send(self, method, path, body=None, headers=None):
        at = urllib.parse.urlsplit(self.site.inst.url)
        head = {"Host": self.host, "User-Agent": self.agent}
        if self.cookies:
            head["Cookie"] = "; ".join("%s=%s" % c for c in self.cookies.items())
        head.update(headers or {})
        con = http.client.HTTPConnection(at.hostname, at.port, timeout=40)
        begun = time.monotonic()
        con.request(method, path, body=body,
                    headers={k: v for k, v in head.items() if v is not None})
        res = con.getresponse()
        answer = Answer(res.status, res.headers, res.read(), time.monotonic() - begun)
        con.close()
        for line in res.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if value and "Max-Age=0" not in line:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        return answer

    def get(self, path, **headers):
        return self.send("GET", path, headers=headers)

    def follow(self, answer):
        return self.get(answer.to) if answer.to else answer

    def token(self, path):
        """The token that the forms of a page carry."""
        return self.get(path).value("token") or ""

    def post(self, path, page=None, headers=None, token=None, **fields):
        """Fill in a form of a page (default: the address it is sent to) and send it."""
        if token is None:
            token = self.token(page or path)
        data = urllib.parse.urlencode(dict(fields, token=token), doseq=True)
        head = {"Content-Type": "application/x-www-form-urlencoded",
                "Origin": "http://" + self.host}
        head.update(headers or {})
        return self.send("POST", path, data.encode(), head)

    def sign_in(self, account):
        answer = self.post("/login", do="login", mail=account.mail, password=PASSWORD)
        if answer.status != 303:
            raise RuntimeError("sign-in: %d %s" % (answer.status, answer.words[:300]))
        return self


class Account:
    def __init__(self, ident, name, mail):
        self.id, self.name, self.mail = ident, name, mail


class Site:
    """A tenant of its own in a running instance."""

    def __init__(self, inst=None):
        self.inst = inst or instance.shared()
        self.sql = self.inst.sql
        self.mark = "%08x" % random.getrandbits(32)
        self.tenant, self.host = self.add_tenant("a")
        self.forget_attempts()

    def add_tenant(self, name):
        host = "%s%s.example" % (name, self.mark)
        ident = self.sql(
            "insert into tenant (name, address, zone, currency, mail_from, support, created_at)"
            " values ('Site %s', 'http://%s', 'Europe/Berlin', 'EUR', 'hello@%s', 'help@%s',"
            " utc_timestamp()); select last_insert_id(); insert into tenant_host values"
            " ('%s', last_insert_id());" % (name, host, host, host, host))[0][0]
        return int(ident), host

    def account(self, name, roles=CLIENT, tenant=None, verified=True, zone="Europe/Berlin"):
        mail = "%s.%s@mail.example" % (name.lower().replace(" ", "."), self.mark)
        ident = self.sql(
            "insert into account (mail, name, password, zone, verified_at, created_at) values"
            " (%s, %s, %s, %s, %s, utc_timestamp()); select last_insert_id();" %
            (quote(mail), quote(name), quote(ENCODED), quote(zone),
             "utc_timestamp()" if verified else "null"))[0][0]
        if roles:
            self.sql("insert into membership values (%d, %s, %d, utc_timestamp())" %
                     (tenant or self.tenant, ident, roles))
        return Account(int(ident), name, mail)

    def person(self, host=None):
        return Person(self, host)

    def forget_attempts(self):
        """Tests come from one network and try often; other tests' tries are not ours."""
        self.sql("delete from attempt")

    # --- mail and time -----------------------------------------------------------------------

    def mails(self, to, wait=0, count=1):
        query = urllib.parse.urlencode({"to": to, "wait": wait, "count": count})
        with urllib.request.urlopen(self.inst.stub + "/control/mail?" + query) as res:
            return [m for m in json.load(res)["mail"]]

    def link(self, to, page, nth=-1, count=1):
        """The path of the last link to a page in somebody's mail, waiting for it to arrive."""
        found = []
        for m in self.mails(to, wait=15, count=count):
            found += re.findall(r"https?://[^/\s]+(/%s/[A-Za-z0-9_-]+)" % page, json.dumps(m))
        if not found:
            raise RuntimeError("no mail to %s with a link to %s" % (to, page))
        return found[nth]

    def clock(self):
        with open(self.inst.clock) as f:
            return int(f.read() or 0)

    def move_clock(self, seconds):
        """Everything happens so much later from now on. Give back what you took."""
        fresh = self.inst.clock + ".new"
        with open(fresh, "w") as f:
            f.write("%d\n" % (self.clock() + seconds))
        os.rename(fresh, self.inst.clock)

    def now(self):
        return int(time.time()) + self.clock()
