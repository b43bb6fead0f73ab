<div class="wrap stack l">
<nav aria-label="Breadcrumb"><ol class="crumbs"><li><a href="/coaches">Coaches</a></li><li aria-current="page">{{COACH_NAME}}</li></ol></nav>
<div class="split">
<div class="stack l">
	<section class="profile" aria-labelledby="name">
		{{#FACE}}<img class="face xl" src="{{FACE_PICTURE}}" width="144" height="144" alt="Portrait of {{COACH_NAME}}">{{/FACE}}{{#INITIALS}}<span class="face xl" aria-hidden="true">{{FACE_INITIALS}}</span>{{/INITIALS}}
		<div>
			<h1 id="name">{{COACH_NAME}}</h1>
			<p class="lead">{{COACH_HEADLINE}}</p>
			<ul class="facts">
				{{#COACH_AT}}
				<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>{{COACH_PLACE}}</li>
				{{/COACH_AT}}
				{{#COACH_SPEAKS}}
				<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#translate"></use></svg>{{COACH_LANGUAGES}}</li>
				{{/COACH_SPEAKS}}
				<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#globe2"></use></svg>{{COACH_ZONE}}, now {{COACH_NOW}}</li>
			</ul>
		</div>
	</section>
	{{#COACH_KNOWS}}
	<ul class="chips" aria-label="Specialties">
		{{#SPECIALTY}}
		<li><a class="chip" href="/coaches?topic={{SPECIALTY_NAME:url_query_escape}}">{{SPECIALTY_NAME}}</a></li>
		{{/SPECIALTY}}
		{{#SPECIALTY_OWN}}
		<li class="chip">{{SPECIALTY_NAME}}</li>
		{{/SPECIALTY_OWN}}
	</ul>
	{{/COACH_KNOWS}}
	{{#COACH_BIO}}
	<section class="prose" aria-labelledby="about-h">
		<h2 id="about-h">About {{COACH_NAME}}</h2>
		{{#BIO}}
		<p>{{#BIO_LINE}}{{#BIO_BREAK}}<br>{{/BIO_BREAK}}{{BIO_TEXT}}{{/BIO_LINE}}</p>
		{{/BIO}}
	</section>
	{{/COACH_BIO}}
	<section class="stack" aria-labelledby="services-h">
		<h2 id="services-h">Services and free times</h2>
		{{#SERVICE}}
		<article class="card service">
			<div class="bar"><h3>{{SERVICE_NAME}}</h3><span class="price">{{SERVICE_PRICE}}</span></div>
			{{#SERVICE_SAYS}}
			<p class="muted">{{SERVICE_DESCRIPTION}}</p>
			{{/SERVICE_SAYS}}
			{{>SERVICE_FACTS}}
			{{#TIMES}}
			<p class="small muted">Next free, in <span class="tz">{{READER_ZONE}}</span></p>
			<ul class="chips" aria-label="Next free times, {{SERVICE_NAME}}">
				{{#TIME}}
				<li><a class="chip" href="/book/{{COACH_SLUG}}/{{SERVICE_SLUG}}?day={{TIME_DATE:url_query_escape}}"><time datetime="{{TIME_UTC}}">{{TIME_DAY}}, <b>{{TIME_HOUR}}</b></time>{{#TIME_OTHER}} <span class="muted">({{TIME_COACH}} {{COACH_ZONE}})</span>{{/TIME_OTHER}}</a></li>
				{{/TIME}}
			</ul>
			{{/TIMES}}
			{{#NO_TIMES}}
			<p class="small muted">Nothing free in the next four weeks.</p>
			{{/NO_TIMES}}
			<div class="foot-row">
				<details class="more">
					<summary>Cancelling and moving<span class="vh">, {{SERVICE_NAME}}</span></summary>
					<div class="stack s">
					{{>POLICY_WORDS}}
					</div>
				</details>
				<a class="btn" href="/book/{{COACH_SLUG}}/{{SERVICE_SLUG}}">Choose a time<span class="vh">, {{SERVICE_NAME}}</span></a>
			</div>
		</article>
		{{/SERVICE}}
		{{#NO_SERVICE}}
		<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg>
			<h3 class="h2">Nothing to book at the moment</h3><p>{{COACH_NAME}} offers no sessions right now.</p>
			<a class="btn" href="/coaches">Find another coach</a></div>
		{{/NO_SERVICE}}
	</section>
</div>
<aside class="sticky stack" aria-label="Good to know">
	<section class="card soft" aria-labelledby="zone-h">
		<h2 class="h3" id="zone-h">Whose time is it?</h2>
		<p>Free times are shown in <span class="tz">{{READER_ZONE}}</span>.</p>
		{{#TWO_ZONES}}
		<p class="muted">{{COACH_NAME}} works in <span class="tz">{{COACH_ZONE}}</span>, where it is {{COACH_NOW}} now. You can choose another zone when you pick a time.</p>
		{{/TWO_ZONES}}
	</section>
	<section class="card soft" aria-labelledby="pay-h">
		<h2 class="h3" id="pay-h">If something comes up</h2>
		<p>Each service says until when you can cancel or move, and what you get back. Before you pay you see it again with dates.</p>
		<p><a href="/help/payments">How payments and refunds work</a></p>
	</section>
</aside>
</div>
</div>
