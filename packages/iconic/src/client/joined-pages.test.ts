import { RequestError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { type JoinOptions, joinedPages, joinedRows } from './joined-pages.js';

interface Row {
  readonly id: number;
}

/** A list by offset whose rows a test may move while it is read. */
function createList(count: number) {
  const rows: Row[] = Array.from({ length: count }, (_, id) => ({ id }));
  const offsets: number[] = [];
  const list = async (limit: number, offset: number) => {
    offsets.push(offset);
    const items = rows.slice(offset, offset + limit);
    return { items, hasNext: offset + limit < rows.length, total: null };
  };
  return { rows, offsets, list };
}

async function readIds({ list }: ReturnType<typeof createList>, options?: JoinOptions, afterPage = () => {}) {
  const ids: number[] = [];
  const tokens: (string | null)[] = [];
  for await (const { rows, next } of joinedPages(list, options)) {
    ids.push(...rows.map(({ id }) => id));
    tokens.push(next);
    afterPage();
  }
  return { ids, tokens };
}

const upTo = (count: number) => Array.from({ length: count }, (_, id) => id);

describe('a list read by offset', () => {
  test.each([0, 1, 99, 100, 101, 199, 450])('of %i rows comes whole, each row once', async count => {
    expect((await readIds(createList(count))).ids).toEqual(upTo(count));
  });

  test('loses no row when rows that were read leave it', async () => {
    const list = createList(450);
    let page = 0;
    const { ids } = await readIds(list, { ahead: 3 }, () => {
      if (page++ === 0) list.rows.splice(10, 30);
    });
    expect(ids).toEqual(upTo(450));
  });

  test('loses no row when the last row of a page leaves it', async () => {
    const list = createList(250);
    let page = 0;
    const { ids } = await readIds(list, {}, () => {
      if (page++ === 0) list.rows.splice(99, 1);
    });
    expect(ids).toEqual(upTo(250));
  });

  test('loses no row when more rows leave it than a page holds', async () => {
    const list = createList(450);
    let page = 0;
    const { ids } = await readIds(list, {}, () => {
      if (page++ === 1) list.rows.splice(0, 150);
    });
    expect(new Set(ids)).toEqual(new Set(upTo(450)));
  });

  test('shows an edited row again at its new place', async () => {
    const list = createList(150);
    let page = 0;
    const { ids } = await readIds(list, { ahead: 1 }, () => {
      if (page++ === 0) list.rows.push(...list.rows.splice(5, 1));
    });
    expect(new Set(ids)).toEqual(new Set(upTo(150)));
  });

  test('goes on from any page with the rest', async () => {
    const { tokens } = await readIds(createList(450));
    for (const [index, resume] of tokens.entries()) {
      if (resume === null) continue;
      const { ids } = await readIds(createList(450), { resume });
      expect(ids[0]).toBe(100 + index * 99);
      expect(ids.at(-1)).toBe(449);
    }
  });

  test('goes on without a gap though rows have left it since', async () => {
    const { tokens } = await readIds(createList(450));
    const list = createList(450);
    list.rows.splice(20, 40);
    expect((await readIds(list, { resume: tokens[1] ?? null })).ids).toEqual(upTo(450).slice(199));
  });

  test('ends when the platform gives the same page again and again', async () => {
    const list = createList(100);
    const stuck = { ...list, list: async () => ({ items: list.rows, hasNext: true, total: null }) };
    expect((await readIds(stuck)).ids).toEqual(upTo(100));
  });

  test('asks for one page only where one is all', async () => {
    const list = createList(60);
    await readIds(list, { ahead: 3 });
    expect(list.offsets).toEqual([0]);
  });

  test('asks for pages ahead of the reader, and for no page twice', async () => {
    const list = createList(450);
    for await (const _page of joinedPages(list.list, { ahead: 3 })) if (list.offsets.length >= 4) break;
    expect(list.offsets).toEqual([0, 99, 198, 297]);
    const again = createList(450);
    await readIds(again, { ahead: 3 });
    expect(new Set(again.offsets).size).toBe(again.offsets.length);
  });

  test('may be taken row by row', async () => {
    const ids: number[] = [];
    for await (const { id } of joinedRows(createList(250).list)) ids.push(id);
    expect(ids).toEqual(upTo(250));
  });

  test('refuses a place that is not one of its own', async () => {
    await expect(readIds(createList(5), { resume: 'page 7' })).rejects.toThrow(RequestError);
  });

  test('passes on a failure of a page that was asked for ahead, when the reader gets there', async () => {
    const { list } = createList(450);
    const failing = async (limit: number, offset: number) => {
      if (offset > 150) throw new Error('no page here');
      return list(limit, offset);
    };
    const met: number[] = [];
    const reading = async () => {
      for await (const { rows } of joinedPages(failing, { ahead: 3 })) met.push(rows.length);
    };
    await expect(reading()).rejects.toThrow('no page here');
    expect(met).toEqual([100, 99]);
  });
});

test('a platform that gives one and the same row for every page ends the list', async () => {
  const list = async () => ({ items: [{ id: 7 }], hasNext: true, total: null });
  const ids: number[] = [];
  for await (const { id } of joinedRows(list)) ids.push(id);
  expect(ids).toEqual([7]);
});
