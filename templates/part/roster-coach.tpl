<div class="wrap">
<header class="head">
	<a class="back" href="/practice/coaches"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-left"></use></svg>Coaches</a>
	<div class="person">{{>FACE}}<div><h1>{{COACH_NAME}}</h1><p class="muted"><a href="mailto:{{COACH_MAIL}}">{{COACH_MAIL}}</a></p></div></div>
</header>
<div class="split">
<div class="stack">
	<section class="card" aria-labelledby="profile-h">
		<h2 id="profile-h">Profile</h2>
		<dl class="defs">
			{{#HEADLINE}}<div><dt>Headline</dt><dd>{{HEADLINE_TEXT}}</dd></div>{{/HEADLINE}}
			{{#BIO}}<div><dt>About</dt><dd class="lines-kept">{{BIO_TEXT}}</dd></div>{{/BIO}}
			{{#SPECIALTYS}}<div><dt>Specialties</dt><dd><ul class="chips">{{#SPECIALTY}}<li class="chip">{{SPECIALTY_TEXT}}</li>{{/SPECIALTY}}</ul></dd></div>{{/SPECIALTYS}}
			{{#CUSTOM}}<div><dt>In their own words</dt><dd>{{CUSTOM_TEXT}}</dd></div>{{/CUSTOM}}
			{{#LANGUAGES}}<div><dt>Languages</dt><dd><ul class="chips">{{#LANGUAGE}}<li class="chip">{{LANGUAGE_TEXT}}</li>{{/LANGUAGE}}</ul></dd></div>{{/LANGUAGES}}
			{{#PLACE}}<div><dt>Place</dt><dd>{{PLACE_TEXT}}</dd></div>{{/PLACE}}
			<div><dt>Time zone</dt><dd>{{COACH_ZONE}}</dd></div>
			<div><dt>Integrations</dt><dd><span class="chip"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-week"></use></svg>{{#LOCAL}}Local calendar{{/LOCAL}}{{#CALEU}}Cal.eu{{/CALEU}}</span></dd></div>
			<div><dt>Coach since</dt><dd>{{CREATED}}</dd></div>
		</dl>
	</section>
	<section class="card" aria-labelledby="services-h">
		<h2 id="services-h">Services</h2>
		{{#SERVICES}}
		<table class="table fold"><caption class="vh">Services</caption>
			<thead><tr><th scope="col">Service</th><th scope="col">Meeting</th><th scope="col">State</th><th scope="col" class="r">Minutes</th><th scope="col" class="r">Price</th></tr></thead>
			<tbody>{{#SERVICE}}<tr{{#INACTIVE}} class="muted"{{/INACTIVE}}><th scope="row">{{SERVICE_NAME}}</th><td data-label="Meeting">{{#ONLINE}}Online{{/ONLINE}}{{#IN_PERSON}}In person{{/IN_PERSON}}</td><td data-label="State">{{#ACTIVE}}Active{{/ACTIVE}}{{#INACTIVE}}Inactive{{/INACTIVE}}</td><td class="r num" data-label="Minutes">{{MINUTES}}</td><td class="r num" data-label="Price">{{PRICE}}</td></tr>{{/SERVICE}}</tbody></table>
		{{/SERVICES}}
		{{#NO_SERVICES}}<p class="muted">No service yet.</p>{{/NO_SERVICES}}
	</section>
	<section class="card" aria-labelledby="bookings-h">
		<h2 id="bookings-h">Last bookings</h2>
		{{#BOOKINGS}}
		<table class="table fold"><caption class="vh">Last bookings</caption>
			<thead><tr><th scope="col">Booking</th><th scope="col">Time</th><th scope="col">Service</th><th scope="col">State</th><th scope="col" class="r">Price</th></tr></thead>
			<tbody>{{#BOOKING}}<tr><th scope="row">{{CLIENT_NAME}}<br><span class="small muted">{{NO}}</span></th><td data-label="Time"><time datetime="{{STARTS_ISO}}">{{WHEN}}</time></td><td data-label="Service">{{SERVICE_NAME}}</td><td data-label="State"><span class="state {{STATE_CLASS}}">{{STATE}}</span></td><td class="r num" data-label="Price">{{PRICE}}</td></tr>{{/BOOKING}}</tbody></table>
		{{/BOOKINGS}}
		{{#NO_BOOKINGS}}<p class="muted">No booking yet.</p>{{/NO_BOOKINGS}}
	</section>
</div>
<aside class="sticky stack" aria-label="Status and decision">
	<section class="card" aria-labelledby="status-h">
		<h2 id="status-h">Status</h2>
		<p><span class="state {{STATUS_CLASS}}">{{STATUS}}</span></p>
		<p class="small muted">since {{STATUS_AT}}</p>
		{{#REASON}}<h3 class="small muted">Reason</h3><p class="lines-kept">{{REASON_TEXT}}</p>{{/REASON}}
		{{#LISTED}}<p><a href="/coaches/{{COACH_SLUG}}">See the public profile</a></p>{{/LISTED}}
	</section>
	{{>ROSTER_ACTIONS}}
</aside>
</div>
</div>
