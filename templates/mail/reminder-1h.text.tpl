Hello {{NAME}},

your session with {{OTHER}} starts soon.

{{>MAIL_SESSION}}
{{#ONLINE}}

The door opens 15 minutes before the start.
{{/ONLINE}}

Everything about this booking ({{NO}}): {{BOOKING_URL}}
Which reminders would you like? {{WISHES_URL}}
{{>MAIL_FOOT}}
