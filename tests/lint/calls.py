#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Calls that only the library may make, and libraries that only one file may know."""

import re

import lint

BANNED = {			# outside the library
    "memory": "malloc calloc realloc reallocarray free strdup strndup asprintf vasprintf",
    "clock": "time localtime gmtime mktime timegm localtime_r gmtime_r gettimeofday clock_gettime "
             "strftime",
    "process": "system popen exit _exit abort fork vfork execl execlp execv execvp signal "
               "longjmp setjmp",
    "output": "printf fprintf vprintf vfprintf puts fputs putchar perror",
}
NEVER = ("gets strcpy strcat sprintf vsprintf strtok alloca atol atof strtod sscanf scanf "
         "rand random srand srandom drand48")
LIBRARIES = {
    r"mysql|mariadb": r"lib/sql(_\w+)?\.[ch]",
    r"fcgi": r"lib/fcgi\.c",
    r"ctemplate": r"lib/view(_\w+)?\.(cc|h)",
    r"curl/": r"lib/(fetch|mail)(_\w+)?\.c",
    r"openssl/|argon2|liboath": r"lib/(crypt|seal|blob)(_\w+)?\.c",
    r"cmark": r"lib/markdown\.c",
    r"libical": r"lib/ical\w*\.c",
    r"gd\.h|libexif": r"(lib|work|page)/(image|picture|media)\w*\.c",
}


def words(names):
    """Calls of these functions, but neither members nor parts of other names."""
    return re.compile(r"(?<![\w.>])(%s)\s*\(" % "|".join(names.split()))


def main():
    l = lint.Lint(*["no-" + k for k in BANNED], "never", "no-fractions", "one-file-per-library",
                  "no-goto-outside-lib")
    for path in lint.files("cgi-bin", ends=(".c", ".cc", ".h")):
        text = lint.read(path)
        code = lint.c_code(text)
        # A prototype is no call, and no header of ours calls.
        rules = {"never": words(NEVER)} if path.endswith(".c") else {}
        if path.endswith(".c") and not path.startswith("cgi-bin/lib/"):
            rules.update({"no-" + k: words(v) for k, v in BANNED.items()})
            rules["no-goto-outside-lib"] = re.compile(r"\b(goto)\b")
        rules["no-fractions"] = re.compile(r"\b(float|double)\b")
        for rule, pattern in rules.items():
            for m in pattern.finditer(code):
                l.fault(rule, path, lint.line_of(code, m.start()), m.group(1))
        for m in re.finditer(r"^[ \t]*#[ \t]*include[ \t]*<([^>]*)>", code, re.M):
            for library, home in LIBRARIES.items():
                if re.match(library, m.group(1)) and not re.fullmatch("cgi-bin/" + home, path):
                    l.fault("one-file-per-library", path, lint.line_of(code, m.start()),
                            m.group(1))
    l.done()


main()
