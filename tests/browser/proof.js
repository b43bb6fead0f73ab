/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What browser tests need: TAP, one Chromium for all cases, people in windows of their own that are
 * watched for foreign requests and for complaints in the console, the database, the stand-in.
 *
 *	const proof = require('./proof');
 *	proof.test('somebody books', async (c) => {
 *		const anna = await c.person({ as: proof.account('Anna') });
 *		await anna.goto('/coaches');
 *	});
 *	proof.done();
 */

'use strict';

const { spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { chromium, errors } = require('playwright-core');

const PASSWORD = 'violet-kettle-9';
/* PASSWORD as the programs keep it; making it takes argon2. */
const ENCODED = '$argon2id$v=19$m=19456,t=2,p=1$4EPw0S/rNSGgnKhTsRNZMw$BhbgGpV3jGH2VvRyvZ1U+j+' +
    'ZkOggChpSUSSjBA+0Usw';
const ROLES = { client: 1, coach: 3, admin: 5 };
const DEVICES = {
	desktop: { viewport: { width: 1280, height: 900 } },
	phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true,
	    deviceScaleFactor: 2 },
};
const PATIENCE = 15000;

const url = process.env.PRAXIS_URL;
const stub = process.env.PRAXIS_STUB;
const art = process.env.PRAXIS_ARTEFACTS ||
    path.join(process.env.PRAXIS_BUILD || '/tmp', 'artefacts');
const mark = crypto.randomBytes(4).toString('hex');

if (!url || !stub) {
	console.log('Bail out! no instance: run it by tests/run');
	process.exit(1);
}

/* --- the database, the clock, the stand-in ---------------------------------------------------- */

function sql(text) {
	const res = spawnSync('mariadb', ['--no-defaults', '--user=root', '--batch', '--database=praxis',
		'--skip-column-names', `--socket=${process.env.PRAXIS_DIR}/db/s.sock`], { input: text });
	if (res.status !== 0)
		throw new Error(`sql: ${res.stderr}`);
	return String(res.stdout).split('\n').filter(Boolean).map((line) => line.split('\t'));
}

function clock() {
	return Number(fs.readFileSync(process.env.PRAXIS_CLOCK, 'utf8'));
}

function setClock(offset) {
	fs.writeFileSync(`${process.env.PRAXIS_CLOCK}.new`, `${offset}\n`);
	fs.renameSync(`${process.env.PRAXIS_CLOCK}.new`, process.env.PRAXIS_CLOCK);
}

function now() {
	return Math.floor(Date.now() / 1000) + clock();
}

/* With the clock so much later; afterwards it is as it was. */
async function later(seconds, act) {
	const was = clock();
	setClock(was + seconds);
	try {
		return await act();
	} finally {
		setClock(was);
	}
}

/* Asks again until there is an answer; for what another process does in its own time. */
async function until(what, ask) {
	const end = Date.now() + 3 * PATIENCE;
	for (;;) {
		const got = await ask();
		if (got)
			return got;
		if (Date.now() > end)
			throw new Error(`it never came: ${what}`);
		await new Promise((go) => setTimeout(go, 50));
	}
}

async function control(where, body) {
	const res = await fetch(`${stub}/control${where}`, body === undefined ? {} :
	    { method: 'POST', body: JSON.stringify(body) });
	if (!res.ok)
		throw new Error(`stand-in: ${where}: ${await res.text()}`);
	return res.json();
}

/* The letters to somebody with such a subject, oldest first; waits for so many. */
async function letters(to, subject, count = 1) {
	const query = new URLSearchParams({ to, subject, count, wait: 20 });
	const found = (await control(`/mail?${query}`)).mail;
	if (found.length < count)
		throw new Error(`${found.length} of ${count} letters to ${to} about "${subject}"`);
	return found;
}

/* Whatever another test tried from this network does not count here. */
function forgetAttempts() {
	sql('delete from attempt');
}

/* --- people ----------------------------------------------------------------------------------- */

let born = 0;

