# SPDX-License-Identifier: AGPL-3.0-or-later
"""A browser without eyes: cookies, forms with their tokens, and many requests in one instant.

    b = Browser(inst.url, host="one.test:8080")
    page = b.get("/login")
    page = b.submit(page, mail="a@example.org", password="...")     # follows the redirect
    answers = volley([(b1, "/hold/x/y", {...}), (b2, ...)])"""

import html.parser
import http.client
import json
import selectors
import socket
import time
import urllib.parse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}


class Form:
    def __init__(self, attrs):
        self.action = attrs.get("action") or ""
        self.method = (attrs.get("method") or "get").lower()
        self.fields = []        # (name, value) as a browser would send them untouched
        self.names = set()
        self.buttons = []       # (name, value)


class _Forms(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms, self.form, self.select, self.area, self.text = [], None, None, None, []
        self.skip = 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("script", "style"):
            self.skip += 1
        if tag == "form":
            self.form = Form(attrs)
            self.forms.append(self.form)
        if self.form is None:
            return
        name, value = attrs.get("name"), attrs.get("value")
        if name:
            self.form.names.add(name)
        if tag == "button":
            self.form.buttons.append((name, value or ""))
        elif tag == "input" and name:
            kind = attrs.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in attrs:
                    self.form.fields.append((name, value or "on"))
            elif kind not in ("submit", "image", "button", "file", "reset"):
                self.form.fields.append((name, value or ""))
        elif tag == "select" and name:
            self.select = [name, None]
        elif tag == "option" and self.select:
            if self.select[1] is None or "selected" in attrs:
                self.select[1] = value or ""
        elif tag == "textarea" and name:
            self.area = [name, ""]

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.skip -= 1
        if tag == "form":
            self.form = None
        elif tag == "select" and self.select:
            if self.form and self.select[1] is not None:
                self.form.fields.append(tuple(self.select))
            self.select = None
        elif tag == "textarea" and self.area:
            if self.form:
                self.form.fields.append((self.area[0], self.area[1].lstrip("\n")))
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.area[1] += data
        if not self.skip:
            self.text.append(data)


class Answer:
    def __init__(self, status, headers, body, url, seconds=0.0):
        self.status, self.headers, self.body, self.url = status, headers, body, url
        self.seconds = seconds
        self._parsed = None

    def header(self, name, default=""):
        for k, v in self.headers:
            if k.lower() == name.lower():
                return v
        return default

    def all(self, name):
        return [v for k, v in self.headers if k.lower() == name.lower()]

    @property
    def html(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        return self.header("Location")

    def _parse(self):
        if self._parsed is None:
            self._parsed = _Forms()
            self._parsed.feed(self.html)
        return self._parsed

    @property
    def forms(self):
        return self._parse().forms

    @property
    def text(self):
        """What a person reads, blanks folded."""
        return " ".join(" ".join(self._parse().text).split())

    def form(self, do=None, action=None):
        """The form with a button of that value, or that action; without either the last POST form
        of the page's own (the frame has one to sign out)."""
        found = [f for f in self.forms if f.method == "post"]
        if do is not None:
            found = [f for f in found if ("do", do) in f.buttons]
        elif action is not None:
            found = [f for f in found if f.action.startswith(action)]
        else:
            found = [f for f in found if f.action != "/logout"]
        if not found:
            raise LookupError("no form (do=%s action=%s) on %s, status %d: %s"
                              % (do, action, self.url, self.status, self.text[:300]))
        return found[-1]

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return "<%d %s %s>" % (self.status, self.url, self.location or self.text[:200])


class Browser:
    """One person's cookies. host is what the browser believes to speak to; url is where it is."""

    def __init__(self, url, host=None, session=None, timeout=40):
        where = urllib.parse.urlsplit(url)
        self.address, self.port = where.hostname, where.port
        self.host = host or where.netloc
        self.cookies = {}
        self.timeout = timeout
        self.link = None
        self.token = None       # of the last form seen
        if session:
            self.cookies["__Host-session"] = session

    def close(self):
        if self.link:
            self.link.close()
            self.link = None

    def head_lines(self, headers=None):
        out = {"Host": self.host}
        if self.cookies:
            out["Cookie"] = "; ".join("%s=%s" % c for c in self.cookies.items())
        out.update(headers or {})
        return {k: v for k, v in out.items() if v is not None}

    def request(self, method, path, body=None, headers=None):
        began = time.monotonic()
        lines = self.head_lines(headers)
        for attempt in (0, 1):
            if self.link is None:
                self.link = http.client.HTTPConnection(self.address, self.port,
                                                       timeout=self.timeout)
            try:
                self.link.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
                for k, v in lines.items():
                    self.link.putheader(k, v)
                if body is not None and "Content-Length" not in lines:
                    self.link.putheader("Content-Length", str(len(body)))
                self.link.endheaders(body)
                got = self.link.getresponse()
                data = got.read()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError,
                    http.client.CannotSendRequest):
                # A kept connection may have been closed meanwhile; a fresh one may not.
                self.close()
                if attempt:
                    raise
        answer = Answer(got.status, got.getheaders(), data, path, time.monotonic() - began)
        if got.will_close:
            self.close()
        self.remember(answer)
        return answer

    def remember(self, answer):
        for line in answer.all("Set-Cookie"):
            pair, _, rest = line.partition(";")
            name, _, value = pair.strip().partition("=")
            if "max-age=0" in rest.lower().replace(" ", ""):
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value

    def local(self, where):
        """A Location as a path of ours; None when it leads elsewhere."""
        parts = urllib.parse.urlsplit(where)
        if parts.netloc and parts.netloc != self.host:
            return None
        return urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))

    def follow(self, answer):
        for _ in range(8):
            if answer.status not in (301, 302, 303, 307) or not answer.location:
                break
            path = self.local(answer.location)
            if path is None:
                break
            answer = self.request("GET", path)
        return answer

    def get(self, path, follow=False, headers=None):
        answer = self.request("GET", path, headers=headers)
        return self.follow(answer) if follow else answer

    def form_headers(self, headers=None):
        out = {"Content-Type": "application/x-www-form-urlencoded",
               "Origin": "http://" + self.host}
        out.update(headers or {})
        return out

    def post(self, path, fields, follow=False, headers=None):
        body = fields if isinstance(fields, bytes) else urllib.parse.urlencode(
            list(fields.items()) if isinstance(fields, dict) else fields).encode()
        answer = self.request("POST", path, body, self.form_headers(headers))
        return self.follow(answer) if follow else answer

    def fields_of(self, form, do=None, **typed):
        sent = [(k, v) for k, v in form.fields if k not in typed]
        sent += [(k, v) for k, v in typed.items() if v is not None]
        if do is not None:
            sent.append(("do", do))
        return sent

    def submit(self, page, do=None, action=None, follow=True, **typed):
        """Fill in and press. typed: fields by name, None to leave one out."""
        form = page.form(do, action)
        path = self.local(form.action) if form.action else page.url
        return self.post(path, self.fields_of(form, do, **typed), follow)

    def token_from(self, path):
        """The token that this session's forms carry, from a page that has one."""
        if self.token is None:
            for form in self.get(path).forms:
                for name, value in form.fields:
                    if name == "token":
                        self.token = value
        return self.token

    def raw_post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        lines = self.head_lines(self.form_headers(
            {"Content-Length": str(len(body)), "Connection": "close"}))
        head = "POST %s HTTP/1.1\r\n%s\r\n" % (
            path, "".join("%s: %s\r\n" % x for x in lines.items()))
        return head.encode() + body


