# SPDX-License-Identifier: AGPL-3.0-or-later
"""Form bodies with names such as line_items[0][price_data][currency]: decoded
into a tree of dicts, then checked against a table of what is accepted."""

import re
import urllib.parse

NAME = re.compile(r"^([^\[\]]+)((?:\[[^\[\]]*\])*)$")
EMAIL = re.compile(r"^[^@\s<>\"(),:;\\]+@[^@\s]+\.[^@\s.]+$")


class ApiError(Exception):
    """An answer in the shape of the payment service's own errors."""

    def __init__(self, status, message, code=None, param=None, kind="invalid_request_error"):
        super().__init__(message)
        self.status, self.message, self.code = status, message, code
        self.param, self.kind = param, kind

    def body(self, request_id):
        e = {}
        if self.code:
            e["code"] = self.code
            e["doc_url"] = "https://stripe.com/docs/error-codes/" + self.code.replace("_", "-")
        e["message"] = self.message
        if self.param:
            e["param"] = self.param
        e["request_log_url"] = "https://dashboard.stripe.com/test/logs/" + request_id
        e["type"] = self.kind
        return {"error": e}


def decode(raw):
    """Bytes of a body or a query string -> tree. Arrays stay dicts keyed by index."""
    try:
        pairs = urllib.parse.parse_qsl(raw.decode("ascii"), keep_blank_values=True,
                                       strict_parsing=bool(raw), errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise ApiError(400, "Invalid request: the body is not form-encoded UTF-8.") from None
    tree = {}
    for name, value in pairs:
        plant(tree, name, value)
    return tree


def plant(tree, name, value):
    m = NAME.match(name)
    if not m:
        raise ApiError(400, "Invalid parameter name: %s" % name, param=name)
    path = [m.group(1)] + re.findall(r"\[([^\[\]]*)\]", m.group(2))
    for i, key in enumerate(path):
        if key == "":
            key = str(len(tree))
        if i + 1 == len(path):
            if isinstance(tree.get(key), dict):
                raise ApiError(400, "Invalid parameter: %s is both a value and a hash" % name,
                               param=name)
            tree[key] = value
            return
        tree = tree.setdefault(key, {})
        if not isinstance(tree, dict):
            raise ApiError(400, "Invalid parameter: %s is both a value and a hash" % name,
                           param=name)


# What a parameter may be. Each maker gives a function (value, name) -> typed value.

def text(longest=5000):
    def check(v, name):
        v = scalar(v, name)
        if len(v) > longest:
            raise ApiError(400, "Invalid string: %s…%s; must be at most %d characters"
                           % (v[:10], v[-4:], longest), param=name)
        return v
    return check


def scalar(v, name):
    if isinstance(v, dict):
        raise ApiError(400, "Invalid string: a hash was given for %s" % name, param=name)
    if v == "":
        raise ApiError(400, "You passed an empty string for '%s'. We assume empty values are an "
                       "attempt to unset a parameter; however '%s' cannot be unset. You should "
                       "remove '%s' from your request or supply a non-empty value."
                       % (name, name, name), "parameter_invalid_empty", name)
    return v


def whole(least=None, most=None):
    def check(v, name):
        v = scalar(v, name)
        if not re.fullmatch(r"-?[0-9]{1,18}", v):
            raise ApiError(400, "Invalid integer: %s" % v, "parameter_invalid_integer", name)
        v = int(v)
        if least is not None and v < least:
            raise ApiError(400, "This value must be greater than or equal to %d." % least,
                           "parameter_invalid_integer", name)
        if most is not None and v > most:
            raise ApiError(400, "This value must be less than or equal to %d." % most,
                           "parameter_invalid_integer", name)
        return v
    return check


def flag(v, name):
    v = scalar(v, name)
    if v not in ("true", "false"):
        raise ApiError(400, "Invalid boolean: %s" % v, param=name)
    return v == "true"


def one_of(*words):
    def check(v, name):
        v = scalar(v, name)
        if v not in words:
            raise ApiError(400, "Invalid %s: must be %s" % (name, english(words)), param=name)
        return v
    return check


def english(words):
    if len(words) == 1:
        return words[0]
    return "one of %s or %s" % (", ".join(words[:-1]), words[-1])


def currency(v, name):
    v = scalar(v, name).lower()
    if not re.fullmatch(r"[a-z]{3}", v):
        raise ApiError(400, "Invalid currency: %s" % v, param=name)
    return v


def url(v, name):
    v = text(5000)(v, name)
    parts = urllib.parse.urlsplit(v.replace("{CHECKOUT_SESSION_ID}", "x"))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ApiError(400, "Not a valid URL", "url_invalid", name)
    return v


def email(v, name):
    v = text(800)(v, name)
    if not EMAIL.match(v):
        raise ApiError(400, "Invalid email address: %s" % v, "email_invalid", name)
    return v


def anything(v, name):
    return v


def metadata(v, name):
    if v == "":
        return {}
    if not isinstance(v, dict):
        raise ApiError(400, "Invalid hash: %s" % name, param=name)
    if len(v) > 50:
        raise ApiError(400, "Metadata can hold at most 50 keys.", param=name)
    for key, value in v.items():
        if len(key) > 40:
            raise ApiError(400, "Metadata keys have at most 40 characters.", param=name)
        if isinstance(value, dict) or len(value) > 500:
            raise ApiError(400, "Metadata values have at most 500 characters.",
                           param="%s[%s]" % (name, key))
    return {k: x for k, x in v.items() if x != ""}


class many:
    """An array of something."""

    def __init__(self, item, most=100):
        self.item, self.most = item, most

    def unknown(self, v, name):
        inner = getattr(self.item, "unknown", None)
        if not inner or not isinstance(v, dict):
            return []
        return [x for k in v for x in inner(v[k], "%s[%s]" % (name, k))]

    def __call__(self, v, name):
        if not isinstance(v, dict) or not all(k.isdigit() for k in v):
            raise ApiError(400, "Invalid array", param=name)
        if len(v) > self.most:
            raise ApiError(400, "Array %s has more than %d items" % (name, self.most), param=name)
        return [self.item(v[k], "%s[%s]" % (name, k)) for k in sorted(v, key=int)]


class table:
    """A hash with known members; a name that ends in ! is required."""

    def __init__(self, **members):
        self.required = {k[:-1] for k in members if k.endswith("!")}
        self.members = {k.rstrip("!"): v for k, v in members.items()}

    def unknown(self, v, name=""):
        found = []
        if not isinstance(v, dict):
            return found
        for key, value in v.items():
            full = "%s[%s]" % (name, key) if name else key
            member = self.members.get(key)
            if member is None:
                found.append(full)
            elif hasattr(member, "unknown"):
                found += member.unknown(value, full)
        return found

    def __call__(self, v, name=""):
        if not isinstance(v, dict):
            raise ApiError(400, "Invalid hash", param=name)
        out = {}
        for key in sorted(self.required - v.keys()):
            full = "%s[%s]" % (name, key) if name else key
            raise ApiError(400, "Missing required param: %s." % full, "parameter_missing", full)
        for key, value in v.items():
            out[key] = self.members[key](value, "%s[%s]" % (name, key) if name else key)
        return out


def accept(spec, tree):
    """The whole request: names nobody knows first, then each value."""
    strange = spec.unknown(tree)
    if strange:
        raise ApiError(400, "Received unknown parameter%s: %s"
                       % ("s" if len(strange) > 1 else "", ", ".join(strange)),
                       "parameter_unknown", strange[0])
    return spec(tree)
