{{#CANCELLED}}
<section class="card" aria-labelledby="end-h">
	<h2 id="end-h">Cancelled</h2>
	<p>{{CANCELLED_BY}} cancelled this session on {{CANCELLED_AT}}.</p>
	{{#REASON}}<dl class="defs"><div><dt>Reason</dt><dd class="lines-kept">{{REASON_TEXT}}</dd></div></dl>{{/REASON}}
	{{#REFUND}}<div class="notice good" role="status"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#cash-coin"></use></svg><p>{{REFUND_TEXT}}</p></div>{{/REFUND}}
	{{#NO_REFUND}}<p class="muted">By its policy nothing goes back.</p>{{/NO_REFUND}}
</section>
{{/CANCELLED}}
{{#LAPSED}}
<section class="card" aria-labelledby="end-h">
	<h2 id="end-h">Not booked</h2>
	<p>It was not paid, so it was not booked. The time is free for others again.{{#AS_CLIENT}} {{#PAID_LATE}}Your payment came when the time had gone. All of it goes back to your card.{{/PAID_LATE}}{{/AS_CLIENT}}</p>
	{{#AS_CLIENT}}<div class="row"><a class="btn" href="/book/{{COACH_SLUG}}/{{SERVICE_SLUG}}">Choose a time again</a></div>{{/AS_CLIENT}}
</section>
{{/LAPSED}}
