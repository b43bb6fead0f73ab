# SPDX-License-Identifier: AGPL-3.0-or-later
"""The addresses under /v1 and what each does. A function gets the call, the accepted
parameters and the words of the path; it gives an object or raises ApiError."""

import params
from bank import SMALLEST, missing
from form import ApiError
from objects import listed

DAY = 86400


class Endpoints:
    def __init__(self, world):
        self.world, self.store, self.bank = world, world.store, world.bank
        self.clock = world.clock
        s, c = "checkout", "sessions"
        self.routes = {
            ("POST", s, c): (params.CHECKOUT, self.session_create),
            ("GET", s, c): (params.LIST_SESSIONS, self.session_list),
            ("GET", s, c, "*"): (params.ONLY_EXPAND, self.session_get),
            ("POST", s, c, "*", "expire"): (params.ONLY_EXPAND, self.session_expire),
            ("GET", s, c, "*", "line_items"): (params.LIST_PLAIN, self.session_lines),
            ("POST", "refunds"): (params.REFUND, self.refund_create),
            ("GET", "refunds"): (params.LIST_REFUNDS, self.lister("refund", "/v1/refunds")),
            ("GET", "refunds", "*"): (params.ONLY_EXPAND, self.getter("refund")),
            ("GET", "payment_intents"): (params.LIST_INTENTS,
                                         self.lister("intent", "/v1/payment_intents")),
            ("GET", "payment_intents", "*"): (params.ONLY_EXPAND,
                                              self.getter("intent", "payment_intent", "intent")),
            ("GET", "charges"): (params.LIST_CHARGES, self.lister("charge", "/v1/charges")),
            ("GET", "charges", "*"): (params.ONLY_EXPAND, self.getter("charge")),
            ("POST", "transfers"): (params.TRANSFER, self.transfer_create),
            ("GET", "transfers"): (params.LIST_TRANSFERS,
                                   self.lister("transfer", "/v1/transfers")),
            ("GET", "transfers", "*"): (params.ONLY_EXPAND, self.getter("transfer")),
            ("POST", "transfers", "*", "reversals"): (params.REVERSAL, self.reversal_create),
            ("GET", "transfers", "*", "reversals"): (params.LIST_PLAIN, self.reversal_list),
            ("GET", "events"): (params.LIST_EVENTS, self.event_list),
            ("GET", "events", "*"): (params.ONLY_EXPAND, self.event_get),
            ("GET", "balance"): (params.ONLY_EXPAND, self.balance),
            ("GET", "balance_transactions"): (
                params.LIST_MONEY, self.lister("money", "/v1/balance_transactions")),
            ("GET", "balance_transactions", "*"): (params.ONLY_EXPAND,
                                                   self.getter("money", "balance_transaction")),
            ("GET", "application_fees", "*"): (params.ONLY_EXPAND,
                                               self.getter("fee", "application_fee")),
            ("POST", "accounts"): (params.ACCOUNT, self.account_create),
            ("GET", "accounts"): (params.LIST_PLAIN, self.account_list),
            ("GET", "accounts", "*"): (params.ONLY_EXPAND, self.account_get),
            ("DELETE", "accounts", "*"): (params.NOTHING, self.account_delete),
            ("POST", "accounts", "*", "login_links"): (params.ONLY_EXPAND, self.login_link),
            ("POST", "accounts", "*", "reject"): (params.REJECT, self.account_reject),
            ("POST", "account_links"): (params.ACCOUNT_LINK, self.account_link),
        }

    # Lists and single things.

    def page(self, things, p, url, param):
        """Newest first, by key; p has limit, created and the borders."""
        things = list(things)[::-1]
        for name, test in (("gt", int.__gt__), ("gte", int.__ge__), ("lt", int.__lt__),
                           ("lte", int.__le__)):
            if name in p.get("created", {}):
                things = [t for t in things if test(t["created"], p["created"][name])]
        limit = p.get("limit", 10)
        for word in ("starting_after", "ending_before"):
            if word not in p:
                continue
            place = [i for i, t in enumerate(things) if t["id"] == p[word]]
            if not place:
                raise missing(param, p[word], word, 400)
            if word == "starting_after":
                things = things[place[0] + 1:]
            else:
                before = things[:place[0]]
                return listed(before[-limit:], url, len(before) > limit)
        return listed(things[:limit], url, len(things) > limit)

    def lister(self, kind, url):
        def run(call, p):
            wanted = {k: v for k, v in p.items() if k in (
                "charge", "payment_intent", "destination", "transfer_group", "source", "type",
                "currency", "customer", "payout")}
            found = (t for t in self.store.all(kind)
                     if all(t.get(k) == v for k, v in wanted.items()))
            return self.page(found, p, url, kind)
        return run

    def getter(self, kind, word=None, param="id"):
        def run(call, p, key):
            thing = self.store.get(kind, key)
            if not thing:
                raise missing(word or kind, key, param, 404)
            return thing
        return run

    # Sessions.

    def session_create(self, call, p):
        for name in params.NOT_PLAYED:
            if name in p:
                raise ApiError(400, "%s is not played by this stand-in." % name, param=name)
        if p["mode"] != "payment":
            raise ApiError(400, "mode %s is not played by this stand-in." % p["mode"],
                           param="mode")
        if p.get("ui_mode", "hosted_page") != "hosted_page":
            raise ApiError(400, "ui_mode %s is not played by this stand-in." % p["ui_mode"],
                           param="ui_mode")
        for name in ("line_items", "success_url"):
            if not p.get(name):
                raise ApiError(400, "Missing required param: %s." % name, "parameter_missing",
                               name)
        self.judge_lines(p["line_items"])
        now = self.clock.now()
        if not now + 1800 <= p.get("expires_at", now + 1800) <= now + DAY:
            raise ApiError(400, "The `expires_at` timestamp must be between 30 minutes and 24 "
                           "hours from Checkout Session creation.", param="expires_at")
        wish = p.get("payment_intent_data", {})
        self.judge_destination(p, wish)
        return self.bank.open_session(p, call.origin())

    def judge_lines(self, items):
        total, seen = 0, set()
        for i, item in enumerate(items):
            name = "line_items[%d]" % i
            price = item.get("price_data")
            if not price:
                if item.get("price"):
                    raise missing("price", item["price"], name + "[price]", 400)
                raise ApiError(400, "One of price or price_data is required.",
                               "parameter_missing", name + "[price_data]")
            if "unit_amount" not in price:
                raise ApiError(400, "Missing required param: %s[price_data][unit_amount]." % name,
                               "parameter_missing", name + "[price_data][unit_amount]")
            if not price.get("product_data") and not price.get("product"):
                raise ApiError(400, "Missing required param: %s[price_data][product_data]." % name,
                               "parameter_missing", name + "[price_data][product_data]")
            if price.get("recurring"):
                raise ApiError(400, "You must set mode to subscription for recurring prices.",
                               param=name)
            if "quantity" not in item:
                raise ApiError(400, "Missing required param: %s[quantity]." % name,
                               "parameter_missing", name + "[quantity]")
            total += price["unit_amount"] * item["quantity"]
            seen.add(price["currency"])
        if len(seen) > 1:
            raise ApiError(400, "All line items must have the same currency.",
                           param="line_items")
        least = SMALLEST.get(seen.pop(), 50)
        if total < least:
            raise ApiError(400, "The Checkout Session's total amount must convert to at least "
                           "%d minor units." % least, "amount_too_small")

    def judge_destination(self, p, wish):
        if wish.get("transfer_data"):
            self.bank.destination(wish["transfer_data"]["destination"],
                                  "payment_intent_data[transfer_data][destination]")
        if "application_fee_amount" in wish:
            total = sum(i["price_data"]["unit_amount"] * i["quantity"] for i in p["line_items"])
            if not wish.get("transfer_data"):
                raise ApiError(400, "Can only apply an application_fee_amount when the charge has "
                               "a destination.",
                               param="payment_intent_data[application_fee_amount]")
            if wish["application_fee_amount"] > total:
                raise ApiError(400, "The application fee is greater than the amount.",
                               param="payment_intent_data[application_fee_amount]")

    def session_record(self, key):
        record = self.bank.session(key)
        if not record:
            raise missing("checkout.session", key, "session", 404)
        return record

    def session_get(self, call, p, key):
        return self.session_record(key)["session"]

    def session_list(self, call, p):
        self.bank.expire_due()
        found = (r["session"] for r in self.store.all("session"))
        for name in ("payment_intent", "status"):
            if name in p:
                found = (s for s in found if s[name] == p[name])
        return self.page(list(found), p, "/v1/checkout/sessions", "checkout.session")

    def session_expire(self, call, p, key):
        record = self.session_record(key)
        if self.bank.races and record["session"]["status"] == "open":
            self.bank.races -= 1
            self.bank.pay(record)
        if record["session"]["status"] != "open":
            raise ApiError(400, "Only Checkout Sessions with a status in [\"open\"] can be "
                           "expired. This Checkout Session has a status of `%s`."
                           % record["session"]["status"])
        self.bank.expire(record, call.origin())
        return record["session"]

    def session_lines(self, call, p, key):
        lines = self.session_record(key)["hidden"]["line_items"]
        return listed(lines[:p.get("limit", 10)], call.path, len(lines) > p.get("limit", 10))

    # Refunds, transfers, events.

    def refund_create(self, call, p):
        return self.bank.refund(p, call.origin())

    def transfer_create(self, call, p):
        return self.bank.transfer(p, call.origin())

    def transfer_of(self, key):
        tr = self.store.get("transfer", key)
        if not tr:
            raise missing("transfer", key, "id", 404)
        return tr

    def reversal_create(self, call, p, key):
        return self.bank.reverse(self.transfer_of(key), p, call.origin())

    def reversal_list(self, call, p, key):
        found = self.transfer_of(key)["reversals"]["data"][::-1]
        return self.page(found, p, call.path, "transfer_reversal")

    def event_get(self, call, p, key):
        record = self.store.get("event", key)
        if not record:
            raise missing("event", key, "id", 404)
        return record["event"]

    def event_list(self, call, p):
        def wanted(r):
            kind = r["event"]["type"]
            if "type" in p and not fits(kind, p["type"]):
                return False
            if "types" in p and not any(fits(kind, t) for t in p["types"]):
                return False
            return p.get("delivery_success") in (None, r["delivered"])
        if "type" in p and "types" in p:
            raise ApiError(400, "You may not use both type and types.", param="type")
        found = [r["event"] for r in self.store.all("event") if wanted(r)]
        return self.page(found, p, "/v1/events", "event")

    def balance(self, call, p):
        totals = {}
        for txn in self.store.all("money"):
            totals[txn["currency"]] = totals.get(txn["currency"], 0) + txn["net"]
        sums = [{"amount": v, "currency": k, "source_types": {"card": v}}
                for k, v in totals.items()]
        return {"object": "balance", "available": sums, "livemode": False, "pending": []}

    # Accounts.

    def account_record(self, key, status=403):
        record = self.store.get("account", key)
        if not record:
            raise ApiError(status, "The provided key does not have access to account '%s' (or "
                           "that account does not exist)." % key, "account_invalid", "account")
        return record

    def account_create(self, call, p):
        return self.bank.account(p)

    def account_get(self, call, p, key):
        return self.account_record(key)["account"]

    def account_list(self, call, p):
        return self.page([r["account"] for r in self.store.all("account")], p, "/v1/accounts",
                         "account")

    def account_delete(self, call, p, key):
        self.account_record(key)
        self.store.drop("account", key)
        return {"id": key, "object": "account", "deleted": True}

    def account_reject(self, call, p, key):
        record = self.account_record(key)
        record["account"]["requirements"]["disabled_reason"] = "rejected." + p["reason"]
        record["account"].update(charges_enabled=False,
                                 payouts_enabled=p.get("payouts_action") == "none")
        self.store.put("account", record)
        return record["account"]

    def account_link(self, call, p):
        record = self.account_record(p["account"])
        if p["type"] != "account_onboarding":
            raise ApiError(400, "You cannot create `account_update` type Account Links for this "
                           "account.", param="type")
        for name in ("refresh_url", "return_url"):
            if name not in p:
                raise ApiError(400, "Missing required param: %s." % name, "parameter_missing",
                               name)
        word, now = self.store.new_id("", 20), self.clock.now()
        record["links"][word] = {"expires_at": now + 300, "used": False,
                                 "refresh_url": p["refresh_url"], "return_url": p["return_url"]}
        self.store.put("account", record)
        return {"object": "account_link", "created": now, "expires_at": now + 300,
                "url": "%s/onboard/%s/%s" % (self.world.base, p["account"], word)}

    def login_link(self, call, p, key):
        record = self.account_record(key)
        if not record["account"]["details_submitted"]:
            raise ApiError(400, "Cannot create a login link for an account that has not completed "
                           "onboarding.")
        word, now = self.store.new_id("", 20), self.clock.now()
        record["links"][word] = {"expires_at": now + 300, "used": False, "login": True}
        self.store.put("account", record)
        return {"object": "login_link", "created": now,
                "url": "%s/express/%s/%s" % (self.world.base, key, word)}


def fits(kind, wanted):
    return kind == wanted or (wanted.endswith(".*") and kind.startswith(wanted[:-1])) \
        or wanted == "*"
