import type { PageCommit, ShapeUpdate, Sweep } from '@cartograph/core';
import type { Tables } from './tables.js';

/** Keeps what a page or a sweep knows of the shape of its stream, with the drift that it noticed. */
export function saveShape(
  tables: Pick<Tables, 'saveShape' | 'addDrift'>,
  { connectionId, stream, at }: Pick<PageCommit | Sweep, 'connectionId' | 'stream' | 'at'>,
  { shape, drifts }: ShapeUpdate,
): void {
  tables.saveShape(connectionId, stream, shape);
  for (const drift of drifts) tables.addDrift({ ...drift, connectionId, stream, at });
}
