import type { Sweep } from '@cartograph/core';
import { unknownConnection } from './connection.js';
import { heldRecords, releaseRecord } from './release.js';
import { saveShape } from './shape.js';
import type { Tables } from './tables.js';

/** Marks deleted what only native records yield that the run did not meet; the driver makes it one transaction. */
export function sweepStream(tables: Tables, sweep: Sweep): number {
  const { connectionId, stream, runId, at, checkpoint } = sweep;
  if (tables.shop(connectionId) === null) throw unknownConnection(connectionId);
  const anySetAside = tables.hasSetAside(connectionId, stream);
  let deleted = 0;
  for (const { key, id, gone } of tables.unmetNatives(connectionId, stream, runId)) {
    if (anySetAside) tables.removeSetAside({ connectionId, stream, id });
    if (gone) continue;
    for (const held of heldRecords(tables, key)) {
      if (releaseRecord(tables, held, key, at)) deleted += 1;
    }
    tables.loseNative(key);
  }
  tables.saveCheckpoint(connectionId, stream, checkpoint);
  if (sweep.shape) saveShape(tables, sweep, sweep.shape);
  return deleted;
}
