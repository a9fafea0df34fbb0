import { ConfigError } from '@cartograph/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorPager } from './cursor.js';
import type { Page } from './page.js';
import { pageNumberPager } from './page-number.js';

interface Item {
  readonly id: number;
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ id: index + 1 }));
const idOf = (item: Item) => item.id;

async function collect(pages: AsyncIterable<Page<Item>>) {
  const ids: number[] = [];
  const nexts: (string | null)[] = [];
  for await (const page of pages) {
    ids.push(...page.items.map(idOf));
    nexts.push(page.next);
  }
  return { ids, nexts };
}

const numbered = (list: readonly Item[], size: number) => (page: number) =>
  Promise.resolve({ items: list.slice((page - 1) * size, page * size) });

test('numbered pages are read until one is empty, though one may be short before', async () => {
  const pages = [items(2), items(1), items(3), []];
  const asked: number[] = [];
  const fetchPage = async (page: number) => {
    asked.push(page);
    return { items: pages[page - 1] ?? [] };
  };
  const { ids, nexts } = await collect(pageNumberPager({ fetchPage }));
  expect(ids).toEqual([1, 2, 1, 1, 2, 3]);
  expect(nexts).toEqual(['2', '3', '4', null]);
  expect(asked).toEqual([1, 2, 3, 4]);
});

test('no page is asked for after the one that is said to be the last', async () => {
  const fetchPage = async (page: number) => ({ items: [{ id: page }], last: page === 2, total: 2 });
  expect(await collect(pageNumberPager({ fetchPage }))).toEqual({ ids: [1, 2], nexts: ['2', null] });
  const counted = async (page: number) => ({ items: [{ id: page }], pages: 3 });
  expect((await collect(pageNumberPager({ fetchPage: counted }))).nexts).toEqual(['2', '3', null]);
});

test('a platform that repeats its last page for ever comes to an end', async () => {
  const list = items(5);
  const fetchPage = async (page: number) => ({ items: page < 3 ? list.slice((page - 1) * 2, page * 2) : [{ id: 5 }] });
  for (const ids of [undefined, idOf]) {
    expect((await collect(pageNumberPager({ fetchPage, idOf: ids }))).ids).toEqual([1, 2, 3, 4, 5]);
  }
});

test('a repeated page is recognized by its ids though other fields moved', async () => {
  let moved = 0;
  const fetchPage = async () => {
    moved += 1;
    return { items: [{ id: 1, moved }] };
  };
  expect((await collect(pageNumberPager({ fetchPage, idOf }))).ids).toEqual([1]);
});

test('from any page on, numbered pages give the same rest', async () => {
  const list = items(10);
  const fetchPage = numbered(list, 3);
  const { nexts } = await collect(pageNumberPager({ fetchPage }));
  for (const [index, next] of nexts.slice(0, -1).entries()) {
    const rest = await collect(pageNumberPager({ fetchPage, resume: next }));
    expect(rest.ids).toEqual(list.slice((index + 1) * 3).map(idOf));
  }
});

test('pages may begin at 0', async () => {
  const fetchPage = async (page: number) => ({ items: [{ id: page }], pages: 3 });
  expect((await collect(pageNumberPager({ fetchPage, firstPage: 0 }))).ids).toEqual([0, 1, 2]);
});

test.each(['x', '-1', '1.5', '', '0'])('a place that is none (%j) is refused', async resume => {
  const pages = pageNumberPager({ fetchPage: numbered(items(1), 1), resume });
  await expect(collect(pages)).rejects.toBeInstanceOf(ConfigError);
});

test('cursors are followed, through empty pages, from anywhere', async () => {
  const chain = new Map<string | null, { items: Item[]; next: string | null }>([
    [null, { items: [{ id: 1 }], next: 'b' }],
    ['b', { items: [], next: 'c' }],
    ['c', { items: [{ id: 2 }], next: null }],
  ]);
  const fetchPage = async (cursor: string | null) => chain.get(cursor) ?? { items: [], next: null };
  expect(await collect(cursorPager({ fetchPage }))).toEqual({ ids: [1, 2], nexts: ['b', 'c', null] });
  expect((await collect(cursorPager({ fetchPage, resume: 'c' }))).ids).toEqual([2]);
});

test('a cursor that leads to itself ends', async () => {
  const fetchPage = async (cursor: string | null) => ({ items: [{ id: cursor === null ? 1 : 2 }], next: 'again' });
  expect(await collect(cursorPager({ fetchPage }))).toEqual({ ids: [1, 2], nexts: ['again', null] });
});

test('a page is asked for only when the reader wants it', async () => {
  const asked: number[] = [];
  const fetchPage = async (page: number) => {
    asked.push(page);
    return { items: [{ id: page }], pages: 9 };
  };
  for await (const page of pageNumberPager({ fetchPage })) {
    if (page.next === '3') break;
  }
  expect(asked).toEqual([1, 2]);
});

test('every list comes whole and in order, whatever is read ahead', async () => {
  const property = fc.asyncProperty(
    fc.nat(40),
    fc.integer({ min: 1, max: 7 }),
    fc.nat(5),
    async (count, size, ahead) => {
      const list = items(count);
      let waiting = 0;
      let most = 0;
      const fetchPage = async (page: number) => {
        waiting += 1;
        most = Math.max(most, waiting);
        for (let turn = 0; turn < (page * 5) % 7; turn += 1) await Promise.resolve();
        waiting -= 1;
        return { ...(await numbered(list, size)(page)), pages: Math.ceil(count / size) };
      };
      expect((await collect(pageNumberPager({ fetchPage, ahead }))).ids).toEqual(list.map(idOf));
      expect(most).toBeLessThanOrEqual(Math.max(1, ahead));
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('pages read ahead are under way while the reader is busy, and none beyond the last', async () => {
  const asked: number[] = [];
  const fetchPage = async (page: number) => {
    asked.push(page);
    return { items: [{ id: page }], pages: 4 };
  };
  const pages = pageNumberPager({ fetchPage, ahead: 2 });
  await pages.next();
  expect(asked).toEqual([1, 2, 3]);
  await pages.next();
  await pages.next();
  expect(asked).toEqual([1, 2, 3, 4]);
});

test('a failure of a page read ahead is thrown at its turn, after the pages before it', async () => {
  const fetchPage = async (page: number) => {
    if (page === 3) throw new Error('page 3 is broken');
    return { items: [{ id: page }], pages: 9 };
  };
  const seen: number[] = [];
  const read = async () => {
    for await (const page of pageNumberPager({ fetchPage, ahead: 4 })) seen.push(...page.items.map(idOf));
  };
  await expect(read()).rejects.toThrow('page 3 is broken');
  expect(seen).toEqual([1, 2]);
});

test("a failure of a page read ahead that nobody reaches is nobody's", async () => {
  const fetchPage = async (page: number) => {
    if (page > 1) throw new Error('broken');
    return { items: [{ id: page }], pages: 9 };
  };
  const pages = pageNumberPager({ fetchPage, ahead: 2 });
  await pages.next();
  await new Promise(resolve => setImmediate(resolve));
  await pages.return(undefined);
});

test('what was read ahead is ended when the reader leaves', async () => {
  const signals: AbortSignal[] = [];
  const fetchPage = async (page: number, signal: AbortSignal) => {
    signals.push(signal);
    return { items: [{ id: page }], pages: 9 };
  };
  for await (const _page of pageNumberPager({ fetchPage, ahead: 3 })) break;
  expect(signals.map(signal => signal.aborted)).toEqual([true, true, true, true]);
});
