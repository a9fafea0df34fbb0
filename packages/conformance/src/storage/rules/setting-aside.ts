import assert from 'node:assert/strict';
import type { SetAside, SetAsideRecord } from '@cartograph/core';
import { stored, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { connectionOf, minute, orderOf, pageOf, setAsideOf, yielding } from '../samples.js';

export const settingAsideRules = {
  'a set-aside record is kept with its reason, path and native record, and what was stored of it stays': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([yielding('1', orderOf('1'))]));
      await storage.commit(pageOf([], { at: minute(2), setAside: [setAsideOf('1')] }));
      const expected: SetAsideRecord = { ...setAsideOf('1'), connectionId: 'shop', at: minute(2) };
      assert.deepEqual(await storage.setAside('shop'), [expected]);
      const record = await stored(storage, 'orders', '1');
      assert.deepEqual([record.deletedAt, record.syncedAt], [null, minute(1)]);
      assert.deepEqual((await storage.nativeOf('shop', 'orders', '1'))?.body, yielding('1', orderOf('1')).native.body);
    },
    broken: storage => ({
      ...storage,
      setAside: async connectionId => (await storage.setAside(connectionId)).map(record => ({ ...record, path: null })),
    }),
  },

  'a later failure of the same native record replaces the earlier one': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([], { setAside: [setAsideOf('1', 'first reason'), setAsideOf('2')] }));
      await storage.commit(pageOf([], { setAside: [setAsideOf('1', 'second reason')] }));
      const found = await storage.setAside('shop');
      assert.deepEqual(
        found.map(({ native }) => native.id),
        ['1', '2'],
      );
      assert.equal(found[0]?.reason, 'second reason');
    },
    broken(storage) {
      const earlier: SetAsideRecord[] = [];
      return {
        ...storage,
        async commit(page) {
          earlier.push(...(await storage.setAside()));
          return storage.commit(page);
        },
        setAside: async connectionId => [...earlier, ...(await storage.setAside(connectionId))],
      };
    },
  },

  'a later success of the same native record removes it, even when that is stored as it is': {
    async holds(storage) {
      await withShop(storage);
      const good = yielding('1', orderOf('1'));
      await storage.commit(pageOf([good]));
      await storage.commit(pageOf([], { setAside: [setAsideOf('1'), setAsideOf('2')] }));
      await storage.commit(pageOf([good, yielding('2', orderOf('2'))]));
      assert.deepEqual(await storage.setAside(), []);
      assert.equal((await stored(storage, 'orders', '2')).deletedAt, null);
    },
    broken(storage) {
      const earlier: SetAside[] = [];
      return {
        ...storage,
        async commit(page) {
          earlier.push(...page.setAside);
          return storage.commit({ ...page, setAside: earlier });
        },
      };
    },
  },

  'set-aside records are those of the connection, or of all': {
    async holds(storage) {
      for (const connectionId of ['shop', 'other']) {
        await storage.saveConnection(connectionOf(connectionId));
        await storage.commit(pageOf([], { connectionId, setAside: [setAsideOf('1')] }));
      }
      assert.deepEqual(
        (await storage.setAside('shop')).map(record => record.connectionId),
        ['shop'],
      );
      assert.deepEqual(
        (await storage.setAside()).map(record => record.connectionId),
        ['other', 'shop'],
      );
    },
    broken: storage => ({ ...storage, setAside: () => storage.setAside() }),
  },
} satisfies StorageRules;
