/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Every page in every state a person can bring it into: who looks, and how they get there. What
 * axe.t judges and shots.t takes pictures of. A page that is named nowhere here is looked for at
 * the address that the rule gives it (unnamed()), so none is forgotten.
 */

'use strict';

const { spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const proof = require('./proof');

/* Answers of machines, files, and what only a demonstration has. */
const NO_PAGES = ['page/healthz', 'page/feed', 'page/invite', 'page/demo'];

const button = (page, name) => page.getByRole('button', { name });

/* RFC 6238, as the app on a phone does it. */
function totp(secret, at) {
	const bits = [...secret.replace(/[\s=]/g, '')].map((ch) =>
	    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(ch).toString(2).padStart(5, '0')).join('');
	const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(at / 30)));
	const mac = crypto.createHmac('sha1', key).update(step).digest();
	const code = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
	return String(code % 1000000).padStart(6, '0');
}

async function tokenFromMail(to, subject, word) {
	const letters = await proof.letters(to, subject);
	const found = new RegExp(`/${word}/([A-Za-z0-9_-]+)`).exec(letters.map((m) => m.text).join());
	return found[1];
}

function visitors() {
	const at = (name, where, status) => ({ name, go: (page) => page.goto(where), status });
	const bad = (name, where, fill) => ({ name, status: 422, go: async (page) => {
		await page.goto(where);
		await page.locator('main form').first().evaluate((form) => {
			form.noValidate = true;
		});
		await fill(page);
		await page.locator('.error, .notice.bad').first().waitFor();
	} });

	return [
		at('home', '/'),
		at('coaches', '/coaches'),
		at('coaches-found', '/coaches?q=session&online=1&sort=price'),
		at('coaches-nobody', '/coaches?q=qwertz&lang=German'),
		at('coaches-fault', '/coaches?from=abc'),
		{ name: 'coaches-filters', only: 'phone', go: async (page) => {
			await page.goto('/coaches?online=1');
			await button(page, 'Filters').first().click();
		} },
		{ name: 'menu', only: 'phone', go: async (page) => {
			await page.goto('/coaches/jonas-okafor');
			await page.locator('summary', { hasText: 'Menu' }).click();
		} },
		at('coach', '/coaches/maya-lindqvist'),
		at('coach-person', '/coaches/amira-haddad'),
		at('book', '/book/maya-lindqvist/career'),
		{ name: 'book-day', go: async (page) => {
			const [where] = await proof.freeTimes('maya-lindqvist/career');
			await page.goto(where);
			await page.locator('label.time').first().click();
		} },
		{ name: 'book-far', zone: 'America/New_York', go: async (page) => {
			const [where] = await proof.freeTimes('maya-lindqvist/career');
			await page.goto(`${where}&zone=America/New_York`);
		} },
		at('book-zone', '/book/maya-lindqvist/career?choose=1'),
		at('book-full', '/book/maya-lindqvist/career?day=2020-02-01'),
		at('book-gone', '/book/maya-lindqvist/no-such-thing', 404),
		at('login', '/login'),
		bad('login-fault', '/login', async (page) => {
			await page.getByLabel('Email address').fill('nobody@mail.example');
			await page.getByLabel('Password', { exact: true }).fill('wrong-password');
			await button(page, 'Sign in').click();
		}),
		at('signup', '/signup'),
		bad('signup-fault', '/signup', (page) => button(page, 'Create account').click()),
		{ name: 'signup-sent', go: async (page) => {
			await page.goto('/signup');
			await page.getByLabel('Your name').fill('Sven Sample');
			await page.getByLabel('Email address').fill(`sven.${proof.mark}@mail.example`);
			await page.getByLabel('Password', { exact: true }).fill('shallow-copper-41');
			await button(page, 'Create account').click();
			await page.waitForURL(/sent=1/);
		} },
		{ name: 'verify', go: async (page) => page.goto('/verify/' + await tokenFromMail(
		    `sven.${proof.mark}@mail.example`, 'confirm', 'verify')) },
		at('verify-dead', '/verify/' + 'x'.repeat(43), 404),
		at('recover', '/recover'),
		{ name: 'recover-sent', go: async (page) => {
			await page.goto('/recover');
			await page.getByLabel('Email address').fill('client@example.org');
			await button(page, 'Send the link').click();
			await page.waitForURL(/sent|recover/);
			await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
		} },
		{ name: 'recover-choose', go: async (page) => page.goto('/recover/' + await tokenFromMail(
		    'client@example.org', 'password', 'recover')) },
		at('help', '/help'),
		...['booking', 'payments', 'cancel', 'online', 'privacy'].map((t) =>
		    at(`help-${t}`, `/help/${t}`)),
		...['terms', 'privacy', 'imprint'].map((t) => at(`legal-${t}`, `/legal/${t}`)),
		at('missing', '/coaches/nobody-of-that-name', 404),
	];
}

