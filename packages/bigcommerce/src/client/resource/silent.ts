import { type BatchOutcome, type BatchResult, inBatches, type RequestOptions } from '@cartograph/connector-kit';
import type { Api, Method } from '../api.js';
import { outcomeOfRefusal } from './outcome.js';

/** Rows that the platform takes without giving any back: once it accepts them, each is done as it was sent. */
export const inSilence = <Row extends object>(
  api: Api,
  path: string,
  rows: readonly Row[],
  size: number,
  call?: RequestOptions,
  { method = 'PUT', wrap = batch => batch }: Silence<Row> = {},
): Promise<BatchResult<Row>> =>
  inBatches(rows, size, async (batch): Promise<BatchOutcome<Row>> => {
    try {
      await api.send(method, path, { json: wrap(batch) }, call);
      return batch;
    } catch (error) {
      return outcomeOfRefusal(batch as readonly Record<string, unknown>[], error, null, row => row as Row);
    }
  });

interface Silence<Row> {
  readonly method?: Method;
  /** The body that holds the rows. */
  readonly wrap?: (batch: readonly Row[]) => unknown;
}
