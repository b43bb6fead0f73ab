<div class="wrap tight">
{{#PASSWORD_STEP}}
<header class="head">
	<h1>Sign in</h1>
	<p class="muted">New here? <a href="/signup{{#WAY_BACK}}?back={{BACK:url_query_escape}}{{/WAY_BACK}}">Create an account</a></p>
</header>
<form class="form" method="post" action="/login">{{>FORM}}
	{{#WAY_BACK}}<input type="hidden" name="back" value="{{BACK}}">{{/WAY_BACK}}
	<div class="field">
		<label for="mail">Email address</label>
		<input required id="mail" name="mail" type="email" autocomplete="username" maxlength="254" value="{{V_MAIL}}"{{#E_MAIL}} aria-describedby="mail-error"{{/E_MAIL}}{{#E_MAIL}} aria-invalid="true"{{/E_MAIL}}>
		{{#E_MAIL}}<p class="error" id="mail-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MAIL_TEXT}}</p>{{/E_MAIL}}
	</div>
	<div class="field">
		<label for="password">Password</label>
		<div class="withbtn" data-reveal><input required id="password" name="password" type="password" autocomplete="current-password"{{#E_PASSWORD}} aria-describedby="password-error"{{/E_PASSWORD}}{{#E_PASSWORD}} aria-invalid="true"{{/E_PASSWORD}}></div>
		{{#E_PASSWORD}}<p class="error" id="password-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PASSWORD_TEXT}}</p>{{/E_PASSWORD}}
	</div>
	<button class="btn large wide" name="do" value="login">Sign in</button>
	<p class="small"><a href="/recover">Forgotten your password?</a></p>
</form>
{{/PASSWORD_STEP}}
{{#CODE_STEP}}
<header class="head">
	<h1>Second step</h1>
	<p class="lead">Your password is right. Now the code that the app on your phone shows.</p>
</header>
<div class="stack l">
<form class="form" method="post" action="/login/code">{{>FORM}}
	{{#WAY_BACK}}<input type="hidden" name="back" value="{{BACK}}">{{/WAY_BACK}}
	<div class="field">
		<label for="code">Code</label>
		<p class="hint" id="code-hint">Six digits, new every 30 seconds.</p>
		<input required id="code" name="code" type="text" class="code" autocomplete="one-time-code" inputmode="numeric" maxlength="7" aria-describedby="code-hint{{#E_CODE}} code-error{{/E_CODE}}"{{#E_CODE}} aria-invalid="true"{{/E_CODE}}>
		{{#E_CODE}}<p class="error" id="code-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_CODE_TEXT}}</p>{{/E_CODE}}
	</div>
	<button class="btn large wide" name="do" value="code">Sign in</button>
</form>
<div class="asks"><details{{#E_RECOVERY}} open{{/E_RECOVERY}}>
	<summary>I do not have my phone</summary>
	<form class="form" method="post" action="/login/code">{{>FORM}}
		{{#WAY_BACK}}<input type="hidden" name="back" value="{{BACK}}">{{/WAY_BACK}}
		<div class="field">
			<label for="recovery">Recovery code</label>
			<p class="hint" id="recovery-hint">One of the ten you kept when you set up the second step. Each works once.</p>
			<input required id="recovery" name="recovery" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" aria-describedby="recovery-hint{{#E_RECOVERY}} recovery-error{{/E_RECOVERY}}"{{#E_RECOVERY}} aria-invalid="true"{{/E_RECOVERY}}>
			{{#E_RECOVERY}}<p class="error" id="recovery-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_RECOVERY_TEXT}}</p>{{/E_RECOVERY}}
		</div>
		<button class="btn second wide" name="do" value="code">Sign in with this code</button>
	</form>
</details></div>
<p class="small"><a href="/login{{#WAY_BACK}}?back={{BACK:url_query_escape}}{{/WAY_BACK}}">Start again</a></p>
</div>
{{/CODE_STEP}}
</div>
