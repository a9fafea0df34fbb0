import type { Database } from 'better-sqlite3';
import type { LeaseState, Tables } from '../shared/tables.js';

const columns = 'connection_id AS connectionId, stream, token, owner, holder, ttl_ms AS ttlMs, until';

export function leaseTables(database: Database): Pick<Tables, 'lease' | 'leasesOf' | 'saveLease'> {
  const one = database.prepare<[string, string], LeaseState>(
    `SELECT ${columns} FROM leases WHERE connection_id = ? AND stream = ?`,
  );
  const all = database.prepare<[string], LeaseState>(`SELECT ${columns} FROM leases WHERE connection_id = ?`);
  const save = database.prepare('INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?, ?, ?)');
  return {
    lease: (connectionId, stream) => one.get(connectionId, stream) ?? null,
    leasesOf: connectionId => all.all(connectionId),
    saveLease: ({ connectionId, stream, token, owner, holder, ttlMs, until }) =>
      void save.run(connectionId, stream, token, owner, holder, ttlMs, until),
  };
}
