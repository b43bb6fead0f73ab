{{#OFFERED}}
<div class="wrap mid stack l">
<header class="head">
	<ol class="steps" aria-label="Progress"><li class="done">Choose time</li><li aria-current="step">Confirm</li><li>Pay</li></ol>
	{{>SESSION_HEAD}}
</header>
{{#GONE}}
<section class="card stack" aria-labelledby="gone-h">
	<h2 id="gone-h">You chose</h2>
	{{>WHEN}}
	<div class="notice warn" role="status"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>This time has just been taken or is no longer offered.</p></div>
	<div class="row"><a class="btn" href="/book/{{COACH_SLUG}}/{{SERVICE_SLUG}}?day={{DAY_WORD}}">Choose another time</a></div>
</section>
{{/GONE}}
{{#STILL_FREE}}
<form class="form" method="post" action="/hold/{{COACH_SLUG}}/{{SERVICE_SLUG}}?start={{START}}">{{>FORM}}
	<section class="card stack" aria-labelledby="what-h">
		<div class="bar"><h2 id="what-h">You chose</h2><a href="/book/{{COACH_SLUG}}/{{SERVICE_SLUG}}?day={{DAY_WORD}}&amp;start={{START}}">Another time</a></div>
		{{>WHEN}}
		{{#NIGHT}}<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#moon-stars"></use></svg><p>That is at night where you are. If your time zone is a different one, change it in your <a href="/account/settings">settings</a>.</p></div>{{/NIGHT}}
	</section>
	<section class="card stack" aria-labelledby="pol-h">
		<h2 id="pol-h">If something comes up</h2>
		{{>POLICY}}
	</section>
	<div class="field">
		<label for="note">What would you like to talk about? <span class="opt">(optional, {{COACH_NAME}} reads it)</span></label>
		<textarea id="note" name="note" maxlength="500" data-counter{{#E_NOTE}} aria-invalid="true" aria-describedby="note-error"{{/E_NOTE}}>{{V_NOTE}}</textarea>
		{{#E_NOTE}}<p class="error" id="note-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NOTE_TEXT}}</p>{{/E_NOTE}}
	</div>
	<div class="row">
		<button class="btn large">Keep this time and continue<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></button>
	</div>
	<p class="small muted">{{#TO_BE_PAID}}The time is kept for you for {{HOLD_MINUTES}} minutes while you pay. Nothing is charged yet.{{/TO_BE_PAID}}{{#FREE_OF_CHARGE}}This session is free. The time is kept for you for {{HOLD_MINUTES}} minutes until you confirm; no card is needed.{{/FREE_OF_CHARGE}}</p>
</form>
{{/STILL_FREE}}
</div>
{{/OFFERED}}
{{#NOT_OFFERED}}
{{>NOT_OFFERED}}
{{/NOT_OFFERED}}
