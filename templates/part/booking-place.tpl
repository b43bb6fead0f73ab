{{#ROOM_OPEN}}
<hr>
<div class="bar"><div class="row"><span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</span><span class="small muted">The room is open.</span></div>
	<a class="btn" href="/join/{{JOIN_TOKEN}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Join</a></div>
{{/ROOM_OPEN}}
{{#ROOM_SHUT}}
<hr>
<div class="bar"><div class="row"><span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</span><p class="countdown small muted" data-until="{{OPENS}}" data-now="{{NOW}}" data-label="The room opens in"><span>The room opens {{OPENS_TEXT}}.</span></p></div>
	<a class="btn second" href="/join/{{JOIN_TOKEN}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Waiting room</a></div>
{{/ROOM_SHUT}}
{{#ROOM_LATER}}
<hr>
<div class="row"><span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</span><span class="small muted">The link comes with the confirmation and will stand here.</span></div>
{{/ROOM_LATER}}
{{#ADDRESS_LATER}}
<hr>
<div class="row"><span class="chip person"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>In person</span><span class="small muted">The address comes with the confirmation and will stand here.</span></div>
{{/ADDRESS_LATER}}
{{#ADDRESS}}
<hr>
<div class="row"><span class="chip person"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>In person</span></div>
<dl class="defs"><div><dt>Address</dt><dd>{{PLACE}}</dd></div>{{#ACCESS}}<div><dt>Getting in</dt><dd class="lines-kept">{{ACCESS_NOTE}}</dd></div>{{/ACCESS}}</dl>
{{/ADDRESS}}
