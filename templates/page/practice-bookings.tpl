<div class="wrap stack l">
{{>PRACTICE_HEAD}}
<h2>Bookings of my clients</h2>
{{>PRACTICE_TABS}}
{{#LIST}}
<table class="table fold"><caption class="vh">{{#SHOW_UPCOMING}}Upcoming bookings{{/SHOW_UPCOMING}}{{#SHOW_PAST}}Past bookings{{/SHOW_PAST}}</caption>
	<thead><tr><th scope="col">Client</th><th scope="col">Time</th><th scope="col">Service</th><th scope="col">State</th><th scope="col" class="r">Your share</th></tr></thead>
	<tbody>
	{{#ITEM}}
	<tr{{#HELD}} class="muted"{{/HELD}}><th scope="row"><a href="/booking/{{NO}}">{{CLIENT_NAME}}</a></th><td data-label="Time"><time datetime="{{STARTS_ISO}}">{{WHEN}}</time></td><td data-label="Service">{{SERVICE_NAME}}{{#ONLINE}}<br><span class="small muted">Online</span>{{/ONLINE}}{{#IN_PERSON}}<br><span class="small muted">In person</span>{{/IN_PERSON}}</td><td data-label="State"><span class="state {{STATE_CLASS}}">{{STATE}}</span></td><td class="r num" data-label="Your share">{{SHARE}}</td></tr>
	{{/ITEM}}
	</tbody></table>
{{/LIST}}
{{>PAGER}}
{{#NONE_UPCOMING}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h3 class="h2">No session is coming up</h3><p>As soon as a client books you, the session stands here. What is offered, and why other times are not, says your availability.</p><a class="btn second" href="/practice/availability">My availability</a></div>
{{/NONE_UPCOMING}}
{{#NONE_PAST}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h3 class="h2">Nothing here yet</h3><p>Sessions move here when they are over, and when they are cancelled.</p><a class="btn second" href="/practice/bookings">Upcoming sessions</a></div>
{{/NONE_PAST}}
</div>
