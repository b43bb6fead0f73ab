Hello {{NAME}},

{{#LATE}}
your payment of {{AMOUNT}} reached us when the time was no longer kept for you,
and somebody else had taken it. So nothing was booked, and all of it goes back to
the card you paid with, usually within five to ten days.
{{/LATE}}
{{#TWICE}}
this booking was paid twice. The second payment of {{AMOUNT}} goes back to the
card you paid with, usually within five to ten days. Your booking stays as it is.
{{/TWICE}}

{{SERVICE}} with {{OTHER}}
{{WHEN}}
{{#THEIR_TIME}}
{{THEIR_WHEN}}, for {{THEIR_NAME}}
{{/THEIR_TIME}}

{{#LATE}}
Find another time with {{OTHER}}: {{AGAIN_URL}}
{{/LATE}}
{{#TWICE}}
Your booking ({{NO}}): {{BOOKING_URL}}
{{/TWICE}}
{{>MAIL_FOOT}}
