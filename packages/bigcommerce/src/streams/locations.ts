import type { BodyPage } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { OpenConnection } from './connection.js';

/** A hundred at most are active, so the first page nearly always holds all. */
export async function* readLocations({ client }: OpenConnection, { resume }: ReadQuery): AsyncGenerator<BodyPage> {
  for await (const { items, nextPage, total } of client.locations.pages({}, Number(resume ?? 1))) {
    yield {
      bodies: items,
      next: nextPage === null ? null : String(nextPage),
      ...(total === null ? {} : { total }),
    };
  }
}
