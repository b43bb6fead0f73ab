# SPDX-License-Identifier: AGPL-3.0-or-later
"""The mailbox and the clock."""

import concurrent.futures
import email.message
import smtplib
import time

from case import Case


class Mail(Case):
    def letter(self, to="clara@example.org", subject="Your session"):
        m = email.message.EmailMessage()
        m["From"], m["To"], m["Subject"] = "Praxis <no-reply@example.org>", to, subject
        m.set_content("Join: http://127.0.0.1:8080/join/abc\nÜber alles\n")
        m.add_alternative("<p>Go <a href=\"http://127.0.0.1:8080/booking/1?a=1&amp;b=2\">here</a>"
                          "<script>1</script></p>", subtype="html")
        m.add_attachment(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", maintype="text",
                         subtype="calendar", filename="invite.ics", params={"method": "REQUEST"})
        return m

    def post(self, m):
        with smtplib.SMTP("127.0.0.1", self.stub.smtp, timeout=10) as c:
            return c.send_message(m)

    def test_kept_and_read(self):
        self.post(self.letter(subject="Grüße"))
        got = self.stub.control("/mail?to=CLARA&subject=gr%C3%BC")["mail"][0]
        self.assertEqual(got["subject"], "Grüße")
        self.assertIn("Über alles", got["text"])
        self.assertEqual(got["links"], ["http://127.0.0.1:8080/booking/1?a=1&b=2",
                                        "http://127.0.0.1:8080/join/abc"])
        a = got["attachments"][0]
        self.assertEqual((a["name"], a["type"], a["method"]),
                         ("invite.ics", "text/calendar", "REQUEST"))
        self.assertEqual(self.stub.control("/mail?to=nobody")["mail"], [])
        self.assertEqual(self.stub.control("/mail?since=%d" % got["id"])["mail"], [])
        self.assertIn("Grüße", self.stub.send("GET", "/mail?to=clara").raw.decode())
        page = self.stub.send("GET", "/mail/%d" % got["id"]).raw.decode()
        self.assertIn("sandbox=", page)
        self.assertIn('href="http://127.0.0.1:8080/join/abc"', page)
        self.assertNotIn("<script", page)
        r = self.stub.send("GET", "/mail/%d/html" % got["id"])
        self.assertIn("sandbox", r.headers["Content-Security-Policy"])
        r = self.stub.send("GET", "/mail/%d/0" % got["id"])
        self.assertTrue(r.headers["Content-Disposition"].startswith("attachment"))
        self.assertTrue(r.raw.startswith(b"BEGIN:VCALENDAR"))
        self.stub.control("/mail", method="DELETE")
        self.assertEqual(self.stub.control("/mail")["mail"], [])

    def test_refusals(self):
        for code, how in ((550, smtplib.SMTPRecipientsRefused),
                          (451, smtplib.SMTPRecipientsRefused)):
            self.stub.control("/mail/faults", {"address": "clara@example.org", "code": code,
                                               "times": 1})
            self.post(self.letter("other@example.org"))
            with self.assertRaises(how) as caught:
                self.post(self.letter())
            self.assertEqual(caught.exception.recipients["clara@example.org"][0], code)
            self.post(self.letter())
        self.stub.control("/mail/faults", {"code": 452, "times": 1, "when": "data"})
        with self.assertRaises(smtplib.SMTPDataError):
            self.post(self.letter())
        self.assertEqual(len(self.stub.control("/mail?to=clara")["mail"]), 2)

    def test_lost_answer(self):
        self.stub.control("/mail/faults", {"times": 1, "when": "lost_answer"})
        with self.assertRaises((smtplib.SMTPException, ConnectionError)):
            self.post(self.letter())
        self.assertEqual(len(self.stub.control("/mail?to=clara")["mail"]), 1)
        self.stub.control("/mail/faults", {"times": 1, "when": "cut"})
        with self.assertRaises((smtplib.SMTPException, ConnectionError)):
            self.post(self.letter())
        self.assertEqual(len(self.stub.control("/mail?to=clara")["mail"]), 1)

    def test_waiting_for_mail(self):
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(self.stub.control, "/mail?to=clara&wait=10&count=2")
            self.post(self.letter())
            self.post(self.letter())
            self.assertEqual(len(waiting.result()["mail"]), 2)


class Clock(Case):
    def test_moves(self):
        real = int(time.time())
        self.assertAlmostEqual(self.stub.now(), real, delta=3)
        self.stub.control("/clock", {"advance": 3600})
        self.stub.control("/clock", {"advance": 3600})
        with open(self.stub.clock, encoding="ascii") as f:
            self.assertEqual(f.read(), "7200\n")
        self.stub.control("/clock", {"set_iso": "2027-03-28T01:30:00Z"})
        self.assertEqual(self.stub.control("/clock")["iso"][:16], "2027-03-28T01:30")
        r = self.stub.send("POST", "/clock", "offset=0", {
            "Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual((r.status, self.stub.control("/clock")["offset"]), (303, 0))
        self.assertEqual(self.stub.send("POST", "/control/clock", "{}").status, 400)

    def test_pages_answer(self):
        for acts in ((), ("pay",), ("decline",), ("expire",), ("decline", "expire"),
                     ("delayed",), ("delayed", "fail-delayed")):
            s = self.create()
            for act in acts:
                self.stub.control("/sessions/%s/%s" % (s["id"], act), {})
            self.assertEqual(self.stub.send("GET", "/pay/" + s["id"]).status,
                             410 if "expire" in acts else 200)
        for ch in self.stub.control("/state")["charges"]:
            self.assertEqual(self.stub.send("GET", "/receipt/" + ch["id"]).status, 200)
        for path in ("/", "/mail", "/sessions", "/webhooks", "/stub.css"):
            self.assertEqual(self.stub.send("GET", path).status, 200, path)
        for path in ("/pay/x", "/mail/99", "/receipt/x", "/onboard/a/b", "/express/a/b"):
            self.assertEqual(self.stub.send("GET", path).status, 404, path)
