{{>MAIL_HEAD}}
<h1>Your session with {{OTHER}} is near</h1>
<p>Hello {{NAME}},</p>
{{>MAIL_SESSION}}
<p><a class="button" href="{{BOOKING_URL}}">See the booking</a></p>
{{#PREPARE}}
<h2>To prepare</h2>
<p class="lines">{{PREPARE_NOTE}}</p>
{{/PREPARE}}
{{#WORDS}}
<h2>{{OTHER}} wrote</h2>
<p class="lines">{{CLIENT_NOTE}}</p>
{{/WORDS}}
<p class="small">Booking {{NO}}. <a href="{{WISHES_URL}}">Which reminders would you like?</a></p>
{{>MAIL_FOOT}}
