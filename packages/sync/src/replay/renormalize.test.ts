import { ConflictError, type Connector, type Payment, RecordError, type Run, type Storage } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { describe, expect, test } from 'vitest';
import type { Holder } from '../lease.js';
import { syncConnection } from '../sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from '../testing/literal.js';
import { type RenormalizeOptions, renormalize } from './renormalize.js';

const hostAt = (instant: string, signal?: AbortSignal) => ({ ...literalHost(signal), now: () => new Date(instant) });

/** A shop whose five payments were read, of which the third was set aside. */
async function readShop() {
  const shop = createLiteralShop();
  shop.payments = shop.payments.map(payment => ({ ...payment, amount: payment.id === 'p3' ? '?' : '10' }));
  const storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
  const connector = literalConnector(shop);
  await syncConnection({
    connection: literalConnection,
    connector,
    config: {},
    storage,
    host: literalHost(),
    runId: 'r1',
  });
  const connection = (await storage.connection('shop')) ?? literalConnection;
  const replay = (better: Connector, more: Partial<RenormalizeOptions> = {}) =>
    renormalize({ connection, connector: better, storage, host: hostAt('2026-03-01'), runId: 'replay', ...more });
  return { shop, storage, connector, replay };
}

/** A connector whose mapping is changed by `change`, which may throw. */
const mapping = (connector: Connector, change: (payment: Payment) => Payment): Connector => ({
  ...connector,
  mapperVersion: connector.mapperVersion + 1,
  normalize: native => {
    const body = native.body as { readonly amount: string };
    const read = { ...native, body: { ...body, amount: body.amount.replace('?', '10') } };
    return connector
      .normalize(read, connector.emptyShop)
      .map(({ record }) => ({ resource: 'payments', record: change(record as Payment) }));
  },
});

const refused = (id: string) => new RecordError(`payments ${id}: no more`, { id, path: 'amount' });

/** Every payment by card; the fourth cannot be mapped. */
const better = (connector: Connector) =>
  mapping(connector, payment => {
    if (payment.id === 'p4') throw refused('p4');
    return { ...payment, type: 'card', amount: payment.id === 'p1' ? '11' : payment.amount };
  });

test('all records are made anew from their stored bodies, with no request, and what changed is told by field', async () => {
  const { shop, storage, connector, replay } = await readShop();
  const checkpoint = await storage.checkpoint('shop', 'payments');
  expect(await replay(better(connector))).toEqual({
    connectionId: 'shop',
    platform: 'literal',
    mapperVersion: 2,
    natives: 5,
    resources: [
      {
        resource: 'payments',
        added: 1,
        changed: 3,
        deleted: 0,
        fields: [
          { path: 'type', records: 3, example: { id: 'p1', before: 'unknown', after: 'card' } },
          { path: 'amount', records: 1, example: { id: 'p1', before: '10', after: '11' } },
        ],
      },
    ],
    unchanged: 0,
    recovered: 1,
    newlySetAside: 1,
    stillSetAside: 0,
    overtaken: 0,
  });
  expect(shop.queries).toHaveLength(1);
  expect(await storage.checkpoint('shop', 'payments')).toEqual(checkpoint);
  expect((await storage.setAside()).map(({ native, path }) => [native.id, path])).toEqual([['p4', 'amount']]);
  expect(await storage.record('shop', 'payments', 'p4')).toMatchObject({ type: 'unknown', deletedAt: null });
  expect(await storage.record('shop', 'payments', 'p3')).toMatchObject({ type: 'card', mapperVersion: 2 });
});

test('a second replay changes nothing, and syncedAt stays', async () => {
  const { storage, connector, replay } = await readShop();
  await replay(better(connector));
  const second = await replay(better(connector), { host: hostAt('2026-04-01') });
  expect(second).toMatchObject({ resources: [], unchanged: 4, recovered: 0, newlySetAside: 0, stillSetAside: 1 });
  expect(await storage.record('shop', 'payments', 'p1')).toMatchObject({ syncedAt: '2026-03-01T00:00:00.000Z' });
});

describe('a replay of many records', () => {
  async function readMany() {
    const read = await readShop();
    const natives = Array.from({ length: 700 }, (_, number) => {
      const id = `m${number}`;
      const native = { stream: 'payments', id, modifiedAt: null, body: { id, modifiedAt: null, amount: '10' } };
      return { native, records: read.connector.normalize(native, read.connector.emptyShop) };
    });
    const page = { connectionId: 'shop', platform: 'literal', stream: 'payments', runId: 'r2', mapperVersion: 1 };
    const checkpoint = { mark: null, window: null };
    await read.storage.commit({ ...page, at: '2026-02-02T00:00:00Z', natives, setAside: [], checkpoint });
    return read;
  }

  test('tells how far it is', async () => {
    const { connector, replay } = await readMany();
    const stands: number[] = [];
    await replay(better(connector), { onProgress: ({ natives }) => stands.push(natives) });
    expect(stands).toHaveLength(3);
    expect(stands.at(-1)).toBe(705);
  });

  test('that is interrupted keeps what it wrote, and the next one writes the rest', async () => {
    const { connector, replay } = await readMany();
    const controller = new AbortController();
    const interrupted = replay(better(connector), {
      host: literalHost(controller.signal),
      onProgress: () => controller.abort(new Error('stopped')),
    });
    await expect(interrupted).rejects.toThrow('stopped');
    const [payments] = (await replay(better(connector))).resources;
    expect(payments?.changed).toBeGreaterThan(400);
    expect(payments?.changed).toBeLessThan(700);
  });
});

