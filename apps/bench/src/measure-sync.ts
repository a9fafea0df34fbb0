import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { bigcommerce } from '@cartograph/bigcommerce';
import { createHost } from '@cartograph/connector-kit';
import { parseConfig } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { syncConnection } from '@cartograph/sync';
import { measure } from './measured.js';

/** A full sync of the orders into a new SQLite file: read, check, translate, check again, store with native bodies. */
const config = parseConfig(bigcommerce, {
  ...JSON.parse(await text(process.stdin)),
  payments: 'header',
  includeIncomplete: true,
});
const folder = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
const storage = createSqliteStorage({ path: join(folder, 'bench.db') });
const connection = {
  id: 'bench',
  platform: bigcommerce.id,
  settings: '',
  shop: bigcommerce.emptyShop,
  createdAt: new Date().toISOString(),
  pausedBecause: null,
};

try {
  await measure(async () => {
    await storage.saveConnection(connection);
    const common = { connection, connector: bigcommerce, config, storage, host: createHost() };
    const { streams } = await syncConnection({ ...common, runId: 'bench', full: true, streams: ['orders'] });
    const run = streams.orders;
    if (run?.outcome !== 'complete' || run.setAside > 0)
      throw new Error(`the sync did not complete: ${JSON.stringify(run)}`);
    return run.seen;
  });
} finally {
  await storage.close();
  rmSync(folder, { recursive: true });
}
