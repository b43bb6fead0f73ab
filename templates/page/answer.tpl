<div class="wrap tight">
<header class="head">
	<h1>Your reminders</h1>
	<p class="lead">When shall we write to {{MAIL}} before a session?</p>
</header>
<form class="form" method="post" action="/answer/{{KEY}}">{{>FORM}}
	<fieldset class="field"><legend>Remind me</legend>
		<label class="check"><input type="checkbox" name="day" value="1"{{#IS_DAY}} checked{{/IS_DAY}}><span>24 hours before</span></label>
		<label class="check"><input type="checkbox" name="hour" value="1"{{#IS_HOUR}} checked{{/IS_HOUR}}><span>One hour before</span></label>
	</fieldset>
	<button class="btn large wide" name="do" value="save">Save</button>
	<p class="small muted">Confirmations, moves and cancellations always reach you. Everything else is in your <a href="/account/settings">settings</a>.</p>
</form>
</div>
