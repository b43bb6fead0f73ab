#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Includes point down: page, hook, work over part over model over peer over lib."""

import os
import re
from graphlib import CycleError, TopologicalSorter

import lint

HEIGHT = {"lib": 0, "peer": 1, "model": 2, "part": 3, "page": 5, "hook": 5, "work": 5}
FRAME = 4			# page.h, work.h, page.c and their like, right in cgi-bin
BLIND = {			# what a layer must not even see
    "peer": ("lib/sql.h", "lib/view.h", "lib/input.h", "lib/fcgi.h"),
    "model": ("lib/view.h", "lib/input.h", "lib/fcgi.h"),
    "part": ("lib/fcgi.h",),
    "work": ("page.h", "lib/input.h", "lib/fcgi.h"),
    "page": ("work.h", "lib/fcgi.h"),
    "hook": ("work.h", "lib/fcgi.h"),
}


def layer(path):
    return path.split("/")[0] if "/" in path else ""


def height(path):
    return HEIGHT.get(layer(path), FRAME)


def check(l, path, text, graph):
    me = path[len("cgi-bin/"):]
    for m in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*"([^"]*)"', text, re.M):
        to, at = m.group(1), lint.line_of(text, m.start())
        if not os.path.isfile(os.path.join(lint.ROOT, "cgi-bin", to)):
            l.fault("written-from-cgi-bin", path, at, "no cgi-bin/%s" % to)
            continue
        graph.setdefault(os.path.splitext(me)[0], set()).add(os.path.splitext(to)[0])
        if height(to) > height(me):
            l.fault("down", path, at, "%s is above" % to)
        if layer(to) in ("page", "hook", "work"):
            l.fault("nobody-includes-a-program", path, at, to)
        if layer(me) == "part" and layer(to) == "peer":
            l.fault("part-not-peer", path, at, to)
        if to in BLIND.get(layer(me), ()):
            l.fault("blind", path, at, "%s must not know %s" % (layer(me), to))


def loops(l, graph, top):
    part = {k: {x for x in v if layer(x) == top and x != k}
            for k, v in graph.items() if layer(k) == top}
    try:
        list(TopologicalSorter(part).static_order())
    except CycleError as e:
        l.fault("no-loops", "cgi-bin/" + top, 0, " -> ".join(e.args[1]))


def main():
    l = lint.Lint("written-from-cgi-bin", "down", "nobody-includes-a-program", "part-not-peer",
                  "blind", "no-loops", "known-layers")
    graph = {}
    for path in lint.files("cgi-bin", ends=(".c", ".cc", ".h")):
        check(l, path, lint.c_code(lint.read(path), strings=True), graph)
        if layer(path[len("cgi-bin/"):]) not in HEIGHT and path.count("/") > 1:
            l.fault("known-layers", path, 1, "not in one of " + " ".join(HEIGHT))
    for top in ("peer", "model", "part"):
        loops(l, graph, top)
    l.done()


main()
