import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const pageBytes = 512;
/** Where the file says how many pages it has: https://www.sqlite.org/fileformat.html#in_header_database_size */
const pageCountAt = 28;

/**
 * A database that has no more room but what it has left free, for which SQLite answers as for a full disk. No disk can be
 * filled by any user on any machine; but SQLite's files end at a number of pages, and a file with a hole in it can be
 * that long without taking up any space.
 */
export interface FullDisk {
  /** False where the file system cannot hold such a file. */
  fill(freeBytes: number): boolean;
  free(): void;
}

/** Makes the file; to be called before anything else opens it, for the size of its pages is settled then. */
export function createFullDisk(path: string): FullDisk {
  const inDatabase = <Result>(work: (database: Database.Database) => Result): Result => {
    const database = new Database(path);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const write = (database: Database.Database, bytes: number) =>
    database.prepare('INSERT INTO filler VALUES (zeroblob(?))').run(bytes);

  inDatabase(database => {
    database.pragma(`page_size = ${pageBytes}`);
    database.exec('VACUUM');
  });
  return {
    fill(freeBytes) {
      const mostPages = inDatabase(database => {
        database.exec('CREATE TABLE filler (bytes BLOB)');
        write(database, 8_000_000);
        write(database, freeBytes);
        database.exec('DELETE FROM filler WHERE rowid = 2');
        database.pragma('wal_checkpoint(TRUNCATE)');
        return Number(database.pragma('max_page_count', { simple: true }));
      });
      return stretch(path, mostPages);
    },
    free: () => inDatabase(database => database.exec('DROP TABLE filler')),
  };
}

function stretch(path: string, pages: number): boolean {
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file, pages * pageBytes);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(pages);
    writeSync(file, count, 0, count.length, pageCountAt);
    return true;
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}
