<div class="split">
<div class="stack">
	<form class="card form" method="post" action="/practice/availability/edit" aria-labelledby="week-h">{{>FORM}}
		<h2 id="week-h">Weekly hours</h2>
		<p class="small muted">In <span class="tz">{{PRACTICE_ZONE}}</span>. Such as 09:00-12:00, 13:00-17:30; nothing means closed.</p>
		<div class="field">
			<label for="monday">Monday</label>
			<input id="monday" name="monday" type="text" maxlength="120" autocomplete="off" value="{{V_MONDAY}}"{{#E_MONDAY}} aria-describedby="monday-error" aria-invalid="true"{{/E_MONDAY}}>
			{{#E_MONDAY}}<p class="error" id="monday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MONDAY_TEXT}}</p>{{/E_MONDAY}}
		</div>
		<div class="field">
			<label for="tuesday">Tuesday</label>
			<input id="tuesday" name="tuesday" type="text" maxlength="120" autocomplete="off" value="{{V_TUESDAY}}"{{#E_TUESDAY}} aria-describedby="tuesday-error" aria-invalid="true"{{/E_TUESDAY}}>
			{{#E_TUESDAY}}<p class="error" id="tuesday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_TUESDAY_TEXT}}</p>{{/E_TUESDAY}}
		</div>
		<div class="field">
			<label for="wednesday">Wednesday</label>
			<input id="wednesday" name="wednesday" type="text" maxlength="120" autocomplete="off" value="{{V_WEDNESDAY}}"{{#E_WEDNESDAY}} aria-describedby="wednesday-error" aria-invalid="true"{{/E_WEDNESDAY}}>
			{{#E_WEDNESDAY}}<p class="error" id="wednesday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_WEDNESDAY_TEXT}}</p>{{/E_WEDNESDAY}}
		</div>
		<div class="field">
			<label for="thursday">Thursday</label>
			<input id="thursday" name="thursday" type="text" maxlength="120" autocomplete="off" value="{{V_THURSDAY}}"{{#E_THURSDAY}} aria-describedby="thursday-error" aria-invalid="true"{{/E_THURSDAY}}>
			{{#E_THURSDAY}}<p class="error" id="thursday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_THURSDAY_TEXT}}</p>{{/E_THURSDAY}}
		</div>
		<div class="field">
			<label for="friday">Friday</label>
			<input id="friday" name="friday" type="text" maxlength="120" autocomplete="off" value="{{V_FRIDAY}}"{{#E_FRIDAY}} aria-describedby="friday-error" aria-invalid="true"{{/E_FRIDAY}}>
			{{#E_FRIDAY}}<p class="error" id="friday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FRIDAY_TEXT}}</p>{{/E_FRIDAY}}
		</div>
		<div class="field">
			<label for="saturday">Saturday</label>
			<input id="saturday" name="saturday" type="text" maxlength="120" autocomplete="off" value="{{V_SATURDAY}}"{{#E_SATURDAY}} aria-describedby="saturday-error" aria-invalid="true"{{/E_SATURDAY}}>
			{{#E_SATURDAY}}<p class="error" id="saturday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_SATURDAY_TEXT}}</p>{{/E_SATURDAY}}
		</div>
		<div class="field">
			<label for="sunday">Sunday</label>
			<input id="sunday" name="sunday" type="text" maxlength="120" autocomplete="off" value="{{V_SUNDAY}}"{{#E_SUNDAY}} aria-describedby="sunday-error" aria-invalid="true"{{/E_SUNDAY}}>
			{{#E_SUNDAY}}<p class="error" id="sunday-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_SUNDAY_TEXT}}</p>{{/E_SUNDAY}}
		</div>
		<div class="row"><button class="btn" name="do" value="week">Save hours</button><a class="btn second" href="/practice/availability">See what is offered</a></div>
	</form>
</div>
<div class="stack">
	{{#EXCEPTIONS}}
	<section class="card stack" aria-labelledby="exc-h">
		<h2 id="exc-h">Other hours and absences</h2>
		<ul class="stack">{{#EXCEPTION}}<li><p><b>{{EXCEPTION_WHEN}}</b><br>{{EXCEPTION_TEXT}}</p>
			<form method="post" action="/practice/availability/edit">{{>FORM}}{{#A_DATE}}<input type="hidden" name="drop-date" value="{{EXCEPTION_DAY}}"><button class="btn second" name="do" value="undate">Remove<span class="vh"> {{EXCEPTION_WHEN}}</span></button>{{/A_DATE}}{{#AN_ABSENCE}}<input type="hidden" name="drop-away" value="{{EXCEPTION_ID}}"><button class="btn second" name="do" value="unaway">Remove<span class="vh"> {{EXCEPTION_WHEN}}</span></button>{{/AN_ABSENCE}}</form></li>{{/EXCEPTION}}</ul>
	</section>
	{{/EXCEPTIONS}}
	<form class="card form" method="post" action="/practice/availability/edit" aria-labelledby="away-h">{{>FORM}}
		<h2 id="away-h">Be away</h2>
		<p class="small muted">Nothing is offered on these days. What is booked stays; cancel or move it yourself where you must.</p>
		<div class="field">
			<label for="from">First day</label>
			<input required id="from" name="from" type="date" value="{{V_FROM}}"{{#E_FROM}} aria-describedby="from-error" aria-invalid="true"{{/E_FROM}}>
			{{#E_FROM}}<p class="error" id="from-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FROM_TEXT}}</p>{{/E_FROM}}
		</div>
		<div class="field">
			<label for="to">Last day</label>
			<input required id="to" name="to" type="date" value="{{V_TO}}"{{#E_TO}} aria-describedby="to-error" aria-invalid="true"{{/E_TO}}>
			{{#E_TO}}<p class="error" id="to-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_TO_TEXT}}</p>{{/E_TO}}
		</div>
		<div class="field">
			<label for="note">Note for yourself <span class="opt">(optional)</span></label>
			<input id="note" name="note" type="text" maxlength="200" value="{{V_NOTE}}"{{#E_NOTE}} aria-describedby="note-error" aria-invalid="true"{{/E_NOTE}}>
			{{#E_NOTE}}<p class="error" id="note-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NOTE_TEXT}}</p>{{/E_NOTE}}
		</div>
		<div class="row"><button class="btn second" name="do" value="away">Add absence</button></div>
	</form>
	<form class="card form" method="post" action="/practice/availability/edit" aria-labelledby="date-h">{{>FORM}}
		<h2 id="date-h">One day, other hours</h2>
		<p class="small muted">Instead of the hours of its weekday.</p>
		<div class="field">
			<label for="date">Day</label>
			<input required id="date" name="date" type="date" value="{{V_DATE}}"{{#E_DATE}} aria-describedby="date-error" aria-invalid="true"{{/E_DATE}}>
			{{#E_DATE}}<p class="error" id="date-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_DATE_TEXT}}</p>{{/E_DATE}}
		</div>
		<div class="field">
			<label for="hours">Hours <span class="opt">(optional)</span></label>
			<p class="hint" id="hours-hint">Nothing means closed.</p>
			<input id="hours" name="hours" type="text" maxlength="120" value="{{V_HOURS}}" autocomplete="off" aria-describedby="hours-hint{{#E_HOURS}} hours-error{{/E_HOURS}}"{{#E_HOURS}} aria-invalid="true"{{/E_HOURS}}>
			{{#E_HOURS}}<p class="error" id="hours-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_HOURS_TEXT}}</p>{{/E_HOURS}}
		</div>
		<div class="row"><button class="btn second" name="do" value="date">Set this day</button></div>
	</form>
</div>
</div>
