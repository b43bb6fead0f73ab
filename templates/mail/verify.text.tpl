Hello,

somebody, most likely you, created an account at {{SITE}} with this address.
To confirm that it is yours, open this page and press the button there:

{{LINK}}

The link is good for 24 hours. If it was not you, do nothing: without the
confirmation the account is of no use to anybody.
{{>MAIL_FOOT}}
