#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the web server itself answers for: addresses, headers, refusals, files, cache, log."""

import os
import re
import socket
import stat
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from web import Tap, ask, host, until, with_tenant  # noqa: E402

POLICY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy_fault(a):
    for name, value in POLICY.items():
        if a.one(name) != value:
            return "%s: %s" % (name, a.headers.get_all(name))
    csp = a.one("Content-Security-Policy") or ""
    if "default-src 'none'" not in csp or "frame-ancestors 'none'" not in csp:
        return "policy: " + csp
    if "unsafe" in csp or re.search(r"script-src(?! 'self';)", csp):
        return "policy is lax: " + csp
    if a.one("Permissions-Policy") is None:
        return "no permissions policy"
    if re.search(r"nginx/", a.headers.get("Server", "")):
        return "the version is told"
    return None


def is_house(a, status):
    """Our own page for a refusal, and not the server's bare one."""
    return (a.status == status and "/css/praxis.css" in a.text and "<h1>" in a.text and
            "nginx" not in a.text and a.one("Cache-Control") == "private, no-store")


def headers(t, inst):
    for path, status in (("/", 200), ("/coaches", 200), ("/css/praxis.css", 200),
                         ("/fonts/inter.woff2", 200), ("/img/icons.svg", 200),
                         ("/nowhere", 404), ("/css/nothing.css", 404), ("/account/settings", 303)):
        a = ask(inst, path)
        fault = policy_fault(a)
        t.ok(a.status == status and fault is None, "headers of " + path, a.status, fault)


def refusals(t, inst):
    for path in ("/nowhere", "/account/nowhere", "/practice", "/hook/nobody", "/css/", "/page/home",
                 "/home", "/coach/x", "/.git/config", "/error/502.html", "/private-files/x",
                 "/COACHES", "/coaches-", "/checkout-done"):
        a = ask(inst, path)
        t.ok(is_house(a, 404), "404 in our look: " + path, a.status, a.text[:200])
    a = ask(inst, "/login", "POST", body=b"x" * (1 << 20 | 1))
    t.ok(is_house(a, 413), "413 in our look", a.status, a.text[:200])
    a = ask(inst, "/css/praxis.css", "POST", body=b"x=1")
    t.ok(is_house(a, 405), "405 for a POST to a file", a.status)
    a = ask(inst, "/" + "x" * 9000)
    t.ok(is_house(a, 414), "414 in our look", a.status, a.text[:200])
    a = ask(inst, "/coaches/..%2f..%2fetc/passwd")
    t.ok(a.status in (400, 404), "no way up", a.status)
    with socket.create_connection(host(inst).split(":"), timeout=10) as s:
        s.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
        line = s.recv(200).split(b"\r\n")[0]
    t.ok(b" 400 " in line, "two hosts are one too many", line)


def files(t, inst):
    a = ask(inst, "/css/praxis.css")
    t.ok(a.one("Cache-Control") == "public, max-age=3600", "a file is asked for again in an hour")
    a = ask(inst, "/css/praxis.css?v=1")
    t.ok("immutable" in (a.one("Cache-Control") or ""), "a version is kept for ever")
    b = ask(inst, "/css/praxis.css", If_None_Match=a.one("ETag"))
    t.ok(b.status == 304 and not b.body, "unchanged: 304", b.status)
    b = ask(inst, "/css/praxis.css", Accept_Encoding="gzip")
    t.ok(b.one("Content-Encoding") == "gzip" and len(b.body) < len(a.body) / 3, "compressed")
    t.ok(ask(inst, "/js/app.js").one("Content-Type").startswith("application/javascript"),
         "scripts have their type")
    t.ok(ask(inst, "/css/praxis.css", "HEAD").body == b"", "HEAD has no body")


def cache_states(inst, path):
    return [m for m in re.findall(r"path=%s status=200 .* cache=(\S+)" % re.escape(path),
                                  inst.log("access"))]


def cache(t, inst):
    plain, session = {}, {"Cookie": "a=b; __Host-session=" + "s" * 43}
    path = "/coaches"
    t.ok(until(3, lambda: ask(inst, path, **plain) and cache_states(inst, path)[-1:] == ["HIT"]),
         "visitors share a page", cache_states(inst, path))
    t.ok(ask(inst, path).one("X-Accel-Expires") is None, "and do not see how")
    ask(inst, path, **session)
    t.ok(until(3, lambda: cache_states(inst, path)[-1] == "BYPASS"), "who is signed in never does")
    before = ask(inst, path)
    inst.sql("update tenant set name = 'Renamed meanwhile'")
    time.sleep(2.1)		# the promise is about time: never older than two seconds
    t.ok("Renamed meanwhile" not in before.text and "Renamed meanwhile" in ask(inst, path).text,
         "and it is never older than two seconds")
    ask(inst, path + "?q=x")
    a = ask(inst, path, "HEAD")
    t.ok(a.body == b"" and ask(inst, path).body, "HEAD and GET are kept apart")
    ask(inst, "/login")
    ask(inst, "/login")
    t.ok(until(3, lambda: len(cache_states(inst, "/login")) == 2) and
         "HIT" not in cache_states(inst, "/login"), "a form is never shared")


def log(t, inst):
    secret = "tokentokentokentoken0123456789"
    for path in ("/answer/", "/join/", "/feed/", "/recover/"):
        ask(inst, path + secret)
    ask(inst, "/coaches?q=" + secret)
    ask(inst, "/nowhere/x")
    t.ok(until(3, lambda: "path=/nowhere/x status=404" in inst.log("access")),
         "a refused address is in the log")
    t.ok(secret not in inst.log("access"), "tokens and queries are not")
    a = ask(inst, "/coaches?nocache=%d" % time.time_ns())
    number = a.one("X-Request-Id")
    t.ok(number and all(until(3, lambda: ("request=" + number) in inst.log(f))
                        for f in ("access", "page/coaches")),
         "one number for a request in both logs", number)


def sockets(t, inst):
    modes = set()
    for kind in ("page", "hook"):
        where = os.path.join(inst.dir, "run", kind)
        for name in os.listdir(where):
            if name.endswith(".sock"):
                modes.add(stat.S_IMODE(os.stat(os.path.join(where, name)).st_mode))
    t.ok(modes == {0o660}, "sockets are for the web server only", modes)
    t.ok(stat.S_IMODE(os.stat(inst.dir).st_mode) == 0o700, "and so is the directory")


def limits(t):
    with with_tenant(RATE="2r/m", RATE_BURST="1", JOBS="no") as inst:
        got = [ask(inst, "/login", "POST", body="x=1").status for _ in range(4)]
        a = ask(inst, "/login", "POST", body="x=1")
        t.ok(got[0] != 429 and is_house(a, 429) and a.one("Retry-After"),
             "sign-in is slowed down", got, a.status)
        t.ok(all(ask(inst, "/login").status == 200 for _ in range(10)), "looking at it is not")
        got = [ask(inst, "/hook/stripe", "POST", body="{}").status for _ in range(5)]
        t.ok(got[0] != 429 and got[-1] == 429, "so are webhooks", got)
        t.ok(ask(inst, "/coaches").status == 200, "everything else goes on")


def main():
    t = Tap()
    with with_tenant(JOBS="no") as inst:
        for part in (headers, refusals, files, cache, log, sockets):
            part(t, inst)
    limits(t)
    t.done()


main()
