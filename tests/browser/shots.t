#!/usr/bin/env node
/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pictures of every page in every state, kept among the artefacts; what the pages weigh. */
/* minutes: 6 */

'use strict';

const assert = require('assert').strict;
const fs = require('fs');
const path = require('path');
const proof = require('./proof');
const states = require('./states');

const DIR = path.join(proof.art, 'shots');
/* Compressed, in bytes: what somebody loads who was never here, and on each page after that. */
const FIRST = 100 * 1000;
const LATER = 15 * 1000;
/* The browser's own measure is of the window; a long page is cut there. */
const TALL = 6000;

async function shoot(c, state) {
	const page = await states.enter(c, state, state.only || 'desktop');
	await page.evaluate(() => scrollTo(0, 0));
	for (const device of state.only ? [state.only] : ['desktop', 'phone']) {
		await page.setViewportSize(proof.DEVICES[device].viewport);
		for (const scheme of ['light', 'dark']) {
			await page.emulateMedia({ colorScheme: scheme });
			const box = await page.evaluate(() => [innerWidth,
				document.documentElement.scrollHeight]);
			await page.screenshot({
				path: path.join(DIR, `${state.name}-${device}-${scheme}.png`),
				fullPage: true, caret: 'hide', animations: 'disabled',
				clip: { x: 0, y: 0, width: box[0], height: Math.min(box[1], TALL) } });
		}
	}
}

/* What a view costs on the wire, by what the network of the browser says. */
async function weigh(page, where) {
	const cdp = await page.context().newCDPSession(page);
	let sum = 0;
	cdp.on('Network.loadingFinished', (e) => {
		sum += e.encodedDataLength;
	});
	await cdp.send('Network.enable');
	await page.goto(where, { waitUntil: 'networkidle' });
	await cdp.detach();
	return sum;
}

async function weights(c) {
	const [book] = await proof.freeTimes('maya-lindqvist/career');
	const ways = ['/coaches', '/coaches/maya-lindqvist', book, '/login', '/signup', '/help/payments',
		'/legal/terms'];
	const heavy = [];
	for (const where of ['/', '/coaches', book]) {
		const page = await c.person();
		const first = await weigh(page, where);
		console.log(`# ${first} bytes at first for ${where}`);
		assert.ok(first > 20000, 'something was weighed, the font with it');
		if (first >= FIRST)
			heavy.push(`${where}: ${first} bytes at first`);
	}
	const page = await c.person();
	await weigh(page, '/');
	for (const where of ways) {
		const later = await weigh(page, where);
		console.log(`# ${later} bytes later for ${where}`);
		if (later >= LATER)
			heavy.push(`${where}: ${later} bytes`);
	}
	assert.equal(heavy.join('\n'), '');
}

(async () => {
	fs.mkdirSync(DIR, { recursive: true });
	proof.test('pages are light', weights);
	for (const state of await states.all())
		proof.test(state.name, (c) => shoot(c, state));
	await proof.done();
})();