async function members() {
	const clara = proof.known('client@example.org');
	const fresh = proof.account('Fresh');
	const anna = proof.account('Anna');
	const york = proof.account('York', { zone: 'America/New_York' });
	const at = (name, where, as = anna, status) => ({ name, as, status,
		go: (page) => page.goto(where) });
	const career = await proof.freeTimes('maya-lindqvist/career', 5);
	const walk = await proof.freeTimes('maya-lindqvist/walk', 2);
	const talk = (await proof.freeTimes('amira-haddad/rest', 6))[1];
	const plan = (await proof.freeTimes('tom-becker/plan', 4))[1];
	const audit = (await proof.freeTimes('arjun-mehta/audit', 4))[1];
	const first = (await proof.freeTimes('amira-haddad/first', 2))[1];
	const online = await proof.book(york, 'maya-lindqvist/career', career[1][0], 'My boss leaves.');
	const person = await proof.book(anna, 'maya-lindqvist/walk', walk[1][0]);
	const gone = await proof.book(anna, 'amira-haddad/rest', talk[0]);
	const shown = (await proof.send(anna, `/booking/${gone}`)).text;
	await proof.send(anna, `/booking/${gone}`, { do: 'cancel', reason: 'A cold.',
		refund: /name="refund" value="(\d+)"/.exec(shown)[1] });
	const order = await proof.hold(anna, 'amira-haddad/rest', talk[0], 'Sleep.');
	const declined = await proof.hold(anna, 'tom-becker/plan', plan[0]);
	const session = (await proof.toPay(anna, declined)).split('/').pop();
	await proof.control(`/sessions/${session}/decline`, {});
	const free = await proof.hold(fresh, 'amira-haddad/first', first[0]);
	const left = await proof.hold(york, 'arjun-mehta/audit', audit[0]);
	await proof.send(york, `/checkout/${left}`, { do: 'leave' });
	const [[done]] = proof.sql(`select o.no from client_order o join booking b on b.order_id = o.id
	    and b.tenant_id = o.tenant_id where b.no = '${online}'`);
	const past = proof.sql(`select b.no, b.state from booking b where tenant_id = 1 and
	    account_id = ${clara.id} and state in ('Completed', 'NoShow') order by id desc`);
	const pending = proof.sql(`select no from booking where account_id = ${anna.id} and
	    state = 'Pending' limit 1`)[0][0];
	const dialog = (name, as, no) => ({ name, as, go: async (page) => {
		await page.goto(`/booking/${no}`);
		await page.locator('[data-dialog="cancel"]').click();
		await page.getByRole('dialog').waitFor();
	} });

	return [
		at('account-bookings', '/account/bookings', clara),
		at('account-bookings-past', '/account/bookings?show=past', clara),
		at('account-bookings-held', '/account/bookings'),
		at('account-bookings-none', '/account/bookings?show=past', fresh),
		at('hold', `/hold/maya-lindqvist/career?start=${career[1][3]}`),
		at('hold-far', `/hold/maya-lindqvist/career?start=${career[1][3]}`, york),
		at('hold-gone', `/hold/maya-lindqvist/career?start=${career[1][0]}`, fresh),
		at('checkout', `/checkout/${order}`),
		{ name: 'checkout-fault', as: anna, status: 422, go: async (page) => {
			await page.goto(`/checkout/${order}`);
			await button(page, /^Pay €/).click();
			await page.locator('.error').waitFor();
		} },
		at('checkout-declined', `/checkout/${declined}`),
		at('checkout-free', `/checkout/${free}`, fresh),
		at('checkout-over', `/checkout/${left}`, york),
		at('checkout-done', `/checkout/${done}/done`, york),
		at('checkout-unpaid', `/checkout/${declined}/done`),
		at('booking', `/booking/${online}`, york),
		at('booking-person', `/booking/${person}`),
		at('booking-pending', `/booking/${pending}`),
		at('booking-cancelled', `/booking/${gone}`),
		...past.slice(0, 2).map(([no, state]) => at(`booking-${state.toLowerCase()}`,
		    `/booking/${no}`, clara)),
		at('booking-cancel', `/booking/${person}?do=cancel`),
		dialog('booking-dialog', york, online),
		at('move', `/move/${online}`, york),
		at('move-confirm', `/move/${person}?start=${walk[1][1]}`),
		at('move-refused', `/move/${gone}`),
		{ name: 'join', go: async (page) => page.goto('/join/' + await tokenFromMail(york.mail,
		    'Confirmed', 'join')) },
		...coaches(at, dialog, online),
		...admins(at),
		...settings(at, anna),
		{ name: 'signed-out', as: fresh, status: 403, go: async (page) => {
			await page.goto(`/hold/maya-lindqvist/career?start=${career[1][3]}`);
			await page.context().clearCookies();
			await button(page, 'Keep this time and continue').click();
			await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
		} },
		{ name: 'answer', go: async (page) => page.goto('/answer/' +
		    await tokenFromMail('', 'Soon: ', 'answer')) },
	];
}

