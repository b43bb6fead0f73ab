# SPDX-License-Identifier: AGPL-3.0-or-later
"""Payments from before our time: those of the demonstration's bookings, so that they can be looked
at and refunded. Nothing is announced; what we know already is left as it is."""

import json

import objects
from bank import Bank


class Silent:
    def emit(self, *wishes, request=None):
        """Nobody hears of what was long ago."""


def load(world, path):
    bank = Bank(world)
    bank.events = Silent()
    with open(path, encoding="utf-8") as f:
        for row in json.load(f):
            if not world.store.get("intent", row["intent"]):
                remember(world, bank, row)


def remember(world, bank, row):
    coming = world.store.coming
    coming.update({"pi_3": [row["intent"]], "ch_3": [row["charge"]],
                   "re_3": [row.get("refund", "")]})
    s = objects.session(row["session"], bank.now(), {
        "mode": "payment", "customer_email": row["mail"], "success_url": world.options.home,
        "line_items": [{"price_data": {"currency": row["currency"],
                                       "unit_amount": row["amount"]}}]}, world.base)
    record = {"id": s["id"], "session": s, "hidden": {
        "line_items": [], "wish": {"description": row["says"]}, "declined": 0, "left": 0}}
    bank.pay(record)
    if "refund" in row:
        bank.refund({"payment_intent": row["intent"], "amount": row["refunded"]}, None)
    for prefix in ("pi_3", "ch_3", "re_3"):
        coming.pop(prefix, None)
