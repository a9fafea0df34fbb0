import assert from 'node:assert/strict';
import { countsOf, idsOf, stored, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import {
  connectionOf,
  customerOf,
  minute,
  orderOf,
  pageOf,
  paymentOf,
  setAsideOf,
  sweepOf,
  yielding,
} from '../samples.js';

const one = yielding('1', orderOf('1'), paymentOf('p1', '1'));
const two = yielding('2', orderOf('2'), paymentOf('p2', '2'));
const three = yielding('3', orderOf('3'));

export const sweepingRules = {
  'a sweep marks deleted what the run did not meet, however many pages it had, and only that': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one, two, three]));
      await storage.commit(pageOf([one], { runId: 'run-2' }));
      await storage.commit(pageOf([three], { runId: 'run-2' }));
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 2);
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1', '3']);
      assert.deepEqual(await idsOf(storage, { resource: 'payments' }), ['p1']);
      const gone = await stored(storage, 'orders', '2');
      assert.deepEqual([gone.deletedAt, gone.syncedAt], [minute(30), minute(30)]);
    },
    broken: storage => ({ ...storage, sweep: sweep => storage.sweep({ ...sweep, runId: 'a run that met nothing' }) }),
  },

  'a sweep twice marks nothing twice': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one, two]));
      await storage.commit(pageOf([one], { runId: 'run-2' }));
      await storage.sweep(sweepOf('run-2'));
      assert.equal((await storage.sweep(sweepOf('run-2', { at: minute(40) }))).deleted, 0);
      assert.equal((await stored(storage, 'orders', '2')).deletedAt, minute(30));
    },
    broken: storage => ({
      ...storage,
      async sweep(sweep) {
        return { ...(await storage.sweep(sweep)), deleted: 2 };
      },
    }),
  },

  'what a sweep marked deleted is restored when it is met again, unchanged as it is': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one, three]));
      await storage.commit(pageOf([one], { runId: 'run-2' }));
      await storage.sweep(sweepOf('run-2'));
      const back = await storage.commit(pageOf([three], { runId: 'run-3', at: minute(40) }));
      assert.deepEqual(countsOf(back), { stored: 1, unchanged: 0 });
      const restored = await stored(storage, 'orders', '3');
      assert.deepEqual([restored.deletedAt, restored.syncedAt], [null, minute(40)]);
    },
    broken(storage) {
      const met = new Set<unknown>();
      return {
        ...storage,
        async commit(page) {
          const natives = page.natives.filter(({ native }) => page.runId !== 'run-3' || !met.has(native.id));
          for (const { native } of natives) met.add(native.id);
          return storage.commit({ ...page, natives });
        },
      };
    },
  },

  'a record that another stream reads again keeps its place in its own': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one, two]));
      await storage.commit({ ...pageOf([one], { runId: 'run-2' }), stream: 'refunds' });
      assert.equal((await storage.sweep(sweepOf('run-2', { stream: 'refunds' }))).deleted, 0);
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 2);
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1']);
      assert.equal((await storage.nativeOf('shop', 'orders', '1'))?.stream, 'orders');
    },
    broken: storage => ({
      ...storage,
      commit: page =>
        storage.commit({
          ...page,
          natives: page.natives.map(({ native, records }) => ({ native: { ...native, stream: page.stream }, records })),
        }),
    }),
  },

  'a sweep leaves other streams and other connections alone': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      await storage.commit(pageOf([one]));
      await storage.commit(pageOf([yielding('c', customerOf('c'))], { stream: 'customers' }));
      await storage.commit(pageOf([one], { connectionId: 'other' }));
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 2);
      assert.deepEqual(await idsOf(storage, { resource: 'customers' }), ['c']);
      assert.deepEqual(await idsOf(storage, { resource: 'orders', connectionId: 'other' }), ['1']);
    },
    broken(storage) {
      const streams = new Set<string>();
      return {
        ...storage,
        async commit(page) {
          streams.add(page.stream);
          return storage.commit(page);
        },
        async sweep(sweep) {
          let result = { deleted: 0, sequence: 0 };
          for (const stream of streams) {
            const { deleted, sequence } = await storage.sweep({ ...sweep, stream });
            result = { deleted: result.deleted + deleted, sequence };
          }
          return result;
        },
      };
    },
  },

  'a record that another native record still yields outlives the sweep': {
    async holds(storage) {
      await withShop(storage);
      const older = yielding('1', customerOf('ann', { note: 'older', sourceModifiedAt: minute(1) }));
      const newer = yielding('2', customerOf('ann', { note: 'newer', sourceModifiedAt: minute(2) }));
      await storage.commit(pageOf([older, newer]));
      await storage.commit(pageOf([older], { runId: 'run-2' }));
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 0);
      assert.equal((await stored(storage, 'customers', 'ann')).deletedAt, null);
      await storage.commit(pageOf([older], { runId: 'run-3' }));
      assert.equal((await stored(storage, 'customers', 'ann')).note, 'older');
    },
    broken: storage => ({
      ...storage,
      commit: page => storage.commit({ ...page, natives: page.runId === 'run-1' ? page.natives.slice(1) : [] }),
    }),
  },

  'a record that was met but set aside outlives the sweep': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one, two]));
      await storage.commit(pageOf([two], { runId: 'run-2', setAside: [setAsideOf('1')] }));
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 0);
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1', '2']);
      assert.equal((await storage.setAside('shop')).length, 1);
    },
    broken: storage => ({ ...storage, commit: page => storage.commit({ ...page, setAside: [] }) }),
  },

  'a set-aside record that the run did not meet is gone at the source, and forgotten': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one], { setAside: [setAsideOf('8'), setAsideOf('9')] }));
      await storage.commit(pageOf([one], { runId: 'run-2', setAside: [setAsideOf('9')] }));
      await storage.sweep(sweepOf('run-2'));
      assert.deepEqual(
        (await storage.setAside('shop')).map(({ native }) => native.id),
        ['9'],
      );
    },
    broken(storage) {
      let before: Awaited<ReturnType<typeof storage.setAside>> = [];
      return {
        ...storage,
        async sweep(sweep) {
          before = await storage.setAside();
          return storage.sweep(sweep);
        },
        setAside: async () => before,
      };
    },
  },

  'what another run writes inside an open window counts as met by the run that opened it': {
    async holds(storage) {
      await withShop(storage);
      const window = { since: null, until: minute(20), resume: null, runId: 'run-2', full: true };
      const checkpoint = { mark: null, window };
      await storage.commit(pageOf([one, two]));
      await storage.commit(pageOf([one, two], { runId: 'run-2', checkpoint }));
      await storage.commit(pageOf([two], { runId: 'a retry', mapperVersion: 2, checkpoint }));
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 0);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const { mark, window } = page.checkpoint;
        return storage.commit({ ...page, checkpoint: { mark, window: window && { ...window, runId: page.runId } } });
      },
    }),
  },
} satisfies StorageRules;
