<div class="wrap stack l">
<div class="bar"><h1>Coaches</h1><a class="btn second" href="/practice/coaches/new"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#plus-lg"></use></svg>New coach</a></div>
<form class="search" method="get" action="/practice/coaches" role="search">
	<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>
	<label class="vh" for="q">Search coaches by name or mail address</label>
	<input id="q" name="q" type="search" placeholder="Name or mail address" maxlength="100" value="{{V_Q}}">
	<input type="hidden" name="status" value="{{CHOSEN_STATUS}}">
	<button class="btn">Search</button>
</form>
<ul class="chips" aria-label="Status">
	{{#CHIP}}
	<li><a class="chip{{#ON}} on{{/ON}}" href="{{CHIP_HREF}}"{{#ON}} aria-current="true"{{/ON}}>{{CHIP_SAYS}} <b>{{CHIP_COUNT}}</b></a></li>
	{{/CHIP}}
</ul>
{{#ROWS}}
<table class="table fold"><caption class="vh">Coaches</caption>
	<thead><tr><th scope="col">Name</th><th scope="col">Status</th><th scope="col">Integrations</th><th scope="col" class="r">Services</th><th scope="col" class="r">Bookings</th><th scope="col"><span class="vh">Decision</span></th></tr></thead>
	<tbody>
	{{#ROW}}
	<tr><th scope="row"><a href="/practice/coaches/{{COACH_ID}}">{{COACH_NAME}}</a><br><span class="small muted">{{COACH_MAIL}}</span></th><td data-label="Status"><span class="state {{STATUS_CLASS}}">{{STATUS}}</span></td><td data-label="Integrations"><span class="chip"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-week"></use></svg>{{#LOCAL}}Local calendar{{/LOCAL}}{{#CALEU}}Cal.eu{{/CALEU}}</span></td><td class="r num" data-label="Services">{{SERVICE_COUNT}}</td><td class="r num" data-label="Bookings">{{BOOKING_COUNT}}</td><td class="r">{{#IS_PENDING}}<form class="row" method="post" action="/practice/coaches/{{COACH_ID}}">{{>FORM}}<button class="btn second" name="do" value="approve">Approve<span class="vh"> {{COACH_NAME}}</span></button><a class="btn danger quiet" href="/practice/coaches/{{COACH_ID}}#reject">Reject<span class="vh"> {{COACH_NAME}}</span></a></form>{{/IS_PENDING}}</td></tr>
	{{/ROW}}
	</tbody></table>
{{/ROWS}}
{{#NOBODY}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#people"></use></svg><h2>No coach here</h2><p>No coach has this status and this name. The chips above count what the search finds.</p><a class="btn second" href="/practice/coaches">All coaches</a></div>
{{/NOBODY}}
{{#PAGES}}
<nav class="pager" aria-label="Pages">
	{{#FIRST}}<a class="btn second" rel="first" href="{{FIRST_HREF}}">Back to the start</a>{{/FIRST}}
	{{#NEXT}}<a class="btn second" rel="next" href="{{NEXT_HREF}}">More coaches<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></a>{{/NEXT}}
</nav>
{{/PAGES}}
</div>
