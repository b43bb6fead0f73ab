<h2>Finding somebody</h2>
<p>The <a href="/coaches">directory</a> shows approved coaches with at least one service. You can search by name or topic and narrow by language, place, price, online or in person, and by the date you need a time. The address of your search can be kept as a bookmark.</p>
<h2>Choosing a time</h2>
<p>On a coach's profile choose a service, then a day and a time. Only times that are really free can be chosen: the coach's hours, other bookings and the breaks around them are already taken into account. Some services ask for notice, so the next hours may be missing.</p>
<h2>Whose time is it?</h2>
<p>Yours. Every time stands beside the name of its time zone. When the coach lives in another zone you see the coach's time as well. You can change the zone while choosing, and for good in your <a href="/account/settings">settings</a>.</p>
<h2>Keeping it while you decide</h2>
<p>You need an account with a confirmed mail address. Once you continue with a time it is yours for {{HOLD_MINUTES}} minutes: nobody else can take it while you read the conditions and pay. If you leave, or the {{HOLD_MINUTES}} minutes pass, it becomes free again and nothing is charged.</p>
<h2>After that</h2>
<p>You get a mail with an invitation for your calendar. The booking stands under <a href="/account/bookings">My bookings</a> with its time, its place or join button, and what you can still change. Reminders come one day and one hour before; you can switch them off in your settings.</p>
<h2>Free sessions</h2>
<p>A free session needs no card. A first conversation that is marked "once per client" can be booked once.</p>