/* A proven account of the demonstration's tenant with a session: its token opens any window. */
function account(name, more = {}) {
	const token = crypto.randomBytes(32).toString('base64url');
	const hash = crypto.createHash('sha256').update(token).digest('hex');
	const mail = `${name.toLowerCase()}.${++born}.${mark}@mail.example`;
	const zone = more.zone || 'Europe/Berlin';
	const [[id]] = sql(`insert into account (mail, name, password, zone, verified_at, created_at)
	    values ('${mail}', '${name} Proof', '${ENCODED}', '${zone}', utc_timestamp(),
	    utc_timestamp()); set @id = last_insert_id();
	    insert into membership values (1, @id, ${ROLES[more.role || 'client']}, utc_timestamp());
	    insert into session (hash, account_id, created_at, seen_at, expires_at, proven_at, agent)
	    values ('${hash}', @id, utc_timestamp(), utc_timestamp(), utc_timestamp() + interval 20 day,
	    utc_timestamp(), 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0'); select @id`);
	return { id, name: `${name} Proof`, mail, token, zone };
}

/* A session for an account that the demonstration brought along. */
function known(mail) {
	const token = crypto.randomBytes(32).toString('base64url');
	const hash = crypto.createHash('sha256').update(token).digest('hex');
	const [[id, name, zone]] = sql(`insert into session
	    (hash, account_id, created_at, seen_at, expires_at, proven_at)
	    select '${hash}', id, utc_timestamp(), utc_timestamp(), utc_timestamp() + interval 20 day,
	    utc_timestamp() from account where mail = '${mail}';
	    select id, name, zone from account where mail = '${mail}'`);
	return { id, name, mail, token, zone };
}

function cookie(who) {
	return { name: '__Host-session', value: who.token, domain: '127.0.0.1', path: '/',
		secure: true, httpOnly: true, sameSite: 'Lax' };
}

/* The same person without a browser, for what a case needs but does not prove. */
async function send(who, where, fields) {
	const head = { Cookie: who ? `__Host-session=${who.token}` : '', Origin: url };
	const ask = { redirect: 'manual', headers: head };
	if (fields) {
		const form = await (await fetch(url + where, { headers: head })).text();
		const token = /name="token" value="([^"]*)"/.exec(form);
		if (!token)
			throw new Error(`no form at ${where}`);
		ask.method = 'POST';
		ask.body = new URLSearchParams({ token: token[1], ...fields });
	}
	const res = await fetch(url + where, ask);
	return { status: res.status, to: res.headers.get('location'), text: await res.text() };
}

/* A day some way ahead with free times: [its address, the starts of its times]. */
async function freeTimes(service, nth = 3, zone = 'Europe/Berlin') {
	const month = new Date((now() + 20 * 86400) * 1000).toISOString().slice(0, 7);
	const ask = async (query) => (await fetch(`${url}/book/${service}?${query}`,
	    { headers: { Cookie: `zone=${zone}` } })).text();
	const days = [...(await ask(`month=${month}`)).matchAll(/href="\?day=([0-9-]+)"/g)];
	const day = days[Math.min(nth, days.length - 1)];
	if (!day)
		throw new Error(`no free day for ${service} in ${month}`);
	const times = await ask(`day=${day[1]}`);
	return [`/book/${service}?day=${day[1]}`,
		[...times.matchAll(/name="start" value="(\d+)"/g)].map((m) => Number(m[1]))];
}

/* Keeps a time; the number of the order. */
async function hold(who, service, start, note = '') {
	const res = await send(who, `/hold/${service}?start=${start}`, { note });
	const found = /\/checkout\/([^/]+)$/.exec(res.to || '');
	if (!found)
		throw new Error(`hold ${service} ${start}: ${res.status} ` +
		    /<p>([^<]*)/.exec(res.text.split('<main')[1]));
	return found[1];
}

/* On to the pay page of the stand-in. */
async function toPay(who, order) {
	const res = await send(who, `/checkout/${order}`, { terms: '1', do: 'pay' });
	return res.to;
}

/* Booked and paid; the number of the booking. */
async function book(who, service, start, note) {
	const order = await hold(who, service, start, note);
	const to = await toPay(who, order);
	if (to.startsWith(stub)) {
		const id = to.split('/').pop();
		await control(`/sessions/${id}/pay`, {});
		await send(who, `/checkout/${order}/done`);
	}
	const [[no]] = sql(`select b.no from booking b join client_order o on o.id = b.order_id
	    and o.tenant_id = b.tenant_id where o.no = '${order}'`);
	return no;
}

/* --- the browser ------------------------------------------------------------------------------ */

let browser = null;

async function open() {
	if (!browser)
		browser = await chromium.launch({ executablePath: process.env.PRAXIS_CHROMIUM ||
		    '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
			'--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync', '--force-color-profile=srgb'] });
	return browser;
}

