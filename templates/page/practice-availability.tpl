<div class="wrap stack l">
{{>PRACTICE_HEAD}}
{{#EDIT}}
{{>HOURS_EDIT}}
{{/EDIT}}
{{#SEE}}
<div class="split">
<div class="stack">
{{#NO_SERVICE}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h2>No service yet</h2><p>Times are offered for services. As soon as you have one, you see here what clients can book.</p></div>
{{/NO_SERVICE}}
{{#ASK}}
<form class="card" method="get" action="/practice/availability">
	<div class="row low">
		<div class="field grow"><label for="service">Service</label><select id="service" name="service">{{#SERVICE_OPTION}}<option value="{{SERVICE_ID}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{SERVICE_NAME}}{{#HIDDEN}} (not active){{/HIDDEN}}</option>{{/SERVICE_OPTION}}</select></div>
		<div class="field"><label for="day">Day</label><input id="day" name="day" type="date" value="{{V_DAY}}"{{#E_DAY}} aria-invalid="true" aria-describedby="day-error"{{/E_DAY}}></div>
		<button class="btn second">Show</button>
	</div>
	{{#E_DAY}}<p class="error" id="day-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_DAY_TEXT}}</p>{{/E_DAY}}
</form>
{{/ASK}}
{{#EXPLAINED}}
<section class="stack" aria-labelledby="day-h">
	<div class="stack s"><h2 id="day-h">{{DAY_NAME}}</h2>
	<p class="small muted">{{CHOSEN_SERVICE}}: {{OFFERED_COUNT}} {{#OFFERED_ONE}}start is{{/OFFERED_ONE}}{{#OFFERED_MANY}}starts are{{/OFFERED_MANY}} offered. Times in <span class="tz">{{PRACTICE_ZONE}}</span>.</p></div>
	{{#NOT_ACTIVE}}<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>This service is not active: nobody can book it, whatever the times below say.</p></div>{{/NOT_ACTIVE}}
	<table class="table fold"><caption class="vh">Each quarter hour of {{DAY_NAME}}, and why it is offered or not</caption>
		<thead><tr><th scope="col">Start</th><th scope="col">Offered</th><th scope="col">Why not</th></tr></thead>
		<tbody>
		{{#QUARTER}}
		<tr><th scope="row" class="num">{{FROM}}{{#RANGE}} to {{TO}}{{/RANGE}}</th><td data-label="Offered">{{#OFFERED}}<span class="state confirmed">Offered</span>{{/OFFERED}}</td><td data-label="Why not">{{#WHY}}<p>{{WHY_TEXT}}{{#BOOKING}} <a href="/booking/{{BOOKING_NO}}">Booking {{BOOKING_NO}}</a>{{/BOOKING}}{{#ABSENCE}} <span class="muted">({{ABSENCE_NOTE}})</span>{{/ABSENCE}}</p>{{/WHY}}</td></tr>
		{{/QUARTER}}
		</tbody></table>
</section>
{{/EXPLAINED}}
</div>
<aside class="sticky stack" aria-label="Your hours">
	<section class="card" aria-labelledby="week-h">
		<h2 id="week-h">Weekly hours</h2>
		<p class="small muted">In <span class="tz">{{PRACTICE_ZONE}}</span></p>
		<dl class="lines">{{#WEEKDAY}}<div><dt>{{WEEKDAY_NAME}}</dt><dd class="num">{{#OPEN}}<span class="block">{{OPEN_TEXT}}</span>{{/OPEN}}{{#CLOSED}}<span class="muted">Closed</span>{{/CLOSED}}</dd></div>{{/WEEKDAY}}</dl>
		<p><a class="btn" href="/practice/availability/edit"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#pencil"></use></svg>Change my hours</a></p>
	</section>
	{{#EXCEPTIONS}}
	<section class="card" aria-labelledby="exc-h">
		<h2 id="exc-h">Other hours and absences</h2>
		<dl class="defs">{{#EXCEPTION}}<div><dt>{{EXCEPTION_WHEN}}</dt><dd class="num">{{EXCEPTION_TEXT}}</dd></div>{{/EXCEPTION}}</dl>
	</section>
	{{/EXCEPTIONS}}
</aside>
</div>
{{/SEE}}
</div>
