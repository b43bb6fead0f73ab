{{>MAIL_HEAD}}
<h1>Your session is booked</h1>
<p>Hello {{NAME}}, we look forward to it.</p>
{{>MAIL_SESSION}}
<p><a class="button" href="{{BOOKING_URL}}">See the booking</a></p>
{{#PREPARE}}
<h2>To prepare</h2>
<p class="lines">{{PREPARE_NOTE}}</p>
{{/PREPARE}}
{{#ONLINE}}
<p>The door opens 15 minutes before the start. The address stays the same, even if the session is moved.</p>
{{/ONLINE}}
{{>MAIL_POLICY}}
<p class="small">Booking {{NO}}{{#PRICED}}, {{PRICE}}{{/PRICED}}. The invitation for your calendar is attached.</p>
{{>MAIL_FOOT}}
