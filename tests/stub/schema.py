# SPDX-License-Identifier: AGPL-3.0-or-later
"""As much of OpenAPI 3.0 schemas as it takes to judge an answer."""

TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list,
         "object": dict}


class Contract:
    def __init__(self, document):
        self.schemas = document["components"]["schemas"]

    def judge(self, value, name):
        return self.faults(value, self.schemas[name], name)

    def faults(self, value, schema, where):
        """A list of complaints; empty when the value fits."""
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rsplit("/", 1)[1]]
        choices = schema.get("anyOf") or schema.get("oneOf")
        if value is None and (schema.get("nullable") or None in schema.get("enum", ())):
            return []
        if choices:
            tries = [self.faults(value, c, where) for c in choices]
            return [] if any(not t for t in tries) else min(tries, key=len)
        if value is None:
            return ["%s: null" % where] if "type" in schema else []
        kind = schema.get("type")
        if kind and (not isinstance(value, TYPES[kind])
                     or isinstance(value, bool) and kind != "boolean"):
            return ["%s: %r is not of type %s" % (where, value, kind)]
        if "enum" in schema and value not in schema["enum"] and not schema.get("x-open-enum"):
            return ["%s: %r is none of %s" % (where, value, schema["enum"])]
        if isinstance(value, str) and len(value) > schema.get("maxLength", 1 << 30):
            return ["%s: too long" % where]
        if isinstance(value, list):
            return [f for i, v in enumerate(value)
                    for f in self.faults(v, schema.get("items", {}), "%s[%d]" % (where, i))]
        if isinstance(value, dict):
            return self.members(value, schema, where)
        return []

    def members(self, value, schema, where):
        out = ["%s: %s is missing" % (where, k) for k in schema.get("required", ())
               if k not in value]
        extra = schema.get("additionalProperties")
        for key, v in value.items():
            member = schema.get("properties", {}).get(key)
            if member is None and isinstance(extra, dict):
                member = extra
            if member is not None:
                out += self.faults(v, member, "%s.%s" % (where, key))
            elif extra is False:
                out.append("%s: unknown member %s" % (where, key))
        return out
