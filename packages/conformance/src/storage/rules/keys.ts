import assert from 'node:assert/strict';
import type { ApiKey } from '@cartograph/core';
import type { StorageRules } from '../rule.js';
import { minute } from '../samples.js';

const keyOf = (id: string, over: Partial<ApiKey> = {}): ApiKey => ({
  id,
  name: `Key ${id}`,
  hash: 'ab'.repeat(32),
  scope: 'read',
  connections: null,
  requestsPerMinute: 600,
  createdAt: minute(1),
  revokedAt: null,
  ...over,
});

export const keyRules = {
  'API keys are found by id, and listed in the order in which they were made': {
    async holds(storage) {
      await storage.saveApiKey(keyOf('second', { connections: ['shop'] }));
      await storage.saveApiKey(keyOf('first'));
      assert.deepEqual(await storage.apiKey('second'), keyOf('second', { connections: ['shop'] }));
      assert.equal(await storage.apiKey('nobody'), null);
      assert.deepEqual(await storage.apiKeys(), [keyOf('second', { connections: ['shop'] }), keyOf('first')]);
    },
    broken: storage => ({ ...storage, apiKeys: async () => (await storage.apiKeys()).toReversed() }),
  },

  'an API key that is revoked keeps its place and its id': {
    async holds(storage) {
      for (const id of ['one', 'two']) await storage.saveApiKey(keyOf(id));
      await storage.saveApiKey(keyOf('one', { revokedAt: minute(2) }));
      assert.equal((await storage.apiKey('one'))?.revokedAt, minute(2));
      assert.deepEqual(
        (await storage.apiKeys()).map(({ id }) => id),
        ['one', 'two'],
      );
    },
    broken: storage => ({
      ...storage,
      saveApiKey: async key => (key.revokedAt === null ? storage.saveApiKey(key) : undefined),
    }),
  },
} satisfies StorageRules;
