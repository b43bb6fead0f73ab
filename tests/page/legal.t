#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts with legal weight: the version in force, those before it, those of the demonstration."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))
from visit import Site, quote, tap  # noqa: E402

site = Site()
me = site.person()


def text(kind, version, title, body, published="utc_timestamp() - interval 1 day", tenant=None):
    site.sql("insert into tenant_text values (%d, %s, %d, %s, %s, %s)" % (
        tenant or site.tenant, quote(kind), version, quote(title), quote(body), published))


def versions():
    """C-20, C-55"""
    tap.equal(me.get("/legal/terms").status, 404, "a tenant without a text has no page for it")
    text("terms", 1, "Terms", "Old **words**.")
    text("terms", 2, "Our terms", "New *words*.\n\n<script>x</script> [a](javascript:b) ![p](http://e.example/p)")
    text("terms", 3, "Coming terms", "Later", "utc_timestamp() + interval 1 day")
    page = me.get("/legal/terms?")
    tap.equal(page.status, 200, "the terms open")
    tap.has(page, "New <em>words</em>", "the version in force, from Markdown")
    tap.has(page, "Version 2", "with its number")
    tap.lacks(page, "<script>x", "no markup of strangers")
    tap.lacks(page, "javascript:", "no link that runs something")
    tap.lacks(page, "e.example", "no picture from elsewhere")
    old = me.get("/legal/terms?version=1")
    tap.has(old, "Old <strong>words</strong>", "an older version can be read")
    tap.has(old, "has been replaced", "and says that it is old")
    tap.equal(me.get("/legal/terms?version=3").status, 404, "not yet in force: not there")
    tap.equal(me.get("/legal/terms?version=9").status, 404, "no such version")
    tap.equal(me.get("/legal/rules").status, 404, "no such text")
    _, host = site.add_tenant("other")
    tap.equal(site.person(host).get("/legal/terms").status, 404, "another tenant has its own")
    tap.ok(me.get("/legal/terms?version=x").status in (200, 404), "a wrong version breaks nothing")


def demonstration():
    """C-55"""
    demo = site.person("127.0.0.1:8080")
    if demo.get("/").status != 200:
        tap.ok(False, "the demonstration is loaded")
        return
    tap.has(demo.get("/legal/terms"), "guardian", "minors need a guardian")
    tap.has(demo.get("/legal/privacy"), "__Host-session", "cookies are told")
    tap.has(demo.get("/legal/privacy"), "Who processes data", "and who processes data")
    tap.has(demo.get("/legal/imprint"), "Berlin", "there is an imprint")
    for path in ("/", "/coaches", "/help"):
        tap.has(demo.get(path), 'href="/legal/privacy"', "%s links them" % path)


versions()
demonstration()
tap.done()
