import assert from 'node:assert/strict';
import { type RecordQuery, type ResourceName, resourceNames, type Storage } from '@cartograph/core';
import { collect, idsOf, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { connectionOf, customerOf, minute, orderOf, pageOf, paymentOf, yielding } from '../samples.js';

/** Two connections; orders 1 and 2 each with a payment, one customer; the payment of 2 deleted. */
async function fill(storage: Storage): Promise<void> {
  for (const connectionId of ['shop', 'other']) {
    await storage.saveConnection(connectionOf(connectionId));
    const two = yielding('2', orderOf('2'), paymentOf('p2', '2'));
    const one = yielding('1', orderOf('1'), paymentOf('p1', '1'), customerOf('c'));
    await storage.commit(pageOf([two, one], { connectionId, at: minute(1) }));
    await storage.commit(pageOf([yielding('2', orderOf('2', { note: 'changed' }))], { connectionId, at: minute(5) }));
  }
}

/** A driver whose every query is changed by `change`. */
const asking = (
  storage: Storage,
  change: <Name extends ResourceName>(query: RecordQuery<Name>) => RecordQuery<Name>,
): Storage => ({
  ...storage,
  records: query => storage.records(change(query)),
});

export const readingRules = {
  'records are found by resource, and by connection': {
    async holds(storage) {
      await fill(storage);
      assert.deepEqual(await idsOf(storage, { resource: 'customers' }), ['c', 'c']);
      const mine = await collect(storage, { resource: 'orders', connectionId: 'shop' });
      assert.deepEqual(
        mine.map(order => order.id),
        ['1', '2'],
      );
      assert.ok(mine.every(order => order.connectionId === 'shop'));
      assert.deepEqual(await idsOf(storage, { resource: 'orders', connectionId: 'nobody' }), []);
    },
    broken: storage => asking(storage, ({ connectionId: _, ...query }) => query),
  },

  'payments and refunds are found by their order': {
    async holds(storage) {
      await fill(storage);
      const query = { resource: 'payments', connectionId: 'shop', includeDeleted: true } as const;
      assert.deepEqual(await idsOf(storage, { ...query, orderId: '2' }), ['p2']);
      assert.deepEqual(await idsOf(storage, { ...query, orderId: '3' }), []);
    },
    broken: storage => asking(storage, ({ orderId: _, ...query }) => query),
  },

  'records come in the order of connection and id': {
    async holds(storage) {
      await fill(storage);
      const found = await collect(storage, { resource: 'orders' });
      assert.deepEqual(
        found.map(order => `${order.connectionId} ${order.id}`),
        ['other 1', 'other 2', 'shop 1', 'shop 2'],
      );
    },
    broken: storage => ({
      ...storage,
      async *records(query) {
        yield* (await collect(storage, query)).toReversed();
      },
    }),
  },

  'no more records come than the limit': {
    async holds(storage) {
      await fill(storage);
      assert.deepEqual(await idsOf(storage, { resource: 'orders', limit: 3 }), ['1', '2', '1']);
      assert.deepEqual(await idsOf(storage, { resource: 'orders', limit: 0 }), []);
      assert.equal((await idsOf(storage, { resource: 'orders', limit: 1000 })).length, 4);
    },
    broken: storage => asking(storage, query => (query.limit ? { ...query, limit: query.limit + 1 } : query)),
  },

  'syncedSince finds what changed in the store at or after it, however its fraction is written': {
    async holds(storage) {
      await fill(storage);
      const since = (syncedSince: string) => idsOf(storage, { resource: 'orders', connectionId: 'shop', syncedSince });
      assert.deepEqual(await since(minute(1)), ['1', '2']);
      assert.deepEqual(await since(minute(5)), ['2']);
      assert.deepEqual(await since(minute(5).replace('.000Z', 'Z')), ['2']);
      assert.deepEqual(await since(minute(5).replace('.000Z', '.001Z')), []);
    },
    broken: storage => ({
      ...storage,
      async *records(query) {
        for await (const record of storage.records(query)) {
          if (query.syncedSince === undefined || record.syncedAt > query.syncedSince) yield record;
        }
      },
    }),
  },

  'deleted records are shown when they are asked for, and only then': {
    async holds(storage) {
      await fill(storage);
      const query = { resource: 'payments', connectionId: 'shop' } as const;
      assert.deepEqual(await idsOf(storage, query), ['p1']);
      assert.deepEqual(await idsOf(storage, { ...query, includeDeleted: true }), ['p1', 'p2']);
    },
    broken: storage => asking(storage, query => ({ ...query, includeDeleted: true })),
  },

  'the counts are of what is not deleted': {
    async holds(storage) {
      await fill(storage);
      const none = Object.fromEntries(resourceNames.map(name => [name, 0]));
      assert.deepEqual(await storage.counts('shop'), { ...none, customers: 1, orders: 2, payments: 1 });
    },
    broken: storage => ({
      ...storage,
      async counts(connectionId) {
        const all = await idsOf(storage, { resource: 'payments', connectionId, includeDeleted: true });
        return { ...(await storage.counts(connectionId)), payments: all.length };
      },
    }),
  },

  'records may be written while they are listed: those that stay come once': {
    async holds(storage) {
      await withShop(storage);
      const ids = Array.from({ length: 600 }, (_, position) => String(1000 + position));
      await storage.commit(pageOf(ids.map(id => yielding(id, orderOf(id)))));
      const seen: string[] = [];
      for await (const { id } of storage.records({ resource: 'orders' })) {
        seen.push(id);
        if (seen.length === 100) {
          const changed = yielding('1500', orderOf('1500', { note: 'changed' }));
          await storage.commit(pageOf([yielding('1003'), changed]));
        }
      }
      assert.deepEqual(seen, ids);
    },
    broken: storage => ({
      ...storage,
      async *records(query) {
        for (let offset = 0; ; offset += 100) {
          const batch = (await collect(storage, query)).slice(offset, offset + 100);
          if (batch.length === 0) return;
          yield* batch;
        }
      },
    }),
  },
} satisfies StorageRules;
