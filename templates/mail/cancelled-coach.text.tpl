Hello {{NAME}},

{{#BY_READER}}
you have cancelled this session; {{OTHER}} was told.
{{/BY_READER}}
{{#BY_OTHER}}
{{OTHER}} has cancelled this session. The time is free again.
{{/BY_OTHER}}
{{#BY_SITE}}
this session was cancelled. The time is free again.
{{/BY_SITE}}

{{SERVICE}} with {{OTHER}}
{{WHEN}}
{{#THEIR_TIME}}
{{THEIR_WHEN}}, for {{THEIR_NAME}}
{{/THEIR_TIME}}
{{#REASON}}

Reason: {{REASON_TEXT}}
{{/REASON}}
{{#REFUND}}

{{OTHER}} gets {{REFUND_TEXT}} of {{PAID_TEXT}} back.
{{/REFUND}}
{{#REFUND_REVIEW}}

{{OTHER}} gets {{REFUND_TEXT}} of {{PAID_TEXT}} back.
{{/REFUND_REVIEW}}
{{#NO_REFUND}}

By your terms nothing of the price is paid back.
{{/NO_REFUND}}

About this booking ({{NO}}): {{BOOKING_URL}}
The attached file takes it out of your calendar.
{{>MAIL_FOOT}}
