# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the lints share: the files of the tree, C without its comments, exceptions, TAP."""

import os
import re
import sys

ROOT = os.path.realpath(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PRAXIS_SRC", "."))

SKIP = {"node_modules", "__pycache__", "corpus", "artefacts", "var", "build", "build-asan"}


def files(*tops, ends=("",)):
    """Paths below the tops (or the tops themselves), relative to the root, in order."""
    found = []
    for top in tops:
        path = os.path.join(ROOT, top)
        if os.path.isfile(path) and top.endswith(tuple(ends)):
            found.append(top)
        for here, dirs, names in os.walk(path):
            dirs[:] = sorted(d for d in dirs if d not in SKIP and not d.startswith("."))
            found += [os.path.relpath(os.path.join(here, n), ROOT)
                      for n in sorted(names) if n.endswith(tuple(ends))]
    return found


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as f:
        return f.read()


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def blank(text):
    """As many lines and columns, but nothing in them."""
    return re.sub(r"[^\n]", " ", text)


C_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def c_code(text, strings=False):
    """C with comments blanked, and what is in quotes too unless strings are wanted."""
    def one(m):
        s = m.group(0)
        if s[0] == "/":
            return blank(s)
        return s if strings else s[0] + blank(s[1:-1]) + s[-1]
    return C_TOKEN.sub(one, text)


def listed(name):
    """A list of exceptions beside the lints: one per line, key words first, then the reason."""
    rows = []
    try:
        text = read("tests/lint/" + name)
    except FileNotFoundError:
        text = ""
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            rows.append((n, line.split()))
    return rows


class Lint:
    """Collects what each rule found; prints one TAP line per rule."""

    def __init__(self, *rules):
        self.found = {rule: [] for rule in rules}
        self.allowed = {}
        for n, words in listed("allowed.txt"):
            if words[0] in self.found:
                self.allowed[words[0], words[1]] = [n, len(words) > 3, False]

    def fault(self, rule, path, line, what):
        row = self.allowed.get((rule, path))
        if row is not None and row[1]:
            row[2] = True
            return
        self.found[rule].append("%s:%d: %s" % (path, line, what))

    def done(self):
        for (rule, path), (n, reasoned, used) in self.allowed.items():
            if not reasoned:
                self.found[rule].append("tests/lint/allowed.txt:%d: no reason given" % n)
            elif not used:
                self.found[rule].append("tests/lint/allowed.txt:%d: not needed any more" % n)
        print("1..%d" % len(self.found))
        for n, (rule, found) in enumerate(self.found.items(), 1):
            print("%sok %d - %s" % ("not " if found else "", n, rule))
            for what in found:
                print("# " + what)
        sys.exit(any(self.found.values()))
