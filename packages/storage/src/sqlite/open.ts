import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '@cartograph/core';
import Database from 'better-sqlite3';
import { applicationId, schemaSteps } from './schema.js';

export interface SqliteOptions {
  /** The file, made when it is not there; `:memory:` for none. */
  readonly path: string;
  /** How long to wait for another process that is writing; 5 s unless told. */
  readonly busyTimeoutMs?: number;
}

export const inMemory = ':memory:';

/** Opens the file, or makes it, and brings its tables to this version. */
export function openDatabase({ path, busyTimeoutMs = 5000 }: SqliteOptions): Database.Database {
  const folder = dirname(resolve(path));
  if (path !== inMemory && !existsSync(folder)) {
    throw new ConfigError(
      `The folder ${folder} of the database ${path} does not exist: make it, or name another file`,
      {
        path,
      },
    );
  }
  const database = new Database(path, { timeout: busyTimeoutMs });
  try {
    prepare(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function prepare(database: Database.Database, path: string): void {
  refuseForeign(database, path);
  // Most bodies are of 2 to 8 KB: small pages would be half empty or spill over. Counts for a new file only.
  database.pragma('page_size = 16384');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  // In pages: the log may grow to 64 MB before it is copied into the file, so that a long sync seldom waits for the disk.
  database.pragma('wal_autocheckpoint = 4000');
  // In KiB when negative. SQLite's own 2 MB are too few beyond some 200,000 rows.
  database.pragma('cache_size = -32768');
  if (versionOf(database) < schemaSteps.length) database.transaction(() => migrate(database)).immediate();
}

/** Before anything is written to it. */
function refuseForeign(database: Database.Database, path: string): void {
  const isOurs = database.pragma('application_id', { simple: true }) === applicationId;
  const hasTables = database.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined;
  if (!isOurs && hasTables) {
    throw new ConfigError(`${path} is a database of another program: name another file`, { path });
  }
  const version = versionOf(database);
  if (version > schemaSteps.length) {
    throw new ConfigError(
      `The database ${path} was made by a newer Cartograph (format ${version}, this one knows ${schemaSteps.length}): update Cartograph, or name another file`,
      { path, version },
    );
  }
}

function migrate(database: Database.Database): void {
  for (const step of schemaSteps.slice(versionOf(database))) database.exec(step);
  database.pragma(`application_id = ${applicationId}`);
  database.pragma(`user_version = ${schemaSteps.length}`);
}

const versionOf = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }));
