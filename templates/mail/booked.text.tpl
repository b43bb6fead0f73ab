Hello {{NAME}},

{{OTHER}} has booked a session with you.

{{>MAIL_SESSION}}
{{#WORDS}}

{{OTHER}} writes:
{{CLIENT_NOTE}}
{{/WORDS}}

Everything about this booking ({{NO}}): {{BOOKING_URL}}
The invitation for your calendar is attached.
{{>MAIL_FOOT}}
