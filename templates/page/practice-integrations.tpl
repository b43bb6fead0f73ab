<div class="wrap stack l">
{{>PRACTICE_HEAD}}
<div class="split">
<section class="card stack" aria-labelledby="calendar-h">
	<div class="bar"><h2 id="calendar-h">Calendar</h2><span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg>Connected</span></div>
	{{#CALEU_OFF}}<p>Your times are kept here: by your weekly hours, single dates and absences. What is booked takes its time away by itself.</p>{{/CALEU_OFF}}
	{{#CALEU_ON}}<p>Your times come from Cal.eu. What is booked here takes its time away by itself.</p>{{/CALEU_ON}}
	<p><a href="/practice/availability">See and change your hours</a></p>
	<p>To see your sessions in a calendar program of your own, give it the address that <a href="/account/settings#feed">your settings</a> show.</p>
</section>
{{>PRACTICE_CARD}}
</div>
</div>
