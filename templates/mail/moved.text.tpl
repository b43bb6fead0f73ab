Hello {{NAME}},

your session has a new time.

{{#BEFORE}}
Was:   {{WAS}}
{{/BEFORE}}
{{>MAIL_SESSION}}
{{#REASON}}

Reason: {{REASON_TEXT}}
{{/REASON}}
{{>MAIL_POLICY}}

Everything about this booking ({{NO}}): {{BOOKING_URL}}
The attached invitation moves it in your calendar.
{{>MAIL_FOOT}}
