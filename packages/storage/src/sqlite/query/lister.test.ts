import assert from 'node:assert/strict';
import { compare, type Filter, type ListQuery, sortKey } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { test } from 'vitest';
import { inMemory, openDatabase } from '../open.js';
import { fieldOf, keyOf } from './expressions.js';
import { lister } from './lister.js';

/** A connection with so many orders, of which none is completed but the oldest. */
function openShop(orders: number): Database {
  const database = openDatabase({ path: inMemory });
  database.exec(`INSERT INTO connections VALUES ('shop', 'example', '', '{}', '2026-01-01T00:00:00Z', NULL, 0)`);
  const add = database.prepare(`
    INSERT INTO records (resource, connection_id, id, platform, native_key, hash, synced_at, mapper_version, body)
    VALUES ('orders', 'shop', ?, 'example', 1, '', '2026-01-01T00:00:00Z', 1, ?)`);
  for (let number = 0; number < orders; number++) {
    const placedAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
    const total = { grand: String(number % 10) };
    const status = number === 0 ? 'completed' : 'open';
    add.run(
      String(number),
      JSON.stringify({ id: String(number), placedAt, status, channel: { id: status }, totals: total }),
    );
  }
  return database;
}

const idsIn = (records: Uint8Array): unknown[] =>
  JSON.parse(Buffer.from(records).toString()).map(({ id }: { readonly id: string }) => id);

const channel: Filter = { field: 'channelId', operator: 'in', values: ['completed'] };

test('a filter without an index looks at some records a page, and comes to the end by pages', () => {
  const database = openShop(9000);
  const list = lister(database);
  const counts: number[] = [];
  let query: ListQuery = { resource: 'orders', limit: 10, filters: [channel] };
  for (;;) {
    const { count, next } = list(query);
    counts.push(count);
    if (next === null) break;
    query = { ...query, after: next };
  }
  database.close();
  assert.deepEqual(counts, [0, 0, 1]);
});

test('a filter with an index finds the only one at once', () => {
  const database = openShop(9000);
  const { count, next } = lister(database)({
    resource: 'orders',
    limit: 10,
    filters: [{ field: 'status', operator: 'in', values: ['completed'] }],
  });
  database.close();
  assert.deepEqual([count, next], [1, null]);
});

test('the only record that is not deleted is found at once, and the others in their order with it where they are asked for', () => {
  const database = openShop(9000);
  database.exec(`UPDATE records SET deleted_at = '2026-02-01T00:00:00Z' WHERE id <> '4000'`);
  const list = lister(database);
  const { records, next } = list({ resource: 'orders', limit: 10 });
  assert.deepEqual([idsIn(records), next], [['4000'], null]);
  const all = list({ resource: 'orders', limit: 5000, includeDeleted: true });
  assert.deepEqual(
    idsIn(all.records),
    Array.from({ length: 5000 }, (_, index) => String(8999 - index)),
  );
  database.close();
});

test('an index is made by the query that needs it, once, and an earlier version of it is dropped', () => {
  const database = openShop(3);
  const names = () =>
    database.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'query\\_orders%' ESCAPE '\\'`).pluck().all();
  assert.deepEqual(names(), []);
  lister(database)({ resource: 'orders', limit: 1 });
  const [name] = names();
  assert.match(String(name), /^query_orders_all_by_placedAt_[0-9a-f]{8}$/);
  database.exec(`DROP INDEX ${name}; CREATE INDEX query_orders_all_by_placedAt_00000000 ON records (id)`);
  lister(database)({ resource: 'orders', limit: 1 });
  assert.deepEqual(names(), [name]);
  database.close();
});

test('a field that there is not, or that cannot be sorted by, is refused', () => {
  const database = openShop(1);
  const list = lister(database);
  assert.throws(() => list({ resource: 'orders', limit: 1, sort: { field: 'colour', descending: true } }), TypeError);
  assert.throws(() => list({ resource: 'orders', limit: 1, sort: { field: 'sku', descending: true } }), TypeError);
  assert.throws(() => list({ resource: 'orders', limit: 1, fields: ["id', body, '"] }), TypeError);
  database.close();
});

test('keys of amounts sort as numbers do, in SQL as here', () => {
  const amounts = [
    '0',
    '1',
    '-1',
    '-1.5',
    '1.5',
    '10',
    '9.99',
    '-10',
    '-9.99',
    '0.001',
    '-0.001',
    '99999999999999999999.5',
    '99999999999999999999.49',
    '-99999999999999999999.5',
    '100',
    '-100',
    '10.01',
  ];
  const field = fieldOf('orders', 'total');
  const database = openDatabase({ path: inMemory });
  const inSql = database.prepare<[string], string>(`SELECT ${keyOf(field)} FROM (SELECT ? AS body)`).pluck();
  const sorted = amounts.toSorted(compare);
  for (const amount of amounts)
    assert.equal(inSql.get(JSON.stringify({ totals: { grand: amount } })), sortKey('decimal', amount));
  assert.deepEqual(
    amounts.toSorted((one, other) => (sortKey('decimal', one) < sortKey('decimal', other) ? -1 : 1)),
    sorted,
  );
  database.close();
});
