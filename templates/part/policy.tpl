<ol class="policy">
	{{#POLICY_STEP}}<li{{#NOW_STEP}} class="now"{{/NOW_STEP}}>{{STEP}}</li>
	{{/POLICY_STEP}}
</ol>
