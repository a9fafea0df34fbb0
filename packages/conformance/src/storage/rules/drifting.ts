import assert from 'node:assert/strict';
import type { Drift, Storage, StoredDrift } from '@cartograph/core';
import { withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { connectionOf, minute, nativeOf, pageOf, sweepOf, unreadable } from '../samples.js';

const driftOf = (path: string, over: Partial<Drift> = {}): Drift => ({
  kind: 'newField',
  path,
  nativeId: '1',
  before: null,
  after: 'number',
  ...over,
});

const shaped = (shape: string, ...drifts: Drift[]) => ({ shape: { shape, drifts } });

const pathsOf = (drifts: readonly StoredDrift[]) =>
  drifts.map(({ connectionId, stream, path }) => `${connectionId} ${stream} ${path}`);

/** Drift in two streams of one connection, and in one of another. */
async function fill(storage: Storage): Promise<void> {
  await withShop(storage);
  await storage.saveConnection(connectionOf('other'));
  await storage.commit(pageOf([], shaped('a', driftOf('tax'), driftOf('note'))));
  await storage.commit(pageOf([], { stream: 'customers', ...shaped('b', driftOf('tax')) }));
  await storage.commit(pageOf([], { connectionId: 'other', ...shaped('c', driftOf('tax')) }));
}

export const driftingRules = {
  'a shape is kept with a page or a sweep that tells it, a stream apart; others leave it as it is': {
    async holds(storage) {
      await withShop(storage);
      assert.equal(await storage.shape('shop', 'orders'), null);
      await storage.commit(pageOf([], shaped('{"as": "it was"}')));
      await storage.commit(pageOf([], { stream: 'customers', ...shaped('another') }));
      await storage.commit(pageOf([]));
      await storage.sweep(sweepOf('run-1'));
      assert.equal(await storage.shape('shop', 'orders'), '{"as": "it was"}');
      await storage.sweep(sweepOf('run-1', shaped('at the end')));
      assert.equal(await storage.shape('shop', 'orders'), 'at the end');
      assert.equal(await storage.shape('shop', 'customers'), 'another');
    },
    broken: storage => ({ ...storage, sweep: ({ shape: _, ...sweep }) => storage.sweep(sweep) }),
  },

  'drift is kept as it was first noticed': {
    async holds(storage) {
      await withShop(storage);
      const drift = driftOf('total', { kind: 'newType', before: 'text or null' });
      const value = driftOf('status', { kind: 'newValue', before: 'open', after: 'lost' });
      await storage.commit(pageOf([], { at: minute(3), ...shaped('a', drift, value) }));
      await storage.sweep(sweepOf('run-1', { at: minute(4), ...shaped('b', { ...drift, nativeId: '2' }) }));
      await storage.commit(pageOf([], { at: minute(5), ...shaped('c', { ...value, after: 'found' }) }));
      const noticed = { connectionId: 'shop', stream: 'orders', at: minute(3) };
      assert.deepEqual(await storage.drifts('shop'), [
        { ...value, ...noticed },
        { ...value, ...noticed, after: 'found', at: minute(5) },
        { ...drift, ...noticed },
      ]);
    },
    broken: storage => ({
      ...storage,
      drifts: async connectionId => (await storage.drifts(connectionId)).map(drift => ({ ...drift, at: minute(4) })),
    }),
  },

  'drift is that of the connection, or of all': {
    async holds(storage) {
      await fill(storage);
      assert.deepEqual(pathsOf(await storage.drifts('shop')), [
        'shop customers tax',
        'shop orders note',
        'shop orders tax',
      ]);
      assert.equal((await storage.drifts())[0]?.connectionId, 'other');
    },
    broken: storage => ({ ...storage, drifts: () => storage.drifts() }),
  },

  'drift is there until it is accepted, and what was not shown then stays': {
    async holds(storage) {
      await fill(storage);
      const shown = (await storage.drifts('shop')).filter(({ stream }) => stream === 'orders');
      await storage.commit(pageOf([], shaped('d', driftOf('late'))));
      await storage.acceptDrifts(shown);
      assert.deepEqual(pathsOf(await storage.drifts()), ['other orders tax', 'shop customers tax', 'shop orders late']);
      await storage.commit(pageOf([], shaped('e', driftOf('tax'))));
      assert.equal((await storage.drifts('shop')).length, 3);
    },
    broken: storage => ({ ...storage, acceptDrifts: async () => storage.acceptDrifts(await storage.drifts('shop')) }),
  },

  'of a page that fails neither shape nor drift is kept': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([], shaped('before')));
      const failing = pageOf([{ native: nativeOf('1', unreadable), records: [] }], shaped('after', driftOf('tax')));
      await assert.rejects(storage.commit(failing));
      assert.equal(await storage.shape('shop', 'orders'), 'before');
      assert.deepEqual(await storage.drifts(), []);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        await storage.commit({ ...page, natives: [] });
        return storage.commit(page);
      },
    }),
  },

  'shapes and drift go with their connection': {
    async holds(storage) {
      await fill(storage);
      await storage.deleteConnection('shop', minute(9));
      await storage.saveConnection(connectionOf('shop'));
      assert.deepEqual(pathsOf(await storage.drifts()), ['other orders tax']);
      assert.deepEqual([await storage.shape('shop', 'orders'), await storage.shape('other', 'orders')], [null, 'c']);
    },
    broken(storage) {
      const shapes = new Map<string, string | null>();
      return {
        ...storage,
        async deleteConnection(id, at) {
          shapes.set(id, await storage.shape(id, 'orders'));
          return storage.deleteConnection(id, at);
        },
        shape: async (id, stream) => (await storage.shape(id, stream)) ?? shapes.get(id) ?? null,
      };
    },
  },
} satisfies StorageRules;
