{{>MAIL_HEAD}}
<h1>The session with {{OTHER}} is cancelled</h1>
{{#BY_READER}}
<p>Hello {{NAME}}, you have cancelled this session; {{OTHER}} was told.</p>
{{/BY_READER}}
{{#BY_OTHER}}
<p>Hello {{NAME}}, {{OTHER}} has cancelled this session. The time is free again.</p>
{{/BY_OTHER}}
{{#BY_SITE}}
<p>Hello {{NAME}}, this session was cancelled. The time is free again.</p>
{{/BY_SITE}}
<p><b>{{SERVICE}} with {{OTHER}}</b><br><span class="was">{{WHEN}}</span></p>
{{#THEIR_TIME}}
<p><span class="was">{{THEIR_WHEN}}</span>, for {{THEIR_NAME}}</p>
{{/THEIR_TIME}}
{{#REASON}}
<p class="lines">Reason: {{REASON_TEXT}}</p>
{{/REASON}}
{{#REFUND}}
<p>{{OTHER}} gets <b>{{REFUND_TEXT}}</b> of {{PAID_TEXT}} back.</p>
{{/REFUND}}
{{#REFUND_REVIEW}}
<p>{{OTHER}} gets <b>{{REFUND_TEXT}}</b> of {{PAID_TEXT}} back.</p>
{{/REFUND_REVIEW}}
{{#NO_REFUND}}
<p>By your terms nothing of the price is paid back.</p>
{{/NO_REFUND}}
<p><a class="button" href="{{BOOKING_URL}}">See the booking</a></p>
<p class="small">Booking {{NO}}. The attached file takes it out of your calendar.</p>
{{>MAIL_FOOT}}
