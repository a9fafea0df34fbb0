import assert from 'node:assert/strict';
import { countsOf, idsOf, stored, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { customerOf, minute, nativeOf, nothingStored, orderOf, pageOf, paymentOf, yielding } from '../samples.js';

const ann = (note: string, at: number) => customerOf('ann', { note, sourceModifiedAt: minute(at) });

export const deletingRules = {
  'a record that its native record yields no more is marked deleted, and its native record stays': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', orderOf('1'), paymentOf('p1', '1'), paymentOf('p2', '1'))]));
      const result = await storage.commit(
        pageOf([yielding('1', orderOf('1'), paymentOf('p2', '1'))], { at: minute(4) }),
      );
      assert.deepEqual(countsOf(result), { stored: 1, unchanged: 2 });
      const gone = await stored(storage, 'payments', 'p1');
      assert.deepEqual([gone.deletedAt, gone.syncedAt], [minute(4), minute(4)]);
      assert.equal((await stored(storage, 'payments', 'p2')).deletedAt, null);
      assert.equal((await storage.nativeOf('shop', 'payments', 'p1'))?.id, '1');
    },
    broken: storage => ({
      ...storage,
      async record(connectionId, resource, id) {
        const record = await storage.record(connectionId, resource, id);
        return record && { ...record, deletedAt: null };
      },
    }),
  },

  'a deleted record that comes back is restored': {
    async holds(storage) {
      await withShop(storage);
      const both = yielding('1', orderOf('1'), paymentOf('p1', '1'));
      await storage.commit(pageOf([both]));
      await storage.commit(pageOf([yielding('1', orderOf('1'))], { at: minute(2) }));
      assert.deepEqual(countsOf(await storage.commit(pageOf([both], { at: minute(3) }))), { stored: 1, unchanged: 1 });
      const back = await stored(storage, 'payments', 'p1');
      assert.deepEqual([back.deletedAt, back.syncedAt], [null, minute(3)]);
      assert.deepEqual(await idsOf(storage, { resource: 'payments' }), ['p1']);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const natives = [];
        for (const { native, records } of page.natives) {
          const deleted = await Promise.all(
            records.map(async ({ resource, record }) => (await storage.record('shop', resource, record.id))?.deletedAt),
          );
          natives.push({ native, records: records.filter((_, position) => !deleted[position]) });
        }
        return storage.commit({ ...page, natives });
      },
    }),
  },

  'of a record that two native records yield the newer version stands, whichever comes last': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('new', ann('newer', 9))]));
      const older = await storage.commit(pageOf([yielding('old', ann('older', 3))]));
      assert.deepEqual(countsOf(older), { stored: 0, unchanged: 1 });
      assert.equal((await stored(storage, 'customers', 'ann')).note, 'newer');
      await storage.commit(pageOf([yielding('newest', ann('newest', 12))]));
      assert.equal((await stored(storage, 'customers', 'ann')).note, 'newest');
      assert.equal((await storage.nativeOf('shop', 'customers', 'ann'))?.id, 'newest');
    },
    broken: storage => ({
      ...storage,
      commit(page) {
        const timeless = structuredClone(page);
        for (const { records } of timeless.natives) {
          for (const { record } of records) record.sourceModifiedAt = null;
        }
        return storage.commit(timeless);
      },
    }),
  },

  'an older version from its own native record stands': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', ann('newer', 9))]));
      await storage.commit(pageOf([yielding('1', ann('taken back', 3))]));
      assert.equal((await stored(storage, 'customers', 'ann')).note, 'taken back');
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        const before = await storage.record('shop', 'customers', 'ann');
        return before === null ? storage.commit(page) : { ...nothingStored, unchanged: 1 };
      },
    }),
  },

  'a record that two native records yield is there until neither does': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', ann('one', 1)), yielding('2', ann('two', 2))]));
      await storage.commit(pageOf([yielding('2')]));
      assert.equal((await stored(storage, 'customers', 'ann')).deletedAt, null);
      await storage.commit(pageOf([yielding('1', ann('one', 1))], { at: minute(6) }));
      assert.equal((await stored(storage, 'customers', 'ann')).note, 'one');
      await storage.commit(pageOf([yielding('1')], { at: minute(7) }));
      assert.equal((await stored(storage, 'customers', 'ann')).deletedAt, minute(7));
    },
    broken: storage => ({
      ...storage,
      commit(page) {
        const emptied = page.natives.some(({ records }) => records.length === 0);
        const natives = emptied ? [{ native: nativeOf('1', 'emptied'), records: [] }] : [];
        return storage.commit({ ...page, natives: [...page.natives, ...natives] });
      },
    }),
  },
} satisfies StorageRules;
