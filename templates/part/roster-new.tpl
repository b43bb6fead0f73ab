<div class="wrap mid stack l">
<header class="head">
	<a class="back" href="/practice/coaches"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#arrow-left"></use></svg>Coaches</a>
	<h1>New coach</h1>
	<p class="lead">Find a member by name or mail address and give them a coach profile. It starts as pending.</p>
</header>
<form class="search" method="get" action="/practice/coaches/new" role="search">
	<svg class="icon" aria-hidden="true"><use href="/img/icons.svg#search"></use></svg>
	<label class="vh" for="q">Search members by name or mail address</label>
	<input id="q" name="q" type="search" placeholder="Name or mail address" maxlength="100" value="{{V_Q}}">
	<button class="btn">Search</button>
</form>
{{#MEMBERS}}
<table class="table fold"><caption class="vh">Members found</caption>
	<thead><tr><th scope="col">Member</th><th scope="col">Mail address</th><th scope="col"><span class="vh">Action</span></th></tr></thead>
	<tbody>{{#MEMBER}}<tr><th scope="row">{{MEMBER_NAME}}</th><td data-label="Mail address">{{MEMBER_MAIL}}</td><td class="r">{{#NO_COACH}}<form method="post" action="/practice/coaches/new?q={{V_Q:url_query_escape}}">{{>FORM}}<input type="hidden" name="account" value="{{MEMBER_ID}}"><button class="btn second" name="do" value="create">Create profile<span class="vh"> for {{MEMBER_NAME}}</span></button></form>{{/NO_COACH}}{{#IS_COACH}}<a href="/practice/coaches/{{THEIR_ID}}">Is a coach<span class="vh">: {{MEMBER_NAME}}</span></a>{{/IS_COACH}}</td></tr>{{/MEMBER}}</tbody></table>
{{#MORE_MEMBERS}}<p class="muted">There are more. Type more of the name.</p>{{/MORE_MEMBERS}}
{{/MEMBERS}}
{{#NO_MEMBERS}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#people"></use></svg><h2>No member found</h2><p>Nobody here has this name or mail address. Whoever shall become a coach creates an account first.</p></div>
{{/NO_MEMBERS}}
</div>
