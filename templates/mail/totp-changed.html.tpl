{{>MAIL_HEAD}}
{{#ON}}
<h1>Signing in asks for a code</h1>
<p>Hello {{NAME}},</p>
<p>since {{AT}} a code from your authenticator is asked for when you sign in. Keep the recovery codes in a safe place.</p>
{{/ON}}
{{#OFF}}
<h1>Signing in asks for no code any more</h1>
<p>Hello {{NAME}},</p>
<p>since {{AT}} the password alone opens your account.</p>
{{/OFF}}
<p>If it was not you, choose a new password at once and write to us.</p>
<p><a class="button" href="{{SECURITY_URL}}">Look at my account's security</a></p>
{{>MAIL_FOOT}}
