# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every HTML answer of ours must be, read strictly."""

import html.parser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form")


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.ids, self.wanted = [], [], {}, []
        self.h1, self.title, self.lang, self.links, self.doctype = 0, "", None, [], ""
        self.unlabelled, self.labelled = [], set()

    def say(self, what):
        self.wrong.append("line %d: %s" % (self.getpos()[0], what))

    def handle_decl(self, decl):
        self.doctype = decl.lower()

    def handle_starttag(self, tag, attrs):
        names = [k for k, _ in attrs]
        self.judge_tag(tag, names, attrs)
        got = dict(attrs)
        if tag == "html":
            self.lang = got.get("lang")
        if tag == "h1":
            self.h1 += 1
        if "id" in got:
            if got["id"] in self.ids:
                self.say("id %s twice" % got["id"])
            self.ids[got["id"]] = tag
        for name in REFERENCES:
            self.wanted += [(name, x, self.getpos()[0]) for x in (got.get(name) or "").split()]
        self.judge_control(tag, got)
        for name in ("href", "action"):
            if got.get(name):
                self.links.append((tag, got[name]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def judge_tag(self, tag, names, attrs):
        if len(names) != len(set(names)):
            self.say("<%s> has an attribute twice: %s" % (tag, names))
        for k, v in attrs:
            if k.startswith("on"):
                self.say("<%s %s>: a script in the page" % (tag, k))
            if k == "style":
                self.say("<%s style>" % tag)
            if k in ("href", "src", "action") and (v or "").strip().lower().startswith(
                    ("javascript:", "data:text", "vbscript:")):
                self.say("<%s %s=%s>" % (tag, k, v))
        if tag == "script" and not dict(attrs).get("src"):
            self.say("a script without src")
        if tag == "style":
            self.say("a style element")
        if tag == "img" and "alt" not in names:
            self.say("an img without alt")

    def judge_control(self, tag, got):
        if tag == "label":
            self.labelled.add(got.get("for"))
        if tag in ("select", "textarea") or (tag == "input" and got.get("type", "text") not in (
                "hidden", "submit", "button", "image")):
            if "label" not in self.open and not got.get("aria-label") \
                    and not got.get("aria-labelledby"):
                self.unlabelled.append((got.get("id"), got.get("name"), self.getpos()[0]))

    def handle_endtag(self, tag):
        if tag in VOID:
            self.say("</%s>" % tag)
        elif not self.open or self.open[-1] != tag:
            self.say("</%s> inside %s" % (tag, self.open[-3:]))
            if tag in self.open:
                while self.open.pop() != tag:
                    pass
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data

    def finish(self):
        self.close()
        if self.open:
            self.wrong.append("never closed: %s" % self.open)
        if "html" not in self.doctype:
            self.wrong.append("no doctype")
        if not self.lang:
            self.wrong.append("no language")
        if not self.title.strip():
            self.wrong.append("no title")
        if self.h1 != 1:
            self.wrong.append("%d h1" % self.h1)
        for name, key, line in self.wanted:
            if key not in self.ids:
                self.wrong.append("line %d: %s=%s leads nowhere" % (line, name, key))
        for key, name, line in self.unlabelled:
            if key is None or key not in self.labelled:
                self.wrong.append("line %d: the field %s has no label" % (line, name))


def read(text):
    """A Reader; its wrong is empty when all is well, its links are what one can press."""
    r = Reader()
    r.feed(text)
    if "{{" in text or "}}" in text:
        r.wrong.append("a mark of the templates is left")
    r.finish()
    return r
