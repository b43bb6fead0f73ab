#!/usr/bin/env node
/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The main job in a real browser: find a coach, pick a time, pay, be booked, move, cancel. */
/* minutes: 5 */

'use strict';

const assert = require('assert').strict;
const fs = require('fs');
const proof = require('./proof');

const { test, until, url, stub } = proof;
const HOUR = 3600;

const main = (page) => page.locator('main');
const heading = (page, name) => page.getByRole('heading', { level: 1, name });
const press = (page, name) => page.getByRole('button', { name }).click();
const follow = (page, name) => page.getByRole('link', { name }).first().click();

/* From the month of a service on: next month, a day, a time. Gives back the start in seconds. */
async function choose(page, { day = 3, time = 0, tap = false } = {}) {
	const use = (what) => (tap ? what.tap() : what.click());
	await use(page.locator('#book a[rel="next"]'));
	await page.waitForURL(/month=/);
	const days = page.locator('.month a');
	await use(days.nth(Math.min(day, await days.count() - 1)));
	await page.waitForURL(/day=/);
	const chosen = page.locator('label.time').nth(time);
	const start = Number(await chosen.locator('input').getAttribute('value'));
	await use(chosen);
	await use(page.getByRole('button', { name: 'Continue' }));
	await page.waitForURL(/\/hold\/|\/login/);
	return start;
}

/* From the page of a time to the pay page of the stand-in. */
async function payable(page) {
	await press(page, 'Keep this time and continue');
	await page.waitForURL(/\/checkout\//);
	await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
	await press(page, /^Pay €/);
	await page.waitForURL(`${stub}/pay/**`);
}

async function paid(page) {
	await page.getByRole('button', { name: 'Pay', exact: true }).click();
	await page.waitForURL(/\/checkout\/.*\/done/);
	await heading(page, 'You are booked').waitFor();
}

const numberOf = (page) => /\/booking\/([^/?]+)/.exec(page.url())[1];

/* The fields of the one event of a calendar file. */
function event(text) {
	assert.ok(text.startsWith('BEGIN:VCALENDAR\r\n'), 'a calendar');
	const out = {};
	const inside = /BEGIN:VEVENT\r\n([^]*?)END:VEVENT/.exec(text.replace(/\r\n /g, ''))[1];
	for (const line of inside.replace(/BEGIN:VALARM[^]*END:VALARM\r\n/, '').split('\r\n')) {
		const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) || [];
		if (name)
			out[name] = value;
	}
	return out;
}

const compact = (seconds) => new Date(seconds * 1000).toISOString().replace(/[-:]|\.000/g, '');

function local(seconds, zone, options) {
	return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(seconds * 1000);
}

const hhmm = (seconds, zone) => local(seconds, zone, { hour: '2-digit', minute: '2-digit' });

/* What the stand-in took and gave back for an order. */
async function money(order) {
	const state = await proof.control('/state');
	const sessions = state.sessions.filter((s) => s.client_reference_id === order);
	const intents = sessions.map((s) => s.payment_intent);
	const charges = state.charges.filter((ch) => intents.includes(ch.payment_intent) &&
	    ch.status === 'succeeded');
	return { sessions, charges: charges.length,
		taken: charges.reduce((sum, ch) => sum + ch.amount, 0),
		back: charges.reduce((sum, ch) => sum + ch.amount_refunded, 0) };
}

async function signIn(page, who) {
	await page.getByLabel('Email address').fill(who.mail);
	await page.getByLabel('Password', { exact: true }).fill(proof.PASSWORD);
	await press(page, 'Sign in');
}

/* --- the whole job ---------------------------------------------------------------------------- */

const anna = { name: 'Anna Andersen', mail: `anna.${proof.mark}@mail.example` };

