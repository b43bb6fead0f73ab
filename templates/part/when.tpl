<dl class="when">
	<div><dt>Your time</dt><dd>{{WHEN}}</dd></div>
	{{#THEIR_TIME}}<div><dt>Time of {{THEIR_NAME}}</dt><dd>{{THEIR_WHEN}}</dd></div>{{/THEIR_TIME}}
</dl>
