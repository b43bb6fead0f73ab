{{#ASK}}
<div class="wrap tight">
<header class="head">
	<a class="back" href="/booking/{{NO}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-left"></use></svg>Booking {{NO}}</a>
	<h1>Cancel this session?</h1>
	<p class="lead">{{SERVICE_NAME}} with {{OTHER_NAME}}</p>
</header>
{{>WHEN}}
{{#MAY_CANCEL}}{{>BOOKING_CANCEL}}{{/MAY_CANCEL}}
</div>
{{/ASK}}
{{#ALL}}
<div class="wrap">
<header class="head">
	<a class="back" href="{{#AS_CLIENT}}/account/bookings{{/AS_CLIENT}}{{#AS_COACH}}/practice/bookings{{/AS_COACH}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-left"></use></svg>{{#AS_CLIENT}}My bookings{{/AS_CLIENT}}{{#AS_COACH}}Bookings of my clients{{/AS_COACH}}</a>
	<div class="row"><span class="state {{STATE_CLASS}}">{{STATE}}</span><span class="muted small">Booking {{NO}}</span></div>
	<h1>{{SERVICE_NAME}} with {{OTHER_NAME}}</h1>
</header>
<div class="split">
<div class="stack">
	{{>BOOKING_END}}
	{{#HELD}}
	<section class="card" aria-labelledby="held-h">
		<h2 id="held-h">{{#AS_CLIENT}}Not yours yet{{/AS_CLIENT}}{{#AS_COACH}}Not confirmed yet{{/AS_COACH}}</h2>
		<p class="countdown" data-until="{{HOLD_UNTIL}}" data-now="{{NOW}}" data-label="This time is kept for"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#hourglass-split"></use></svg><span>This time is kept until <time datetime="{{HOLD_ISO}}">{{HOLD_HHMM}}</time> <span class="tz">{{HOLD_ZONE}}</span></span></p>
		{{#AS_CLIENT}}<div class="row"><a class="btn" href="/checkout/{{ORDER_NO}}">{{#MONEY}}Check and pay{{/MONEY}}{{#GRATIS}}Check and confirm{{/GRATIS}}</a></div>{{/AS_CLIENT}}{{#AS_COACH}}<p>{{CLIENT_NAME}} has not confirmed and paid yet. If that does not happen, the time becomes free by itself.</p>{{/AS_COACH}}
	</section>
	{{/HELD}}
	{{#HOLD_OVER}}
	<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#hourglass-split"></use></svg><p>This time is no longer kept: it was not paid in time.{{#AS_CLIENT}} <a href="/book/{{COACH_SLUG}}/{{SERVICE_SLUG}}?day={{AGAIN_DAY}}">Choose a time again</a>{{/AS_CLIENT}}</p></div>
	{{/HOLD_OVER}}
	<section class="card" aria-labelledby="when-h">
		<h2 class="vh" id="when-h">Time and place</h2>
		<div class="row top-row">
			<p class="day" aria-hidden="true">{{DAY_MONTH}}<b>{{DAY_NUMBER}}</b>{{DAY_WEEKDAY}}</p>
			<div class="grow">{{>WHEN}}</div>
		</div>
		{{>BOOKING_PLACE}}
		{{#CALENDAR}}
		<div class="row"><a class="btn second" href="/booking/{{NO}}.ics"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-plus"></use></svg>Add to calendar</a>{{#MAY_MOVE}}<a class="btn second" href="/move/{{NO}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-repeat"></use></svg>Move</a>{{/MAY_MOVE}}{{#MAY_CANCEL}}<a class="btn danger quiet" href="/booking/{{NO}}?do=cancel" data-dialog="cancel">Cancel</a>{{/MAY_CANCEL}}</div>
		{{/CALENDAR}}
	</section>
	{{#PREPARE}}
	<section class="card" aria-labelledby="pre-h">
		<h2 id="pre-h">To prepare</h2>
		<p class="lines-kept">{{PREPARE_NOTE}}</p>
	</section>
	{{/PREPARE}}
	{{#POLICY}}
	<section class="card" aria-labelledby="pol-h">
		<h2 id="pol-h">If something comes up</h2>
		{{>POLICY}}
		{{#MOVES_LEFT}}<p class="small muted">{{MOVES_TEXT}}</p>{{/MOVES_LEFT}}
	</section>
	{{/POLICY}}
	{{#RULE}}
	<div class="notice"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#info-circle"></use></svg><div class="stack s"><p>{{RULE_TEXT}}</p>
		<p>If something serious has come up, write to <a href="mailto:{{SUPPORT}}?subject=Booking%20{{NO}}">{{SUPPORT}}</a> and name booking {{NO}}: a person reads it. <a href="/help/cancel">How cancelling works</a></p></div></div>
	{{/RULE}}
	{{#HISTORY}}
	<section class="card" aria-labelledby="moves-h">
		<h2 id="moves-h">Moved</h2>
		<table class="table fold">
			<caption class="vh">Moves of this booking</caption>
			<thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
			<tbody>{{#MOVED}}<tr><td data-label="From">{{MOVED_FROM}}</td><td data-label="To">{{MOVED_TO}}</td><td data-label="By">{{MOVED_BY}}{{#MOVED_WHY}}<br><span class="small muted lines-kept">{{MOVED_REASON}}</span>{{/MOVED_WHY}}</td><td data-label="When">{{MOVED_AT}}</td></tr>{{/MOVED}}</tbody>
		</table>
	</section>
	{{/HISTORY}}
	{{#HAS_MAILS}}
	<section class="card" aria-labelledby="mail-h">
		<h2 id="mail-h">Mail about this booking</h2>
		{{>MAILS}}
	</section>
	{{/HAS_MAILS}}
</div>
<aside class="sticky stack" aria-label="{{#AS_CLIENT}}Coach and payment{{/AS_CLIENT}}{{#AS_COACH}}Client and earnings{{/AS_COACH}}">
	<section class="card" aria-labelledby="who-h">
		<h2 class="vh" id="who-h">{{#AS_CLIENT}}Coach{{/AS_CLIENT}}{{#AS_COACH}}Client{{/AS_COACH}}</h2>
		<div class="person">{{>FACE}}<div><h3>{{#AS_CLIENT}}<a class="cover" href="/coaches/{{COACH_SLUG}}">{{COACH_NAME}}</a>{{/AS_CLIENT}}{{#AS_COACH}}{{CLIENT_NAME}}{{/AS_COACH}}</h3>
			{{#AS_CLIENT}}<p class="small muted">Your coach</p>{{/AS_CLIENT}}{{#AS_COACH}}<p class="small"><a href="mailto:{{CLIENT_MAIL}}">{{CLIENT_MAIL}}</a></p>{{/AS_COACH}}</div></div>
		{{#NOTE}}<hr><h3 class="small muted">{{#AS_CLIENT}}Your note{{/AS_CLIENT}}{{#AS_COACH}}Note from {{CLIENT_NAME}}{{/AS_COACH}}</h3><p class="lines-kept">{{NOTE_TEXT}}</p>{{/NOTE}}
	</section>
	{{>BOOKING_MONEY}}
</aside>
</div>
{{#MAY_CANCEL}}
<dialog id="cancel" aria-labelledby="cancel-h">
	<h2 id="cancel-h">Cancel this session?</h2>
	{{>BOOKING_CANCEL}}
</dialog>
{{/MAY_CANCEL}}
</div>
{{/ALL}}
