Hello {{NAME}},

{{#APPROVE}}
your coach profile is approved. Clients can find and book you from now on.
{{/APPROVE}}
{{#REJECT}}
your coach profile was not accepted.
{{/REJECT}}
{{#SUSPEND}}
your coach profile is suspended. Nobody can find or book you for the time being;
what is booked already stays as it is.
{{/SUSPEND}}
{{#REACTIVATE}}
your coach profile is active again. Clients can find and book you as before.
{{/REACTIVATE}}
{{#REASON}}

Reason: {{REASON_TEXT}}
{{/REASON}}

Changed: {{AT}}.
{{#APPROVE}}

Your bookings: {{PRACTICE_URL}}
{{/APPROVE}}
{{#REACTIVATE}}

Your bookings: {{PRACTICE_URL}}
{{/REACTIVATE}}
{{#SUSPEND}}

Your bookings: {{PRACTICE_URL}}
{{/SUSPEND}}
{{>MAIL_FOOT}}
