<li class="card item">
	<p class="day" aria-hidden="true">{{DAY_MONTH}}<b>{{DAY_NUMBER}}</b>{{DAY_WEEKDAY}}</p>
	<div class="grow stack s"><h2 class="h3"><a class="cover" href="/booking/{{NO}}">{{SERVICE_NAME}} with {{COACH_NAME}}</a></h2>
		<p class="small muted"><time datetime="{{STARTS_ISO}}">{{WHEN}}</time></p>
		{{#HELD}}<p class="small">Pay until <time datetime="{{HOLD_ISO}}">{{HOLD_HHMM}}</time> <span class="tz">{{HOLD_ZONE}}</span>, or the time becomes free again.</p>{{/HELD}}</div>
	{{#ONLINE}}<span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</span>{{/ONLINE}}{{#IN_PERSON}}<span class="chip person"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>In person</span>{{/IN_PERSON}}
	<span class="state {{STATE_CLASS}}">{{STATE}}</span>
</li>
