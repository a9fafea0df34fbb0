import type { Database } from 'better-sqlite3';
import type { RecordContent, RecordId, RecordState, RecordText, RowKey, Tables } from '../shared/tables.js';

type RecordTables = Pick<
  Tables,
  | 'findRecord'
  | 'readRecord'
  | 'addRecord'
  | 'changeRecord'
  | 'remapRecord'
  | 'deleteRecord'
  | 'giveRecord'
  | 'liveRecords'
  | 'ownedRecords'
  | 'claim'
  | 'unclaim'
  | 'claimedRecords'
  | 'claimant'
>;

/** A body is kept as it is shown, with what storage adds in front: a list is then its bodies with commas between them. */
function shown({ connectionId, platform, syncedAt, mapperVersion, body }: RecordContent): Buffer {
  // Instants and words of ours need no escaping.
  const added = `{"connectionId":${JSON.stringify(connectionId)},"platform":"${platform}","syncedAt":"${syncedAt}","deletedAt":null,"deletedBecause":null,"mapperVersion":${mapperVersion},`;
  return Buffer.concat([Buffer.from(added), body.subarray(1)]);
}

/** In the order in which they stand in both statements. */
function valuesOf(content: RecordContent): readonly unknown[] {
  const { platform, nativeKey, orderId, sourceModifiedAt, hash, syncedAt, mapperVersion } = content;
  return [platform, nativeKey, orderId, sourceModifiedAt, hash, syncedAt, mapperVersion, shown(content)];
}

/** As the mapper made it. */
const mapped = `json_remove(body, '$.connectionId', '$.platform', '$.syncedAt', '$.deletedAt', '$.deletedBecause', '$.mapperVersion')`;

export function recordTables(database: Database): RecordTables {
  const find = database.prepare<[string, string, string], Omit<RecordState, 'deleted'> & { deleted: number }>(`
    SELECT key, native_key AS nativeKey, hash, source_modified_at AS sourceModifiedAt,
      deleted_at IS NOT NULL AS deleted, mapper_version AS mapperVersion
    FROM records WHERE resource = ? AND connection_id = ? AND id = ?`);
  const read = database.prepare<[RowKey], Omit<RecordText, 'deleted'> & { deleted: number }>(
    `SELECT resource, id, ${mapped} AS body, deleted_at IS NOT NULL AS deleted FROM records WHERE key = ?`,
  );
  const add = database.prepare(`
    INSERT INTO records (resource, connection_id, id, platform, native_key, order_id, source_modified_at, hash,
      synced_at, mapper_version, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT)) ON CONFLICT DO NOTHING`);
  const change = database.prepare(`
    UPDATE records SET platform = ?, native_key = ?, order_id = ?, source_modified_at = ?, hash = ?, synced_at = ?,
      mapper_version = ?, body = CAST(? AS TEXT), deleted_at = NULL, deleted_because = NULL
    WHERE key = ?`);
  // The driver binds every number as a real one, and JSON would show that: 2.0.
  const remap = database.prepare<{ readonly key: RowKey; readonly version: number }>(`
    UPDATE records SET mapper_version = $version, body = json_set(body, '$.mapperVersion', CAST($version AS INTEGER))
    WHERE key = $key`);
  const remove = database.prepare<{ key: RowKey; at: string; evidence: string }, RecordId>(`
    UPDATE records SET deleted_at = $at, synced_at = $at, deleted_because = $evidence,
      body = json_set(body, '$.syncedAt', $at, '$.deletedAt', $at, '$.deletedBecause', $evidence)
    WHERE key = $key RETURNING resource, id`);
  const live = database.prepare<[RowKey, string, number], RecordId & { key: RowKey }>(`
    SELECT key, resource, id FROM records WHERE key > ? AND connection_id = ? AND deleted_at IS NULL
    ORDER BY key LIMIT ?`);
  const give = database.prepare('UPDATE records SET native_key = ? WHERE key = ?');
  const owned = database
    .prepare<[RowKey], RowKey>('SELECT key FROM records WHERE native_key = ? AND deleted_at IS NULL')
    .pluck();
  const claim = database.prepare('INSERT OR IGNORE INTO claims VALUES (?, ?)');
  const unclaim = database.prepare('DELETE FROM claims WHERE record_key = ? AND native_key = ?');
  const claimed = database.prepare<[RowKey], RowKey>('SELECT record_key FROM claims WHERE native_key = ?').pluck();
  const claimant = database
    .prepare<[RowKey], RowKey>('SELECT native_key FROM claims WHERE record_key = ? LIMIT 1')
    .pluck();

  return {
    findRecord({ resource, connectionId, id }) {
      const row = find.get(resource, connectionId, id);
      return row && { ...row, deleted: row.deleted === 1 };
    },
    readRecord(key) {
      const row = read.get(key);
      if (row === undefined) throw new TypeError(`there is no record ${key}`);
      return { ...row, deleted: row.deleted === 1 };
    },
    addRecord({ resource, connectionId, id }, content) {
      const { changes, lastInsertRowid } = add.run(resource, connectionId, id, ...valuesOf(content));
      return changes === 0 ? null : Number(lastInsertRowid);
    },
    changeRecord(key, content) {
      change.run(...valuesOf(content), key);
    },
    remapRecord: (key, version) => void remap.run({ key, version }),
    deleteRecord(key, at, evidence) {
      const row = remove.get({ key, at, evidence });
      if (row === undefined) throw new TypeError(`there is no record ${key}`);
      return row;
    },
    liveRecords: (connectionId, after, limit) => live.all(after ?? 0, connectionId, limit),
    giveRecord: (key, nativeKey) => void give.run(nativeKey, key),
    ownedRecords: nativeKey => owned.all(nativeKey),

    claim: (recordKey, nativeKey) => void claim.run(recordKey, nativeKey),
    unclaim: (recordKey, nativeKey) => void unclaim.run(recordKey, nativeKey),
    claimedRecords: nativeKey => claimed.all(nativeKey),
    claimant: recordKey => claimant.get(recordKey),
  };
}
