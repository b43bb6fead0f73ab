<div class="wrap mid">
<header class="head">
	<h1>What you can try here</h1>
	<p class="lead">Everything works as it would for real, but the people are invented, the money is play money, and mail ends in a mailbox on this machine.</p>
</header>
<div class="stack l">
<section class="card stack" aria-labelledby="who-h">
	<h2 id="who-h">Sign in as</h2>
	<table class="table fold"><caption class="vh">Accounts</caption>
		<thead><tr><th scope="col">Address</th><th scope="col">Password</th><th scope="col">Who</th></tr></thead>
		<tbody>
			<tr><th scope="row">client@example.org</th><td data-label="Password"><code>demo-demo-1</code></td><td data-label="Who">Clara, a client in Berlin with bookings past and to come</td></tr>
			<tr><th scope="row">coach@example.org</th><td data-label="Password"><code>demo-demo-1</code></td><td data-label="Who">Maya, a coach with clients</td></tr>
			<tr><th scope="row">admin@example.org</th><td data-label="Password"><code>demo-demo-1</code></td><td data-label="Who">the administrator</td></tr>
		</tbody></table>
	<div class="row"><a class="btn" href="/login">Sign in</a><a class="btn second" href="/signup">Create an account of your own</a></div>
</section>
<section class="card stack" aria-labelledby="pay-h">
	<h2 id="pay-h">Book and pay</h2>
	<p><a href="/coaches">Find a coach</a>, pick a time, accept the terms and pay. The payment page is played by a stand-in: there you can pay, pay late, have the card declined, or leave.</p>
	<p>Then open the booking: cancel it and watch the refund, or move it to another time.</p>
	<div class="row"><a class="btn second" href="{{SESSIONS}}">Payments at the stand-in</a></div>
</section>
<section class="card stack" aria-labelledby="mail-h">
	<h2 id="mail-h">Read the mail</h2>
	<p>Confirmations with invitations, reminders, links to verify an address: nothing leaves this machine, all of it is in one mailbox.</p>
	<div class="row"><a class="btn second" href="{{MAILBOX}}">Open the mailbox</a></div>
</section>
<section class="card stack" aria-labelledby="time-h">
	<h2 id="time-h">Move the clock</h2>
	<p>The stand-in has a clock that this site follows. Move it forward to see reminders go out, refund steps pass, join buttons open, and sessions become completed.</p>
	<div class="row"><a class="btn second" href="{{PARTNER}}">Open the clock</a></div>
</section>
</div>
</div>
