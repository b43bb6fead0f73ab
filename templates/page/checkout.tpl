{{#OPEN}}
<div class="wrap">
<header class="head">
	<ol class="steps" aria-label="Progress"><li class="done">Choose time</li><li class="done">Confirm</li><li aria-current="step">{{#PRICED}}Pay{{/PRICED}}{{#FREE}}Book{{/FREE}}</li></ol>
	<h1>Check and confirm</h1>
	{{#HELD}}<p class="countdown" data-until="{{HOLD_UNTIL}}" data-now="{{NOW}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#hourglass-split"></use></svg><span>This time is kept for you until <time datetime="{{HOLD_ISO}}">{{HOLD_HHMM}}</time> <span class="tz">{{HOLD_ZONE}}</span></span></p>{{/HELD}}
</header>
{{#DECLINED}}<div class="notice warn" role="status"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>The last try to pay did not go through: {{DECLINED_TEXT}} Your time is still kept; you can try again with the same or another card.</p></div>{{/DECLINED}}
<form class="split" method="post" action="/checkout/{{ORDER_NO}}">{{>FORM}}
<div class="stack">
	{{#SESSION}}
	<section class="card stack">
		<div class="person">{{#HAS_PICTURE}}<img class="face" src="{{PICTURE}}" width="48" height="48" alt="">{{/HAS_PICTURE}}<div><h2 class="h3">{{SERVICE_NAME}}</h2><p class="small muted">with <a href="/coaches/{{COACH_SLUG}}">{{COACH_NAME}}</a>, {{MINUTES}} minutes</p></div></div>
		{{>WHEN}}
		<dl class="defs"><div><dt>Place</dt><dd>{{#ONLINE}}Online. The link comes with the confirmation and stands on your booking page.{{/ONLINE}}{{#IN_PERSON}}In person. The address comes with the confirmation and stands on your booking page.{{/IN_PERSON}}</dd></div>
		{{#NOTE}}<div><dt>Your note</dt><dd class="lines-kept">{{NOTE_TEXT}}</dd></div>{{/NOTE}}</dl>
		<h3>If something comes up</h3>
		{{>POLICY}}
	</section>
	{{/SESSION}}
</div>
<aside class="sticky stack" aria-label="Payment">
	<section class="card stack" aria-labelledby="sum-h">
		<h2 id="sum-h">Summary</h2>
		<dl class="lines">
			{{#SESSION}}<div><dt>{{SERVICE_NAME}}</dt><dd>{{LINE_PRICE}}</dd></div>{{/SESSION}}
			<div class="total"><dt>Total</dt><dd>{{TOTAL}}</dd></div>
		</dl>
		<label class="check"><input type="checkbox" name="terms" value="1"{{#IS_TERMS}} checked{{/IS_TERMS}}{{#E_TERMS}} aria-invalid="true" aria-describedby="terms-error"{{/E_TERMS}}><span>I accept the <a href="/legal/terms?version={{TERMS_VERSION}}" target="_blank" rel="noopener">terms</a> and the policy shown here<small>Version {{TERMS_VERSION}} of {{TERMS_DATE}}</small></span></label>
		{{#E_TERMS}}<p class="error" id="terms-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_TERMS_TEXT}}</p>{{/E_TERMS}}
		{{#PRICED}}<button class="btn large wide" name="do" value="pay"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#lock"></use></svg>Pay {{TOTAL}}</button>
		<p class="small muted">You pay on Stripe's page and come back here. <a href="/help/payments">How payments work</a></p>{{/PRICED}}
		{{#FREE}}<button class="btn large wide" name="do" value="pay">Confirm the booking</button>
		<p class="small muted">This session is free; no card is needed.</p>{{/FREE}}
		<button class="btn quiet wide" name="do" value="leave" formnovalidate>Leave and free the time</button>
	</section>
</aside>
</form>
</div>
{{/OPEN}}
{{#OVER}}
<div class="wrap narrow"><div class="refusal">
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#hourglass-bottom"></use></svg>
	<h1>This time is no longer kept for you</h1>
	<p class="lead">It was not paid in time, so it is free for others again. Nothing was charged.</p>
	{{#PAYING}}<p>If you did pay at the last moment: either you get this very session and a confirmation, or all of your money goes back by itself.</p>{{/PAYING}}
	<div class="row"><a class="btn" href="{{AGAIN}}">Choose a time again</a><a class="btn second" href="/account/bookings">My bookings</a></div>
</div></div>
{{/OVER}}
