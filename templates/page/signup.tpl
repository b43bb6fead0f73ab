<div class="wrap tight">
{{#WRITTEN}}
<header class="head">
	<h1>Look into your mail</h1>
	<p class="lead">We have written to <b>{{WRITTEN_TO}}</b>.</p>
</header>
<div class="stack l">
	<p>Open the mail and press the link in it. It is good for 24 hours and works once.</p>
	<section class="card stack" aria-labelledby="none-h">
		<h2 id="none-h" class="h3">No mail there?</h2>
		<p class="muted">It can take a minute. Look into the folder for unwanted mail too.</p>
		<form method="post" action="/signup?sent=1">{{>FORM}}
			<input type="hidden" name="mail" value="{{WRITTEN_TO}}">
			<div class="row"><button class="btn second" name="do" value="again"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-repeat"></use></svg>Send it again</button>
				<a class="btn quiet" href="/signup">Use another address</a></div>
		</form>
	</section>
</div>
{{/WRITTEN}}
{{#FORM_SHOWN}}
<header class="head">
	<h1>Create your account</h1>
	<p class="muted">Have one already? <a href="/login{{#WAY_BACK}}?back={{BACK:url_query_escape}}{{/WAY_BACK}}">Sign in</a></p>
</header>
<form class="form" method="post" action="/signup">{{>FORM}}
	{{#WAY_BACK}}<input type="hidden" name="back" value="{{BACK}}">{{/WAY_BACK}}
	<div class="field">
		<label for="name">Your name</label>
		<p class="hint" id="name-hint">As coaches should address you.</p>
		<input required id="name" name="name" type="text" autocomplete="name" maxlength="120" value="{{V_NAME}}" aria-describedby="name-hint{{#E_NAME}} name-error{{/E_NAME}}"{{#E_NAME}} aria-invalid="true"{{/E_NAME}}>
		{{#E_NAME}}<p class="error" id="name-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NAME_TEXT}}</p>{{/E_NAME}}
	</div>
	<div class="field">
		<label for="mail">Email address</label>
		<p class="hint" id="mail-hint">We send confirmations and reminders here.</p>
		<input required id="mail" name="mail" type="email" autocomplete="username" maxlength="254" value="{{V_MAIL}}" aria-describedby="mail-hint{{#E_MAIL}} mail-error{{/E_MAIL}}"{{#E_MAIL}} aria-invalid="true"{{/E_MAIL}}>
		{{#E_MAIL}}<p class="error" id="mail-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MAIL_TEXT}}</p>{{/E_MAIL}}
	</div>
	<div class="field">
		<label for="password">Password</label>
		<p class="hint" id="password-hint">At least ten characters. A few words that do not belong together are easy to remember and hard to guess.</p>
		<div class="withbtn" data-reveal><input required id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="128" aria-describedby="password-hint{{#E_PASSWORD}} password-error{{/E_PASSWORD}}"{{#E_PASSWORD}} aria-invalid="true"{{/E_PASSWORD}}></div>
		{{#E_PASSWORD}}<p class="error" id="password-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PASSWORD_TEXT}}</p>{{/E_PASSWORD}}
	</div>
	<div class="field">
		<label for="zone">Time zone</label>
		<p class="hint" id="zone-hint">All times are shown in this zone. You can change it at any time.</p>
		<select data-guess-zone data-chosen="{{#ZONE_TYPED}}yes{{/ZONE_TYPED}}" id="zone" name="zone" aria-describedby="zone-hint{{#E_ZONE}} zone-error{{/E_ZONE}}"{{#E_ZONE}} aria-invalid="true"{{/E_ZONE}}>
			{{#ZONE_OPTION}}<option value="{{ZONE_NAME}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{ZONE_NAME}}</option>{{/ZONE_OPTION}}
		</select>
		{{#E_ZONE}}<p class="error" id="zone-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_ZONE_TEXT}}</p>{{/E_ZONE}}
	</div>
	<div class="vh" aria-hidden="true">
		<label for="website">Leave this empty</label>
		<input id="website" name="website" type="text" tabindex="-1" autocomplete="off" value="{{V_WEBSITE}}">
	</div>
	<button class="btn large wide" name="do" value="signup">Create account</button>
	<p class="small muted">The <a href="/legal/terms">terms</a> are accepted when you book. What we keep about you and why: <a href="/legal/privacy">privacy notice</a>.</p>
</form>
{{/FORM_SHOWN}}
</div>
