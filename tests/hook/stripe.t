#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The door for Stripe's events: a good signature is kept once and answered, everything else is not."""

import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from instance import Instance  # noqa: E402
from tap import Tap  # noqa: E402
from visit import Site  # noqa: E402

t = Tap()


def event(ref, **more):
    return json.dumps(dict({
        "id": ref, "object": "event", "type": "checkout.session.completed", "livemode": False,
        "data": {"object": {"id": "cs_test_unknown", "object": "checkout.session"}}}, **more)).encode()


def signature(secret, body, when, scheme="v1"):
    mac = hmac.new(secret.encode(), b"%d." % when + body, hashlib.sha256).hexdigest()
    return "t=%d,%s=%s" % (when, scheme, mac)


def send(inst, body, header, method="POST"):
    req = urllib.request.Request(inst.url + "/hook/stripe", data=body, method=method)
    req.add_header("Content-Type", "application/json")
    if header:
        req.add_header("Stripe-Signature", header)
    try:
        return urllib.request.urlopen(req).status
    except urllib.error.HTTPError as e:
        return e.code


def as_cgi(inst, body, header):
    """The same program without a web server in between."""
    out = subprocess.run(
        [os.path.join(inst.build, "cgi-bin/hook/stripe")], input=body, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=dict(
            os.environ, PRAXIS_CONF=inst.conf, REQUEST_METHOD="POST", REQUEST_URI="/hook/stripe",
            CONTENT_LENGTH=str(len(body)), HTTP_HOST=inst.url.split("//")[1],
            HTTP_STRIPE_SIGNATURE=header))
    return int(out.stdout.split(b" ")[1])


with Instance(JOBS="no", DEMO_DATA="no", WORKERS="1") as inst:
    Site(inst)
    with open(inst.conf) as f:
        secret = re.search(r"^stripe_webhook_secret = (\S+)", f.read(), re.M).group(1)
    now = int(time.time())

    def kept():
        return inst.sql("select event_ref, type, object_ref, state from inbox order by id")

    body = event("evt_1")
    for what, header in (
            ("without a signature", None),
            ("with another secret's", signature("whsec_other", body, now)),
            ("signed six minutes ago", signature(secret, body, now - 360)),
            ("signed for six minutes ahead", signature(secret, body, now + 360)),
            ("with an older scheme only", signature(secret, body, now, "v0")),
            ("of other bytes", signature(secret, body + b" ", now)),
            ("that is no signature", "t=x,v1=,,=")):
        t.same(send(inst, body, header), 401, "an event %s is refused" % what)
    t.same(kept(), [], "and nothing of them is kept")

    t.same(send(inst, body, signature(secret, body, now)), 200, "a good one is taken")
    one = [["evt_1", "checkout.session.completed", "cs_test_unknown", "new"]]
    t.same(kept(), one, "and kept as it came, for later")
    t.same(send(inst, body, signature(secret, body, now + 1)), 200, "a second delivery is taken too")
    t.same(kept(), one, "and kept once")
    rolled = signature("whsec_old", body, now) + "," + signature(secret, body, now).split(",")[1]
    t.same(send(inst, body, rolled), 200, "while a secret is rolled any of two may match")

    for what, odd in (("of a coach's own account", event("evt_2", account="acct_1")),
                      ("of a newer envelope", event("evt_3", object="v2.core.event")),
                      ("that is no JSON", b"<html>"), ("that is empty", b""),
                      ("with an id that is none", event("evt 4' or 1=1"))):
        t.same(send(inst, odd, signature(secret, odd, now)), 200, "one %s is answered" % what)
    t.same(kept(), one, "and not kept")

    t.ok(send(inst, None, None, "GET") in (401, 404, 405), "there is nothing to look at")
    big = event("evt_5", more="x" * 300000)
    t.same(send(inst, big, signature(secret, big, now)), 413, "too large a one is not read")
    last = event("evt_6")
    t.same(as_cgi(inst, last, signature(secret, last, now)), 200, "plain CGI takes one")
    t.same([row[0] for row in kept()], ["evt_1", "evt_6"], "and keeps it")
    t.same(as_cgi(inst, last, signature("whsec_x", last, now)), 401, "and refuses one")
sys.exit(t.done())
