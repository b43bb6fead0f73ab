#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Statements: tenants, limits, columns by name, time from the context."""

import re

import lint

CONSTANT = re.compile(r"\bstruct\s+sql\s+(\w+)\s*(?:\[\w*\])?\s*=")
MARKED = re.compile(r"\bSQL_(TENANT|SHARED)\s*\(")
PIECE = re.compile(r'\s*(?:"((?:\\.|[^"\\])*)"|(\w+))')
MACRO = re.compile(r"^#define[ \t]+(\w+)(?:\((\w+)\))?[ \t]+(.*)$", re.M)
CLOCK = re.compile(r"\b(now|sysdate|curdate|curtime|unix_timestamp|from_unixtime)\s*\(|"
                   r"\b(current_timestamp|current_date|current_time|utc_timestamp|utc_date|"
                   r"localtime|localtimestamp)\b", re.I)
FUNCTION = re.compile(r"^(\w+)\(([^{;]*)\)\n\{\n(.*?)^\}", re.M | re.S)


def parenthesis(text, at):
    """Where the parenthesis that is open here ends, not counting those in quotes."""
    depth = 1
    for m in re.compile(r'"(?:\\.|[^"\\])*"|[()]').finditer(text, at):
        depth += {"(": 1, ")": -1}.get(m.group(0), 0)
        if depth == 0:
            return m.start()
    return len(text)


def spell(text, at, end, macros):
    """The text from here to the end with macros spelt out; None when it is no text."""
    out = ""
    while True:
        m = PIECE.match(text, at, end)
        if m is None:
            return out if not text[at:end].strip() else None
        at = m.end()
        if m.group(1) is not None:
            out += m.group(1)
            continue
        param, body = macros.get(m.group(2), (None, "?"))
        if param:
            close = parenthesis(text, at + 1)
            body = re.sub(r'("(?:\\.|[^"\\])*")|\b%s\b' % param,
                          lambda x: x.group(1) or text[at + 1:close], body)
            at = close + 1
        inner = spell(body, 0, len(body), macros)
        if inner is None:
            return None
        out += inner


def statements(code):
    """name -> [(shared, text, line)]; an array has several, what is not marked has None."""
    macros = {m.group(1): (m.group(2), m.group(3))
              for m in MACRO.finditer(code.replace("\\\n", "  "))}
    found, starts = {}, [(m.start(), m.group(1)) for m in CONSTANT.finditer(code)]
    for n, (start, name) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(code)
        rows = found.setdefault(name, [])
        for m in MARKED.finditer(code, start, end):
            text = spell(code, m.end(), parenthesis(code, m.end()), macros)
            rows.append((m.group(1) == "SHARED" if text is not None else None, text or "",
                         lint.line_of(code, m.start())))
        if not rows:
            rows.append((None, "", lint.line_of(code, start)))
    return found


def calls(body, names):
    """The arguments of each call of one of these functions."""
    for m in re.finditer(r"\b(?:%s)\s*\(" % "|".join(names), body):
        yield body[m.end():parenthesis(body, m.end())]


def lists(code, found):
    """Statements that sql_all() runs: named in its call, handed to a function that calls it with
    what it was handed, or, when a variable holds the choice, all that are named in the function."""
    functions = [m.groups() for m in FUNCTION.finditer(code)]
    many, listing, before = set(), {"sql_all"}, None
    while before != (len(many), len(listing)):
        before = (len(many), len(listing))
        for name, params, body in functions:
            handed = set(re.findall(r"struct\s+sql\s*\*\s*(\w+)", params))
            for args in calls(body, listing):
                words = set(re.findall(r"\b\w+\b", args))
                if words & handed:
                    listing.add(name)
                elif words & set(found):
                    many |= words & set(found)
                else:
                    many |= set(re.findall(r"\b\w+\b", body)) & set(found)
    return many


def has_limit(text):
    return re.search(r"\blimit\s+(\d+|\?)", text, re.I) is not None


def check_text(l, path, name, text, line):
    if re.search(r"\bselect\s+(distinct\s+)?(\w+\.)?\*|,\s*\w+\.\*", text, re.I):
        l.fault("columns-by-name", path, line, name)
    if re.search(r"\boffset\b|\blimit\s+[\d?]+\s*,", text, re.I):
        l.fault("pages-by-key", path, line, name)
    m = CLOCK.search(text)
    if m:
        l.fault("time-is-now", path, line, "%s: %s" % (name, m.group(0)))
    if not path.startswith("cgi-bin/model/"):
        l.fault("only-in-models", path, line, name)


def check(l, path, shared, unlimited):
    code = lint.c_code(lint.read(path), strings=True)
    found = statements(code)
    many = lists(code, found)
    for name, texts in found.items():
        key = "%s:%s" % (path, name)
        for is_shared, text, line in texts:
            if is_shared is None:
                l.fault("tenant-or-shared", path, line, name)
                continue
            if is_shared and not shared.keys() & {key, path + ":*"}:
                l.fault("shared-has-a-reason", path, line, "%s is not in shared.txt" % key)
            if not is_shared and not re.search(r":tenant\b", text):
                l.fault("tenant-is-bound", path, line, name)
            if name in many and not has_limit(text) and key not in unlimited:
                l.fault("lists-are-limited", path, line, "%s is not in unlimited.txt" % key)
            check_text(l, path, name, text, line)
    return found, many


def read_list(l, rule, name):
    keys = {}
    for n, words in lint.listed(name):
        keys[words[0]] = n
        if len(words) < 3:
            l.fault(rule, "tests/lint/" + name, n, "no reason given")
    return keys


def main():
    l = lint.Lint("tenant-or-shared", "shared-has-a-reason", "tenant-is-bound",
                  "lists-are-limited", "columns-by-name", "pages-by-key", "time-is-now",
                  "only-in-models")
    shared = read_list(l, "shared-has-a-reason", "shared.txt")
    unlimited = read_list(l, "lists-are-limited", "unlimited.txt")
    seen_shared, seen_unlimited = set(), set()
    for path in lint.files("cgi-bin", ends=(".c",)):
        if path.startswith("cgi-bin/lib/"):
            continue		# the library has no business, only words such as "commit"
        found, many = check(l, path, shared, unlimited)
        for name, texts in found.items():
            key = "%s:%s" % (path, name)
            if any(is_shared for is_shared, _, _ in texts):
                seen_shared |= {key, path + ":*"}
            seen_unlimited |= {key for _, text, _ in texts if name in many and not has_limit(text)}
    for key in shared.keys() - seen_shared:
        l.fault("shared-has-a-reason", "tests/lint/shared.txt", shared[key], "not needed: " + key)
    for key in unlimited.keys() - seen_unlimited:
        l.fault("lists-are-limited", "tests/lint/unlimited.txt", unlimited[key],
                "not needed: " + key)
    l.done()


main()
