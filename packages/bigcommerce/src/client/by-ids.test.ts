import { TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import type { Page } from './api.js';
import { type ListByIds, readByIds } from './by-ids.js';

interface Row {
  readonly owner: number;
  readonly id: string;
}

/** Some rows for each id, in pages of a size that is told or not. */
function rowsOf(each: number, size: number, { poisoned = 0, told = true } = {}) {
  const asked: number[] = [];
  const list: ListByIds<Row> = async (ids, page): Promise<Page<Row>> => {
    asked.push(ids.length);
    if (ids.includes(poisoned)) throw new TransportError('failing', { connector: 'bigcommerce', status: 500 });
    const rows = ids.flatMap(owner => Array.from({ length: each }, (_, row) => ({ owner, id: `${owner}/${row}` })));
    const items = rows.slice((page - 1) * size, page * size);
    return { items, total: null, perPage: told ? size : null, nextPage: null, hasCursor: false, nextCursor: null };
  };
  return { list, asked };
}

const ids = Array.from({ length: 40 }, (_, index) => index + 1);

test('what one page holds takes one request', async () => {
  const { list, asked } = rowsOf(1, 250);
  expect((await readByIds(ids, list)).items).toHaveLength(40);
  expect(asked).toEqual([40]);
});

test('ids are halved until a page holds what belongs to them; of one id all pages are read', async () => {
  expect((await readByIds(ids, rowsOf(10, 100).list)).items).toHaveLength(400);
  expect((await readByIds([1, 2], rowsOf(220, 100).list)).items).toHaveLength(440);
  expect((await readByIds(ids, rowsOf(3, 50, { told: false }).list)).items).toHaveLength(120);
});

test('the id that makes the others fail stands alone', async () => {
  const { items, failed } = await readByIds(ids, rowsOf(2, 250, { poisoned: 17 }).list);
  expect(items.map(({ owner }) => owner)).not.toContain(17);
  expect([items.length, failed]).toEqual([78, [{ id: '17', reason: 'failing' }]]);
});

test('no ids take no request', async () => {
  const { list, asked } = rowsOf(1, 250);
  expect(await readByIds([], list)).toEqual({ items: [], failed: [] });
  expect(asked).toEqual([]);
});
