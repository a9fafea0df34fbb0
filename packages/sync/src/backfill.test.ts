import { type Host, type Storage, TransportError } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beforeEach, expect, test } from 'vitest';
import { nextSlice, openBackfill } from './backfill.js';
import { type Progress, type SyncOptions, syncConnection } from './sync-connection.js';
import {
  createLiteralShop,
  type LiteralShop,
  literalConnection,
  literalConnector,
  literalHost,
} from './testing/literal.js';

const now = '2026-02-01T00:00:00.000Z';
const dayMs = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.parse(now) - days * dayMs).toISOString();

/** Two payments in each slice. */
const ages = [1, 20, 40, 80, 100, 300, 400, 1000, 1200, 3000];

let shop: LiteralShop;
let storage: Storage;
let runs = 0;

beforeEach(async () => {
  shop = createLiteralShop();
  shop.payments = ages.map(age => ({ id: `${age} days`, modifiedAt: daysAgo(age), amount: '10' }));
  storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
});

const run = (options: Partial<SyncOptions> = {}) =>
  syncConnection({
    connection: literalConnection,
    connector: literalConnector(shop),
    config: {},
    storage,
    host: literalHost(),
    runId: `run-${++runs}`,
    newestFirst: true,
    ...options,
  });

async function storedIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of storage.records({ resource: 'payments' })) ids.push(id);
  return ids.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
}

test('slices grow as they go back, meet each other, and the last one has all that is older', () => {
  const slices = [];
  let backfill = openBackfill('r1', now);
  for (let slice: typeof backfill.slice | null = backfill.slice; slice; slice = nextSlice(backfill)) {
    slices.push([slice.since, slice.until]);
    backfill = { ...backfill, slice };
  }
  expect(slices).toEqual([
    [daysAgo(30), now],
    [daysAgo(90), daysAgo(30)],
    [daysAgo(365), daysAgo(90)],
    [daysAgo(3 * 365), daysAgo(365)],
    [null, daysAgo(3 * 365)],
  ]);
});

test('the newest slice of every stream comes before older ones, and in the end everything is there', async () => {
  const order: string[] = [];
  const { streams } = await run({ onProgress: ({ stream, run: at }) => order.push(`${stream} ${at.seen}`) });
  expect(streams.payments).toMatchObject({ kind: 'backfill', since: null, until: now, seen: 10, outcome: 'complete' });
  expect(streams.company).toMatchObject({ kind: 'full', outcome: 'complete' });
  expect(order.indexOf('company 0')).toBeLessThan(order.indexOf('payments 4'));
  expect(await storedIds()).toEqual(ages.map(age => `${age} days`));
  expect(await storage.checkpoint('shop', 'payments')).toMatchObject({
    mark: '2026-01-31T23:59:00.000Z',
    backfill: null,
  });
});

test('a backfill that broke off goes on in its slice, after what changed meanwhile, and its certificate is of the whole', async () => {
  shop.onPage = page => {
    if (shop.queries.length === 4 && page === 0) throw new TransportError('no answer');
  };
  expect((await run()).streams.payments).toMatchObject({ kind: 'backfill', seen: 6, outcome: 'incomplete' });
  expect(await storedIds()).toHaveLength(6);

  shop.onPage = () => {};
  shop.clock = new Date(Date.parse(now) + 2 * dayMs);
  shop.payments = [...shop.payments, { id: '0 days', modifiedAt: daysAgo(-1), amount: '1' }];
  shop.queries.length = 0;
  const { streams } = await run({ newestFirst: false });
  expect(shop.queries.map(({ since }) => since)).toEqual(['2026-01-31T23:59:00.000Z', daysAgo(3 * 365), null]);
  expect(streams.payments).toMatchObject({ kind: 'backfill', seen: 11, stored: 11, deleted: 0, outcome: 'complete' });
  expect(await storedIds()).toHaveLength(11);
  expect((await storage.checkpoint('shop', 'payments'))?.mark).toBe('2026-02-02T23:59:00.000Z');
});

test('only when all slices are read may it tell what is gone', async () => {
  await run({ newestFirst: false, full: true });
  shop.payments = shop.payments.filter(({ id }) => id !== '40 days');
  shop.onPage = () => {
    if (shop.queries.at(-1)?.until === daysAgo(365)) throw new TransportError('no answer');
  };
  expect((await run({ full: true })).streams.payments).toMatchObject({ deleted: 0, outcome: 'incomplete' });
  expect(await storedIds()).toContain('40 days');
  shop.onPage = () => {};
  expect((await run()).streams.payments).toMatchObject({ deleted: 1, outcome: 'complete' });
  expect(await storedIds()).not.toContain('40 days');
});

test('a record that an incremental window meets while a backfill is open is not taken for gone by it', async () => {
  await run({ newestFirst: false, full: true });
  shop.onPage = () => {
    if (shop.queries.at(-1)?.until === daysAgo(30)) throw new TransportError('no answer');
  };
  await run({ full: true });
  shop.onPage = () => {};
  shop.clock = new Date(Date.parse(now) + 2 * dayMs);
  // Changed after the backfill was opened: no slice has it any more.
  shop.payments = shop.payments.map(payment =>
    payment.id === '1000 days' ? { ...payment, modifiedAt: daysAgo(-1), amount: '11' } : payment,
  );
  shop.found.length = 0;
  expect((await run()).streams.payments).toMatchObject({ kind: 'backfill', deleted: 0, outcome: 'complete' });
  expect(shop.found).toEqual([]);
});

test('a full refresh takes the place of a backfill', async () => {
  shop.onPage = () => {
    if (shop.queries.length === 3) throw new TransportError('no answer');
  };
  await run();
  shop.onPage = () => {};
  expect((await run({ full: true, newestFirst: false })).streams.payments).toMatchObject({ kind: 'full', seen: 10 });
  expect((await storage.checkpoint('shop', 'payments'))?.backfill).toBeNull();
});

test('a stream that was read whole is not read again by slices', async () => {
  await run({ newestFirst: false });
  shop.queries.length = 0;
  expect((await run()).streams.payments).toMatchObject({ kind: 'incremental' });
  expect(shop.queries).toHaveLength(1);
});

test('a slice that takes long lets the other streams have their turn', async () => {
  const present = { ms: Date.parse(now) };
  const host: Host = { ...literalHost(), now: () => new Date(present.ms) };
  shop.onPage = () => {
    present.ms += 6 * 60_000;
  };
  shop.payments = Array.from({ length: 6 }, (_, index) => ({ id: `p${index}`, modifiedAt: daysAgo(2), amount: '1' }));
  const order: string[] = [];
  await run({ host, onProgress: ({ stream }) => order.push(stream) });
  expect(order.indexOf('company')).toBeLessThan(order.lastIndexOf('payments'));
  expect(order.slice(0, order.indexOf('company')).length).toBeLessThan(4);
  expect(await storedIds()).toHaveLength(6);
});

test('progress tells what remains of a window, and how long that takes at the speed until now', async () => {
  const present = { ms: Date.parse(now) };
  const host: Host = { ...literalHost(), now: () => new Date(present.ms) };
  shop.onPage = () => {
    present.ms += 1000;
  };
  const told: Progress[] = [];
  await run({ newestFirst: false, host, streams: ['payments'], onProgress: progress => told.push(progress) });
  expect(told.slice(0, 5).map(({ total, remaining }) => [total, remaining])).toEqual([
    [10, 8],
    [10, 6],
    [10, 4],
    [10, 2],
    [10, 0],
  ]);
  expect(told[4]?.leftMs).toBe(0);
  expect(told[1]?.leftMs).toBeGreaterThan(0);
});
