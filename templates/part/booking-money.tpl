{{#MONEY}}
<section class="card" aria-labelledby="paid-h">
	<h2 id="paid-h">{{#AS_CLIENT}}Payment{{/AS_CLIENT}}{{#AS_COACH}}Earnings{{/AS_COACH}}</h2>
	<dl class="lines">{{#MONEY_LINE}}<div><dt>{{LINE_NAME}}</dt><dd>{{LINE_TEXT}}</dd></div>{{/MONEY_LINE}}<div class="total"><dt>{{TOTAL_NAME}}</dt><dd>{{TOTAL_TEXT}}</dd></div></dl>
	{{#RECEIPT}}<p class="row small"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#receipt"></use></svg><a href="{{RECEIPT_URL}}" target="_blank" rel="noopener">Receipt</a></p>{{/RECEIPT}}
</section>
{{/MONEY}}
{{#GRATIS}}
<section class="card" aria-labelledby="paid-h">
	<h2 id="paid-h">Payment</h2>
	<p>This session is free.</p>
</section>
{{/GRATIS}}
