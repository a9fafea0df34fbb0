import assert from 'node:assert/strict';
import type { RecordQuery } from '@cartograph/core';
import { test } from 'vitest';
import { inMemory, openDatabase } from './open.js';
import { type Position, recordsQuery } from './records-query.js';

const position = { connectionId: 'shop', id: '1' };

/** How SQLite finds the records: which columns it seeks by. */
function seeks(query: RecordQuery, after: Position | null): string {
  const database = openDatabase({ path: inMemory });
  const { sql, values } = recordsQuery(query, after, 10);
  const plan = database.prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  database.close();
  return /\((.*)\)/.exec(plan[0]?.detail ?? '')?.[1] ?? 'a scan';
}

test('a listing goes on where it stopped, without reading what came before', () => {
  assert.equal(seeks({ resource: 'orders' }, position), 'resource=? AND (connection_id,id)>(?,?)');
  assert.equal(
    seeks({ resource: 'orders', connectionId: 'shop' }, position),
    'resource=? AND connection_id=? AND id>?',
  );
});

test('the payments of an order are found without reading the others', () => {
  assert.equal(seeks({ resource: 'payments', orderId: '1' }, null), 'resource=? AND order_id=?');
  assert.equal(
    seeks({ resource: 'payments', orderId: '1', connectionId: 'shop' }, position),
    'resource=? AND order_id=?',
  );
});
