import { AuthError, RequestError, TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { inBatches } from './batches.js';

const letters = ['a', 'b', 'c', 'd', 'e'];
const upper = async (batch: readonly string[]) => batch.map(letter => letter.toUpperCase());

test('a list goes out in batches of the size, in its order', async () => {
  const sent: [readonly string[], number][] = [];
  const result = await inBatches(letters, 2, async (batch, start) => {
    sent.push([batch, start]);
    return upper(batch);
  });
  expect(sent).toEqual([
    [['a', 'b'], 0],
    [['c', 'd'], 2],
    [['e'], 4],
  ]);
  expect(result.done).toEqual(letters.map((letter, index) => ({ index, item: letter.toUpperCase() })));
  expect(result.failed).toEqual([]);
});

test('nothing is sent of an empty list', async () => {
  let sent = 0;
  const result = await inBatches([], 2, async () => {
    sent += 1;
    return [];
  });
  expect([result, sent]).toEqual([{ done: [], failed: [] }, 0]);
});

test('a row that was refused is told by its place in the list of the caller', async () => {
  const refusal = new RequestError('d is taken');
  const result = await inBatches(letters, 3, async batch => batch.map(letter => (letter === 'd' ? refusal : letter)));
  expect(result.done.map(({ index }) => index)).toEqual([0, 1, 2, 4]);
  expect(result.failed).toEqual([{ index: 3, error: refusal }]);
});

test('a batch that fails as a whole fails each of its rows, and the others go out', async () => {
  const failure = new TransportError('no answer');
  const result = await inBatches(letters, 2, async batch => {
    if (batch.includes('c')) throw failure;
    return upper(batch);
  });
  expect(result.done.map(({ item }) => item)).toEqual(['A', 'B', 'E']);
  expect(result.failed).toEqual([
    { index: 2, error: failure },
    { index: 3, error: failure },
  ]);
});

test('once credentials are refused nothing more goes out', async () => {
  let sent = 0;
  const result = await inBatches(letters, 2, async batch => {
    sent += 1;
    if (batch.includes('c')) throw new AuthError('revoked');
    return upper(batch);
  });
  expect(sent).toBe(2);
  expect(result.failed.map(({ index, error }) => [index, error.code])).toEqual([
    [2, 'auth'],
    [3, 'auth'],
    [4, 'auth'],
  ]);
});

test('a row that the answer does not speak of counts as failed, not as done', async () => {
  const result = await inBatches(letters, 3, async batch => batch.slice(1));
  expect(result.done).toHaveLength(3);
  expect(result.failed.map(({ index, error }) => [index, error.code])).toEqual([
    [2, 'response'],
    [4, 'response'],
  ]);
});

test('who gave up gets the reason of the signal', async () => {
  const reason = new Error('enough');
  const sending = inBatches(letters, 2, async () => {
    throw reason;
  });
  await expect(sending).rejects.toBe(reason);
});
