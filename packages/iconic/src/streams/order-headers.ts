import { type BodyPage, mayBePoisoned, stream } from '@cartograph/connector-kit';
import type { Instant, ReadQuery } from '@cartograph/core';
import type { Page } from '../client/pages.js';
import { salvagedPages } from '../client/salvaged-pages.js';
import type { NativeOrder } from '../native/order.js';
import type { Order } from '../records/order.js';
import type { IconicShop } from '../shop.js';
import { changedAt, idsByItems, listed, placedOrders } from './orders.js';
import type { IconicReader } from './reader.js';
import { latestTimeOf } from './window.js';

/** A page, or as much of it as comes before a row that cannot be served: what is looked for mostly ends before that. */
const shortened =
  <Row>(list: (limit: number, offset: number) => Promise<Page<Row>>) =>
  async (limit: number, offset: number): Promise<Page<Row>> => {
    for (let size = limit; ; size = Math.ceil(size / 2)) {
      try {
        return await list(size, offset);
      } catch (error) {
        // Of two rows the first was met before: it alone would be no page.
        if (size <= 2 || !mayBePoisoned(error)) throw error;
      }
    }
  };

/**
 * Orders whose address or other header was changed while their items were not: the filter by time of change looks at the items
 * alone. The list is read from the order changed last until one was changed before the window. An order that is edited
 * meanwhile moves to the front, so that none is passed over. The first reading needs none of this, as it reads all orders.
 */
async function* read(reader: IconicReader, { since, until, resume }: ReadQuery): AsyncGenerator<BodyPage> {
  if (since === null) return;
  const isBefore = (at: Instant | null) => at !== null && Date.parse(at) < Date.parse(since);
  const filters = { sort: 'updatedAt', sortDir: 'desc', includeVoucherDetails: true } as const;
  const pages = salvagedPages<Order>({
    list: shortened((limit, offset) => reader.client.orders.list({ ...filters, limit, offset })),
    ids: () => idsByItems(reader, { since: null, until }),
    ...listed(reader),
    resume,
    ahead: 0,
  });
  for await (const { rows, byIds, failed, next } of pages) {
    const changed = rows.filter(row => !isBefore(latestTimeOf(row, 'updatedAt', reader)));
    const isEnd = !byIds && changed.length < rows.length;
    yield { bodies: changed.filter(row => isBefore(changedAt(row, reader))), failed, next: isEnd ? null : next };
    if (isEnd) return;
  }
}

export const orderHeaders = stream<IconicReader, IconicShop, NativeOrder>({
  ...placedOrders,
  feeds: 'orders',
  incremental: 'modified',
  everyMs: 60 * 60_000,
  read,
});
