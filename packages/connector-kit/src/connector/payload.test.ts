import { expect, test } from 'vitest';
import { itemsOf } from './payload.js';

test('a list, a list in its envelope and a record alone all give records', () => {
  expect(itemsOf([{ id: 1 }])).toEqual([{ id: 1 }]);
  expect(itemsOf({ items: [{ id: 1 }, { id: 2 }], total_count: 2 })).toEqual([{ id: 1 }, { id: 2 }]);
  expect(itemsOf({ data: { id: 1 }, meta: {} })).toEqual([{ id: 1 }]);
  expect(itemsOf({ id: 1 })).toEqual([{ id: 1 }]);
  expect(itemsOf(null)).toEqual([]);
});

test('a record with items of its own is no envelope', () => {
  const order = { entity_id: 7, items: [{ item_id: 1 }] };
  expect(itemsOf(order)).toEqual([order]);
});
