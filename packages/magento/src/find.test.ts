import type { IdPage } from '@cartograph/core';
import { expect, test } from 'vitest';
import { magento } from './connector.js';
import { open } from './testing/open.js';

const timed = ['orders', 'creditmemos', 'shipments', 'transactions', 'customers', 'products'];

async function idsOf(session: ReturnType<typeof open>['session'], stream: string) {
  const pages: IdPage[] = [];
  for await (const page of session.ids(stream, null)) pages.push(page);
  return pages;
}

test.each(timed)(
  '%s are found by their ids as they are read, and what is not there is known to be gone',
  async stream => {
    const { read, session, paths } = open();
    const some = (await read(stream)).slice(0, 20);
    paths.length = 0;
    const found = await session.find(stream, [...some.map(({ id }) => id), '999999']);
    expect([...found].filter(([, record]) => record !== null).map(([, record]) => record)).toEqual(
      expect.arrayContaining(some),
    );
    expect(found.get('999999')).toBeNull();
    expect(found.size).toBe(some.length + 1);
    expect(paths.length).toBeLessThan(12);
  },
);

test.each(timed)('the ids of %s are those that are read, in pages that can be gone on after', async stream => {
  const { read, session } = open({ orders: 700 });
  const all = (await read(stream)).map(({ id }) => id).sort();
  const pages = await idsOf(session, stream);
  expect(pages.flatMap(({ ids }) => ids).sort()).toEqual(all);
  for (const [index, { next }] of pages.entries()) {
    if (next === null) continue;
    const rest: string[] = [];
    for await (const { ids } of session.ids(stream, next)) rest.push(...ids);
    expect(rest).toEqual(pages.slice(index + 1).flatMap(({ ids }) => ids));
  }
});

test('the names of records without an id are none to ask for', async () => {
  const { session, paths } = open();
  expect(await session.find('orders', ['unidentified-0123456789abcdef'])).toEqual(new Map());
  expect(paths).toEqual([]);
});

test('a variant is gone as a product of its own', async () => {
  const { read, session } = open();
  const [child] = (await read('products')).flatMap(({ body }) => (body as { children: { id: number }[] }).children);
  expect(child).toBeDefined();
  expect((await session.find('products', [String(child?.id)])).get(String(child?.id))).toBeNull();
});

test('a record that cannot be served is told by its id, is no record that is gone, and is found once it can be', async () => {
  for (const stream of ['orders', 'creditmemos', 'shipments', 'customers']) {
    const { simulator, session } = open({ orders: 200, profiles: ['poisoned-record'] });
    const { failed, ids } = await readWithFailures(session, stream);
    expect([stream, failed.length]).toEqual([stream, 1]);
    const [poisoned = ''] = failed;
    expect(ids).not.toContain(poisoned);
    expect((await session.find(stream, [poisoned])).has(poisoned)).toBe(false);
    expect((await idsOf(session, stream)).flatMap(page => page.ids)).toContain(poisoned);
    simulator.tamper(stream, poisoned, body => body);
    expect((await session.find(stream, [poisoned])).get(poisoned)).toMatchObject({ id: poisoned });
  }
});

test('a document that cannot be served waits under its own name, and is its order once it can', async () => {
  const { simulator, session } = open({ orders: 200, profiles: ['poisoned-record'] });
  const since = '2000-01-01T00:00:00Z';
  const waiting: string[] = [];
  for await (const page of session.read('documents', { since, until: null, resume: null }))
    for (const { id, stream } of page.failed ?? []) if (stream === 'documents') waiting.push(id);
  const [place = ''] = waiting.filter(id => id.startsWith('creditmemos '));
  expect(place).toMatch(/^creditmemos \d+$/);
  expect((await session.find('documents', [place, 'creditmemos 999999'])).get('creditmemos 999999')).toBeNull();
  expect((await session.find('documents', [place])).size).toBe(0);
  const [, id = ''] = place.split(' ');
  simulator.tamper('creditmemos', id, body => body);
  const memo = (await session.find('creditmemos', [id])).get(id)?.body as { creditmemo: { order_id: number } };
  const found = (await session.find('documents', [place])).get(place);
  expect(found).toMatchObject({ stream: 'orders', id: String(memo.creditmemo.order_id) });
});

async function readWithFailures(session: ReturnType<typeof open>['session'], stream: string) {
  const [ids, failed]: [string[], string[]] = [[], []];
  for await (const page of session.read(stream, { since: null, until: null, resume: null })) {
    ids.push(...page.records.map(({ id }) => id));
    failed.push(...(page.failed ?? []).map(({ id }) => id));
  }
  return { ids, failed };
}

test('streams that every run reads whole are not swept; the others are, at least once a week', () => {
  for (const [name, { incremental, sweepEveryMs }] of Object.entries(magento.streams)) {
    if (timed.includes(name)) expect(sweepEveryMs).toBeLessThanOrEqual(7 * 24 * 3_600_000);
    else expect([name, sweepEveryMs]).toEqual([name, null]);
    if (incremental === 'none') expect(sweepEveryMs).toBeNull();
  }
});
