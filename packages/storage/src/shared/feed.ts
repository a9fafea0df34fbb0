import type { Change, ChangeKind, ChangeQuery, Instant, ResourceName } from '@cartograph/core';
import type { Tables } from './tables.js';

/** The changes of one transaction, as a driver keeps them: one row, whose changes are numbered from `first`. */
export interface ChangeRow {
  readonly first: number;
  readonly connectionId: string;
  readonly at: Instant;
  readonly changes: readonly ChangeEntry[];
}

export type ChangeEntry = readonly [resource: ResourceName, kind: ChangeKind, id: string];

/** Whoever writes records inside a transaction notes here what became of them. */
export interface Writing {
  readonly connectionId: string;
  readonly at: Instant;
  readonly changes: ChangeEntry[];
}

/** Numbers what was noted; the last thing that a transaction does. Answers the sequence that the feed reached. */
export function appendChanges(tables: Tables, { connectionId, at, changes }: Writing): number {
  const last = tables.lastSequence();
  if (changes.length > 0) tables.addChanges({ first: last + 1, connectionId, at, changes });
  return last + changes.length;
}

export const countOf = ({ changes }: Writing, kind: ChangeKind): number =>
  changes.reduce((count, [, other]) => (other === kind ? count + 1 : count), 0);

/** What the query asks for of a row. */
export function* changesIn({ first, connectionId, at, changes }: ChangeRow, query: ChangeQuery): Generator<Change> {
  if (query.connectionId !== undefined && query.connectionId !== connectionId) return;
  for (let position = Math.max(0, query.since + 1 - first); position < changes.length; position += 1) {
    const [resource, kind, id] = changes[position] as ChangeEntry;
    if (query.resource !== undefined && query.resource !== resource) continue;
    yield { sequence: first + position, connectionId, resource, id, kind, at };
  }
}
