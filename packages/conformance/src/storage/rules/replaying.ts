import assert from 'node:assert/strict';
import type { NativeQuery, Replay, ReplayResult, Storage, StoredNative } from '@cartograph/core';
import { collect, countsOf, stored, withShop } from '../asking.js';
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
  setAsideOf,
  sweepOf,
  unreadable,
} from '../samples.js';

const nothingReplayed: ReplayResult = { changes: [], unchanged: 0, overtaken: 0, sequence: 0 };
const orders: NativeQuery = { connectionId: 'shop', streams: ['orders'] };

async function nativesOf(storage: Storage, query: NativeQuery = orders): Promise<readonly StoredNative[]> {
  const found: StoredNative[] = [];
  for await (const batch of storage.natives(query)) found.push(...batch);
  return found;
}

const idsOf = (natives: readonly StoredNative[]) => natives.map(({ native, setAside }) => `${native.id} ${setAside}`);

/** A native record whose mapping may change: what it yields does not show in its content. */
const mapped = (id: string, note: string | null) => ({ native: nativeOf(id), records: [orderOf(id, { note })] });

/** A driver that changes every replay before it writes it. */
const replaying = (storage: Storage, change: (replay: Replay) => Replay): Storage => ({
  ...storage,
  replay: replay => storage.replay(change(replay)),
});

