<div class="wrap stack l">
<header class="head">
	<h1>Audit</h1>
	<p class="lead">Who did what, when. Nothing here can be changed, and each row seals the one before it.</p>
</header>
{{#CHAIN_WHOLE}}<div class="notice good"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg><p>{{#SOUND}}Chain complete up to {{SOUND_AT}}.{{/SOUND}} {{#ONE_ROW}}One row{{/ONE_ROW}}{{#MANY_ROWS}}The last {{CHAIN_ROWS}} rows{{/MANY_ROWS}} checked.</p></div>{{/CHAIN_WHOLE}}
{{#CHAIN_BROKEN}}<div class="notice bad" role="alert"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg><p>The chain is broken at row {{BROKEN_ROW}} of {{BROKEN_AT}}: this row or one right before it was changed or taken away.{{#SOUND}} Chain complete up to {{SOUND_AT}}.{{/SOUND}}</p></div>{{/CHAIN_BROKEN}}
{{#CHAIN_EMPTY}}<div class="notice"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#info-circle"></use></svg><p>Nothing was written down yet.</p></div>{{/CHAIN_EMPTY}}
<form class="row low" method="get" action="/backoffice/audit">
	<div class="field"><label for="action">Action</label>
		<select class="input auto" id="action" name="action"><option value="">All actions</option>{{#ACTION_OPTION}}<option value="{{OPTION_VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_SAYS}}</option>{{/ACTION_OPTION}}</select></div>
	<div class="field"><label for="from">From</label>
		<input class="input" id="from" name="from" type="date" value="{{V_FROM}}"{{#E_FROM}} aria-invalid="true" aria-describedby="from-error"{{/E_FROM}}>
		{{#E_FROM}}<p class="error" id="from-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FROM_TEXT}}</p>{{/E_FROM}}</div>
	<div class="field"><label for="to">To</label>
		<input class="input" id="to" name="to" type="date" value="{{V_TO}}"{{#E_TO}} aria-invalid="true" aria-describedby="to-error"{{/E_TO}}>
		{{#E_TO}}<p class="error" id="to-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_TO_TEXT}}</p>{{/E_TO}}</div>
	<button class="btn">Show</button><a class="btn quiet" href="/backoffice/audit">Clear</a>
</form>
{{#ROWS}}
<table class="table fold"><caption class="vh">Actions, newest first</caption>
	<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Of what</th><th scope="col">Before and after</th></tr></thead>
	<tbody>
	{{#ROW}}
	<tr><td data-label="When"><time datetime="{{AT_ISO}}">{{AT}}</time></td><td data-label="Who">{{WHO}}</td><th scope="row">{{WHAT}}</th><td data-label="Of what">{{#COACH_LINK}}<a href="/practice/coaches/{{COACH_ID}}">Coach {{COACH_ID}}</a>{{/COACH_LINK}}{{#OBJECT}}{{OBJECT_TEXT}}{{/OBJECT}}</td><td data-label="Before and after"><ul class="stack s small">{{#VALUE}}<li><span class="muted">{{VALUE_NAME}}:</span> {{VALUE_BEFORE}} <span aria-hidden="true">→</span><span class="vh">became</span> <b>{{VALUE_AFTER}}</b></li>{{/VALUE}}{{#DETAIL}}<li>{{DETAIL_TEXT}}</li>{{/DETAIL}}</ul></td></tr>
	{{/ROW}}
	</tbody></table>
{{/ROWS}}
{{#NOTHING}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#journal-text"></use></svg><h2>No rows</h2><p>Nothing was written down that fits this choice.</p></div>
{{/NOTHING}}
{{#PAGES}}
<nav class="pager" aria-label="Pages">
	{{#FIRST}}<a class="btn second" rel="first" href="{{FIRST_HREF}}">Back to the newest</a>{{/FIRST}}
	{{#NEXT}}<a class="btn second" rel="next" href="{{NEXT_HREF}}">Older rows<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-right"></use></svg></a>{{/NEXT}}
</nav>
{{/PAGES}}
</div>
