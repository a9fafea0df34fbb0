import type { BodyPage } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { OpenConnection } from './connection.js';

/** A hundred at most are active, so the first page nearly always holds all. */
export async function* readLocations({ client }: OpenConnection, { resume }: ReadQuery): AsyncGenerator<BodyPage> {
  for await (const { items, next, total } of client.locations.pages({}, resume)) {
    yield { bodies: items, next, ...(total === null ? {} : { total }) };
  }
}
