import assert from 'node:assert/strict';
import type { Change, ChangeQuery, Storage } from '@cartograph/core';
import { withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import {
  connectionOf,
  customerOf,
  minute,
  nativeOf,
  orderOf,
  pageOf,
  paymentOf,
  replayOf,
  sweepOf,
  unreadable,
  yielding,
} from '../samples.js';

async function changesOf(storage: Storage, query: ChangeQuery = { since: 0 }): Promise<readonly Change[]> {
  const found: Change[] = [];
  for await (const change of storage.changes(query)) found.push(change);
  return found;
}

const briefly = ({ kind, resource, id }: Change): string => `${kind} ${resource} ${id}`;
const told = async (storage: Storage, query?: ChangeQuery) => (await changesOf(storage, query)).map(briefly);

/** A driver that tells of its changes something else. */
const telling = (storage: Storage, change: (changes: readonly Change[]) => readonly Change[]): Storage => ({
  ...storage,
  async *changes(query) {
    yield* change(await changesOf(storage, query));
  },
});

const one = yielding('1', orderOf('1'), paymentOf('p1', '1'));
const other = yielding('1', orderOf('1', { note: 'changed' }));

export const changeRules = {
  'every change is told with what it was, in the order of the commits, and what stays as it is is not told': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one]));
      await storage.commit(pageOf([one], { at: minute(2) }));
      await storage.commit(pageOf([other], { at: minute(3) }));
      await storage.commit(pageOf([one], { at: minute(4) }));
      assert.deepEqual(await changesOf(storage), [
        { sequence: 1, connectionId: 'shop', resource: 'orders', id: '1', kind: 'created', at: minute(1) },
        { sequence: 2, connectionId: 'shop', resource: 'payments', id: 'p1', kind: 'created', at: minute(1) },
        { sequence: 3, connectionId: 'shop', resource: 'orders', id: '1', kind: 'updated', at: minute(3) },
        { sequence: 4, connectionId: 'shop', resource: 'payments', id: 'p1', kind: 'deleted', at: minute(3) },
        { sequence: 5, connectionId: 'shop', resource: 'orders', id: '1', kind: 'updated', at: minute(4) },
        { sequence: 6, connectionId: 'shop', resource: 'payments', id: 'p1', kind: 'restored', at: minute(4) },
      ]);
    },
    broken: storage =>
      telling(storage, changes =>
        changes.map(change => (change.kind === 'restored' ? { ...change, kind: 'created' } : change)),
      ),
  },

  'a sweep, a replay and a native record that is not found tell their changes as well': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one, yielding('2', orderOf('2')), yielding('3', orderOf('3'))]));
      const since = await storage.lastSequence();
      await storage.commit(pageOf([], { gone: ['3'] }));
      await storage.commit(pageOf([one], { runId: 'run-2' }));
      await storage.sweep(sweepOf('run-2'));
      const records = [orderOf('1', { note: 'anew' }), paymentOf('p1', '1')];
      await storage.replay(replayOf([{ native: one.native, records }]));
      assert.deepEqual(await told(storage, { since }), ['deleted orders 3', 'deleted orders 2', 'updated orders 1']);
    },
    broken(storage) {
      let replayed = Number.POSITIVE_INFINITY;
      const quiet = telling(storage, changes => changes.filter(({ sequence }) => sequence <= replayed));
      return {
        ...quiet,
        async replay(replay) {
          replayed = await storage.lastSequence();
          return storage.replay(replay);
        },
      };
    },
  },

  'every answer tells the sequence that the feed has reached': {
    async holds(storage) {
      await withShop(storage);
      assert.equal(await storage.lastSequence(), 0);
      assert.equal((await storage.commit(pageOf([one]))).sequence, 2);
      assert.equal((await storage.commit(pageOf([one]))).sequence, 2);
      assert.equal((await storage.replay(replayOf([{ native: one.native, records: [orderOf('1')] }]))).sequence, 3);
      assert.equal((await storage.sweep(sweepOf('run-2'))).sequence, 4);
      assert.equal(await storage.lastSequence(), 4);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const result = await storage.commit(page);
        return { ...result, sequence: result.stored };
      },
    }),
  },

  'a commit tells how many of its changes were deletions and restorations': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one]));
      const without = await storage.commit(pageOf([other]));
      assert.deepEqual(without, { stored: 2, unchanged: 0, deleted: 1, restored: 0, sequence: 4 });
      const again = await storage.commit(pageOf([one, yielding('2', orderOf('2'))]));
      assert.deepEqual(again, { stored: 3, unchanged: 0, deleted: 0, restored: 1, sequence: 7 });
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const result = await storage.commit(page);
        return { ...result, deleted: 0 };
      },
    }),
  },

  'a reader that stops anywhere and goes on after what it read last misses nothing and meets nothing twice': {
    async holds(storage) {
      await withShop(storage);
      for (const id of ['1', '2', '3']) {
        await storage.commit(pageOf([yielding(id, orderOf(id), paymentOf(`p${id}`, id), customerOf(`c${id}`))]));
      }
      const whole = await changesOf(storage);
      assert.deepEqual(
        whole.map(({ sequence }) => sequence),
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
      );
      for (const limit of [1, 2, 4, 9]) {
        const read: Change[] = [];
        for (let part = 0; part <= whole.length / limit; part++) {
          read.push(...(await changesOf(storage, { since: read.at(-1)?.sequence ?? 0, limit })));
        }
        assert.deepEqual(read, whole);
      }
      assert.deepEqual(await changesOf(storage, { since: 1000 }), []);
    },
    broken: storage => ({
      ...storage,
      async *changes(query) {
        for await (const change of storage.changes({ ...query, since: Math.max(0, query.since - 1) })) yield change;
      },
    }),
  },

  'a reader that is reading meets what is committed meanwhile': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one]));
      const seen: string[] = [];
      for await (const change of storage.changes({ since: 0 })) {
        seen.push(briefly(change));
        if (seen.length === 2) await storage.commit(pageOf([yielding('2', orderOf('2'))]));
      }
      assert.deepEqual(seen, ['created orders 1', 'created payments p1', 'created orders 2']);
    },
    broken: storage => telling(storage, changes => changes),
  },

  'changes are those of the connection and the resource asked for, under the numbers that they have among all': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      await storage.commit(pageOf([one]));
      await storage.commit(pageOf([one], { connectionId: 'other' }));
      await storage.commit(pageOf([yielding('2', orderOf('2'))]));
      const numbers = async (query: Omit<ChangeQuery, 'since'>) =>
        (await changesOf(storage, { since: 0, ...query })).map(({ sequence }) => sequence);
      assert.deepEqual(await numbers({ connectionId: 'shop' }), [1, 2, 5]);
      assert.deepEqual(await numbers({ resource: 'payments' }), [2, 4]);
      assert.deepEqual(await numbers({ connectionId: 'other', resource: 'orders' }), [3]);
      assert.deepEqual(await numbers({ connectionId: 'shop', limit: 2 }), [1, 2]);
    },
    broken: storage => ({
      ...storage,
      changes: ({ resource: _, ...query }) => storage.changes(query),
    }),
  },

  'a page that fails leaves no gap': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one]));
      await assert.rejects(
        storage.commit(pageOf([yielding('2', orderOf('2')), { ...one, native: nativeOf('1', unreadable) }])),
      );
      await storage.commit(pageOf([yielding('3', orderOf('3'))]));
      assert.deepEqual(await told(storage), ['created orders 1', 'created payments p1', 'created orders 3']);
      assert.equal(await storage.lastSequence(), 3);
    },
    broken(storage) {
      let failed = 0;
      return {
        ...telling(storage, changes => changes.map(change => ({ ...change, sequence: change.sequence + failed }))),
        commit: page =>
          storage.commit(page).catch(error => {
            failed += 1;
            throw error;
          }),
        lastSequence: async () => (await storage.lastSequence()) + failed,
      };
    },
  },

  'a connection that goes has its records told as deleted, however many there are': {
    async holds(storage) {
      await withShop(storage);
      const ids = Array.from({ length: 1500 }, (_, position) => String(position));
      await storage.commit(pageOf([one, ...ids.map(id => yielding(`native ${id}`, customerOf(id)))]));
      await storage.commit(pageOf([other]));
      const since = await storage.lastSequence();
      await storage.deleteConnection('shop', minute(9));
      const gone = await changesOf(storage, { since, connectionId: 'shop' });
      assert.deepEqual(
        gone.map(({ sequence }) => sequence - since),
        Array.from({ length: 1501 }, (_, position) => position + 1),
      );
      assert.ok(gone.every(({ kind, at }) => kind === 'deleted' && at === minute(9)));
      assert.deepEqual(
        new Set(gone.map(({ resource, id }) => `${resource} ${id}`)),
        new Set(['orders 1', ...ids.map(id => `customers ${id}`)]),
      );
    },
    broken: storage => telling(storage, changes => changes.slice(0, 1000)),
  },
} satisfies StorageRules;