/* One case: opens windows, remembers what went wrong in them. */
class Case {
	constructor(name) {
		this.name = name;
		this.contexts = [];
		this.faults = [];
		this.hosts = [new URL(url).host, new URL(stub).host];
	}

	async person({ as, device = 'desktop', scheme = 'light', script = true,
	    zone = 'Europe/Berlin' } = {}) {
		const context = await (await open()).newContext({ ...DEVICES[device], baseURL: url,
			colorScheme: scheme, javaScriptEnabled: script, timezoneId: zone, locale: 'en-GB',
			reducedMotion: 'reduce' });
		this.contexts.push(context);
		context.setDefaultTimeout(PATIENCE);
		if (as)
			await context.addCookies([cookie(as)]);
		this.watch(context);
		return context.newPage();
	}

	watch(context) {
		const say = (what) => this.faults.push(what);
		context.on('request', (rq) => {
			const at = new URL(rq.url());
			if (at.protocol.startsWith('http') && !this.hosts.includes(at.host))
				say(`a request to ${rq.url()}`);
		});
		context.on('response', (res) => {
			const part = !res.request().isNavigationRequest();
			if (res.status() >= (part ? 400 : 500))
				say(`${res.status()} of ${res.url()}`);
		});
		/* Statuses are judged above: a refused form is no failure of its page. */
		context.on('console', (m) => {
			if (['error', 'warning'].includes(m.type()) &&
			    !/Failed to load resource/.test(m.text()))
				say(`console at ${m.location().url}: ${m.text()}`);
		});
		context.on('weberror', (e) => say(`script: ${e.error()}`));
	}

	async end() {
		for (const context of this.contexts)
			await context.close();
	}

	/* What there was to see when a case failed. */
	async keep() {
		const dir = path.join(art, 'browser');
		fs.mkdirSync(dir, { recursive: true });
		let n = 0;
		for (const context of this.contexts)
			for (const page of context.pages()) {
				const file = path.join(dir, `${this.name.replace(/\W+/g, '-')}-${++n}.png`);
				await page.screenshot({ path: file, fullPage: true }).catch(() => {});
				console.log(`# ${page.url()} is in ${file}`);
			}
	}
}

/* --- TAP -------------------------------------------------------------------------------------- */

const cases = [];
let count = 0;
let failed = 0;

function report(good, name, note) {
	console.log(`${good ? 'ok' : 'not ok'} ${++count} - ${name}`);
	failed += good ? 0 : 1;
	if (!good && note)
		console.log(String(note).trim().replace(/\x1b\[\d+m/g, '').replace(/^/gm, '# '));
}

/* alone: it changes what others stand on, such as the clock. */
function test(name, act, { alone = false } = {}) {
	cases.push({ name, act, alone });
}

async function run({ name, act }) {
	const c = new Case(name);
	const begun = Date.now();
	try {
		await act(c);
		if (c.faults.length)
			throw new Error([...new Set(c.faults)].join('\n'));
		report(true, name);
	} catch (err) {
		await c.keep();
		report(false, name, err instanceof errors.TimeoutError ? err.message : err.stack);
		for (const fault of new Set(c.faults))
			console.log(`# ${fault}`);
	} finally {
		await c.end();
		console.log(`# ${Date.now() - begun} ms`);
	}
}

/* Runs the cases, so many at a time, and ends the program; words after its name choose cases. */
async function done({ atOnce = 2 } = {}) {
	const words = process.argv.slice(2);
	const chosen = cases.filter((c) => !words.length || words.some((w) => c.name.includes(w)));
	const todo = chosen.filter((c) => !c.alone);
	const worker = async () => {
		for (let one = todo.shift(); one; one = todo.shift())
			await run(one);
	};
	try {
		forgetAttempts();
		await Promise.all(Array.from({ length: atOnce }, worker));
		for (const one of chosen.filter((c) => c.alone))
			await run(one);
	} catch (err) {
		report(false, 'the cases can begin', err.stack);
	}
	await browser?.close();
	console.log(`1..${count}`);
	process.exit(failed ? 1 : 0);
}

module.exports = { PASSWORD, DEVICES, url, stub, art, mark, sql, now, later, until, control,
	letters, account, known, send, freeTimes, hold, toPay, book, test, done };
