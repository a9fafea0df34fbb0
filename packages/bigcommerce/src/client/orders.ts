import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { orderChanges, orderCondition, orderFilter, orderInput, orderShape } from '../input/order.js';
import { type Order, type OrderCount, orderCountSchema, orderSchema } from '../records/order.js';
import type { Api } from './api.js';
import { byId, type KeysetPage } from './keyset.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { createOrderParts } from './order-parts.js';
import { createOrderPayments } from './order-payments.js';
import { createOrderSettings, createPickups } from './order-settings.js';
import { isShort, itemsOfPages, pageLimit } from './pages.js';
import { at, type Id } from './path.js';
import type { NativeQuery } from './query.js';
import { getsShaped, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

export type OrderQuery = z.input<typeof orderFilter.page>;
/** What to iterate: in the order of ids, whatever else is asked for. */
export type OrderFilter = Omit<z.input<typeof orderFilter.all>, 'sort'>;

export function createOrders(api: Api) {
  const orders = source(api, 'orders', () => '/v2/orders', orderSchema);
  const { list } = lists(orders, orderFilter);
  const counts = api.records('orders.count', orderCountSchema);

  const pages = (query: OrderFilter = {}, after = 0, call?: RequestOptions): AsyncGenerator<KeysetPage<Order>> =>
    byId(async (last, to) => {
      const min_id = Math.max(query.min_id ?? 0, last + 1);
      const range = to === undefined ? { min_id } : { min_id, max_id: Math.min(query.max_id ?? to, to) };
      const page = { ...query, sort: 'id:asc', limit: pageLimit, ...range } as const;
      const { items } = await list(page, to === undefined ? call : { ...call, retries: 1 });
      return { items, isLast: isShort(items) };
    }, after);

  return {
    list,
    /** Ascending by id, each page above the ids of the one before. `after` goes on from an earlier page. */
    pages,
    iterate: (query: OrderFilter = {}, call?: RequestOptions) => itemsOfPages(pages(query, 0, call)),
    ...getsShaped(orders, orderShape),
    async count(query: z.input<typeof orderCondition.all> = {}, call?: RequestOptions): Promise<OrderCount> {
      const filter = checkInput('orders.count', orderCondition.all, query) as NativeQuery;
      return counts.one(await api.record('GET', '/v2/orders/count', { query: filter }, call));
    },
    ...creates(orders, orderInput),
    ...updates(orders, orderChanges),
    /** Archives it: the platform keeps every order. */
    ...deletes(orders),
    /** Archives all. */
    ...deletesEverything(orders),
    ...createOrderParts(api),
    ...createOrderPayments(api),
    ...createOrderSettings(api),
    pickups: createPickups(api),
    metafields: metafieldsOf(api, 'orders', (orderId: Id) => at`/v3/orders/${orderId}/metafields`),
    allMetafields: allMetafields(api, 'orders', '/v3/orders/metafields'),
  };
}
