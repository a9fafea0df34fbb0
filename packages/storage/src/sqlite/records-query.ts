import type { RecordQuery } from '@cartograph/core';
import { sortable } from '../shared/instants.js';

export interface Position {
  readonly connectionId: string;
  readonly id: string;
}

interface SqlQuery {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The records that answer the query and come after the position, at most `limit` of them. */
export function recordsQuery(query: RecordQuery, after: Position | null, limit: number): SqlQuery {
  const conditions = ['resource = ?'];
  const values: (string | number)[] = [query.resource];
  const where = (condition: string, ...given: string[]) => {
    conditions.push(condition);
    values.push(...given);
  };
  if (query.connectionId !== undefined) where('connection_id = ?', query.connectionId);
  if (query.orderId !== undefined) where('order_id = ?', query.orderId);
  if (query.syncedSince !== undefined) where(`rtrim(synced_at, 'Z') >= ?`, sortable(query.syncedSince));
  if (query.includeDeleted !== true) where('deleted_at IS NULL');
  if (after !== null) {
    // Each form lets SQLite go to the position itself; the general one would read a connection from its beginning.
    if (query.connectionId !== undefined) where('id > ?', after.id);
    else where('(connection_id, id) > (?, ?)', after.connectionId, after.id);
  }
  values.push(limit);
  // Left alone, SQLite prefers the index of the sorting, and reads every payment to find those of one order.
  const from = query.orderId === undefined ? 'records' : 'records INDEXED BY records_by_order';
  const sql = `SELECT ${recordColumns} FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY connection_id, id LIMIT ?`;
  return { sql, values };
}

export const recordColumns = 'connection_id AS connectionId, id, body';