export const replayingRules = {
  'native records come as they came last, in the order in which they were first met, of the streams asked for alone': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      await storage.commit(pageOf([mapped('2', null), mapped('10', null)]));
      await storage.commit(pageOf([{ native: nativeOf('2', { later: true }), records: [] }]));
      await storage.commit(pageOf([mapped('3', null)], { stream: 'products' }));
      await storage.commit(pageOf([mapped('4', null)], { connectionId: 'other' }));
      assert.deepEqual(await nativesOf(storage), [
        { native: nativeOf('2', { later: true }), setAside: false },
        { native: nativeOf('10'), setAside: false },
      ]);
      assert.deepEqual(idsOf(await nativesOf(storage, { ...orders, streams: ['products', 'orders'] })), [
        '2 false',
        '10 false',
        '3 false',
      ]);
    },
    broken: storage => ({
      ...storage,
      async *natives(query) {
        yield (await nativesOf(storage, query)).toReversed();
      },
    }),
  },

  'a native record that is gone at the source does not come': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null), mapped('2', null)]));
      await storage.commit(pageOf([mapped('2', null)], { runId: 'run-2' }));
      await storage.sweep(sweepOf('run-2'));
      assert.deepEqual(idsOf(await nativesOf(storage)), ['2 false']);
    },
    broken: storage => ({
      ...storage,
      async *natives(query) {
        const gone = { native: nativeOf('1'), setAside: false };
        yield [gone, ...(await nativesOf(storage, query))];
      },
    }),
  },

  'a native record that is set aside comes as it was set aside, and alone when only those are asked for': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null), mapped('2', null)], { setAside: [setAsideOf('3')] }));
      await storage.commit(pageOf([], { setAside: [setAsideOf('2')] }));
      assert.deepEqual(idsOf(await nativesOf(storage)), ['1 false', '2 true', '3 true']);
      assert.deepEqual(await nativesOf(storage, { ...orders, setAside: true }), [
        { native: setAsideOf('2').native, setAside: true },
        { native: setAsideOf('3').native, setAside: true },
      ]);
    },
    broken: storage => ({ ...storage, natives: ({ setAside: _, ...query }) => storage.natives(query) }),
  },

  'native records may be replayed and set aside while they are read: each comes once, in batches that stay small': {
    async holds(storage) {
      await withShop(storage);
      const ids = Array.from({ length: 600 }, (_, position) => String(1000 + position));
      await storage.commit(pageOf(ids.map(id => mapped(id, null))));
      const seen: string[] = [];
      for await (const batch of storage.natives(orders)) {
        assert.ok(batch.length <= 300);
        seen.push(...batch.map(({ native }) => native.id));
        const [first, ...rest] = batch.map(({ native }) => native);
        assert.ok(first);
        const natives = rest.map(native => ({ native, records: [orderOf(native.id, { note: 'anew' })] }));
        await storage.replay(replayOf(natives, { setAside: [{ native: first, reason: 'no', path: null }] }));
      }
      assert.deepEqual(seen, ids);
    },
    broken: storage => ({
      ...storage,
      async *natives(query) {
        yield await nativesOf(storage, query);
      },
    }),
  },

  'a replay tells every change with what was before, and moves syncedAt there alone': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null), mapped('2', null)]));
      const replay = replayOf([mapped('1', null), mapped('2', 'anew')], { mapperVersion: 2 });
      assert.deepEqual(await storage.replay(replay), {
        changes: [
          { resource: 'orders', id: '2', before: orderOf('2').record, after: orderOf('2', { note: 'anew' }).record },
        ],
        unchanged: 1,
        overtaken: 0,
        sequence: 3,
      });
      const [same, changed] = [await stored(storage, 'orders', '1'), await stored(storage, 'orders', '2')];
      assert.deepEqual([same.mapperVersion, same.syncedAt], [2, minute(1)]);
      assert.deepEqual([changed.mapperVersion, changed.syncedAt, changed.note], [2, minute(50), 'anew']);
    },
    broken: storage => ({
      ...storage,
      async replay(replay) {
        const result = await storage.replay(replay);
        return { ...result, changes: result.changes.map(change => ({ ...change, before: null })) };
      },
    }),
  },

  'a replay tells what it adds, deletes and restores, and twice it does nothing': {
    async holds(storage) {
      await withShop(storage);
      const native = nativeOf('1');
      await storage.commit(pageOf([{ native, records: [orderOf('1'), paymentOf('p1', '1')] }]));
      const other = replayOf([{ native, records: [orderOf('1'), paymentOf('p2', '1')] }]);
      const told = async (replay: Replay) =>
        (await storage.replay(replay)).changes.map(({ id, before, after }) => [id, before?.id, after?.id]);
      assert.deepEqual(await told(other), [
        ['p2', undefined, 'p2'],
        ['p1', 'p1', undefined],
      ]);
      assert.deepEqual(await told(other), []);
      const back = replayOf([{ native, records: [paymentOf('p1', '1')] }]);
      assert.deepEqual(await told(back), [
        ['p1', undefined, 'p1'],
        ['1', '1', undefined],
        ['p2', 'p2', undefined],
      ]);
      const payments = await collect(storage, { resource: 'payments' });
      assert.deepEqual(
        payments.map(({ id }) => id),
        ['p1'],
      );
    },
    broken: storage => ({
      ...storage,
      async replay(replay) {
        const result = await storage.replay(replay);
        return { ...result, changes: result.changes.filter(({ after }) => after !== null) };
      },
    }),
  },

  'a replay is one transaction: when it fails in the middle nothing of it is kept': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null), mapped('2', null)]));
      const failing = replayOf([mapped('1', 'anew'), { native: nativeOf('2', unreadable), records: [] }]);
      await assert.rejects(storage.replay(failing));
      assert.equal((await stored(storage, 'orders', '1')).note, null);
    },
    broken: storage => ({
      ...storage,
      async replay(replay) {
        let result: ReplayResult = nothingReplayed;
        for (const native of replay.natives) result = await storage.replay({ ...replay, natives: [native] });
        return result;
      },
    }),
  },

  'a replay moves no checkpoint, and what it writes does not count as met': {
    async holds(storage) {
      await withShop(storage);
      const window = { since: null, until: minute(20), resume: 'page 2', runId: 'run-2', full: true };
      const checkpoint = { mark: null, window };
      await storage.commit(pageOf([mapped('1', null), mapped('2', null)]));
      await storage.commit(pageOf([mapped('1', null)], { runId: 'run-2', checkpoint }));
      await storage.replay(replayOf([mapped('1', 'anew'), mapped('2', 'anew')]));
      assert.deepEqual(await storage.checkpoint('shop', 'orders'), checkpoint);
      assert.equal((await storage.sweep(sweepOf('run-2'))).deleted, 1);
      assert.equal((await stored(storage, 'orders', '1')).deletedAt, null);
    },
    broken: storage => ({
      ...storage,
      async replay(replay) {
        const checkpoint = (await storage.checkpoint('shop', 'orders')) ?? { mark: null, window: null };
        await storage.commit({ ...replay, stream: 'orders', runId: 'a replay', checkpoint });
        return nothingReplayed;
      },
    }),
  },

  'a replay sets aside and takes out of it; what was stored of a record that is set aside stays': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null)], { setAside: [setAsideOf('2')] }));
      const { native } = setAsideOf('2');
      const failed = { native: nativeOf('1'), reason: 'it does not map any more', path: 'note' };
      const result = await storage.replay(replayOf([{ native, records: [orderOf('2')] }], { setAside: [failed] }));
      assert.deepEqual(
        result.changes.map(({ id }) => id),
        ['2'],
      );
      assert.deepEqual(await storage.setAside(), [{ ...failed, connectionId: 'shop', at: minute(50) }]);
      assert.equal((await stored(storage, 'orders', '1')).deletedAt, null);
      assert.deepEqual(await storage.nativeOf('shop', 'orders', '2'), native);
    },
    broken: storage => replaying(storage, replay => ({ ...replay, setAside: [] })),
  },

  'a native record that could not be served comes as it was stored before, is replayed, and stays set aside': {
    async holds(storage) {
      await withShop(storage);
      const unserved = (id: string) => ({ native: { ...nativeOf(id), body: null }, reason: '500', path: null });
      await storage.commit(pageOf([mapped('1', null), mapped('2', null)]));
      await storage.commit(pageOf([], { setAside: ['1', '2', '3'].map(unserved) }));
      assert.deepEqual(idsOf(await nativesOf(storage)), ['1 false', '2 false', '3 true']);
      assert.deepEqual((await nativesOf(storage))[0]?.native, nativeOf('1'));
      assert.deepEqual(idsOf(await nativesOf(storage, { ...orders, setAside: true })), ['3 true']);
      const failed = { native: nativeOf('2'), reason: 'it does not map any more', path: 'note' };
      const result = await storage.replay(replayOf([mapped('1', 'anew')], { setAside: [failed] }));
      assert.deepEqual([result.changes.length, result.overtaken], [1, 0]);
      assert.equal((await stored(storage, 'orders', '1')).note, 'anew');
      assert.deepEqual(
        (await storage.setAside()).map(({ native, reason }) => [native.id, native.body, reason]),
        ['1', '2', '3'].map(id => [id, null, '500']),
      );
    },
    broken: storage => ({
      ...storage,
      async *natives(query) {
        const waiting = new Map((await storage.setAside()).map(({ native }) => [native.id, native]));
        for await (const batch of storage.natives(query))
          yield batch.map(({ native }) => ({
            native: waiting.get(native.id) ?? native,
            setAside: waiting.has(native.id),
          }));
      },
    }),
  },

  'a native record that came anew, or went, since it was read is left alone': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null), mapped('2', null), mapped('3', null)]));
      const anew = { native: nativeOf('1', { anew: true }), records: [orderOf('1', { note: 'anew' })] };
      await storage.commit(pageOf([anew, mapped('3', null)], { runId: 'run-2' }));
      await storage.sweep(sweepOf('run-2'));
      await storage.commit(pageOf([], { setAside: [setAsideOf('3')] }));
      const late = [mapped('1', 'late'), mapped('2', 'late'), mapped('3', 'late')];
      const failed = { native: nativeOf('2'), reason: 'late', path: null };
      const result = await storage.replay(replayOf(late, { setAside: [failed] }));
      assert.deepEqual([result.changes, result.unchanged, result.overtaken], [[], 0, 4]);
      assert.equal((await stored(storage, 'orders', '1')).note, 'anew');
      assert.notEqual((await stored(storage, 'orders', '2')).deletedAt, null);
      assert.deepEqual(
        (await storage.setAside()).map(({ native }) => native.id),
        ['3'],
      );
    },
    broken: storage =>
      replaying(storage, replay => ({
        ...replay,
        natives: replay.natives.map(({ records }) => ({ native: nativeOf('1', { anew: true }), records })),
      })),
  },

  'of a record that several native records yield the owner’s version stands, in whatever order they are replayed': {
    async holds(storage) {
      await withShop(storage);
      const ann = (id: string, note: string) => ({
        native: nativeOf(id),
        records: [customerOf('ann', { note, sourceModifiedAt: null })],
      });
      await storage.commit(pageOf([ann('2', 'two'), ann('1', 'one')]));
      const result = await storage.replay(replayOf([ann('1', 'one, anew'), ann('2', 'two, anew')]));
      assert.equal((await stored(storage, 'customers', 'ann')).note, 'one, anew');
      assert.equal(result.changes.length, 1);
      await storage.commit(pageOf([{ native: nativeOf('1'), records: [] }], { mapperVersion: 2 }));
      assert.equal((await stored(storage, 'customers', 'ann')).deletedAt, null);
    },
    broken: storage => replaying(storage, replay => ({ ...replay, natives: replay.natives.slice(1) })),
  },

  'what was replayed is not written again by the next run that meets it': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([mapped('1', null)]));
      await storage.replay(replayOf([mapped('1', 'anew')], { mapperVersion: 2 }));
      const next = await storage.commit(pageOf([{ native: nativeOf('1'), records: [] }], { mapperVersion: 2 }));
      assert.deepEqual(countsOf(next), { stored: 0, unchanged: 0 });
      assert.equal((await stored(storage, 'orders', '1')).deletedAt, null);
    },
    broken: storage => replaying(storage, replay => ({ ...replay, shop: { ...replay.shop, currency: 'NZD' } })),
  },
} satisfies StorageRules;
