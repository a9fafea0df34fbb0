import type { Checkpoint } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { encode } from '../shared/encoding.js';
import type { Tables } from '../shared/tables.js';
import type { Blocks } from './blocks.js';
import { changeTables } from './changes.js';
import { leaseTables } from './leases.js';
import { nativeTables } from './native-tables.js';
import { recordTables } from './record-tables.js';
import { shapeTables } from './shapes.js';

/** The statements are compiled once, here. */
export function sqliteTables(database: Database, bodies: Blocks): Tables {
  const shop = database.prepare<[string], string>('SELECT shop FROM connections WHERE id = ?').pluck();
  const checkpoint = database
    .prepare<[string, string], string>('SELECT checkpoint FROM checkpoints WHERE connection_id = ? AND stream = ?')
    .pluck();
  const checkpoints = database
    .prepare<[string], [string, string]>('SELECT stream, checkpoint FROM checkpoints WHERE connection_id = ?')
    .raw();
  const saveCheckpoint = database.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)');
  const hasSetAside = database.prepare('SELECT 1 FROM set_aside WHERE connection_id = ? AND stream = ? LIMIT 1');
  const putSetAside = database.prepare(`
    INSERT OR REPLACE INTO set_aside (connection_id, stream, native_id, modified_at, reason, path, at, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))`);
  const removeSetAside = database.prepare(
    'DELETE FROM set_aside WHERE connection_id = ? AND stream = ? AND native_id = ?',
  );
  const setAsideBody = database
    .prepare<[string, string, string], string>(
      'SELECT body FROM set_aside WHERE connection_id = ? AND stream = ? AND native_id = ?',
    )
    .pluck();

  return {
    ...nativeTables(database, bodies),
    ...recordTables(database),
    ...shapeTables(database),
    ...changeTables(database),
    ...leaseTables(database),
    shop: connectionId => shop.get(connectionId) ?? null,
    checkpoint(connectionId, stream) {
      const text = checkpoint.get(connectionId, stream);
      return text === undefined ? null : JSON.parse(text);
    },
    checkpoints: connectionId =>
      new Map(checkpoints.all(connectionId).map(([stream, text]): [string, Checkpoint] => [stream, JSON.parse(text)])),
    saveCheckpoint: (connectionId, stream, checkpoint) =>
      void saveCheckpoint.run(connectionId, stream, JSON.stringify(checkpoint)),

    hasSetAside: (connectionId, stream) => hasSetAside.get(connectionId, stream) !== undefined,
    putSetAside({ connectionId, stream, id }, { native, reason, path }, at) {
      const { bytes } = encode(native.body);
      putSetAside.run(connectionId, stream, id, native.modifiedAt, reason, path, at, bytes);
    },
    removeSetAside: ({ connectionId, stream, id }) => void removeSetAside.run(connectionId, stream, id),
    setAsideBody: ({ connectionId, stream, id }) => setAsideBody.get(connectionId, stream, id),
  };
}
