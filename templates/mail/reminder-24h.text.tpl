Hello {{NAME}},

your session with {{OTHER}} is near.

{{>MAIL_SESSION}}
{{#PREPARE}}

To prepare: {{PREPARE_NOTE}}
{{/PREPARE}}
{{#WORDS}}

{{OTHER}} wrote:
{{CLIENT_NOTE}}
{{/WORDS}}

Everything about this booking ({{NO}}): {{BOOKING_URL}}
Which reminders would you like? {{WISHES_URL}}
{{>MAIL_FOOT}}
