/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * The month of slots without a full page: a link or a form inside #book is fetched from the address
 * it names, and #book of the answer takes the place of the old one. Whatever goes wrong, the browser
 * follows the link as it would have done without us.
 */

const parser = new DOMParser();
const box = () => document.getElementById('book');
let running = null;
let asked = false;

/* Outside of what is replaced, so that a new month is heard. */
const told = document.createElement('p');
told.className = 'vh';
told.setAttribute('role', 'status');
box().after(told);

async function show(url, push, focus) {
	running?.abort();
	running = new AbortController();
	const mine = running;
	box().setAttribute('aria-busy', 'true');
	try {
		const res = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } });
		const next = res.ok && !res.redirected &&
		    parser.parseFromString(await res.text(), 'text/html').getElementById('book');
		if (!next) {
			location.assign(url);
			return;
		}
		if (push)
			history.pushState({ book: true }, '', url);
		box().replaceWith(document.adoptNode(next));
		wire();
		land(focus);
	} catch (err) {
		if (err.name !== 'AbortError')
			location.assign(url);
	}
}

/* Where the reader goes on after the change. */
function land(focus) {
	if (focus === 'times') {
		const h = box().querySelector('#day-h');
		h?.focus({ preventScroll: matchMedia('(min-width: 60rem)').matches });
	} else if (focus) {
		/* Behind the last month there is no way on: the month itself is the place then. */
		const to = box().querySelector(focus) ??
		    box().querySelector('.month a[aria-current], #month-h');
		to?.focus({ preventScroll: true });
		told.textContent = box().querySelector('#month-h').textContent;
	}
}

function onClick(e) {
	const a = e.target.closest('a[href]');
	if (!a || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey)
		return;
	const url = new URL(a.href);
	if (url.origin !== location.origin || url.pathname !== location.pathname)
		return;
	e.preventDefault();
	show(url, true, url.searchParams.has('choose') ? '#zone' :
	    a.matches('.month a, .empty a') ? 'times' : a.rel ? `a[rel="${a.rel}"]` : '');
}

function onSubmit(e) {
	const form = e.target;
	const url = new URL(form.action || location.href);
	/* The form that leads on says so: its answer is another page, even at the same address. */
	if (form.method !== 'get' || url.pathname !== location.pathname || 'leave' in form.dataset)
		return;
	e.preventDefault();
	url.search = new URLSearchParams(new FormData(form));
	show(url, true, 'a[rel="nofollow"]');
}

/* Arrows walk over the free days: sideways by one, up and down to the nearest of another week. */
function onKey(e) {
	const at = e.target.closest('.month a');
	if (!at)
		return;
	const days = [...box().querySelectorAll('.month a')];
	const i = days.indexOf(at);
	const column = at.parentElement.cellIndex;
	const row = at.parentElement.parentElement.rowIndex;
	let to = null;
	if (e.key === 'ArrowRight')
		to = days[i + 1];
	else if (e.key === 'ArrowLeft')
		to = days[i - 1];
	else if (e.key === 'Home')
		to = days[0];
	else if (e.key === 'End')
		to = days[days.length - 1];
	else if (e.key === 'ArrowDown' || e.key === 'ArrowUp')
		to = nearest(days, row, column, e.key === 'ArrowDown' ? 1 : -1);
	else if (e.key === 'PageDown' || e.key === 'PageUp')
		to = box().querySelector(e.key === 'PageDown' ? 'a[rel="next"]' : 'a[rel="prev"]');
	else
		return;
	e.preventDefault();
	if (e.key.startsWith('Page'))
		to?.click();
	else
		to?.focus();
}

function nearest(days, row, column, step) {
	const far = (a) => Math.abs(a.parentElement.cellIndex - column) +
	    10 * Math.abs(a.parentElement.parentElement.rowIndex - row);
	return days.filter((a) => (a.parentElement.parentElement.rowIndex - row) * step > 0)
	    .sort((a, b) => far(a) - far(b))[0];
}

/* The chosen time is said in full beside the button that goes on. */
function onChange(e) {
	if (e.target.closest('[data-auto]')) {
		e.target.form.requestSubmit();
		return;
	}
	if (e.target.name !== 'start' || !e.target.dataset.say)
		return;
	const out = box().querySelector('.go output');
	const zone = document.createElement('span');
	zone.className = 'tz';
	zone.textContent = box().dataset.zone;
	out?.replaceChildren(e.target.dataset.say + ' ', zone);
}

function wire() {
	const b = box();
	b.addEventListener('click', onClick);
	b.addEventListener('submit', onSubmit);
	b.addEventListener('keydown', onKey);
	b.addEventListener('change', onChange);
	guess(b);
}

/* Nobody has chosen a zone yet: ask, once, for the one this browser lives in. */
function guess(b) {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const url = new URL(location.href);
	if (asked || b.dataset.zoneFrom !== 'guess' || !zone || zone === b.dataset.zone ||
	    url.searchParams.has('zone'))
		return;
	asked = true;
	url.searchParams.set('zone', zone);
	show(url, false, '');
}

addEventListener('popstate', () => show(location.href, false, ''));
wire();
