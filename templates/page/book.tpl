{{#OFFERED}}
<div class="wrap stack l">
<header class="head">
	<ol class="steps" aria-label="Progress"><li aria-current="step">Choose time</li><li>Confirm</li><li>Pay</li></ol>
	{{>SESSION_HEAD}}
	{{#SERVICE_SAYS}}<p class="muted">{{SERVICE_DESCRIPTION}}</p>{{/SERVICE_SAYS}}
</header>
{{>MONTH}}
<section class="card stack" aria-labelledby="pol-h">
	<h2 id="pol-h">If something comes up</h2>
	{{>POLICY_WORDS}}
</section>
</div>
{{/OFFERED}}
{{#NOT_OFFERED}}
{{>NOT_OFFERED}}
{{/NOT_OFFERED}}
