#!/usr/bin/env node
/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Every page in every state, desktop and phone, light and dark: can everybody use it? */
/* minutes: 6 */

'use strict';

const assert = require('assert').strict;
const fs = require('fs');
const proof = require('./proof');
const states = require('./states');

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const NARROW = 360;
const GRAVE = ['serious', 'critical'];
/* What colours can change, and what another width can change; the rest is the same everywhere. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = [...COLOURS, 'target-size', 'scrollable-region-focusable', 'button-name',
	'link-name', 'label', 'aria-hidden-focus', 'aria-dialog-name'];
/* The smallest height of what is pressed on a phone, in pixels. */
const FINGER = 40;

/* What axe finds; with rules: those only. */
async function findings(page, rules) {
	const found = await page.evaluate(([only]) => window.axe.run(document, {
		resultTypes: ['violations'],
		...(only ? { runOnly: { type: 'rule', values: only } } :
		    { rules: { 'target-size': { enabled: true } } }),
	}), [rules]);
	return found.violations.filter((v) => GRAVE.includes(v.impact)).flatMap((v) =>
	    v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)} (${n.any.concat(n.all).map((x) =>
		x.message).join(' ').slice(0, 200)})`));
}

/* Runs in the page: what is wrong with its frame. */
function frame() {
	const out = [];
	const titles = document.title.split(' – ');
	const h1 = [...document.querySelectorAll('h1')].filter((h) => h.offsetParent);
	if (h1.length !== 1)
		out.push(`${h1.length} h1`);
	if (titles.length < 2 || !titles[0].trim())
		out.push(`the title is "${document.title}"`);
	if (document.documentElement.lang !== 'en')
		out.push('no language');
	if (document.querySelectorAll('main').length !== 1)
		out.push('not one main');
	return out;
}

/* Runs in the page: what sticks out, what is too small for a finger. */
function narrow([width, finger]) {
	const out = [];
	const seen = (e) => e.getClientRects().length &&
	    getComputedStyle(e).visibility !== 'hidden';
	const wide = document.scrollingElement.scrollWidth;
	if (wide > width) {
		const from = [...document.querySelectorAll('main *')].filter((e) => seen(e) &&
		    e.getBoundingClientRect().right > width + 1).pop();
		out.push(`${wide} px wide: ${from ? from.outerHTML.slice(0, 120) : 'the frame'}`);
	}
	for (const e of document.querySelectorAll('.btn, summary, select, .month td > a, ' +
	    'input:not([type=hidden], [type=checkbox], [type=radio]), label.time, label.check')) {
		const high = e.getBoundingClientRect().height;
		if (seen(e) && !e.closest('.vh, [inert]') && high < finger)
			out.push(`${high} px high: ${e.outerHTML.slice(0, 100)}`);
	}
	return out;
}

/* Where links lead, and who was shown them first. */
const links = new Map();

async function collect(page, who) {
	for (const href of await page.locator('a[href^="/"]').evaluateAll((all) =>
	    all.map((a) => a.getAttribute('href').split('#')[0])))
		if (!links.has(href))
			links.set(href, who);
}

async function follow() {
	const dead = [];
	for (const [href, who] of links) {
		const { status } = await proof.send(who, href);
		if (status >= 400)
			dead.push(`${status} ${href}, shown to ${who ? who.name : 'a visitor'}`);
	}
	console.log(`# ${links.size} links`);
	assert.ok(links.size > 50);
	assert.equal(dead.join('\n'), '');
}

async function look(page, device, scheme, rules) {
	await page.setViewportSize(proof.DEVICES[device].viewport);
	await page.emulateMedia({ colorScheme: scheme });
	return (await findings(page, rules)).map((f) => `${device}, ${scheme}: ${f}`);
}

async function judge(c, state) {
	const page = await states.enter(c, state, state.only || 'desktop');
	const wrong = await page.evaluate(frame);
	await collect(page, state.as);
	await page.evaluate(AXE);
	wrong.push(...state.only ? await look(page, 'phone', 'dark') :
	    [...await look(page, 'desktop', 'light'),
		...await look(page, 'desktop', 'dark', COLOURS),
		...await look(page, 'phone', 'dark', WIDTHS)]);
	wrong.push(...await look(page, 'phone', 'light', COLOURS));
	await page.setViewportSize({ width: NARROW, height: 740 });
	wrong.push(...await page.evaluate(narrow, [NARROW, FINGER]));
	if (wrong.length)
		throw new Error([...new Set(wrong)].join('\n'));
}

/* A page with one of each fault: nothing here is found by luck only. */
async function selfTest(c) {
	const page = await c.person();
	await page.goto('/help');
	await page.evaluate(AXE);
	await page.evaluate(() => {
		document.querySelector('main').insertAdjacentHTML('beforeend',
		    '<h1>Two</h1><input id="bare"><p id="pale">Pale</p>' +
		    '<button class="btn" id="low">x</button>');
		document.getElementById('pale').style.color = '#ddd';
		Object.assign(document.getElementById('low').style, { minHeight: 0, height: '10px',
			width: '2000px' });
	});
	const wrong = [...await page.evaluate(frame), ...await look(page, 'phone', 'light'),
		...await page.evaluate(narrow, [NARROW, FINGER])].join('\n');
	for (const word of ['2 h1', 'label: <input', 'color-contrast: <p', 'px high: <button',
		'px wide'])
		assert.ok(wrong.includes(word), `${word} in ${wrong}`);
}

(async () => {
	proof.test('faults that are there are found', selfTest);
	for (const state of await states.all())
		proof.test(state.name, (c) => judge(c, state));
	proof.test('every link leads somewhere', follow, { alone: true });
	await proof.done();
})();
