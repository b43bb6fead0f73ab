# SPDX-License-Identifier: AGPL-3.0-or-later
"""The payment service's objects as they look when they are new."""

API_VERSION = "2026-10-28.endive"

ADDRESS = {"city": "Berlin", "country": "DE", "line1": "Musterweg 1", "line2": None,
           "postal_code": "10115", "state": None}

DUE = ["business_profile.url", "external_account", "individual.dob.day", "individual.dob.month",
       "individual.dob.year", "individual.verification.document", "tos_acceptance.date",
       "tos_acceptance.ip"]


def listed(data, url, more=False):
    return {"object": "list", "data": data, "has_more": more, "url": url}


def session(key, now, p, base):
    """From accepted parameters; the amounts are already judged."""
    total = sum(i["price_data"]["unit_amount"] * i.get("quantity", 1) for i in p["line_items"])
    kinds = p.get("allowed_payment_method_types") or ["card", "sepa_debit"]
    banned = p.get("excluded_payment_method_types", [])
    return {
        "id": key, "object": "checkout.session",
        "adaptive_pricing": {"enabled": False}, "after_expiration": None,
        "allow_promotion_codes": p.get("allow_promotion_codes"),
        "allowed_payment_method_types": p.get("allowed_payment_method_types"),
        "amount_subtotal": total, "amount_total": total,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "billing_address_collection": p.get("billing_address_collection", "auto"),
        "cancel_url": p.get("cancel_url"),
        "client_reference_id": p.get("client_reference_id"),
        "client_secret": None, "collected_information": None, "consent": None,
        "consent_collection": None, "created": now,
        "currency": p["line_items"][0]["price_data"]["currency"],
        "currency_conversion": None, "custom_fields": [],
        "custom_text": {"after_submit": None, "shipping_address": None, "submit": None,
                        "terms_of_service_acceptance": None},
        "customer": None, "customer_account": None,
        "customer_creation": p.get("customer_creation", "if_required"),
        "customer_details": None, "customer_email": p.get("customer_email"), "discounts": None,
        "expires_at": p.get("expires_at", now + 86400),
        "integration_identifier": p.get("integration_identifier"), "invoice": None,
        "invoice_creation": {"enabled": False, "invoice_data": {
            "account_tax_ids": None, "custom_fields": None, "description": None, "footer": None,
            "issuer": None, "metadata": {}, "rendering_options": None}},
        "livemode": False, "locale": p.get("locale"), "managed_payments": {"enabled": False},
        "metadata": p.get("metadata", {}), "mode": p["mode"],
        "origin_context": p.get("origin_context"), "payment_intent": None, "payment_link": None,
        "payment_method_collection": p.get("payment_method_collection", "if_required"),
        "payment_method_configuration_details": None,
        "payment_method_options": {"card": {"request_three_d_secure": "automatic"}},
        "payment_method_types": [k for k in kinds if k not in banned],
        "payment_status": "unpaid", "permissions": None,
        "phone_number_collection": p.get("phone_number_collection", {"enabled": False}),
        "recovered_from": None, "saved_payment_method_options": None, "setup_intent": None,
        "shipping_address_collection": None, "shipping_cost": None, "shipping_options": [],
        "status": "open", "submit_type": p.get("submit_type"), "subscription": None,
        "success_url": p.get("success_url"),
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page", "url": "%s/pay/%s" % (base, key), "wallet_options": None,
    }


def line_items(store, s, wanted):
    out = []
    for item in wanted:
        price, quantity = item["price_data"], item.get("quantity", 1)
        amount = price["unit_amount"] * quantity
        out.append({
            "id": store.new_id("li_1"), "object": "item", "adjustable_quantity": None,
            "amount_discount": 0, "amount_subtotal": amount, "amount_tax": 0,
            "amount_total": amount, "currency": s["currency"],
            "description": price.get("product_data", {}).get("name", price.get("product")),
            "metadata": item.get("metadata", {}),
            "price": {"id": store.new_id("price_1"), "object": "price", "active": False,
                      "billing_scheme": "per_unit", "created": s["created"],
                      "currency": s["currency"], "livemode": False, "metadata": {},
                      "product": price.get("product") or store.new_id("prod_", 14),
                      "recurring": None, "type": "one_time",
                      "unit_amount": price["unit_amount"],
                      "unit_amount_decimal": str(price["unit_amount"])},
            "quantity": quantity,
        })
    return out


