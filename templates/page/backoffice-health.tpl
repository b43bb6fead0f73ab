<div class="wrap mid stack l">
<header class="head">
	<h1>Health</h1>
	<p class="lead">Looked up this moment: {{CHECKED_AT}}.</p>
</header>
<section class="card" aria-labelledby="money-h">
	<h2 id="money-h">Money</h2>
	{{#SOUND}}<div class="notice good"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg><p>{{LINE}}</p></div>{{/SOUND}}
	{{#FAULTY}}<div class="notice bad" role="alert"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg><p>{{LINE}}</p></div>{{/FAULTY}}
	<p class="small muted">Payments, bookings and the ledger of this marketplace, compared. A payment that has just arrived may stand here for a moment.</p>
</section>
<section class="card" aria-labelledby="jobs-h">
	<h2 id="jobs-h">Jobs</h2>
	<dl class="defs">{{#JOB}}<div><dt>{{JOB_NAME}}</dt><dd>{{#IN_TIME}}In time{{/IN_TIME}}{{#LATE}}Behind by {{LATE_FOR}}{{/LATE}}<span class="block small muted">{{JOB_DOES}}</span></dd></div>{{/JOB}}</dl>
	<p class="small muted">These work for all marketplaces of this installation together.</p>
</section>
</div>
