Hello {{NAME}},

you can choose a new password on this page:

{{LINK}}

The link works once and is good for one hour. If you did not ask for it, do
nothing: your password stays as it is.
{{>MAIL_FOOT}}
