import type { Meeting, MeetResult } from '@cartograph/core';
import { passFence } from './lease.js';
import type { Tables } from './tables.js';

/** Notes that the stream still has these ids; the driver makes it one transaction. */
export function meetPage(tables: Tables, meeting: Meeting): MeetResult {
  const { connectionId, stream, runId, ids, checkpoint } = meeting;
  passFence(tables, meeting, stream);
  const anySetAside = tables.hasSetAside(connectionId, stream);
  const missing = ids.filter(id => {
    const name = { connectionId, stream, id };
    const known = tables.findNative(name);
    if (known === undefined) return true;
    if (known.runId !== runId) tables.meetNative(known.key, runId);
    return known.hash === null && !(anySetAside && tables.setAsideBody(name) !== undefined);
  });
  tables.saveCheckpoint(connectionId, stream, checkpoint);
  return { missing };
}
