import { setImmediate } from 'node:timers/promises';
import type { Connection, Storage } from '@cartograph/core';
import { type Reconciliation, reconcile } from '@cartograph/sync';

/** Records between two of which other requests are answered. */
const batchSize = 250;

/**
 * Reconciles a connection; asked again before anything has changed in the store, it has the answer. One work serves
 * all who ask meanwhile.
 */
export function createReconciler(storage: Storage): (connection: Connection) => Promise<Reconciliation> {
  const known = new Map<string, { readonly sequence: number; readonly work: Promise<Reconciliation> }>();
  const patient = letOthersIn(storage);
  return async connection => {
    const sequence = await storage.lastSequence();
    const found = known.get(connection.id);
    if (found?.sequence === sequence) return found.work;
    const work = reconcile(patient, connection);
    known.set(connection.id, { sequence, work });
    work.catch(() => known.delete(connection.id));
    return work;
  };
}

const letOthersIn = (storage: Storage): Storage => ({
  ...storage,
  async *records(query) {
    let count = 0;
    for await (const record of storage.records(query)) {
      yield record;
      count += 1;
      if (count % batchSize === 0) await setImmediate();
    }
  },
});
