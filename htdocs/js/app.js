/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The one script a page names. Every page works without it; it fetches what the page can use. */

const here = location.pathname;

for (const a of document.querySelectorAll('.nav a[href]')) {
	const to = a.getAttribute('href');
	if (here === to || here.startsWith(to + '/'))
		a.setAttribute('aria-current', 'page');
}

/* A visitor's times are shown in the zone of the browser; the program reads this cookie. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !/(?:^|; )zone=/.test(document.cookie)) {
	const safe = location.protocol === 'https:' ? '; Secure' : '';
	document.cookie = `zone=${zone}; Path=/; Max-Age=31536000; SameSite=Lax${safe}`;
}

/* Menus close as menus do: a press elsewhere, Escape, focus gone. */
function closeMenus(except) {
	for (const m of document.querySelectorAll('details.menu[open]'))
		if (m !== except)
			m.open = false;
}

document.addEventListener('pointerdown', (e) => closeMenus(e.target.closest('details.menu')));
document.addEventListener('focusin', (e) => closeMenus(e.target.closest('details.menu')));
document.addEventListener('keydown', (e) => {
	const open = document.querySelector('details.menu[open]');
	if (e.key !== 'Escape' || !open)
		return;
	open.open = false;
	open.querySelector('summary').focus();
});

/* A link with data-dialog opens the dialog of that name; without script it is a page. */
document.addEventListener('click', (e) => {
	const opener = e.target.closest('[data-dialog]');
	const box = opener && document.getElementById(opener.dataset.dialog);
	if (box && box.showModal && !e.metaKey && !e.ctrlKey && !e.shiftKey) {
		e.preventDefault();
		box.showModal();
		return;
	}
	if (e.target.closest('[data-close]') || (e.target.matches('dialog') && !inside(e)))
		e.target.closest('dialog')?.close();
});

function inside(e) {
	const r = e.target.getBoundingClientRect();
	return e.clientX >= r.left && e.clientX <= r.right && e.clientY >= r.top &&
	    e.clientY <= r.bottom;
}

if (document.querySelector('form, [data-reveal], [data-counter]'))
	import('./form.js');
if (document.querySelector('[data-until]'))
	import('./countdown.js');
if (document.querySelector('[data-book]'))
	import('./book.js');
if (document.querySelector('[data-chips]'))
	import('./chips.js');
if (document.querySelector('[data-words]'))
	import('./words.js');