def person(s):
    return {"address": ADDRESS, "business_name": None,
            "email": s["customer_email"] or "payer@example.org", "individual_name": None,
            "name": "Test Payer", "phone": None, "tax_exempt": "none", "tax_ids": []}


def intent(store, s, now, wish):
    key = store.new_id("pi_3")
    group = wish.get("transfer_group")
    if not group and wish.get("transfer_data"):
        group = "group_" + key
    return {
        "id": key, "object": "payment_intent", "allowed_payment_method_types": None,
        "amount": s["amount_total"], "amount_capturable": 0, "amount_details": {"tip": {}},
        "amount_received": 0, "application": None,
        "application_fee_amount": wish.get("application_fee_amount"),
        "automatic_payment_methods": None, "canceled_at": None, "cancellation_reason": None,
        "capture_method": "automatic_async",
        "client_secret": "%s_secret_%s" % (key, store.new_id("")),
        "confirmation_method": "automatic", "created": now, "currency": s["currency"],
        "customer": None, "customer_account": None, "description": wish.get("description"),
        "excluded_payment_method_types": None, "last_payment_error": None, "latest_charge": None,
        "livemode": False, "managed_payments": {"enabled": False},
        "metadata": wish.get("metadata", {}), "next_action": None,
        "on_behalf_of": wish.get("on_behalf_of"), "payment_method": None,
        "payment_method_configuration_details": None,
        "payment_method_options": {"card": {"installments": None, "mandate_options": None,
                                            "network": None,
                                            "request_three_d_secure": "automatic"}},
        "payment_method_types": list(s["payment_method_types"]), "payment_record": None,
        "processing": None, "receipt_email": wish.get("receipt_email"), "review": None,
        "setup_future_usage": None, "shipping": None, "source": None,
        "statement_descriptor": wish.get("statement_descriptor"),
        "statement_descriptor_suffix": wish.get("statement_descriptor_suffix"),
        "status": "requires_payment_method", "transfer_data": wish.get("transfer_data"),
        "transfer_group": group,
    }


CARD = {
    "authorization_code": None, "brand": "visa",
    "checks": {"address_line1_check": None, "address_postal_code_check": None,
               "cvc_check": "pass"},
    "country": "DE", "electronic_commerce_indicator": None, "exp_month": 8, "exp_year": 2030,
    "extended_authorization": {"status": "disabled"}, "fingerprint": "Xt5EWLLDS7FJjR1c",
    "funding": "credit", "incremental_authorization": {"status": "unavailable"},
    "installments": None, "last4": "4242", "mandate": None,
    "multicapture": {"status": "unavailable"}, "network": "visa",
    "network_token": {"used": False}, "network_transaction_id": "103110usie3gagb",
    "regulated_status": "unregulated", "three_d_secure": None, "transaction_link_id": None,
    "wallet": None,
}


def how_paid(kind, amount):
    if kind == "sepa_debit":
        return {"sepa_debit": {"bank_code": "37040044", "branch_code": "", "country": "DE",
                               "fingerprint": "vifs0Ho7vwRn1Miu", "last4": "3000",
                               "mandate": "mandate_1NStandIn"}, "type": "sepa_debit"}
    card = dict(CARD, amount_authorized=amount,
                overcapture={"maximum_amount_capturable": amount, "status": "unavailable"})
    return {"card": card, "type": "card"}