/* The Tuesday after next. */
function workday() {
	const day = new Date((proof.now() + 8 * 86400) * 1000);
	day.setUTCDate(day.getUTCDate() + (9 - day.getUTCDay()) % 7);
	return day.toISOString().slice(0, 10);
}

function coaches(at, dialog, no) {
	const maya = proof.known('coach@example.org');
	return [
		at('practice-bookings', '/practice/bookings', maya),
		at('practice-bookings-past', '/practice/bookings?show=past', maya),
		at('practice-availability', '/practice/availability', maya),
		at('practice-availability-day', `/practice/availability?day=${workday()}`, maya),
		at('practice-profile', '/practice/profile', maya),
		{ name: 'practice-profile-fault', as: maya, status: 422, go: async (page) => {
			await page.goto('/practice/profile');
			await page.getByLabel('Display name').evaluate((input) => {
				input.form.noValidate = true;
				input.value = '';
			});
			await button(page, 'Save changes').click();
			await page.locator('.error').first().waitFor();
		} },
		at('booking-of-coach', `/booking/${no}`, maya),
		dialog('booking-of-coach-dialog', maya, no),
		at('move-of-coach', `/move/${no}`, maya),
		at('practice-services', '/practice/services', maya),
		at('practice-services-new', '/practice/services/new', maya),
		at('practice-services-edit', '/practice/services/2', maya),
		at('practice-services-delete', '/practice/services/2/delete', maya),
		{ name: 'practice-services-fault', as: maya, status: 422, go: async (page) => {
			await page.goto('/practice/services/new');
			await page.locator('main form').first().evaluate((form) => {
				form.noValidate = true;
				form.requestSubmit(form.querySelector('button[name="do"]'));
			});
			await page.locator('.error').first().waitFor();
		} },
		{ name: 'menu-coach', as: maya, go: async (page) => {
			await page.goto('/coaches/jonas-okafor');
			await page.locator('details.menu summary').click();
		} },
	];
}

