{{>MAIL_HEAD}}
<h1>Your session with {{OTHER}} starts soon</h1>
<p>Hello {{NAME}},</p>
{{>MAIL_SESSION}}
{{#ONLINE}}
<p><a class="button" href="{{JOIN_URL}}">Join the session</a></p>
<p>The door opens 15 minutes before the start.</p>
{{/ONLINE}}
<p class="small">Booking {{NO}}: <a href="{{BOOKING_URL}}">{{BOOKING_URL}}</a>. <a href="{{WISHES_URL}}">Which reminders would you like?</a></p>
{{>MAIL_FOOT}}
