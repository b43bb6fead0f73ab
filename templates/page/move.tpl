<div class="wrap{{#CONFIRM}} mid{{/CONFIRM}}{{#REFUSED}} narrow{{/REFUSED}} stack l">
<header class="head">
	<a class="back" href="/booking/{{NO}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-left"></use></svg>Booking {{NO}}</a>
	<h1>Move this session</h1>
	<p class="lead">{{SERVICE_NAME}} with {{OTHER_NAME}}</p>
</header>
{{#REFUSED}}
<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><div class="stack s"><p>{{REFUSED_TEXT}}</p>
	{{#AS_CLIENT}}<p>If something serious has come up, write to <a href="mailto:{{SUPPORT}}?subject=Booking%20{{NO}}">{{SUPPORT}}</a> and name booking {{NO}}.</p>{{/AS_CLIENT}}</div></div>
<div class="row"><a class="btn" href="/booking/{{NO}}">Back to the booking</a></div>
{{/REFUSED}}
{{#CHOICE}}
{{#GONE}}
<div class="notice warn" role="status"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>This time has just been taken or is no longer offered. Please choose another.</p></div>
{{/GONE}}
<section class="card soft" aria-labelledby="now-h">
	<h2 class="h3" id="now-h">Now it is at</h2>
	{{>WHEN}}
</section>
{{>MONTH}}
{{/CHOICE}}
{{#CONFIRM}}
<form class="form" method="post" action="/move/{{NO}}?start={{START}}">{{>FORM}}
	<section class="card stack" aria-labelledby="new-h">
		<div class="bar"><h2 id="new-h">New time</h2><a href="/move/{{NO}}?day={{DAY_WORD}}">Another time</a></div>
		{{#NEW_TIME}}{{>WHEN}}{{/NEW_TIME}}
	</section>
	<section class="card soft stack" aria-labelledby="old-h">
		<h2 class="h3" id="old-h">Until now</h2>
		{{#OLD_TIME}}{{>WHEN}}{{/OLD_TIME}}
	</section>
	<div class="notice plain"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#info-circle"></use></svg><div class="stack s"><p>Moving costs nothing. Booking {{NO}} keeps its number{{#AS_CLIENT}} and your payment; nothing is charged again{{/AS_CLIENT}}{{#AS_COACH}} and its payment{{/AS_COACH}}.</p>{{#LEFT}}<p>{{LEFT_TEXT}}</p>{{/LEFT}}{{#TELL_CLIENT}}<p>{{OTHER_NAME}} gets a mail with the new time at once.</p>{{/TELL_CLIENT}}</div></div>
	{{#TELL_CLIENT}}
	<div class="field">
		<label for="reason">Reason <span class="opt">({{OTHER_NAME}} reads it)</span></label>
		<textarea id="reason" name="reason" maxlength="300" required data-counter{{#E_REASON}} aria-invalid="true" aria-describedby="reason-error"{{/E_REASON}}>{{V_REASON}}</textarea>
		{{#E_REASON}}<p class="error" id="reason-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_REASON_TEXT}}</p>{{/E_REASON}}
	</div>
	{{/TELL_CLIENT}}
	<div class="row"><button class="btn large">Move the session</button><a class="btn quiet" href="/booking/{{NO}}">Leave it where it is</a></div>
</form>
{{/CONFIRM}}
</div>
