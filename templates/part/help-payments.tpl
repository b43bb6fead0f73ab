<h2>How you pay</h2>
<p>You pay by card on the page of our payment service, Stripe. We never see or keep your card number. The price you see is the whole price: there is no fee on top.</p>
<h2>What you see before you pay</h2>
<p>A summary with the price and the cancellation policy, with dates: until when all of it, part of it or nothing comes back for exactly this session. What you accept there is kept with your booking. If the coach changes price or policy later, your booking keeps its own.</p>
<h2>If the card is declined</h2>
<p>The time stays yours until the {{HOLD_MINUTES}} minutes are over. Try again or use another card; a declined card costs nothing.</p>
<h2>If you pay late</h2>
<p>Should a payment reach us after your time was given up, you get the time all the same if it is still free. If it is taken, the whole amount goes back at once, without your doing anything. You never pay for a session you did not get.</p>
<h2>Refunds</h2>
<p>Money goes back to the card you paid with. We send it on at once; until you see it on your statement your bank usually takes five to ten days. The booking's page shows what was sent and when. How much comes back follows the policy of the booking: see <a href="/help/cancel">Cancelling and moving</a>.</p>
<h2>When the coach cancels</h2>
<p>Then you get everything back, whatever the policy says.</p>
<h2>Receipts</h2>
<p>The page of a paid booking links to the receipt of the payment service.</p>
