import type { NativeQuery, StoredNative } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { toNativeRecord } from '../shared/decoded.js';
import { unserved } from '../shared/tables.js';
import { type BlockRow, inflate } from './blocks.js';

interface NativeRow {
  readonly key: number;
  readonly stream: string;
  readonly id: string;
  readonly modifiedAt: string | null;
  readonly block: number;
  readonly start: number;
  readonly length: number;
  /** JSON, and the time, of what is set aside; null where nothing is. */
  readonly waitingBody: string | null;
  readonly waitingModifiedAt: string | null;
}

const batchSize = 250;

export function nativeReader(database: Database) {
  // By key, and not by an index: in that order bodies lie side by side in their blocks.
  const statement = (condition: string) =>
    database.prepare<Record<'after' | 'limit', number> & Record<'connectionId' | 'streams', string>, NativeRow>(`
      SELECT natives.key, natives.stream, natives.id, natives.modified_at AS modifiedAt, natives.block_key AS block,
        natives.start, natives.length, set_aside.body AS waitingBody, set_aside.modified_at AS waitingModifiedAt
      FROM natives NOT INDEXED
      LEFT JOIN set_aside ON set_aside.connection_id = natives.connection_id AND set_aside.stream = natives.stream
        AND set_aside.native_id = natives.id AND (set_aside.body <> '${unserved}' OR natives.hash IS NULL)
      WHERE natives.key > $after AND natives.connection_id = $connectionId
        AND natives.stream IN (SELECT value FROM json_each($streams)) AND ${condition}
      ORDER BY natives.key LIMIT $limit`);
  const all = statement('(natives.hash IS NOT NULL OR set_aside.native_id IS NOT NULL)');
  const waiting = statement('set_aside.native_id IS NOT NULL');
  const block = database.prepare<[number], BlockRow>('SELECT deflated, body FROM native_blocks WHERE key = ?');

  /** Each block is inflated once, however many of its bodies are asked for. */
  function bodiesOf(rows: readonly NativeRow[]): (row: NativeRow) => string {
    const keys = new Set(rows.flatMap(row => (row.waitingBody === null ? [row.block] : [])));
    const inflated = new Map([...keys].map(key => [key, inflate(block.get(key) as BlockRow)]));
    return row => (inflated.get(row.block) as Buffer).toString('utf8', row.start, row.start + row.length);
  }

  function read(query: NativeQuery, after: number): { readonly natives: StoredNative[]; readonly last: number } | null {
    const { connectionId, streams, setAside = false } = query;
    const values = { connectionId, streams: JSON.stringify(streams), after, limit: batchSize };
    const rows = (setAside ? waiting : all).all(values);
    const last = rows.at(-1);
    if (last === undefined) return null;
    const bodyOf = bodiesOf(rows);
    const natives = rows.map(row => {
      const { stream, id, waitingBody } = row;
      return waitingBody === null
        ? { native: toNativeRecord({ stream, id, modifiedAt: row.modifiedAt, body: bodyOf(row) }), setAside: false }
        : {
            native: toNativeRecord({ stream, id, modifiedAt: row.waitingModifiedAt, body: waitingBody }),
            setAside: true,
          };
    });
    return { natives, last: last.key };
  }
  /** Rows and their blocks of the same moment, whoever writes meanwhile. */
  const readAtOnce = database.transaction(read);

  return {
    /** Each batch is a question of its own: nothing stays open in between, and writers are not held up. */
    *batches(query: NativeQuery): Generator<readonly StoredNative[]> {
      for (let batch = readAtOnce(query, 0); batch !== null; batch = readAtOnce(query, batch.last)) yield batch.natives;
    },
  };
}
