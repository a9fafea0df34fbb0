import assert from 'node:assert/strict';
import type { Run, Storage } from '@cartograph/core';
import { collect, idsOf, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { connectionOf, minute, noWindow, orderOf, pageOf, runOf, setAsideOf, yielding } from '../samples.js';

export const connectionRules = {
  'a connection comes back as it was saved, and saving it again replaces it': {
    async holds(storage) {
      await storage.saveConnection(connectionOf('shop'));
      assert.deepEqual(await storage.connection('shop'), connectionOf('shop'));
      const paused = connectionOf('shop', { pausedBecause: 'credentials were refused', settings: 'sealed anew' });
      await storage.saveConnection(paused);
      const byUser = connectionOf('another', { pausedBecause: 'the season is over', pausedByUser: true });
      await storage.saveConnection(byUser);
      assert.deepEqual(await storage.connections(), [byUser, paused]);
    },
    broken: storage => ({
      ...storage,
      async saveConnection(connection) {
        if ((await storage.connection(connection.id)) === null) await storage.saveConnection(connection);
      },
    }),
  },

  'replacing a connection keeps what was read through it': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', orderOf('1'))]));
      await storage.saveConnection(connectionOf('shop', { pausedBecause: 'credentials were refused' }));
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1']);
    },
    broken: storage => ({
      ...storage,
      async saveConnection(connection) {
        await storage.deleteConnection(connection.id, minute(9));
        await storage.saveConnection(connection);
      },
    }),
  },

  'what was never stored is null, empty or zero': {
    async holds(storage) {
      await withShop(storage);
      assert.equal(await storage.connection('nobody'), null);
      assert.equal(await storage.checkpoint('shop', 'orders'), null);
      assert.equal(await storage.record('shop', 'orders', '1'), null);
      assert.equal(await storage.nativeOf('shop', 'orders', '1'), null);
      assert.deepEqual(await collect(storage, { resource: 'orders' }), []);
      assert.equal((await storage.counts('shop')).orders, 0);
      assert.deepEqual(await storage.setAside(), []);
      assert.deepEqual(await storage.runs('shop', 10), []);
      await storage.deleteConnection('nobody', minute(9));
    },
    broken: storage => ({
      ...storage,
      checkpoint: async (connectionId, stream) => (await storage.checkpoint(connectionId, stream)) ?? noWindow,
    }),
  },

  'nothing is kept for a connection that is not there': {
    async holds(storage) {
      const page = pageOf([yielding('1', orderOf('1'))]);
      await assert.rejects(storage.commit(page), { code: 'config' });
      await assert.rejects(storage.saveRun(runOf('run-1')), { code: 'config' });
      assert.equal(await storage.record('shop', 'orders', '1'), null);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        if ((await storage.connection(page.connectionId)) === null) {
          await storage.saveConnection(connectionOf(page.connectionId));
        }
        return storage.commit(page);
      },
    }),
  },

  'connections with the same ids keep apart': {
    async holds(storage) {
      for (const connectionId of ['shop', 'other']) {
        await storage.saveConnection(connectionOf(connectionId));
        await storage.commit(pageOf([yielding('1', orderOf('1', { note: connectionId }))], { connectionId }));
      }
      for (const connectionId of ['shop', 'other']) {
        const record = await storage.record(connectionId, 'orders', '1');
        assert.equal(record?.note, connectionId);
        assert.equal(record?.connectionId, connectionId);
        assert.equal((await storage.counts(connectionId)).orders, 1);
      }
    },
    broken: storage => ({ ...storage, record: (_, resource, id) => storage.record('other', resource, id) }),
  },

  'deleting a connection removes all that was read through it, and nothing else': {
    async holds(storage) {
      for (const connectionId of ['shop', 'other']) {
        await storage.saveConnection(connectionOf(connectionId));
        await storage.saveRun(runOf(`run of ${connectionId}`, { connectionId }));
        await storage.commit(pageOf([yielding('1', orderOf('1'))], { connectionId, setAside: [setAsideOf('2')] }));
      }
      await storage.deleteConnection('shop', minute(9));
      assert.deepEqual(await remains(storage, 'shop'), [false, false, false, false, false]);
      assert.deepEqual(await remains(storage, 'other'), [true, true, true, true, true]);
      await storage.saveConnection(connectionOf('shop'));
      assert.equal((await storage.commit(pageOf([yielding('1', orderOf('1'))]))).stored, 1);
    },
    broken(storage) {
      const kept: Run[] = [];
      return {
        ...storage,
        saveRun: async run => void kept.push(run),
        runs: async connectionId => kept.filter(run => run.connectionId === connectionId),
      };
    },
  },

  'runs come newest first, and saving one again replaces it': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveRun(runOf('second', { startedAt: minute(2) }));
      await storage.saveRun(runOf('first', { startedAt: minute(1) }));
      await storage.saveRun(runOf('third', { startedAt: minute(3) }));
      const finished = runOf('second', { startedAt: minute(2), finishedAt: minute(9), streams: { orders: streamRun } });
      await storage.saveRun(finished);
      assert.deepEqual(
        (await storage.runs('shop', 10)).map(run => run.id),
        ['third', 'second', 'first'],
      );
      assert.deepEqual((await storage.runs('shop', 2))[1], finished);
      assert.equal((await storage.runs('shop', 2)).length, 2);
    },
    broken: storage => ({
      ...storage,
      runs: async (connectionId, limit) => (await storage.runs(connectionId, limit)).toReversed(),
    }),
  },
} satisfies StorageRules;

const streamRun = {
  kind: 'full',
  since: null,
  until: minute(2),
  requests: 3,
  seen: 4,
  stored: 2,
  unchanged: 1,
  setAside: 1,
  deleted: 0,
  restored: 0,
  pages: 1,
  outcome: 'complete',
  reason: null,
} as const;

const remains = async (storage: Storage, connectionId: string): Promise<readonly boolean[]> => [
  (await storage.connection(connectionId)) !== null,
  (await storage.record(connectionId, 'orders', '1')) !== null,
  (await storage.checkpoint(connectionId, 'orders')) !== null,
  (await storage.setAside(connectionId)).length > 0,
  (await storage.runs(connectionId, 10)).length > 0,
];
