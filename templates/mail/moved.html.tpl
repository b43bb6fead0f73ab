{{>MAIL_HEAD}}
<h1>Your session has a new time</h1>
<p>Hello {{NAME}}, please note the change.</p>
{{#BEFORE}}
<p class="was">{{WAS}}</p>
{{/BEFORE}}
{{>MAIL_SESSION}}
{{#REASON}}
<p>Reason: {{REASON_TEXT}}</p>
{{/REASON}}
<p><a class="button" href="{{BOOKING_URL}}">See the booking</a></p>
{{>MAIL_POLICY}}
<p class="small">Booking {{NO}}. The attached invitation moves it in your calendar.</p>
{{>MAIL_FOOT}}
