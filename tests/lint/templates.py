#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates: what auto-escape cannot see, what the policy header forbids, what people need."""

import re

import lint

URLS = {"href", "src", "action", "cite", "background", "data", "formaction", "poster", "srcset",
        "ping", "xlink:href", "longdesc", "manifest"}
NO_VARIABLE = {"formaction", "srcset", "poster", "xlink:href", "ping", "data", "longdesc",
               "manifest"}
UNLABELLED = {"hidden", "submit", "button", "reset", "image"}
MARK = re.compile(r"\{\{.*?\}\}", re.S)
VARIABLE = re.compile(r"\{\{([^#/>!%=}][^}]*)\}\}")
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)"
                 r"((?:\{\{.*?\}\}|\"[^\"]*\"|'[^']*'|[^>\"'{]|\{(?!\{))*)>", re.S)
ATTR = re.compile(r"([^\s=\"'/{}]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?")


class Tag:
    def __init__(self, m, text):
        self.closing, self.name = m.group(1) == "/", m.group(2).lower()
        self.start, self.end = m.span()
        self.line = lint.line_of(text, self.start)
        self.attr, self.unquoted = {}, []
        # Section marks between attributes are nothing; those inside quotes stay.
        inner = re.sub(r"(\"[^\"]*\"|'[^']*')|\{\{.*?\}\}",
                       lambda x: x.group(1) or " ", m.group(3), flags=re.S)
        for a in ATTR.finditer(inner):
            name, value = a.group(1).lower(), a.group(2)
            if value is not None and value[0] not in "\"'":
                self.unquoted.append(name)
            self.attr[name] = (value or "").strip("\"'")
        # What stands right behind an equals sign without quotes.
        self.unquoted += re.findall(r"([\w:-]+)\s*=\s*\{\{", re.sub(r"\"[^\"]*\"|'[^']*'", '""',
                                                                     m.group(3)))


def without_sections(value):
    return re.sub(r"\{\{[#/^][^}]*\}\}", "", value)


def check_marks(l, path, text):
    for m in re.finditer(r"\{\{[%=]", text):
        l.fault("no-pragma", path, lint.line_of(text, m.start()), "the library sets it")
    for m in VARIABLE.finditer(text):
        name, _, modifier = m.group(1).partition(":")
        if modifier and modifier != "url_query_escape" and \
                not (modifier == "none" and name.endswith("_MD")):
            l.fault("modifiers", path, lint.line_of(text, m.start()), m.group(0))


def check_attributes(l, path, tag):
    for name in tag.unquoted:
        l.fault("quoted-attributes", path, tag.line, name)
    for name, value in tag.attr.items():
        if name.startswith("on") or name == "srcdoc":
            l.fault("no-script-in-attributes", path, tag.line, name)
        if name == "style":
            l.fault("no-style", path, tag.line, "style=")
        if name in NO_VARIABLE and VARIABLE.search(value):
            l.fault("addresses", path, tag.line, "a variable in %s" % name)
        if name in URLS:
            plain = without_sections(value)
            if re.match(r"[\s\0-\x20]*(javascript|vbscript|data|blob)\s*:", plain, re.I):
                l.fault("addresses", path, tag.line, plain)
            v = VARIABLE.search(plain)
            if v and v.start() > 0 and \
                    not re.match(r"[/?#]|https?://|(mailto|tel|webcal):", plain):
                l.fault("addresses", path, tag.line, "a variable not right after the quote")


def check_tags(l, path, text, tags):
    labels = {t.attr.get("for") for t in tags if t.name == "label"}
    inside = 0
    for t in tags:
        if t.name == "label":
            inside += -1 if t.closing else 1
        if t.closing:
            continue
        check_attributes(l, path, t)
        if t.name == "script":
            end = text.find("</script", t.end)
            if "src" not in t.attr or text[t.end:end].strip() or "{{" in t.attr["src"]:
                l.fault("no-inline-script", path, t.line, "<script>")
        if t.name == "style" and not path.startswith("templates/mail/"):
            l.fault("no-style", path, t.line, "<style>")
        if t.name == "img" and "alt" not in t.attr:
            l.fault("images-have-alt", path, t.line, "<img>")
        if (t.name in ("select", "textarea") or
                t.name == "input" and t.attr.get("type", "text") not in UNLABELLED) and \
                not inside and t.attr.get("id") not in labels - {None} and \
                "aria-label" not in t.attr and "aria-labelledby" not in t.attr:
            l.fault("fields-have-labels", path, t.line, "%s %s" % (t.name, t.attr.get("name", "")))


def check_forms(l, path, text, tags):
    opened = set()
    for t in tags:
        if t.name != "form" or t.closing:
            continue
        method = t.attr.get("method", "").lower()
        if method not in ("get", "post"):
            l.fault("forms-carry-the-token", path, t.line, "method is neither get nor post")
        m = re.compile(r"\s*\{\{>FORM\}\}").match(text, t.end)
        if (method == "post") != (m is not None):
            l.fault("forms-carry-the-token", path, t.line, "{{>FORM}} opens a post form, only that")
        if m:
            opened.add(m.end())
        end = text.find("</form", t.end)
        if re.search(r'type="file"', text[t.end:end]) and \
                t.attr.get("enctype") != "multipart/form-data":
            l.fault("forms-carry-the-token", path, t.line, "a file needs enctype")
    for m in re.finditer(r"\{\{>FORM\}\}", text):
        if m.end() not in opened:
            l.fault("forms-carry-the-token", path, lint.line_of(text, m.start()),
                    "{{>FORM}} without its form")


def main():
    l = lint.Lint("no-pragma", "modifiers", "quoted-attributes", "no-script-in-attributes",
                  "no-style", "no-inline-script", "addresses", "forms-carry-the-token",
                  "images-have-alt", "fields-have-labels")
    for path in lint.files("templates", "htdocs", ends=(".tpl", ".html")):
        text = re.sub(r"\{\{!.*?\}\}|<!--.*?-->", lambda m: lint.blank(m.group(0)),
                      lint.read(path), flags=re.S)
        check_marks(l, path, text)
        if re.search(r"\.(text|subject)\.tpl$", path):
            continue
        tags = [Tag(m, text) for m in TAG.finditer(text)]
        check_tags(l, path, text, tags)
        check_forms(l, path, text, tags)
    l.done()


main()
