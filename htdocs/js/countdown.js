/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How long until a moment. The clock is the server's: only what passes is measured here. */

const SPOKEN = [600, 300, 120, 60];
const DAY = 86400;

function digits(s) {
	const two = (n) => String(n).padStart(2, '0');
	const h = Math.floor(s / 3600);
	const rest = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
	return h ? `${h}:${rest}` : rest.replace(/^0/, '');
}

for (const el of document.querySelectorAll('[data-until][data-now]')) {
	const start = Date.now();
	const left = () => Number(el.dataset.until) - Number(el.dataset.now) -
	    Math.floor((Date.now() - start) / 1000);
	const text = document.createElement('span');
	const clock = document.createElement('b');
	const spoken = document.createElement('span');
	const told = new Set(SPOKEN.filter((s) => s >= left()));

	/* Far away, the date says more than digits do. */
	if (left() <= 0 || left() > DAY)
		continue;
	text.append(`${el.dataset.label ?? 'Kept for you for'} `, clock);
	text.setAttribute('aria-hidden', 'true');
	spoken.className = 'vh';
	spoken.setAttribute('role', 'status');
	/* The absolute time stays for those who listen; the moving digits are for the eye. */
	for (const child of el.querySelectorAll(':scope > span'))
		child.classList.add('vh');
	el.append(text, spoken);

	const tick = () => {
		const s = left();
		if (s <= 0) {
			clearInterval(timer);
			location.reload();
			return;
		}
		clock.textContent = digits(s);
		el.classList.toggle('soon', s <= 120);
		const due = SPOKEN.find((t) => s <= t && s > t - 5 && !told.has(t));
		if (due) {
			told.add(due);
			spoken.textContent = due > 60 ? `${due / 60} minutes left` : 'One minute left';
		}
	};
	const timer = setInterval(tick, 1000);
	tick();
}