function admins(at) {
	const ada = proof.known('admin@example.org');
	return [
		at('practice-coaches', '/practice/coaches', ada),
		at('practice-coaches-nobody', '/practice/coaches?q=qwertz', ada),
		at('practice-coaches-pending', '/practice/coaches/25', ada),
		at('practice-coaches-approved', '/practice/coaches/1', ada),
		at('practice-coaches-new', '/practice/coaches/new?q=clara', ada),
	];
}

function settings(at, anna) {
	/* One after the other, though cases run side by side. */
	let secret = '';
	let isOn = false;
	const enter = async (page) => {
		await proof.until('the second step', () => isOn);
		await page.goto('/login');
		await page.getByLabel('Email address').fill(anna.mail);
		await page.getByLabel('Password', { exact: true }).fill(proof.PASSWORD);
		await button(page, 'Sign in').click();
		await page.getByRole('heading', { name: 'Second step' }).waitFor();
	};

	return [
		at('account-settings', '/account/settings'),
		{ name: 'account-settings-fault', as: anna, status: 422, go: async (page) => {
			await page.goto('/account/settings');
			await page.getByLabel('Name', { exact: true }).evaluate((input) => {
				input.form.noValidate = true;
				input.value = '';
			});
			await button(page, 'Save').click();
			await page.locator('.error').first().waitFor();
		} },
		at('account-security', '/account/security'),
		{ name: 'account-security-fault', as: anna, status: 422, go: async (page) => {
			await page.goto('/account/security');
			await page.locator('#old').fill('not-it-at-all');
			await page.locator('#new').fill('password123');
			await button(page, 'Change password').click();
			await page.locator('.error').first().waitFor();
		} },
		{ name: 'account-security-scan', as: anna, go: async (page) => {
			await page.goto('/account/security');
			await button(page, 'Set it up').click();
			secret = await page.locator('#second code').textContent();
		} },
		{ name: 'account-security-codes', as: anna, go: async (page) => {
			await proof.until('the key', () => secret);
			await page.goto('/account/security');
			await page.locator('#first').fill(totp(secret, proof.now()));
			await button(page, 'Turn it on').click();
			await page.locator('.codes').waitFor();
			isOn = true;
		} },
		{ name: 'account-security-on', as: anna, go: async (page) => {
			await proof.until('the second step', () => isOn);
			await page.goto('/account/security');
		} },
		{ name: 'login-code', go: enter },
		at('logout', '/logout'),
	];
}

/* Programs that none of the states has seen, at the address that the rule gives them. */
function unnamed(states) {
	const build = process.env.PRAXIS_BUILD;
	const programs = fs.readFileSync(path.join(build, 'programs'), 'utf8').split('\n')
	    .filter((p) => p.startsWith('page/') && !NO_PAGES.includes(p));
	const people = { member: 'client@example.org', coach: 'coach@example.org',
		admin: 'admin@example.org' };
	return programs.map((p) => p.slice(5)).filter((name) =>
	    !states.some((s) => s.name === name || s.name.startsWith(`${name}-`))).map((name) => {
		const told = spawnSync(path.join(build, 'cgi-bin/page', name), ['--describe']);
		const who = people[JSON.parse(told.stdout).access];
		const where = /^(account|practice|library|backoffice)-/.test(name) ?
		    name.replace('-', '/') : name;
		return { name, as: who && proof.known(who), go: (page) => page.goto(`/${where}`) };
	});
}

async function all() {
	const states = [...visitors(), ...await members()];
	return [...states, ...unnamed(states)];
}

/* Opens a state in a window and says what the answer was. */
async function enter(c, state, device) {
	const page = await c.person({ as: state.as, device, zone: state.zone });
	let status = 0;
	page.on('response', (res) => {
		if (res.request().isNavigationRequest() && res.frame() === page.mainFrame() &&
		    res.status() !== 303)
			status = res.status();
	});
	await state.go(page);
	await page.waitForLoadState();
	if (status !== (state.status || 200))
		throw new Error(`${page.url()} answered ${status}`);
	return page;
}

module.exports = { all, enter };
