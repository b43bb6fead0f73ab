<section class="card soft" aria-labelledby="contact-h">
	<h2 class="h3" id="contact-h">Still stuck?</h2>
	<p>Write to <a href="mailto:{{SUPPORT}}">{{SUPPORT}}</a>. If it is about a booking, give its number: it stands at the top of the booking's page and in every mail about it.</p>
</section>
