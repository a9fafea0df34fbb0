import { type BatchOutcome, type BatchResult, inBatches } from '@cartograph/connector-kit';
import type { CommerceError } from '@cartograph/core';
import { largestPage } from '../errors.js';
import type { Api } from './api.js';

/** Rows in one request, until the shop names a limit of its own: its input limits, where they are on, usually allow 20. */
const usual = 1000;

/** Sends rows in as large batches as the shop takes them. */
export async function inArrays<Row, Item>(
  api: Api,
  rows: readonly Row[],
  send: (batch: readonly Row[]) => Promise<BatchOutcome<Item>>,
): Promise<BatchResult<Item>> {
  return inBatches<Row, Item>(rows, Math.min(usual, api.sizes.array), async batch => {
    try {
      return await send(batch);
    } catch (error) {
      const largest = largestPage(error);
      if (largest === null || largest < 1 || largest >= batch.length) throw error;
      api.sizes.array = largest;
      return flat(await inBatches(batch, largest, send), batch.length);
    }
  });
}

function flat<Item>({ done, failed }: BatchResult<Item>, length: number): (Item | CommerceError)[] {
  const outcome = new Array<Item | CommerceError>(length);
  for (const { index, item } of done) outcome[index] = item;
  for (const { index, error } of failed) outcome[index] = error;
  return outcome;
}
