import type { Run } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { isBrokenOff, shownRun } from './broken-off.js';
import { syncConnection } from './sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from './testing/literal.js';

/** The run as a process leaves it that is killed while its second page is read. */
async function killedRun(): Promise<Run> {
  const [shop, storage] = [createLiteralShop(), createMemoryStorage()];
  await storage.saveConnection(literalConnection);
  let left: Run | undefined;
  shop.onPage = async page => {
    if (page === 2) [left] = await storage.runs('shop', 1);
  };
  const common = { connection: literalConnection, connector: literalConnector(shop), config: {}, storage };
  await syncConnection({
    ...common,
    host: literalHost(),
    runId: 'r1',
    holder: { owner: 'process 1', holder: 'process 1' },
  });
  if (!left) throw new Error('no run was kept');
  return left;
}

test('a run whose process is dead is shown as broken off, with what each page left in it', async () => {
  const run = await killedRun();
  expect(run).toMatchObject({ finishedAt: null, streams: { payments: { outcome: 'running' } } });
  const shown = shownRun(run, owner => owner === 'process 1');
  expect(shown.streams.payments).toMatchObject({
    seen: run.streams.payments?.seen,
    outcome: 'incomplete',
    reason: expect.stringContaining('broken off'),
  });
  expect(shown.streams.payments?.seen).toBeGreaterThan(0);
});

test('a run whose process lives, or of which nothing is known, is shown as it is', async () => {
  const { owner: _owner, ...unknown } = await killedRun();
  expect(shownRun(unknown, () => true)).toBe(unknown);
  expect(isBrokenOff({ ...unknown, owner: 'process 2' }, () => false)).toBe(false);
});
