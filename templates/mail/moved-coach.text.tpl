Hello {{NAME}},

the session with {{OTHER}} has a new time.

{{#BEFORE}}
Was:   {{WAS}}
{{/BEFORE}}
{{>MAIL_SESSION}}

Everything about this booking ({{NO}}): {{BOOKING_URL}}
The attached invitation moves it in your calendar.
{{>MAIL_FOOT}}
