import assert from 'node:assert/strict';
import type { Storage } from '@cartograph/core';
import type { Test } from '../connector/conformance.js';
import type { StorageRules } from './rule.js';
import { committingRules } from './rules/committing.js';
import { connectionRules } from './rules/connections.js';
import { deletingRules } from './rules/deleting.js';
import { documentRules } from './rules/documents.js';
import { driftingRules } from './rules/drifting.js';
import { entryRules } from './rules/entries.js';
import { keyRules } from './rules/keys.js';
import { leasingRules } from './rules/leasing.js';
import { provingRules } from './rules/proving-deletions.js';
import { queryingRules } from './rules/querying.js';
import { readingRules } from './rules/reading.js';
import { replayingRules } from './rules/replaying.js';
import { settingAsideRules } from './rules/setting-aside.js';
import { sweepingRules } from './rules/sweeping.js';
import { changeRules } from './rules/telling-changes.js';
import { eventRules } from './rules/telling-events.js';

/** Makes an empty storage; whoever asks for it closes it. */
export type CreateStorage = () => Storage | Promise<Storage>;

const rules: StorageRules = {
  ...connectionRules,
  ...committingRules,
  ...deletingRules,
  ...sweepingRules,
  ...settingAsideRules,
  ...readingRules,
  ...queryingRules,
  ...keyRules,
  ...replayingRules,
  ...driftingRules,
  ...changeRules,
  ...leasingRules,
  ...provingRules,
  ...documentRules,
  ...entryRules,
  ...eventRules,
};

/** Holds a driver to every rule of storage, a test a rule. */
export function storageConformance(test: Test, create: CreateStorage): void {
  for (const [sentence, { holds }] of Object.entries(rules)) {
    test(sentence, () => withStorage(create, holds));
  }
}

/** Shows of every rule that it catches a driver that breaks it; the driver handed in keeps them all and is made of functions. */
export function storageConformanceProof(test: Test, create: CreateStorage): void {
  for (const [sentence, { holds, broken }] of Object.entries(rules)) {
    test(`a broken driver is caught by: ${sentence}`, () =>
      withStorage(create, async storage => {
        await assert.rejects(holds(broken(storage)), { code: 'ERR_ASSERTION' });
      }));
  }
}

async function withStorage(create: CreateStorage, use: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await create();
  try {
    await use(storage);
  } finally {
    await storage.close();
  }
}
