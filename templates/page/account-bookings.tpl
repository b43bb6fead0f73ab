<div class="wrap mid stack l">
<div class="bar"><h1>My bookings</h1><a class="btn second" href="/coaches"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#plus-lg"></use></svg>Book a session</a></div>
<nav class="tabs" aria-label="Bookings"><a href="/account/bookings"{{#SHOW_UPCOMING}} aria-current="page"{{/SHOW_UPCOMING}}>Upcoming</a><a href="/account/bookings?show=past"{{#SHOW_PAST}} aria-current="page"{{/SHOW_PAST}}>Past</a></nav>
{{#LIST}}
<ul class="items">
{{#ITEM}}{{>BOOKING_ITEM}}{{/ITEM}}
</ul>
{{/LIST}}
{{>PAGER}}
{{#NONE_UPCOMING}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h2>No session is coming up</h2><p>When you book one it appears here, with its time, its place and everything about it.</p><a class="btn" href="/coaches">Find a coach</a></div>
{{/NONE_UPCOMING}}
{{#NONE_PAST}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/img/icons.svg#calendar3"></use></svg><h2>Nothing here yet</h2><p>Sessions move here when they are over, and when they are cancelled.</p><a class="btn second" href="/account/bookings">Upcoming sessions</a></div>
{{/NONE_PAST}}
</div>
