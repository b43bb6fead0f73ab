Hello {{NAME}},

{{#ON}}
since {{AT}} a code from your
authenticator is asked for when you sign in. Keep the recovery codes in a safe place.
{{/ON}}
{{#OFF}}
since {{AT}} no code is asked for any
more when you sign in: the password alone opens your account.
{{/OFF}}

If it was not you, choose a new password at once: {{RECOVER_URL}}
and write to us at {{SUPPORT}}.
{{>MAIL_FOOT}}
