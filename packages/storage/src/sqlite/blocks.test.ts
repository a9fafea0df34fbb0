import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageCommit, Storage } from '@cartograph/core';
import Database from 'better-sqlite3';
import { afterAll, test } from 'vitest';
import { createSqliteStorage } from '../sqlite.js';
import { schemaSteps } from './schema.js';

const folder = mkdtempSync(join(tmpdir(), 'cartograph-blocks-'));
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

/** A page whose native bodies are `text` each. */
const pageOf = (ids: readonly string[], text: string): PageCommit => ({
  connectionId: 'shop',
  platform: 'example',
  stream: 'categories',
  runId: 'run',
  mapperVersion: 1,
  at,
  natives: ids.map(id => ({
    native: { stream: 'categories', id, modifiedAt: null, body: { id, text } },
    records: [{ resource: 'productCategories', record: category(id) }],
  })),
  setAside: [],
  checkpoint: { mark: null, window: null },
});

async function opened(name: string) {
  const path = join(folder, `${name}.db`);
  const storage = createSqliteStorage({ path });
  const shop = { name: null, currency: null, timeZone: null };
  await storage.saveConnection({
    id: 'shop',
    platform: 'example',
    settings: '',
    shop,
    createdAt: at,
    pausedBecause: null,
  });
  const database = new Database(path, { readonly: true });
  const figures = database.prepare<[], { blocks: number; bytes: number }>(
    'SELECT count(*) AS blocks, coalesce(sum(length(body)), 0) AS bytes FROM native_blocks',
  );
  return { storage, database, figures: () => figures.get() ?? { blocks: 0, bytes: 0 } };
}

const textOf = async (storage: Storage, id: string): Promise<unknown> =>
  (await storage.nativeOf('shop', 'productCategories', id))?.body;

const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);

test('a body comes back as it was, whatever stands beside it in its block', async () => {
  const { storage, figures } = await opened('read');
  await storage.commit(pageOf(ids, 'ü€😀'));
  await storage.commit(pageOf(['c7'], 'changed'));
  assert.deepEqual(await textOf(storage, 'c6'), { id: 'c6', text: 'ü€😀' });
  assert.deepEqual(await textOf(storage, 'c7'), { id: 'c7', text: 'changed' });
  assert.equal(figures().blocks, 2);
});

test('the bodies of a page take a fraction of their text', async () => {
  const { storage, figures } = await opened('small');
  const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index, price: `${index}.95` })));
  await storage.commit(pageOf(ids, text));
  assert.ok(figures().bytes * 7 < text.length * ids.length);
});

test('a page of many long bodies fills several blocks, and each body is found', async () => {
  const { storage, figures } = await opened('long');
  await storage.commit(pageOf(ids, 'x'.repeat(10_000)));
  assert.equal(figures().blocks, 4);
  for (const id of ids) assert.deepEqual(await textOf(storage, id), { id, text: 'x'.repeat(10_000) });
});

test('a block goes when none of its bodies is wanted any more', async () => {
  const { storage, figures } = await opened('gone');
  await storage.commit(pageOf(['c1', 'c2'], 'first'));
  await storage.commit(pageOf(['c1'], 'second'));
  assert.equal(figures().blocks, 2);
  await storage.commit(pageOf(['c2'], 'second'));
  assert.equal(figures().blocks, 2);
  assert.deepEqual(await textOf(storage, 'c1'), { id: 'c1', text: 'second' });
  await storage.deleteConnection('shop', at);
  assert.equal(figures().blocks, 0);
});

test('one record twice in a page keeps the later body', async () => {
  const { storage } = await opened('twice');
  const [first, second] = [pageOf(['c1', 'c2'], 'first'), pageOf(['c1'], 'second')];
  await storage.commit({ ...first, natives: [...first.natives, ...second.natives] });
  assert.deepEqual(await textOf(storage, 'c1'), { id: 'c1', text: 'second' });
  assert.deepEqual(await textOf(storage, 'c2'), { id: 'c2', text: 'first' });
});

test('a page that failed leaves nothing behind in the block of the next', async () => {
  const { storage } = await opened('failed');
  const page = pageOf(['c1'], 'first');
  const broken = { ...page, natives: [...page.natives, { native: null, records: [] } as never] };
  await assert.rejects(storage.commit(broken));
  await storage.commit(pageOf(['c2'], 'second'));
  assert.deepEqual(await textOf(storage, 'c2'), { id: 'c2', text: 'second' });
  assert.equal(await textOf(storage, 'c1'), undefined);
});

test('bodies of a database of the first version, which were plain text, are still read', async () => {
  const path = join(folder, 'first-version.db');
  const old = new Database(path);
  old.exec(schemaSteps[0] ?? '');
  old.pragma(`application_id = ${0x43_41_52_54}`);
  old.pragma('user_version = 1');
  old.exec(`
    INSERT INTO connections VALUES ('shop', 'example', '', '{}', '${at}', NULL);
    INSERT INTO natives VALUES (1, 'shop', 'categories', 'c1', NULL, 'x', '1:x', 'run');
    INSERT INTO native_bodies VALUES (1, '{"id":"c1","text":"ü"}');`);
  const insert =
    old.prepare(`INSERT INTO records (resource, connection_id, id, platform, native_key, hash, synced_at, mapper_version, body)
    VALUES ('productCategories', 'shop', 'c1', 'example', 1, 'x', ?, 1, ?)`);
  insert.run(at, JSON.stringify(category('c1')));
  old.close();
  const storage = createSqliteStorage({ path });
  assert.deepEqual(await textOf(storage, 'c1'), { id: 'c1', text: 'ü' });
  await storage.commit(pageOf(['c1'], 'changed'));
  assert.deepEqual(await textOf(storage, 'c1'), { id: 'c1', text: 'changed' });
});
