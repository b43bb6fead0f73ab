<div class="wrap tight">
<header class="head">
	<h1>Sign out</h1>
	<p class="lead">You are signed in as {{MY_NAME}}.</p>
</header>
<form method="post" action="/logout">{{>FORM}}
	<div class="row"><button class="btn">Sign out</button><a class="btn quiet" href="/">Stay signed in</a></div>
</form>
</div>
