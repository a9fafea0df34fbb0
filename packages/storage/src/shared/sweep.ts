import type { Sweep, SweepResult } from '@cartograph/core';
import { appendChanges, type Writing } from './feed.js';
import { passFence } from './lease.js';
import { releaseNative } from './release.js';
import { saveShape } from './shape.js';
import type { Tables } from './tables.js';
import { unmetNatives } from './unmet.js';

/** Marks deleted what only native records yield that the run did not meet; the driver makes it one transaction. */
export function sweepStream(tables: Tables, sweep: Sweep): SweepResult {
  const { connectionId, stream, at, checkpoint, evidence = 'enumeration' } = sweep;
  passFence(tables, sweep, stream);
  const writing: Writing = { connectionId, at, changes: [] };
  const anySetAside = tables.hasSetAside(connectionId, stream);
  for (const { key, id, gone } of unmetNatives(tables, sweep)) {
    if (anySetAside) tables.removeSetAside({ connectionId, stream, id });
    if (!gone) releaseNative(tables, writing, key, evidence);
  }
  tables.saveCheckpoint(connectionId, stream, checkpoint);
  if (sweep.shape) saveShape(tables, sweep, sweep.shape);
  return { deleted: writing.changes.length, sequence: appendChanges(tables, writing) };
}
