Hello {{NAME}},

somebody signed in to your account at {{SITE}} asked to write to {{NEW}}
instead of this address. Once that is confirmed there, it is also the address to
sign in with.

If it was you, there is nothing more to do here. If it was not, change your
password now: {{SECURITY_URL}}
and write to us at {{SUPPORT}}.
{{>MAIL_FOOT}}
