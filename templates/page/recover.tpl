<div class="wrap tight">
{{#ASK}}
<header class="head">
	<h1>Forgotten your password?</h1>
	<p class="lead">We send you a link, and you choose a new one.</p>
</header>
<form class="form" method="post" action="/recover">{{>FORM}}
	<div class="field">
		<label for="mail">Email address</label>
		<input required id="mail" name="mail" type="email" autocomplete="username" maxlength="254" value="{{V_MAIL}}"{{#E_MAIL}} aria-describedby="mail-error"{{/E_MAIL}}{{#E_MAIL}} aria-invalid="true"{{/E_MAIL}}>
		{{#E_MAIL}}<p class="error" id="mail-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MAIL_TEXT}}</p>{{/E_MAIL}}
	</div>
	<button class="btn large wide" name="do" value="write">Send the link</button>
	<p class="small"><a href="/login">Back to sign-in</a></p>
</form>
{{/ASK}}
{{#WRITTEN}}
<header class="head">
	<h1>Look into your mail</h1>
	<p class="lead">If there is an account with that address, we have written to it.</p>
</header>
<div class="stack">
	<p>The link in the mail is good for one hour and works once.</p>
	<p class="muted">No mail after a few minutes? Look into the folder for unwanted mail, or <a href="/recover">try again</a>: perhaps your account has another address.</p>
</div>
{{/WRITTEN}}
{{#CHOOSE}}
<header class="head">
	<h1>Choose a new password</h1>
	<p class="lead">You are signed out everywhere when you do.</p>
</header>
<form class="form" method="post" action="/recover/{{LINK}}">{{>FORM}}
	<input type="hidden" name="username" autocomplete="username" value="{{ADDRESS}}">
	<div class="field">
		<label for="password">New password</label>
		<p class="hint" id="password-hint">At least ten characters. A few words that do not belong together are easy to remember and hard to guess.</p>
		<div class="withbtn" data-reveal><input required id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="128" aria-describedby="password-hint{{#E_PASSWORD}} password-error{{/E_PASSWORD}}"{{#E_PASSWORD}} aria-invalid="true"{{/E_PASSWORD}}></div>
		{{#E_PASSWORD}}<p class="error" id="password-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PASSWORD_TEXT}}</p>{{/E_PASSWORD}}
	</div>
	<button class="btn large wide" name="do" value="set">Set the password</button>
</form>
{{/CHOOSE}}
{{#DEAD}}
<header class="head">
	<h1>This link does not work any more</h1>
	<p class="lead">It was used already, or is more than an hour old.</p>
</header>
<div class="row"><a class="btn" href="/recover">Get a new link</a><a class="btn quiet" href="/login">Sign in</a></div>
{{/DEAD}}
</div>
