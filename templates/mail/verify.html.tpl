{{>MAIL_HEAD}}
<h1>Please confirm your address</h1>
<p>Somebody, most likely you, created an account at {{SITE}} with this address. To confirm that it is yours, open this page and press the button there.</p>
<p><a class="button" href="{{LINK}}">Confirm my address</a></p>
<p class="small">{{LINK}}</p>
<p>The link is good for 24 hours. If it was not you, do nothing: without the confirmation the account is of no use to anybody.</p>
{{>MAIL_FOOT}}
