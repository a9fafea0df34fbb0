import { AuthError, RequestError, type Storage, TransportError, UnsupportedError } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beforeEach, expect, test } from 'vitest';
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

const run = (options: Partial<SyncOptions> = {}) =>
  syncConnection({
    connection: literalConnection,
    connector: literalConnector(shop),
    config: {},
    storage,
    host: literalHost(),
    runId: `run-${++runs}`,
    ...options,
  });

async function storedIds(includeDeleted = false): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of storage.records({ resource: 'payments', includeDeleted })) ids.push(id);
  return ids;
}

test('a first run reads everything, and every stream ends complete', async () => {
  const { streams, finishedAt, full } = await run();
  expect(streams.payments).toMatchObject({
    seen: 5,
    stored: 5,
    unchanged: 0,
    pages: 3,
    outcome: 'complete',
    since: null,
  });
  expect(streams.company).toMatchObject({ seen: 0, outcome: 'complete' });
  expect({ finishedAt, full }).toEqual({ finishedAt: '2026-02-01T12:00:00.000Z', full: false });
  expect(await storedIds()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
});

test('the next run starts where this one started by the platform’s clock, less the lag', async () => {
  await run();
  const { streams } = await run();
  expect(shop.queries.at(-1)).toMatchObject({ since: '2026-01-31T23:59:00.000Z', until: '2026-02-01T00:00:00.000Z' });
  expect(streams.payments).toMatchObject({ seen: 0, outcome: 'complete' });
});

test('what was read twice is stored once, and only a change counts', async () => {
  await run();
  shop.payments = shop.payments.map(payment => (payment.id === 'p2' ? { ...payment, amount: '12' } : payment));
  const { streams } = await run({ full: true });
  expect(streams.payments).toMatchObject({ seen: 5, stored: 1, unchanged: 4, deleted: 0 });
});

test('a run that broke off goes on from the page it had committed', async () => {
  shop.onPage = page => {
    if (page === 2) throw new TransportError('no answer');
  };
  const broken = await run();
  expect(broken.streams.payments).toMatchObject({ seen: 4, outcome: 'incomplete', reason: 'no answer' });
  expect(broken.streams.company).toMatchObject({ outcome: 'incomplete', reason: 'no answer' });
  expect(await storedIds()).toEqual(['p1', 'p2', 'p3', 'p4']);

  shop.onPage = () => {};
  shop.clock = new Date('2026-02-02T00:00:00Z');
  expect((await run()).streams.payments).toMatchObject({ seen: 5, stored: 5, pages: 3, outcome: 'complete' });
  expect(shop.queries.at(-1)).toEqual({ since: null, until: '2026-02-01T00:00:00.000Z', resume: '4' });
  expect((await storage.checkpoint('shop', 'payments'))?.mark).toBe('2026-01-31T23:59:00.000Z');
});

test('a record that cannot be translated is set aside, and the mark goes on with its neighbors stored', async () => {
  shop.payments = shop.payments.map(payment => (payment.id === 'p3' ? { ...payment, amount: 'N/A' } : payment));
  expect((await run()).streams.payments).toMatchObject({ seen: 5, stored: 4, setAside: 1, outcome: 'complete' });
  expect(await storage.setAside('shop')).toMatchObject([
    { native: { id: 'p3' }, path: 'amount', reason: 'payments p3: amount: "N/A" is no amount' },
  ]);
});

test('refused credentials pause the connection, and a run that is let in again ends the pause', async () => {
  shop.check = async () => {
    throw new AuthError('the token is refused');
  };
  const refused = await run();
  expect(refused.streams.payments).toMatchObject({ outcome: 'incomplete', reason: 'the token is refused' });
  expect((await storage.connection('shop'))?.pausedBecause).toBe('the token is refused');
  shop.check = async () => {};
  await run();
  expect(await storage.connection('shop')).toMatchObject({ pausedBecause: null, shop: { currency: 'AUD' } });
});

test('a shop that a person paused is not asked, and stays paused', async () => {
  let asked = 0;
  shop.check = async () => {
    asked += 1;
  };
  const paused = { ...literalConnection, pausedBecause: 'the season is over', pausedByUser: true as const };
  await storage.saveConnection(paused);
  const { streams } = await run({ connection: paused });
  expect(streams.payments).toMatchObject({ outcome: 'incomplete', reason: expect.stringContaining('is paused') });
  expect([asked, await storage.connection('shop')]).toEqual([0, paused]);
});

test('a request that the platform refuses stops its stream alone', async () => {
  shop.onPage = () => {
    throw new RequestError('no such filter');
  };
  const { streams } = await run();
  expect(streams.payments).toMatchObject({ outcome: 'incomplete', reason: 'no such filter' });
  expect(streams.company).toMatchObject({ outcome: 'complete' });
});

test('an abort interrupts the run after the page at hand, and nothing committed is lost', async () => {
  const controller = new AbortController();
  shop.onPage = page => {
    if (page === 2) controller.abort();
  };
  const { streams, finishedAt } = await run({ host: literalHost(controller.signal) });
  expect(streams.payments).toMatchObject({
    outcome: 'incomplete',
    reason: 'interrupted; the next run goes on from here',
  });
  expect(finishedAt).not.toBeNull();
  shop.onPage = () => {};
  await run();
  expect(await storedIds()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
});

test('a full refresh marks as deleted what is gone, an incremental run never', async () => {
  await run();
  shop.payments = shop.payments.filter(({ id }) => id !== 'p4');
  await run();
  expect(await storedIds()).toContain('p4');
  expect((await run({ full: true })).streams.payments).toMatchObject({ seen: 4, deleted: 1 });
  expect(await storedIds()).not.toContain('p4');
  expect(await storedIds(true)).toContain('p4');
});

test('a full refresh that meets nothing deletes nothing', async () => {
  await run();
  shop.payments = [];
  expect((await run({ full: true })).streams.payments).toMatchObject({ seen: 0, deleted: 0, outcome: 'complete' });
  expect(await storedIds()).toHaveLength(5);
});

test('a full refresh that was interrupted deletes only after it met the rest', async () => {
  await run();
  shop.payments = shop.payments.filter(({ id }) => id !== 'p1');
  shop.onPage = page => {
    if (page === 1) throw new TransportError('no answer');
  };
  await run({ full: true });
  expect(await storedIds()).toHaveLength(5);
  shop.onPage = () => {};
  expect((await run({ full: true })).streams.payments).toMatchObject({ deleted: 1, outcome: 'complete' });
  expect(await storedIds()).toEqual(['p2', 'p3', 'p4', 'p5']);
});

test('progress tells how far each stream is', async () => {
  const seen: [string, number, number | null][] = [];
  await run({ onProgress: ({ stream, run: at, total }) => seen.push([stream, at.seen, total]) });
  expect(seen.slice(0, 3)).toEqual([
    ['payments', 2, 5],
    ['payments', 4, 5],
    ['payments', 5, 5],
  ]);
});

test('only the streams asked for are read, and an unknown one is refused before any call', async () => {
  expect(Object.keys((await run({ streams: ['company'] })).streams)).toEqual(['company']);
  await expect(run({ streams: ['refunds'] })).rejects.toThrow(UnsupportedError);
  expect(shop.queries).toEqual([]);
});

test('a bug is thrown, never taken for the platform’s doing', async () => {
  shop.onPage = () => {
    throw new TypeError('cannot read properties of undefined');
  };
  await expect(run()).rejects.toThrow('cannot read properties');
});

test('runs are kept, newest first', async () => {
  const first = await run();
  const second = await run({ full: true });
  expect((await storage.runs('shop', 5)).map(({ id }) => id)).toEqual([second.id, first.id]);
});
