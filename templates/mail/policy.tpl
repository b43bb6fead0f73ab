{{#POLICY}}
<h2>If something comes up</h2>
<ul>
{{#POLICY_STEP}}
<li>{{POLICY_LINE}}</li>
{{/POLICY_STEP}}
</ul>
<p>Moving and cancelling: <a href="{{BOOKING_URL}}">on the page of this booking</a>.</p>
{{/POLICY}}
