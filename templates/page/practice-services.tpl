<div class="wrap stack l">
{{>PRACTICE_HEAD}}
{{#LIST}}
<div class="bar"><h2>Services</h2><a class="btn" href="/practice/services/new"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#plus-lg"></use></svg>Add service</a></div>
{{#SOME}}
<table class="table fold"><caption class="vh">My services</caption>
	<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col" class="r">Price</th><th scope="col" class="r">Duration</th><th scope="col">Status</th><th scope="col">Actions</th></tr></thead>
	<tbody>
	{{#ITEM}}
	<tr><th scope="row">{{SERVICE_NAME}}</th><td data-label="Type">{{#ONLINE}}<span class="chip online"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#camera-video"></use></svg>Online</span>{{/ONLINE}}{{#IN_PERSON}}<span class="chip in-person"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#geo-alt"></use></svg>In Person</span>{{/IN_PERSON}}</td><td class="r num" data-label="Price">{{SERVICE_PRICE}}</td><td class="r num" data-label="Duration">{{SERVICE_MINUTES}} min</td><td data-label="Status">{{#ACTIVE}}<span class="state active">Active</span>{{/ACTIVE}}{{#INACTIVE}}<span class="state">Inactive</span>{{/INACTIVE}}</td><td><div class="row"><a class="btn second square" href="/practice/services/{{SERVICE_ID}}" aria-label="Edit {{SERVICE_NAME}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#pencil"></use></svg></a><a class="btn danger quiet square" href="/practice/services/{{SERVICE_ID}}/delete" aria-label="Delete {{SERVICE_NAME}}"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#trash3"></use></svg></a></div></td></tr>
	{{/ITEM}}
	</tbody></table>
{{/SOME}}
{{#NONE}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar-plus"></use></svg><h3 class="h2">No service yet</h3><p>A service says what a client can book with you: how long it takes, what it costs, where you meet.</p><a class="btn" href="/practice/services/new">Add your first service</a></div>
{{/NONE}}
{{/LIST}}
{{#EDIT}}
<div class="split">
{{>SERVICE_FORM}}
<aside class="sticky stack" aria-label="What clients read">
	<section class="card" id="policy-words" aria-labelledby="words-h">
		<h2 id="words-h">What clients will read</h2>
		<p class="small muted">About cancelling and moving. The dates of their session stand beside it.</p>
		<div role="status">{{>POLICY_WORDS}}{{#UNSOUND}}<p class="small">{{UNSOUND_WHY}}</p>{{/UNSOUND}}</div>
	</section>
	{{#CHANGING}}<p><a class="btn danger quiet" href="/practice/services/{{SERVICE_ID}}/delete"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#trash3"></use></svg>Delete this service</a></p>{{/CHANGING}}
</aside>
</div>
{{/EDIT}}
{{#DELETE}}
<section class="card stack" aria-labelledby="delete-h">
	<h2 id="delete-h">Delete {{SERVICE_NAME}}?</h2>
	{{#NEVER_BOOKED}}<p>Nobody has booked it yet. It goes from your list and from your profile.</p>{{/NEVER_BOOKED}}
	{{#BOOKED}}<p>It has {{BOOKED_COUNT}}, so it is not deleted but switched off: nobody can book it any more, and what is booked stays as agreed.</p>{{/BOOKED}}
	<form class="row" method="post" action="/practice/services/{{SERVICE_ID}}">{{>FORM}}
		<button class="btn danger" name="do" value="delete">{{#NEVER_BOOKED}}Delete this service{{/NEVER_BOOKED}}{{#BOOKED}}Switch this service off{{/BOOKED}}</button>
		<a class="btn quiet" href="/practice/services">Keep it</a>
	</form>
</section>
{{/DELETE}}
</div>
