#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Functions and files that one can hold in the head; lines that fit beside each other."""

import re

import lint

FUNCTION, FILE, COLUMNS = 60, 450, 100
TEST_FILE, TEST_COLUMNS = 700, 120	# tables of cases are long and easy


def functions(lines):
    """(line, length) of each function: by the form, braces at the margin."""
    start = None
    for n, line in enumerate(lines, 1):
        if line == "{":
            start = n
        elif line == "}" and start is not None:
            yield start, n - start + 1
            start = None


def name_of(lines, start):
    for line in reversed(lines[max(0, start - 6):start - 1]):
        m = re.match(r"(\w+)\(", line)
        if m:
            return m.group(1)
    return "?"


def main():
    l = lint.Lint("functions-of-60-lines", "files-of-450-lines", "lines-of-100-columns")
    for path in lint.files("cgi-bin", "tests", ends=(".c", ".cc", ".h")):
        lines = lint.read(path).split("\n")
        for start, length in functions(lines):
            if length > FUNCTION:
                l.fault("functions-of-60-lines", path, start,
                        "%s has %d" % (name_of(lines, start), length))
        test = path.startswith("tests/")
        most = TEST_FILE if test else FILE
        if len(lines) - 1 > most:
            l.fault("files-of-450-lines", path, len(lines), "more than %d" % most)
        for n, line in enumerate(lines, 1):
            columns = len(line.expandtabs(8))
            if columns > (TEST_COLUMNS if test else COLUMNS):
                l.fault("lines-of-100-columns", path, n, "%d" % columns)
    l.done()


main()
