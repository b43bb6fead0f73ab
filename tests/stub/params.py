# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each request of the payment service accepts, version 2026-10-28.endive.
A name that is missing here is refused as unknown, as the real service does."""

from form import (anything, currency, email, flag, many, metadata, one_of, table, text, url,
                  whole)

EXPAND = many(text())

METHODS = ("acss_debit affirm afterpay_clearpay alipay alma amazon_pay au_becs_debit bacs_debit "
           "bancontact billie bizum blik boleto card cashapp crypto customer_balance eps fpx "
           "giropay grabpay ideal kakao_pay klarna konbini kr_card link mb_way mobilepay "
           "multibanco naver_pay nz_bank_account oxxo p24 pay_by_bank payco paynow paypal paypay "
           "payto pix promptpay revolut_pay samsung_pay satispay scalapay sepa_debit sequra "
           "sofort sunbit swish twint upi us_bank_account wechat_pay zip").split()

LOCALES = ("auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt "
           "lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW").split()

LINE_ITEM = table(**{
    "adjustable_quantity": anything,
    "metadata": metadata,
    "price": text(),
    "price_data": table(**{
        "currency!": currency,
        "product": text(),
        "product_data": table(**{
            "name!": text(),
            "description": text(40000),
            "images": many(url, 8),
            "metadata": metadata,
            "tax_code": text(),
            "tax_details": anything,
            "unit_label": text(),
        }),
        "recurring": table(**{
            "interval!": one_of("day", "month", "week", "year"),
            "interval_count": whole(1),
        }),
        "tax_behavior": one_of("exclusive", "inclusive", "unspecified"),
        "unit_amount": whole(0, 99999999),
        "unit_amount_decimal": text(),
    }),
    "quantity": whole(0),
    "tax_rates": many(text()),
})

CHECKOUT = table(**{
    "adaptive_pricing": table(enabled=flag),
    "after_expiration": anything,
    "allow_promotion_codes": flag,
    "allowed_payment_method_types": many(one_of(*METHODS)),
    "automatic_tax": anything,
    "billing_address_collection": one_of("auto", "required"),
    "branding_settings": anything,
    "cancel_url": url,
    "client_reference_id": text(200),
    "consent_collection": anything,
    "currency": currency,
    "custom_fields": anything,
    "custom_text": anything,
    "customer": text(),
    "customer_account": text(),
    "customer_creation": one_of("always", "if_required"),
    "customer_email": email,
    "customer_update": anything,
    "discounts": anything,
    "excluded_payment_method_types": many(one_of(*METHODS)),
    "expand": EXPAND,
    "expires_at": whole(),
    "integration_identifier": text(),
    "invoice_creation": anything,
    "line_items": many(LINE_ITEM),
    "locale": one_of(*LOCALES),
    "managed_payments": anything,
    "metadata": metadata,
    "mode!": one_of("payment", "setup", "subscription"),
    "name_collection": anything,
    "optional_items": anything,
    "origin_context": one_of("mobile_app", "web"),
    "payment_intent_data": table(**{
        "application_fee_amount": whole(0),
        "capture_method": one_of("automatic", "automatic_async", "manual"),
        "description": text(1000),
        "metadata": metadata,
        "on_behalf_of": text(),
        "receipt_email": email,
        "setup_future_usage": one_of("off_session", "on_session"),
        "shipping": anything,
        "statement_descriptor": text(22),
        "statement_descriptor_suffix": text(22),
        "transfer_data": table(**{"amount": whole(1), "destination!": text()}),
        "transfer_group": text(),
    }),
    "payment_method_collection": one_of("always", "if_required"),
    "payment_method_configuration": text(),
    "payment_method_data": anything,
    "payment_method_options": anything,
    "permissions": anything,
    "phone_number_collection": table(**{"enabled!": flag}),
    "redirect_on_completion": one_of("always", "if_required", "never"),
    "return_url": url,
    "saved_payment_method_options": anything,
    "setup_intent_data": anything,
    "shipping_address_collection": anything,
    "shipping_options": anything,
    "submit_type": one_of("auto", "book", "donate", "pay", "subscribe"),
    "subscription_data": anything,
    "success_url": url,
    "tax_id_collection": anything,
    "ui_mode": one_of("elements", "embedded_page", "form", "hosted_page"),
    "wallet_options": anything,
})

# Accepted by the real service and not played here: better refused than half done.
NOT_PLAYED = ("automatic_tax after_expiration custom_fields customer customer_account discounts "
              "invoice_creation managed_payments optional_items setup_intent_data "
              "shipping_address_collection shipping_options subscription_data "
              "tax_id_collection").split()

REFUND = table(**{
    "amount": whole(1),
    "charge": text(),
    "currency": currency,
    "customer": text(),
    "expand": EXPAND,
    "instructions_email": email,
    "metadata": metadata,
    "origin": one_of("customer_balance"),
    "payment_intent": text(),
    "reason": one_of("duplicate", "fraudulent", "requested_by_customer"),
    "refund_application_fee": flag,
    "reverse_transfer": flag,
})

TRANSFER = table(**{
    "amount": whole(1),
    "currency!": currency,
    "description": text(),
    "destination!": text(),
    "expand": EXPAND,
    "metadata": metadata,
    "source_transaction": text(),
    "source_type": one_of("bank_account", "card", "fpx"),
    "transfer_group": text(),
})

REVERSAL = table(**{
    "amount": whole(1),
    "description": text(),
    "expand": EXPAND,
    "metadata": metadata,
    "refund_application_fee": flag,
})

ACCOUNT = table(**{
    "business_profile": anything,
    "business_type": one_of("company", "government_entity", "individual", "non_profit"),
    "capabilities": anything,
    "company": anything,
    "controller": table(**{
        "fees": table(payer=one_of("account", "application")),
        "losses": table(payments=one_of("application", "stripe")),
        "requirement_collection": one_of("application", "stripe"),
        "stripe_dashboard": table(type=one_of("express", "full", "none")),
    }),
    "country": text(2),
    "default_currency": currency,
    "email": email,
    "expand": EXPAND,
    "individual": anything,
    "metadata": metadata,
    "settings": anything,
    "tos_acceptance": anything,
    "type": one_of("custom", "express", "standard"),
})

ACCOUNT_LINK = table(**{
    "account!": text(),
    "collect": one_of("currently_due", "eventually_due"),
    "collection_options": anything,
    "expand": EXPAND,
    "refresh_url": url,
    "return_url": url,
    "type!": one_of("account_onboarding", "account_update"),
})

REJECT = table(**{
    "expand": EXPAND,
    "payouts_action": one_of("none", "pause"),
    "reason!": one_of("credit", "fraud_no_intent_to_fulfill", "fraud_other",
                      "fraud_payment_method_casher", "fraud_payment_method_tester", "other",
                      "terms_of_service"),
})

ONLY_EXPAND = table(expand=EXPAND)
NOTHING = table()


class when:
    """A time, or a hash of borders."""

    borders = table(gt=whole(), gte=whole(), lt=whole(), lte=whole())

    def unknown(self, v, name):
        return self.borders.unknown(v, name) if isinstance(v, dict) else []

    def __call__(self, v, name):
        return self.borders(v, name) if isinstance(v, dict) else {"gte": whole()(v, name),
                                                                 "lte": whole()(v, name)}


def listing(**more):
    return table(created=when(), ending_before=text(), expand=EXPAND, limit=whole(1, 100),
                 starting_after=text(), **more)


LIST_SESSIONS = listing(customer=text(), customer_details=anything, payment_intent=text(),
                        payment_link=text(), status=one_of("complete", "expired", "open"),
                        subscription=text(), customer_account=text())
LIST_INTENTS = listing(customer=text(), customer_account=text())
LIST_CHARGES = listing(customer=text(), payment_intent=text(), transfer_group=text())
LIST_REFUNDS = listing(charge=text(), payment_intent=text())
LIST_TRANSFERS = listing(destination=text(), transfer_group=text())
LIST_EVENTS = listing(delivery_success=flag, type=text(), types=many(text(), 20))
LIST_MONEY = listing(currency=currency, payout=text(), source=text(), type=text())
LIST_PLAIN = listing()
