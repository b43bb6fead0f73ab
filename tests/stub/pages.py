# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person sees: the pay page, the mailbox, the clock. Plain forms, no script."""

import base64
import os
import urllib.parse
from html import escape

from aiohttp import web

from bank import pretty
from clock import NoClock, human
from control import move_clock
from form import ApiError

SAFE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-src 'self'; "
        "img-src data:; base-uri 'none'; frame-ancestors 'none'"}
LETTER = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
          "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
          "img-src data: http: https:; sandbox allow-popups "
          "allow-top-navigation-by-user-activation allow-popups-to-escape-sandbox"}
PER_PAGE = 50


def routes(world, router):
    p = Pages(world)
    router.add_get("/", p.index)
    router.add_get("/stub.css", p.style)
    router.add_get("/pay/{id}", p.pay)
    router.add_post("/pay/{id}", p.pay_act)
    router.add_get("/receipt/{id}", p.receipt)
    router.add_get("/sessions", p.sessions)
    router.add_get("/webhooks", p.webhooks)
    router.add_post("/clock", p.clock)
    router.add_get("/mail", p.mail)
    router.add_get("/mail/{id:[0-9]+}", p.letter)
    router.add_get("/mail/{id:[0-9]+}/html", p.letter_html)
    router.add_get("/mail/{id:[0-9]+}/raw", p.letter_raw)
    router.add_get("/mail/{id:[0-9]+}/{part:[0-9]+}", p.attachment)
    router.add_get("/onboard/{id}/{word}", p.onboard)
    router.add_post("/onboard/{id}/{word}", p.onboard_act)
    router.add_get("/express/{id}/{word}", p.express)


def link(url, words):
    """A link to anywhere, if it is an address a browser may be sent to."""
    if not str(url).lower().startswith(("http://", "https://", "mailto:", "/")):
        return escape(words)
    return '<a href="%s">%s</a>' % (escape(url), escape(words))


def number(n, word):
    return "%d %s%s" % (n, word, "" if n == 1 else "s")


