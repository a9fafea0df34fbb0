import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '@cartograph/core';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { createSqliteStorage } from '../sqlite.js';
import { applicationId, schemaSteps } from './schema.js';

const folder = mkdtempSync(join(tmpdir(), 'cartograph-migration-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = '2026-01-31T09:00:00Z';

const category = (id: string) => ({
  id,
  createdAt: null,
  sourceModifiedAt: null,
  derived: false,
  name: id,
  ancestors: [],
  hasChildren: false,
  status: 'published' as const,
});

/** A database of an earlier format: two connections, one of them with more records than a row of the feed takes. */
function earlier(format: number): string {
  const path = join(folder, `format-${format}.db`);
  const old = new Database(path);
  for (const step of schemaSteps.slice(0, format)) old.exec(step);
  old.pragma(`application_id = ${applicationId}`);
  old.pragma(`user_version = ${format}`);
  old.exec('BEGIN');
  const connect = old.prepare(`INSERT INTO connections VALUES (?, 'example', '', '{}', '${at}', NULL)`);
  const addNative = old.prepare(
    `INSERT INTO natives (connection_id, stream, id, run_id, hash, basis) VALUES (?, 'categories', ?, 'run', 'x', '1:x')`,
  );
  const addBody =
    format === 1
      ? old.prepare('INSERT INTO native_bodies VALUES (?, ?)')
      : old.prepare('INSERT INTO native_blocks VALUES (?, ?, 1, 0, ?)');
  const place =
    format === 1 ? null : old.prepare('UPDATE natives SET block_key = key, start = 0, length = ? WHERE key = ?');
  const addRecord = old.prepare(`
    INSERT INTO records (resource, connection_id, id, platform, native_key, hash, synced_at, deleted_at, mapper_version, body)
    VALUES ('productCategories', ?, ?, 'example', ?, 'x', '${at}', ?, 1, ?)`);
  for (const [connectionId, count] of [
    ['shop', 1200],
    ['other', 3],
  ] as const) {
    connect.run(connectionId);
    for (let number = 0; number < count; number++) {
      const id = `c${number}`;
      const key = addNative.run(connectionId, id).lastInsertRowid;
      const body = JSON.stringify({ id, text: 'ü' });
      if (format === 1) addBody.run(key, body);
      else addBody.run(key, connectionId, Buffer.from(body));
      place?.run(Buffer.byteLength(body), key);
      addRecord.run(connectionId, id, key, number === 0 ? at : null, JSON.stringify(category(id)));
    }
  }
  old.exec('COMMIT');
  old.close();
  return path;
}

test.each([1, 2, 3])('a database of format %i is read, and its feed begins with what is there', async format => {
  const path = earlier(format);
  const storage = createSqliteStorage({ path });
  const feed: Change[] = [];
  for await (const change of storage.changes({ since: 0 })) feed.push(change);
  expect(feed.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 1201 }, (_, position) => position + 1));
  expect(new Set(feed.map(({ connectionId, id }) => `${connectionId} ${id}`)).size).toBe(1201);
  expect(feed[0]).toEqual({
    sequence: 1,
    connectionId: 'other',
    resource: 'productCategories',
    id: 'c1',
    kind: 'created',
    at,
  });
  expect([await storage.lastSequence(), await storage.lastEvent()]).toEqual([1201, 0]);

  expect((await storage.nativeOf('shop', 'productCategories', 'c7'))?.body).toEqual({ id: 'c7', text: 'ü' });
  const added = { connectionId: 'shop', platform: 'example', syncedAt: at, deletedBecause: null, mapperVersion: 1 };
  const [gone, live] = [
    { ...category('c0'), ...added, deletedAt: at },
    { ...category('c1'), ...added, deletedAt: null },
  ];
  expect(await storage.record('shop', 'productCategories', 'c0')).toEqual(gone);
  expect(await storage.record('shop', 'productCategories', 'c1')).toEqual(live);
  const { records } = await storage.query({
    resource: 'productCategories',
    connections: ['shop'],
    filters: [{ field: 'id', operator: 'in', values: ['c0', 'c1'] }],
    includeDeleted: true,
    limit: 2,
  });
  expect(JSON.parse(Buffer.from(records).toString())).toEqual([live, gone]);

  const changed = await storage.commit({
    connectionId: 'shop',
    platform: 'example',
    stream: 'categories',
    runId: 'run-2',
    mapperVersion: 1,
    at,
    natives: [{ native: { stream: 'categories', id: 'c1', modifiedAt: null, body: { id: 'c1' } }, records: [] }],
    setAside: [],
    checkpoint: { mark: null, window: null },
  });
  expect(changed).toEqual({ stored: 1, unchanged: 0, deleted: 1, restored: 0, sequence: 1202 });
  expect(await storage.record('shop', 'productCategories', 'c1')).toMatchObject({ deletedBecause: 'not yielded' });
  await storage.close();
});

test('documents of an earlier format are counted once, and from then on as they come and go', async () => {
  const path = join(folder, 'documents.db');
  const old = new Database(path);
  const before = schemaSteps.findIndex(step => step.includes('CREATE TABLE document_counts'));
  for (const step of schemaSteps.slice(0, before)) old.exec(step);
  old.pragma(`application_id = ${applicationId}`);
  old.pragma(`user_version = ${before}`);
  const add = old.prepare(`INSERT INTO documents (view, collection, connection_id, id, modified_at, body)
    VALUES ('wire', 'orders', 'shop', ?, '${at}', '{}')`);
  for (const id of ['a', 'b']) add.run(id);
  old.close();
  const storage = createSqliteStorage({ path });
  const query = { view: 'wire', collection: 'orders', connectionId: 'shop', offset: 0, limit: 1 };
  expect((await storage.queryDocuments(query)).total).toBe(2);
  await storage.deleteConnection('shop', at);
  expect((await storage.queryDocuments(query)).total).toBe(0);
  await storage.close();
});
