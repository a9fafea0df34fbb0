import assert from 'node:assert/strict';
import type { Entry } from '@cartograph/core';
import type { StorageRules } from '../rule.js';

const entryOf = (id: string, body: unknown, kind = 'company'): Entry => ({ kind, id, body: JSON.stringify(body) });

export const entryRules: StorageRules = {
  'entries come by kind in the order in which they were made, each as it was saved last, until they are deleted': {
    async holds(storage) {
      const [later, earlier] = [entryOf('b', { name: 'Tête' }), entryOf('a', {})];
      for (const entry of [later, earlier, entryOf('b', 1, 'webhook'), entryOf('c', 2)]) await storage.saveEntry(entry);
      const changed = entryOf('b', { name: 'Queue' });
      await storage.saveEntry(changed);
      await storage.deleteEntry('company', 'c');
      await storage.deleteEntry('company', 'nobody');
      assert.deepEqual(await storage.entries('company'), [changed, earlier]);
      assert.deepEqual(await storage.entry('company', 'b'), changed);
      assert.deepEqual(await storage.entry('webhook', 'b'), entryOf('b', 1, 'webhook'));
      assert.equal(await storage.entry('company', 'c'), null);
      assert.deepEqual(await storage.entries('nothing'), []);
    },
    broken: storage => ({ ...storage, deleteEntry: async () => {} }),
  },
};
