import type { Instant } from '@cartograph/core';
import { appendChanges } from './feed.js';
import type { RowKey, Tables } from './tables.js';

const batchSize = 1000;

/**
 * A connection goes, in the transaction that removes its rows: the change feed tells every record of it as deleted, and
 * whoever still writes through it is stopped, also when one of the same name is added later.
 */
export function forgetConnection(tables: Tables, connectionId: string, at: Instant): void {
  for (const lease of tables.leasesOf(connectionId))
    tables.saveLease({ ...lease, owner: null, token: lease.token + 1 });
  let after: RowKey | null = null;
  for (;;) {
    const batch = tables.liveRecords(connectionId, after, batchSize);
    const changes = batch.map(({ resource, id }) => [resource, 'deleted', id] as const);
    appendChanges(tables, { connectionId, at, changes });
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchSize) return;
    after = last.key;
  }
}
