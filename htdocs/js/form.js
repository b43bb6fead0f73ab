/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Small comforts of forms: sent once, passwords shown on request, characters counted. */

const ICONS = '/img/icons.svg#';

/* The press that sends a form is the last one until the page is left or comes back. */
document.addEventListener('submit', (e) => {
	const form = e.target;
	if (e.defaultPrevented || form.method === 'dialog')
		return;
	if (form.dataset.sent) {
		e.preventDefault();
		return;
	}
	if (form.method !== 'post')
		return;
	form.dataset.sent = '1';
	/* A disabled button would not be sent, so it only looks and sounds busy. */
	e.submitter?.setAttribute('aria-disabled', 'true');
	e.submitter?.setAttribute('data-busy', '');
});

addEventListener('pageshow', () => {
	for (const f of document.querySelectorAll('form[data-sent]'))
		delete f.dataset.sent;
	for (const b of document.querySelectorAll('[data-busy]')) {
		b.removeAttribute('data-busy');
		b.removeAttribute('aria-disabled');
	}
});

/* An empty field of a search says nothing: keep it out of the address. */
document.addEventListener('formdata', (e) => {
	if (e.target.method !== 'get')
		return;
	for (const [name, value] of [...e.formData])
		if (value === '')
			e.formData.delete(name);
});

for (const field of document.querySelectorAll('[data-auto]'))
	field.addEventListener('change', () => (field.form ?? field).requestSubmit());

for (const box of document.querySelectorAll('[data-reveal]')) {
	const input = box.querySelector('input');
	const button = document.createElement('button');
	const draw = (shown) => {
		input.type = shown ? 'text' : 'password';
		button.setAttribute('aria-pressed', String(shown));
		button.querySelector('use').setAttribute('href', ICONS + (shown ? 'eye-slash' : 'eye'));
	};
	button.type = 'button';
	button.className = 'btn second square';
	button.setAttribute('aria-label', 'Show the password');
	button.innerHTML = '<svg class="icon" aria-hidden="true"><use></use></svg>';
	button.addEventListener('click', () => draw(input.type === 'password'));
	input.form?.addEventListener('submit', () => draw(false));
	draw(false);
	box.append(button);
}

for (const text of document.querySelectorAll('textarea[data-counter][maxlength]')) {
	const out = document.createElement('p');
	const spoken = document.createElement('p');
	const most = text.maxLength;
	const count = () => {
		const left = most - text.value.length;
		out.textContent = `${text.value.length} of ${most} characters`;
		/* Spoken only near the end; a number at each key would drown the text. */
		spoken.textContent = left <= 20 ? `${left} characters left` : '';
	};
	out.className = 'counter';
	out.setAttribute('aria-hidden', 'true');
	spoken.className = 'vh';
	spoken.setAttribute('role', 'status');
	text.addEventListener('input', count);
	text.after(out, spoken);
	count();
}

for (const select of document.querySelectorAll('select[data-guess-zone]')) {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	if (!select.dataset.chosen && [...select.options].some((o) => o.value === zone))
		select.value = zone;
}

/* After a refusal the first field that needs another look has the focus. */
document.querySelector('main [aria-invalid="true"]')?.focus();
