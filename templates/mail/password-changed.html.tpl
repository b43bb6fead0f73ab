{{>MAIL_HEAD}}
<h1>Your password was changed</h1>
<p>Hello {{NAME}},</p>
<p>the password of your account was changed: {{AT}}.</p>
<p>If it was you, there is nothing to do. If it was not, choose a new one at once and write to us.</p>
<p><a class="button" href="{{RECOVER_URL}}">It was not me</a></p>
{{>MAIL_FOOT}}
