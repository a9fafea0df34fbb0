import assert from 'node:assert/strict';
import { test } from 'vitest';
import { isOlder, sortable } from './instants.js';

test('instants sort as text whatever the length of their fractions', () => {
  const inOrder = [
    '2026-01-31T09:00:00Z',
    '2026-01-31T09:00:00.05Z',
    '2026-01-31T09:00:00.500Z',
    '2026-01-31T09:00:01.000Z',
  ];
  assert.deepEqual(inOrder.map(sortable).toSorted(), inOrder.map(sortable));
});

test('equal instants are equal text', () => {
  assert.equal(sortable('2026-01-31T09:00:00.000000Z'), sortable('2026-01-31T09:00:00Z'));
  assert.equal(sortable('2026-01-31T09:00:00.120Z'), sortable('2026-01-31T09:00:00.12Z'));
});

test('nothing is older than an unknown time, and an unknown time is older than nothing', () => {
  assert.equal(isOlder('2026-01-31T09:00:00Z', null), false);
  assert.equal(isOlder(null, '2026-01-31T09:00:00Z'), false);
  assert.equal(isOlder('2026-01-31T09:00:00Z', '2026-01-31T09:00:00.1Z'), true);
});
