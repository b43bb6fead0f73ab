<div class="wrap narrow">
{{#BOOKED}}
<div class="refusal">
	<svg class="icon big good" aria-hidden="true"><use href="/img/icons.svg#check-circle"></use></svg>
	<h1>You are booked</h1>
	<p class="lead">The confirmation with an invitation for your calendar is on its way to {{MY_MAIL}}.</p>
	{{#SESSION}}
	<div class="card full stack"><h2 class="h3">{{SERVICE_NAME}} with {{COACH_NAME}}</h2>{{>WHEN}}
	<div class="row"><a class="btn" href="/booking/{{BOOKING_NO}}">See the booking</a><a class="btn second" href="/booking/{{BOOKING_NO}}.ics"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-plus"></use></svg>Add to calendar</a></div></div>
	{{/SESSION}}
</div>
{{/BOOKED}}
{{#WAITING}}
<div class="refusal" data-refresh="4">
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#hourglass-split"></use></svg>
	<h1>Your payment is being confirmed</h1>
	<p class="lead" role="status">This usually takes a few seconds. You need not wait here: the confirmation comes by mail, and the booking stands in your list.</p>
	<div class="row"><a class="btn" href="/checkout/{{ORDER_NO}}/done">Look again</a><a class="btn second" href="/checkout/{{ORDER_NO}}">Back to the payment</a></div>
</div>
{{/WAITING}}
{{#RETURNED}}
<div class="refusal">
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#arrow-counterclockwise"></use></svg>
	<h1>Your money is on its way back</h1>
	<p class="lead">The payment reached us when the time was no longer kept for you and somebody else had taken it. All of it goes back to your card, usually within five to ten days.</p>
	<div class="row"><a class="btn" href="/coaches">Find another time</a><a class="btn second" href="/help/payments">How refunds work</a></div>
</div>
{{/RETURNED}}
{{#NOT_PAID}}
<div class="refusal">
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#credit-card"></use></svg>
	<h1>Nothing was paid</h1>
	<p class="lead">The payment page was closed or ran out of time. Nothing was charged.</p>
	<div class="row"><a class="btn" href="/checkout/{{ORDER_NO}}">Back to the summary</a></div>
</div>
{{/NOT_PAID}}
</div>
