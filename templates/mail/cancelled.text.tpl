Hello {{NAME}},

{{#BY_READER}}
you have cancelled this session:
{{/BY_READER}}
{{#BY_OTHER}}
{{OTHER}} had to cancel this session:
{{/BY_OTHER}}
{{#BY_SITE}}
this session was cancelled:
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

You get {{REFUND_TEXT}} of {{PAID_TEXT}} back to the card you paid with, usually
within five to ten days.
{{/REFUND}}
{{#REFUND_REVIEW}}

You get {{REFUND_TEXT}} of {{PAID_TEXT}} back to the card you paid with. Somebody
of us looks at it first; the page of the booking shows when it is sent.
{{/REFUND_REVIEW}}
{{#NO_REFUND}}

By the terms that you saw when you booked, nothing is paid back at this point.
{{/NO_REFUND}}

About this booking ({{NO}}): {{BOOKING_URL}}
Another time with {{OTHER}}: {{AGAIN_URL}}
The attached file takes it out of your calendar.
{{>MAIL_FOOT}}
