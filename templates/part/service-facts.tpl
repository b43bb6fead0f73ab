<ul class="facts">
	<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#clock"></use></svg>{{SERVICE_LENGTH}}</li>
	{{#SERVICE_ONLINE}}
	<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</li>
	{{/SERVICE_ONLINE}}
	{{#SERVICE_PERSON}}
	<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>In person, {{SERVICE_PLACE}}</li>
	{{/SERVICE_PERSON}}
	{{#SERVICE_DISCOVERY}}
	<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#chat-left-text"></use></svg>Once per client</li>
	{{/SERVICE_DISCOVERY}}
</ul>
