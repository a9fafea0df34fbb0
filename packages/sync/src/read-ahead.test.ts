import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.js';

test('the next item is asked for while the caller works on this one, and no further', async () => {
  const asked: number[] = [];
  async function* source() {
    for (let item = 1; item <= 4; item++) {
      asked.push(item);
      yield item;
    }
  }
  const seen: [number, number[]][] = [];
  for await (const item of readAhead(source())) {
    await Promise.resolve();
    seen.push([item, [...asked]]);
  }
  expect(seen).toEqual([
    [1, [1, 2]],
    [2, [1, 2, 3]],
    [3, [1, 2, 3, 4]],
    [4, [1, 2, 3, 4]],
  ]);
});

test('a failure reaches the caller after the items before it', async () => {
  async function* source() {
    yield 1;
    throw new Error('gone');
  }
  const seen: number[] = [];
  const reading = (async () => {
    for await (const item of readAhead(source())) seen.push(item);
  })();
  await expect(reading).rejects.toThrow('gone');
  expect(seen).toEqual([1]);
});

test('a caller that stops early closes the source', async () => {
  let closed = false;
  async function* source() {
    try {
      yield 1;
      yield 2;
      yield 3;
    } finally {
      closed = true;
    }
  }
  for await (const _item of readAhead(source())) break;
  expect(closed).toBe(true);
});
