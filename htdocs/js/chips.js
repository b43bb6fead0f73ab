/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Words as chips: the text field that carries them, parted by commas, is sent as before; here it is
 * hidden, and chips with a button to remove and a field to add stand in its place.
 */

function icon(name) {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');

	svg.setAttribute('class', 'icon');
	svg.setAttribute('aria-hidden', 'true');
	use.setAttribute('href', `/img/icons.svg#${name}`);
	svg.append(use);
	return svg;
}

function button(className, label) {
	const b = document.createElement('button');

	b.type = 'button';
	b.className = className;
	if (label)
		b.setAttribute('aria-label', label);
	return b;
}

const same = (a, b) => a.toLocaleLowerCase() === b.toLocaleLowerCase();

function wire(box) {
	const carrier = box.querySelector('input');
	const label = box.querySelector('label').firstChild.textContent.trim();
	const most = Number(box.dataset.chips);
	const list = document.createElement('ul');
	const entry = carrier.cloneNode();
	const add = button('btn second');
	const row = document.createElement('div');
	const said = document.createElement('p');
	const hint = box.querySelector('.hint');
	let words = [];

	const draw = () => {
		carrier.value = words.join(', ');
		list.hidden = words.length === 0;
		list.replaceChildren(...words.map((word, i) => {
			const li = document.createElement('li');
			const close = button('close', `Remove ${word}`);

			li.className = 'chip';
			close.append(icon('x-lg'));
			close.addEventListener('click', () => {
				words.splice(i, 1);
				draw();
				said.textContent = `${word} removed`;
				(list.children[Math.min(i, words.length - 1)]?.querySelector('button') ??
				    entry).focus();
			});
			li.append(word, close);
			return li;
		}));
	};
	/* Several at once when somebody pastes them. */
	const take = (text) => {
		for (const word of text.split(',').map((w) => w.trim()).filter(Boolean)) {
			if (words.some((w) => same(w, word)))
				said.textContent = `${word} is there already`;
			else if (words.length >= most)
				said.textContent = `At most ${most}`;
			else {
				words.push(word);
				said.textContent = `${word} added`;
			}
		}
		draw();
		entry.value = '';
	};

	list.className = 'chips';
	list.setAttribute('aria-label', label);
	carrier.type = 'hidden';
	carrier.removeAttribute('id');
	entry.removeAttribute('name');
	entry.value = '';
	entry.maxLength = 60;
	if (hint)
		hint.textContent = 'Type one and press Enter.';
	add.append('Add');
	add.append(Object.assign(document.createElement('span'),
	    { className: 'vh', textContent: ` to ${label.toLowerCase()}` }));
	row.className = 'withbtn';
	row.append(entry, add);
	said.className = 'vh';
	said.setAttribute('role', 'status');
	carrier.after(list, row, said);
	entry.addEventListener('keydown', (e) => {
		if (e.key === 'Backspace' && !entry.value && words.length) {
			said.textContent = `${words.pop()} removed`;
			draw();
		} else if (e.key === 'Enter' && !e.isComposing) {
			e.preventDefault();
			take(entry.value);
		}
	});
	entry.addEventListener('input', () => {
		if (entry.value.includes(','))
			take(entry.value);
	});
	add.addEventListener('click', () => {
		take(entry.value);
		entry.focus();
	});
	/* What stands in the field but was not added yet is meant, too. */
	carrier.form.addEventListener('submit', () => take(entry.value));
	take(carrier.value);
	said.textContent = '';
}

for (const box of document.querySelectorAll('[data-chips]'))
	wire(box);
