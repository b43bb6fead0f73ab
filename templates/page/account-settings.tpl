<div class="wrap narrow stack l">
<h1>Settings</h1>
<nav class="tabs" aria-label="Account"><a href="/account/settings" aria-current="page">Settings</a><a href="/account/security">Security</a></nav>
<form class="form" method="post" action="/account/settings">{{>FORM}}
	<section class="card form" aria-labelledby="you-h">
		<h2 id="you-h">You</h2>
		<div class="field">
			<label for="name">Name</label>
			<input required id="name" name="name" type="text" autocomplete="name" maxlength="120" value="{{V_NAME}}"{{#E_NAME}} aria-describedby="name-error"{{/E_NAME}}{{#E_NAME}} aria-invalid="true"{{/E_NAME}}>
			{{#E_NAME}}<p class="error" id="name-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NAME_TEXT}}</p>{{/E_NAME}}
		</div>
		<div class="field">
			<label for="zone">Time zone</label>
			<p class="hint" id="zone-hint">All times on pages and in mails are shown in this zone.</p>
			<select id="zone" name="zone" aria-describedby="zone-hint{{#E_ZONE}} zone-error{{/E_ZONE}}"{{#E_ZONE}} aria-invalid="true"{{/E_ZONE}}>
				{{#ZONE_OPTION}}<option value="{{ZONE_NAME}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{ZONE_NAME}}</option>{{/ZONE_OPTION}}
			</select>
			{{#E_ZONE}}<p class="error" id="zone-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_ZONE_TEXT}}</p>{{/E_ZONE}}
		</div>
		<div class="field">
			<label for="language">Language</label>
			<select id="language" name="language"><option value="en" selected>English</option></select>
		</div>
	</section>
	<section class="card stack" aria-labelledby="mail-h">
		<h2 id="mail-h">Mail</h2>
		<p class="muted small">Confirmations, changes and refunds are always sent.</p>
		<div>
			<label class="check"><input type="checkbox" name="day-before" value="1"{{#IS_DAY_BEFORE}} checked{{/IS_DAY_BEFORE}}><span>Remind me a day before a session</span></label>
			<label class="check"><input type="checkbox" name="hour-before" value="1"{{#IS_HOUR_BEFORE}} checked{{/IS_HOUR_BEFORE}}><span>Remind me an hour before a session</span></label>
			<label class="check"><input type="checkbox" name="news" value="1"{{#IS_NEWS}} checked{{/IS_NEWS}}><span>News of this site</span></label>
		</div>
	</section>
	<div class="row"><button class="btn" name="do" value="save">Save</button></div>
</form>
<section class="card stack" id="address-card" aria-labelledby="address-h">
	<h2 id="address-h">Email address</h2>
	<p>You sign in with <b>{{MY_ADDRESS}}</b>, and we write to it.</p>
	<form class="form" method="post" action="/account/settings">{{>FORM}}
		<div class="field">
			<label for="address">New address</label>
			<p class="hint" id="address-hint">We write to the new address; it counts from the moment you confirm it there. The old one gets a note.</p>
			<input required id="address" name="address" type="email" autocomplete="email" maxlength="254" value="{{V_ADDRESS}}" aria-describedby="address-hint{{#E_ADDRESS}} address-error{{/E_ADDRESS}}"{{#E_ADDRESS}} aria-invalid="true"{{/E_ADDRESS}}>
			{{#E_ADDRESS}}<p class="error" id="address-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_ADDRESS_TEXT}}</p>{{/E_ADDRESS}}
		</div>
		{{#ASK_PASSWORD}}
		<div class="field">
			<label for="password">Your password</label>
			<div class="withbtn" data-reveal><input required id="password" name="password" type="password" autocomplete="current-password"{{#E_PASSWORD}} aria-describedby="password-error"{{/E_PASSWORD}}{{#E_PASSWORD}} aria-invalid="true"{{/E_PASSWORD}}></div>
			{{#E_PASSWORD}}<p class="error" id="password-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_PASSWORD_TEXT}}</p>{{/E_PASSWORD}}
		</div>
		{{/ASK_PASSWORD}}
		{{#ASK_CODE}}
		<div class="field">
			<label for="code">Code from your app</label>
			<input required id="code" name="code" type="text" class="code" autocomplete="one-time-code" inputmode="numeric" maxlength="20"{{#E_CODE}} aria-describedby="code-error"{{/E_CODE}}{{#E_CODE}} aria-invalid="true"{{/E_CODE}}>
			{{#E_CODE}}<p class="error" id="code-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_CODE_TEXT}}</p>{{/E_CODE}}
		</div>
		{{/ASK_CODE}}
		<div class="row"><button class="btn second" name="do" value="address">Change address</button></div>
	</form>
</section>
<section class="card stack" id="feed" aria-labelledby="feed-h">
	<h2 id="feed-h">Your calendar</h2>
	<p>Give this address to your calendar program, as a calendar to subscribe to. It shows your bookings and keeps up with changes.</p>
	<div class="field">
		<label for="feed-address">Address of your calendar</label>
		<input id="feed-address" type="text" readonly value="{{FEED}}">
	</div>
	<p class="muted small">Whoever knows the address can read your bookings. If it got into wrong hands, change it.</p>
	<form method="post" action="/account/settings">{{>FORM}}
		<button class="btn danger quiet" name="do" value="feed">Make a new address</button>
	</form>
</section>
</div>