def volley(shots, seconds=60):
    """POST all of them in one instant: everything but the last byte lies at the server before the
    last bytes go out, one behind the other. shots: (browser, path, fields). Answers in order; None
    where none came."""
    pick = selectors.DefaultSelector()
    conns = []
    for i, (b, path, fields) in enumerate(shots):
        raw = b.raw_post(path, fields)
        s = socket.create_connection((b.address, b.port), timeout=20)
        s.sendall(raw[:-1])
        conns.append((s, raw[-1:], bytearray()))
        pick.register(s, selectors.EVENT_READ, i)
    # The server has to have read what lies there, or it would take the shots as they came in.
    time.sleep(0.05)
    began, out = time.monotonic(), [None] * len(conns)
    for s, last, _ in conns:
        s.sendall(last)
    left = len(conns)
    while left and time.monotonic() < began + seconds:
        for key, _ in pick.select(1):
            s, _, got = conns[key.data]
            try:
                data = s.recv(65536)
            except OSError:
                data = b""
            if data:
                got += data
                continue
            pick.unregister(s)
            s.close()
            left -= 1
            out[key.data] = _answer(bytes(got), shots[key.data][1], time.monotonic() - began)
            if out[key.data]:
                shots[key.data][0].remember(out[key.data])
    for s, _, _ in conns:
        s.close()
    pick.close()
    return out


def _answer(raw, path, seconds):
    head, found, body = raw.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    if not found or not lines[0].startswith("HTTP/"):
        return None
    headers = [tuple(x.split(": ", 1)) for x in lines[1:] if ": " in x]
    answer = Answer(int(lines[0].split()[1]), headers, body, path, seconds)
    if "chunked" in answer.header("Transfer-Encoding"):
        out, rest = b"", body
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            n = int(size or b"0", 16)
            if n == 0:
                break
            out, rest = out + rest[:n], rest[n + 2:]
        answer.body = out
    return answer


class Stub:
    """The stand-in's hand: get and post under /control, and what a person does on its pages."""

    def __init__(self, url):
        self.url = url
        self.b = Browser(url)

    def get(self, path):
        answer = self.b.get("/control" + path)
        if answer.status != 200:
            raise RuntimeError("stand-in: %s: %d %s" % (path, answer.status, answer.html[:300]))
        return answer.json()

    def post(self, path, **wish):
        answer = self.try_post(path, **wish)
        if answer.status != 200:
            raise RuntimeError("stand-in: %s: %d %s" % (path, answer.status, answer.html[:300]))
        return answer.json()

    def try_post(self, path, **wish):
        return self.b.request("POST", "/control" + path, json.dumps(wish).encode(),
                              {"Content-Type": "application/json"})

    def delete(self, path):
        return self.b.request("DELETE", "/control" + path).json()

    def state(self):
        return self.get("/state")

    def advance(self, seconds):
        return self.post("/clock", advance=seconds)["now"]

    def now(self):
        return self.get("/clock")["now"]

    def mail(self, to="", subject="", wait=0, count=1):
        return self.get("/mail?" + urllib.parse.urlencode(
            {"to": to, "subject": subject, "wait": wait, "count": count}))["mail"]

    def session_of(self, url):
        """The number of the session in a pay page's address."""
        return urllib.parse.urlsplit(url).path.rsplit("/", 1)[1]
