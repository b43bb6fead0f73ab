/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What clients will read, while it is typed: the page is asked with the numbers in its address, so
 * that the sentences have one author.
 */

const WAIT = 350;
const form = document.querySelector('[data-words]');
const PARTS = /^(hours|percent|moves)\d$|^(no-show|price)$/;
let timer = 0;
let running = null;

async function ask() {
	const url = new URL(location.pathname, location.origin);

	for (const [name, value] of new FormData(form))
		if (PARTS.test(name))
			url.searchParams.set(name, value);
	running?.abort();
	running = new AbortController();
	try {
		const res = await fetch(url, { signal: running.signal, headers: { Accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await res.text(), 'text/html');
		const words = `#${form.dataset.words} [role="status"]`;
		const next = res.ok && page.querySelector(words);

		if (next)
			document.querySelector(words).replaceChildren(...next.childNodes);
	} catch (err) {
		/* What stands there is what was stored; saving says the rest. */
		if (err.name !== 'AbortError')
			console.warn(err.message);
	}
}

form.addEventListener('input', (e) => {
	if (!PARTS.test(e.target.name ?? ''))
		return;
	clearTimeout(timer);
	timer = setTimeout(ask, WAIT);
});