def charge(store, pi, s, now, kind, base):
    key = store.new_id("ch_3")
    who = s["customer_details"] or person(s)
    return {
        "id": key, "object": "charge", "amount": pi["amount"], "amount_captured": pi["amount"],
        "amount_refunded": 0, "application": None, "application_fee": None,
        "application_fee_amount": pi["application_fee_amount"], "balance_transaction": None,
        "billing_details": {"address": who["address"], "email": who["email"],
                            "name": who["name"], "phone": None, "tax_id": None},
        "calculated_statement_descriptor": "STAND-IN", "captured": True, "created": now,
        "currency": pi["currency"], "customer": None, "description": pi["description"],
        "destination": (pi["transfer_data"] or {}).get("destination"), "disputed": False,
        "failure_balance_transaction": None, "failure_code": None, "failure_message": None,
        "fraud_details": {}, "livemode": False, "metadata": dict(pi["metadata"]),
        "on_behalf_of": pi["on_behalf_of"],
        "outcome": {"advice_code": None, "network_advice_code": None,
                    "network_decline_code": None, "network_status": "approved_by_network",
                    "reason": None, "risk_level": "normal", "risk_score": 27,
                    "seller_message": "Payment complete.", "type": "authorized"},
        "paid": True, "payment_intent": pi["id"], "payment_method": pi["payment_method"],
        "payment_method_details": how_paid(kind, pi["amount"]),
        "receipt_email": pi["receipt_email"], "receipt_number": None,
        "receipt_url": "%s/receipt/%s" % (base, key), "refunded": False, "review": None,
        "shipping": None, "source": None, "source_transfer": None,
        "statement_descriptor": None, "statement_descriptor_suffix": None,
        "status": "succeeded", "transfer_data": pi["transfer_data"] and dict(
            {"amount": None}, **pi["transfer_data"]),
        "transfer_group": pi["transfer_group"],
    }


def refund(store, ch, now, p, amount):
    return {
        "id": store.new_id("re_3"), "object": "refund", "amount": amount,
        "balance_transaction": None, "charge": ch["id"], "created": now,
        "currency": ch["currency"], "customer": None, "customer_account": None,
        "destination_details": {"card": {"reference_status": "pending",
                                         "reference_type": "acquirer_reference_number",
                                         "type": "refund"}, "type": "card"},
        "metadata": p.get("metadata", {}), "payment_intent": ch["payment_intent"],
        "payment_method": ch["payment_method"], "reason": p.get("reason"),
        "receipt_number": None, "source_transfer_reversal": None, "status": "succeeded",
        "transfer_reversal": None,
    }


def transfer(store, now, p):
    key = store.new_id("tr_3")
    return {
        "id": key, "object": "transfer", "amount": p["amount"], "amount_reversed": 0,
        "balance_transaction": None, "created": now, "currency": p["currency"],
        "description": p.get("description"), "destination": p["destination"],
        "destination_payment": store.new_id("py_1"), "livemode": False,
        "metadata": p.get("metadata", {}),
        "reversals": dict(listed([], "/v1/transfers/%s/reversals" % key), total_count=0),
        "reversed": False, "source_transaction": p.get("source_transaction"),
        "source_type": p.get("source_type", "card"), "transfer_group": p.get("transfer_group"),
    }


def reversal(store, tr, now, p, amount):
    return {
        "id": store.new_id("trr_1"), "object": "transfer_reversal", "amount": amount,
        "balance_transaction": None, "created": now, "currency": tr["currency"],
        "destination_payment_refund": store.new_id("pyr_1"), "metadata": p.get("metadata", {}),
        "source_refund": p.get("source_refund"), "transfer": tr["id"],
    }