class Pages:
    def __init__(self, world):
        self.world, self.store, self.bank = world, world.store, world.bank
        here = os.path.dirname(os.path.realpath(__file__))
        with open(os.path.join(here, "stub.css"), encoding="utf-8") as f:
            self.css = f.read()

    def page(self, title, body, narrow=False, status=200):
        nav = '' if narrow else (
            '<nav aria-label="Stand-in"><a href="/">Stand-in</a><a href="/mail">Mailbox</a>'
            '<a href="/sessions">Payments</a><a href="/webhooks">Events</a>%s</nav>'
            % ('<a href="%s">The site</a>' % escape(self.world.options.home)
               if self.world.options.home else ''))
        text = ('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
                '<meta name="viewport" content="width=device-width, initial-scale=1">'
                '<title>%s</title><link rel="icon" href="data:,">'
                '<link rel="stylesheet" href="/stub.css"></head><body>'
                '<p class="strip" role="note">Stand-in for tests and demonstrations. '
                'No card, no bank, no money, no real mail.</p>%s'
                '<main%s><h1>%s</h1>%s</main></body></html>\n'
                % (escape(title), nav, ' class="narrow"' if narrow else '',
                   escape(title), body))
        return web.Response(text=text, content_type="text/html", charset="utf-8", status=status,
                            headers=SAFE)

    def lost(self, what):
        return self.page("Not found", "<p>There is no %s here. The stand-in forgets when it is "
                         "started anew.</p>" % escape(what), narrow=True, status=404)

    async def style(self, request):
        return web.Response(text=self.css, content_type="text/css", charset="utf-8",
                            headers={"Cache-Control": "max-age=300"})

    # The front page.

    async def index(self, request):
        clock = self.world.clock.describe()
        counts = {"open": 0, "complete": 0, "expired": 0}
        for r in self.store.all("session"):
            counts[r["session"]["status"]] += 1
        e, url = self.world.events.describe(), self.world.events.targets[None][0]
        body = (
            '<p>This program plays the outside world for one machine: the payment service, the '
            'mail server and the time. What you do here only ever touches the demonstration.</p>'
            '<div class="cards">'
            '<section class="card"><h2>Mailbox</h2><p>%s. No mail leaves this machine.'
            '</p><p><a class="button" href="/mail">Read the mail</a></p></section>'
            '<section class="card"><h2>Payments</h2><p>%d open, %d paid or under way, %d expired.'
            '</p><p><a class="button" href="/sessions">See the payments</a></p></section>'
            '<section class="card"><h2>Events</h2><p>%d delivered, %d on their way, %d dropped on '
            'purpose. They go to %s.</p><p><a class="button" href="/webhooks">See the events</a>'
            '</p></section></div>'
            % (number(len(self.store.all("mail")), "letter"),
               counts["open"], counts["complete"], counts["expired"],
               e["delivered"], e["queued"], e["dropped"],
               "<code>%s</code>" % escape(url) if url else "nobody"))
        return self.page("Stand-in", body + self.clock_card(clock))

    def clock_card(self, clock):
        if not clock["movable"]:
            return ('<section class="card"><h2>Clock</h2><p class="clock">%s</p>'
                    '<p class="soft">The time is real and cannot be moved.</p></section>'
                    % human(clock["now"]))
        moved = "It is the real time."
        if clock["offset"]:
            hours, minutes = divmod(abs(clock["offset"]) // 60, 60)
            moved = "%d h %02d min %s real time." % (
                hours, minutes, "ahead of" if clock["offset"] > 0 else "behind")
        return (
            '<section class="card"><h2>Clock</h2><p class="clock">%s</p><p class="soft">%s '
            'Moving it lets reminders, deadlines and expiry happen at once.</p>'
            '<form method="post" action="/clock" class="row">'
            '<button name="advance" value="3600">+1 hour</button>'
            '<button name="advance" value="86400">+1 day</button>'
            '<button name="offset" value="0">Back to real time</button></form></section>'
            % (human(clock["now"]), moved))

    async def clock(self, request):
        wish = {k: v for k, v in (await request.post()).items() if k in ("advance", "offset")}
        try:
            move_clock(self.world, wish)
        except (ValueError, NoClock) as e:
            return self.page("Clock", "<p>%s</p>" % escape(str(e)), status=400)
        raise web.HTTPSeeOther("/")

    # Paying.

    def bill(self, record):
        s = record["session"]
        rows = "".join(
            "<tr><td>%s%s</td><td class=\"num\">%s</td></tr>"
            % (escape(str(i["description"])),
               " ×\u00a0%d" % i["quantity"] if i["quantity"] > 1 else "",
               pretty(i["amount_total"], s["currency"]))
            for i in record["hidden"]["line_items"])
        return ('<table><thead><tr><th>What</th><th class="num">Price</th></tr></thead><tbody>%s'
                '</tbody><tfoot><tr><td>Total</td><td class="num">%s</td></tr></tfoot></table>'
                % (rows, pretty(s["amount_total"], s["currency"])))

    async def pay(self, request, said=None):
        record = self.bank.session(request.match_info["id"])
        if not record:
            return self.lost("payment")
        s = record["session"]
        if s["status"] != "open":
            return self.closed(record)
        debit = ('<button name="do" value="debit">Pay by bank debit</button>'
                 if "sepa_debit" in s["payment_method_types"] else '')
        card = ('<button class="main" name="do" value="pay">Pay</button>'
                if "card" in s["payment_method_types"] else '')
        no = ('<button name="do" value="decline">Use a card that is declined</button>'
              if card else '')
        body = (
            '%s<div class="card">%s</div><p class="soft">%sThis page closes at %s.</p>'
            '<form method="post" action="/pay/%s" class="stack">%s%s%s'
            '<button name="do" value="leave">Leave</button></form>'
            % ('<p class="error" role="alert">%s</p>' % escape(said) if said else '',
               self.bill(record),
               "For %s. " % escape(s["customer_email"]) if s["customer_email"] else '',
               human(s["expires_at"]), escape(s["id"]), card, debit, no))
        return self.page("Pay %s" % pretty(s["amount_total"], s["currency"]), body, narrow=True,
                         status=402 if said else 200)

    def closed(self, record):
        s = record["session"]
        if s["status"] == "expired":
            return self.page("This payment has expired",
                             "<p>Nothing was paid.</p><p>%s</p>"
                             % (link(s["cancel_url"], "Back to the site") if s["cancel_url"]
                                else ""), narrow=True, status=410)
        body, title = '<div class="card">%s</div>' % self.bill(record), "This payment is made"
        pi = self.store.get("intent", s["payment_intent"])
        if pi["status"] == "processing":
            title = "The bank debit is under way"
            body += ('<form method="post" action="/pay/%s" class="stack">'
                     '<button class="main" name="do" value="settle">Let the debit succeed</button>'
                     '<button name="do" value="fail">Let the debit fail</button></form>'
                     % escape(s["id"]))
        elif s["payment_status"] == "unpaid":
            title = "The bank debit failed"
        body += "<p>%s</p>" % link(self.success(s), "Back to the site")
        return self.page(title, body, narrow=True)

    def success(self, s):
        return s["success_url"].replace("{CHECKOUT_SESSION_ID}", s["id"])

    async def pay_act(self, request):
        record = self.bank.session(request.match_info["id"])
        if not record:
            return self.lost("payment")
        s, do = record["session"], (await request.post()).get("do")
        try:
            if do == "decline":
                return await self.pay(request, self.bank.decline(record))
            if do == "pay":
                self.bank.pay(record)
            elif do == "debit":
                self.bank.delayed(record)
            elif do in ("settle", "fail"):
                self.bank.settle_delayed(record, do == "settle")
                raise web.HTTPSeeOther("/pay/" + s["id"])
            elif do == "leave":
                self.bank.leave(record)
                raise web.HTTPSeeOther(s["cancel_url"] or "/pay/" + s["id"])
            else:
                return await self.pay(request)
        except ApiError as e:
            return await self.pay(request, e.message)
        raise web.HTTPSeeOther(self.success(s))

    async def receipt(self, request):
        ch = self.store.get("charge", request.match_info["id"])
        if not ch:
            return self.lost("receipt")
        body = ('<div class="card"><table><tr><th>Paid</th><td class="num">%s</td></tr>'
                '<tr><th>Refunded</th><td class="num">%s</td></tr>'
                '<tr><th>When</th><td class="num">%s</td></tr>'
                '<tr><th>Number</th><td class="num">%s</td></tr></table></div>'
                % (pretty(ch["amount"], ch["currency"]),
                   pretty(ch["amount_refunded"], ch["currency"]), human(ch["created"]),
                   escape(ch["id"])))
        return self.page("Receipt", body, narrow=True)

    async def sessions(self, request):
        self.bank.expire_due()
        rows = []
        for r in list(self.store.all("session"))[:-201:-1]:
            s = r["session"]
            pi = s["payment_intent"] and self.store.get("intent", s["payment_intent"])
            ch = pi and pi["latest_charge"] and self.store.get("charge", pi["latest_charge"])
            back = ch["amount_refunded"] if ch and ch["status"] == "succeeded" else 0
            state = s["status"]
            if state == "complete":
                state = "paid" if s["payment_status"] == "paid" else pi["status"]
            rows.append('<tr><td>%s</td><td>%s<br><span class="soft">%s</span></td><td>%s%s</td>'
                        '<td class="num">%s%s</td></tr>' % (
                            human(s["created"]),
                            link("/pay/" + s["id"], s["client_reference_id"] or s["id"][:24]),
                            escape(s["customer_email"] or ""), state,
                            ", declined %s" % number(r["hidden"]["declined"], "time")
                            if r["hidden"]["declined"] else "",
                            pretty(s["amount_total"], s["currency"]),
                            "<br>back %s" % pretty(back, s["currency"]) if back else ""))
        if not rows:
            return self.page("Payments", "<p>Nobody has come to pay yet.</p>")
        return self.page("Payments", '<div class="card"><table class="wide"><thead><tr><th>When'
                         '</th><th>What</th><th>State</th><th class="num">Amount</th></tr></thead>'
                         '<tbody>%s</tbody></table></div>' % "".join(rows))

    async def webhooks(self, request):
        rows = []
        for r in list(self.store.all("event"))[:-201:-1]:
            state = "delivered" if r["delivered"] else "dropped on purpose" if r["dropped"] \
                else "on its way" if r["wanted"] else "not sent"
            rows.append("<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>" % (
                human(r["event"]["created"]), escape(r["event"]["type"]), state,
                escape(", ".join(map(str, r["tries"])))))
        if not rows:
            return self.page("Events", "<p>Nothing has happened yet.</p>")
        return self.page("Events", '<div class="card"><table class="wide"><thead><tr><th>When</th>'
                         '<th>What</th><th>State</th><th>Answers</th></tr></thead><tbody>%s'
                         '</tbody></table></div>' % "".join(rows))

    # Mail.

    async def mail(self, request):
        to, box = request.query.get("to", ""), self.world.mailbox
        before = request.query.get("before", "")
        found = [m for m in box.find(to)[::-1]
                 if not before.isdigit() or m["number"] < int(before)]
        rows = "".join(
            '<tr><td>%s</td><td>%s</td><td>%s</td></tr>'
            % (human(m["at"]), escape(", ".join(m["to"])),
               link("/mail/%d" % m["number"], m["subject"] or "(no subject)"))
            for m in found[:PER_PAGE])
        body = ('<form method="get" action="/mail" class="row" role="search">'
                '<label for="to">For</label><input id="to" name="to" type="search" value="%s" '
                'placeholder="name or address"><button>Search</button></form>' % escape(to))
        if rows:
            body += ('<div class="card"><table class="wide"><thead><tr><th>When</th><th>For</th>'
                     '<th>Subject</th></tr></thead><tbody>%s</tbody></table></div>' % rows)
        else:
            body += "<p>No letters%s.</p>" % (" for " + escape(to) if to else " yet")
        if len(found) > PER_PAGE:
            body += '<p><a class="button" href="/mail?%s">Older letters</a></p>' % escape(
                urllib.parse.urlencode({"to": to, "before": found[PER_PAGE - 1]["number"]}))
        return self.page("Mailbox", body)

    def find_letter(self, request):
        m = self.store.get("mail", request.match_info["id"])
        return (m, self.world.mailbox.letter(m)) if m else (None, None)

    async def letter(self, request):
        m, p = self.find_letter(request)
        if not m:
            return self.lost("letter")
        base = "/mail/%d" % m["number"]
        body = '<p class="soft">To %s, %s</p>' % (escape(", ".join(m["to"])), human(m["at"]))
        if p.links:
            body += '<h2>Links</h2><ul class="links">%s</ul>' % "".join(
                "<li>%s</li>" % link(x, x) for x in p.links)
        if p.parts:
            body += '<h2>Attachments</h2><ul class="links">%s</ul>' % "".join(
                "<li>%s <span class=\"soft\">%s, %d bytes</span></li>" % (
                    link("%s/%d" % (base, i), a["name"]), escape(a["type"]), a["size"])
                for i, a in enumerate(p.parts))
        if p.html is not None:
            body += ('<h2>As HTML</h2><iframe title="The letter as HTML" src="%s/html" '
                     'sandbox="allow-popups allow-top-navigation-by-user-activation '
                     'allow-popups-to-escape-sandbox"></iframe>' % base)
        if p.text is not None:
            body += '<h2>As text</h2><div class="card"><pre>%s</pre></div>' % escape(p.text)
        body += '<h2>Headers</h2><div class="card"><table>%s</table><p>%s</p></div>' % (
            "".join("<tr><th>%s</th><td>%s</td></tr>" % (escape(k), escape(v))
                    for k, v in p.headers), link(base + "/raw", "The whole letter as it came"))
        return self.page(p.subject or "(no subject)", body)

    async def letter_html(self, request):
        m, p = self.find_letter(request)
        if not m or p.html is None:
            return self.lost("letter")
        return web.Response(text='<base target="_top">' + p.html, content_type="text/html",
                            charset="utf-8", headers=LETTER)

    async def letter_raw(self, request):
        m, p = self.find_letter(request)
        if not m:
            return self.lost("letter")
        return web.Response(body=base64.b64decode(m["raw"]), content_type="text/plain",
                            headers=SAFE)

    async def attachment(self, request):
        m, p = self.find_letter(request)
        number = int(request.match_info["part"])
        if not m or number >= len(p.parts):
            return self.lost("attachment")
        a = p.parts[number]
        name = urllib.parse.quote(a["name"])
        return web.Response(body=a["body"], content_type=a["type"], headers=dict(
            SAFE, **{"Content-Disposition": "attachment; filename*=UTF-8''" + name}))

    # Connected accounts.

    def find_link(self, request):
        record = self.store.get("account", request.match_info["id"])
        found = record and record["links"].get(request.match_info["word"])
        return record, found

    async def onboard(self, request):
        record, found = self.find_link(request)
        if not found or "login" in found:
            return self.lost("link")
        if found["used"] or found["expires_at"] <= self.world.clock.now():
            raise web.HTTPSeeOther(found["refresh_url"])
        found["used"] = True
        self.store.put("account", record)
        body = ('<p>The payment service would now ask for name, birthday, bank account and '
                'papers.</p><form method="post" class="stack">'
                '<button class="main" name="do" value="finish">Give everything</button>'
                '<button name="do" value="later">Leave unfinished</button></form>')
        return self.page("Onboarding", body, narrow=True)

    async def onboard_act(self, request):
        record, found = self.find_link(request)
        if not found or "login" in found:
            return self.lost("link")
        if (await request.post()).get("do") == "finish":
            self.bank.finish_onboarding(record)
        raise web.HTTPSeeOther(found["return_url"])

    async def express(self, request):
        record, found = self.find_link(request)
        if not found or "login" not in found or found["used"] \
                or found["expires_at"] <= self.world.clock.now():
            return self.lost("link")
        found["used"] = True
        self.store.put("account", record)
        a = record["account"]
        return self.page("Dashboard of a coach", '<div class="card"><p>Account %s</p><p>Balance '
                         '%s</p></div>' % (escape(a["id"]), pretty(record["balance"],
                                                                  a["default_currency"])))
