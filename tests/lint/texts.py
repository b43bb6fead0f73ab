#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every file: licence, ends of lines, no words of unfinished work, no paths of one machine."""

import re

import lint

TOPS = ("cgi-bin", "templates", "htdocs", "schema", "nginx", "tests", "configure.ac", "Makefile.am",
        "README.md", "CHANGES", ".ci")
CODE = (".c", ".cc", ".h", ".py", ".sh", ".js", ".mjs", ".css", ".ac", ".am", ".conf", ".t")
# Written apart, so that this file does not find itself.
WORDS = ["TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK", "WI" "P", "place" "holder", "lorem " "ipsum",
         "not imple" "mented", "/work/" "main", "/work/" "shared", "/work/" r"\.lib"]
# The attribute and the selector of that name are no unfinished work.
FINE = re.compile(r"(::|:)?place" r"holder(?=\s*[=({]|-shown|\")|::place" r"holder")


def is_code(path, text):
    return path.endswith(CODE) or text.startswith("#!")


def main():
    l = lint.Lint("spdx", "ends-of-lines", "finished")
    words = re.compile(r"(?<!\w)(%s)(?!\w)" % "|".join(WORDS))
    for path in lint.files(*TOPS):
        try:
            text = lint.read(path)
        except UnicodeDecodeError:
            continue		# a picture or a font
        if text and is_code(path, text) and \
                "SPDX-License-Identifier: AGPL-3.0-or-later" not in "\n".join(text.split("\n")[:3]):
            l.fault("spdx", path, 1, "no licence line at the top")
        if text and not text.endswith("\n"):
            l.fault("ends-of-lines", path, text.count("\n") + 1, "no end of the last line")
        for n, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip():
                l.fault("ends-of-lines", path, n, "blanks before the end of the line")
            m = words.search(FINE.sub("", line))
            if m:
                l.fault("finished", path, n, m.group(1))
    l.done()


main()
