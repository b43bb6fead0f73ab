<div class="book" id="book" data-book data-zone="{{MONTH_ZONE}}" data-zone-from="{{ZONE_FROM}}">
<section class="card" aria-labelledby="month-h">
	<div class="bar">
		<h2 id="month-h" tabindex="-1">{{MONTH_NAME}}</h2>
		<div class="row">
			{{#EARLIER}}<a class="btn second square" href="?month={{MONTH_WORD}}{{#LOOK}}&amp;zone={{LOOK_ZONE:url_query_escape}}{{/LOOK}}" rel="prev" aria-label="{{TO_NAME}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#chevron-left"></use></svg></a>{{/EARLIER}}
			{{#LATER}}<a class="btn second square" href="?month={{MONTH_WORD}}{{#LOOK}}&amp;zone={{LOOK_ZONE:url_query_escape}}{{/LOOK}}" rel="next" aria-label="{{TO_NAME}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#chevron-right"></use></svg></a>{{/LATER}}
		</div>
	</div>
	<table class="month">
		<caption class="vh">{{MONTH_NAME}}, free times per day</caption>
		<thead><tr><th scope="col" abbr="Monday"><span aria-hidden="true">Mon</span><span class="vh">Monday</span></th><th scope="col" abbr="Tuesday"><span aria-hidden="true">Tue</span><span class="vh">Tuesday</span></th><th scope="col" abbr="Wednesday"><span aria-hidden="true">Wed</span><span class="vh">Wednesday</span></th><th scope="col" abbr="Thursday"><span aria-hidden="true">Thu</span><span class="vh">Thursday</span></th><th scope="col" abbr="Friday"><span aria-hidden="true">Fri</span><span class="vh">Friday</span></th><th scope="col" abbr="Saturday"><span aria-hidden="true">Sat</span><span class="vh">Saturday</span></th><th scope="col" abbr="Sunday"><span aria-hidden="true">Sun</span><span class="vh">Sunday</span></th></tr></thead>
		<tbody>
			{{#WEEK}}
			<tr>{{#DAY}}<td{{#TODAY}} class="today"{{/TODAY}}>{{#FREE}}<a href="?day={{DAY_WORD}}{{#LOOK}}&amp;zone={{LOOK_ZONE:url_query_escape}}{{/LOOK}}"{{#CHOSEN_DAY}} aria-current="date"{{/CHOSEN_DAY}}><span class="vh">{{WEEKDAY_NAME}} </span>{{DAY_NUMBER}}<span class="vh"> {{DAY_MONTH_NAME}}, </span><small>{{COUNT}} <span class="word">free</span><span class="vh"> {{TIMES_WORD}}</span></small></a>{{/FREE}}{{#NONE}}<span><span aria-hidden="true">{{DAY_NUMBER}}</span><span class="vh">{{DAY_NAME}}, no free times</span></span>{{/NONE}}</td>{{/DAY}}</tr>
			{{/WEEK}}
		</tbody>
	</table>
	{{#ZONE_LINK}}
	<p class="row small"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#globe2"></use></svg><span>Times in <b>{{MONTH_ZONE}}</b></span> <a href="?choose=1{{#HERE}}&amp;day={{HERE_WORD}}{{/HERE}}{{#LOOK}}&amp;zone={{LOOK_ZONE:url_query_escape}}{{/LOOK}}" rel="nofollow">Change<span class="vh"> the time zone</span></a></p>
	{{/ZONE_LINK}}
	{{#ZONES}}
	<form method="get" data-auto>
		{{#HERE}}<input type="hidden" name="day" value="{{HERE_WORD}}">{{/HERE}}
		<label for="zone">Time zone</label>
		<div class="withbtn"><select class="input" id="zone" name="zone">{{#ZONE_OPTION}}<option value="{{ZONE_NAME}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{ZONE_NAME}}</option>{{/ZONE_OPTION}}</select><button class="btn second">Show</button></div>
	</form>
	{{/ZONES}}
</section>
<section class="stack" aria-labelledby="day-h">
	{{#TIMES}}
	<div class="stack s"><h2 id="day-h" tabindex="-1">{{CHOSEN_NAME}}</h2>
	<p class="small muted">{{CHOSEN_COUNT}} {{CHOSEN_WORD}} in <span class="tz">{{MONTH_ZONE}}</span>{{#TWO_ZONES}}; the small time below is that of {{OTHER_NAME}} in <span class="tz">{{OTHER_ZONE}}</span>{{/TWO_ZONES}}</p>
	{{#CLOCK_CHANGES}}<p class="small muted">The clocks change on this day; each time names its zone.</p>{{/CLOCK_CHANGES}}</div>
	<form class="stack l" method="get" action="{{CHOOSE_TO}}" data-leave>
		<div class="times">
			{{#PART_OF_DAY}}<fieldset><legend>{{PART_NAME}}</legend>{{#TIME}}<label class="time"><input type="radio" name="start" value="{{START}}" required data-say="{{SAY}}"{{#CHOSEN_TIME}} checked{{/CHOSEN_TIME}}>{{HHMM}}<span class="vh"> {{MONTH_ZONE}}</span>{{#OTHER}}<small>{{OTHER_HHMM}}<span class="vh"> {{OTHER_ZONE}}</span></small>{{/OTHER}}</label>{{/TIME}}</fieldset>{{/PART_OF_DAY}}
		</div>
		<div class="go stay">
			<output>{{#CHOSEN}}{{CHOSEN_SAY}}{{/CHOSEN}}{{#NOTHING_CHOSEN}}Choose a time{{/NOTHING_CHOSEN}} <span class="tz">{{MONTH_ZONE}}</span></output>
			<button class="btn">Continue<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></button>
		</div>
	</form>
	{{/TIMES}}
	{{#DAY_IS_FULL}}
	<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h2 id="day-h" tabindex="-1">{{FULL_DAY}} has no free time</h2>
	{{#NEXT}}<p>The next free time is on {{NEXT_NAME}}.</p><a class="btn second" href="?day={{NEXT_WORD}}{{#LOOK}}&amp;zone={{LOOK_ZONE:url_query_escape}}{{/LOOK}}">Show {{NEXT_NAME}}</a>{{/NEXT}}
	{{#NO_NEXT}}<p>At the moment there is no free time at all. Other coaches may have one.</p><a class="btn second" href="/coaches">Find another coach</a>{{/NO_NEXT}}</div>
	{{/DAY_IS_FULL}}
	{{#MONTH_IS_FULL}}
	<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h2 id="day-h" tabindex="-1">{{FULL_MONTH}} has no free time</h2>
	{{#NEXT}}<p>The next free time is on {{NEXT_NAME}}.</p><a class="btn second" href="?day={{NEXT_WORD}}{{#LOOK}}&amp;zone={{LOOK_ZONE:url_query_escape}}{{/LOOK}}">Show {{NEXT_NAME}}</a>{{/NEXT}}
	{{#NO_NEXT}}<p>At the moment there is no free time at all. Other coaches may have one.</p><a class="btn second" href="/coaches">Find another coach</a>{{/NO_NEXT}}</div>
	{{/MONTH_IS_FULL}}
</section>
</div>
