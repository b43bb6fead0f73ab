Hello {{NAME}},

somebody wanted to use this address for a new account at {{SITE}}
({{AT}}). It has one already, so nothing was created
and nothing was changed.

If it was you: sign in at {{LOGIN_URL}}
Forgotten the password? {{RECOVER_URL}}

If it was not you, you need do nothing.
{{>MAIL_FOOT}}
