{{>MAIL_HEAD}}
<h1>Choose a new password</h1>
<p>Hello {{NAME}},</p>
<p>you can choose a new password on this page:</p>
<p><a class="button" href="{{LINK}}">Choose a new password</a></p>
<p class="small">{{LINK}}</p>
<p>The link works once and is good for one hour. If you did not ask for it, do nothing: your password stays as it is.</p>
{{>MAIL_FOOT}}
