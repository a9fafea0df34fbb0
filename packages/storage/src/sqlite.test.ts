import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError, type PageCommit, type Storage, TransportError } from '@cartograph/core';
import Database from 'better-sqlite3';
import { afterAll, describe, test } from 'vitest';
import { createSqliteStorage } from './index.js';
import { guarded } from './sqlite/errors.js';
import { schemaSteps } from './sqlite/schema.js';

const folder = mkdtempSync(join(tmpdir(), 'cartograph-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string) => join(folder, `${name}.db`);

const page: PageCommit = {
  connectionId: 'shop',
  platform: 'example',
  stream: 'orders',
  runId: 'run-1',
  mapperVersion: 1,
  at: '2026-01-31T09:00:00.000Z',
  natives: [],
  setAside: [],
  checkpoint: { mark: '2026-01-31T09:00:00Z', window: null },
};

async function filled(path: string): Promise<Storage> {
  const storage = createSqliteStorage({ path, busyTimeoutMs: 20 });
  await storage.saveConnection({
    id: 'shop',
    platform: 'example',
    settings: 'sealed',
    shop: { name: null, currency: null, timeZone: null },
    createdAt: page.at,
    pausedBecause: null,
  });
  await storage.commit(page);
  return storage;
}

describe('a database that was closed', () => {
  test('is whole when it is opened again', async () => {
    const path = fileOf('again');
    await (await filled(path)).close();
    const storage = createSqliteStorage({ path });
    assert.deepEqual(await storage.checkpoint('shop', 'orders'), page.checkpoint);
    await storage.close();
  });

  test('is whole after the process was killed in the middle of a transaction', async () => {
    const path = fileOf('killed');
    await (await filled(path)).close();
    const script = `
      const database = new (require('better-sqlite3'))(${JSON.stringify(path)});
      database.pragma('cache_size = 1');
      database.exec('BEGIN; DELETE FROM checkpoints');
      const write = database.prepare("INSERT INTO natives (connection_id, stream, id, run_id) VALUES ('shop', 'orders', ?, 'x')");
      for (let id = 0; id < 5000; id++) write.run(String(id));
      process.kill(process.pid, 'SIGKILL');`;
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '--eval', script], { cwd });
    assert.equal(signal, 'SIGKILL', String(stderr));
    const storage = createSqliteStorage({ path });
    assert.deepEqual(await storage.checkpoint('shop', 'orders'), page.checkpoint);
    assert.equal((await storage.sweep({ ...page, runId: 'run-2' })).deleted, 0);
    await storage.close();
    const database = new Database(path, { readonly: true });
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
    assert.equal(database.prepare('SELECT count(*) FROM natives').pluck().get(), 0);
    database.close();
  });
});

describe('a database that is locked by another process', () => {
  test('says so when a page is committed, keeps what it had, and goes on when the lock is gone', async () => {
    const path = fileOf('locked');
    const storage = await filled(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const later = { ...page, checkpoint: { mark: '2026-02-01T00:00:00Z', window: null } };
    await assert.rejects(storage.commit(later), says(TransportError, /locked\.db is locked by another process: let/));
    assert.deepEqual(await storage.checkpoint('shop', 'orders'), page.checkpoint);
    other.exec('ROLLBACK');
    other.close();
    await storage.commit(later);
    assert.deepEqual(await storage.checkpoint('shop', 'orders'), later.checkpoint);
    await storage.close();
  });

  test('can still be opened and read', async () => {
    const path = fileOf('read-while-locked');
    await (await filled(path)).close();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const storage = createSqliteStorage({ path, busyTimeoutMs: 20 });
    assert.equal((await storage.connections()).length, 1);
    await storage.close();
    other.close();
  });
});

describe('a file that cannot be used is refused in one sentence', () => {
  const refusal = (path: string, message: RegExp) =>
    assert.throws(() => createSqliteStorage({ path }), says(ConfigError, message));

  test('no database at all', () => {
    const path = fileOf('text');
    writeFileSync(path, 'id,total\n'.repeat(400));
    refusal(path, /text\.db is not a Cartograph database: name another file$/);
  });

  test('a database of another program, which stays as it is', () => {
    const path = fileOf('foreign');
    const foreign = new Database(path);
    foreign.exec('CREATE TABLE songs (title TEXT)');
    refusal(path, /foreign\.db is a database of another program/);
    assert.deepEqual(foreign.prepare('SELECT name FROM sqlite_schema').pluck().all(), ['songs']);
    assert.equal(foreign.pragma('journal_mode', { simple: true }), 'delete');
    foreign.close();
  });

  test('one of a newer version', async () => {
    const path = fileOf('newer');
    await (await filled(path)).close();
    const database = new Database(path);
    database.pragma('user_version = 99');
    database.close();
    const formats = `format 99, this one knows ${schemaSteps.length}`;
    refusal(path, new RegExp(`newer\\.db was made by a newer Cartograph \\(${formats}\\): update Cartograph`));
  });

  test('one in a folder that does not exist', () => {
    refusal(join(folder, 'nowhere', 'x.db'), /The folder .*nowhere of the database .*x\.db does not exist: make it/);
  });

  test('a folder', () => refusal(folder, /cannot be opened: name a file/));

  test('a damaged one, when what is damaged is read', async () => {
    const path = fileOf('damaged');
    await (await filled(path)).close();
    const bytes = readFileSync(path);
    // The first page, of 16 KB, describes the tables; the rest is overwritten.
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 16384), Buffer.alloc(bytes.length - 16384, 0xa5)]));
    const storage = createSqliteStorage({ path });
    await assert.rejects(storage.connections(), says(ConfigError, /damaged\.db is damaged: put a copy of it back/));
    await storage.close();
  });
});

test('a full disk is named, and what was committed before is safe', async () => {
  const database = new Database(fileOf('full'));
  database.exec('CREATE TABLE filler (text TEXT)');
  database.pragma('max_page_count = 4');
  const write = database.prepare('INSERT INTO filler VALUES (?)');
  assert.throws(
    () => guarded('full.db', () => write.run('x'.repeat(100_000))),
    says(TransportError, /The disk of full\.db is full: free some space and run again/),
  );
  database.close();
});

test('a file without write access is named', () => {
  const refuse = () => {
    throw new Database.SqliteError('attempt to write a readonly database', 'SQLITE_READONLY_DBMOVED');
  };
  assert.throws(() => guarded('shop.db', refuse), says(ConfigError, /shop\.db cannot be written: give this user/));
});

test('an error that is not of the database passes as it is', () => {
  const error = new TypeError('a bug');
  assert.throws(
    () =>
      guarded('shop.db', () => {
        throw error;
      }),
    error,
  );
});

const says = (errorClass: typeof ConfigError | typeof TransportError, message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof errorClass);
  assert.match(error.message, message);
  assert.doesNotMatch(error.message, /\n/);
  assert.ok(error.context.path !== undefined);
  return true;
};
