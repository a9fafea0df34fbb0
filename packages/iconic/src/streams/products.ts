import { type BodyPage, stream } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { NativeProductSetBody } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { createDetails } from './product-details.js';
import { pagesOfSets, productSets, setIds } from './product-sets.js';
import type { IconicReader } from './reader.js';
import { dayOf, endsWithin, timeOf } from './window.js';

async function* read(reader: IconicReader, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { since, resume } = query;
  const withDetails = createDetails(reader);
  const filters = since === null ? {} : { updateDateStart: dayOf(since, reader.config.timeZone) };
  for await (const { rows, failed, next, total } of pagesOfSets(reader, filters, resume)) {
    const sets = await withDetails(rows.filter(row => endsWithin(timeOf(row, 'updatedAt', reader), query)));
    const page = { bodies: sets.items, failed: [...failed, ...sets.failed], next };
    yield total === null ? page : { ...page, total };
  }
}

export const products = stream<IconicReader, IconicShop, NativeProductSetBody>({
  ...productSets,
  incremental: 'modified',
  everyMs: 60 * 60_000,
  read,
  ids: setIds,
});
