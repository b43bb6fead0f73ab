Hello {{NAME}},

you want to be written to at this address from now on, instead of {{OLD}}.
To confirm it, open this page and press the button there:

{{LINK}}

The link is good for 24 hours. Until then everything stays as it is. If you did
not ask for it, do nothing.
{{>MAIL_FOOT}}
