import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, ConflictError, type PageCommit, type Storage } from '@cartograph/core';
import { afterAll, test } from 'vitest';
import { createSqliteStorage } from '../sqlite.js';

const folder = mkdtempSync(join(tmpdir(), 'cartograph-two-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = '2026-01-31T09:00:00.000Z';

/** Two who opened one file, as two processes do: they share nothing but that. */
async function two(name: string): Promise<readonly [Storage, Storage]> {
  const path = join(folder, `${name}.db`);
  const [one, other] = [createSqliteStorage({ path }), createSqliteStorage({ path })];
  const shop = { name: null, currency: null, timeZone: null };
  const pausedBecause = null;
  await one.saveConnection({ id: 'shop', platform: 'example', settings: '', shop, createdAt: at, pausedBecause });
  return [one, other];
}

const category = (id: string, name: string) => ({
  id,
  createdAt: null,
  sourceModifiedAt: null,
  derived: false,
  name,
  ancestors: [],
  hasChildren: false,
  status: 'published' as const,
});

const pageOf = (names: Readonly<Record<string, string>>, fence?: number): PageCommit => ({
  connectionId: 'shop',
  platform: 'example',
  stream: 'categories',
  runId: 'run',
  mapperVersion: 1,
  at,
  natives: Object.entries(names).map(([id, name]) => ({
    native: { stream: 'categories', id, modifiedAt: null, body: { id, name } },
    records: [{ resource: 'productCategories', record: category(id, name) }],
  })),
  setAside: [],
  checkpoint: { mark: null, window: null },
  ...(fence === undefined ? {} : { fence }),
});

const leaseOf = (owner: string, more: { insteadOf?: string } = {}) => ({
  connectionId: 'shop',
  stream: 'categories',
  owner,
  holder: owner,
  at,
  ttlMs: 60_000,
  ...more,
});

async function feedOf(storage: Storage): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for await (const change of storage.changes({ since: 0 })) changes.push(change);
  return changes;
}

test('the changes of two who write in turn are numbered as one feed, which both read', async () => {
  const [one, other] = await two('feed');
  await one.commit(pageOf({ a: 'first', b: 'first' }));
  await other.commit(pageOf({ c: 'first' }));
  await one.commit(pageOf({ a: 'second' }));
  const feed = await feedOf(other);
  assert.deepEqual(feed, await feedOf(one));
  assert.deepEqual(
    feed.map(({ sequence, kind, id }) => `${sequence} ${kind} ${id}`),
    ['1 created a', '2 created b', '3 created c', '4 updated a'],
  );
});

test('of two who hold a lease one after the other, the first writes nothing any more', async () => {
  const [one, other] = await two('fence');
  const first = await one.acquireLease(leaseOf('one'));
  const refused = await other.acquireLease(leaseOf('other'));
  assert.ok('token' in first && 'owner' in refused);
  await one.commit(pageOf({ a: 'first' }, first.token));
  const second = await other.acquireLease(leaseOf('other', { insteadOf: refused.owner }));
  assert.ok('token' in second);
  await other.commit(pageOf({ b: 'second' }, second.token));
  await assert.rejects(one.commit(pageOf({ a: 'late', c: 'late' }, first.token)), ConflictError);
  assert.deepEqual(
    (await feedOf(one)).map(({ id }) => id),
    ['a', 'b'],
  );
});

test('what another wrote while a page was made ready is met as it is', async () => {
  const [one, other] = await two('ready');
  await one.commit(pageOf({ a: 'first', b: 'first' }));
  const slow = one.commit(pageOf({ a: 'second', b: 'first', c: 'second' }));
  await other.commit(pageOf({ b: 'other', c: 'second' }));
  await slow;
  const named = async (id: string) => {
    const record = await one.record('shop', 'productCategories', id);
    assert.deepEqual((await other.nativeOf('shop', 'productCategories', id))?.body, { id, name: record?.name });
    return record?.name;
  };
  assert.deepEqual([await named('a'), await named('c')], ['second', 'second']);
  assert.ok(['first', 'other'].includes((await named('b')) ?? ''));
});
