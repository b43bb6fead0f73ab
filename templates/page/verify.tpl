<div class="wrap tight">
{{#NEW_ACCOUNT}}
<header class="head">
	<h1>Confirm your address</h1>
	<p class="lead">One press, and your account is ready.</p>
</header>
<form class="form" method="post" action="/verify/{{LINK}}">{{>FORM}}
	<dl class="defs"><div><dt>Name</dt><dd>{{NAME}}</dd></div><div><dt>Address</dt><dd>{{ADDRESS}}</dd></div></dl>
	{{#ASK_PASSWORD}}
	<input type="hidden" name="username" autocomplete="username" value="{{ADDRESS}}">
	<div class="field">
		<label for="password">Password</label>
		<p class="hint" id="password-hint">This is not the browser you signed up with, so please enter the password you chose. If you chose none, somebody else used your address: close this page, and nothing happens.</p>
		<div class="withbtn" data-reveal><input required id="password" name="password" type="password" autocomplete="current-password" aria-describedby="password-hint{{#E_PASSWORD}} password-error{{/E_PASSWORD}}"{{#E_PASSWORD}} aria-invalid="true"{{/E_PASSWORD}}></div>
		{{#E_PASSWORD}}<p class="error" id="password-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PASSWORD_TEXT}}</p>{{/E_PASSWORD}}
	</div>
	{{/ASK_PASSWORD}}
	<button class="btn large wide" name="do" value="confirm">Confirm and sign in</button>
	{{#ASK_PASSWORD}}<p class="small"><a href="/recover">Forgotten your password?</a></p>{{/ASK_PASSWORD}}
</form>
{{/NEW_ACCOUNT}}
{{#NEW_ADDRESS}}
<header class="head">
	<h1>Confirm your new address</h1>
	<p class="lead">From now on you sign in with it, and we write to it.</p>
</header>
<form class="form" method="post" action="/verify/{{LINK}}">{{>FORM}}
	<dl class="defs"><div><dt>New address</dt><dd>{{ADDRESS}}</dd></div></dl>
	<button class="btn large wide" name="do" value="confirm">Use this address</button>
	<p class="small"><a href="/account/settings">Keep the old one</a></p>
</form>
{{/NEW_ADDRESS}}
{{#DEAD}}
<header class="head">
	<h1>This link does not work any more</h1>
	{{#USED}}<p class="lead">It was used already, so your address is confirmed.</p>{{/USED}}
	{{#ASK_AGAIN}}<p class="lead">It is more than 24 hours old or incomplete, or a newer one has taken its place.</p>{{/ASK_AGAIN}}
	{{#ASK_IN_SETTINGS}}<p class="lead">It is more than 24 hours old. Your address has not changed.</p>{{/ASK_IN_SETTINGS}}
</header>
{{#USED}}<div class="row"><a class="btn" href="/login">Sign in</a></div>{{/USED}}
{{#ASK_IN_SETTINGS}}<div class="row"><a class="btn" href="/account/settings">Go to the settings</a></div>{{/ASK_IN_SETTINGS}}
{{#ASK_AGAIN}}
<form class="form" method="post" action="/signup?sent=1">{{>FORM}}
	<div class="field">
		<label for="mail">Email address</label>
		<p class="hint" id="mail-hint">We send you a new link.</p>
		<input required id="mail" name="mail" type="email" autocomplete="username" maxlength="254" aria-describedby="mail-hint">
	</div>
	<button class="btn large wide" name="do" value="again">Send a new link</button>
</form>
{{/ASK_AGAIN}}
{{/DEAD}}
</div>
