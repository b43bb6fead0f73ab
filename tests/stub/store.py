# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything we remember, in memory: kind -> id -> dict. With a state directory
each change is also written to a small database file and read back at the start."""

import json
import os
import random
import sqlite3
import string

LETTERS = string.ascii_letters + string.digits
KINDS = ("session", "intent", "charge", "refund", "transfer", "reversal", "account", "fee",
         "money", "event", "idempotency", "mail")


class Store:
    def __init__(self, where=None):
        self.random = random.SystemRandom()
        self.dirty = {}
        self.coming = {}
        self.db = None
        self.clear()
        if where:
            os.makedirs(where, exist_ok=True)
            self.db = sqlite3.connect(os.path.join(where, "state.sqlite"))
            self.db.execute("create table if not exists thing (seq integer primary key,"
                            " kind text, id text, body text, unique (kind, id))")
            for kind, key, body in self.db.execute(
                    "select kind, id, body from thing order by seq"):
                if kind in self.things:
                    self.things[kind][key] = json.loads(body)

    def clear(self, kinds=KINDS):
        things = getattr(self, "things", {})
        for kind in kinds:
            for key in things.get(kind, ()):
                self.dirty[kind, key] = True
            things[kind] = {}
        self.things = things

    def new_id(self, prefix, length=24):
        """Drawn, unless a test has said what the coming ids with this prefix shall be."""
        if self.coming.get(prefix):
            return self.coming[prefix].pop(0)
        return prefix + "".join(self.random.choices(LETTERS, k=length))

    def put(self, kind, thing, key=None):
        key = key or thing["id"]
        self.things[kind][key] = thing
        self.dirty[kind, key] = True
        return thing

    def get(self, kind, key):
        return self.things[kind].get(key)

    def drop(self, kind, key):
        self.things[kind].pop(key, None)
        self.dirty[kind, key] = True

    def all(self, kind):
        """In order of creation."""
        return self.things[kind].values()

    def flush(self):
        if not self.db:
            self.dirty.clear()
            return
        with self.db:
            for kind, key in self.dirty:
                thing = self.things[kind].get(key)
                if thing is None:
                    self.db.execute("delete from thing where kind = ? and id = ?", (kind, key))
                else:
                    self.db.execute(
                        "insert into thing (kind, id, body) values (?, ?, ?)"
                        " on conflict (kind, id) do update set body = excluded.body",
                        (kind, key, json.dumps(thing)))
        self.dirty.clear()
