<li class="card coach">
	<div class="person">
		{{>FACE_LARGE}}
		<div class="stack s">
			<h3><a class="cover" href="/coaches/{{COACH_SLUG}}">{{COACH_NAME}}</a></h3>
			<p class="small muted">{{COACH_TOPICS}}</p>
			<div class="chips">
				{{#COACH_ONLINE}}
				<span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</span>
				{{/COACH_ONLINE}}
				{{#COACH_PERSON}}
				<span class="chip person"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>{{COACH_CITY}}</span>
				{{/COACH_PERSON}}
			</div>
		</div>
	</div>
	<p class="say">{{COACH_HEADLINE}}</p>
	<div class="base">
		{{#COACH_FREE}}
		<span class="muted">Next free <b><time datetime="{{COACH_NEXT_UTC}}">{{COACH_NEXT}}</time></b> <span class="tz">{{COACH_NEXT_ZONE}}</span></span>
		{{/COACH_FREE}}
		{{#COACH_FULL}}
		<span class="muted">No free time at the moment</span>
		{{/COACH_FULL}}
		{{#COACH_PRICED}}
		<span class="price">from {{COACH_PRICE}}</span>
		{{/COACH_PRICED}}
		{{#COACH_GRATIS}}
		<span class="price">Free</span>
		{{/COACH_GRATIS}}
	</div>
</li>
