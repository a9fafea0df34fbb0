import { expect, test } from 'vitest';
import { json } from '../http.js';
import type { Fetch } from './quirk.js';
import { chooseQuirks } from './quirks.js';
import { sharedQuirks } from './shared.js';

const at = Date.UTC(2026, 5, 30);
const body = { orders: [{ id: 1, name: 'Zoë' }, { id: 2 }] };
const whole = JSON.stringify(body);
const shop: Fetch = async () => json(body, 200, { date: new Date(at).toUTCString() });

/** A shop behind one quirk. Sleeping takes no time and is added up. */
function behind(name: string, seed = 1, inner = shop) {
  const counts = { requests: 0, limited: 0, disturbed: 0 };
  const slept: number[] = [];
  const sleep = async (ms: number) => void slept.push(ms);
  const fetch = chooseQuirks('shop', [], [name]).around(inner, { seed, now: () => at, sleep, counts });
  const ask = (number: number | string) => fetch(new Request(`http://shop.test/${number}`));
  return { ask, counts, slept };
}

const textOf = (response: Response) => response.text().catch((error: unknown) => error as Error);

/** Of many requests those that were not answered as the shop does, each with its answer. */
async function spoiled(name: string, seed?: number) {
  const { ask, counts } = behind(name, seed);
  const found: { response: Response; text: string | Error }[] = [];
  for (let number = 0; number < 100; number += 1) {
    const before = counts.disturbed;
    const response = await ask(number);
    const text = await textOf(response);
    if (counts.disturbed > before) found.push({ response, text });
    else expect([response.status, text]).toEqual([200, whole]);
    if (counts.disturbed > before) expect(await textOf(await ask(number))).toBe(whole);
  }
  return found;
}

const passing = sharedQuirks.filter(({ description }) => description.includes('asked again'));

test.each(passing.map(({ name }) => name))(
  '%s spoils a part of the requests, and none that is repeated',
  async name => {
    for (const seed of [1, 2, 3]) {
      const { length } = await spoiled(name, seed);
      expect(length).toBeGreaterThan(5);
      expect(length).toBeLessThan(40);
    }
  },
);

test.each([
  ['html-200', 200],
  ['html-403', 403],
  ['html-503', 503],
])('%s answers %i with a page', async (name, status) => {
  for (const { response, text } of await spoiled(name)) {
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=UTF-8']);
    expect(text).toMatch(/^<!DOCTYPE html>/);
  }
});

test('rate-limited says in seconds when to come again, rate-limited-silent says nothing', async () => {
  for (const { response } of await spoiled('rate-limited')) {
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toMatch(/^[1-5]$/);
  }
  for (const { response } of await spoiled('rate-limited-silent')) {
    expect(response.status).toBe(429);
    expect(response.headers.has('retry-after')).toBe(false);
  }
});

test('a 429 of a quirk is counted as one', async () => {
  const { ask, counts } = behind('rate-limited');
  for (let number = 0; number < 30; number += 1) await ask(number);
  expect(counts.limited).toBe(counts.disturbed);
  expect(counts.limited).toBeGreaterThan(0);
});

test('concurrency-cap refuses the fourth request at a time, and whoever comes later gets through', async () => {
  const { ask, counts, slept } = behind('concurrency-cap');
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(async number => (await ask(number)).status));
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect([(await ask(4)).status, slept.length]).toEqual([200, 4]);
  expect(counts).toEqual({ requests: 6, limited: 2, disturbed: 2 });
});

test('server-errors are of the kinds that pass', async () => {
  const statuses = (await spoiled('server-errors')).map(({ response }) => response.status);
  expect(new Set(statuses)).toEqual(new Set([500, 502, 504]));
});

test('reset-mid-body ends in an error after a part of the body', async () => {
  const answers = await spoiled('reset-mid-body');
  for (const { response, text } of answers) expect([response.status, text]).toEqual([200, new TypeError('terminated')]);
});

test('truncated-json ends early without an error', async () => {
  for (const { text } of await spoiled('truncated-json')) {
    expect(whole.startsWith(String(text).replace(/\uFFFD$/, ''))).toBe(true);
    expect(() => JSON.parse(String(text))).toThrow(SyntaxError);
  }
});

test('what has no end to miss is not truncated', async () => {
  const { ask } = behind('truncated-json', 1, async () => json(12_345));
  for (let number = 0; number < 50; number += 1) expect(await textOf(await ask(number))).toBe('12345');
});

test('slow-drip brings the whole body in pieces over eighty seconds', async () => {
  const { ask, slept } = behind('slow-drip');
  const answers = [await ask(1), await ask(2)];
  for (const answer of answers) expect(await textOf(answer)).toBe(whole);
  expect(slept).toEqual(Array(8).fill(10_000));
});

test('clock-ahead and clock-behind move the Date header and nothing else', async () => {
  for (const [name, offset] of [
    ['clock-ahead', 90_000],
    ['clock-behind', -90_000],
  ] as const) {
    const response = await behind(name).ask(1);
    expect(Date.parse(response.headers.get('date') ?? '')).toBe(at + offset);
    expect(await textOf(response)).toBe(whole);
  }
});

test('quirks that are combined leave a repeated request alone', async () => {
  const counts = { requests: 0, limited: 0, disturbed: 0 };
  const names = passing.map(({ name }) => name);
  const fetch = chooseQuirks('shop', [], names).around(shop, { seed: 4, now: () => at, counts });
  const ask = async (number: number) => textOf(await fetch(new Request(`http://shop.test/${number}`)));
  for (let number = 0; number < 100; number += 1) {
    if ((await ask(number)) !== whole) expect(await ask(number)).toBe(whole);
  }
  expect(counts.disturbed).toBeGreaterThan(50);
});

test('some who ask for the same at the same time do not spoil it for each other', async () => {
  const counts = { requests: 0, limited: 0, disturbed: 0 };
  const names = passing.map(({ name }) => name);
  const fetch = chooseQuirks('shop', [], names).around(shop, { seed: 4, now: () => at, counts });
  const ask = async (number: number) => textOf(await fetch(new Request(`http://shop.test/${number}`)));
  for (let number = 0; number < 100; number += 1) {
    const both = await Promise.all([ask(number), ask(number)]);
    const again = await Promise.all(both.filter(text => text !== whole).map(() => ask(number)));
    expect(again).toEqual(again.map(() => whole));
  }
  expect(counts.disturbed).toBeGreaterThan(50);
});

test('another seed spoils other requests', async () => {
  const statuses = async (seed: number) => {
    const { ask } = behind('html-403', seed);
    return Promise.all(Array.from({ length: 40 }, async (_, number) => (await ask(number)).status));
  };
  expect(await statuses(1)).toEqual(await statuses(1));
  expect(await statuses(2)).not.toEqual(await statuses(1));
});
