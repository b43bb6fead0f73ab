{{>MAIL_HEAD}}
{{#APPROVE}}
<h1>Your coach profile is approved</h1>
<p>Hello {{NAME}}, clients can find and book you from now on.</p>
{{/APPROVE}}
{{#REJECT}}
<h1>Your coach profile is not accepted</h1>
<p>Hello {{NAME}}, your coach profile was not accepted.</p>
{{/REJECT}}
{{#SUSPEND}}
<h1>Your coach profile is suspended</h1>
<p>Hello {{NAME}}, nobody can find or book you for the time being. What is booked already stays as it is.</p>
{{/SUSPEND}}
{{#REACTIVATE}}
<h1>Your coach profile is active again</h1>
<p>Hello {{NAME}}, clients can find and book you as before.</p>
{{/REACTIVATE}}
{{#REASON}}
<p class="lines">Reason: {{REASON_TEXT}}</p>
{{/REASON}}
<p class="small">Changed: {{AT}}.</p>
{{#APPROVE}}
<p><a class="button" href="{{PRACTICE_URL}}">Your bookings</a></p>
{{/APPROVE}}
{{#REACTIVATE}}
<p><a class="button" href="{{PRACTICE_URL}}">Your bookings</a></p>
{{/REACTIVATE}}
{{#SUSPEND}}
<p><a class="button" href="{{PRACTICE_URL}}">Your bookings</a></p>
{{/SUSPEND}}
{{>MAIL_FOOT}}
