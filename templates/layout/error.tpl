<div class="wrap narrow"><div class="refusal">
	<p class="status">{{STATUS}}</p>
	<h1>{{HEADLINE}}</h1>
	<p class="lead">{{EXPLANATION}}</p>
	<div class="row">
		{{#RETRY}}<a class="btn" href="{{PATH}}">Try again</a>{{/RETRY}}
		{{#SIGN_IN}}<a class="btn" href="{{LOGIN}}">Sign in</a>{{/SIGN_IN}}
		{{#FIND}}<a class="btn" href="/coaches">Find a coach</a>{{/FIND}}
		<a class="btn second" href="/">Go to the start page</a>
		<a class="btn quiet" href="/help">Get help</a>
	</div>
	<p class="small muted">If you write to us, give this number: <code>{{REQUEST}}</code></p>
</div></div>
