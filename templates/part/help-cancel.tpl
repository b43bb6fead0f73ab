<h2>Where</h2>
<p>Open the booking under <a href="/account/bookings">My bookings</a>. There you read what the policy says at this moment, and you find the buttons to move or cancel for as long as they work.</p>
<h2>The policy</h2>
<p>Each service has its own, as a row of steps. A common one: more than 72 hours before the start you get everything back and may move the session; until 24 hours before you get half; after that nothing. Yours stands on the profile, in the summary before you pay, and on the booking's page with dates and times to the minute.</p>
<h2>Cancelling</h2>
<p>Before you confirm you see the exact amount that comes back. The time becomes free for others at once, and the refund is sent to your card. For how long that takes see <a href="/help/payments">Payments and refunds</a>.</p>
<h2>Moving</h2>
<p>Moving keeps your booking number and your payment; only the time changes. How often and until when depends on the policy. The new time is yours the moment the old one is given up, never in between.</p>
<h2>Too late?</h2>
<p>Behind the last step a booking can no longer be changed online. Write to us or to the coach: a coach may cancel at any time, and then you get everything back.</p>
