import { mayBePoisoned } from '@cartograph/connector-kit';
import type { FailedRecord } from '@cartograph/core';
import { type ByIdsOptions, inHundreds, rowsByIds } from './by-ids.js';
import { type JoinedPage, joinedPages } from './joined-pages.js';
import type { Page } from './pages.js';

export interface SalvagedPage<Row> extends JoinedPage<Row> {
  /** Sorted by id then, and no longer as the list is. */
  readonly byIds: boolean;
  readonly failed: readonly FailedRecord[];
}

export interface SalvageOptions<Row> extends ByIdsOptions<Row> {
  readonly list: (limit: number, offset: number) => Promise<Page<Row>>;
  /** The ids of the same rows, from a list that need not serve the rows themselves. */
  readonly ids: () => Promise<readonly string[]>;
  readonly resume: string | null;
  readonly ahead?: number;
}

const afterId = 'after id ';

const numerically = (left: string, right: string): number => Number(left) - Number(right);

/**
 * The pages of a list by offset, until one cannot be served: a place in the list does not tell which row it is that fails. The
 * rows are then asked for by their ids, those that came before once more.
 */
export async function* salvagedPages<Row>(options: SalvageOptions<Row>): AsyncGenerator<SalvagedPage<Row>> {
  const { list, resume, ahead = 1 } = options;
  if (resume?.startsWith(afterId)) return yield* pagesByIds(options, resume.slice(afterId.length));
  try {
    for await (const page of joinedPages(list, { resume, ahead })) yield { ...page, byIds: false, failed: [] };
  } catch (error) {
    if (!mayBePoisoned(error)) throw error;
    yield* pagesByIds(options, null);
  }
}

async function* pagesByIds<Row>(
  { ids, read, control }: SalvageOptions<Row>,
  after: string | null,
): AsyncGenerator<SalvagedPage<Row>> {
  const all = [...new Set(await ids())].toSorted(numerically);
  const chunks = inHundreds(after === null ? all : all.filter(id => Number(id) > Number(after)));
  for (const [index, chunk] of chunks.entries()) {
    const { items, failed } = await rowsByIds(chunk, { read, control });
    const next = index + 1 < chunks.length ? `${afterId}${chunk.at(-1)}` : null;
    yield { rows: items, byIds: true, failed, next, total: all.length };
  }
  if (chunks.length === 0) yield { rows: [], byIds: true, failed: [], next: null, total: all.length };
}
