{{#POLICY_GRATIS}}
<p class="small">{{POLICY_WORDS}}</p>
{{/POLICY_GRATIS}}
{{#POLICY_STEPS}}
<ol class="policy">
	{{#POLICY_STEP}}
	<li><b>{{POLICY_WHAT}}</b><small>{{POLICY_WHEN}}</small></li>
	{{/POLICY_STEP}}
</ol>
{{/POLICY_STEPS}}
<p class="small"><a href="/help/payments">How payments and refunds work</a></p>
