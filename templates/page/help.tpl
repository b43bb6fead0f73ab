{{#INDEX}}
<div class="wrap mid">
<header class="head">
	<h1>Help</h1>
	<p class="lead">Short guides for what people ask most.</p>
</header>
<div class="stack l">
<ul class="items">
	{{#GUIDE}}
	<li class="card item">
		<div class="grow stack s"><h2 class="h3"><a class="cover" href="/help/{{GUIDE_SLUG}}">{{GUIDE_TITLE}}</a></h2>
			<p class="small muted">{{GUIDE_SAYS}}</p></div>
		<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#chevron-right"></use></svg>
	</li>
	{{/GUIDE}}
</ul>
{{>HELP_CONTACT}}
</div>
</div>
{{/INDEX}}
{{#TOPIC}}
<div class="wrap">
<header class="head">
	<a class="back" href="/help"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-left"></use></svg>Help</a>
	<h1>{{HEADLINE}}</h1>
	<p class="lead">{{LEAD}}</p>
</header>
<div class="split">
<div class="stack l">
	<article class="prose">
		{{#BOOKING}}{{>HELP_BOOKING}}{{/BOOKING}}
		{{#PAYMENTS}}{{>HELP_PAYMENTS}}{{/PAYMENTS}}
		{{#CANCEL}}{{>HELP_CANCEL}}{{/CANCEL}}
		{{#ONLINE}}{{>HELP_ONLINE}}{{/ONLINE}}
		{{#PRIVACY}}{{>HELP_PRIVACY}}{{/PRIVACY}}
	</article>
</div>
<aside class="sticky stack" aria-label="More help">
	<nav class="card soft" aria-labelledby="more-h"><h2 class="h3" id="more-h">Guides</h2>
		<ul class="stack s">
			{{#GUIDE}}
			<li><a href="/help/{{GUIDE_SLUG}}"{{#HERE}} aria-current="page"{{/HERE}}>{{GUIDE_TITLE}}</a></li>
			{{/GUIDE}}
		</ul></nav>
	{{>HELP_CONTACT}}
</aside>
</div>
</div>
{{/TOPIC}}