def fee(store, ch, tr, now, amount):
    key = store.new_id("fee_1")
    return {
        "id": key, "object": "application_fee", "account": ch["destination"], "amount": amount,
        "amount_refunded": 0, "application": "ca_standin", "balance_transaction": None,
        "charge": tr["destination_payment"], "created": now, "currency": ch["currency"],
        "fee_source": {"charge": ch["id"], "type": "charge"}, "livemode": False,
        "originating_transaction": ch["id"], "refunded": False,
        "refunds": dict(listed([], "/v1/application_fees/%s/refunds" % key), total_count=0),
    }


def money(store, now, source, kind, amount, cost, currency):
    """A balance transaction: what one movement did to the platform's balance."""
    return {
        "id": store.new_id("txn_3"), "object": "balance_transaction", "amount": amount,
        "available_on": now + 2 * 86400, "balance_type": "payments", "created": now,
        "currency": currency, "description": None, "exchange_rate": None, "fee": cost,
        "fee_details": [{"amount": cost, "application": None, "currency": currency,
                         "description": "Processing fees", "type": "stripe_fee"}] if cost else [],
        "net": amount - cost, "reporting_category": kind, "source": source, "status": "pending",
        "type": kind,
    }


def requirements(due):
    return {"alternatives": [], "current_deadline": None, "currently_due": list(due),
            "disabled_reason": "requirements.past_due" if due else None, "errors": [],
            "eventually_due": list(due), "past_due": list(due), "pending_verification": []}


def account(key, now, p, ready):
    a = {
        "id": key, "object": "account",
        "business_profile": {"annual_revenue": None, "estimated_worker_count": None, "mcc": None,
                             "name": None, "product_description": None, "support_address": None,
                             "support_email": None, "support_phone": None, "support_url": None,
                             "url": None},
        "business_type": p.get("business_type", "individual"),
        "capabilities": {name: "inactive" for name in
                         p.get("capabilities") or ("card_payments", "transfers")},
        "charges_enabled": False,
        "controller": {"fees": {"payer": "application_express"}, "is_controller": True,
                       "losses": {"payments": "application"}, "requirement_collection": "stripe",
                       "stripe_dashboard": {"type": "express"}, "type": "application"},
        "country": p.get("country", "DE"), "created": now,
        "default_currency": p.get("default_currency", "eur"), "details_submitted": False,
        "email": p.get("email"),
        "external_accounts": dict(listed([], "/v1/accounts/%s/external_accounts" % key),
                                  total_count=0),
        "future_requirements": requirements([]),
        "login_links": dict(listed([], "/v1/accounts/%s/login_links" % key), total_count=0),
        "metadata": p.get("metadata", {}), "payouts_enabled": False,
        "requirements": requirements(DUE),
        "settings": {"bacs_debit_payments": {"display_name": None, "service_user_number": None},
                     "branding": {"icon": None, "logo": None, "primary_color": None,
                                  "secondary_color": None},
                     "card_issuing": {"tos_acceptance": {"date": None, "ip": None}},
                     "card_payments": {"decline_on": {"avs_failure": False,
                                                      "cvc_failure": False},
                                       "statement_descriptor_prefix": None,
                                       "statement_descriptor_prefix_kana": None,
                                       "statement_descriptor_prefix_kanji": None},
                     "invoices": {"default_account_tax_ids": None,
                                  "hosted_payment_method_save": "offer"},
                     "payments": {"statement_descriptor": None, "statement_descriptor_kana": None,
                                  "statement_descriptor_kanji": None},
                     "sepa_debit_payments": {},
                     "dashboard": {"display_name": None, "timezone": "Europe/Berlin"},
                     "payouts": {"debit_negative_balances": True,
                                 "schedule": {"delay_days": 7, "interval": "daily"},
                                 "statement_descriptor": None}},
        "tos_acceptance": {"date": None}, "type": p.get("type", "express"),
    }
    if ready:
        make_ready(a, now)
    return a


def make_ready(a, now):
    for name in a["capabilities"]:
        a["capabilities"][name] = "active"
    a.update(charges_enabled=True, payouts_enabled=True, details_submitted=True,
             requirements=requirements([]), tos_acceptance={"date": now})
