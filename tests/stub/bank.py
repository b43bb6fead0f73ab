# SPDX-License-Identifier: AGPL-3.0-or-later
"""What happens to the money: a client pays, declines, lets a session expire;
refunds, transfers, reversals. Each change emits the events that belong to it."""

import objects
from form import ApiError

SMALLEST = {"eur": 50, "usd": 50, "gbp": 30, "chf": 50}


class Bank:
    def __init__(self, world):
        self.world, self.store, self.events = world, world.store, world.events
        self.reset()

    def reset(self):
        self.races = 0              # expire calls that lose against a payment
        self.refund_status = "succeeded"

    def now(self):
        return self.world.clock.now()

    # Sessions.

    def open_session(self, p, request):
        key = self.store.new_id("cs_test_a1", 58)
        s = objects.session(key, self.now(), p, self.world.base)
        hidden = {"line_items": objects.line_items(self.store, s, p["line_items"]),
                  "wish": p.get("payment_intent_data", {}), "declined": 0, "left": 0}
        self.store.put("session", {"id": key, "session": s, "hidden": hidden})
        return s

    def session(self, key):
        """As it is now: a session past its time is expired before anybody sees it."""
        record = self.store.get("session", key)
        if record and record["session"]["status"] == "open" \
                and record["session"]["expires_at"] <= self.now():
            self.expire(record)
        return record

    def expire_due(self):
        now = self.now()
        for record in list(self.store.all("session")):
            s = record["session"]
            if s["status"] == "open" and s["expires_at"] <= now:
                self.expire(record)

    def expire(self, record, request=None):
        s = record["session"]
        s.update(status="expired", url=None)
        self.store.put("session", record)
        wishes = [("checkout.session.expired", s)]
        pi = s["payment_intent"] and self.store.get("intent", s["payment_intent"])
        if pi:
            pi.update(status="canceled", canceled_at=self.now(), cancellation_reason="automatic")
            self.store.put("intent", pi)
            wishes.append(("payment_intent.canceled", pi))
        self.events.emit(*wishes, request=request)

    # What a client does on the pay page.

    def _begin(self, record, kind):
        """An intent for this attempt; the first attempt makes it."""
        s, created = record["session"], []
        if s["status"] != "open":
            raise ApiError(400, "This session is %s." % s["status"])
        if kind not in s["payment_method_types"]:
            raise ApiError(400, "This session does not take %s." % kind)
        s["customer_details"] = objects.person(s)
        if s["payment_intent"]:
            pi = self.store.get("intent", s["payment_intent"])
        else:
            pi = objects.intent(self.store, s, self.now(), record["hidden"]["wish"])
            s["payment_intent"] = pi["id"]
            created = [("payment_intent.created", dict(pi))]
        pi["payment_method"] = self.store.new_id("pm_1")
        return s, pi, created

    def _complete(self, s, paid):
        s.update(status="complete", url=None, payment_status="paid" if paid else "unpaid",
                 collected_information={"business_name": None, "individual_name": None,
                                        "shipping_details": None})

    def pay(self, record):
        s, pi, wishes = self._begin(record, "card")
        ch = objects.charge(self.store, pi, s, self.now(), "card", self.world.base)
        wishes += self._received(pi, ch)
        self._complete(s, True)
        self.store.put("session", record)
        self.events.emit(*wishes, ("checkout.session.completed", s))

    def _received(self, pi, ch):
        """The money is there: balance, and what a destination charge passes on."""
        cost = round(ch["amount"] * 0.015) + 25
        pi.update(status="succeeded", amount_received=pi["amount"], latest_charge=ch["id"],
                  last_payment_error=None, processing=None)
        ch.update(status="succeeded", paid=True, captured=True, balance_transaction=self._book(
            ch["id"], "charge", ch["amount"], cost, ch["currency"]))
        wishes = self._pass_on(ch)
        self.store.put("charge", ch)
        self.store.put("intent", pi)
        return [("charge.succeeded", ch), ("payment_intent.succeeded", pi)] + wishes

    def _pass_on(self, ch):
        if not ch["transfer_data"]:
            return []
        part = ch["transfer_data"]["amount"] or ch["amount"]
        tr = objects.transfer(self.store, self.now(), {
            "amount": part, "currency": ch["currency"], "destination": ch["destination"],
            "source_transaction": ch["id"], "transfer_group": ch["transfer_group"]})
        tr["balance_transaction"] = self._book(tr["id"], "transfer", -part, 0, ch["currency"])
        ch["transfer"] = tr["id"]
        self.store.put("transfer", tr)
        self._balance(ch["destination"], part)
        wishes = [("transfer.created", tr)]
        if ch["application_fee_amount"]:
            fee = objects.fee(self.store, ch, tr, self.now(), ch["application_fee_amount"])
            fee["balance_transaction"] = self._book(fee["id"], "application_fee", fee["amount"],
                                                    0, ch["currency"])
            ch["application_fee"] = fee["id"]
            self._balance(ch["destination"], -fee["amount"])
            self.store.put("fee", fee)
            wishes.append(("application_fee.created", fee))
        return wishes

    def decline(self, record, why="insufficient_funds"):
        s, pi, wishes = self._begin(record, "card")
        said = {"insufficient_funds": "Your card has insufficient funds.",
                "expired_card": "Your card has expired."}.get(why, "Your card was declined.")
        ch = objects.charge(self.store, pi, s, self.now(), "card", self.world.base)
        self._mark_failed(pi, ch, "card_declined", said, why)
        record["hidden"]["declined"] += 1
        self.store.put("charge", ch)
        self.store.put("intent", pi)
        self.store.put("session", record)
        self.events.emit(*wishes, ("charge.failed", ch), ("payment_intent.payment_failed", pi))
        return said

    def _mark_failed(self, pi, ch, code, said, why=None):
        ch.update(status="failed", paid=False, captured=False, amount_captured=0,
                  failure_code=code, failure_message=said)
        ch["outcome"].update(network_status="declined_by_network", reason=why or code,
                             type="issuer_declined",
                             seller_message="The bank returned the decline code `%s`."
                             % (why or code))
        error = {"charge": ch["id"], "code": code, "message": said, "type": "card_error",
                 "doc_url": "https://stripe.com/docs/error-codes/" + code.replace("_", "-")}
        if why:
            error["decline_code"] = why
        pi.update(status="requires_payment_method", payment_method=None, last_payment_error=error,
                  latest_charge=ch["id"], processing=None)

    def leave(self, record):
        record["hidden"]["left"] += 1
        self.store.put("session", record)

    def delayed(self, record):
        """Bank debit: the session completes unpaid, the money comes or fails later."""
        s, pi, wishes = self._begin(record, "sepa_debit")
        ch = objects.charge(self.store, pi, s, self.now(), "sepa_debit", self.world.base)
        ch.update(status="pending", paid=False)
        pi.update(status="processing", latest_charge=ch["id"])
        self._complete(s, False)
        self.store.put("charge", ch)
        self.store.put("intent", pi)
        self.store.put("session", record)
        self.events.emit(*wishes, ("charge.pending", ch), ("payment_intent.processing", pi),
                         ("checkout.session.completed", s))

    def settle_delayed(self, record, good):
        s = record["session"]
        pi = s["payment_intent"] and self.store.get("intent", s["payment_intent"])
        if not pi or pi["status"] != "processing":
            raise ApiError(400, "No bank debit is under way in this session.")
        ch = self.store.get("charge", pi["latest_charge"])
        if good:
            wishes = self._received(pi, ch)
            s["payment_status"] = "paid"
            wishes.append(("checkout.session.async_payment_succeeded", s))
        else:
            self._mark_failed(pi, ch, "debit_not_authorized", "The bank debit was refused.")
            wishes = [("charge.failed", ch), ("payment_intent.payment_failed", pi),
                      ("checkout.session.async_payment_failed", s)]
        self.store.put("charge", ch)
        self.store.put("intent", pi)
        self.store.put("session", record)
        self.events.emit(*wishes)

    # Refunds.

    def refund(self, p, request):
        ch = self._refundable(p)
        left = ch["amount"] - ch["amount_refunded"]
        amount = p.get("amount", left)
        if amount > left:
            raise ApiError(400, "Refund amount (%s) is greater than unrefunded amount on charge "
                           "(%s)" % (pretty(amount, ch["currency"]), pretty(left, ch["currency"])),
                           param="amount")
        re = objects.refund(self.store, ch, self.now(), p, amount)
        re["status"] = self.refund_status
        before = {"amount_refunded": ch["amount_refunded"], "refunded": ch["refunded"]}
        wishes = self._give_back(ch, re, p)
        ch["amount_refunded"] += amount
        ch["refunded"] = ch["amount_refunded"] == ch["amount"]
        re["balance_transaction"] = self._book(re["id"], "refund", -amount, 0, ch["currency"])
        self.store.put("refund", re)
        self.store.put("charge", ch)
        wishes += [("refund.created", re), ("charge.refunded", ch, {"before": before})]
        if re["status"] == "succeeded":
            seen = dict(re, destination_details={"type": "card", "card": dict(
                re["destination_details"]["card"], reference="24692167000000000000000",
                reference_status="available")})
            wishes.append(("refund.updated", seen, {"late": 0.5, "before": {
                "destination_details": {"card": {"reference_status": "pending"}}}}))
        self.events.emit(*wishes, request=request)
        return re

    def _refundable(self, p):
        if not p.get("charge") and not p.get("payment_intent"):
            raise ApiError(400, "One of the following params should be provided for this request: "
                           "payment_intent or charge.", "parameter_missing")
        if p.get("payment_intent"):
            pi = self.store.get("intent", p["payment_intent"])
            if not pi:
                raise missing("payment_intent", p["payment_intent"], "payment_intent", 404)
            if pi["status"] != "succeeded":
                raise ApiError(400, "This PaymentIntent (%s) does not have a successful charge to "
                               "refund." % pi["id"], "payment_intent_unexpected_state",
                               "payment_intent")
            key = pi["latest_charge"]
            if p.get("charge") not in (None, key):
                raise ApiError(400, "The charge does not belong to the PaymentIntent.",
                               param="charge")
        else:
            key = p["charge"]
        ch = self.store.get("charge", key)
        if not ch:
            raise missing("charge", key, "charge", 404)
        if ch["status"] != "succeeded":
            raise ApiError(400, "Charge %s has not succeeded and cannot be refunded." % key,
                           param="charge")
        if ch["disputed"]:
            raise ApiError(400, "Charge %s has been charged back; cannot issue a refund." % key,
                           "charge_disputed")
        if ch["refunded"]:
            raise ApiError(400, "Charge %s has already been refunded." % key,
                           "charge_already_refunded")
        return ch

    def _give_back(self, ch, re, p):
        """Reversal of a destination charge's transfer and fee, in proportion."""
        wishes = []
        for word in ("reverse_transfer", "refund_application_fee"):
            if p.get(word) and not ch["transfer_data"]:
                raise ApiError(400, "You cannot use %s: this charge was not made with a "
                               "destination." % word, param=word)
        if p.get("reverse_transfer"):
            tr = self.store.get("transfer", ch["transfer"])
            part = min(tr["amount"] * re["amount"] // ch["amount"],
                       tr["amount"] - tr["amount_reversed"])
            if part:
                trr, more = self._reverse(tr, part, {"source_refund": re["id"]})
                re["transfer_reversal"] = trr["id"]
                wishes += more
        if p.get("refund_application_fee") and ch["application_fee"]:
            fee = self.store.get("fee", ch["application_fee"])
            part = min(fee["amount"] * re["amount"] // ch["amount"],
                       fee["amount"] - fee["amount_refunded"])
            fee["amount_refunded"] += part
            fee["refunded"] = fee["amount_refunded"] == fee["amount"]
            self._book(fee["id"], "application_fee_refund", -part, 0, fee["currency"])
            self._balance(fee["account"], part)
            self.store.put("fee", fee)
            wishes.append(("application_fee.refunded", fee))
        return wishes

    def refund_result(self, re, status, why="expired_or_canceled_card"):
        """A pending refund arrives; any refund may still fail weeks later."""
        before = {"status": re["status"]}
        if re["status"] in ("failed", "canceled"):
            raise ApiError(400, "This refund is %s already." % re["status"])
        re["status"] = status
        wishes = []
        if status == "failed":
            re["failure_reason"] = why
            re["failure_balance_transaction"] = self._book(
                re["id"], "refund_failure", re["amount"], 0, re["currency"])
            ch = self.store.get("charge", re["charge"])
            ch["amount_refunded"] -= re["amount"]
            ch["refunded"] = False
            self.store.put("charge", ch)
            wishes.append(("refund.failed", re, {"before": before}))
        self.store.put("refund", re)
        self.events.emit(*wishes, ("refund.updated", re, {"before": before}))

    # Transfers.

    def destination(self, key, param):
        a = self.store.get("account", key)
        if not a:
            raise missing("destination", key, param, 400)
        if a["account"]["capabilities"].get("transfers") != "active":
            raise ApiError(400, "Your destination account needs to have at least one of the "
                           "following capabilities enabled: transfers, crypto_transfers, "
                           "legacy_payments", "insufficient_capabilities_for_transfer", param)
        return a

    def transfer(self, p, request):
        if "amount" not in p:
            raise ApiError(400, "Missing required param: amount.", "parameter_missing", "amount")
        self.destination(p["destination"], "destination")
        if p.get("source_transaction"):
            ch = self._source(p)
            p = dict({"transfer_group": ch["transfer_group"]}, **p)
        elif p["amount"] > self.balance(p["currency"]):
            raise ApiError(400, "You have insufficient available funds in your Stripe account.",
                           "balance_insufficient")
        tr = objects.transfer(self.store, self.now(), p)
        tr["balance_transaction"] = self._book(tr["id"], "transfer", -tr["amount"], 0,
                                               tr["currency"])
        self._balance(tr["destination"], tr["amount"])
        self.store.put("transfer", tr)
        self.events.emit(("transfer.created", tr), request=request)
        return tr

    def _source(self, p):
        ch = self.store.get("charge", p["source_transaction"])
        if not ch:
            raise missing("charge", p["source_transaction"], "source_transaction", 400)
        if ch["status"] != "succeeded":
            raise ApiError(400, "The source transaction has not succeeded.",
                           param="source_transaction")
        if ch["currency"] != p["currency"]:
            raise ApiError(400, "The currency of source_transaction's balance transaction (%s) "
                           "must be the same as the transfer currency (%s)"
                           % (ch["currency"], p["currency"]), param="currency")
        gone = sum(t["amount"] for t in self.store.all("transfer")
                   if t["source_transaction"] == ch["id"])
        if gone + p["amount"] > ch["amount"]:
            raise ApiError(400, "Transfers using this transaction as a source must not exceed the "
                           "source amount of %s. (There is already a transfer using this source, "
                           "amounting to %s.)" % (pretty(ch["amount"], ch["currency"]),
                                                  pretty(gone, ch["currency"])), param="amount")
        return ch

    def reverse(self, tr, p, request):
        left = tr["amount"] - tr["amount_reversed"]
        amount = p.get("amount", left)
        if left == 0:
            raise ApiError(400, "Transfer %s has already been fully reversed." % tr["id"])
        if amount > left:
            raise ApiError(400, "Transfer reversal amount (%s) is greater than unreversed amount "
                           "on transfer (%s)" % (pretty(amount, tr["currency"]),
                                                 pretty(left, tr["currency"])), param="amount")
        a = self.store.get("account", tr["destination"])
        if a and a["balance"] < amount:
            raise ApiError(400, "Insufficient funds in the connected account to reverse this "
                           "transfer.", "balance_insufficient")
        trr, wishes = self._reverse(tr, amount, p)
        self.events.emit(*wishes, request=request)
        return trr

    def _reverse(self, tr, amount, p):
        before = {"amount_reversed": tr["amount_reversed"], "reversed": tr["reversed"]}
        trr = objects.reversal(self.store, tr, self.now(), p, amount)
        trr["balance_transaction"] = self._book(trr["id"], "transfer_refund", amount, 0,
                                                tr["currency"])
        tr["amount_reversed"] += amount
        tr["reversed"] = tr["amount_reversed"] == tr["amount"]
        tr["reversals"]["data"].insert(0, trr)
        tr["reversals"]["total_count"] += 1
        self._balance(tr["destination"], -amount)
        self.store.put("reversal", trr)
        self.store.put("transfer", tr)
        return trr, [("transfer.reversed", tr, {"before": before})]

    # Balances.

    def _book(self, source, kind, amount, cost, currency):
        txn = objects.money(self.store, self.now(), source, kind, amount, cost, currency)
        self.store.put("money", txn)
        return txn["id"]

    def _balance(self, key, amount):
        a = self.store.get("account", key)
        if a:
            a["balance"] += amount
            self.store.put("account", a)

    def balance(self, currency):
        return sum(t["net"] for t in self.store.all("money") if t["currency"] == currency)

    # Accounts.

    def account(self, p, key=None, ready=False):
        key = key or self.store.new_id("acct_1", 16)
        a = objects.account(key, self.now(), p, ready)
        self.store.put("account", {"id": key, "account": a, "balance": 0, "links": {}})
        return a

    def finish_onboarding(self, record):
        a = record["account"]
        before = {"charges_enabled": a["charges_enabled"], "payouts_enabled": a["payouts_enabled"],
                  "details_submitted": a["details_submitted"],
                  "capabilities": dict(a["capabilities"])}
        objects.make_ready(a, self.now())
        self.store.put("account", record)
        self.events.emit(("account.updated", a, {"before": before, "account": a["id"]}))

    def restrict(self, record, due):
        """The service wants more: the account may not sell until it has it."""
        a = record["account"]
        before = {"payouts_enabled": a["payouts_enabled"]}
        a["requirements"] = objects.requirements(due)
        a.update(charges_enabled=not due, payouts_enabled=not due)
        for name in a["capabilities"]:
            a["capabilities"][name] = "inactive" if due else "active"
        self.store.put("account", record)
        self.events.emit(("account.updated", a, {"before": before, "account": a["id"]}))


def missing(what, key, param, status):
    return ApiError(status, "No such %s: '%s'" % (what, key), "resource_missing", param)


def pretty(amount, currency):
    if currency in ("jpy", "krw", "isk"):
        return "%d %s" % (amount, currency.upper())
    return "%d.%02d %s" % (amount // 100, amount % 100, currency.upper())
