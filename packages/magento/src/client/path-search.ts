import type { Api, Raw } from './api.js';
import { createListing } from './listing.js';
import { createSearch, type Search } from './search.js';

export interface PathSearchOptions {
  /** The column that is unique: with it, pages follow each other by it and nothing is missed. Without it pages are counted. */
  readonly key?: string;
  /** What records call it, where that is another. */
  readonly idField?: string;
}

/** A search of a list about which nothing is known but its address. */
export function createPathSearch<Item>(
  api: Api,
  path: string,
  { key, idField }: PathSearchOptions = {},
): Search<Raw<Item>> {
  const listing = createListing<Raw<Item>>(api, path, {
    ...(key !== undefined && { key }),
    ...(idField !== undefined && { idField }),
  });
  return createSearch(listing);
}
