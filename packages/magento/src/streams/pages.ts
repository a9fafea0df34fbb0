import type { ReadQuery } from '@cartograph/core';
import type { Listing } from '../client/listing.js';
import { formatPosition, parsePosition } from './position.js';
import { readWindow } from './window.js';

interface ItemPage<Item> {
  readonly bodies: readonly Item[];
  readonly next: string | null;
  readonly total?: number;
}

/** A stream whose bodies are the items of one list. */
export async function* readPages<Item>(list: Listing<Item>['list'], query: ReadQuery): AsyncGenerator<ItemPage<Item>> {
  const after = query.resume === null ? null : parsePosition(query.resume);
  for await (const { items, next, total } of readWindow({ list, query, after })) {
    yield { bodies: items, next: next && formatPosition(next), ...(total === null ? {} : { total }) };
  }
}
