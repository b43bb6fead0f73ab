{{>MAIL_HEAD}}
<h1>Your session is cancelled</h1>
{{#BY_READER}}
<p>Hello {{NAME}}, you have cancelled this session:</p>
{{/BY_READER}}
{{#BY_OTHER}}
<p>Hello {{NAME}}, {{OTHER}} had to cancel this session:</p>
{{/BY_OTHER}}
{{#BY_SITE}}
<p>Hello {{NAME}}, this session was cancelled:</p>
{{/BY_SITE}}
<p><b>{{SERVICE}} with {{OTHER}}</b><br><span class="was">{{WHEN}}</span></p>
{{#THEIR_TIME}}
<p><span class="was">{{THEIR_WHEN}}</span>, for {{THEIR_NAME}}</p>
{{/THEIR_TIME}}
{{#REASON}}
<p class="lines">Reason: {{REASON_TEXT}}</p>
{{/REASON}}
{{#REFUND}}
<p>You get <b>{{REFUND_TEXT}}</b> of {{PAID_TEXT}} back to the card you paid with, usually within five to ten days.</p>
{{/REFUND}}
{{#REFUND_REVIEW}}
<p>You get <b>{{REFUND_TEXT}}</b> of {{PAID_TEXT}} back to the card you paid with. Somebody of us looks at it first; the page of the booking shows when it is sent.</p>
{{/REFUND_REVIEW}}
{{#NO_REFUND}}
<p>By the terms that you saw when you booked, nothing is paid back at this point.</p>
{{/NO_REFUND}}
<p><a class="button" href="{{AGAIN_URL}}">Find another time with {{OTHER}}</a></p>
<p class="small">Booking {{NO}}: <a href="{{BOOKING_URL}}">{{BOOKING_URL}}</a>. The attached file takes it out of your calendar.</p>
{{>MAIL_FOOT}}
