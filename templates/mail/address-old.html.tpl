{{>MAIL_HEAD}}
<h1>Your address is about to change</h1>
<p>Hello {{NAME}},</p>
<p>somebody signed in to your account at {{SITE}} asked to write to <b>{{NEW}}</b> instead of this address. Once that is confirmed there, it is also the address to sign in with.</p>
<p>If it was you, there is nothing more to do here. If it was not, change your password now and write to us.</p>
<p><a class="button" href="{{SECURITY_URL}}">Look at my account's security</a></p>
{{>MAIL_FOOT}}
