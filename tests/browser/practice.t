#!/usr/bin/env node
/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What script adds to a coach's forms: specialties as chips (A-10, A-11), a policy's words live. */

'use strict';

const assert = require('assert').strict;
const proof = require('./proof');

const jonas = proof.known('jonas.okafor@coach.example');

const chips = (page) => page.locator('[data-chips]').first().locator('.chip').allTextContents();

proof.test('specialties are chips: by Enter, by the button, away by their icon', async (c) => {
	const page = await c.person({ as: jonas });
	await page.goto('/practice/profile');
	const entry = page.locator('#specialties');
	await page.getByRole('button', { name: 'Add to specialties' }).waitFor();
	const before = await chips(page);
	await entry.fill('Sleep');
	await entry.press('Enter');
	await entry.fill('sLEEP');
	await entry.press('Enter');
	await entry.fill('Rest');
	await page.getByRole('button', { name: 'Add to specialties' }).click();
	assert.deepEqual(await chips(page), [...before, 'Sleep', 'Rest']);
	/* By keyboard alone, and the focus is not lost. */
	await page.getByRole('button', { name: 'Remove Sleep' }).press('Enter');
	assert.deepEqual(await chips(page), [...before, 'Rest']);
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')),
	    'Remove Rest');
	await entry.fill('Meant but not added');
	await page.getByRole('button', { name: 'Save changes' }).click();
	await page.locator('.notice.good').waitFor();
	await page.getByRole('button', { name: 'Add to specialties' }).waitFor();
	assert.deepEqual(await chips(page), [...before, 'Rest', 'Meant but not added']);
	/* Reset throws away what is not saved (A-20). */
	await page.locator('#city').fill('Nowhere');
	await page.getByRole('button', { name: 'Remove Rest' }).click();
	await page.getByRole('link', { name: 'Reset' }).click();
	await page.getByRole('button', { name: 'Remove Rest' }).waitFor();
	assert.notEqual(await page.locator('#city').inputValue(), 'Nowhere');
	await page.getByRole('button', { name: 'Remove Rest' }).click();
	await page.getByRole('button', { name: 'Remove Meant but not added' }).click();
	await page.getByRole('button', { name: 'Save changes' }).click();
	await page.locator('.notice.good').waitFor();
	await page.getByRole('button', { name: 'Add to specialties' }).waitFor();
	assert.deepEqual(await chips(page), before);
});

proof.test('the words of a policy follow what is typed', async (c) => {
	const page = await c.person({ as: jonas });
	const words = page.locator('#policy-words [role="status"]');
	await page.goto('/practice/services/new');
	await words.getByText('Up to 72 hours before').waitFor();
	await page.locator('#hours1').fill('50');
	await words.getByText('Up to 50 hours before').waitFor();
	await page.locator('#price').fill('0');
	await words.getByText('Free of charge').waitFor();
	await page.locator('#percent2').fill('');
	await words.getByText('A step needs its hours').waitFor();
});

proof.done();
