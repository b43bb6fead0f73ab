<dl>
<dt>When</dt>
<dd>{{WHEN}}</dd>
{{#THEIR_TIME}}
<dt>For {{THEIR_NAME}}</dt>
<dd>{{THEIR_WHEN}}</dd>
{{/THEIR_TIME}}
<dt>What</dt>
<dd>{{SERVICE}} with {{OTHER}}</dd>
{{#ONLINE}}
<dt>Where</dt>
<dd class="last">Online: <a href="{{JOIN_URL}}">join from here</a></dd>
{{/ONLINE}}
{{#PERSON}}
<dt>Where</dt>
<dd class="last">{{PLACE}}</dd>
{{#ACCESS}}
<dt>Getting in</dt>
<dd class="last">{{ACCESS_NOTE}}</dd>
{{/ACCESS}}
{{/PERSON}}
</dl>
