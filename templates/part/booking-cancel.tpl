<form class="form" method="post" action="/booking/{{NO}}">{{>FORM}}
	<input type="hidden" name="refund" value="{{REFUND_NOW}}">
	{{#SOMETHING_PAID}}
	<dl class="lines"><div><dt>Paid</dt><dd>{{PAID_TEXT}}</dd></div><div class="total"><dt>{{#AS_CLIENT}}You get back{{/AS_CLIENT}}{{#AS_COACH}}{{CLIENT_NAME}} gets back{{/AS_COACH}}</dt><dd>{{BACK_TEXT}}</dd></div></dl>
	{{#BACK_TO_CARD}}<p class="muted small">To the card that paid, usually within five to ten days.</p>{{/BACK_TO_CARD}}
	{{/SOMETHING_PAID}}
	{{#NOTHING_PAID}}<p class="muted">The session is free, so nothing comes back. Its time becomes free for others.</p>{{/NOTHING_PAID}}
	<div class="field">
		<label for="reason">Reason {{#REASON_FREE}}<span class="opt">(optional, {{COACH_NAME}} reads it)</span>{{/REASON_FREE}}{{#REASON_NEEDED}}<span class="opt">({{CLIENT_NAME}} reads it)</span>{{/REASON_NEEDED}}</label>
		<textarea id="reason" name="reason" maxlength="500" data-counter{{#REASON_NEEDED}} required{{/REASON_NEEDED}}{{#E_REASON}} aria-invalid="true" aria-describedby="reason-error"{{/E_REASON}}>{{V_REASON}}</textarea>
		{{#E_REASON}}<p class="error" id="reason-error"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#exclamation-circle"></use></svg>{{E_REASON_TEXT}}</p>{{/E_REASON}}
	</div>
	<div class="row">
		<button class="btn danger" name="do" value="cancel">Cancel this session</button>
		{{#KEEP_LINK}}<a class="btn quiet" href="/booking/{{NO}}">Keep it</a>{{/KEEP_LINK}}{{#KEEP_BUTTON}}<button class="btn quiet" type="button" data-close>Keep it</button>{{/KEEP_BUTTON}}
	</div>
</form>
