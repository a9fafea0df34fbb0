import {
  type Instant,
  type NativeRecord,
  type RecordQuery,
  type ResourceName,
  resourceNames,
  type SetAsideRecord,
  type StoredRecord,
} from '@cartograph/core';
import type { Database, Statement } from 'better-sqlite3';
import { toNativeRecord, toSetAsideRecord } from '../shared/decoded.js';
import type { RecordName } from '../shared/tables.js';
import { type BlockRow, inflate } from './blocks.js';
import { type Position, recordColumns, recordsQuery } from './records-query.js';

interface RecordRow {
  readonly connectionId: string;
  readonly id: string;
  /** What storage adds included. */
  readonly body: string;
}

interface NativeRow extends BlockRow {
  readonly stream: string;
  readonly id: string;
  readonly modifiedAt: Instant | null;
  readonly start: number;
  readonly length: number;
}

const bodyOf = (row: NativeRow): string => inflate(row).toString('utf8', row.start, row.start + row.length);

const batchSize = 250;

export function reader(database: Database) {
  const record = database.prepare<[string, string, string], RecordRow>(
    `SELECT ${recordColumns} FROM records WHERE resource = ? AND connection_id = ? AND id = ?`,
  );
  const native = database.prepare<[string, string, string], NativeRow>(`
    SELECT natives.stream, natives.id, natives.modified_at AS modifiedAt, natives.start, natives.length,
      native_blocks.deflated, native_blocks.body
    FROM records JOIN natives ON natives.key = records.native_key
    JOIN native_blocks ON native_blocks.key = natives.block_key
    WHERE records.resource = ? AND records.connection_id = ? AND records.id = ?`);
  // Two counts over indexes alone: asking each row whether it is deleted would read every body's page.
  const count = database
    .prepare<Record<'resource' | 'connectionId', string>, number>(`
      SELECT (SELECT count(*) FROM records WHERE resource = $resource AND connection_id = $connectionId)
        - (SELECT count(*) FROM records WHERE resource = $resource AND connection_id = $connectionId
          AND deleted_at IS NOT NULL)`)
    .pluck();
  const setAside = database.prepare<[string | null], Parameters<typeof toSetAsideRecord>[0]>(`
    SELECT connection_id AS connectionId, stream, native_id AS id, modified_at AS modifiedAt, reason, path, at, body
    FROM set_aside WHERE connection_id = coalesce(?, connection_id) ORDER BY connection_id, stream, native_id`);
  const queries = new Map<string, Statement<(string | number)[], RecordRow>>();

  function batch(query: RecordQuery, after: Position | null, limit: number): readonly RecordRow[] {
    const { sql, values } = recordsQuery(query, after, limit);
    const statement = queries.get(sql) ?? database.prepare<(string | number)[], RecordRow>(sql);
    queries.set(sql, statement);
    return statement.all(...values);
  }

  return {
    /** In batches, each a question of its own: nothing stays open in between, and writers are not held up. */
    *batches(query: RecordQuery): Generator<readonly RecordRow[]> {
      let after: Position | null = null;
      let left = query.limit ?? Number.POSITIVE_INFINITY;
      while (left > 0) {
        const asked = Math.min(left, batchSize);
        const rows = batch(query, after, asked);
        yield rows;
        const last = rows.at(-1);
        if (last === undefined || rows.length < asked) return;
        after = { connectionId: last.connectionId, id: last.id };
        left -= rows.length;
      }
    },
    record<Name extends ResourceName>({ connectionId, resource, id }: RecordName): StoredRecord<Name> | null {
      const row = record.get(resource, connectionId, id);
      return row === undefined ? null : JSON.parse(row.body);
    },
    nativeOf({ connectionId, resource, id }: RecordName): NativeRecord | null {
      const row = native.get(resource, connectionId, id);
      return row === undefined ? null : toNativeRecord({ ...row, body: bodyOf(row) });
    },
    counts(connectionId: string): Record<ResourceName, number> {
      const counts = resourceNames.map(resource => [resource, count.get({ resource, connectionId }) ?? 0] as const);
      return Object.fromEntries(counts) as Record<ResourceName, number>;
    },
    setAside: (connectionId?: string): readonly SetAsideRecord[] =>
      setAside.all(connectionId ?? null).map(toSetAsideRecord),
  };
}
