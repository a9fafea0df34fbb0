import { everything, type ReadQuery, RequestError } from '@cartograph/core';
import { expect, test } from 'vitest';
import type { Condition, Filter, SearchCriteria } from '../client/criteria.js';
import type { ListPage } from '../client/listing.js';
import { formatPosition, type Position, parsePosition } from './position.js';
import { readWindow, type WindowPage } from './window.js';

interface Row {
  readonly entity_id: number;
  readonly updated_at: string;
}

const noon = '2026-01-01 12:00:00';
const rowsOf = (count: number, at: (id: number) => string): Row[] =>
  Array.from({ length: count }, (_, index) => ({ entity_id: index + 1, updated_at: at(index + 1) }));

const holds = (row: Row, { field, condition = 'eq', value = '' }: Filter): boolean => {
  const cell = row[field as keyof Row];
  const tests: Partial<Record<Condition, boolean>> = {
    eq: cell === value,
    gt: cell > value,
    gteq: cell >= value,
    lteq: cell <= value,
    nin: !String(value).split(',').includes(String(cell)),
  };
  return tests[condition] ?? expect.unreachable(`no test of ${condition}`);
};

interface ShopOptions {
  /** May change the rows before each request. */
  readonly before?: (call: number) => void;
  /** What the shop counts. */
  readonly count?: (rows: number) => number | null;
  /** Records a page, whatever was asked for. */
  readonly cap?: number;
  /** Sorts by the first order alone: records of one second come as they like, differently each time. */
  readonly shuffle?: boolean;
  readonly poisoned?: readonly number[];
}

/** A list of the shop. */
function shopOf(rows: Row[], pageSize: number, options: ShopOptions = {}) {
  const { before = () => {}, count = total => total, cap = pageSize, shuffle = false, poisoned = [] } = options;
  const asked: SearchCriteria[] = [];
  const list = async (criteria: SearchCriteria = {}): Promise<ListPage<Row>> => {
    const call = asked.push(criteria);
    before(call);
    const fields = (criteria.sort ?? []).map(({ field }) => field as keyof Row);
    const tie = (id: number) => (id * 7919 + call * 104_729) % 1009;
    const left = rows
      .filter(row => (criteria.filters ?? []).every(group => group.some(filter => holds(row, filter))))
      .sort((one, other) => {
        const known = shuffle ? fields.slice(0, 1) : fields;
        const decisive = known.find(field => one[field] !== other[field]);
        if (decisive) return one[decisive] < other[decisive] ? -1 : 1;
        return tie(one.entity_id) - tie(other.entity_id);
      });
    if (criteria.sort?.[0]?.direction === 'DESC') left.reverse();
    const size = Math.min(cap, criteria.pageSize ?? pageSize);
    const start = ((criteria.page ?? 1) - 1) * size;
    const items = left.slice(start, start + size);
    if (items.some(row => poisoned.includes(row.entity_id)))
      throw new RequestError('The entity that was requested does not exist', { status: 404 });
    return { items, total: count(left.length), pageSize: criteria.pageSize ?? pageSize, isLast: items.length === 0 };
  };
  return { listing: { list, key: 'entity_id', idField: 'entity_id' }, asked };
}

type Shop = Pick<ReturnType<typeof shopOf>, 'listing'>;

async function pagesOf({ listing }: Shop, query: ReadQuery = everything, after: Position | null = null) {
  const pages: WindowPage<Row>[] = [];
  for await (const page of readWindow({ listing, query, after })) pages.push(page);
  return pages;
}

const read = async (shop: Shop, query?: ReadQuery, after?: Position | null) =>
  (await pagesOf(shop, query, after)).flatMap(({ items }) => items.map(item => item.entity_id));

const ascending = (ids: readonly number[]) => [...ids].sort((one, other) => one - other);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Minutes and seconds after noon. */
const clock = (id: number) =>
  `2026-01-01 12:${String(Math.floor(id / 60)).padStart(2, '0')}:${String(id % 60).padStart(2, '0')}`;
const closed: ReadQuery = { since: null, until: '2026-01-02T00:00:00Z', resume: null };

test('thousands that share a second are read once each', async () => {
  const shop = shopOf(
    rowsOf(1000, () => noon),
    30,
  );
  expect(await read(shop)).toEqual(upTo(1000));
});

