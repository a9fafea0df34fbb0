import { type Storage, TransportError } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beforeEach, expect, test } from 'vitest';
import { mostConfirmed } from './enumeration.js';
import { type SyncOptions, syncConnection } from './sync-connection.js';
import {
  createLiteralShop,
  type LiteralShop,
  literalConnection,
  literalConnector,
  literalHost,
} from './testing/literal.js';

let shop: LiteralShop;
let storage: Storage;
let runs = 0;

beforeEach(async () => {
  shop = createLiteralShop();
  storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
});

const options = (more: Partial<SyncOptions>): SyncOptions => ({
  connection: literalConnection,
  connector: literalConnector(shop),
  config: {},
  storage,
  host: literalHost(),
  runId: `run-${++runs}`,
  streams: ['payments'],
  ...more,
});
const run = (more: Partial<SyncOptions> = {}) => syncConnection(options(more));
const sweep = async () => (await run({ sweep: true })).streams.payments;

async function storedIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of storage.records({ resource: 'payments' })) ids.push(id);
  return ids;
}

const without = (id: string) => shop.payments.filter(payment => payment.id !== id);

test('a sweep reads the ids alone, asks for what is not listed, and marks as deleted what is gone, with its evidence', async () => {
  await run();
  shop.payments = without('p4');
  shop.queries.length = 0;
  expect(await sweep()).toMatchObject({ kind: 'sweep', seen: 4, deleted: 1, outcome: 'complete', reason: null });
  expect(shop.queries).toEqual([]);
  expect(shop.found).toEqual([['p4']]);
  expect(await storage.record('shop', 'payments', 'p4')).toMatchObject({ deletedBecause: 'not found' });
  expect(await storedIds()).toEqual(['p1', 'p2', 'p3', 'p5']);
});

test('a record that the list leaves out and that is there all the same stays', async () => {
  await run();
  shop.unlisted.add('p2');
  expect(await sweep()).toMatchObject({ deleted: 0, unchanged: 1, outcome: 'complete' });
  expect(await storedIds()).toHaveLength(5);
});

test('a record that comes back is restored, and one that was missed is read', async () => {
  await run();
  const all = shop.payments;
  shop.payments = without('p1');
  await sweep();
  shop.payments = [...all, { id: 'p6', modifiedAt: '2026-01-06T00:00:00Z', amount: '10' }];
  expect(await sweep()).toMatchObject({ restored: 1, stored: 2, deleted: 0, outcome: 'complete' });
  expect(await storedIds()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
});

test('a sweep that broke off deletes nothing, and the next one goes on in it', async () => {
  await run();
  shop.payments = without('p5');
  const pages: number[] = [];
  shop.onIds = page => {
    pages.push(page);
    if (page === 1 && pages.length === 2) throw new TransportError('no answer');
  };
  expect(await sweep()).toMatchObject({ deleted: 0, outcome: 'incomplete', reason: 'no answer' });
  expect(await storedIds()).toHaveLength(5);
  expect(await sweep()).toMatchObject({ seen: 4, deleted: 1, outcome: 'complete' });
  expect(pages).toEqual([0, 1, 1]);
});

test('a list of no ids at all deletes nothing and says so', async () => {
  await run();
  shop.payments = [];
  expect(await sweep()).toMatchObject({
    deleted: 0,
    outcome: 'incomplete',
    reason: expect.stringContaining('no id at all'),
  });
  expect(await storedIds()).toHaveLength(5);
});

test('a window that is read while a sweep is open counts as met for it', async () => {
  await run();
  const [first, ...rest] = shop.payments;
  shop.onIds = page => {
    if (page === 1) throw new TransportError('no answer');
  };
  await sweep();
  // It moves to the end of the list once the sweep has gone past its new place.
  shop.payments = [...rest, { id: 'p6', modifiedAt: '2026-02-01T00:00:00Z', amount: '1' }, ...(first ? [first] : [])];
  shop.unlisted.add('p6');
  await run();
  shop.onIds = () => {};
  shop.found.length = 0;
  expect(await sweep()).toMatchObject({ deleted: 0, outcome: 'complete' });
  expect(shop.found.flat()).not.toContain('p6');
});

function fill(count: number): void {
  shop.payments = Array.from({ length: count }, (_, index) => ({
    id: `q${String(index).padStart(4, '0')}`,
    modifiedAt: '2026-01-05T00:00:00Z',
    amount: '1',
  }));
}

test('where very much is gone, so many are asked for, and the rest is believed when all of those are gone', async () => {
  fill(mostConfirmed + 40);
  await run();
  shop.payments = shop.payments.slice(-10);
  expect(await sweep()).toMatchObject({ deleted: mostConfirmed + 30, outcome: 'complete' });
  expect(shop.found.map(ids => ids.length)).toEqual([mostConfirmed]);
  expect(await storedIds()).toHaveLength(10);
});

test('where one of those that were asked for is there, the list is not believed about the rest', async () => {
  fill(mostConfirmed + 40);
  await run();
  shop.unlisted.add('q0003');
  shop.payments = shop.payments.filter(({ id }, index) => id === 'q0003' || index >= mostConfirmed + 30);
  expect(await sweep()).toMatchObject({
    deleted: mostConfirmed - 1,
    outcome: 'incomplete',
    reason: expect.stringContaining(`1 of ${mostConfirmed} are there all the same`),
  });
  expect(await sweep()).toMatchObject({ deleted: 30, outcome: 'complete' });
  expect(await storedIds()).toHaveLength(11);
});

test('only streams that can be swept are, and one that cannot be says so', async () => {
  const all = await run({ sweep: true, streams: ['payments', 'company'] });
  expect(all.streams.company).toMatchObject({ outcome: 'incomplete', reason: expect.stringContaining('not swept') });
  const { streams: _one, ...everyStream } = options({ sweep: true });
  const swept = await syncConnection(everyStream);
  expect(Object.keys(swept.streams)).toEqual(['payments']);
});

test('a full refresh asks for what it did not meet before it takes it for gone', async () => {
  await run();
  const all = shop.payments;
  // A row above the pages that are left goes, so that another one slips past them: it is there, and no page has it.
  shop.onPage = page => {
    if (page === 1) shop.payments = all.slice(1);
  };
  expect((await run({ full: true })).streams.payments).toMatchObject({ deleted: 0, outcome: 'complete' });
  expect(shop.found).toEqual([['p3']]);
  expect(await storedIds()).toHaveLength(5);
});
