{{>MAIL_HEAD}}
<h1>{{OTHER}} has booked a session</h1>
<p>Hello {{NAME}}, here is what you need to know.</p>
{{>MAIL_SESSION}}
{{#WORDS}}
<h2>{{OTHER}} writes</h2>
<p class="lines">{{CLIENT_NOTE}}</p>
{{/WORDS}}
<p><a class="button" href="{{BOOKING_URL}}">See the booking</a></p>
<p class="small">Booking {{NO}}. The invitation for your calendar is attached.</p>
{{>MAIL_FOOT}}
