<ol class="policy">
	{{#POLICY_STEP}}
	<li{{#NOW_STEP}} class="now" aria-current="true"{{/NOW_STEP}}><b>{{STEP_WHAT}}</b><small>{{STEP_WHEN}}</small></li>
	{{/POLICY_STEP}}
</ol>
