# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes wrong on purpose. All draws come from one seed, so that a run with
the same requests in the same order breaks in the same places."""

import random

EVENTS = {
    "delay": 0.0,           # seconds before the first attempt
    "duplicate": 0,         # further copies of the same event
    "duplicate_p": 1.0,     # chance that an event is copied
    "twin": 0.0,            # chance of a second event object for one change
    "drop": 0.0,            # chance that an event is never sent; "all" for every one
    "reorder": False,       # spread events over reorder_seconds
    "reorder_seconds": 2.0,
    "wrong_signature": 0.0,  # chance per attempt
    "old_timestamp": 0.0,    # chance per attempt
    "types": [],            # touch only these types; empty: all
}

API = ("429", "500", "500_after", "503", "409", "timeout_before", "timeout_after", "garbage",
       "slow")


class Refused(Exception):
    """The switch does not exist or has no such position."""


class Faults:
    def __init__(self):
        self.reset()

    def reset(self):
        self.events, self.api = dict(EVENTS), []
        self.seed(1)

    def seed(self, number):
        self.number = number
        self.random = random.Random(number)
        self.shuffler = random.Random("shuffle %s" % number)

    def set(self, wish):
        for key in wish:
            if key not in ("seed", "events", "api"):
                raise Refused("no such switch: %s" % key)
        for key in wish.get("events", {}):
            if key not in EVENTS:
                raise Refused("no such event switch: %s" % key)
        rules = []
        for rule in wish.get("api", []):
            if rule.get("fault") not in API:
                raise Refused("fault is one of: %s" % ", ".join(API))
            if "next" not in rule and "p" not in rule:
                raise Refused("say how often: next (a number) or p (a chance)")
            rules.append(dict(rule))
        if "seed" in wish:
            self.seed(wish["seed"])
        self.events.update(wish.get("events", {}))
        if "api" in wish:
            self.api = rules

    def describe(self):
        return {"seed": self.number, "events": self.events, "api": self.api}

    def for_request(self, method, path):
        """The rule that strikes this request, or None."""
        for rule in self.api:
            if not ("%s %s" % (method, path)).startswith(rule.get("match", "")):
                continue
            if rule.get("skip", 0) > 0:
                rule["skip"] -= 1
                continue
            if "next" in rule:
                if rule["next"] > 0:
                    rule["next"] -= 1
                    return rule
            elif self.random.random() < rule["p"]:
                return rule
        return None

    def touches(self, kind):
        return not self.events["types"] or kind in self.events["types"]

    def drops(self, kind):
        if not self.touches(kind):
            return False
        drop = self.events["drop"]
        return drop in ("all", True) or self.random.random() < drop

    def copies(self, kind):
        if not self.touches(kind) or not self.events["duplicate"]:
            return 0
        return self.events["duplicate"] if self.random.random() < self.events["duplicate_p"] else 0

    def twins(self, kind):
        return self.touches(kind) and self.random.random() < self.events["twin"]

    def delay(self, kind):
        if not self.touches(kind):
            return 0.0
        late = float(self.events["delay"])
        if self.events["reorder"]:
            late += self.random.uniform(0, float(self.events["reorder_seconds"]))
        return late

    def strikes(self, switch, kind):
        return self.touches(kind) and self.random.random() < self.events[switch]

    def shuffle(self, things):
        self.shuffler.shuffle(things)
        return things