describe('a replay and whoever else writes', () => {
  const host = literalHost();
  const holderOf = (name: string) => ({ owner: name, holder: `${name} on this machine, since noon` });
  const readBy = (read: Awaited<ReturnType<typeof readShop>>, holder: Holder, runId: string) => {
    const { connector, storage } = read;
    const common = { connection: literalConnection, connector, storage, config: {}, host };
    return syncConnection({ ...common, holder, runId });
  };

  /** The store, with something that happens before the first batch is written. */
  function meanwhile(storage: Storage, happens: () => Promise<void>): Storage {
    let happened: Promise<void> | null = null;
    return {
      ...storage,
      replay: async replay => {
        happened ??= happens();
        await happened;
        return storage.replay(replay);
      },
    };
  }

  test('no run writes a stream meanwhile, and no other replay: both are told who is there', async () => {
    const read = await readShop();
    let run: Run | null = null;
    const storage = meanwhile(read.storage, async () => {
      run = await readBy(read, holderOf('run'), 'r2');
      const second = read.replay(better(read.connector), { host, holder: holderOf('second'), runId: 'second' });
      await expect(second).rejects.toThrow(
        /^every stream of "shop" is being written by first on this machine, since noon; /,
      );
      await expect(second).rejects.toThrow(ConflictError);
    });
    const first = await read.replay(better(read.connector), { host, storage, holder: holderOf('first') });
    const reason = expect.stringContaining('is being written by first on this machine, since noon');
    expect(run).toMatchObject({
      streams: { payments: { outcome: 'incomplete', seen: 0, reason }, company: { outcome: 'incomplete', reason } },
    });
    expect(first).toMatchObject({ natives: 5, overtaken: 0 });
    expect(await readBy(read, holderOf('run'), 'r3')).toMatchObject({ streams: { payments: { outcome: 'complete' } } });
  });

  test('a run that is there is left alone, and nothing is written', async () => {
    const read = await readShop();
    const refusals: unknown[] = [];
    read.shop.onPage = async () => {
      await read
        .replay(better(read.connector), { host, holder: holderOf('replay') })
        .catch(error => refusals.push(error));
    };
    await readBy(read, holderOf('run'), 'r2');
    expect(refusals).toMatchObject([
      { message: expect.stringContaining('payments of "shop" is being written by run on this machine, since noon') },
    ]);
    expect(await read.storage.record('shop', 'payments', 'p1')).toMatchObject({ mapperVersion: 1, amount: '10' });
  });

  test('one that was taken for dead writes nothing after it was taken over', async () => {
    const read = await readShop();
    const storage = meanwhile(read.storage, async () => {
      const isDead = (owner: string) => owner === 'first';
      await read.replay(read.connector, { host, holder: { ...holderOf('second'), isDead }, runId: 'second' });
    });
    const first = read.replay(better(read.connector), { host, storage, holder: holderOf('first') });
    await expect(first).rejects.toThrow(/^Another process took over every stream of "shop"/);
    expect(await read.storage.record('shop', 'payments', 'p1')).toMatchObject({ mapperVersion: 1, amount: '10' });
  });
});

test('only the streams that are asked for are replayed, and an unknown one is refused', async () => {
  const { connector, replay } = await readShop();
  expect(await replay(better(connector), { streams: ['company'] })).toMatchObject({ natives: 0, resources: [] });
  await expect(replay(connector, { streams: ['carts'] })).rejects.toThrow(
    'Literal has no stream "carts"; it has payments, company',
  );
});

test('a shop that was asked by an earlier version is filled up with what is not known', async () => {
  const { connector, replay } = await readShop();
  const shops: unknown[] = [];
  const curious = {
    ...connector,
    emptyShop: { ...connector.emptyShop, currency: 'NZD' },
    normalize: (native: Parameters<Connector['normalize']>[0], shop: typeof connector.emptyShop) => {
      shops.push(shop);
      return connector.normalize(native, shop);
    },
  };
  await replay(curious, { connection: { ...literalConnection, shop: { name: null, timeZone: null } as never } });
  expect(shops[0]).toEqual({ name: null, currency: 'NZD', timeZone: null });
});
