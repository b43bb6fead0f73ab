{{>MAIL_HEAD}}
<h1>You have an account already</h1>
<p>Hello {{NAME}},</p>
<p>somebody wanted to use this address for a new account at {{SITE}} ({{AT}}). It has one already, so nothing was created and nothing was changed.</p>
<p><a class="button" href="{{LOGIN_URL}}">Sign in</a></p>
<p>Forgotten the password? <a href="{{RECOVER_URL}}">Choose a new one</a>. If it was not you, you need do nothing.</p>
{{>MAIL_FOOT}}
