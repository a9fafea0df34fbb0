import { everything, type ReadQuery } from '@cartograph/core';
import { expect, test } from 'vitest';
import type { Filter, SearchCriteria } from '../client/criteria.js';
import { type Position, parsePosition } from './position.js';
import { readWindow } from './window.js';

interface Row {
  readonly entity_id: number;
  readonly updated_at: string;
}

const noon = '2026-01-01 12:00:00';
const rowsOf = (count: number, at: (id: number) => string): Row[] =>
  Array.from({ length: count }, (_, index) => ({ entity_id: index + 1, updated_at: at(index + 1) }));

const holds = (row: Row, { field, condition, value }: Filter): boolean => {
  const cell = row[field as keyof Row];
  return condition === 'gt' ? cell > value : condition === 'gteq' ? cell >= value : cell <= value;
};

/** A list of the shop; `before` may change the rows before each request. */
function shopOf(rows: Row[], pageSize: number, before: (call: number) => void = () => {}) {
  const asked: SearchCriteria[] = [];
  const list = async (criteria: SearchCriteria) => {
    before(asked.push(criteria));
    const left = rows
      .filter(row => (criteria.filters ?? []).every(group => group.some(filter => holds(row, filter))))
      .sort((one, other) =>
        one.updated_at < other.updated_at
          ? -1
          : one.updated_at > other.updated_at
            ? 1
            : one.entity_id - other.entity_id,
      );
    const start = ((criteria.page ?? 1) - 1) * pageSize;
    return { items: left.slice(start, start + pageSize), total: left.length, pageSize };
  };
  return { list, asked };
}

async function read(
  list: Parameters<typeof readWindow<Row>>[0]['list'],
  query: ReadQuery = everything,
  after: Position | null = null,
) {
  const ids: number[] = [];
  for await (const { items } of readWindow({ list, query, after })) ids.push(...items.map(item => item.entity_id));
  return ids;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('thousands that share a second are read once each', async () => {
  const { list } = shopOf(
    rowsOf(1000, () => noon),
    30,
  );
  expect(await read(list)).toEqual(upTo(1000));
});

test('no page is asked for beyond the end, where some shops repeat the last one', async () => {
  const { list, asked } = shopOf(
    rowsOf(90, () => noon),
    30,
  );
  expect(await read(list)).toHaveLength(90);
  expect(asked.map(({ page }) => page)).toEqual([1, 1, 2]);
});

test('the window holds its ends, to the second', async () => {
  const rows = rowsOf(9, id => `2026-01-01 12:00:0${id}`);
  const query = { since: '2026-01-01T12:00:03Z', until: '2026-01-01T12:00:06.900Z', resume: null };
  expect(await read(shopOf(rows, 2).list, query)).toEqual([3, 4, 5, 6]);
});

test('records that leave the window while it is read move no other out of sight', async () => {
  const rows = rowsOf(
    200,
    id => `2026-01-01 12:${String(Math.floor(id / 60)).padStart(2, '0')}:${String(id % 60).padStart(2, '0')}`,
  );
  const left: number[] = [];
  const { list } = shopOf(rows, 10, call => {
    const row = call % 3 === 0 ? rows[call] : undefined;
    if (!row || row.updated_at > '2026-01-02') return;
    rows[call] = { ...row, updated_at: '2026-01-03 00:00:00' };
    left.push(row.entity_id);
  });
  const read200 = new Set(await read(list, { since: null, until: '2026-01-02T00:00:00Z', resume: null }));
  expect(upTo(200).filter(id => !read200.has(id) && !left.includes(id))).toEqual([]);
  expect(left.length).toBeGreaterThan(3);
});

test('reading goes on after any position', async () => {
  const { list } = shopOf(
    rowsOf(50, id => (id < 20 ? noon : '2026-01-01 12:00:01')),
    7,
  );
  expect(await read(list, everything, parsePosition(`${noon}|13`))).toEqual(upTo(50).slice(13));
});

test('a shop that lists the same again is refused, rather than read for ever', async () => {
  const items = rowsOf(3, () => noon);
  await expect(read(async () => ({ items, total: 100, pageSize: 3 }))).rejects.toThrow('cannot be read to the end');
});

test('a position of another kind is refused', () => {
  expect(() => parsePosition('page 3')).toThrow('no place to resume from');
});
