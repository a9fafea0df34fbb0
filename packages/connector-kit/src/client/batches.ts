import { AuthError, type CommerceError, isCommerceError, ResponseError } from '@cartograph/core';

/** What became of each row of a list that was sent in batches. `index` counts in the list of the caller, from 0 on. */
export interface BatchResult<Item> {
  readonly done: { readonly index: number; readonly item: Item }[];
  readonly failed: { readonly index: number; readonly error: CommerceError }[];
}

/** One place for each row of the batch, in its order: what came of it, or why nothing did. */
export type BatchOutcome<Item> = readonly (Item | CommerceError)[];

/**
 * Sends a list in batches of `size`, one after the other. A batch that fails as a whole fails each of its rows with its error,
 * and the next one is sent; once credentials are refused nothing more is, and the rest fails with that refusal.
 * Rejects only with what is no CommerceError, such as the reason of a signal.
 */
export async function inBatches<Input, Item>(
  inputs: readonly Input[],
  size: number,
  send: (batch: readonly Input[], start: number) => Promise<BatchOutcome<Item>>,
): Promise<BatchResult<Item>> {
  const result: BatchResult<Item> = { done: [], failed: [] };
  let refusal: AuthError | null = null;
  for (let start = 0; start < inputs.length; start += size) {
    const batch = inputs.slice(start, start + size);
    const outcome: BatchOutcome<Item> | CommerceError = refusal ?? (await attempt(() => send(batch, start)));
    if (outcome instanceof AuthError) refusal = outcome;
    batch.forEach((_, position) => {
      const row = isCommerceError(outcome)
        ? outcome
        : position < outcome.length
          ? (outcome[position] as Item)
          : unanswered();
      if (isCommerceError(row)) result.failed.push({ index: start + position, error: row });
      else result.done.push({ index: start + position, item: row });
    });
  }
  return result;
}

async function attempt<Item>(send: () => Promise<BatchOutcome<Item>>): Promise<BatchOutcome<Item> | CommerceError> {
  try {
    return await send();
  } catch (error) {
    if (isCommerceError(error)) return error;
    throw error;
  }
}

const unanswered = () =>
  new ResponseError('the answer to a batch says nothing of this row; read it before it is sent again');
