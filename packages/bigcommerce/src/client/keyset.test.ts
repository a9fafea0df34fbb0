import { TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { byId, type KeysetList } from './keyset.js';

interface Row {
  readonly id: number;
}

const failing = () => new TransportError('failing', { connector: 'bigcommerce', status: 500 });

/** A list whose pages fail where they would hold one of the poisoned rows. */
function listOf(ids: readonly number[], poisoned: readonly number[] = [], size = 250) {
  const asked: (readonly [after: number, to: number | undefined])[] = [];
  const list: KeysetList<Row> = async (after, to) => {
    asked.push([after, to]);
    const page = ids.filter(id => id > after && id <= (to ?? Number.POSITIVE_INFINITY)).slice(0, size);
    if (page.some(id => poisoned.includes(id))) throw failing();
    return { items: page.map(id => ({ id })), isLast: page.length < size };
  };
  return { list, asked };
}

async function read(list: KeysetList<Row>, start = 0) {
  const [ids, failed]: [number[], string[]] = [[], []];
  for await (const page of byId(list, start)) {
    ids.push(...page.items.map(({ id }) => id));
    failed.push(...page.failed.map(({ id }) => id));
  }
  return { ids, failed };
}

const upTo = (count: number, step = 1) => Array.from({ length: count }, (_, index) => (index + 1) * step);

test.each([
  ['in the middle of a page', upTo(600), [300]],
  ['the first and the last', upTo(600), [1, 600]],
  ['side by side', upTo(600), [299, 300, 301]],
  ['far from each other', upTo(600, 1000), [300_000, 580_000]],
  ['the only one', [7], [7]],
])('records that cannot be served stand alone, and all others come: %s', async (_where, ids, poisoned) => {
  const { list, asked } = listOf(ids, poisoned);
  const found = await read(list).catch((error: unknown) => error);
  expect(found).toEqual({ ids: ids.filter(id => !poisoned.includes(id)), failed: poisoned.map(String) });
  expect(asked.length).toBeLessThan(120);
});

test('pages that the platform makes smaller are read on inside of a range', async () => {
  const { list } = listOf(upTo(400), [200], 50);
  expect((await read(list)).ids).toHaveLength(399);
});

test('a platform that fails altogether sets no record aside', async () => {
  const ids = upTo(600);
  await expect(read(listOf(ids, ids).list)).rejects.toThrow('failing');
});

test('any other failure ends the reading', async () => {
  const down = () => Promise.reject(new TransportError('no answer', { connector: 'bigcommerce' }));
  await expect(read(down)).rejects.toThrow('no answer');
});

test('a reading goes on behind the greatest id of an earlier page', async () => {
  expect(await read(listOf(upTo(300), [290]).list, 280)).toEqual({
    ids: upTo(300).filter(id => id > 280 && id !== 290),
    failed: ['290'],
  });
});
