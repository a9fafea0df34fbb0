import { ConfigError, TransportError } from '@cartograph/core';
import Database from 'better-sqlite3';

/** By SQLite's primary result code: https://www.sqlite.org/rescode.html */
const sentences: Readonly<
  Record<string, readonly [typeof ConfigError | typeof TransportError, (path: string) => string]>
> = {
  BUSY: [
    TransportError,
    path => `The database ${path} is locked by another process: let that one finish or stop it, then run again`,
  ],
  FULL: [
    TransportError,
    path => `The disk of ${path} is full: free some space and run again; what was committed before is safe`,
  ],
  IOERR: [TransportError, path => `The disk failed under ${path}: check the disk and its free space, then run again`],
  NOTADB: [ConfigError, path => `${path} is not a Cartograph database: name another file`],
  CORRUPT: [
    ConfigError,
    path => `The database ${path} is damaged: put a copy of it back, or move it away and sync into a new one`,
  ],
  READONLY: [
    ConfigError,
    path => `The database ${path} cannot be written: give this user write access to the file and its folder`,
  ],
  CANTOPEN: [
    ConfigError,
    path => `The database ${path} cannot be opened: name a file, in a folder that this user may write to`,
  ],
};

/** Does the work; where the database itself is in the way, says what and what to do about it. */
export function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw explained(error, path);
  }
}

function explained(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const [, primary = ''] = error.code.split('_');
  const found = sentences[primary];
  if (found === undefined) return error;
  const [ErrorClass, sentence] = found;
  return new ErrorClass(sentence(path), { path, sqliteCode: error.code }, { cause: error });
}
