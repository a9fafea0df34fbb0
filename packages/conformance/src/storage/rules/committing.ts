import assert from 'node:assert/strict';
import type { Checkpoint, CommitResult } from '@cartograph/core';
import { countsOf, idsOf, stored, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import {
  connectionOf,
  minute,
  nativeOf,
  nothingStored,
  noWindow,
  orderOf,
  pageOf,
  paymentOf,
  runOf,
  sweepOf,
  unreadable,
  yielding,
} from '../samples.js';

const window = { since: minute(0), until: minute(20), resume: 'page 2', runId: 'run-1', full: true };

export const committingRules = {
  'a committed record comes back with what storage adds, and with its native record': {
    async holds(storage) {
      await withShop(storage);
      const order = orderOf('1');
      const native = nativeOf('n1', { id: 1, total: '10.0000', lines: [{ sku: null }] });
      const result = await storage.commit(pageOf([{ native, records: [order] }], { mapperVersion: 7 }));
      assert.deepEqual(countsOf(result), { stored: 1, unchanged: 0 });
      assert.deepEqual(await stored(storage, 'orders', '1'), {
        ...order.record,
        connectionId: 'shop',
        platform: 'example',
        syncedAt: minute(1),
        deletedAt: null,
        deletedBecause: null,
        mapperVersion: 7,
      });
      assert.deepEqual(await storage.nativeOf('shop', 'orders', '1'), native);
    },
    broken: storage => ({
      ...storage,
      async nativeOf(connectionId, resource, id) {
        const native = await storage.nativeOf(connectionId, resource, id);
        return native && { ...native, modifiedAt: null };
      },
    }),
  },

  'a page is one transaction: when it fails in the middle nothing of it is kept': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', orderOf('1'))]));
      const page = pageOf(
        [
          yielding('1', orderOf('1', { note: 'changed' })),
          yielding('2', orderOf('2')),
          { native: nativeOf('3', unreadable), records: [orderOf('3')] },
        ],
        { checkpoint: { mark: minute(5), window: null } },
      );
      await assert.rejects(storage.commit(page));
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1']);
      assert.equal((await stored(storage, 'orders', '1')).note, null);
      assert.deepEqual(await storage.checkpoint('shop', 'orders'), noWindow);
      assert.equal((await storage.commit(pageOf([yielding('2', orderOf('2'))]))).stored, 1);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const { natives, ...rest } = page;
        let result = nothingStored;
        for (const native of natives) result = await storage.commit({ ...rest, natives: [native] });
        return result;
      },
    }),
  },

  'the run is kept with the page as the page leaves it, or not at all': {
    async holds(storage) {
      await withShop(storage);
      const run = ({ stored: requests }: CommitResult) => runOf('run-1', { requests });
      const [first, second] = [yielding('1', orderOf('1')), yielding('2', orderOf('2'))];
      await storage.commit(pageOf([first, second], { run }));
      assert.deepEqual(await storage.runs('shop', 10), [runOf('run-1', { requests: 2 })]);
      const broken = { native: nativeOf('3', unreadable), records: [orderOf('3')] };
      await assert.rejects(storage.commit(pageOf([broken], { run: () => runOf('run-2') })));
      const refuses = () => {
        throw new Error('no certificate');
      };
      await assert.rejects(storage.commit(pageOf([yielding('4', orderOf('4'))], { run: refuses })));
      assert.equal((await storage.runs('shop', 10)).length, 1);
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1', '2']);
    },
    broken: storage => ({
      ...storage,
      async commit({ run, ...page }) {
        const result = await storage.commit(page);
        if (run) await storage.saveRun(run(result));
        return result;
      },
    }),
  },

  'the checkpoint is saved with the page and with the sweep, a stream apart': {
    async holds(storage) {
      await withShop(storage);
      const reading: Checkpoint = { mark: minute(0), window };
      await storage.commit(pageOf([], { checkpoint: reading }));
      await storage.commit(pageOf([], { stream: 'products', checkpoint: noWindow }));
      assert.deepEqual(await storage.checkpoint('shop', 'orders'), reading);
      const done: Checkpoint = { mark: minute(20), window: null };
      await storage.sweep(sweepOf('run-1', { checkpoint: done }));
      assert.deepEqual(await storage.checkpoint('shop', 'orders'), done);
      assert.deepEqual(await storage.checkpoint('shop', 'products'), noWindow);
    },
    broken: storage => ({
      ...storage,
      async checkpoint(connectionId, stream) {
        const checkpoint = await storage.checkpoint(connectionId, stream);
        return checkpoint && { ...checkpoint, window: null };
      },
    }),
  },

  'the checkpoints of a connection come by stream, and no others': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      const reading: Checkpoint = { mark: minute(0), window };
      await storage.commit(pageOf([], { checkpoint: reading }));
      await storage.commit(pageOf([], { stream: 'products', checkpoint: noWindow }));
      await storage.commit(pageOf([], { connectionId: 'other', stream: 'customers', checkpoint: noWindow }));
      const found = await storage.checkpoints('shop');
      assert.deepEqual(Object.fromEntries(found), { orders: reading, products: noWindow });
      assert.equal((await storage.checkpoints('nobody')).size, 0);
    },
    broken: storage => ({
      ...storage,
      checkpoints: async connectionId =>
        new Map([...(await storage.checkpoints(connectionId)), ...(await storage.checkpoints('other'))]),
    }),
  },

  'the same page twice changes nothing': {
    async holds(storage) {
      await withShop(storage);
      const natives = [yielding('1', orderOf('1'), paymentOf('p1', '1')), yielding('2', orderOf('2'))];
      assert.deepEqual(countsOf(await storage.commit(pageOf(natives))), { stored: 3, unchanged: 0 });
      assert.deepEqual(countsOf(await storage.commit(pageOf(natives, { at: minute(9) }))), { stored: 0, unchanged: 3 });
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1', '2']);
      assert.deepEqual(await idsOf(storage, { resource: 'payments' }), ['p1']);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const result = await storage.commit(page);
        return { ...result, stored: result.stored + result.unchanged, unchanged: 0 };
      },
    }),
  },

  'a native record twice in one page is stored once, as it came last': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', orderOf('1')), yielding('1', orderOf('1', { note: 'later' }))]));
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1']);
      assert.equal((await stored(storage, 'orders', '1')).note, 'later');
    },
    broken: storage => ({
      ...storage,
      commit: page => storage.commit({ ...page, natives: page.natives.toReversed() }),
    }),
  },

  'syncedAt moves when the content changed, and only then': {
    async holds(storage) {
      await withShop(storage);
      const commit = async (note: string, raw: string, at: string) =>
        countsOf(
          await storage.commit(
            pageOf([{ native: nativeOf('1', { note, raw }), records: [orderOf('1', { note })] }], { at }),
          ),
        );
      await commit('as it was', 'a', minute(1));
      assert.deepEqual(await commit('as it was', 'b', minute(2)), { stored: 0, unchanged: 1 });
      assert.equal((await stored(storage, 'orders', '1')).syncedAt, minute(1));
      assert.deepEqual(await storage.nativeOf('shop', 'orders', '1'), nativeOf('1', { note: 'as it was', raw: 'b' }));
      assert.deepEqual(await commit('changed', 'c', minute(3)), { stored: 1, unchanged: 0 });
      assert.equal((await stored(storage, 'orders', '1')).syncedAt, minute(3));
    },
    broken(storage) {
      let syncedAt = '';
      return {
        ...storage,
        async commit(page) {
          syncedAt = page.at;
          return storage.commit(page);
        },
        async record(connectionId, resource, id) {
          const record = await storage.record(connectionId, resource, id);
          return record && { ...record, syncedAt };
        },
      };
    },
  },

  'a new mapper version is written down, and moves syncedAt only where the content changed': {
    async holds(storage) {
      await withShop(storage);
      const same = yielding('1', orderOf('1'));
      const { native } = yielding('2', orderOf('2'));
      await storage.commit(pageOf([same, { native, records: [orderOf('2')] }]));
      const better = [same, { native, records: [orderOf('2', { note: 'now mapped' })] }];
      const result = await storage.commit(pageOf(better, { mapperVersion: 2, at: minute(5) }));
      assert.deepEqual(countsOf(result), { stored: 1, unchanged: 1 });
      const [first, second] = [await stored(storage, 'orders', '1'), await stored(storage, 'orders', '2')];
      assert.deepEqual([first.mapperVersion, first.syncedAt], [2, minute(1)]);
      assert.deepEqual([second.mapperVersion, second.syncedAt, second.note], [2, minute(5), 'now mapped']);
    },
    broken: storage => ({ ...storage, commit: page => storage.commit({ ...page, mapperVersion: 1 }) }),
  },

  'a changed shop context has the same native record written anew': {
    async holds(storage) {
      await withShop(storage);
      const native = nativeOf('1');
      await storage.commit(pageOf([{ native, records: [orderOf('1')] }]));
      await storage.saveConnection(
        connectionOf('shop', { shop: { name: 'Renamed', currency: 'NZD', timeZone: null } }),
      );
      await storage.commit(pageOf([{ native, records: [orderOf('1', { shopCurrency: 'NZD' })] }]));
      assert.equal((await stored(storage, 'orders', '1')).shopCurrency, 'NZD');
    },
    broken(storage) {
      const shopOf = async (id: string) => (await storage.connection(id))?.shop;
      return {
        ...storage,
        saveConnection: async connection =>
          storage.saveConnection({ ...connection, shop: (await shopOf(connection.id)) ?? connection.shop }),
      };
    },
  },

  'text and long decimals survive as they are': {
    async holds(storage) {
      await withShop(storage);
      const note = '\u{1F6D2} 漢字 \u{20BB7} é \\ " \' \u0000 \u2028 \ud800 end';
      const amount = '123456789012345678901234567890.123456789012345678901234567890';
      const order = orderOf('🛒/1', { note, exchangeRate: amount });
      const native = nativeOf('🛒/1', { note, amount, tiny: 1e-7, big: 9007199254740991, [note]: [] });
      await storage.commit(pageOf([{ native, records: [order] }]));
      const record = await stored(storage, 'orders', '🛒/1');
      assert.equal(record.note, note);
      assert.equal(record.exchangeRate, amount);
      assert.deepEqual(await storage.nativeOf('shop', 'orders', '🛒/1'), native);
    },
    broken: storage => ({
      ...storage,
      async record(connectionId, resource, id) {
        const record = await storage.record(connectionId, resource, id);
        return record && JSON.parse(JSON.stringify(record).replaceAll(/[\u{10000}-\u{10ffff}]/gu, '\ufffd'));
      },
    }),
  },
} satisfies StorageRules;
