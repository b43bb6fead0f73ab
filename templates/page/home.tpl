<div class="wrap stack xl">
<section class="hero" aria-labelledby="hero-h">
	<div class="stack">
		<h1 id="hero-h">Find the coach who fits, and a time that does too</h1>
		<p class="lead">{{#CLAIM}}{{CLAIM_TEXT}}. {{/CLAIM}}See real free times, pay once, change your mind within a policy you can read.</p>
		<form class="search large" method="get" action="/coaches" role="search">
			<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>
			<label class="vh" for="q">Search coaches</label>
			<input id="q" name="q" type="search" placeholder="Name, goal or topic" autocomplete="off" maxlength="100">
			<button class="btn">Search</button>
		</form>
		{{#TOPICS}}
		<ul class="chips" aria-label="Topics">
			{{#TOPIC}}
			<li><a class="chip" href="/coaches?topic={{TOPIC_NAME:url_query_escape}}">{{TOPIC_NAME}}</a></li>
			{{/TOPIC}}
		</ul>
		{{/TOPICS}}
	</div>
	{{#MOSAIC}}
	<div class="mosaic" aria-hidden="true">
		{{#MOSAIC_FACE}}
		{{#FACE}}<img src="{{FACE_PICTURE}}" width="120" height="120" alt="">{{/FACE}}{{#INITIALS}}<span class="face l">{{FACE_INITIALS}}</span>{{/INITIALS}}
		{{/MOSAIC_FACE}}
	</div>
	{{/MOSAIC}}
</section>
{{#NEXT}}
<section class="stack l" aria-labelledby="next-h">
	<div class="bar"><h2 id="next-h">Next free times</h2><a class="btn quiet" href="/coaches">All coaches<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></a></div>
	<ul class="grid">
		{{#COACHES}}{{>COACH_CARD}}{{/COACHES}}
	</ul>
</section>
{{/NEXT}}
<section class="stack l" aria-labelledby="how-h">
	<h2 id="how-h">How it works</h2>
	<ul class="why">
		<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-check"></use></svg><h3>Times that are really free</h3><p class="muted">You see each coach's own calendar, in your time zone. The time you pick is kept for you while you pay.</p></li>
		<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#receipt"></use></svg><h3>A policy with dates, not riddles</h3><p class="muted">Before you pay you read until when you can move or cancel, and what comes back. <a href="/help/payments">How payments work</a></p></li>
		<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#shield-check"></use></svg><h3>Approved coaches only</h3><p class="muted">Each coach is checked by us before the profile appears here.</p></li>
	</ul>
</section>
</div>
