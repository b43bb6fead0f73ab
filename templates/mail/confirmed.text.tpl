Hello {{NAME}},

your session is booked.

{{>MAIL_SESSION}}
{{#PRICED}}
Price: {{PRICE}}
{{/PRICED}}
{{#PREPARE}}

To prepare: {{PREPARE_NOTE}}
{{/PREPARE}}
{{#ONLINE}}

The door opens 15 minutes before the start. The address stays the same, even if
the session is moved.
{{/ONLINE}}
{{>MAIL_POLICY}}

Everything about this booking ({{NO}}): {{BOOKING_URL}}
The invitation for your calendar is attached.
{{>MAIL_FOOT}}
