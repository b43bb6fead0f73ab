{{>MAIL_HEAD}}
<h1>{{AMOUNT}} is on its way back to you</h1>
<p>Hello {{NAME}},</p>
{{#LATE}}
<p>your payment of <b>{{AMOUNT}}</b> reached us when the time was no longer kept for you, and somebody else had taken it. So nothing was booked, and all of it goes back to the card you paid with, usually within five to ten days.</p>
{{/LATE}}
{{#TWICE}}
<p>this booking was paid twice. The second payment of <b>{{AMOUNT}}</b> goes back to the card you paid with, usually within five to ten days. Your booking stays as it is.</p>
{{/TWICE}}
<p><b>{{SERVICE}} with {{OTHER}}</b><br>{{WHEN}}</p>
{{#THEIR_TIME}}
<p>{{THEIR_WHEN}}, for {{THEIR_NAME}}</p>
{{/THEIR_TIME}}
{{#LATE}}
<p><a class="button" href="{{AGAIN_URL}}">Find another time with {{OTHER}}</a></p>
{{/LATE}}
{{#TWICE}}
<p><a class="button" href="{{BOOKING_URL}}">See the booking</a></p>
{{/TWICE}}
<p class="small">Booking {{NO}}.</p>
{{>MAIL_FOOT}}
