<div class="wrap narrow stack l">
<header class="head">
	<h1>Settings of the marketplace</h1>
	<p class="lead">Each change is written down in the <a href="/backoffice/audit">audit</a>.</p>
</header>
<form class="form" method="post" action="/backoffice/settings">{{>FORM}}
	<section class="card form" aria-labelledby="look-h">
		<h2 id="look-h">How it presents itself</h2>
		<div class="field"><label for="name">Name</label>
			<input id="name" name="name" type="text" maxlength="120" required value="{{V_NAME}}"{{#E_NAME}} aria-describedby="name-error"{{/E_NAME}}{{#E_NAME}} aria-invalid="true"{{/E_NAME}}>
			{{#E_NAME}}<p class="error" id="name-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_NAME_TEXT}}</p>{{/E_NAME}}</div>
		<div class="field"><label for="claim">Claim <span class="opt">(optional)</span></label>
			<p class="hint" id="claim-hint">One line on the start page.</p>
			<input id="claim" name="claim" type="text" maxlength="200" value="{{V_CLAIM}}" aria-describedby="claim-hint{{#E_CLAIM}} claim-error{{/E_CLAIM}}"{{#E_CLAIM}} aria-invalid="true"{{/E_CLAIM}}>
			{{#E_CLAIM}}<p class="error" id="claim-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_CLAIM_TEXT}}</p>{{/E_CLAIM}}</div>
		<div class="field"><label for="support">Address for questions</label>
			<p class="hint" id="support-hint">Stands in every mail and on the help pages.</p>
			<input id="support" name="support" type="email" maxlength="200" required value="{{V_SUPPORT}}" aria-describedby="support-hint{{#E_SUPPORT}} support-error{{/E_SUPPORT}}"{{#E_SUPPORT}} aria-invalid="true"{{/E_SUPPORT}}>
			{{#E_SUPPORT}}<p class="error" id="support-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_SUPPORT_TEXT}}</p>{{/E_SUPPORT}}</div>
	</section>
	<section class="card form" aria-labelledby="money-h">
		<h2 id="money-h">Money</h2>
		<div class="field"><label for="fee">Fee in percent</label>
			<p class="hint" id="fee-hint">Of the price of a session. The next booking carries it; older ones keep theirs.</p>
			<input id="fee" name="fee" class="short" inputmode="decimal" maxlength="8" required value="{{V_FEE}}" aria-describedby="fee-hint{{#E_FEE}} fee-error{{/E_FEE}}"{{#E_FEE}} aria-invalid="true"{{/E_FEE}}>
			{{#E_FEE}}<p class="error" id="fee-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FEE_TEXT}}</p>{{/E_FEE}}</div>
		<div class="field"><label for="fixed">Fixed part, in {{CURRENCY}}</label>
			<p class="hint" id="fixed-hint">For each paid booking, never more than its price.</p>
			<input id="fixed" name="fixed" class="short" inputmode="decimal" required value="{{V_FIXED}}" aria-describedby="fixed-hint{{#E_FIXED}} fixed-error{{/E_FIXED}}"{{#E_FIXED}} aria-invalid="true"{{/E_FIXED}}>
			{{#E_FIXED}}<p class="error" id="fixed-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_FIXED_TEXT}}</p>{{/E_FIXED}}</div>
		<div class="field"><label for="minimum">Minimum price, in {{CURRENCY}}</label>
			<p class="hint" id="minimum-hint">Of a service that is not free.</p>
			<input id="minimum" name="minimum" class="short" inputmode="decimal" required value="{{V_MINIMUM}}" aria-describedby="minimum-hint{{#E_MINIMUM}} minimum-error{{/E_MINIMUM}}"{{#E_MINIMUM}} aria-invalid="true"{{/E_MINIMUM}}>
			{{#E_MINIMUM}}<p class="error" id="minimum-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_MINIMUM_TEXT}}</p>{{/E_MINIMUM}}</div>
		<input type="hidden" name="refunds" value="auto">
		{{#E_REFUNDS}}<p class="error">{{E_REFUNDS_TEXT}}</p>{{/E_REFUNDS}}
	</section>
	<div class="row"><button class="btn">Save</button></div>
</form>
</div>
