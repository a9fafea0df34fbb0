import type { ReadQuery } from '@cartograph/core';
import type { Listing } from '../client/listing.js';
import { formatPosition, parsePosition, type Sequence } from './position.js';
import { readWindow } from './window.js';

interface ItemPage<Item> {
  readonly bodies: readonly Item[];
  readonly next: string | null;
  readonly total?: number;
}

/** A stream whose bodies are the items of one list, by change unless told; `fields` of each where not all are wanted. */
export async function* readPages<Item>(
  list: Listing<Item>['list'],
  query: ReadQuery,
  { sequence, fields }: { readonly sequence?: Sequence; readonly fields?: string } = {},
): AsyncGenerator<ItemPage<Item>> {
  const after = query.resume === null ? null : parsePosition(query.resume);
  const projected: typeof list = criteria =>
    list({ ...criteria, ...(fields && { fields: `items[${fields}],total_count` }) });
  for await (const { items, next, total } of readWindow({
    list: projected,
    query,
    after,
    ...(sequence && { sequence }),
  })) {
    yield { bodies: items, next: next && formatPosition(next), ...(total === null ? {} : { total }) };
  }
}