test('records of one second are all read, however the shop sorts them', async () => {
  for (const size of [1, 2, 7, 70, 500]) {
    const rows = rowsOf(300, id => clock(Math.floor(id / size)));
    const ids = await read(shopOf(rows, 25, { shuffle: true }), closed);
    expect([size, ascending(ids)]).toEqual([size, upTo(300)]);
  }
});

test.each([
  ['too many', (count: number) => count + 50],
  ['too few', (count: number) => Math.floor(count / 2)],
  ['the same always', () => 30],
  ['nothing', () => null],
])('a shop that counts %s is read to its end', async (_, count) => {
  expect(await read(shopOf(rowsOf(200, clock), 30, { count }), closed)).toEqual(upTo(200));
});

test('pages that are shorter than asked for, without a word, lose nothing', async () => {
  expect(await read(shopOf(rowsOf(200, clock), 50, { cap: 20 }), closed)).toEqual(upTo(200));
});

test('several pages are asked for at the same time, and only an empty one ends the list', async () => {
  const shop = shopOf(rowsOf(300, clock), 30);
  expect(await read(shop, closed)).toEqual(upTo(300));
  expect(shop.asked.map(({ page }) => page)).toEqual([1, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1]);
});

test('the window holds its ends, to the second', async () => {
  const rows = rowsOf(9, id => `2026-01-01 12:00:0${id}`);
  const query = { since: '2026-01-01T12:00:03Z', until: '2026-01-01T12:00:06.900Z', resume: null };
  expect(await read(shopOf(rows, 2), query)).toEqual([3, 4, 5, 6]);
});

test('records that leave the window while it is read move no other out of sight', async () => {
  const rows = rowsOf(200, clock);
  const left: number[] = [];
  const before = (call: number) => {
    const row = call % 3 === 0 ? rows[call] : undefined;
    if (!row || row.updated_at > '2026-01-02') return;
    rows[call] = { ...row, updated_at: '2026-01-03 00:00:00' };
    left.push(row.entity_id);
  };
  const met = new Set(await read(shopOf(rows, 10, { before }), closed));
  expect(upTo(200).filter(id => !met.has(id) && !left.includes(id))).toEqual([]);
  expect(left.length).toBeGreaterThan(3);
});

test('reading goes on after any page with exactly the rest', async () => {
  for (const size of [1, 3, 90]) {
    const shop = shopOf(
      rowsOf(200, id => clock(Math.floor(id / size))),
      7,
    );
    for (const [index, { next }] of (await pagesOf(shop)).entries()) {
      if (next === null) continue;
      const before = (await pagesOf(shop)).slice(0, index + 1).flatMap(({ items }) => items);
      const rest = await read(shop, everything, parsePosition(formatPosition(next)));
      expect(ascending([...before.map(({ entity_id }) => entity_id), ...rest])).toEqual(upTo(200));
    }
  }
});

test('records that turn pages into errors are told by their ids, and the rest is read', async () => {
  const poisoned = [3, 77, 78, 200];
  const pages = await pagesOf(shopOf(rowsOf(200, clock), 50, { poisoned }), closed);
  const ids = pages.flatMap(({ items }) => items.map(item => item.entity_id));
  expect(ids).toEqual(upTo(200).filter(id => !poisoned.includes(id)));
  expect(pages.flatMap(({ failed }) => failed.map(({ id }) => Number(id)))).toEqual(poisoned);
});

test('a list that fails whatever is asked for has no bad records', async () => {
  const failure = new RequestError('no such route', { status: 404 });
  const list = () => Promise.reject(failure);
  await expect(read({ listing: { list, key: 'entity_id', idField: 'entity_id' } })).rejects.toBe(failure);
});

test('a shop that lists the same again is refused, rather than read for ever', async () => {
  const items = rowsOf(3, () => noon);
  const list = async () => ({ items, total: 100, pageSize: 3, isLast: false });
  const shop = { listing: { list, key: 'entity_id', idField: 'entity_id' } };
  await expect(read(shop)).rejects.toThrow('cannot be read to the end');
});

test('a position of another kind is refused', () => {
  expect(() => parsePosition('page 3')).toThrow('no place to resume from');
});
