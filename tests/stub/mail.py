# SPDX-License-Identifier: AGPL-3.0-or-later
"""A mail server that delivers to nobody: it holds a real SMTP conversation and
keeps what it took in a box that can be read by people (pages) and by tests."""

import asyncio
import base64
import email
import email.parser
import email.policy
import functools
import html
import re

from aiosmtpd.smtp import SMTP, AuthResult

MOST = 20000
LINK = re.compile(r"https?://[^\s<>\"'\])]+")
HREF = re.compile(r"""(?:href)\s*=\s*["']([^"']+)["']""", re.I)
WHEN = ("rcpt", "data", "cut", "lost_answer")


@functools.lru_cache(maxsize=512)
def read(raw):
    return Letter(email.message_from_bytes(raw, policy=email.policy.default))


class Letter:
    """One message, taken apart for reading."""

    def __init__(self, m):
        self.headers = [(k, str(v)) for k, v in m.items()]
        self.subject = str(m["subject"] or "")
        self.sender = str(m["from"] or "")
        self.text, self.html, self.parts = None, None, []
        for part in m.walk():
            if not part.is_multipart():
                self._take(part)
        found = HREF.findall(self.html or "") + LINK.findall(self.text or "")
        self.links = list(dict.fromkeys(html.unescape(x).rstrip(".,;") for x in found
                                        if x.startswith(("http", "mailto"))))

    def _take(self, part):
        kind = part.get_content_type()
        body = part.get_payload(decode=True) or b""
        text = None
        if kind.startswith("text/"):
            text = body.decode(part.get_content_charset("utf-8"), "replace")
        attached = part.get_content_disposition() == "attachment" or part.get_filename()
        if kind == "text/plain" and self.text is None and not attached:
            self.text = text
        elif kind == "text/html" and self.html is None and not attached:
            self.html = text
        else:
            name = part.get_filename() or (
                "invite.ics" if kind == "text/calendar" else "part-%d" % (len(self.parts) + 1))
            self.parts.append({"name": name, "type": kind, "method": part.get_param("method"),
                               "size": len(body), "body": body, "text": text})


class Mailbox:
    def __init__(self, world):
        self.world, self.store = world, world.store
        self.faults, self.slow = [], 0.0
        self.arrived = asyncio.Event()
        self.last = max((m["number"] for m in self.store.all("mail")), default=0)
        self.refused = 0

    def add(self, envelope):
        self.last += 1
        head = email.parser.BytesHeaderParser(policy=email.policy.default)
        self.store.put("mail", {
            "id": str(self.last), "number": self.last, "at": self.world.clock.now(),
            "from": envelope.mail_from, "to": list(envelope.rcpt_tos),
            "subject": str(head.parsebytes(envelope.content)["subject"] or ""),
            "raw": base64.b64encode(envelope.content).decode()})
        box = self.store.things["mail"]
        while len(box) > MOST:
            self.store.drop("mail", next(iter(box)))
        self.arrived.set()
        self.arrived = asyncio.Event()

    def clear(self):
        self.store.clear(("mail",))
        read.cache_clear()

    def letter(self, m):
        return read(base64.b64decode(m["raw"]))

    def find(self, to="", subject="", since=0):
        """Oldest first."""
        out = []
        for m in self.store.all("mail"):
            if m["number"] <= since:
                continue
            if to and not any(to.lower() in x.lower() for x in m["to"]):
                continue
            if subject and subject.lower() not in m["subject"].lower():
                continue
            out.append(m)
        return out

    def describe(self, m):
        p = self.letter(m)
        return {"id": m["number"], "at": m["at"], "from": m["from"], "to": m["to"],
                "subject": p.subject, "headers": p.headers, "text": p.text, "html": p.html,
                "links": p.links,
                "attachments": [{k: a[k] for k in ("name", "type", "method", "size", "text")}
                                for a in p.parts]}

    # Refusals on demand.

    def set_fault(self, wish):
        if wish.get("when", "rcpt") not in WHEN:
            raise ValueError("when is one of: %s" % ", ".join(WHEN))
        if not 400 <= int(wish.get("code", 450)) < 600:
            raise ValueError("code is 4xx or 5xx")
        self.faults.append({"address": wish.get("address", "*").lower(),
                            "code": int(wish.get("code", 450)), "times": wish.get("times", -1),
                            "when": wish.get("when", "rcpt"), "p": wish.get("p", 1.0)})

    def struck(self, when, addresses):
        """The switch that strikes now, used up by one."""
        for f in self.faults:
            if f["when"] != when or f["times"] == 0:
                continue
            if f["address"] != "*" and f["address"] not in [a.lower() for a in addresses]:
                continue
            if self.world.faults.random.random() >= f["p"]:
                continue
            f["times"] -= f["times"] > 0
            self.refused += 1
            return f
        return None


def said(code):
    if code >= 500:
        return "%d 5.1.1 Mailbox unavailable (refused on demand)" % code
    return "%d 4.2.0 Try again later (refused on demand)" % code


class Handler:
    """The hooks of the SMTP conversation."""

    def __init__(self, box):
        self.box = box

    async def handle_RCPT(self, server, session, envelope, address, options):
        f = self.box.struck("rcpt", [address])
        if f:
            return said(f["code"])
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.box.slow:
            await asyncio.sleep(self.box.slow)
        f = self.box.struck("data", envelope.rcpt_tos)
        if f:
            return said(f["code"])
        if self.box.struck("cut", envelope.rcpt_tos):
            server.transport.abort()
            return "421 4.3.0 cut"
        self.box.add(envelope)
        if self.box.struck("lost_answer", envelope.rcpt_tos):
            server.transport.abort()
        return "250 2.0.0 OK: kept as %d" % self.box.last


def server(box, loop):
    def anybody(server, session, envelope, mechanism, data):
        return AuthResult(success=True)
    return SMTP(Handler(box), hostname="stand-in.example", enable_SMTPUTF8=True, loop=loop,
                data_size_limit=32 * 1024 * 1024, authenticator=anybody,
                auth_require_tls=False, timeout=120)
