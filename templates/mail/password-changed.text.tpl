Hello {{NAME}},

the password of your account was changed:
{{AT}}.

If it was you, there is nothing to do. If it was not, choose a new one at once:
{{RECOVER_URL}}
and write to us at {{SUPPORT}}.
{{>MAIL_FOOT}}
