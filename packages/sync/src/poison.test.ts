import type { Connector, FailedRecord, NativePage } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beforeEach, expect, test } from 'vitest';
import { retrySetAside } from './retry-set-aside.js';
import { syncConnection } from './sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from './testing/literal.js';

let shop = createLiteralShop();
let storage = createMemoryStorage();
let runs = 0;

beforeEach(async () => {
  shop = createLiteralShop();
  storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
});

const common = () => ({ connection: literalConnection, connector: literalConnector(shop), storage });
const sync = (options = {}) =>
  syncConnection({
    ...common(),
    config: {},
    host: literalHost(),
    runId: `r${++runs}`,
    streams: ['payments'],
    ...options,
  });
const retry = (options = {}) => {
  const open = () => common().connector.open({}, literalHost());
  return retrySetAside({ ...common(), host: literalHost(), runId: `r${++runs}`, open, ...options });
};

test('a record that the platform cannot serve is set aside without a body, counted, and the mark goes on', async () => {
  shop.poisoned.add('p3');
  expect((await sync()).streams.payments).toMatchObject({ seen: 5, stored: 4, setAside: 1, outcome: 'complete' });
  expect(await storage.setAside('shop')).toMatchObject([
    { native: { stream: 'payments', id: 'p3', body: null }, reason: 'answered 500', path: null },
  ]);
  expect((await storage.checkpoint('shop', 'payments'))?.mark).toBe('2026-01-31T23:59:00.000Z');
});

test('once the platform serves it, a retry asks for it by its id and the position of the stream stays', async () => {
  shop.poisoned.add('p3');
  await sync();
  const before = await storage.checkpoint('shop', 'payments');
  expect(await retry()).toMatchObject({ recovered: 0, stillSetAside: [{ reason: 'answered 500' }] });
  shop.poisoned.clear();
  expect(await retry()).toEqual({ recovered: 1, dropped: 0, stillSetAside: [] });
  expect(await storage.record('shop', 'payments', 'p3')).toMatchObject({ amount: '10', deletedAt: null });
  expect(shop.found).toEqual([['p3'], ['p3']]);
  expect(await storage.checkpoint('shop', 'payments')).toEqual(before);
});

test('a record that was set aside and is gone by now is dropped', async () => {
  shop.poisoned.add('p3');
  await sync();
  shop.poisoned.clear();
  shop.payments = shop.payments.filter(({ id }) => id !== 'p3');
  expect(await retry()).toEqual({ recovered: 0, dropped: 1, stillSetAside: [] });
  expect(await storage.record('shop', 'payments', 'p3')).toBeNull();
});

test('without access to the shop what has no body is left as it is', async () => {
  shop.poisoned.add('p3');
  await sync();
  expect(await retrySetAside({ ...common(), host: literalHost(), runId: 'retry' })).toMatchObject({
    recovered: 0,
    stillSetAside: [{ reason: 'answered 500' }],
  });
  expect(shop.found).toEqual([]);
});

test('a full refresh does not take a record that cannot be served for gone', async () => {
  await sync();
  shop.poisoned.add('p3');
  expect((await sync({ full: true })).streams.payments).toMatchObject({ setAside: 1, deleted: 0, outcome: 'complete' });
  expect(await storage.record('shop', 'payments', 'p3')).toMatchObject({ deletedAt: null });
});

/** With a feed that reads payments again and is not served one of them; at every place of it stands the payment p3. */
function withFeed(failed: FailedRecord): Connector {
  const literal = literalConnector(shop);
  async function* feed(): AsyncGenerator<NativePage> {
    yield { records: [], failed: [failed], next: null };
  }
  return {
    ...literal,
    streams: { ...literal.streams, again: literal.streams.payments as Connector['streams'][string] },
    open: (config, host) => {
      const session = literal.open(config, host);
      return {
        ...session,
        read: (name, query) => (name === 'again' ? feed() : session.read(name, query)),
        find: async (name, ids) => {
          if (name !== 'again') return session.find(name, ids);
          const p3 = (await session.find('payments', ['p3'])).get('p3') ?? null;
          return new Map(p3 === null ? [] : ids.map(id => [id, p3]));
        },
      };
    },
  };
}

const names = async () => (await storage.setAside('shop')).map(({ native }) => `${native.stream} ${native.id}`);

test('what a feed was not served waits in the stream that it is kept in: read there or asked for, it waits no more', async () => {
  const connector = withFeed({ id: 'p3', reason: 'answered 500', stream: 'payments' });
  for (const bringsIn of [
    () => sync({ full: true }),
    () => retry({ connector, open: () => connector.open({}, literalHost()) }),
  ]) {
    expect((await sync({ connector, streams: ['again'] })).streams.again).toMatchObject({ seen: 1, setAside: 1 });
    expect(await names()).toEqual(['payments p3']);
    await bringsIn();
    expect(await names()).toEqual([]);
  }
  expect(shop.found).toEqual([['p3']]);
});

test('a place in a feed at which nothing was served waits until something is, and then has its name', async () => {
  const connector = withFeed({ id: 'the third', reason: 'answered 500' });
  const open = () => connector.open({}, literalHost());
  await sync({ connector, streams: ['again'] });
  shop.poisoned.add('p3');
  expect(await retry({ connector, open })).toMatchObject({ recovered: 0, stillSetAside: [{}] });
  expect(await names()).toEqual(['again the third']);
  shop.poisoned.clear();
  expect(await retry({ connector, open })).toEqual({ recovered: 1, dropped: 0, stillSetAside: [] });
  expect(await storage.record('shop', 'payments', 'p3')).toMatchObject({ amount: '10', deletedAt: null });
});
