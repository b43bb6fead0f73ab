<h2>What is kept</h2>
<p>Your name, mail address, time zone and language; your bookings with what you wrote to the coach; what you paid and got back, without card numbers; and a record of what was mailed to you. Passwords are kept only as a hash that nobody can read back.</p>
<h2>Who sees it</h2>
<p>A coach sees the name, the time zone and the words of clients who booked with them, and nothing about other coaches' sessions. The payment service gets the amount and your mail address. Nobody else.</p>
<h2>Cookies</h2>
<p>Only those without which the site does not work, so there is no banner to click away:</p>
<ul>
	<li><code>__Host-session</code> while you are signed in,</li>
	<li><code>__Host-visit</code> for forms before you sign in, such as the sign-in itself,</li>
	<li><code>__Host-notice</code> for one sentence after you pressed a button,</li>
	<li><code>zone</code> for the time zone you are shown.</li>
</ul>
<p>There is no advertising, no analytics, and nothing is loaded from other companies' servers.</p>
<h2>More</h2>
<p>The <a href="/legal/privacy">privacy policy</a> says it in full, with your rights.</p>
