<div class="wrap narrow stack l">
<h1>Security</h1>
<nav class="tabs" aria-label="Account"><a href="/account/settings">Settings</a><a href="/account/security" aria-current="page">Security</a></nav>
{{#NEW_CODES}}
<section class="card stack" aria-labelledby="codes-h">
	<h2 id="codes-h">Your recovery codes</h2>
	<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>Keep them now: this page shows them only once. Print them, or put them into your password manager.</p></div>
	<ul class="codes">{{#NEW_CODE}}<li>{{CODE}}</li>{{/NEW_CODE}}</ul>
	<p class="muted small">Each opens your account once, together with your password, when you do not have your phone.</p>
</section>
{{/NEW_CODES}}
<section class="card stack" aria-labelledby="password-h">
	<h2 id="password-h">Password</h2>
	<form class="form" method="post" action="/account/security">{{>FORM}}
		<input type="hidden" name="username" autocomplete="username" value="{{MY_ADDRESS}}">
		<div class="field">
			<label for="old">Present password</label>
			<div class="withbtn" data-reveal><input required id="old" name="old" type="password" autocomplete="current-password"{{#E_OLD}} aria-describedby="old-error"{{/E_OLD}}{{#E_OLD}} aria-invalid="true"{{/E_OLD}}></div>
			{{#E_OLD}}<p class="error" id="old-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_OLD_TEXT}}</p>{{/E_OLD}}
		</div>
		<div class="field">
			<label for="new">New password</label>
			<p class="hint" id="new-hint">At least ten characters. Changing it signs out your other devices.</p>
			<div class="withbtn" data-reveal><input required id="new" name="new" type="password" autocomplete="new-password" minlength="10" maxlength="128" aria-describedby="new-hint{{#E_NEW}} new-error{{/E_NEW}}"{{#E_NEW}} aria-invalid="true"{{/E_NEW}}></div>
			{{#E_NEW}}<p class="error" id="new-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NEW_TEXT}}</p>{{/E_NEW}}
		</div>
		<div class="row"><button class="btn" name="do" value="password">Change password</button></div>
	</form>
</section>
<section class="card stack" id="second" aria-labelledby="second-h">
	{{#SECOND_OFF}}
	<div class="bar"><h2 id="second-h">Second step</h2><span class="chip">Off</span></div>
	<p>With it, a new sign-in asks for a code from an app on your phone as well. A stolen password alone then opens nothing.</p>
	<form class="form" method="post" action="/account/security">{{>FORM}}
		{{#ASK_PASSWORD}}
		<div class="field">
			<label for="proof">Your password</label>
			<div class="withbtn" data-reveal><input required id="proof" name="proof" type="password" autocomplete="current-password"{{#E_PROOF}} aria-describedby="proof-error"{{/E_PROOF}}{{#E_PROOF}} aria-invalid="true"{{/E_PROOF}}></div>
			{{#E_PROOF}}<p class="error" id="proof-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PROOF_TEXT}}</p>{{/E_PROOF}}
		</div>
		{{/ASK_PASSWORD}}
		<div class="row"><button class="btn second" name="do" value="totp-start"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#phone"></use></svg>Set it up</button></div>
	</form>
	{{/SECOND_OFF}}
	{{#SET_UP}}
	<div class="bar"><h2 id="second-h">Second step</h2><span class="chip">Almost there</span></div>
	<p>Scan this with an authenticator app, such as Aegis, Google Authenticator or the one in your password manager.</p>
	<svg class="qr" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-label="Code to scan. It holds the key written below." shape-rendering="crispEdges"><path d="{{QR_PATH}}" fill="#000"></path></svg>
	<p>Or type this key into the app: <code>{{SECRET}}</code></p>
	<form class="form" method="post" action="/account/security#second">{{>FORM}}
		<div class="field">
			<label for="first">Code that the app shows</label>
			<p class="hint" id="first-hint">Six digits. With the first right one the second step is on.</p>
			<input required id="first" name="first" type="text" class="code" autocomplete="one-time-code" inputmode="numeric" maxlength="7" aria-describedby="first-hint{{#E_FIRST}} first-error{{/E_FIRST}}"{{#E_FIRST}} aria-invalid="true"{{/E_FIRST}}>
			{{#E_FIRST}}<p class="error" id="first-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FIRST_TEXT}}</p>{{/E_FIRST}}
		</div>
		<div class="row"><button class="btn" name="do" value="totp-confirm">Turn it on</button>
			<button class="btn quiet" name="do" value="totp-cancel" formnovalidate>Not now</button></div>
	</form>
	{{/SET_UP}}
	{{#SECOND_ON}}
	<div class="bar"><h2 id="second-h">Second step</h2><span class="chip on">On</span></div>
	<p>On since {{SINCE}}. {{CODES_LEFT}} of 10 recovery codes are unused.</p>
	{{#FEW_LEFT}}<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>Few recovery codes are left. New ones take a minute.</p></div>{{/FEW_LEFT}}
	<form class="form" method="post" action="/account/security#second">{{>FORM}}
		<div class="field">
			<label for="proof">Your password</label>
			<div class="withbtn" data-reveal><input required id="proof" name="proof" type="password" autocomplete="current-password"{{#E_PROOF}} aria-describedby="proof-error"{{/E_PROOF}}{{#E_PROOF}} aria-invalid="true"{{/E_PROOF}}></div>
			{{#E_PROOF}}<p class="error" id="proof-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PROOF_TEXT}}</p>{{/E_PROOF}}
		</div>
		<div class="field">
			<label for="proof-code">Code from your app</label>
			<p class="hint" id="proof-code-hint">Or a recovery code.</p>
			<input required id="proof-code" name="proof-code" type="text" class="code" autocomplete="one-time-code" maxlength="20" aria-describedby="proof-code-hint{{#E_PROOF_CODE}} proof-code-error{{/E_PROOF_CODE}}"{{#E_PROOF_CODE}} aria-invalid="true"{{/E_PROOF_CODE}}>
			{{#E_PROOF_CODE}}<p class="error" id="proof-code-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PROOF_CODE_TEXT}}</p>{{/E_PROOF_CODE}}
		</div>
		<div class="row"><button class="btn second" name="do" value="codes">New recovery codes</button>
			<button class="btn danger quiet" name="do" value="totp-off">Turn the second step off</button></div>
	</form>
	{{/SECOND_ON}}
</section>
<section class="card stack" id="sessions" aria-labelledby="sessions-h">
	<h2 id="sessions-h">Where you are signed in</h2>
	<table class="table fold">
		<caption class="vh">Sessions</caption>
		<thead><tr><th scope="col">Device</th><th scope="col">Last seen</th><th scope="col">Network</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
		<tbody>
		{{#SESSION_ROW}}
		<tr><th scope="row">{{DEVICE}}</th>
			<td data-label="Last seen">{{#HERE}}now{{/HERE}}{{#ELSEWHERE}}<time datetime="{{SEEN_ISO}}">{{SEEN}}</time>{{/ELSEWHERE}}</td>
			<td data-label="Network">{{NETWORK}}</td>
			<td class="r">{{#HERE}}<span class="chip">This device</span>{{/HERE}}{{#ELSEWHERE}}<form method="post" action="/account/security#sessions">{{>FORM}}<input type="hidden" name="session" value="{{SESSION_ID}}"><button class="btn second" name="do" value="revoke">Sign out<span class="vh"> {{DEVICE}}</span></button></form>{{/ELSEWHERE}}</td></tr>
		{{/SESSION_ROW}}
		</tbody>
	</table>
	{{#OTHERS}}
	<form method="post" action="/account/security#sessions">{{>FORM}}
		<button class="btn danger quiet" name="do" value="revoke-others">Sign out all other devices</button>
	</form>
	{{/OTHERS}}
</section>
</div>
