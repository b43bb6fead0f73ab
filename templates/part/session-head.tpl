<div class="person">
	{{#HAS_PICTURE}}<img class="face l" src="{{PICTURE}}" width="72" height="72" alt="">{{/HAS_PICTURE}}
	<div class="stack s"><h1>{{SERVICE_NAME}}</h1>
		<ul class="facts"><li>with <a href="/coaches/{{COACH_SLUG}}">{{COACH_NAME}}</a></li><li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#clock"></use></svg>{{SERVICE_LENGTH}}</li>{{#SERVICE_ONLINE}}<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</li>{{/SERVICE_ONLINE}}{{#SERVICE_PERSON}}<li><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>In person, {{SERVICE_PLACE}}</li>{{/SERVICE_PERSON}}<li class="price">{{SERVICE_PRICE}}</li></ul></div>
</div>
