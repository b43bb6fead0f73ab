<div class="wrap narrow"><div class="refusal">
	<svg class="icon big" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg>
	<h1>This session cannot be booked</h1>
	<p class="lead">It is not offered, or not any more. Sessions that are booked already stay as they are.</p>
	<div class="row"><a class="btn" href="/coaches">Find a coach</a><a class="btn second" href="/account/bookings">My bookings</a></div>
</div></div>
