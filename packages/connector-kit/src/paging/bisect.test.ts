import { AuthError, RequestError, TransportError } from '@cartograph/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bisect, mayBePoisoned, type Narrowing } from './bisect.js';
import { pageNumberPager } from './page-number.js';
import { type RangePart, splitPage, splitRange } from './parts.js';

const broken = (status = 500) => new TransportError('the shop is failing', { status });

/** A list of the ids from 1 to `count`, some of which no request can serve. */
function poisonedList(count: number, poisoned: ReadonlySet<number>) {
  const asked: RangePart[] = [];
  const read = async (part: RangePart): Promise<number[]> => {
    asked.push(part);
    const ids = Array.from({ length: part.to - part.from + 1 }, (_, index) => part.from + index).filter(
      id => id <= count,
    );
    if (ids.some(id => poisoned.has(id))) throw broken();
    return ids;
  };
  const narrowing: Narrowing<RangePart, number> = { read, split: splitRange, name: async ({ from }) => String(from) };
  return { asked, narrowing };
}

test('a page that fails is narrowed until each bad record stands alone, and the rest arrives in order', async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 2, max: 60 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    async (count, bad) => {
      const poisoned = new Set(bad.filter(id => id <= count));
      const { narrowing } = poisonedList(count, poisoned);
      const control = async () => {};
      const { items, failed } = await bisect({ from: 1, to: 64 }, broken(), { ...narrowing, control });
      const all = Array.from({ length: count }, (_, index) => index + 1);
      expect(items).toEqual(all.filter(id => !poisoned.has(id)));
      expect(failed).toEqual(
        all.filter(id => poisoned.has(id)).map(id => ({ id: `${id}`, reason: 'the shop is failing' })),
      );
    },
  );
  await fc.assert(property, { numRuns: 100 });
});

test('one bad record costs about two requests for each time that the page can be halved', async () => {
  const { asked, narrowing } = poisonedList(256, new Set([77]));
  await bisect({ from: 1, to: 256 }, broken(), narrowing);
  expect(asked.length).toBeLessThanOrEqual(2 * 8 + 2);
});

test('a platform that is out of order is no bad record: its failure is thrown, after few requests', async () => {
  const { asked, narrowing } = poisonedList(256, new Set(Array.from({ length: 256 }, (_, index) => index + 1)));
  const failure = broken();
  await expect(bisect({ from: 1, to: 256 }, failure, narrowing)).rejects.toBe(failure);
  expect(asked.length).toBeLessThan(40);
});

test('where nothing of a page can be read, only a control request tells a bad record from an outage', async () => {
  const { narrowing } = poisonedList(1, new Set([1]));
  const failure = broken(404);
  const lone = { from: 1, to: 1 };
  await expect(bisect(lone, broken(), narrowing)).rejects.toThrow('the shop is failing');
  const control = async () => {
    throw failure;
  };
  await expect(bisect(lone, broken(), { ...narrowing, control })).rejects.toBe(failure);
  expect(await bisect(lone, broken(), { ...narrowing, control: async () => {} })).toEqual({
    items: [],
    failed: [{ id: '1', reason: 'the shop is failing' }],
  });
});

test('a record that is served once the platform works again is not held to be bad', async () => {
  const { narrowing } = poisonedList(8, new Set());
  let failures = 3;
  const read = async (part: RangePart) => {
    if (part.from <= 3 && part.to >= 3 && failures-- > 0) throw broken();
    return narrowing.read(part);
  };
  const { items, failed } = await bisect({ from: 1, to: 8 }, broken(), { ...narrowing, read });
  expect({ items, failed }).toEqual({ items: [1, 2, 3, 4, 5, 6, 7, 8], failed: [] });
});

test('a record whose name cannot be learnt is not passed over', async () => {
  const { narrowing } = poisonedList(4, new Set([2]));
  await expect(bisect({ from: 1, to: 4 }, broken(), { ...narrowing, name: async () => null })).rejects.toThrow(
    'failing',
  );
});

test('only what one record can cause is narrowed: no refusal, no silence, no maintenance', async () => {
  expect(mayBePoisoned(broken(500))).toBe(true);
  expect(mayBePoisoned(new RequestError('not found', { status: 404 }))).toBe(true);
  for (const error of [
    broken(503),
    new TransportError('no answer'),
    new AuthError('refused', { status: 401 }),
    new RequestError('no such filter', { status: 400 }),
    new TypeError('a bug'),
  ]) {
    expect(mayBePoisoned(error)).toBe(false);
    const { asked, narrowing } = poisonedList(4, new Set());
    await expect(bisect({ from: 1, to: 4 }, error, narrowing)).rejects.toBe(error);
    expect(asked).toEqual([]);
  }
});

test('the parts of a page are the same records, whatever its size', () => {
  const positions = ({ page, size }: { page: number; size: number }, first: number) =>
    Array.from({ length: size }, (_, index) => (page - first) * size + index);
  const property = fc.property(fc.nat(9), fc.integer({ min: 1, max: 300 }), fc.nat(1), (number, size, first) => {
    const part = { page: first + number, size };
    const parts = splitPage(part, first);
    expect(parts.length === 0).toBe(size === 1);
    if (size > 1) expect(parts.flatMap(smaller => positions(smaller, first))).toEqual(positions(part, first));
  });
  fc.assert(property);
});

test('numbered pages give what can be served, name what cannot, and go on to the end', async () => {
  const list = Array.from({ length: 23 }, (_, index) => ({ id: index + 1 }));
  const poisoned = new Set([7, 20, 21]);
  // As Magento does, the last page is repeated for every page beyond the end.
  const fetchPart = async ({ page, size }: { page: number; size: number }) => {
    const start = Math.min(page - 1, Math.ceil(list.length / size) - 1) * size;
    const items = list.slice(start, start + size);
    if (items.some(({ id }) => poisoned.has(id))) throw broken();
    return items;
  };
  const narrow = {
    size: 10,
    fetchPart,
    nameAt: async (position: number) => String(list[position]?.id),
    count: async () => list.length,
  };
  const seen: number[] = [];
  const failed: string[] = [];
  for await (const page of pageNumberPager({
    fetchPage: async page => ({ items: await fetchPart({ page, size: 10 }) }),
    idOf: ({ id }) => id,
    narrow,
  })) {
    seen.push(...page.items.map(({ id }) => id));
    failed.push(...(page.failed ?? []).map(({ id }) => id));
  }
  expect(failed).toEqual(['7', '20', '21']);
  expect(seen).toEqual(list.map(({ id }) => id).filter(id => !poisoned.has(id)));
});
