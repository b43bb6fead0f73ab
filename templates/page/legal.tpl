<div class="wrap narrow">
<header class="head">
	<h1>{{TEXT_TITLE}}</h1>
	<p class="lead">Version {{TEXT_VERSION}}, in force since {{TEXT_DATE}}</p>
</header>
<div class="stack l">
	{{#OLD}}
	<div class="notice warn"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-triangle"></use></svg><p>This version has been replaced. <a href="/legal/{{TEXT_KIND}}">Read the one in force</a></p></div>
	{{/OLD}}
	<article class="prose">{{TEXT_MD:none}}</article>
	<p class="small muted">{{#EARLIER}}<a href="/legal/{{TEXT_KIND}}?version={{EARLIER_VERSION:url_query_escape}}">The version before this one</a>{{/EARLIER}}</p>
</div>
</div>
