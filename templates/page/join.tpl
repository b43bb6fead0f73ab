<div class="wrap tight"><div class="refusal">
{{#EARLY}}
	<svg class="icon big good" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>
	<h1>The room is not open yet</h1>
	<p class="lead">{{SERVICE}} with {{OTHER}}</p>
	<p class="countdown" data-until="{{OPENS_UNIX}}" data-now="{{NOW_UNIX}}" data-label="Opens in"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#clock"></use></svg><span>It opens on {{OPENS_TEXT}}: come back to this page then.</span></p>
{{/EARLY}}
{{#OPEN}}
	<svg class="icon big good" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>
	<h1>The room is open</h1>
	<p class="lead">{{SERVICE}} with {{OTHER}}</p>
	<div class="row"><a class="btn large" href="{{ROOM}}" rel="noopener noreferrer"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Join now</a></div>
{{/OPEN}}
{{#NO_ROOM}}
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>
	<h1>There is no room yet</h1>
	{{#CLIENT_SIDE}}<p class="lead">{{OTHER}} has not set an address for {{SERVICE}}. It appears on this page as soon as it is there.</p>{{/CLIENT_SIDE}}
	{{#COACH_SIDE}}<p class="lead">The service {{SERVICE}} has no address for meeting online. Once it is set, it appears here for both of you.</p>{{/COACH_SIDE}}
{{/NO_ROOM}}
{{#PERSON}}
	<svg class="icon big good" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>
	<h1>You meet in person</h1>
	<p class="lead">{{SERVICE}} with {{OTHER}}</p>
	<dl class="defs full"><div><dt>Place</dt><dd>{{PLACE}}</dd></div>{{#ACCESS}}<div><dt>Getting in</dt><dd>{{ACCESS_NOTE}}</dd></div>{{/ACCESS}}</dl>
{{/PERSON}}
{{#CANCELLED}}
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#x-circle"></use></svg>
	<h1>This session was cancelled</h1>
	<p class="lead">{{SERVICE}} with {{OTHER}} does not take place at this time:</p>
{{/CANCELLED}}
{{#PENDING}}
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#hourglass-split"></use></svg>
	<h1>This session is not confirmed yet</h1>
	<p class="lead">{{SERVICE}} with {{OTHER}}</p>
{{/PENDING}}
{{#OVER}}
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg>
	<h1>This session is over</h1>
	<p class="lead">{{SERVICE}} with {{OTHER}}</p>
{{/OVER}}
{{#MOVED}}
	<div class="notice full"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-repeat"></use></svg><p>This session was moved. This is the time that counts:</p></div>
{{/MOVED}}
	<div class="card full">{{>WHEN}}</div>
	<div class="row"><a class="btn second" href="/booking/{{NO}}">See the booking</a>{{#CANCELLED}}{{#CLIENT_SIDE}}<a class="btn second" href="/coaches/{{COACH_SLUG}}">Find another time</a>{{/CLIENT_SIDE}}{{/CANCELLED}}</div>
</div></div>
