import { type BodyPage, isLoose } from '@cartograph/connector-kit';
import type { FailedRecord, IdPage, ReadQuery } from '@cartograph/core';
import { keyOf, type Listing } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import { mapAhead } from './ahead.js';
import { type Source, whereAllowed } from './allowed.js';
import { readAmong } from './among.js';
import { readById } from './by-id.js';
import { formatPosition, parsePosition, type Sequence } from './position.js';
import { readWindow } from './window.js';

/** What became of an item of a list: the body of a stream's record, or why there is none. */
export type Made = { readonly body: unknown } | { readonly reason: string };

export interface FeedOptions<Item> {
  readonly list: (client: MagentoClient) => Listing<Item>;
  /** By change unless told. */
  readonly sequence?: Sequence;
  /** Of an item, where not all are wanted. */
  readonly fields?: string;
  /** Bodies of the items of a page, one for each and in their order, where an item is not the body itself. */
  readonly make?: (client: MagentoClient, items: readonly Item[]) => Promise<readonly Made[]>;
}

/** How a stream is read whose records are those of one list: by time, by their ids, and the ids alone. */
export function feed<Item>({ list, sequence, fields, make }: FeedOptions<Item>): Required<Source> {
  const projection = fields === undefined ? {} : { fields: `items[${fields}],total_count` };
  /** What is no record at all is kept as it is: normalizing says what is wrong with it. */
  const made = async (client: MagentoClient, items: readonly Item[]): Promise<readonly Made[]> => {
    if (!make) return items.map(body => ({ body }));
    const results = await make(client, items.filter(isLoose));
    let next = 0;
    return items.map(item => (isLoose(item) ? (results[next++] as Made) : { body: item }));
  };

  async function* read(client: MagentoClient, { resume, ...query }: ReadQuery): AsyncGenerator<BodyPage> {
    const listing = projected(list(client), projection);
    const after = resume === null ? null : parsePosition(resume);
    const pages = readWindow({ listing, query, after, ...(sequence && { sequence }) });
    yield* mapAhead(pages, 1, async ({ items, failed, next, total }) => {
      const results = await made(client, items);
      const unmade = results.flatMap((result, index) =>
        'reason' in result ? [failure(listing.idField, items[index], result.reason)] : [],
      );
      return {
        bodies: results.flatMap(result => ('body' in result ? [result.body] : [])),
        next: next && formatPosition(next),
        ...(total === null ? {} : { total }),
        ...withFailed([...failed, ...unmade]),
      };
    });
  }

  async function find(client: MagentoClient, ids: readonly string[]): Promise<Map<string, unknown>> {
    const listing = projected(list(client), projection);
    const asked = ids.filter(isNumber);
    const { items, failed } = await readAmong(listing, { field: listing.key, values: asked });
    const unknown = new Set(failed.map(({ id }) => id));
    const found = new Map<string, unknown>(asked.filter(id => !unknown.has(id)).map(id => [id, null]));
    for (const [index, result] of (await made(client, items)).entries()) {
      const id = String(keyOf(items[index], listing.idField));
      if ('body' in result) found.set(id, result.body);
      else found.delete(id);
    }
    return found;
  }

  const ids = (client: MagentoClient, resume: string | null): AsyncIterable<IdPage> => readIds(list(client), resume);

  return whereAllowed({ read, find, ids });
}

/** Names made up for records without an id are none of the shop's. */
const isNumber = (id: string): boolean => /^\d+$/.test(id);

const failure = (idField: string, item: unknown, reason: string): FailedRecord => ({
  id: String(keyOf(item, idField)),
  reason,
});

export const withFailed = (failed: readonly FailedRecord[]) => (failed.length === 0 ? {} : { failed });

const projected = <Item>(listing: Listing<Item>, projection: { readonly fields?: string }): Listing<Item> => ({
  ...listing,
  list: (criteria, patience) => listing.list({ ...criteria, ...projection }, patience),
  iterate: (criteria, patience) => listing.iterate({ ...criteria, ...projection }, patience),
});

/** Ids are few bytes, and cost the shop as much as whole records: pages are no larger than it serves at ease. */
const idsOnAPage = 500;

async function* readIds(listing: Listing<unknown>, resume: string | null): AsyncGenerator<IdPage> {
  const fields = `items[${listing.idField}],total_count`;
  const pages = readById(listing, { fields, pageSize: idsOnAPage }, resume === null ? null : Number(resume));
  for await (const { items, failed, next } of pages) {
    const met = items.flatMap(item => keyOf(item, listing.idField) ?? []).map(String);
    // What cannot be served is there all the same.
    yield { ids: [...met, ...failed.map(({ id }) => id)], next: next === null ? null : String(next) };
  }
}
