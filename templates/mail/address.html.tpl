{{>MAIL_HEAD}}
<h1>Please confirm your new address</h1>
<p>Hello {{NAME}},</p>
<p>you want to be written to at this address from now on, instead of {{OLD}}. To confirm it, open this page and press the button there.</p>
<p><a class="button" href="{{LINK}}">Confirm this address</a></p>
<p class="small">{{LINK}}</p>
<p>The link is good for 24 hours. Until then everything stays as it is. If you did not ask for it, do nothing.</p>
{{>MAIL_FOOT}}
