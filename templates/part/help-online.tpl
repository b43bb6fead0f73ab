<h2>Where is the link?</h2>
<p>On the booking's page and in the mails about it. It stays the same even when the coach changes the room behind it. It opens {{JOIN_EARLY_MINUTES}} minutes before the start and works until {{JOIN_LATE_MINUTES}} minutes after the end.</p>
<h2>What you need</h2>
<p>A phone or computer with a current browser, a microphone, and for most sessions a camera. The room may ask for permission to use them: allow it for that page.</p>
<h2>Ten minutes before</h2>
<ul>
	<li>Close programs that use the camera, such as another call.</li>
	<li>Use headphones if you can: they keep your voice from coming back.</li>
	<li>If the picture stutters, switch the camera off and on, or move closer to your router.</li>
	<li>If nothing helps, open the booking on your phone and join from there.</li>
</ul>
<h2>If the coach is not there</h2>
<p>Wait ten minutes, then write to us with the number of your booking.</p>