test('sign up, prove the address by mail, find, book, pay, keep it, cancel', async (c) => {
	const page = await c.person();
	await page.goto('/');
	await page.getByRole('link', { name: 'Create account' }).first().click();
	await page.getByLabel('Your name').fill(anna.name);
	await page.getByLabel('Email address').fill(anna.mail);
	await page.getByLabel('Password', { exact: true }).fill('shallow-copper-41');
	assert.equal(await page.getByLabel('Time zone').inputValue(), 'Europe/Berlin');
	await press(page, 'Create account');
	await heading(page, 'Look into your mail').waitFor();

	await proof.letters(anna.mail, 'confirm');
	await page.goto(`${stub}/mail?to=${anna.mail}`);
	await page.getByRole('link', { name: /Please confirm your address/ }).click();
	await page.locator('.links a[href*="/verify/"]').first().click();
	await press(page, 'Confirm and sign in');
	await page.getByText('Your address is confirmed and you are signed in.').waitFor();

	await page.goto('/');
	await page.getByRole('searchbox', { name: 'Search coaches' }).fill('career');
	await press(page, 'Search');
	await page.waitForURL(/\/coaches\?q=career/);
	await page.getByLabel('Online').check();
	await page.getByLabel('Language').selectOption({ label: 'English' });
	await page.getByLabel('Highest price').fill('100');
	await press(page, 'Show coaches');
	await page.waitForURL(/online=1/);
	assert.match(page.url(), /lang=/);
	assert.equal(await page.locator('.chip.on').count() >= 3, true, 'filters stand as chips');
	const everybody = await (await fetch(`${url}/coaches`)).text();
	const cards = await page.locator('.card.coach').count();
	assert.ok(cards > 0 && cards < everybody.match(/class="card coach"/g).length,
	    `${cards} found`);
	await page.getByRole('link', { name: 'Maya Lindqvist' }).click();

	await heading(page, 'Maya Lindqvist').waitFor();
	await page.getByRole('link', { name: /Choose a time ?, Career session/ }).click();
	const start = await choose(page, { day: 4, time: 1 });
	await page.getByLabel(/What would you like to talk about/).fill('Leaving, well.');
	await press(page, 'Keep this time and continue');
	await page.waitForURL(/\/checkout\//);
	const order = page.url().split('/').pop();
	assert.match(await main(page).textContent(), /Leaving, well\./);
	await page.locator('.countdown', { hasText: /Kept for you for 3\d:\d\d/ }).waitFor();
	assert.match(await page.locator('ol.policy').textContent(),
	    new RegExp(local(start - 72 * HOUR, 'Europe/Berlin', { month: 'long' })));

	await press(page, /^Pay €80/);
	await page.getByText('Please read and accept the terms first.').waitFor();
	await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
	await press(page, /^Pay €80/);
	await page.waitForURL(`${stub}/pay/**`);
	assert.match(await main(page).textContent(), /80/);
	await paid(page);

	const [letter] = await proof.letters(anna.mail, 'Confirmed: Career session with Maya');
	const invitation = letter.attachments.find((a) => a.type === 'text/calendar');
	assert.equal(invitation.method, 'REQUEST');
	assert.equal(event(invitation.text).DTSTART, compact(start));

	await page.getByRole('link', { name: 'See the booking' }).click();
	await page.waitForURL(/\/booking\//);
	await page.getByText('Confirmed', { exact: true }).first().waitFor();
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Add to calendar' }).click();
	const file = event(fs.readFileSync(await (await coming).path(), 'utf8'));
	assert.equal(file.DTSTART, compact(start));
	assert.equal(file.DTEND, compact(start + HOUR));
	assert.equal(file.UID, event(invitation.text).UID);
	assert.match(file.SUMMARY, /Career session/);
	assert.match(await main(page).textContent(), /Accepted by the mail server|On its way/);

	await page.getByRole('link', { name: 'Cancel' }).click();
	const box = page.getByRole('dialog', { name: 'Cancel this session?' });
	assert.match(await box.textContent(), /You get back\s*€80\.00/);
	await box.getByLabel(/Reason/).fill('Plans changed.');
	await box.getByRole('button', { name: 'Cancel this session' }).click();
	await page.getByText('The session is cancelled.').waitFor();
	await page.getByText('Cancelled', { exact: true }).first().waitFor();
	assert.match(await main(page).textContent(), /€80\.00/);

	const [gone] = await proof.letters(anna.mail, 'Cancelled: Career session');
	assert.match(gone.text, /You get €80\.00 of €80\.00 back/);
	assert.equal(gone.attachments.find((a) => a.type === 'text/calendar').method, 'CANCEL');
	await until('the money', async () => (await money(order)).back === 8000);
	await page.getByRole('link', { name: 'My bookings' }).first().click();
	await heading(page, /bookings/i).waitFor();
});

test('without script: find, sign in on the way, book, pay, cancel', async (c) => {
	const bert = proof.account('Bert');
	const page = await c.person({ script: false });
	await page.goto('/');
	await page.getByRole('searchbox', { name: 'Search coaches' }).fill('Okafor');
	await press(page, 'Search');
	await page.getByRole('link', { name: 'Jonas Okafor' }).click();
	await page.getByRole('link', { name: /Choose a time ?, Manager session/ }).click();
	await page.getByRole('link', { name: 'Change the time zone' }).click();
	await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
	await press(page, 'Show');
	assert.match(await page.locator('#book').textContent(), /Times in Asia\/Tokyo/);
	await page.getByRole('link', { name: 'Change the time zone' }).click();
	await page.getByLabel('Time zone').selectOption('Europe/Berlin');
	await press(page, 'Show');
	const start = await choose(page);
	assert.match(page.url(), /\/login/);
	await signIn(page, bert);
	await page.waitForURL(/\/hold\//);
	assert.match(await page.locator('dl.when').first().textContent(),
	    new RegExp(hhmm(start, 'Europe/Berlin')));
	await payable(page);
	await paid(page);
	await page.getByRole('link', { name: 'See the booking' }).click();
	await page.waitForURL(/\/booking\//);
	const no = numberOf(page);
	await page.getByRole('link', { name: 'Cancel', exact: true }).click();
	await heading(page, 'Cancel this session?').waitFor();
	assert.match(await main(page).textContent(), /You get back\s*€120\.00/);
	await press(page, 'Cancel this session');
	await page.getByText('The session is cancelled.').waitFor();
	assert.equal(numberOf(page), no);
	await proof.letters(bert.mail, 'Cancelled: Manager session');
});

test('on a phone: menu, filters as a sheet, book, pay, cancel by touch', async (c) => {
	const page = await c.person({ as: proof.account('Cleo'), device: 'phone' });
	const tap = (role, name) => page.getByRole(role, { name }).first().tap();
	await page.goto('/');
	await page.locator('summary', { hasText: 'Menu' }).tap();
	await tap('link', 'Find a coach');
	await page.getByRole('button', { name: 'Filters', exact: true }).tap();
	const sheet = page.locator('#filters');
	await sheet.getByLabel('Topic').selectOption({ index: 1 });
	await sheet.getByRole('button', { name: 'Show coaches' }).tap();
	await page.waitForURL(/topic=/);
	await page.getByRole('searchbox').fill('Kamau');
	await page.goto('/coaches?q=Kamau');
	await tap('link', 'Wanjiru Kamau');
	await tap('link', /Choose a time ?, Leadership session/);
	await choose(page, { tap: true });
	await page.getByRole('button', { name: 'Keep this time and continue' }).tap();
	await page.getByRole('checkbox', { name: /I accept the terms/ })
	    .tap({ position: { x: 8, y: 8 } });
	await page.getByRole('button', { name: /^Pay €/ }).tap();
	await page.waitForURL(`${stub}/pay/**`);
	await paid(page);
	await tap('link', 'See the booking');
	await page.waitForURL(/\/booking\//);
	await page.getByRole('link', { name: 'Cancel', exact: true }).tap();
	const box = page.getByRole('dialog');
	await box.getByRole('button', { name: 'Keep it' }).tap();
	await box.waitFor({ state: 'hidden' });
	await page.getByRole('link', { name: 'Cancel', exact: true }).tap();
	await box.getByRole('button', { name: 'Cancel this session' }).tap();
	await page.getByText('The session is cancelled.').waitFor();
});

test('a free first conversation needs no card', async (c) => {
	const page = await c.person({ as: proof.account('Dora') });
	const seen = [];
	page.on('framenavigated', () => seen.push(page.url()));
	await page.goto('/coaches/amira-haddad');
	await page.getByRole('link', { name: /Choose a time ?, First conversation/ }).click();
	/* Free sessions are offered for 30 days only: this month may be all there is. */
	const [, starts] = await proof.freeTimes('amira-haddad/first', 0);
	await page.goto(`/hold/amira-haddad/first?start=${starts[0]}`);
	await main(page).getByText(/no card is needed/).waitFor();
	await press(page, 'Keep this time and continue');
	await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
	await press(page, 'Confirm the booking');
	await page.waitForURL(/\/booking\//);
	await page.getByText('You are booked.').first().waitFor();
	assert.match(await main(page).textContent(), /This session is free\./);
	assert.ok(!seen.some((at) => at.startsWith(stub)), 'no pay page');
	await page.getByRole('link', { name: 'Cancel', exact: true }).click();
	assert.match(await page.getByRole('dialog').textContent(), /nothing comes back/);
});

/* --- keys only -------------------------------------------------------------------------------- */

/* Presses keys and counts them; after each it must be visible where the reader is. */
class Keys {
	constructor(page) {
		this.page = page;
		this.n = 0;
	}

	async press(key) {
		this.n++;
		await this.page.keyboard.press(key);
	}

	/* Tab (or an arrow) until something of this selector has the focus. */
	async to(selector, key = 'Tab') {
		for (let i = 0; i < 40; i++) {
			await this.press(key);
			const at = await this.page.evaluate(focus);
			assert.ok(at.shown, `nothing shows that ${at.what} has the focus`);
			assert.ok(at.seen, `${at.what} has the focus out of sight`);
			if (await this.page.evaluate((s) => document.activeElement.matches(s), selector))
				return;
		}
		throw new Error(`${selector} is not reached by keys`);
	}
}

/* Runs in the page: what has the focus, is it marked, is it in sight. */
function focus() {
	const el = document.activeElement;
	const marked = (e) => {
		const s = e && getComputedStyle(e);
		return s && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) ||
		    s.boxShadow !== 'none');
	};
	const shape = el.closest('label') || el;
	const box = shape.getBoundingClientRect();
	return { what: `${el.tagName} ${el.textContent.trim().slice(0, 40)}`,
		shown: marked(el) || marked(el.closest('label')) || el === document.body,
		seen: el === document.body || (box.bottom > 0 && box.top < innerHeight &&
		    box.right > 0 && box.left < innerWidth) };
}

test('with keys only: from the profile to the pay page in less than 60 presses', async (c) => {
	const page = await c.person({ as: proof.account('Emil') });
	await page.goto('/coaches/kenji-watanabe');
	const keys = new Keys(page);
	await keys.to('.skip');
	await keys.press('Enter');
	await keys.to('a.btn[href$="/rehearsal"]');
	await keys.press('Enter');
	await page.waitForURL(/\/book\//);
	await keys.to('.skip');
	await keys.press('Enter');
	await keys.to('#book a[rel="next"]');
	await keys.press('Enter');
	await page.waitForURL(/month=/);
	await keys.to('.month a');
	await keys.press('ArrowRight');
	await keys.press('Enter');
	await page.waitForURL(/day=/);
	await keys.to('input[name="start"]');
	await keys.press('Space');
	await keys.to('.go button');
	await keys.press('Enter');
	await page.waitForURL(/\/hold\//);
	await keys.to('.skip');
	await keys.press('Enter');
	await keys.to('button.large');
	await keys.press('Enter');
	await page.waitForURL(/\/checkout\//);
	await keys.to('.skip');
	await keys.press('Enter');
	await keys.to('input[name="terms"]');
	await keys.press('Space');
	await keys.to('button[value="pay"]');
	await keys.press('Enter');
	await page.waitForURL(`${stub}/pay/**`);
	console.log(`# ${keys.n} keys`);
	assert.ok(keys.n < 60, `${keys.n} keys`);
});

/* --- moving, declining, leaving --------------------------------------------------------------- */

test('a session is moved: number and payment stay, the old time is free again', async (c) => {
	const frida = proof.account('Frida');
	const [, starts] = await proof.freeTimes('ines-carvalho/hour');
	const no = await proof.book(frida, 'ines-carvalho/hour', starts[0]);
	const page = await c.person({ as: frida });
	await page.goto(`/booking/${no}`);
	await page.getByRole('link', { name: 'Move', exact: true }).click();
	const days = page.locator('.month a');
	await days.last().click();
	await page.waitForURL(/day=/);
	const time = page.locator('label.time').last();
	const start = Number(await time.locator('input').getAttribute('value'));
	await time.click();
	await press(page, 'Continue');
	await page.waitForURL(/start=/);
	await press(page, 'Move the session');
	await page.getByText('The session has moved.').waitFor();
	assert.equal(numberOf(page), no);
	assert.match(await page.locator('dl.when').first().textContent(),
	    new RegExp(`${hhmm(start, 'Europe/Berlin')} to`));
	const [letter] = await proof.letters(frida.mail, 'Moved: The weekly hour');
	const told = event(letter.attachments.find((a) => a.type === 'text/calendar').text);
	assert.equal(told.DTSTART, compact(start));
	assert.equal(told.SEQUENCE, '1');
	const [[order, sum]] = proof.sql(`select o.no, count(*) from booking b join client_order o
	    on o.tenant_id = b.tenant_id and o.id = b.order_id where b.no = '${no}' group by 1`);
	assert.equal(sum, '1');
	assert.deepEqual([(await money(order)).charges, (await money(order)).back], [1, 0]);
	const [, again] = await proof.freeTimes('ines-carvalho/hour');
	assert.ok(again.includes(starts[0]), 'the old time is offered again');
});

test('a declined card keeps the time; leaving and trying again ends booked', async (c) => {
	const gino = proof.account('Gino');
	const [, starts] = await proof.freeTimes('tom-becker/plan');
	const page = await c.person({ as: gino });
	await page.goto(`/hold/tom-becker/plan?start=${starts[0]}`);
	await payable(page);
	await press(page, 'Use a card that is declined');
	await page.locator('.error').waitFor();
	await press(page, 'Leave');
	await page.waitForURL(/\/checkout\//);
	await page.getByText(/The last try to pay did not go through/).waitFor();
	await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
	await press(page, /^Pay €/);
	await page.waitForURL(`${stub}/pay/**`);
	await paid(page);
	const got = await money(/checkout\/([^/]+)/.exec(page.url())[1]);
	assert.deepEqual([got.charges, got.taken], [1, 4500]);
});

test('who leaves the checkout frees the time for others', async (c) => {
	const [where, starts] = await proof.freeTimes('arjun-mehta/audit');
	const page = await c.person({ as: proof.account('Hanna') });
	await page.goto(`/hold/arjun-mehta/audit?start=${starts[0]}`);
	await press(page, 'Keep this time and continue');
	await page.waitForURL(/\/checkout\//);
	const other = await c.person();
	await other.goto(where);
	assert.equal(await other.locator(`input[value="${starts[0]}"]`).count(), 0, 'kept');
	await press(page, 'Leave and free the time');
	await page.getByText(/the time is free again and nothing was charged/).waitFor();
	await until('the time', async () => {
		await other.reload();
		return await other.locator(`input[value="${starts[0]}"]`).count() === 1;
	});
});

/* --- what goes wrong between people and tabs -------------------------------------------------- */

test('two people press for one time at once: one keeps it, the other is told kindly', async (c) => {
	const [, starts] = await proof.freeTimes('luiza-nascimento/session');
	const pages = await Promise.all(['Ida', 'Jan'].map((name) =>
	    c.person({ as: proof.account(name) })));
	await Promise.all(pages.map((p) =>
	    p.goto(`/hold/luiza-nascimento/session?start=${starts[0]}`)));
	await Promise.all(pages.map((p) => press(p, 'Keep this time and continue')));
	await Promise.all(pages.map((p) => p.waitForLoadState()));
	const won = pages.filter((p) => p.url().includes('/checkout/'));
	assert.equal(won.length, 1, 'one of them');
	const lost = pages.find((p) => p !== won[0]);
	await lost.getByText(/This time has just been taken/).first().waitFor();
	await lost.getByRole('link', { name: /nother time/ }).first().click();
	await lost.locator('.month').waitFor();
});

test('back after paying: nobody pays twice', async (c) => {
	const [, starts] = await proof.freeTimes('pierre-delacroix/talk');
	const page = await c.person({ as: proof.account('Karl') });
	await page.goto(`/hold/pierre-delacroix/talk?start=${starts[0]}`);
	await payable(page);
	await paid(page);
	const order = /checkout\/([^/]+)/.exec(page.url())[1];
	await page.goBack();
	assert.match(await page.textContent('h1'), /This payment is made/);
	await page.goBack();
	await page.waitForLoadState();
	if (page.url().includes('/checkout/')) {
		/* The browser may show what it remembers; the press must do no harm. */
		await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
		await press(page, /^Pay €/);
	}
	await page.waitForURL(/\/booking\//);
	assert.equal((await money(order)).charges, 1);
});

test('two quick presses on Pay make one payment', async (c) => {
	const service = serviceOf('sunita-shrestha');
	const [, starts] = await proof.freeTimes(service);
	const page = await c.person({ as: proof.account('Lena') });
	await page.goto(`/hold/${service}?start=${starts[0]}`);
	await page.getByRole('button', { name: 'Keep this time and continue' }).dblclick();
	await page.waitForURL(/\/checkout\//);
	const order = page.url().split('/').pop();
	await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
	await page.getByRole('button', { name: /^Pay €/ }).dblclick();
	await page.waitForURL(`${stub}/pay/**`);
	assert.equal((await money(order)).sessions.length, 1);
	await page.getByRole('button', { name: 'Pay', exact: true }).dblclick();
	await page.waitForURL(/\/done/);
	await heading(page, 'You are booked').waitFor();
	assert.equal((await money(order)).charges, 1);
});

/* A coach's first service that costs something. */
function serviceOf(coach) {
	return coach + '/' +
	    proof.sql(`select s.slug from service s join coach c on c.tenant_id = s.tenant_id
	    and c.id = s.coach_id where c.slug = '${coach}' and s.price_minor > 0 limit 1`)[0][0];
}

test('the time runs out while the checkout is open: nothing is charged', async (c) => {
	const service = serviceOf('margaret-whitfield');
	const [, starts] = await proof.freeTimes(service);
	const page = await c.person({ as: proof.account('Mia') });
	await page.goto(`/hold/${service}?start=${starts[0]}`);
	await press(page, 'Keep this time and continue');
	await page.waitForURL(/\/checkout\//);
	await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
	await proof.later(HOUR, async () => {
		await press(page, /^Pay €/);
		await heading(page, 'This time is no longer kept for you').waitFor();
		assert.ok(!page.url().startsWith(stub));
		await page.getByRole('link', { name: 'Choose a time again' }).click();
		await page.locator('.month').waitFor();
	});
}, { alone: true });

test('what is somebody else\'s is not there', async (c) => {
	const service = serviceOf('harpreet-gill');
	const [, starts] = await proof.freeTimes(service);
	const no = await proof.book(proof.account('Nora'), service, starts[0]);
	const page = await c.person({ as: proof.account('Otto') });
	const [[order]] = proof.sql(`select o.no from client_order o join booking b on
	    b.tenant_id = o.tenant_id and b.order_id = o.id where b.no = '${no}'`);
	for (const where of [`/booking/${no}`, `/booking/${no}.ics`, `/move/${no}`,
		`/checkout/${order}`, `/checkout/${order}/done`])
		assert.equal((await page.goto(where)).status(), 404, where);
	assert.ok(!(await page.content()).includes('Nora'));
});

test('a tab whose owner has signed out sends a form: sign-in, then on with it', async (c) => {
	const pia = proof.account('Pia');
	const service = serviceOf('freja-norgaard');
	const [, starts] = await proof.freeTimes(service);
	const page = await c.person({ as: pia });
	await page.goto(`/hold/${service}?start=${starts[0]}`);
	const other = await page.context().newPage();
	await other.goto('/');
	await other.locator('summary').first().click();
	await other.getByRole('button', { name: 'Sign out' }).click();
	await other.getByText('You are signed out.').waitFor();
	await press(page, 'Keep this time and continue');
	await heading(page, 'You are signed out').waitFor();
	await main(page).getByRole('link', { name: 'Sign in' }).click();
	await signIn(page, pia);
	await page.waitForURL(/\/hold\//);
	await press(page, 'Keep this time and continue');
	await page.waitForURL(/\/checkout\//);
});

test('a reader in New York sees both times, by the clock of each place', async (c) => {
	const page = await c.person({ zone: 'America/New_York' });
	const service = 'maya-lindqvist/career';
	await page.goto(`/book/${service}`);
	await page.locator('#book[data-zone="America/New_York"]').waitFor();
	await page.locator('.month a').first().click();
	await page.waitForURL(/day=/);
	const time = page.locator('label.time').first();
	const start = Number(await time.locator('input').getAttribute('value'));
	const words = await time.textContent();
	assert.match(words, new RegExp(`^${hhmm(start, 'America/New_York')}`));
	assert.match(words, new RegExp(hhmm(start, 'Europe/Berlin')));

	const rita = proof.account('Rita', { zone: 'America/New_York' });
	const [, starts] = await proof.freeTimes(service, 6);
	const no = await proof.book(rita, service, starts[2]);
	const mine = await c.person({ as: rita, zone: 'America/New_York' });
	await mine.goto(`/booking/${no}`);
	const when = await mine.locator('dl.when').first().textContent();
	assert.match(when, new RegExp(`Your time.*${hhmm(starts[2], 'America/New_York')}`, 's'));
	assert.match(when, new RegExp(`Time of Maya.*${hhmm(starts[2], 'Europe/Berlin')}`, 's'));
});

/* --- the watch itself ------------------------------------------------------------------------- */

test('a foreign request and an inline script would have been noticed', async (c) => {
	const page = await c.person();
	await page.goto('/');
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'window.ran = true';
		document.body.append(script);
		return fetch('http://127.0.0.9:9/').catch(() => {});
	});
	assert.equal(await page.evaluate(() => window.ran), undefined, 'the policy forbids it');
	await until('the complaints', () => c.faults.filter((f) => /Content Security Policy/.test(f))
	    .length >= 2);
	c.faults.length = 0;
});

proof.done();
